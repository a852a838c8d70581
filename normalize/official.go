// The official pass writes names and codes as the gazetteer has them.

package normalize

import (
	"fmt"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/records"
)

var officialPass = pass{
	name: "official",
	doc:  "write regions and departments as they are officially spelled, and add their codes",
	run:  runOfficial,
}

// runOfficial goes through the records once. Printed places repeat, so each pair of
// region and department is looked up once.
func runOfficial(t *bind.Table) []records.Finding {
	o := officer{
		t: t, region: t.Col("region"), regionCode: t.Col("region_code"),
		department: t.Col("department"), departmentCode: t.Col("department_code"),
		known: map[[2]string]*resolved{}, bySpelling: map[string]int{},
	}
	if o.region < 0 && o.department < 0 {
		return nil
	}
	for _, r := range t.Rows {
		if r.Role == records.Data {
			o.row(r)
		}
	}
	o.communes()
	return o.found
}

// An officer collects the findings of the official pass, one for each printed value.
type officer struct {
	t                          *bind.Table
	region, regionCode         int
	department, departmentCode int
	known                      map[[2]string]*resolved
	bySpelling                 map[string]int // code and printed value -> index in found
	found                      []records.Finding
	last                       *resolved
	lastKey                    [2]string
}

// resolved is what a pair of printed region and department becomes.
type resolved struct {
	region, regionCode, department, departmentCode string
	spellRegion, spellDepartment, derive           int // findings, -1 if none
	codes                                          int
}

func (o *officer) row(r *records.Record) {
	key := [2]string{r.Text(o.region), r.Text(o.department)}
	if key[1] == "" && o.departmentCode >= 0 {
		key[1] = r.Text(o.departmentCode)
	}
	if o.last == nil || key != o.lastKey {
		o.last, o.lastKey = o.resolve(key), key
	}
	v := o.last
	o.put(r, o.region, v.region, v.spellRegion, v.derive)
	o.put(r, o.regionCode, v.regionCode, v.codes, v.codes)
	o.put(r, o.department, v.department, v.spellDepartment, v.derive)
	o.put(r, o.departmentCode, v.departmentCode, v.codes, v.codes)
}

// put proposes text for a cell, as an edit of the finding spell or, if the cell is
// blank, of the finding derive.
func (o *officer) put(r *records.Record, col int, text string, spell, derive int) {
	if col < 0 || text == "" || r.Text(col) == text {
		return
	}
	k := spell
	if r.Text(col) == "" {
		k = derive
	}
	if k < 0 {
		return
	}
	f := &o.found[k]
	if n := len(f.Edits); n > 0 {
		// Neighbouring rows with the same value before share an edit.
		for i := n - 1; i >= 0 && i >= n-4; i-- {
			e := &f.Edits[i]
			if int(e.Col) == col && int(max(e.Record, e.Last)) == r.ID-1 && e.Text == text && e.Was == r.Text(col) {
				e.Last = int32(r.ID)
				return
			}
		}
	}
	if f.Record == 0 {
		f.Record = r.ID
	}
	f.Edits = o.t.AppendEdit(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(col), Text: text, Was: r.Text(col)})
}

// resolve finds the official names and codes of a printed region and department.
func (o *officer) resolve(key [2]string) *resolved {
	if v := o.known[key]; v != nil {
		return v
	}
	p := o.t.Places
	v := &resolved{spellRegion: -1, spellDepartment: -1, derive: -1, codes: -1}
	rh, dh := p.Region(key[0]), p.Department(key[1])
	if dh.How != gazetteer.NotFound {
		v.department, v.departmentCode = dh.Name, dh.Code
		v.spellDepartment = o.finding(records.CodeSpelling, key[1], "department", dh.Name, dh.How)
		if key[0] == "" {
			r := gazetteer.RegionOf(dh.Department)
			v.region, v.regionCode = r.Name, r.Code
			v.derive = o.add(records.CodeDerived, key[1], fmt.Sprintf("no region is printed; %s lies in %s", dh.Name, r.Name))
		}
	}
	if rh.How != gazetteer.NotFound {
		v.region, v.regionCode = rh.Name, rh.Code
		v.spellRegion = o.finding(records.CodeSpelling, key[0], "region", rh.Name, rh.How)
		if key[1] == "" && o.department >= 0 {
			if ds := gazetteer.DepartmentsIn(rh.Region); len(ds) == 1 {
				v.department, v.departmentCode = ds[0].Name, ds[0].Code
				v.derive = o.add(records.CodeDerived, key[0], fmt.Sprintf("no department is printed; %s has only %s", rh.Name, ds[0].Name))
			}
		}
	}
	if v.regionCode != "" || v.departmentCode != "" {
		v.codes = o.add(records.CodeCodes, "", "codes of regions and departments, from the official list")
	}
	if len(o.known) < places.MaxRemembered {
		o.known[key] = v
	}
	return v
}

// finding returns the index of the finding for one printed spelling, -1 if it is
// the official one.
func (o *officer) finding(code, printed, kind, official string, how gazetteer.How) int {
	if printed == official {
		return -1
	}
	why := fmt.Sprintf("%q is the %s %s", printed, kind, official)
	switch how {
	case gazetteer.Coded:
		why = fmt.Sprintf("%q is the code of the %s %s", printed, kind, official)
	case gazetteer.Old:
		why = fmt.Sprintf("%q is a name of the past; today it is the %s %s", printed, kind, official)
	}
	return o.add(code, kind+" "+printed, why)
}

// add returns the index of the finding with a code and a key, which it adds if
// it is new.
func (o *officer) add(code, key, why string) int {
	if k, ok := o.bySpelling[code+"\x00"+key]; ok {
		return k
	}
	o.found = append(o.found, records.Finding{Code: code, Why: why})
	k := len(o.found) - 1
	o.bySpelling[code+"\x00"+key] = k
	return k
}

// communes fills the codes of communes. A name identifies a commune within its
// department.
func (o *officer) communes() {
	commune, code := o.t.Col("commune"), o.t.Col("commune_code")
	if commune < 0 || code < 0 {
		o.dropEmpty()
		return
	}
	type key struct{ department, name string }
	known := map[key]string{}
	f := records.Finding{Code: records.CodeCodes, Why: "codes of communes, from the official list"}
	for _, r := range o.t.Rows {
		name := r.Text(commune)
		if r.Role != records.Data || name == "" || r.Text(code) != "" {
			continue
		}
		k := key{r.Text(o.department), name}
		if k.department == "" && o.departmentCode >= 0 {
			k.department = r.Text(o.departmentCode)
		}
		insee, ok := known[k]
		if !ok {
			if d := o.t.Places.Department(k.department); d.How != gazetteer.NotFound {
				if c, ok := gazetteer.CommuneIn(d.Department, name); ok {
					insee = c.Code
				}
			}
			if len(known) < places.MaxRemembered {
				known[k] = insee
			}
		}
		if insee != "" {
			f.Edits = o.t.AppendEdit(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(code), Text: insee})
		}
	}
	if len(f.Edits) > 0 {
		f.Record = int(f.Edits[0].Record)
		o.found = append(o.found, f)
	}
	o.dropEmpty()
}

// dropEmpty drops the findings without edits.
func (o *officer) dropEmpty() { o.found = withEdits(o.found...) }

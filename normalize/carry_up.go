// This file fills blanks from the name of their group printed below them.

package normalize

import (
	"fmt"
	"slices"

	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/records"
)

// carryUp fills blank regions from the name printed below them. A merged cell that is
// centred prints its text in the middle of its rows, and those above the text would
// take the region before. Their departments are the evidence: those of all rows
// between are in the region printed next and not in the one printed last. up has for
// each row whether it was filled; it is nil if none was.
func carryUp(t *bind.Table) (found []records.Finding, up []bool) {
	region, dep := t.Col("region"), t.Col("department")
	if t.List > 0 || region < 0 || dep < 0 || t.Columns[region].Derived || t.Columns[dep].Derived {
		return nil, nil
	}
	blank := func(r *records.Record) bool { return r.Role == records.Data && r.Text(region) == "" }
	if !slices.ContainsFunc(t.Rows, blank) {
		return nil, nil // most tables: no name is looked up
	}
	last := ""          // code of the region printed last
	from, code := 0, "" // the rows from here on are in another region, with this code
	printed, lies := "", ""
	open := false
	for k, r := range t.Rows {
		if r.Role != records.Data && r.Role != records.Section {
			continue
		}
		if s := r.Text(dep); s != "" && s != printed {
			printed, lies = s, ""
			if d := places.DepartmentNamed(s); d.How != gazetteer.NotFound {
				lies = gazetteer.RegionOf(d.Department).Code
			}
		}
		s := r.Text(region)
		if s == "" {
			switch {
			case r.Role != records.Data:
				open = false
			case lies == "" || lies == last:
				open = false
			case !open || lies != code:
				open, from, code = true, k, lies
			}
			continue
		}
		here := ""
		if g := places.RegionNamed(s); g.How != gazetteer.NotFound {
			here = g.Code
		}
		// A heading is about the rows below it only.
		if open && r.Role == records.Data && here != "" && here == code {
			f := records.Finding{Code: records.CodeCarriedUp, Record: t.Rows[from].ID, At: r.At}
			if c := &r.Cells[region]; c.Src != nil {
				f.At = c.Src.At(r.At)
			}
			f.Why = fmt.Sprintf("%s is blank; %q is printed below%s, and %s lies there", t.Columns[region].Name, s, atWords(f.At), t.Rows[from].Text(dep))
			if up == nil {
				up = make([]bool, len(t.Rows))
			}
			for n, b := range t.Rows[from:k] {
				if b.Role == records.Data {
					f.Edits = extend(t, f.Edits, b, region, s)
					up[from+n] = true
				}
			}
			found = t.AppendFinding(found, f)
		}
		last, open = here, false
	}
	return found, up
}

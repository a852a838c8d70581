// This file lists the checks and has most of them. They report contradictions and mend
// nothing.

package normalize

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// A check is a built-in check.
type check struct {
	name string // a short word, as in --skip
	doc  string // one line for --help
	run  func(*checked) []records.Finding
}

// A checked is a result with the tables as they were bound.
type checked struct {
	*Result
	tables  []*bind.Table
	profile *profile.Profile
	prose   *claims.Prose
	facts   claims.Facts // of tables
}

// checks lists the checks; their order is that of the findings.
var checks = []check{
	{"spelling", "regions and departments that the gazetteer does not know", checkSpelling},
	{"region", "departments that do not lie in the region beside them", checkRegion},
	{"commune", "communes that lie in another department than the one beside them", checkCommune},
	{"postal", "postal codes of another department", checkPostal},
	{"name", "records without a name", checkName},
	{"lone", "rows that print only a name among rows of figures", checkLone},
	{"grouped", "figures of lists that may begin in the name", checkGrouped},
	{"headings", "tables without headings", checkHeadings},
	{"struck", "records that are struck out", checkStruck},
	{"total", "totals in the table that differ from its rows", checkTotals},
	{"profile", "what the release has otherwise than its profile says", checkProfile},
	{"duplicate", "records that are there twice", checkDuplicates},
	{"alike", "records that only a lost group would tell apart", checkAlike},
	{"count", "counts in the prose that rows neither bear out nor contradict", checkCounts},
	{"apart", "records in other tables than the one with the most", checkApart},
	{"conserved", "text between entries that is in no record", checkConserved},
	{"unread", "lists that are announced and not read", checkUnread},
}

// maxReports is the largest number of findings of one kind for a table. A column that
// is wrong as a whole does not need a million findings.
const maxReports = 100

// A reporter gathers findings of one kind and counts those beyond maxReports.
type reporter struct {
	t     *bind.Table
	code  string
	found []records.Finding
	more  int
}

func (rp *reporter) doubt(r *records.Record, format string, args ...any) {
	if rp.full() {
		return
	}
	f := records.Finding{Code: rp.code, Level: records.Doubt, Table: rp.t.ID, Why: fmt.Sprintf(format, args...)}
	if r != nil {
		f.Record, f.At = r.ID, r.At
	}
	rp.found = append(rp.found, f)
}

// full reports whether one more is only counted, and counts it.
func (rp *reporter) full() bool {
	if len(rp.found) < maxReports {
		return false
	}
	rp.more++
	return true
}

func (rp *reporter) all() []records.Finding {
	if rp.more > 0 {
		rp.found = append(rp.found, records.Finding{
			Code: rp.code, Level: records.Doubt, Table: rp.t.ID, At: rp.t.At,
			Why: fmt.Sprintf("%d more of this kind", rp.more),
		})
	}
	return rp.found
}

// eachTable runs a check table by table.
func eachTable(r *checked, code string, check func(*bind.Table, *reporter)) (all []records.Finding) {
	for _, t := range r.tables {
		rp := &reporter{t: t, code: code}
		check(t, rp)
		all = append(all, rp.all()...)
	}
	return all
}

func checkSpelling(res *checked) []records.Finding {
	return eachTable(res, records.CodeUnknownPlace, func(t *bind.Table, rp *reporter) {
		for _, kind := range [...]string{"region", "department"} {
			j := t.Col(kind)
			if j < 0 {
				continue
			}
			if ownDivision(t, j, kind) {
				continue
			}
			told := map[string]bool{}
			last := "" // known, in most rows
			for _, r := range t.Rows {
				s := r.Text(j)
				if r.Role != records.Data || s == "" || s == last || told[s] {
					continue
				}
				last = s
				if ok, _ := t.Places.Accepts(kind, s); ok || len(told) >= maxReports {
					continue
				}
				told[s] = true
				k := gazetteer.KindRegion
				if kind == "department" {
					k = gazetteer.KindDepartment
				}
				if near, ok := gazetteer.Suggest(k, s); ok {
					rp.doubt(r, "%q is no %s; %s?", s, kind, near)
				} else {
					rp.doubt(r, "%q is no %s that the gazetteer knows", s, kind)
				}
			}
		}
	})
}

// ownDivision reports whether column j holds regions that the issuer made ("Grand
// Ouest", "Zone Nord"), not the official ones: the gazetteer does not know at least
// half of its values, and at least three.
func ownDivision(t *bind.Table, j int, kind string) bool {
	const least = 3
	seen := map[string]bool{}
	known, unknown := 0, 0
	for _, r := range t.Rows {
		s := r.Text(j)
		if r.Role != records.Data || s == "" || seen[s] {
			continue
		}
		if len(seen) == bind.SampleRows {
			break
		}
		seen[s] = true
		if ok, _ := t.Places.Accepts(kind, s); ok {
			known++
		} else {
			unknown++
		}
	}
	return unknown >= least && unknown >= known
}

func checkRegion(res *checked) []records.Finding {
	return eachTable(res, records.CodeRegionContradicted, func(t *bind.Table, rp *reporter) {
		region, department := t.Col("region"), t.Col("department")
		if region < 0 || department < 0 {
			return
		}
		var lastRegion, lastDepartment string
		for _, r := range t.Rows {
			if r.Role != records.Data || r.Text(region) == lastRegion && r.Text(department) == lastDepartment {
				continue
			}
			lastRegion, lastDepartment = r.Text(region), r.Text(department)
			rh, dh := t.Places.Region(lastRegion), t.Places.Department(lastDepartment)
			if rh.How == gazetteer.NotFound || dh.How == gazetteer.NotFound || dh.Region == rh.Code {
				continue
			}
			rp.doubt(r, "%s lies in %s, not in %s", dh.Name, gazetteer.RegionOf(dh.Department).Name, rh.Name)
		}
	})
}

func checkCommune(res *checked) []records.Finding {
	return eachTable(res, records.CodeCommuneContradicted, func(t *bind.Table, rp *reporter) {
		department := t.Col("department")
		name := t.Col("commune")
		if name < 0 {
			name = t.Col("name")
		}
		if department < 0 || name < 0 {
			return
		}
		names := gazetteer.NewNames(len(t.Rows), ownWords(t, name))
		var run []contradiction // neighbours that are all in one other department
		flush := func() {
			for i, c := range run {
				hint := ""
				if len(run) > 1 && i == 0 {
					hint = fmt.Sprintf("; so do the %d rows from here on: was the heading %q lost?", len(run), c.lies)
				}
				rp.doubt(c.r, "%s is in %s, not in %s; the printed value is kept%s", c.commune, c.lies, c.stated, hint)
			}
			run = nil
		}
		for _, r := range t.Rows {
			if r.Role != records.Data {
				continue
			}
			if rp.more > maxContradictions {
				rp.more = 0
				rp.found = append(rp.found, records.Finding{
					Code: rp.code, Level: records.Doubt, Table: t.ID, Record: r.ID, At: r.At,
					Why: "too many communes are in other departments to trust this column; no more were checked",
				})
				break
			}
			c, ok := contradicted(t, r, r.Text(department), r.Text(name), names)
			if !ok {
				flush()
				continue
			}
			if len(run) > 0 && run[0].lies != c.lies {
				flush()
			}
			run = append(run, c)
		}
		flush()
	})
}

// maxContradictions is how many communes may be elsewhere, beyond those reported,
// before the check gives up on a table. Each costs a search of all communes, and a
// thousand of them have one cause.
const maxContradictions = 1000

// A contradiction is a record whose commune is in another department.
type contradiction struct {
	r                     *records.Record
	commune, lies, stated string
}

func contradicted(t *bind.Table, r *records.Record, department, name string, names *gazetteer.Names) (c contradiction, ok bool) {
	d := t.Places.Department(department)
	if d.How == gazetteer.NotFound || name == "" {
		return c, false
	}
	commune, ok := names.Contradicts(d.Department, name)
	if !ok {
		return c, false
	}
	lies, _ := gazetteer.DepartmentByCode(commune.Department)
	return contradiction{r, commune.Name, fmt.Sprintf("%s (%s)", lies.Name, lies.Code), d.Name}, true
}

// ownWords returns the words that the names of a table begin with.
func ownWords(t *bind.Table, name int) []string {
	var names []string
	for _, r := range t.Rows {
		if r.Role == records.Data && r.Text(name) != "" {
			if names = append(names, r.Text(name)); len(names) == bind.SampleRows {
				break
			}
		}
	}
	return gazetteer.OwnWords(names)
}

func checkPostal(res *checked) []records.Finding {
	return eachTable(res, records.CodePostalContradicted, func(t *bind.Table, rp *reporter) {
		postal, code := t.Col("postal_code"), t.Col("department_code")
		if postal < 0 || code < 0 {
			return
		}
		for _, r := range t.Rows {
			p, c := r.Text(postal), r.Text(code)
			if r.Role != records.Data || len(p) != 5 || c == "" || postalFits(p, c) {
				continue
			}
			// The post of some communes comes from the next department.
			served := false
			for _, commune := range gazetteer.CommunesOfPostalCode(p) {
				served = served || postalFits(commune.Department+"000", c)
			}
			if !served {
				rp.doubt(r, "postal code %s is not in department %s", p, c)
			}
		}
	})
}

// postalFits reports whether a postal code begins like those of a department.
func postalFits(postal, department string) bool {
	switch department {
	case "2A", "2B":
		return strings.HasPrefix(postal, "20") || strings.HasPrefix(postal, department)
	case "69M":
		return strings.HasPrefix(postal, "69")
	case "6AE":
		return strings.HasPrefix(postal, "67") || strings.HasPrefix(postal, "68")
	}
	return strings.HasPrefix(postal, department)
}

func checkName(res *checked) []records.Finding {
	return eachTable(res, records.CodeNoName, func(t *bind.Table, rp *reporter) {
		name := t.Col("name")
		for _, r := range t.Rows {
			if r.Role == records.Data && name >= 0 && r.Text(name) == "" {
				rp.doubt(r, "the row has no name")
			}
		}
	})
}

func checkTotals(res *checked) []records.Finding {
	return eachTable(res, records.CodeTotalDiffers, func(t *bind.Table, rp *reporter) {
		for _, s := range bind.Totals(t) {
			if s.Counts && s.Value != float64(s.Found) {
				rp.doubt(s.R, "%q, but %d rows stand there", s.Text, s.Found)
				if s.R == nil { // a figure beside a head of a list
					rp.found[len(rp.found)-1].At = s.At
				}
			}
		}
		checkSums(t, rp)
	})
}

// checkCounts reports figures that leave a doubt about the rows.
func checkCounts(res *checked) (found []records.Finding) {
	for i := range res.Claims {
		if c := &res.Claims[i]; c.Doubt != "" {
			found = append(found, records.Finding{Code: records.CodeCountDiffers, Level: records.Doubt, At: c.At, Why: c.Doubt})
		}
	}
	return found
}

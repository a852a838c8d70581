// This file drafts a profile from a release: it writes down what was inferred, to be
// edited.

package normalize

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// DraftProfile returns a commented profile in YAML that says what was inferred of
// the table t of res, to be edited. t may be nil: then only the head is drafted.
//
// With the draft, the release gives the same records as without. DraftProfile tries
// that: if the types of columns or the carried columns would change a record (a row
// that had slid is mended once a column is known to hold numbers), the draft has
// them as comments.
func DraftProfile(res *Result, t *records.Table) []byte {
	var draft []byte
	for _, d := range []drafter{{res: res, t: t}, {res: res, t: t, noTypes: true}, {res: res, t: t, noTypes: true, noCarry: true}} {
		if draft = d.write(); t == nil {
			break
		}
		p, err := profile.Parse(draft)
		if err != nil {
			continue
		}
		if again, err := Normalize(res.Document, Options{Profile: p}); err == nil && sameRecords(res, again) {
			break
		}
	}
	return draft
}

// sameRecords reports whether two results have the same values in the same columns.
func sameRecords(a, b *Result) bool {
	return slices.EqualFunc(a.Tables, b.Tables, func(a, b *records.Table) bool {
		return slices.EqualFunc(a.Columns, b.Columns, func(a, b records.Column) bool { return a.Name == b.Name && a.Type == b.Type }) &&
			slices.EqualFunc(a.Rows, b.Rows, func(x, y *records.Record) bool {
				if x.Role != y.Role {
					return false
				}
				for j := range a.Columns {
					if x.Text(j) != y.Text(j) {
						return false
					}
				}
				return true
			})
	})
}

func (d *drafter) write() []byte {
	d.head()
	if d.t != nil {
		d.columns()
		d.marks()
		d.rows()
	}
	d.claims()
	return d.b.Bytes()
}

type drafter struct {
	res              *Result
	t                *records.Table
	b                bytes.Buffer
	noTypes, noCarry bool // only as comments
}

func (d *drafter) line(format string, args ...any) { fmt.Fprintf(&d.b, format+"\n", args...) }

func (d *drafter) head() {
	doc := d.res.Document
	d.line("# Drafted from %s. What you leave out is inferred as without a profile.", profile.OneLine(path.Base(doc.Name)))
	d.line("# pressoir profile check FILE.yaml RELEASE... says whether it fits other releases;")
	d.line("# pressoir profile schema > profile.schema.json helps editors; docs/profiles.md explains each key.")
	d.line("")
	d.line("name: %s", profile.FamilyOf(doc.Name))
	title := profile.OneLine(doc.Meta.Title.Text)
	if title == "" {
		title = "releases like " + profile.OneLine(path.Base(doc.Name))
	}
	d.line("description: %s", profile.YAMLText(title))
	d.line("")
	var patterns []string
	if s := profile.OneLine(doc.Meta.Issuer.Text); fold.Words(s) != "" && len(s) <= profile.MaxPatternLength {
		patterns = append(patterns, fmt.Sprintf("  issuer: %s", profile.YAMLText(s)))
	}
	if d.t != nil {
		if j := d.t.Col("name"); j >= 0 {
			if s := profile.OneLine(d.t.Columns[j].Title); fold.Words(s) != "" && len(s) <= profile.MaxPatternLength {
				patterns = append(patterns, fmt.Sprintf("  headings: %s", profile.YAMLText(s)))
			}
		}
	}
	d.line("# How releases of the family are told from others: of each key one pattern must be")
	d.line("# there. A pattern is words, or between slashes a regular expression.")
	if len(patterns) == 0 {
		d.line("# recognise:")
	} else {
		d.line("recognise:")
	}
	for _, p := range patterns {
		d.line("%s", p)
	}
	if doc.Meta.Title.Text != "" {
		d.line("#  title: %s # some words of it that stay", profile.YAMLText(title))
	}
}

func (d *drafter) columns() {
	t := d.t
	d.line("")
	d.line("# The columns, as they are printed from the left. A column can also have:")
	d.line("#   required: true      what has no value is reported")
	d.line("#   allowed: [a, b]     the only values; others are reported")
	d.line("#   missing: [\"-\", n.d.] what is printed for no value")
	d.line("#   carry: true, false  whether a blank takes the value above, within: the column that ends it")
	d.line("columns:")
	for j := range t.Columns {
		if c := &t.Columns[j]; c.Printed < 0 && !c.Derived && !fixedFlag(c.Name) {
			d.line("  - name: %s", profile.YAMLText(c.Name))
			d.line("    above: true # in headings or in rows across the table")
			d.typ(j)
			d.carry(j)
		}
	}
	for _, j := range t.Printed() {
		c := &t.Columns[j]
		d.line("  - name: %s", profile.YAMLText(c.Name))
		if s := profile.OneLine(c.Title); fold.Words(s) != "" {
			d.line("    titles: [%s]", profile.YAMLText(s))
		}
		d.typ(j)
		d.carry(j)
		d.values(j)
	}
}

func fixedFlag(name string) bool { return profile.FixedType(name) == "flag" || name == "mark" }

// typ writes the type of a column; text is not worth a line.
func (d *drafter) typ(j int) {
	c := &d.t.Columns[j]
	name := profile.FixedType(c.Name)
	if name == "" || profile.TypeNamed(name).Type != c.Type {
		name = ""
		for _, pt := range profile.Types() {
			if pt.Type == c.Type && profile.FixedType(c.Name) == "" && pt.Name != "integer" && c.Type != records.Text && !(c.Type == records.Code && pt.Name != "code") {
				name = pt.Name
				break
			}
		}
	}
	if name == "" {
		return
	}
	as := comment(d.noTypes)
	d.line("    %stype: %s", as, name)
	if c.Type == records.Money && c.Unit != "" {
		d.line("    %sunit: %s", as, profile.YAMLText(c.Unit))
	}
}

// comment returns what makes a line of YAML a comment, if it is to be one.
func comment(yes bool) string {
	if yes {
		return "# "
	}
	return ""
}

// carry writes that the blanks of a column took the value above, if they did.
func (d *drafter) carry(j int) {
	t := d.t
	carried := false
	for i := range d.res.Findings {
		f := &d.res.Findings[i]
		if f.Table != t.ID || f.Code != records.CodeCarried && f.Code != records.CodeSection || f.Pass != carryPass.name {
			continue
		}
		carried = carried || slices.ContainsFunc(f.Edits, func(e records.Edit) bool { return int(e.Col) == j })
	}
	if k := slices.IndexFunc(carriers(t), func(c carrier) bool { return c.col == j }); k < 0 || carriers(t)[k].cells {
		carried = false // a merged cell, which holds anyway
	}
	if !carried {
		return
	}
	as := comment(d.noCarry)
	d.line("    %scarry: true", as)
	for _, within := range [...]string{"department", "region"} {
		if k := t.Named(within); k >= 0 && !t.Columns[k].Derived && t.Columns[j].Name != within && t.Columns[j].Name != "region" && t.Columns[j].Name != "section" &&
			t.Columns[j].Name != within+"_code" && t.Columns[j].Name != "region_code" {
			d.line("    %swithin: %s", as, within)
			return
		}
	}
}

const (
	maxDraftValues = 6 // different values of a column that looks like a choice among a few
	minDraftRows   = 8 // records from which a choice shows
)

// values writes, as comments, what the values of a column suggest.
func (d *drafter) values(j int) {
	c := &d.t.Columns[j]
	var kinds, none []string
	rows, blanks := 0, 0
	for _, r := range d.t.Rows {
		if r.Role != records.Data {
			continue
		}
		rows++
		s := r.Text(j)
		switch {
		case s == "":
			blanks++
		case lexicon.IsMissing(s) && !slices.Contains(none, s) && len(none) <= maxDraftValues:
			none = append(none, s)
		case lexicon.IsMissing(s):
		case len(kinds) <= maxDraftValues && !slices.Contains(kinds, s):
			kinds = append(kinds, s)
		}
	}
	if c.Name == "name" && blanks == 0 && rows > 0 && !d.namelessElsewhere() {
		d.line("    required: true")
	}
	if len(none) > 0 && len(none) <= maxDraftValues {
		d.line("    # missing: %s", profile.YAMLList(none))
	}
	if c.Type == records.Text && profile.FixedType(c.Name) == "" && c.Name != "name" && rows >= minDraftRows && len(kinds) > 1 && len(kinds) <= maxDraftValues && 3*len(kinds) <= rows {
		d.line("    # allowed: %s", profile.YAMLList(kinds))
	}
}

// namelessElsewhere reports whether another table has a record without a name:
// it may be one that the profile describes as well.
func (d *drafter) namelessElsewhere() bool {
	for _, t := range d.res.Tables {
		j := t.Col("name")
		if slices.ContainsFunc(t.Rows, func(r *records.Record) bool { return r.Role == records.Data && r.Text(j) == "" }) {
			return true
		}
	}
	return false
}

func (d *drafter) marks() {
	t := d.t
	d.line("")
	d.line("# What marks mean: new, renewed, provisional, withdrawn, or a column name of your own.")
	d.line("# sign, word, bold, italic, fill, color (a colour or any), column (of crosses).")
	var lines []string
	for i := range t.Legends {
		l := &t.Legends[i]
		if j := t.Named(l.Meaning); l.Meaning == "" || j < 0 || t.Columns[j].Printed >= 0 || l.Profile != "" {
			continue
		}
		fresh := len(lines)
		for k := range l.Marks {
			if entry := markEntry(&l.Marks[k]); entry != "" {
				entry = fmt.Sprintf("  - {%s, means: %s}", entry, l.Meaning)
				if !slices.ContainsFunc(lines, func(s string) bool { return strings.HasPrefix(s, entry) }) {
					lines = append(lines, entry)
				}
			}
		}
		if len(lines) > fresh {
			lines[fresh] += " # " + profile.OneLine(l.Text)
		}
	}
	if len(lines) > 0 {
		d.line("marks:")
	} else {
		d.line("# marks:")
	}
	for _, l := range lines {
		d.line("%s", l)
	}
	for i := range d.res.Findings {
		f := &d.res.Findings[i]
		if f.Table == t.ID && (f.Code == records.CodeMarkUnexplained || f.Code == records.CodeMarked && len(lines) == 0) {
			d.line("#   seen: %s", profile.OneLine(f.Why))
		}
	}
	if len(lines) == 0 {
		d.line("#   - {sign: \"*\", means: new}")
	}
}

// markEntry writes one mark, "" for a word that is not known without the profile.
func markEntry(mk *marks.Mark) string {
	hue := mk.Hue
	if hue == "" {
		hue = "any"
	}
	switch mk.Kind {
	case marks.SignMark:
		return "sign: " + profile.YAMLText(mk.Sign)
	case marks.WordMark:
		if lexicon.SaysNew(fold.Words(mk.Sign)) {
			return "word: " + profile.YAMLText(mk.Sign)
		}
	case marks.BoldMark:
		return "bold: true"
	case marks.ItalicMark:
		return "italic: true"
	case marks.FillMark:
		return "fill: " + hue
	case marks.ColorMark:
		return "color: " + hue
	}
	return ""
}

// maxDraftRows is how many rows of a kind a draft shows as examples.
const maxDraftRows = 3

func (d *drafter) rows() {
	show := func(role records.Role) {
		n := 0
		for _, r := range d.t.Rows {
			if r.Role == role {
				if n++; n <= maxDraftRows {
					d.line("#   seen: %s", beginning(rowText(r)))
				}
			}
		}
	}
	d.line("")
	d.line("# Words that open a row that sums up others, besides total, sous-total, ensemble ...")
	show(records.Total)
	d.line("# totals: [Soit]")
	d.line("")
	d.line("# Rows that are no records: words, or regular expressions between slashes.")
	show(records.Note)
	d.line(`# skip: [/^Source\s*:/]`)
}

func (d *drafter) claims() {
	d.line("")
	d.line("# Figures that each release of the family announces; one that is missing is reported.")
	unit := "" // of a total that holds: what the rows are
	var kinds []claims.Kind
	for i := range d.res.Claims {
		c := &d.res.Claims[i]
		if c.Status == claims.OutOfScope || c.Status == claims.NotCheckable {
			continue
		}
		if !slices.Contains(kinds, c.Kind) {
			kinds = append(kinds, c.Kind)
		}
		if u := profile.OneLine(c.Unit); c.Kind == claims.Total && c.Status == claims.OK && fold.Words(u) != "" && (unit == "" || len(u) < len(unit)) {
			unit = u
		}
	}
	if len(kinds) == 0 {
		d.line("# claims:\n#   - kind: total\n#     unit: sites # what the rows are, as the prose calls them")
		return
	}
	d.line("claims:")
	for _, k := range kinds {
		d.line("  - kind: %s", k)
		if k == claims.Total && unit != "" {
			d.line("    unit: %s # what the rows are, as the prose calls them", profile.YAMLText(unit))
		}
	}
}

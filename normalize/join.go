// The join pass joins rows and cells that were wrapped over lines.

package normalize

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/records"
)

var joinPass = pass{
	name: "join",
	doc:  "join a row that was broken over several lines",
	run:  runJoin,
}

// runJoin compares each record with the one above it. A row that prints nothing but
// the rest of the row above is joined to it as a whole; of other rows, a second half
// of a region or a department is joined to the first.
func runJoin(t *bind.Table) (found []records.Finding) {
	if t.List > 0 {
		return nil // the rows of a list have their headings already
	}
	j := joiner{t: t, name: t.Col("name")}
	var above *records.Record
	var pending []records.Finding // seams of the row above, unless it is joined
	gave := false                 // a half in the row above belongs to the row before it: that row takes part in no other join
	for _, r := range t.Rows {
		j.cut = len(t.Cuts) > 0 && isCut(t.Cuts, r.ID)
		switch r.Role {
		case records.Blank, records.Head:
			continue
		case records.Data:
		default:
			found = append(j.flush(found), pending...)
			above, pending, gave = nil, nil, false
			continue
		}
		if above != nil && !gave {
			if why := j.continues(above, r); why != "" {
				j.take(above, r, why)
				pending = nil // the cells are whole only now
				continue
			}
		}
		whole := j.into == nil // the row above was not joined of several
		found = append(j.flush(found), pending...)
		var halves []records.Finding
		if above != nil && pending == nil && whole {
			halves = j.halves(above, r)
			found = append(found, halves...)
		}
		if pending = nil; halves == nil {
			pending = seams(t, r)
		}
		above, gave = r, halves != nil
	}
	found = append(found, pending...)
	return j.flush(found)
}

// isCut reports whether id is among the rising ids.
func isCut(ids []int, id int) bool {
	_, ok := slices.BinarySearch(ids, id)
	return ok
}

// A joiner collects the lines of one row.
type joiner struct {
	t     *bind.Table
	name  int
	into  *records.Record
	texts []string // of into, with what was joined
	why   string
	edits []records.Edit
	cut   bool   // the row at hand is the first after a page
	full  []bool // columns that nearly all rows fill; nil if not yet known
	lower int    // 1 if names often begin in lower case, -1 if not, 0 if not yet known
}

// continues returns why r is the rest of the row above, "" if it is not.
func (j *joiner) continues(above, r *records.Record) string {
	if j.name < 0 || j.name >= len(r.Cells) || j.name >= len(above.Cells) {
		return ""
	}
	// Most rows end here: their name does not begin like a rest, and the one above is
	// complete.
	if s := r.Cells[j.name].Text; s != "" && !j.cut && !beginsLikeRest(s) && !j.open(j.text(above, j.name)) && !j.brokenPlaces(above, r) {
		return ""
	}
	return j.compare(above, r)
}

// compare returns why r is the rest of the row above, as the cells of both show, "" if
// it is not.
func (j *joiner) compare(above, r *records.Record) (why string) {
	cells, fills, weak, begins := 0, false, false, false
	for c := range r.Cells {
		s := r.Cells[c].Text
		if s == "" || c != j.name && r.Cells[c].Src == r.Cells[j.name].Src {
			continue
		}
		cells++
		if c >= len(j.t.Columns) {
			return ""
		}
		up := j.text(above, c)
		if up == "" {
			// The last line of a row may print what the first left blank, but not
			// a new place.
			if n := j.t.Columns[c].Means(); n == "region" || n == "department" || c == j.name {
				return ""
			}
			fills = true
			continue
		}
		if j.codeOf(c, up, s) {
			continue
		}
		if j.halfOf(c, up, s) { // before what it means alone: "Rhône" below "Bouches-du-"
			why = fmt.Sprintf("%q and %q are halves of one name", up, s)
			continue
		}
		if ok, known := j.t.Accepts(c, s); known && ok || j.t.Columns[c].Type != records.Text {
			return ""
		}
		switch {
		case openBracket(up) && strings.Contains(s, ")"):
			why = fmt.Sprintf("the parenthesis opened in %q closes in %q", up, s)
		case openEnd(up):
			why = fmt.Sprintf("%q continues in %q", up, s)
		case c == j.name && strings.HasPrefix(s, "- ") && j.barer(above, r):
			why = fmt.Sprintf("%q continues in %q, which begins with a dash and has nothing beside it", up, s)
		case c == j.name && why == "":
			why, weak = j.brokenName(above, r, up, s)
		case c != j.name && !beginsLikeRest(s):
			begins = true
		}
	}
	if cells == 0 || weak && (fills || begins) { // a small letter is no proof beside a cell that begins
		return ""
	}
	return why
}

// brokenName returns why s may be the rest of the name up, though up looks complete;
// weak is true if the only evidence is the first letter of s.
func (j *joiner) brokenName(above, r *records.Record, up, s string) (why string, weak bool) {
	switch {
	case j.cut && j.cutOff(above, r):
		return fmt.Sprintf("the page ends in the middle of the row: %q continues in %q, and nothing else is printed beside it", up, s), false
	case fold.StartsLower(s) && !j.lowerNames() && j.barer(above, r):
		return fmt.Sprintf("%q begins in the middle of a sentence and its row prints nothing else", s), true
	}
	return "", false
}

// codeOf reports whether s is the code of the place that up names: "(49)" below
// "Maine-et-Loire".
func (j *joiner) codeOf(c int, up, s string) bool {
	if j.t.Columns[c].Means() != "department" || s[0] != '(' {
		return false
	}
	place, code := j.t.Places.Department(up), j.t.Places.Department(s)
	return places.Found(place.How) && code.How == gazetteer.Coded && code.Code == place.Code
}

// cutOff reports whether r, the first row after a page break, leaves a column blank
// that the row above and nearly all others fill: a whole row would not.
func (j *joiner) cutOff(above, r *records.Record) bool {
	if j.full == nil {
		j.full = make([]bool, len(j.t.Columns))
		for c := range j.full {
			filled, all := 0, 0
			for _, r := range j.t.Rows[:min(len(j.t.Rows), bind.SampleRows)] {
				if r.Role == records.Data {
					all++
					if r.Text(c) != "" {
						filled++
					}
				}
			}
			j.full[c] = c != j.name && j.t.Columns[c].Printed >= 0 && all >= 5 && 5*filled >= 4*all
		}
	}
	cut := false
	for c := range j.full {
		if !j.full[c] {
			continue
		}
		if r.Text(c) != "" && !j.codeOf(c, above.Text(c), r.Text(c)) || above.Text(c) == "" {
			return false
		}
		cut = true
	}
	return cut
}

// brokenPlaces reports whether all places that r prints are second halves of those
// above, and r lacks what nearly all rows print. Then its name is a second line too,
// even if it begins like a name.
func (j *joiner) brokenPlaces(above, r *records.Record) bool {
	n := 0
	for c := range j.t.Columns {
		switch j.t.Columns[c].Means() {
		case "region", "department":
			if s := r.Text(c); s != "" {
				if !j.halfOf(c, j.text(above, c), s) {
					return false
				}
				n++
			}
		}
	}
	return n > 0 && j.barer(above, r)
}

// open reports whether a name is not at its end.
func (j *joiner) open(s string) bool { return openEnd(s) || openBracket(s) }

// text returns the text of a cell of the row above with what was joined to it.
func (j *joiner) text(r *records.Record, c int) string {
	if r == j.into && c < len(j.texts) {
		return j.texts[c]
	}
	return r.Text(c)
}

// barer reports whether the row above prints cells that r leaves blank and that
// nearly all rows print: a date, an amount, a code. A name is not enough.
func (j *joiner) barer(above, r *records.Record) bool {
	for c := range j.t.Columns {
		if j.t.Columns[c].Printed >= 0 && j.t.Columns[c].Type != records.Text && j.t.Columns[c].Type != records.Flag && above.Text(c) != "" && r.Text(c) == "" {
			return true
		}
	}
	return false
}

// halfOf reports whether up and s together name the place that neither does alone.
func (j *joiner) halfOf(c int, up, s string) bool {
	switch n := j.t.Columns[c].Means(); n {
	case "region", "department":
		if ok, _ := j.t.Places.Accepts(n, up); up == "" || s == "" || ok && !strings.HasSuffix(up, "-") {
			return false
		}
		ok, _ := j.t.Places.Accepts(n, joinText(up, s))
		return ok
	}
	return false
}

// take joins r to the row above.
func (j *joiner) take(above, r *records.Record, why string) {
	if j.into != above {
		j.into, j.texts, j.why, j.edits = above, make([]string, len(above.Cells)), why, nil
		for c := range above.Cells {
			j.texts[c] = above.Cells[c].Text
		}
	}
	for c := range r.Cells {
		if s := r.Cells[c].Text; s != "" && c < len(j.texts) {
			j.texts[c] = joinText(j.texts[c], s)
		}
	}
	j.edits = append(j.edits, records.Edit{Op: records.SetRole, Role: records.Joined, Record: int32(r.ID)})
}

// flush ends the row at hand.
func (j *joiner) flush(found []records.Finding) []records.Finding {
	if j.into == nil {
		return found
	}
	f := records.Finding{Code: records.CodeJoined, Record: j.into.ID, Why: j.why, Edits: j.edits}
	for c, s := range j.texts {
		if s != j.into.Cells[c].Text {
			f.Edits = j.t.AppendEdit(f.Edits, records.Edit{Record: int32(j.into.ID), Col: int32(c), Text: s})
		}
	}
	j.into, j.texts, j.edits = nil, nil, nil
	return append(found, f)
}

// halves joins a region or a department whose second half is in the next row, beside
// another name.
func (j *joiner) halves(above, r *records.Record) (found []records.Finding) {
	for c := range j.t.Columns {
		n := j.t.Columns[c].Means()
		if n != "region" && n != "department" {
			continue
		}
		up, s := above.Text(c), r.Text(c)
		if up == "" || s == "" || up == s {
			continue
		}
		// "Franche-Comté" is a former region: only the open hyphen above shows that it is a half.
		if ok, _ := j.t.Places.Accepts(n, s); ok && !strings.HasSuffix(up, "-") || !j.halfOf(c, up, s) {
			continue
		}
		found = j.t.AppendFinding(found, records.Finding{
			Code: records.CodeJoined, Record: above.ID, Why: fmt.Sprintf("%q and %q are halves of one name", up, s),
			Edits: []records.Edit{{Record: int32(above.ID), Col: int32(c), Text: joinText(up, s)}, {Record: int32(r.ID), Col: int32(c)}},
		})
	}
	return found
}

// joinText joins two lines of one cell, without a blank after a hyphen between letters.
func joinText(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	case strings.HasSuffix(a, "-") && !strings.HasSuffix(a, " -") || strings.HasSuffix(a, "'") || strings.HasSuffix(a, "’"):
		return a + b
	}
	return a + " " + b
}

// openEnds are words that do not end a name.
var openEnds = map[string]bool{
	"de": true, "du": true, "des": true, "la": true, "le": true, "les": true, "et": true, "en": true, "sur": true, "sous": true,
	"au": true, "aux": true, "à": true, "pour": true, "par": true, "avec": true, "of": true, "the": true, "and": true, "d'": true, "l'": true, "d’": true, "l’": true,
}

// openEnd reports whether s ends as no name does: with a hyphen, an article or a
// preposition.
func openEnd(s string) bool {
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case '-':
		return len(s) > 1 && s != "--"
	case 'e', 'u', 's', 'a', 't', 'n', 'r', 'x', 'c', 'f', 'd', '\'', 0x99, 0xa0:
	default:
		return false
	}
	i := strings.LastIndexByte(s, ' ')
	return i > 0 && openEnds[s[i+1:]]
}

// openBracket reports whether a parenthesis is open at the end of s.
func openBracket(s string) bool {
	return strings.IndexByte(s, '(') >= 0 && strings.Count(s, "(") > strings.Count(s, ")")
}

// beginsLikeRest reports whether s could be the rest of a line.
func beginsLikeRest(s string) bool {
	return s[0] >= utf8.RuneSelf || s[0] >= 'a' && s[0] <= 'z' || s[0] == '(' || s[0] == ')' || s[0] == '-' || s[0] == ','
}

// lowerNames reports whether names of the table often begin in lower case.
func (j *joiner) lowerNames() bool {
	if j.lower == 0 {
		j.lower = -1
		lower, all := 0, 0
		for _, r := range j.t.Rows[:min(len(j.t.Rows), bind.SampleRows)] {
			if s := r.Text(j.name); r.Role == records.Data && s != "" {
				all++
				if fold.StartsLower(s) {
					lower++
				}
			}
		}
		if 3*lower > all {
			j.lower = 1
		}
	}
	return j.lower > 0
}

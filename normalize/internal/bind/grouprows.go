// Group rows: rows that name those below them, found by looking at the whole table.

package bind

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/marks"
)

// maxGroupName is the longest name of a group, in bytes (longer ones are prose).
const maxGroupName = 160

// A groupRow is a row of which only the first cell is filled.
type groupRow struct {
	frag  *fragment
	row   int
	look  string // its type: rows of one depth look alike
	sure  bool   // it looks different from records, or spans the table
	after bool   // it comes right after another such row
}

// findGroups looks for rows that name those below them and notes their depths.
// Such a row prints nothing but its first cell, a record follows it, and either its
// type sets it off, or there are two of them at least, the first above all records:
// the norm in spreadsheets.
func (b *binder) findGroups(frags []*fragment, width int) {
	if width < 2 {
		return
	}
	scan := groupScan{binder: b, width: width}
	scan.stubs(frags)
	for _, f := range frags {
		for i := f.header; i < len(f.rows); i++ {
			scan.row(f, i)
		}
	}
	scan.settle(frags)
}

// A groupScan walks over the rows of a table and collects those that may be group rows.
type groupScan struct {
	*binder
	width   int
	light   bool                    // the first cells of records are not bold
	grounds map[document.Color]bool // fills of the first cells of records
	found   []groupRow
	run     []groupRow // group rows since the last record
	records int
	first   bool // the first row of all is a group row
	capital bool // records do not begin in lower case
	broken  bool // three rows of one cell follow each other: no groups
}

// row takes in row i of f: as a group row, a record, or neither.
func (s *groupScan) row(f *fragment, i int) {
	r := &f.rows[i]
	if len(r.Cells) > 1 && !r.Cells[0].IsBlank() && !r.Cells[1].IsBlank() {
		s.record()
		return // most rows end here
	}
	j := r.Lone()
	switch {
	case j < 0 && allBlank(r):
		return
	case j < 0:
		s.record()
		return
	}
	text := cellText(r, j)
	if IsTotal(s.Places, text) || isNoteText(text) || s.Profile.Skips(text) != nil {
		return
	}
	wide := int(r.Cells[j].Span().Cols) >= s.width || len(r.Cells) == 1 && s.width > 1
	if f.column(j) != 0 && !wide || len(text) > maxGroupName || strings.HasSuffix(text, "-") || !hasLetter(text) {
		s.record()
		return
	}
	g := groupRow{frag: f, row: i, look: lookOf(&r.Cells[j], wide), after: len(s.run) > 0}
	g.sure = int(r.Cells[j].Span().Cols) >= s.width || s.setsOff(&r.Cells[j])
	if s.capital && s.records > 0 && fold.StartsLower(text) && !g.sure {
		return // the second line of the name above
	}
	if s.records == 0 && len(s.found) == 0 && len(s.run) == 0 {
		s.first = true
	}
	s.run = append(s.run, g)
}

// record counts a record, which ends a run of group rows.
func (s *groupScan) record() {
	s.records++
	if len(s.run) > 2 {
		s.broken = true
	}
	s.found = append(s.found, s.run...)
	s.run = s.run[:0]
}

// settle decides which of the rows found are group rows, and notes their depths.
func (s *groupScan) settle(frags []*fragment) {
	sure := 0
	for i := range s.found {
		if s.found[i].sure {
			sure++
		}
	}
	all, some := s.accept(sure)
	if !some {
		return
	}
	s.plainGroups = 2*s.placesNamed(all) <= len(s.found)
	s.setDepths(all)
	// The first of the groups was above the frame, and was read as a heading.
	if f := s.found[0].frag; f == frags[0] && !s.first && f.lead != nil && sure > 0 {
		f.context, f.title = append(f.context, *f.lead), f.leadTitle
	}
}

// accept reports whether all rows found are group rows, and whether any is; sure is how
// many their type sets off.
func (s *groupScan) accept(sure int) (all, some bool) {
	n := len(s.found)
	if n == 0 || s.records == 0 {
		return false, false
	}
	broken := s.broken || len(s.run) > 0
	all = !broken && n >= 2 && s.first && 2*n <= s.records+n
	switch {
	case all:
		return true, true
	case sure == 0:
		return false, false
	}
	// Of two columns, one such row may be a name without its value.
	return false, s.width != 2 || s.first || sure >= 2
}

// placesNamed returns how many group rows name a region or a department; all says that
// every row found is one, not only the sure ones.
func (s *groupScan) placesNamed(all bool) int {
	named := 0
	for i := range s.found {
		if g := &s.found[i]; (all || g.sure) && isPlace(s.Places, cellText(&g.frag.rows[g.row], g.frag.rows[g.row].Lone())) {
			named++
		}
	}
	return named
}

// setDepths notes the depth of each group row: 1, or 2 below a row of another type.
func (s *groupScan) setDepths(all bool) {
	outer := map[string]bool{} // types of rows right above one of another type
	for i := 1; i < len(s.found); i++ {
		if s.found[i].after && s.found[i].look != s.found[i-1].look {
			outer[s.found[i-1].look] = true
		}
	}
	for i := range s.found {
		g := &s.found[i]
		if !all && !g.sure {
			continue
		}
		depth := uint8(1)
		if g.after && !outer[g.look] || len(outer) > 0 && !outer[g.look] {
			depth = 2
		}
		if g.frag.groupRows == nil {
			g.frag.groupRows = map[int]uint8{}
		}
		g.frag.groupRows[g.row] = depth
	}
}

// stubs notes the style of the first cells of rows that print more than one.
func (s *groupScan) stubs(frags []*fragment) {
	s.grounds = map[document.Color]bool{0: true}
	bold, lower, all := 0, 0, 0
	for _, f := range frags {
		for i := f.header; i < len(f.rows) && all < SampleRows; i++ {
			r := &f.rows[i]
			if len(r.Cells) < 2 || r.Cells[0].IsBlank() || r.Lone() >= 0 || IsTotalRow(r) {
				continue
			}
			all++
			if fold.StartsLower(cellText(r, 0)) {
				lower++
			}
			if !r.Cells[0].IsPlain() {
				st := marks.StyleOf(r.Cells[0].Runs())
				s.grounds[st.Fill] = true
				if st.Has(document.Bold) {
					bold++
				}
			}
		}
	}
	s.light, s.capital = all > 0 && 5*bold < all, 3*lower < all
}

// setsOff reports whether a cell is bold where records are not, or has a fill that
// they do not have.
func (s *groupScan) setsOff(c *document.Cell) bool {
	if c.IsPlain() {
		return false
	}
	st := marks.StyleOf(c.Runs())
	return s.light && st.Has(document.Bold) || !s.grounds[st.Fill]
}

// lookOf describes the type of a cell: rows that look alike are of one depth.
func lookOf(c *document.Cell, wide bool) string {
	look := ""
	if !c.IsPlain() {
		st := marks.StyleOf(c.Runs())
		if st.Has(document.Bold) {
			look += "b"
		}
		if st.Has(document.Italic) {
			look += "i"
		}
		look += st.Fill.String()
	}
	if wide {
		look += "w"
	}
	if s := c.Text(); s == strings.ToUpper(s) {
		look += "A"
	}
	return look
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// isNoteText reports whether a row of one cell is a note or the source of the table.
func isNoteText(s string) bool {
	if s == "" {
		return false
	}
	return marks.IsLegend(s) || s[0] == '*' || s[0] == '(' && s[len(s)-1] == ')' || lexicon.OpensNote(s) || noteMarkAt(s)
}

// noteMarkAt reports whether a line begins with the mark of a footnote: "(1) Chiffre
// révisé".
func noteMarkAt(s string) bool {
	mark, rest, ok := strings.Cut(s, " ")
	if !ok || rest == "" || len(mark) > 1 && (mark[0]|0x20 >= 'a' && mark[0]|0x20 <= 'z') {
		return false // most names end here
	}
	return isNoteMark(mark) && !forms.IsFigures(mark, 1, 9) && len(mark) > 1 || unraised(mark) != ""
}

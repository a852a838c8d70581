// Periods: one cell a line, headings too, or names and departments by turns.
// What the value of each line is tells how many lines make a row.

package lists

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

const (
	minPeriodRows = 3 // fewer rows show no period
	maxPeriod     = 8 // columns; a printed table of more is not given line by line
)

// A period is one way to read lines as rows of as many cells each.
type period struct {
	lines  []shaped
	values []valueKind // of each line
	title  int         // line of the first heading; == first if no headings are printed
	first  int         // line of the first cell
	rows   int
	kinds  []valueKind // of each column
	town   int         // column of communes beside one of other names, -1 if there is none
}

// width is how many lines make a row.
func (p *period) width() int { return len(p.kinds) }

// end is the line behind the last row.
func (p *period) end() int { return p.first + p.rows*p.width() }

func (p *period) titled() bool { return p.title < p.first }

// cell returns the line of a cell.
func (p *period) cell(row, col int) *shaped { return &p.lines[p.first+row*p.width()+col] }

// readPeriod reads a run of plain lines that are the cells of a table. nil if
// they have no period.
func readPeriod(r *reader, u *run) *found {
	for i := range u.lines {
		s := &u.lines[i]
		if s.line.kind != textLine || s.kind == groupsShape || s.kind == totalShape || runeLen(s.text) > maxName {
			return nil
		}
	}
	return readRows(u.lines)
}

// readRows reads lines that are cells. nil if they have no period.
func readRows(lines []shaped) *found {
	p := findPeriod(lines)
	if p == nil {
		return nil
	}
	return p.found()
}

// readCells reads the tables whose headings and cells were printed one a line,
// where figures stand among them: other lists end at such lines.
func (r *reader) readCells() {
	for i := 0; i < len(r.lines); {
		from, j, figures := -1, i, 0
		for j < len(r.lines) && isCell(&r.lines[j]) {
			if from < 0 && j+1 < len(r.lines) && isHeadingWord(r.lines[j].text) && isHeadingWord(r.lines[j+1].text) {
				from = j
			}
			if valueOf(r.lines[j].text)&isFigureValue != 0 {
				figures++
			}
			j++
		}
		if from >= 0 && figures >= minPeriodRows {
			if f := readRows(append([]shaped(nil), r.lines[from:j]...)); f != nil {
				r.takeWhole(f, from)
				for k := from; k < j; k++ {
					r.lines[k].touched, r.lines[k].kind = true, proseShape
				}
			}
		}
		i = max(j, i+1)
	}
}

// isCell reports whether a line may be a cell printed by itself.
func isCell(s *shaped) bool {
	if s.line.kind != textLine || s.touched || s.legend || runeLen(s.text) > maxName {
		return false
	}
	return s.kind == nameShape || s.kind == headShape || s.kind == enumShape || valueOf(s.text)&isFigureValue != 0
}

// findPeriod finds how many lines make a row: as many as there are headings, or
// the number for which most lines are cells of columns of one kind each.
func findPeriod(lines []shaped) *period {
	n := len(lines)
	if n < 2*minPeriodRows {
		return nil
	}
	values := make([]valueKind, n)
	for i := range lines {
		values[i] = valueOf(lines[i].text)
	}
	headings := func(from int) int {
		k := from
		for k < n && k <= from+maxPeriod && isHeadingWord(lines[k].text) && values[k]&isOtherValue != 0 {
			k++
		}
		return k - from
	}
	from := 0
	if headings(0) == 0 && values[0] == isOtherValue {
		from = 1 // a banner over the headings
	}
	if k := headings(from); k >= 2 {
		if p := newPeriod(lines, values, from, from+k, k); p != nil {
			return p
		}
	}
	var best *period
	for w := 2; w <= maxPeriod && w*minPeriodRows <= n; w++ {
		if p := newPeriod(lines, values, 0, 0, w); p != nil && (best == nil || p.end() > best.end()) {
			best = p
		}
	}
	return best
}

// newPeriod tries rows of width lines from line first on, below headings from
// line title on. nil if the lines are no such rows.
func newPeriod(lines []shaped, values []valueKind, title, first, width int) *period {
	p := &period{lines: lines, values: values, title: title, first: first, kinds: make([]valueKind, width), town: -1}
	for k := range p.kinds {
		p.kinds[k] = ^valueKind(0)
	}
	for at := first; at+width <= len(values) && p.takes(at); at += width {
		for k := range p.kinds {
			p.kinds[k] &= values[at+k]
		}
		p.rows++
	}
	if p.rows < minPeriodRows {
		return nil
	}
	places, figures, others := 0, 0, 0
	for k := range p.kinds {
		p.kinds[k] = narrow(p.kinds[k])
		switch {
		case p.kinds[k]&isPlaceValue != 0:
			places++
		case p.kinds[k]&isOtherValue != 0:
			others++
		default:
			figures++
		}
	}
	if places == 0 || others == 0 {
		return nil
	}
	p.town = p.townColumn()
	if p.titled() {
		return p
	}
	if p.kinds[0]&isOtherValue == 0 && figures == 0 && p.town < 0 {
		return nil // heads over their members: not all of them need as many
	}
	if !p.belongs() {
		return nil
	}
	return p
}

// takes reports whether the lines from at on are what the rows before them hold.
func (p *period) takes(at int) bool {
	for k := range p.kinds {
		if p.kinds[k]&p.values[at+k] == 0 {
			return false
		}
	}
	return true
}

// Shares of a column that tell communes from names of other things.
const (
	townShare  = 0.8 // so many of the values are communes of their row's place
	otherShare = 0.2 // no more of the values of the column beside it are
)

// townColumn returns the column whose values are communes where their row lies,
// beside a column of names that are none; -1 if there are no such two.
func (p *period) townColumn() int {
	town, beside := -1, false
	for k := range p.kinds {
		if p.kinds[k] != isOtherValue {
			continue
		}
		if hasAnyPrefix(p.heading(k), lexicon.TownHeadings...) && town < 0 {
			town = k
			continue
		}
		n := 0
		for row := range p.rows {
			region, dept := p.placeOf(row)
			if isCommune(bareName(p.cell(row, k).text), region, dept) {
				n++
			}
		}
		switch share := float64(n) / float64(p.rows); {
		case share >= townShare && town < 0:
			town = k
		case share <= otherShare:
			beside = true
		}
	}
	if !beside {
		return -1
	}
	return town
}

// placeOf returns the codes of the region and the department that a row prints.
func (p *period) placeOf(row int) (region, dept string) {
	for k, kind := range p.kinds {
		t := strings.TrimSpace(p.cell(row, k).text)
		switch kind {
		case isRegionValue:
			if g, how := gazetteer.RegionNamed(t); how != gazetteer.NotFound {
				region = g.Code
			}
		case isDepartmentValue:
			if d, how := gazetteer.DepartmentNamed(t); how != gazetteer.NotFound {
				dept = d.Code
			}
		}
	}
	return region, dept
}

// belongs reports whether names lie in the departments of their own rows rather
// than in those printed before: "Les lauréats / Finistère / Brest / Morbihan"
// is a title and heads, not names and departments by turns.
func (p *period) belongs() bool {
	dept, name := p.column(isDepartmentValue), p.column(isOtherValue)
	if dept < 0 || name < 0 {
		return true
	}
	in := func(row, of int) bool {
		d, how := gazetteer.DepartmentNamed(strings.TrimSpace(p.cell(of, dept).text))
		if how == gazetteer.NotFound {
			return false
		}
		_, ok := gazetteer.CommuneIn(d, bareName(p.cell(row, name).text))
		return ok
	}
	own, before := 0, 0
	for row := range p.rows {
		if in(row, row) {
			own++
		}
		if row > 0 && in(row, row-1) {
			before++
		}
	}
	return own >= before && (own > 0 || p.end() == len(p.lines))
}

// column returns the first column of a kind, -1 if there is none.
func (p *period) column(kind valueKind) int {
	for k := range p.kinds {
		if p.kinds[k] == kind {
			return k
		}
	}
	return -1
}

// unread says which lines behind the last row are not read, "" if there are none.
func (p *period) unread() string {
	at, w := p.end(), p.width()
	switch left := len(p.lines) - at; {
	case left == 0:
		return ""
	case left < w:
		return fmt.Sprintf("rows of %d lines, and %d lines are left over, beginning with %q; they are not read", w, left, clip(p.lines[at].text))
	default:
		return fmt.Sprintf("rows of %d lines end here: %q is not what its place in the row holds; the %d lines from here on are not read", w, clip(p.lines[at].text), left)
	}
}

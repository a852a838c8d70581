// Tables side by side on a page of characters, where no caption numbers them: two
// rankings, whose rows begin with the same numbers, or a name above each half.

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// minRanked is how many rows of two rankings side by side show that they are two.
const minRanked = 3

// namedHalves parts a run of a page of characters where two tables stand side by side;
// ok says that they do. Rankings keep the name above them as their first line, which no
// headings follow. sure is false where it may be one table with two rows of headings.
func (s *Steps) namedHalves(run []sheet.Line) (left, right []sheet.Line, ok, sure bool) {
	if !s.Page.Typed || len(run) < minRunLines {
		return nil, nil, false, false
	}
	if x, ok := s.ranked(run); ok {
		if left, right, ok = s.halves(run, x, -1e9); ok {
			return left, right, true, true
		}
	}
	if x, apart, ok := s.named(run); ok {
		if left, right, ok = s.halves(run[1:], x, -1e9); ok {
			return left, right, true, apart
		}
	}
	return nil, nil, false, false
}

// ranked returns where the second of two rankings begins: most lines begin with a
// number and print the same one again after a wide gap, always at the same place.
func (s *Steps) ranked(run []sheet.Line) (x float32, ok bool) {
	p := s.Page
	rows, same := 0, 0
	for k := range run {
		ws := run[k].Words
		first := p.Words[ws[0]].Text
		if _, ok := shape.Rank(first); !ok {
			continue
		}
		rows++
		for n := 2; n < len(ws); n++ {
			w := &p.Words[ws[n]]
			if w.Text == first && borders.Wide(p, &p.Words[ws[n-1]], w) && (same == 0 || w.Box.X0 == x) {
				x = w.Box.X0
				same++
				break
			}
		}
	}
	return x, same >= minRanked && same == rows && rows*2 > len(run)
}

// named returns where the second of two tables begins that have a name above each: the
// first line prints two texts and the next one the headings of two columns and more
// below each; both halves begin with a column of texts. apart says that a blank line
// follows the names.
func (s *Steps) named(run []sheet.Line) (x float32, apart, ok bool) {
	p := s.Page
	names, heads := gapParts(p, &run[0]), gapParts(p, &run[1])
	if len(names) != 2 || len(heads) < 4 || names[0].X0 != heads[0].X0 {
		return 0, false, false
	}
	x = names[1].X0
	before := 0
	for before < len(heads) && heads[before].X0 != x {
		before++
	}
	if before < 2 || len(heads)-before < 2 {
		return 0, false, false
	}
	rows, texts := 0, 0
	for k := 2; k < len(run); k++ {
		for n, i := range run[k].Words {
			if w := &p.Words[i]; w.Box.X0 == x && n > 0 {
				rows++
				if !shape.Numeric(w.Text) {
					texts++
				}
			}
		}
	}
	return x, run[1].Base-run[0].Base > blankLine*run[0].Size, texts >= minRanked && texts == rows
}

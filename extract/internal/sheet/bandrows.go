// This file cuts a band between two rules, where the rules between its rows are missing.

package sheet

import "github.com/pressoir/pressoir/extract/internal/shape"

// RowCuts returns the heights between the rows of a sheet. sure is false if its lines do not
// look like rows: few of them clash, or fill several columns.
func (s *Sheet) RowCuts() (cuts []float32, sure bool) {
	lines := s.Lines
	clashes, several := 0, 0
	for k := 1; k < len(lines); k++ {
		if s.conflict(k-1, k) {
			clashes++
		}
		if len(s.chunks[k]) >= 2 {
			several++
		}
	}
	if clashes*2 < len(lines)-1 || several*2 < len(lines)-1 {
		return nil, false
	}
	starts := s.rowStarts(0, len(lines))
	for k := 1; k < len(lines); k++ {
		if starts[k] {
			cuts = append(cuts, (max(lines[k-1].Base, lines[k].Box.Y0)+lines[k].Box.Y0)/2)
		}
	}
	return cuts, true
}

// minLooseGap in em is the least height of white across all columns that separates rows of
// a band.
const minLooseGap = 0.45

// LooseCuts returns the heights at which white runs across all columns and a new text begins
// below it in the first column; nil if a text begins elsewhere.
func (s *Sheet) LooseCuts() []float32 {
	var cuts []float32
	for k := 1; k < len(s.Lines); k++ {
		white := s.Lines[k].Box.Y0 - s.Lines[k-1].Box.Y1
		if white < minLooseGap*s.Lines[k].Size {
			continue
		}
		if len(s.chunks[k]) == 0 || s.chunks[k][0].c0 != 0 || shape.OpensInside(s.first(&s.chunks[k][0])) {
			return nil
		}
		cuts = append(cuts, s.Lines[k].Box.Y0-white/2)
	}
	return cuts
}

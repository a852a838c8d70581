// Step "banded": tables with horizontal rules only, as in books: rules of one width above,
// below and under the headings, and often no other.

package grid

import (
	"slices"

	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/lookalike"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

const (
	// minBand in em is the least length of a rule that bounds a table.
	minBand = 8
	// maxHeadLines is the largest number of lines of headings above the first inner rule.
	maxHeadLines = 12
)

// banded is the step of the same name.
func (s *Steps) banded(taken []bool) {
	p := s.Page
	em := p.Em
	used := make([]bool, len(s.Edges.H))
	inTable := func(e *Edge) bool {
		for k := range s.Tables {
			b := s.Tables[k].Box
			if e.At > b.Y0-2 && e.At < b.Y1+2 && e.From > b.X0-5 && e.To < b.X1+5 {
				return true
			}
		}
		return false
	}
	for i := range s.Edges.H {
		used[i] = s.Edges.H[i].Soft || inTable(&s.Edges.H[i])
	}
	for i := range s.Edges.H {
		first := &s.Edges.H[i]
		if used[i] || first.To-first.From < minBand*em {
			continue
		}
		chain := []int{i}
		for j := i + 1; j < len(s.Edges.H); j++ {
			e := &s.Edges.H[j]
			if used[j] || e.At-s.Edges.H[chain[len(chain)-1]].At < edges.SameLine {
				continue
			}
			if abs(e.From-first.From) > edges.SameEnds || abs(e.To-first.To) > edges.SameEnds {
				continue
			}
			chain = append(chain, j)
		}
		if len(chain) < 2 {
			continue
		}
		s.bandTables(chain, used, taken)
	}
}

// bandTables tries the runs of a chain of rules that hold tables between them.
func (s *Steps) bandTables(chain []int, used []bool, taken []bool) {
	free := func(i int32) bool { return taken[i] }
	// A band of running text cuts the chain.
	kind := make([]bandKind, len(chain)-1)
	slack := make([]float32, len(kind)) // white above and below the text, in em
	title := make([]bool, len(kind))
	var usual []float32
	for k := range kind {
		a, b := &s.Edges.H[chain[k]], &s.Edges.H[chain[k+1]]
		box := Box{X0: a.From, Y0: a.At, X1: a.To, Y1: b.At}
		kind[k] = s.bandKind(box, free)
		if kind[k] == bandTable {
			slack[k], title[k] = s.slack(box)
			if !title[k] {
				usual = append(usual, slack[k])
			}
		}
	}
	// A title or a note between two tables has more white around it than rows have.
	if len(usual) > 0 {
		slices.Sort(usual)
		for k := range kind {
			mid := usual[len(usual)/2]
			if title[k] && slack[k] > titleSlack && slack[k] > 2*mid || k > 0 && k < len(kind)-1 && slack[k] > emptySlack && slack[k] > 4*mid {
				kind[k] = bandText
			}
		}
	}
	for k := 1; k < len(kind)-1; k++ {
		if kind[k] == bandEmpty && s.Edges.Boxed(chain[k-1], chain[k]) && s.Edges.Boxed(chain[k+1], chain[k+2]) {
			kind[k] = bandText // each box holds a table of its own
		}
	}
	for from := 0; from < len(kind); {
		if kind[from] == bandText {
			from++
			continue
		}
		to := from
		for to < len(kind) && kind[to] != bandText {
			to++
		}
		// Empty bands at the ends belong to nothing.
		a, b := from, to
		for a < b && kind[a] == bandEmpty {
			a++
		}
		for b > a && kind[b-1] == bandEmpty {
			b--
		}
		if b > a {
			s.bandTable(chain[a:b+1], used, taken)
		}
		from = to
	}
}

// frameTitleOff in em is how far off the middle of its box a title may be.
const frameTitleOff = 1.5

// belowTitle returns where the table of a box begins: below a title that is alone on the
// first line and centred on the box.
func (s *Steps) belowTitle(box Box) float32 {
	lines := sheet.LinesIn(s.Page, box)
	if len(lines) < 3 || s.several(&lines[0]) {
		return box.Y0
	}
	t := &lines[0]
	if left, right := t.Box.X0-box.X0, box.X1-t.Box.X1; left < 2*frameTitleOff*t.Size || abs(left-right) > 2*frameTitleOff*t.Size {
		return box.Y0
	}
	return t.Base + 0.3*t.Size
}

// titleSlack in em is the least white around a title; a row that is one text has less.
const titleSlack = 1.2

// emptySlack in em is the white in a band among narrow ones that is always a gap between
// tables.
const emptySlack = 2.5

// slack returns how much of a band is white, in em, and whether none of its
// lines has a gap.
func (s *Steps) slack(box Box) (em float32, title bool) {
	lines := sheet.LinesIn(s.Page, box)
	if len(lines) == 0 {
		return 0, false
	}
	first, last := &lines[0], &lines[len(lines)-1]
	title = true
	for k := range lines {
		title = title && !s.several(&lines[k])
	}
	ink := last.Base - first.Base + first.Size
	if wide := float32(len(lines)) * sheet.TightPitch * first.Size; ink > wide {
		ink = wide
	}
	return (box.Y1 - box.Y0 - ink) / first.Size, title
}

type bandKind uint8

const (
	bandEmpty bandKind = iota
	bandTable
	bandText
)

// bandKind returns what is between two rules.
func (s *Steps) bandKind(box Box, skip func(int32) bool) bandKind {
	lines := sheet.LinesIn(s.Page, Box{X0: box.X0 - 4, Y0: box.Y0, X1: box.X1 + 4, Y1: box.Y1})
	text, several, n := 0, 0, 0
	var last float32
	big := 0
	for k := range lines {
		t := &lines[k]
		if skip(t.Words[0]) {
			return bandText
		}
		n++
		if k > 0 && (t.Base-last)/t.Size > 6 {
			return bandText // rules so far apart with nothing between bound no table
		}
		last = t.Base
		wides := 0
		for m := 1; m < len(t.Words); m++ {
			if borders.Wide(s.Page, &s.Page.Words[t.Words[m-1]], &s.Page.Words[t.Words[m]]) {
				wides++
			}
		}
		if wides == 0 && t.Size > minHeadingScale*s.Page.Em {
			big++
		}
		if wides > 0 {
			several++
		} else if len(t.Words) >= 7 && t.Box.X1-t.Box.X0 > 0.6*(box.X1-box.X0) {
			text++
		}
	}
	switch {
	case n == 0:
		return bandEmpty
	case big == n:
		return bandText // a heading between two tables
	case text >= 2 && text > several || text*3 > n && text >= 3:
		return bandText
	}
	return bandTable
}

// bandTable tries the region between the first and the last of some rules.
func (s *Steps) bandTable(chain []int, used []bool, taken []bool) {
	top, bottom := s.Edges.H[chain[0]], s.Edges.H[chain[len(chain)-1]]
	box := Box{X0: top.From, Y0: top.At, X1: top.To, Y1: bottom.At}
	for _, i := range chain {
		box.X0, box.X1 = min(box.X0, s.Edges.H[i].From), max(box.X1, s.Edges.H[i].To)
	}
	if len(chain) == 2 && s.Edges.Boxed(chain[0], chain[1]) {
		box.Y0 = s.belowTitle(box)
	}
	box.Y1 = s.lowerRules(box, taken)
	cand := Candidate{Step: "bands", Box: box}
	t, why := s.region(box, "bands", taken)
	if open := s.openBelow(chain, box, taken); open != nil {
		t, why, box = open, "", open.Box
	}
	chart := why == lookalike.ChartLabels
	if why != "" {
		t = nil
	}
	if t != nil {
		if with := s.withRowBelow(t, box, taken); with != nil {
			t, box = with, with.Box
		}
		if more := s.headAbove(box, t, taken); more != nil {
			t = more
		} else if more := s.withRowAbove(t, box, taken); more != nil {
			t = more
		}
	}
	if t != nil && s.overlaps(t.Box) {
		t, why = nil, "another table stands there"
	}
	cand.Table, cand.Refused = t, why
	s.Candidates = append(s.Candidates, cand)
	if t == nil {
		if chart { // part of its scale makes no table either
			s.spend(box, used)
		}
		return
	}
	t.Closed = true
	leaveTaken(t, taken)
	s.take(t, taken)
	s.spend(box, used)
}

// spend marks the rules of a region as used.
func (s *Steps) spend(box Box, used []bool) {
	for i := range s.Edges.H {
		if e := &s.Edges.H[i]; e.At > box.Y0-2 && e.At < box.Y1+2 && e.From > box.X0-edges.SameEnds && e.To < box.X1+edges.SameEnds {
			used[i] = true
		}
	}
}

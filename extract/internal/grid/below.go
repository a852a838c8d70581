// A row that a page break cuts stands below the last rule of a table whose rows
// each have theirs below them.

package grid

// withRowBelow returns the table of a region with the lines below its last rule,
// where these end the page, stand close below and in the table's columns.
func (s *Steps) withRowBelow(t *Table, box Box, taken []bool) *Table {
	p := s.Page
	em := p.Em
	lines := freeLines(p, linesIn(p, Box{X0: 0, Y0: box.Y1, X1: p.Width, Y1: p.Height}), taken)
	for len(lines) > 0 && lines[0].base < box.Y1 {
		lines = lines[1:]
	}
	n := 0
	last := box.Y1
	for n < len(lines) {
		l := &lines[n]
		if l.base-last > belowRule*em || l.box.X0 < box.X0-em || l.box.X1 > box.X1+em || l.size > headingSize*em || notesLine(p, l) {
			break
		}
		for _, x := range t.Xs[1 : len(t.Xs)-1] {
			if crosses(p, []textLine{*l}, x) {
				return nil
			}
		}
		last = l.base
		n++
	}
	if n == 0 || !s.several(&lines[0]) && lines[0].box.X0 < t.Xs[1]-em || len(lines)-n > topLines {
		return nil
	}
	box.Y1 = lines[n-1].box.Y1 + 1
	with, why := s.region(box, "bands", taken)
	if with == nil || why != "" || with.Cols != t.Cols {
		return nil
	}
	return with
}

// belowRule in em: the lines of a row cut by the page stand no farther apart,
// the first of them no farther below the last rule.
const belowRule = 1.8

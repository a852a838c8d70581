// Step "gaps": tables without rules. Consecutive lines with wide gaps make a run; the run
// is a table if its gaps are one below another and its cells look like cells.

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/lookalike"
	"github.com/pressoir/pressoir/extract/internal/sheet"
	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	// runPitch in em is the largest distance of the lines of one run.
	runPitch = 3.2
	// runSingles is the largest number of lines without a gap between two that have one.
	runSingles = 3
	// minRunLines is the least number of lines with gaps of a run.
	minRunLines = 3
)

// gaps is the step of the same name.
func (s *Steps) gaps(taken []bool) {
	p := s.Page
	skip := func(i int32) bool { return taken[p.Segments[i].Words[0]] }
	prose := make([]bool, len(p.Words))
	for i, running := range s.running(skip) {
		if running {
			for _, w := range p.Segments[i].Words {
				prose[w] = true
			}
		}
	}
	if !p.Typed { // where nothing was taken for running text
		s.freeBelow(prose, taken)
	}
	for i, t := range taken {
		if t {
			prose[i] = true
		}
	}
	s.caption = -1e9
	r := &runner{Steps: s, taken: taken, prose: prose, numbers: lookalike.LineNumbers(p)}
	for k := range p.Lines {
		r.line(&p.Lines[k])
	}
	r.flush()
	s.gapsAgain(taken)
}

// A runner gathers the runs of a page, line by line.
type runner struct {
	*Steps
	taken, prose, numbers []bool // words of tables, of running text, that number lines

	run, before []sheet.Line // before: lines that stand right above the run
	singles     int          // lines without a gap since the last that has one
}

// flush ends the run.
func (r *runner) flush() {
	run := r.withoutLead(r.withoutTail(r.run))
	if len(run) >= 2 || len(run) == 1 && len(r.carried(run)) >= 2 {
		r.tryRun(r.withHead(r.before, run), r.taken)
	}
	r.run, r.before, r.singles = nil, nil, 0
}

// free returns the words of a line that are no running text; blocked says that some
// are. Where those can be a long cell of the run, they are free too.
func (r *runner) free(l *layout.Line) (t sheet.Line, blocked bool) {
	p := r.Page
	t = sheet.Line{Base: l.Base, Weight: 1}
	long := sheet.Line{Base: l.Base, Weight: 1} // like running text, but it may be a long cell
	for _, i := range l.Words {
		switch {
		case p.Words[i].Leader, r.numbers[i]:
		case r.prose[i]:
			blocked = true
			if !r.taken[i] {
				long.Add(p, i)
			}
		default:
			t.Add(p, i)
		}
	}
	if len(long.Words) > 0 && len(r.run) >= minRunLines && r.inColumn(r.run, &long) && (len(t.Words) == 0 || t.Box.X1 < long.Box.X0) {
		for _, i := range long.Words {
			t.Add(p, i)
		}
		blocked = false
	}
	return t, blocked
}

// line adds a line to the run, or ends it.
func (r *runner) line(l *layout.Line) {
	p := r.Page
	t, blocked := r.free(l)
	if len(t.Words) == 0 {
		if blocked && len(r.run) > 0 && !r.beside(r.run, l) {
			r.flush()
		}
		return
	}
	if n := len(r.run); n > 0 && (goesFar(p, &r.run[n-1], &t) || r.endsRun(r.run, &t)) {
		r.flush()
	}
	r.noteSides(&t)
	if captionLine(p, &t) || lexicon.IsTableSource(t.Text(p)) {
		if lexicon.IsTableCaption(t.Text(p)) {
			r.caption = t.Base
		}
		r.before = nil
		return
	}
	if len(r.run) > 0 && r.beginsAnew(r.run, &t) {
		r.flush()
	}
	switch several := r.several(&t); {
	case len(r.run) == 0 && r.squeezed(&t):
		r.tryRun([]sheet.Line{t}, r.taken)
		return
	case several || len(r.run) == 0 && r.headAgain(&t):
		r.singles = 0
	case len(r.run) == 0:
		if n := len(r.before); n > 0 && t.Base-r.before[n-1].Base > maxColumnPitch*t.Size || n >= maxHeadLines {
			r.before = nil
		}
		r.before = append(r.before, t)
		return
	case !r.inColumn(r.run, &t) && !r.headBeside(r.run, &t):
		if r.singles++; r.singles > runSingles || t.Box.X0 > r.run[len(r.run)-1].Box.X1 {
			r.flush()
			return
		}
	}
	r.run = append(r.run, t)
}

// endsRun reports whether a line belongs to no table: a caption, a note, a source,
// or text below the rule that closes the run's.
func (s *Steps) endsRun(run []sheet.Line, t *sheet.Line) bool {
	p := s.Page
	return captionLine(p, t) || notesLine(p, t) && !s.several(t) && !(s.starred(t) && s.inColumn(run, t)) ||
		lexicon.IsTableSource(t.Text(p)) || s.ruledOff(&run[len(run)-1], t, run)
}

// beginsAnew reports whether another table than the run's begins at a line.
func (s *Steps) beginsAnew(run []sheet.Line, t *sheet.Line) bool {
	return s.heading(run, t) || sameText(s.Page, &run[0], t) || s.otherHead(run, t) || s.headAgain(t)
}

// running returns which segments of the page are running text.
func (s *Steps) running(skip func(i int32) bool) []bool {
	if s.Page.Typed {
		return nil
	}
	return s.Page.Running(s.Page.Blocks(skip))
}

// gapsAgain tries again the runs that were refused, but begin with the headings of a table
// that was found below them: another table of the same kind is evidence that their few
// rows lack.
func (s *Steps) gapsAgain(taken []bool) {
	refused := s.refused
	s.refused = nil
	for _, run := range refused {
		if s.again(run) {
			s.tryRun(run, taken)
		}
	}
}

// tryRun takes a run of lines for a table, or for two side by side, or refuses it.
func (s *Steps) tryRun(run []sheet.Line, taken []bool) {
	if left, right, base, ok := s.sideBySide(run); ok {
		above := s.caption
		for n, part := range [2][]sheet.Line{left, right} {
			if n == 1 {
				s.caption = base
			}
			if part = s.withoutTail(s.withoutTop(part)); len(part) >= 2 {
				s.tryRun(part, taken)
			}
		}
		s.caption = max(above, base)
		return
	}
	left, right, beside, sure := s.namedHalves(run)
	if beside && sure {
		s.tryRun(left, taken)
		s.tryRun(right, taken)
		return
	}
	box := boxOf(run)
	box.X0, box.X1 = box.X0-1, box.X1+1
	cand := Candidate{Step: "gaps", Box: box}
	t, why := s.runTable(run, box, s.again(run))
	if t != nil && why == "" {
		why = looksLike(s.Page, t)
	}
	if why != "" {
		t = nil
	}
	if t != nil && s.overlaps(t.Box) {
		t, why = nil, "another table stands there"
	}
	if t != nil {
		t.Beside = beside
	}
	cand.Table, cand.Refused = t, why
	s.Candidates = append(s.Candidates, cand)
	if t == nil {
		s.refused = append(s.refused, run)
		return
	}
	if both := s.joined(run, t); both != nil {
		t = both
		s.Tables = s.Tables[:len(s.Tables)-1]
	} else {
		s.lastRun = run
	}
	s.take(t, taken)
}

// again reports whether a run begins with the headings of a table seen before: it is of the
// same kind, or continues it, however few rows it has.
func (s *Steps) again(run []sheet.Line) bool {
	return len(run) >= 2 && s.repeats(run)
}

func (s *Steps) runTable(run []sheet.Line, box Box, sure bool) (*Table, string) {
	p := s.Page
	full, inner, hints, given := s.rulesIn(box)
	header := s.headsAgain(run, headerLines(p, run, full, inner))
	for k := range header {
		run[k].Weight = headWeight
	}
	seps := sheet.ColumnBorders(p, run, given, hints)
	xs, outer := s.known(run)
	known := len(xs) > 0 && len(xs) >= len(seps)
	if known {
		seps, sure, box = xs, true, carriedBox(box, outer)
		if !s.again(run) {
			header = 0
		}
	}
	var sh *sheet.Sheet
	if ruled := s.rulingColumns(run); ruled != nil {
		sh, sure = sheet.NewRuled(p, box, run, ruled), true
	}
	if sh == nil && !known {
		if sh = s.refit(run, box, seps); sh != nil {
			sure = true
		}
	}
	if sh == nil {
		if len(seps) == 0 {
			return nil, "no gap runs through it"
		}
		sh = sheet.New(p, box, run, seps, known)
		s.inherit(sh, run)
	}
	sh.Fresh = header > 0 && !s.repeats(run)
	sh.Rule(full, inner, header)
	t := sh.Table("gaps", header)
	// A caption right above says that it is a table, however small.
	if above := run[0].Base - s.caption; above > 0 && above < captionFar*run[0].Size && (len(run) <= smallRun || t.Header > 0 && t.Cols > 2) && evenColumns(t) {
		sure = true
	}
	if why := sh.Refuse(t, header, sure); why != "" && !(sure && t.Cols > 1) {
		return t, why
	}
	return t, ""
}

// headsAgain returns how many lines are headings if the first of them is known from a table
// seen before: no more than that table has; if nothing else shows them, the first line and
// the bold lines close below it.
func (s *Steps) headsAgain(lines []sheet.Line, header int) int {
	n := s.repeated(lines)
	if n > 0 && header > n {
		return n
	}
	if header > 0 || n == 0 {
		return header
	}
	n = 1
	for n < len(lines)-1 && lines[n].Base-lines[n-1].Base < sheet.TightPitch*lines[n].Size && lines[n].AllBold(s.Page) {
		n++
	}
	return n
}

// boxOf returns the box around lines.
func boxOf(lines []sheet.Line) Box {
	b := lines[0].Box
	for k := range lines {
		b = layout.Union(b, lines[k].Box)
	}
	return b
}

// carriedBox widens a region to the columns of the table that continues there.
func carriedBox(b Box, xs []float32) Box {
	b.X0, b.X1 = min(b.X0, xs[0]), max(b.X1, xs[len(xs)-1])
	return b
}

// starred reports whether a line begins with a star: of a note, or of a marked name.
func (s *Steps) starred(t *sheet.Line) bool { return s.Page.Words[t.Words[0]].Text[0] == '*' }

// looksLike returns what else a table must be taken for, "" if for a table.
func looksLike(p *layout.Page, t *Table) string {
	l := lookalike.Table{Rows: t.Rows, Cols: t.Cols, Header: t.Header, RowBoxes: t.RowBoxes, Cells: make([]lookalike.Cell, len(t.Cells))}
	for k := range t.Cells {
		l.Cells[k] = lookalike.Cell{Row: t.Cells[k].Row, Col: t.Cells[k].Col, Words: t.Cells[k].Words}
	}
	return lookalike.Of(p, &l)
}

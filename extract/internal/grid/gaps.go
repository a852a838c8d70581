// Step "gaps": tables without rules. Lines with wide gaps that follow one
// another make a run; the run is a table if its gaps stand one below another
// and its cells look like cells.

package grid

import (
	"regexp"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// runPitch in em: lines farther apart do not belong to one run.
	runPitch = 3.2
	// runSingles: so many lines without a gap may stand between two that have one.
	runSingles = 3
	// minRunLines: a run needs so many lines with gaps.
	minRunLines = 3
)

// gaps is the step of the same name.
func (s *Steps) gaps(taken []bool) {
	p := s.Page
	skip := func(i int32) bool { return taken[p.Segments[i].Words[0]] }
	prose := make([]bool, len(p.Words))
	for i, running := range p.Running(p.Blocks(skip)) {
		if running {
			for _, w := range p.Segments[i].Words {
				prose[w] = true
			}
		}
	}
	for i, t := range taken {
		if t {
			prose[i] = true
		}
	}
	var run, before []textLine // before: lines that stand right above the run
	s.caption = -1e9
	singles := 0
	flush := func() {
		run = s.withoutTail(run)
		if len(run) >= 2 || len(run) == 1 && len(s.carried(run)) >= 2 {
			s.tryRun(s.withHead(before, run), taken)
		}
		run, before, singles = nil, nil, 0
	}
	for k := range p.Lines {
		l := &p.Lines[k]
		t := textLine{base: l.Base, weight: 1}
		blocked := false
		for _, i := range l.Words {
			switch {
			case p.Words[i].Leader:
			case prose[i]:
				blocked = true
			default:
				t.add(p, i)
			}
		}
		if len(t.words) == 0 {
			if blocked && len(run) > 0 && !s.beside(run, l) {
				flush()
			}
			continue
		}
		if len(run) > 0 {
			last := &run[len(run)-1]
			if t.base-last.base > runPitch*max(t.size, last.size) || captionLine(p, &t) || notesLine(p, &t) && !s.several(&t) || sources.MatchString(lineText(p, &t)) || s.ruledOff(last, &t, run) {
				flush()
			}
		}
		if captionLine(p, &t) || sources.MatchString(lineText(p, &t)) {
			if tableCaption.MatchString(lineText(p, &t)) {
				s.caption = t.base
			}
			before = nil
			continue
		}
		if len(run) >= 1 && (s.heading(run, &t) || sameText(p, &run[0], &t) || s.newHead(run, &t)) {
			flush()
		}
		if s.several(&t) {
			singles = 0
			run = append(run, t)
			continue
		}
		if len(run) == 0 {
			if n := len(before); n > 0 && t.base-before[n-1].base > columnPitch*t.size || n >= maxHeadLines {
				before = nil
			}
			before = append(before, t)
			continue
		}
		if !s.inColumn(run, &t) {
			if singles++; singles > runSingles || t.box.X0 > run[len(run)-1].box.X1 {
				flush()
				continue
			}
		}
		run = append(run, t)
	}
	flush()
}

// headingSize: a line without a gap whose type is so many times that of the
// run heads something new.
const headingSize = 1.08

// heading reports whether t heads what comes after the run.
func (s *Steps) heading(run []textLine, t *textLine) bool {
	return !s.several(t) && t.size > headingSize*run[len(run)/2].size && t.size > headingSize*run[len(run)-1].size
}

const (
	// headPart: a line so many times farther from the run than its lines are
	// from each other can begin the next table.
	headPart = 1.5
	// headRule in em: the rule below its headings lies no farther down.
	headRule = 5
)

// newHead reports whether a run ends at t because the headings of another table
// begin there: t stands apart, and a rule as wide as the run follows soon below
// it, where rules do not part the run's own lines.
func (s *Steps) newHead(run []textLine, t *textLine) bool {
	n := len(run)
	if n < minRunLines+1 || t.base-run[n-1].base < headPart*(run[n-1].base-run[n-2].base) {
		return false
	}
	b := run[0].box
	for k := range run {
		b = layout.Union(b, run[k].box)
	}
	across := func(y0, y1 float32) bool {
		for _, e := range s.Edges.H {
			if !e.Soft && e.At > y0 && e.At < y1 && min(e.To, b.X1)-max(e.From, b.X0) > 0.6*(b.X1-b.X0) {
				return true
			}
		}
		return false
	}
	return across(t.base, t.base+headRule*t.size) && !across(run[n-2].base, run[n-1].base)
}

// sameText reports whether two lines print the same words, at least three and no
// figures: the headings of the next table of the same kind.
func sameText(p *layout.Page, a, b *textLine) bool {
	if len(a.words) != len(b.words) || len(a.words) < 3 {
		return false
	}
	for k := range a.words {
		if text := p.Words[a.words[k]].Text; text != p.Words[b.words[k]].Text || numeric(text) {
			return false
		}
	}
	return true
}

// withHead adds the lines right above a run that belong to it: the rest of a
// row that a page break cut, which stands in one of its later columns.
func (s *Steps) withHead(before, run []textLine) []textLine {
	p := s.Page
	for n := len(before) - 1; n >= 0; n-- {
		t := &before[n]
		if run[0].base-t.base > columnPitch*t.size || t.size > headingSize*run[0].size {
			break
		}
		if !s.startsColumn(run, t) && s.carried(append([]textLine{*t}, run...)) == nil && !(totalLine(p, t) && n > 0 && s.startsColumn(run, &before[n-1])) {
			break
		}
		run = append([]textLine{*t}, run...)
	}
	return run
}

// startsColumn reports whether t begins where later columns of at least two of
// the run's lines begin.
func (s *Steps) startsColumn(run []textLine, t *textLine) bool {
	p := s.Page
	seen := 0
	for k := 0; k < len(run) && k < maxLookBack; k++ {
		for n := 1; n < len(run[k].words); n++ {
			a, b := &p.Words[run[k].words[n-1]], &p.Words[run[k].words[n]]
			if abs(b.Box.X0-t.box.X0) < columnEdge*t.size && wide(p, a, b) {
				if seen++; seen >= 2 {
					return true
				}
				break
			}
		}
	}
	return false
}

// tailPitch in em: the last row's further lines are set no farther apart.
const tailPitch = 1.45

// withoutTail takes lines without a gap off the end of a run, but those that
// go on with its last row: set close, and below a later column or in the middle
// of a sentence.
func (s *Steps) withoutTail(run []textLine) []textLine {
	end := len(run)
	for end > 0 && !s.several(&run[end-1]) {
		end--
	}
	if end == 0 {
		return nil
	}
	p := s.Page
	for end < len(run) {
		t, last := &run[end], &run[end-1]
		if t.base-last.base <= columnPitch*t.size && (totalLine(p, t) || s.inColumn(run[:end], t)) {
			end++
			continue
		}
		if t.base-last.base > tailPitch*t.size || t.size > 1.1*last.size || t.size < 0.9*last.size {
			break
		}
		text := lineText(p, t)
		inLater := t.box.X0 > run[0].box.X0+2*t.size && t.box.X0 < run[0].box.X1
		if !inLater && !goesOn(text) && !strings.HasPrefix(text, "(") && !s.unfinishedAbove(last, t) {
			break
		}
		end++
	}
	return run[:end]
}

// unfinishedAbove reports whether the words of a line that stand above t end as
// something that goes on.
func (s *Steps) unfinishedAbove(line, t *textLine) bool {
	var above strings.Builder
	for _, i := range line.words {
		if b := s.Page.Words[i].Box; b.X0 < t.box.X1+3*t.size && b.X1 > t.box.X0 {
			if above.Len() > 0 {
				above.WriteByte(' ')
			}
			above.WriteString(s.Page.Words[i].Text)
		}
	}
	return unfinished(above.String())
}

// beside reports whether a line of prose stands to the side of a run.
func (s *Steps) beside(run []textLine, l *layout.Line) bool {
	b := run[0].box
	for k := range run {
		b = layout.Union(b, run[k].box)
	}
	return l.Box.X0 > b.X1 || l.Box.X1 < b.X0
}

// ruledOff reports whether a rule across the run's width parts t from it, and t
// has no gap.
func (s *Steps) ruledOff(last, t *textLine, run []textLine) bool {
	if s.several(t) || len(run) < 2 {
		return false
	}
	b := run[0].box
	for k := range run {
		b = layout.Union(b, run[k].box)
	}
	for _, e := range s.Edges.H {
		if !e.Soft && e.At > last.base && e.At < t.base && min(e.To, b.X1)-max(e.From, b.X0) > 0.8*(b.X1-b.X0) && len(run) > 3 {
			return true
		}
	}
	return false
}

// columnEdge in em: a line that begins so near to where a later column of the
// run begins stands in that column.
const columnEdge = 0.4

// columnPitch in em: rows that fill one column are not set farther apart.
const columnPitch = 2.6

// inColumn reports whether a line without a gap stands in a later column of the
// run: the cells left of it are blank, or span this row.
func (s *Steps) inColumn(run []textLine, t *textLine) bool {
	last := &run[len(run)-1]
	if t.base-last.base > columnPitch*t.size {
		return false
	}
	p := s.Page
	for k := len(run) - 1; k >= 0 && k >= len(run)-maxLookBack; k-- {
		for n := 1; n < len(run[k].words); n++ {
			a, b := &p.Words[run[k].words[n-1]], &p.Words[run[k].words[n]]
			if abs(b.Box.X0-t.box.X0) < columnEdge*t.size && wide(p, a, b) {
				return true
			}
		}
	}
	return false
}

// maxLookBack bounds how many lines of a run are looked through for a column.
const maxLookBack = 120

// several reports whether a line has a wide gap, other than the one behind the
// sign of an item.
func (s *Steps) several(t *textLine) bool {
	p := s.Page
	for n := 1; n < len(t.words); n++ {
		if n == 1 && layout.IsBullet(p.Words[t.words[0]].Text) && !(numeric(p.Words[t.words[0]].Text) && numeric(p.Words[t.words[1]].Text)) {
			continue
		}
		if wide(p, &p.Words[t.words[n-1]], &p.Words[t.words[n]]) {
			return true
		}
	}
	return false
}

func lineText(p *layout.Page, t *textLine) string {
	var b strings.Builder
	for n, i := range t.words {
		if n > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Words[i].Text)
	}
	return b.String()
}

// totals matches how the row of a sum begins.
var totals = regexp.MustCompile(`^(?i:(sous-)?totaux|(sous-)?total|ensemble|sum|subtotal|grand total)\b`)

func totalLine(p *layout.Page, t *textLine) bool {
	return len(t.words) < 8 && totals.MatchString(lineText(p, t))
}

func captionLine(p *layout.Page, t *textLine) bool { return caption.MatchString(lineText(p, t)) }
func notesLine(p *layout.Page, t *textLine) bool   { return notes.MatchString(lineText(p, t)) }

// tryRun takes a run of lines for a table, or refuses it.
func (s *Steps) tryRun(run []textLine, taken []bool) {
	box := run[0].box
	for k := range run {
		box = layout.Union(box, run[k].box)
	}
	box.X0, box.X1 = box.X0-1, box.X1+1
	cand := Candidate{Step: "gaps", Box: box}
	t, why := s.runTable(run, box, s.repeated(run))
	if why != "" {
		t = nil
	}
	if t != nil && s.overlaps(t.Box) {
		t, why = nil, "another table stands there"
	}
	cand.Table, cand.Refused = t, why
	s.Candidates = append(s.Candidates, cand)
	if t == nil {
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

const (
	// groupFar in em: groups of rows of one table stand no farther apart.
	groupFar = 9
	// groupColumns: tables of fewer columns have like columns by chance.
	groupColumns = 4
	// groupTitles: so many lines between groups are their titles.
	groupTitles = 2
)

// joined returns the table that a run makes together with the one accepted
// before it, if they are groups of rows of one table: many columns that stand
// below each other, no headings in the second, hardly anything between.
func (s *Steps) joined(run []textLine, t *Table) *Table {
	n := len(s.Tables)
	if n == 0 || s.lastRun == nil || t.Header > 0 || t.Cols < groupColumns {
		return nil
	}
	last := &s.Tables[n-1]
	if last.Method != "gaps" || last.Cols != t.Cols || s.caption > last.Box.Y1 {
		return nil
	}
	far := t.Box.Y0 - last.Box.Y1
	if far < 0 || far > groupFar*run[0].size {
		return nil
	}
	p := s.Page
	for c := 1; c < t.Cols; c++ {
		if crosses(p, run, last.Xs[c]) || crosses(p, s.lastRun, t.Xs[c]) {
			return nil
		}
	}
	box := layout.Union(last.Box, t.Box)
	between := linesIn(p, Box{X0: box.X0 - 4, Y0: last.Box.Y1, X1: box.X1 + 4, Y1: t.Box.Y0})
	if len(between) > groupTitles {
		return nil
	}
	for k := range between {
		if s.several(&between[k]) || between[k].box.X1-between[k].box.X0 > 0.5*(box.X1-box.X0) || notesLine(p, &between[k]) {
			return nil
		}
	}
	all := append(append(append([]textLine{}, s.lastRun...), between...), run...)
	both, why := s.runTable(all, box, true)
	if both == nil || why != "" || both.Cols != t.Cols {
		return nil
	}
	s.lastRun = all
	return both
}

// repeated reports whether a run begins with the headings of a table seen
// before: it is one of the same kind, or goes on, however little of it there is.
func (s *Steps) repeated(run []textLine) bool {
	return len(run) >= 2 && s.repeats(&run[0])
}

func (s *Steps) runTable(run []textLine, box Box, sure bool) (*Table, string) {
	p := s.Page
	full, inner, hints, given := s.rulesIn(box)
	header := s.headsAgain(run, headerLines(p, run, full, inner))
	for k := range header {
		run[k].weight = headWeight
	}
	seps := columnBorders(p, run, given, hints)
	xs, outer := s.known(run)
	known := len(xs) > 0 && len(xs) >= len(seps)
	if known {
		seps, sure, box = xs, true, carriedBox(box, outer)
		if !s.repeated(run) {
			header = 0
		}
	}
	if len(seps) == 0 {
		return nil, "no gap runs through it"
	}
	sh := newSheet(p, box, run, seps, known)
	sh.inner = inner
	sh.rule(full, header)
	t := sh.table("gaps", header)
	// A caption right above says that it is a table, however small.
	if above := run[0].base - s.caption; above > 0 && above < captionFar*run[0].size && len(run) <= smallRun && evenColumns(t) {
		sure = true
	}
	if why := sh.refuse(t, header, sure); why != "" && !(sure && t.Cols > 1) {
		return t, why
	}
	return t, ""
}

const (
	// captionFar in em: a caption of a few lines stands no farther above its table.
	captionFar = 7
	// smallRun: runs of more lines speak for themselves.
	smallRun = 8
)

// tableCaption matches how captions of tables begin, not those of figures.
var tableCaption = regexp.MustCompile(`^(?i:(table|tableau|exhibit|tabelle|cuadro)\s*[A-Z]?[-–. ]?\d)`)

// evenColumns reports whether a table is filled but for few places.
func evenColumns(t *Table) bool {
	n := 0
	for k := range t.Cells {
		n += t.Cells[k].ColSpan * t.Cells[k].RowSpan
	}
	return n*4 >= t.Rows*t.Cols*3
}

// headsAgain returns how many lines are headings where the first of them is
// known to be one from a table seen before: at least it, and the bold lines
// close below.
func (s *Steps) headsAgain(lines []textLine, header int) int {
	if header > 0 || !s.repeats(&lines[0]) {
		return header
	}
	n := 1
	for n < len(lines)-1 && lines[n].base-lines[n-1].base < tightPitch*lines[n].size && allBold(s.Page, &lines[n]) {
		n++
	}
	return n
}

func allBold(p *layout.Page, t *textLine) bool {
	for _, i := range t.words {
		if !p.Words[i].Bold && !p.Words[i].Double {
			return false
		}
	}
	return true
}

// carriedBox widens a region to the columns of the table that goes on there.
func carriedBox(b Box, xs []float32) Box {
	b.X0, b.X1 = min(b.X0, xs[0]), max(b.X1, xs[len(xs)-1])
	return b
}

// refuse says why a sheet is no table; "" if it is one. Tables between rules
// need less evidence.
func (s *sheet) refuse(t *Table, header int, ruled bool) string {
	body := t.Rows - t.Header
	if t.Rows < 2 || body < 1 || t.Cols < 2 {
		return "one row or one column"
	}
	var cells, figures, longs, sentences, markers, stubs, straddle int
	for k := range t.Cells {
		c := &t.Cells[k]
		if c.Row < t.Header {
			continue
		}
		cells++
		ch := chunk{words: c.Words}
		if c.Col > 0 && s.figures(&ch) {
			figures++
		}
		if len(c.Words) > 12 {
			longs++
		}
		if text := s.tail(&ch); len(c.Words) > 6 && strings.HasSuffix(text, ".") {
			sentences++
		}
		if c.Col == 0 {
			stubs++
			if marker(s.text(&ch)) {
				markers++
			}
		}
	}
	for k := header; k < len(s.lines); k++ {
		for n := range s.chunks[k] {
			if c := &s.chunks[k][n]; c.c1 > c.c0 && len(s.chunks[k]) > 1 {
				straddle++
			}
		}
	}
	rest := 0
	for k := range t.Cells {
		if t.Cells[k].Row >= t.Header && t.Cells[k].Col > 0 {
			rest++
		}
	}
	numbers := rest > 0 && figures*2 >= rest
	lines := len(s.lines) - header
	switch {
	case markers*2 > stubs && (t.Cols == 2 && !numbers || t.Cols > 2 && !ruled && markers >= stubs-1):
		return "a list"
	case float32(cells) < blankShare(t)*float32(body*t.Cols) && !ruled:
		return "mostly blank"
	case sentences*3 > body && !ruled:
		return "sentences: running text in columns"
	case straddle*4 > lines && !ruled:
		return "text runs over the gaps"
	}
	if ruled {
		if body < 2 && !numbers {
			return "one row of text"
		}
		return ""
	}
	if !numbers && (body < 4 || t.Cols < 3 && body < 5) && !(header > 0 && (t.Cols >= 3 || body >= 3) && s.evenRows(header)) {
		return "too little text to tell"
	}
	if body < 3 && (t.Cols < 4 || !numbers) {
		return "too few rows to tell"
	}
	if longs*4 > cells {
		return "long texts: running text in columns"
	}
	return ""
}

// evenRows reports whether below bold headings, one for each column, the first
// line of what follows fills most of the columns too.
func (s *sheet) evenRows(header int) bool {
	if header >= len(s.lines) || len(s.chunks[0]) < s.cols() || len(s.chunks[header])*3 < s.cols()*2 {
		return false
	}
	for n := range s.chunks[0] {
		if !s.bold(&s.chunks[0][n]) {
			return false
		}
	}
	for n := range s.chunks[header] {
		if s.bold(&s.chunks[header][n]) {
			return false
		}
	}
	return true
}

// blankShare is how much of a table must be filled: less where one column is
// filled in nearly every row, as beside cells that span rows.
func blankShare(t *Table) float32 {
	count := make([]int, t.Cols)
	for k := range t.Cells {
		if c := &t.Cells[k]; c.Row >= t.Header {
			count[c.Col]++
		}
	}
	for c, n := range count {
		if c > 0 && n*10 >= (t.Rows-t.Header)*8 {
			return 0.25
		}
	}
	return 0.4
}

// marker reports whether text is the sign or the number of a list's item.
func marker(s string) bool {
	s = strings.TrimSpace(s)
	return layout.IsMarker(s) && !strings.ContainsAny(s[:1], "0")
}

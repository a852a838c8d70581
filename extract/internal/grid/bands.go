// Step "banded": tables with horizontal rules only, as books set them: rules
// of one width above, below and under the headings, and often no other.

package grid

import (
	"cmp"
	"slices"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// sameEnds in points: rules of one table begin and end within this of each other.
	sameEnds = 7
	// minBand in em: a shorter rule bounds no table.
	minBand = 8
	// maxHeadLines: more lines above the first inner rule are no headings.
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
			if used[j] || e.At-s.Edges.H[chain[len(chain)-1]].At < sameLine {
				continue
			}
			if abs(e.From-first.From) > sameEnds || abs(e.To-first.To) > sameEnds {
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
	// A band of running text parts the chain.
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

// titleSlack in em: a row that is one text has less white around it.
const titleSlack = 1.2

// emptySlack in em: so much white in a band among narrow ones stands between
// tables, whatever else does.
const emptySlack = 2.5

// slack returns how much of a band is white, in em, and whether none of its
// lines has a gap.
func (s *Steps) slack(box Box) (em float32, title bool) {
	lines := linesIn(s.Page, box)
	if len(lines) == 0 {
		return 0, false
	}
	first, last := &lines[0], &lines[len(lines)-1]
	title = true
	for k := range lines {
		title = title && !s.several(&lines[k])
	}
	ink := last.base - first.base + first.size
	if wide := float32(len(lines)) * tightPitch * first.size; ink > wide {
		ink = wide
	}
	return (box.Y1 - box.Y0 - ink) / first.size, title
}

type bandKind uint8

const (
	bandEmpty bandKind = iota
	bandTable
	bandText
)

// bandKind says what stands between two rules.
func (s *Steps) bandKind(box Box, skip func(int32) bool) bandKind {
	lines := linesIn(s.Page, Box{X0: box.X0 - 4, Y0: box.Y0, X1: box.X1 + 4, Y1: box.Y1})
	text, several, n := 0, 0, 0
	var last float32
	big := 0
	for k := range lines {
		t := &lines[k]
		if skip(t.words[0]) {
			return bandText
		}
		n++
		if k > 0 && (t.base-last)/t.size > 6 {
			return bandText // rules so far apart with nothing between bound no table
		}
		last = t.base
		wides := 0
		for m := 1; m < len(t.words); m++ {
			if wide(s.Page, &s.Page.Words[t.words[m-1]], &s.Page.Words[t.words[m]]) {
				wides++
			}
		}
		if wides == 0 && t.size > headingSize*s.Page.Em {
			big++
		}
		if wides > 0 {
			several++
		} else if len(t.words) >= 7 && t.box.X1-t.box.X0 > 0.6*(box.X1-box.X0) {
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
	box.Y1 = s.lowerRules(box, taken)
	cand := Candidate{Step: "bands", Box: box}
	t, why := s.region(box, "bands", taken)
	if why != "" {
		t = nil
	}
	if t != nil && t.Header == 0 {
		if more := s.headAbove(box, t, taken); more != nil {
			t = more
		}
	}
	if t != nil && s.overlaps(t.Box) {
		t, why = nil, "another table stands there"
	}
	cand.Table, cand.Refused = t, why
	s.Candidates = append(s.Candidates, cand)
	if t == nil {
		return
	}
	t.Closed = true
	s.take(t, taken)
	for i := range s.Edges.H {
		if e := &s.Edges.H[i]; e.At > box.Y0-2 && e.At < box.Y1+2 && e.From > box.X0-sameEnds && e.To < box.X1+sameEnds {
			used[i] = true
		}
	}
}

const (
	// headNear in em: headings stand no farther above the rule below them.
	headNear = 1.3
	// headLines: so many lines of headings are looked for above a rule.
	headLines = 4
)

// headAbove returns the table that a region makes together with headings that
// stand above its first rule, in its columns; nil if there are none.
func (s *Steps) headAbove(box Box, t *Table, taken []bool) *Table {
	p := s.Page
	up := Box{X0: box.X0 - p.Em, Y0: box.Y0 - (headLines+1)*tightPitch*p.Em, X1: box.X1 + p.Em, Y1: box.Y0 + 1}
	lines := freeLines(p, linesIn(p, up), taken)
	n := len(lines)
	if n == 0 || box.Y0-lines[n-1].base > headNear*lines[n-1].size || !s.several(&lines[n-1]) {
		return nil
	}
	from := n - 1
	for from > 0 && n-from < headLines && lines[from].base-lines[from-1].base < tightPitch*lines[from].size && !captionLine(p, &lines[from-1]) && !allWords(p, &lines[from-1], box) {
		from--
	}
	for _, x := range t.Xs[1 : len(t.Xs)-1] {
		if crosses(p, lines[n-1:], x) {
			return nil
		}
	}
	wider := box
	wider.Y0 = lines[from].box.Y0 - 1
	more, why := s.region(wider, t.Method, taken)
	if more == nil || why != "" || more.Cols != t.Cols || more.Header == 0 {
		return nil
	}
	return more
}

// allWords reports whether a line is running text: one text over most of the width.
func allWords(p *layout.Page, t *textLine, box Box) bool {
	for n := 1; n < len(t.words); n++ {
		if wide(p, &p.Words[t.words[n-1]], &p.Words[t.words[n]]) {
			return false
		}
	}
	return t.box.X1-t.box.X0 > 0.6*(box.X1-box.X0)
}

// lowerRules returns how far down a table goes whose last rules leave out cells
// that go on over the page break.
func (s *Steps) lowerRules(box Box, taken []bool) float32 {
	y := box.Y1
	for _, e := range s.Edges.H {
		if e.Soft || e.At <= y+sameLine || e.From < box.X0+sameEnds || e.To > box.X1+sameEnds || e.To < box.X1-sameEnds || e.To-e.From < 0.3*(box.X1-box.X0) {
			continue
		}
		if s.bandKind(Box{X0: box.X0, Y0: y, X1: box.X1, Y1: e.At}, func(i int32) bool { return taken[i] }) != bandTable || e.At-y > 8*s.Page.Em {
			break
		}
		y = e.At
	}
	return y
}

// region makes a table of a region that has rules above and below, or says
// why it is none.
func (s *Steps) region(box Box, method string, taken []bool) (*Table, string) {
	p := s.Page
	pad := Box{X0: box.X0 - 6, Y0: box.Y0, X1: box.X1 + 6, Y1: box.Y1}
	lines := freeLines(p, linesIn(p, pad), taken)
	for len(lines) > 0 && captionLine(p, &lines[0]) {
		lines = lines[1:]
	}
	for len(lines) > 0 && notesLine(p, &lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	if len(lines) < 2 {
		return nil, "fewer than two lines"
	}
	for k := range lines {
		box.X0, box.X1 = min(box.X0, lines[k].box.X0-1), max(box.X1, lines[k].box.X1+1)
	}
	box.Y0, box.Y1 = min(box.Y0, lines[0].box.Y0), max(lines[len(lines)-1].box.Y1, min(box.Y1, lines[len(lines)-1].box.Y1+3))
	full, inner, hints, given := s.rulesIn(box)
	header := s.headsAgain(lines, headerLines(p, lines, full, inner))
	for k := range header {
		lines[k].weight = headWeight
	}
	seps := columnBorders(p, lines, given, hints)
	xs, outer := s.known(lines)
	known := len(xs) > 0 && len(xs) >= len(seps)
	if known {
		seps, box = xs, carriedBox(box, outer)
		if !s.repeats(&lines[0]) {
			header = 0
		}
	}
	if len(seps) == 0 {
		return nil, "no gap runs through it"
	}
	sh := newSheet(p, box, lines, seps, known)
	sh.inner = inner
	sh.rule(full, header)
	sh.ruled[0], sh.ruled[len(lines)] = true, true
	t := sh.table(method, header)
	return t, sh.refuse(t, header, true)
}

// headWeight is what a heading's gaps weigh in the vote on columns: headings
// are centred, span columns and break over lines.
const headWeight = 0.3

// freeLines leaves out the words that are taken.
func freeLines(p *layout.Page, lines []textLine, taken []bool) []textLine {
	var out []textLine
	for k := range lines {
		all := true
		for _, i := range lines[k].words {
			all = all && !taken[i]
		}
		if all {
			out = append(out, lines[k])
			continue
		}
		t := textLine{base: lines[k].base, weight: 1}
		for _, i := range lines[k].words {
			if !taken[i] {
				t.add(p, i)
			}
		}
		if len(t.words) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// rulesIn returns the rules inside a region: those that cross it, those that do
// not, the places of their joints, and the columns that vertical rules part.
func (s *Steps) rulesIn(box Box) (full, inner []Edge, hints, given []float32) {
	width := box.X1 - box.X0
	joints := map[int]int{}
	n, _ := slices.BinarySearchFunc(s.Edges.H, box.Y0-4, func(e Edge, y float32) int { return cmp.Compare(e.At, y) })
	for ; n < len(s.Edges.H) && s.Edges.H[n].At < box.Y1+4; n++ {
		e := s.Edges.H[n]
		if min(e.To, box.X1)-max(e.From, box.X0) <= 0 {
			continue
		}
		for _, x := range e.Joints {
			joints[int(x+0.5)]++
		}
		if min(e.To, box.X1)-max(e.From, box.X0) > 0.9*width {
			full = append(full, e)
		} else if e.At > box.Y0+2 && e.At < box.Y1-2 {
			inner = append(inner, e)
			joints[int(e.From+0.5)]++
			joints[int(e.To+0.5)]++
		}
	}
	var xs []int
	for x := range joints {
		xs = append(xs, x)
	}
	slices.Sort(xs)
	for k := 0; k < len(xs); k++ {
		c := joints[xs[k]]
		x := xs[k]
		if k+1 < len(xs) && xs[k+1] == x+1 { // the same place, rounded twice
			c += joints[xs[k+1]]
			k++
		}
		if c >= 2 {
			hints = append(hints, float32(x))
		}
	}
	for _, e := range s.Edges.V {
		if e.At > box.X0+4 && e.At < box.X1-4 && min(e.To, box.Y1)-max(e.From, box.Y0) > 0.5*(box.Y1-box.Y0) {
			if len(given) == 0 || e.At-given[len(given)-1] > sameBorder {
				given = append(given, e.At)
			}
		}
	}
	return full, inner, hints, given
}

// headerLines returns how many of the first lines are headings: those above the
// first rule inside, where fewer stand above it than below and they hold fewer
// figures.
func headerLines(p *layout.Page, lines []textLine, full, inner []Edge) int {
	ground, shaded := groundBehind(p, &lines[0]) // the first lines have a ground of their own
	above := func(y float32) int {
		n := 0
		for n < len(lines) && lines[n].base-0.2*lines[n].size < y {
			n++
		}
		return n
	}
	best := 0
	for _, e := range full {
		if e.Soft && !(shaded && abs(e.At-ground) < sameBorder) {
			continue
		}
		n := above(e.At)
		if n > 0 && n < len(lines) {
			best = n
			break
		}
	}
	for _, e := range inner { // rules under spanning headings: more headings follow them
		if n := above(e.At); !e.Soft && best == 0 && n > 0 && n < len(lines)-1 && n <= 4 && len(full) == 0 {
			best = n
		}
	}
	if best == 0 || best > maxHeadLines || best > len(lines)*2/3+1 {
		if n := headByBold(p, lines); n > 0 {
			return n
		}
		return headByFigures(p, lines)
	}
	return best
}

// groundBehind returns down to where a fill reaches that lies behind the first
// word of a line, where one of its colour lies behind the last one too.
func groundBehind(p *layout.Page, t *textLine) (bottom float32, ok bool) {
	var ground [2]int
	for n, i := range [2]int32{t.words[0], t.words[len(t.words)-1]} {
		x, y := layout.Middle(p.Words[i].Box)
		ground[n] = -1
		for k := range p.Fills {
			if f := &p.Fills[k]; seen(f.Color) && layout.Inside(f.Box, x, y) {
				ground[n] = k
			}
		}
	}
	if ground[0] < 0 || ground[1] < 0 || p.Fills[ground[0]].Color != p.Fills[ground[1]].Color {
		return 0, false
	}
	return p.Fills[ground[0]].Box.Y1, true
}

// headByBold returns how many lines stand above the first that is not all bold;
// 0 if that is none, or more than headings take.
func headByBold(p *layout.Page, lines []textLine) int {
	stubs := 0
	for k := range lines {
		if p.Words[lines[k].words[0]].Bold {
			stubs++
		}
	}
	if stubs*2 > len(lines) {
		return 0 // the first column is bold
	}
	for k := range min(len(lines), maxHeadLines) {
		for _, i := range lines[k].words {
			if !p.Words[i].Bold && !p.Words[i].Double {
				if k*2 > len(lines) {
					return 0
				}
				return k
			}
		}
	}
	return 0
}

// headByFigures returns how many lines stand above the first that holds figures
// in at least half of what it has; 0 if no line does, or the first.
func headByFigures(p *layout.Page, lines []textLine) int {
	rich, several := 0, 0
	for k := range lines {
		if figures, chunks := figureChunks(p, &lines[k]); chunks > 1 {
			several++
			if figures*2 >= chunks-1 && figures > 0 {
				rich++
			}
		}
	}
	if rich*5 < several*3 {
		return 0 // a table of texts: figures do not tell its headings
	}
	gaps := false
	for k := range min(len(lines), maxHeadLines) {
		figures, chunks := figureChunks(p, &lines[k])
		if chunks >= 2 && figures*2 >= chunks-1 && figures > 0 {
			if k*2 > len(lines) || !gaps {
				return 0
			}
			return k
		}
		gaps = gaps || chunks > 1
	}
	return 0
}

// figureChunks returns how many texts a line holds between its wide gaps, and
// how many of them but the first are figures other than years.
func figureChunks(p *layout.Page, t *textLine) (figures, chunks int) {
	from := 0
	for n := 1; n <= len(t.words); n++ {
		if n < len(t.words) && !wide(p, &p.Words[t.words[n-1]], &p.Words[t.words[n]]) {
			continue
		}
		chunks++
		nums := 0
		for _, i := range t.words[from:n] {
			if numeric(p.Words[i].Text) && !year(p.Words[i].Text) {
				nums++
			}
		}
		if nums*2 > n-from && chunks > 1 {
			figures++
		}
		from = n
	}
	return figures, chunks
}

// year reports whether a figure can be a year, which heads columns.
func year(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20" || s[:2] == "18")
}

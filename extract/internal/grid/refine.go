// A lattice becomes a table: its words are put into its places, frames around
// captions and notes are taken off, and rows and columns that have no rule
// between them are parted as far as their text says so.

package grid

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// minFilled: a lattice with less of its places filled is a drawing or a form.
	minFilled = 0.25
	// splitShare: this part of a column's lines must show a gap before a column
	// without a rule is parted.
	splitShare = 0.6
)

// caption matches how captions of tables and figures begin.
var caption = regexp.MustCompile(`^(?i:(table|tableau|exhibit|figure|fig\.|chart|graphique|graph|box|encadré|annexe|appendix|tabelle|cuadro)\s*[A-Z]?[-–. ]?\d)`)

// notes matches how the lines below a table begin that are not part of it.
var notes = regexp.MustCompile(`^(?i:(sources?|notes?|n\.?b\.?|lecture|champ|définitions?|abbreviations?|legend|légende|exhibit reads|how to read|see notes|remarks?)\b|\* |\*\*|†|‡|\(\*\)|¹|²)[ :.\w]`)

// sources matches lines that say where a table comes from, beyond doubt.
var sources = regexp.MustCompile(`^(?i:(sources?|notes?|lecture|champ|n\.b\.)\s*(\([^)]*\)\s*)?[:–—])`)

// tableOf makes the table of a lattice, or says why it is none.
func (l *Lattice) tableOf(p *layout.Page, method string) (*Table, string) {
	nr, nc := len(l.Ys)-1, len(l.Xs)-1
	if nr*nc > maxLattice {
		return nil, "too many places"
	}
	if nr*nc < 2 {
		return nil, "a frame"
	}
	places := l.places()
	index := make([]int32, nr*nc)
	for k, pl := range places {
		for r := pl.r0; r <= pl.r1; r++ {
			for c := pl.c0; c <= pl.c1; c++ {
				index[r*nc+c] = int32(k)
			}
		}
	}
	words := make([][]int32, len(places))
	add := func(i int32) {
		if p.Words[i].Leader {
			return
		}
		x, y := layout.Middle(p.Words[i].Box)
		r, _ := slices.BinarySearch(l.Ys, y)
		c, _ := slices.BinarySearch(l.Xs, x)
		if r > 0 && r <= nr && c > 0 && c <= nc {
			k := index[(r-1)*nc+c-1]
			words[k] = append(words[k], i)
		}
	}
	for k := lineAt(p, l.Box.Y0-2); k < len(p.Lines) && p.Lines[k].Box.Y0 <= l.Box.Y1; k++ {
		for _, i := range p.Lines[k].Words {
			add(i)
		}
	}
	for _, i := range p.Turned {
		add(i)
	}
	g := &gridOf{p: p, xs: slices.Clone(l.Xs), ys: slices.Clone(l.Ys), places: places, words: words}
	if why := g.trim(); why != "" {
		return nil, why
	}
	g.splitColumns()
	g.splitSpans()
	g.splitHeads()
	g.splitRows()
	g.splitStubs()
	t := g.table(method)
	if why := g.refuse(t); why != "" {
		return nil, why
	}
	t.Closed = l.Sides[3]
	return t, ""
}

// gridOf is a lattice with its words.
type gridOf struct {
	p      *layout.Page
	xs, ys []float32
	places []place
	words  [][]int32
}

// text returns the words of place k as one string.
func (g *gridOf) text(k int) string {
	b := make([]string, len(g.words[k]))
	for n, i := range g.words[k] {
		b[n] = g.p.Words[i].Text
	}
	return strings.Join(b, " ")
}

// trim takes off rows and columns at the edges that hold nothing, captions in a
// frame above the table and notes in one below.
func (g *gridOf) trim() string {
	for len(g.ys) > 2 && (g.rowEmpty(0) || g.frameRow(0, caption, true)) {
		g.dropRow(0)
	}
	for len(g.ys) > 2 && (g.rowEmpty(len(g.ys)-2) || g.frameRow(len(g.ys)-2, notes, false)) {
		g.dropRow(len(g.ys) - 2)
	}
	// Empty slivers: the room between two double rules.
	for r := len(g.ys) - 2; r >= 0 && len(g.ys) > 2; r-- {
		if g.ys[r+1]-g.ys[r] < 0.7*g.p.Em && g.rowEmpty(r) {
			g.dropRow(r)
		}
	}
	for c := len(g.xs) - 2; c >= 0 && len(g.xs) > 2; c-- {
		if g.colEmpty(c) && (c == 0 || c == len(g.xs)-2 || g.xs[c+1]-g.xs[c] < 0.9*g.p.Em) {
			g.dropCol(c)
		}
	}
	if len(g.ys) < 2 || len(g.xs) < 3 {
		return "one column"
	}
	return ""
}

func (g *gridOf) rowEmpty(r int) bool {
	for k, pl := range g.places {
		if pl.r0 <= r && r <= pl.r1 && len(g.words[k]) > 0 && (pl.r0 == r || pl.r1 > pl.r0) {
			if pl.r0 == pl.r1 || pl.r0 == r {
				return false
			}
			if pl.r0 < r { // a span reaches in from above: its text stays with it
				continue
			}
			return false
		}
	}
	return true
}

func (g *gridOf) colEmpty(c int) bool {
	for k, pl := range g.places {
		if pl.c0 <= c && c <= pl.c1 && len(g.words[k]) > 0 && pl.c0 == pl.c1 {
			return false
		}
	}
	return true
}

// frameRow reports whether row r is one place over all columns whose text is a
// caption or notes: like matches how that begins. The long text of one is also told by its length.
func (g *gridOf) frameRow(r int, like *regexp.Regexp, top bool) bool {
	const proseWords = 25 // a heading that spans a table is shorter
	for k, pl := range g.places {
		if pl.r0 == r && pl.r1 == r && pl.c0 == 0 && pl.c1 == len(g.xs)-2 {
			return like.MatchString(g.text(k)) || len(g.words[k]) > proseWords || !top && notes.MatchString(g.text(k))
		}
	}
	return false
}

func (g *gridOf) dropRow(r int) {
	keepP, keepW := g.places[:0], g.words[:0]
	for k, pl := range g.places {
		if pl.r0 == r && pl.r1 == r {
			continue
		}
		if pl.r0 > r {
			pl.r0--
		}
		if pl.r1 >= r {
			pl.r1--
		}
		keepP, keepW = append(keepP, pl), append(keepW, g.words[k])
	}
	g.places, g.words = keepP, keepW
	switch r {
	case 0:
		g.ys = g.ys[1:]
	default:
		g.ys = slices.Delete(g.ys, r+1, r+2)
	}
}

func (g *gridOf) dropCol(c int) {
	keepP, keepW := g.places[:0], g.words[:0]
	for k, pl := range g.places {
		if pl.c0 == c && pl.c1 == c {
			continue
		}
		if pl.c0 > c {
			pl.c0--
		}
		if pl.c1 >= c {
			pl.c1--
		}
		keepP, keepW = append(keepP, pl), append(keepW, g.words[k])
	}
	g.places, g.words = keepP, keepW
	if c == 0 {
		g.xs = g.xs[1:]
	} else {
		g.xs = slices.Delete(g.xs, c+1, c+2)
	}
}

// lines returns the lines of some words.
func (g *gridOf) lines(words []int32) []textLine {
	var up []int32
	for _, i := range words {
		if g.p.Words[i].Angle == 0 {
			up = append(up, i)
		}
	}
	var out []textLine
	for _, i := range up { // words come line by line
		w := &g.p.Words[i]
		if n := len(out); n > 0 && abs(w.Base-out[n-1].base) < 0.6*max(w.Size, out[n-1].size) && w.Box.X0 >= out[n-1].box.X0 {
			out[n-1].add(g.p, i)
			continue
		}
		t := textLine{base: w.Base, weight: 1}
		t.add(g.p, i)
		out = append(out, t)
	}
	return out
}

// splitColumns parts columns that have no rule between them.
func (g *gridOf) splitColumns() {
	for c := len(g.xs) - 2; c >= 0; c-- {
		var lines []textLine
		total := 0
		for k, pl := range g.places {
			if pl.c0 == c && pl.c1 == c && pl.r0 == pl.r1 {
				ls := g.lines(g.words[k])
				total += len(ls)
				lines = append(lines, ls...)
			}
		}
		if total < 4 {
			continue
		}
		seps := columnBorders(g.p, lines, nil, nil)
		var good []float32
		for _, x := range seps {
			if g.splits(lines, x) {
				good = append(good, x)
			}
		}
		for n := len(good) - 1; n >= 0; n-- {
			g.splitCol(c, good[n])
		}
	}
}

// splits reports whether enough of the lines have a wide gap at x.
func (g *gridOf) splits(lines []textLine, x float32) bool {
	yes, figures := 0, 0
	for k := range lines {
		for n := 1; n < len(lines[k].words); n++ {
			a, b := &g.p.Words[lines[k].words[n-1]], &g.p.Words[lines[k].words[n]]
			if a.Box.X1 <= x && x <= b.Box.X0 && wide(g.p, a, b) {
				yes++
				if numeric(a.Text) && numeric(b.Text) {
					figures++
				}
			}
		}
	}
	return float32(yes) >= splitShare*float32(len(lines)) && yes >= 3 && figures*2 >= yes
}

// splitCol puts a border at x into column c. Places over several columns span
// both halves, unless they have their own gap there.
func (g *gridOf) splitCol(c int, x float32) {
	g.xs = slices.Insert(g.xs, c+1, x)
	var places []place
	var words [][]int32
	for k, pl := range g.places {
		ws := g.words[k]
		switch {
		case pl.c0 > c:
			pl.c0++
			pl.c1++
		case pl.c1 < c:
		case pl.c0 == c && pl.c1 == c:
			l, r, across := g.halves(ws, x)
			if across {
				pl.c1++
				break
			}
			pr := pl
			pr.c0, pr.c1 = c+1, c+1
			places, words = append(places, pl, pr), append(words, l, r)
			continue
		default:
			pl.c1++
		}
		places, words = append(places, pl), append(words, ws)
	}
	g.places, g.words = places, words
}

// halves parts words at x; across says that one of them lies over it, or that
// an ordinary blank does.
func (g *gridOf) halves(ws []int32, x float32) (l, r []int32, across bool) {
	for _, t := range g.lines(ws) {
		for n, i := range t.words {
			b := g.p.Words[i].Box
			if b.X0 < x-1 && b.X1 > x+1 {
				return nil, nil, true
			}
			if m, _ := layout.Middle(b); m < x {
				l = append(l, i)
			} else {
				if n > 0 {
					a := &g.p.Words[t.words[n-1]]
					if m, _ := layout.Middle(a.Box); m < x && !wide(g.p, a, &g.p.Words[i]) && !numeric(a.Text) {
						return nil, nil, true
					}
				}
				r = append(r, i)
			}
		}
	}
	return l, r, false
}

// spanGap in em parts texts that stand side by side in one place over several columns.
const spanGap = 1.5

// splitSpans parts places over several columns whose one line holds texts with
// wide gaps between: headings that no rule parts.
func (g *gridOf) splitSpans() {
	for k := 0; k < len(g.places); k++ {
		pl := g.places[k]
		if pl.c1 == pl.c0 || len(g.words[k]) < 2 {
			continue
		}
		lines := g.lines(g.words[k])
		if len(lines) != 1 {
			continue
		}
		t := &lines[0]
		for n := 1; n < len(t.words); n++ {
			a, b := g.p.Words[t.words[n-1]].Box, g.p.Words[t.words[n]].Box
			if b.X0-a.X1 < spanGap*t.size {
				continue
			}
			best, at := float32(1e9), -1
			for c := pl.c0 + 1; c <= pl.c1; c++ {
				if x := g.xs[c]; x >= a.X1 && x <= b.X0 {
					if d := abs(x - (a.X1+b.X0)/2); d < best {
						best, at = d, c
					}
				}
			}
			if at < 0 {
				continue
			}
			right := pl
			right.c0 = at
			g.places[k].c1 = at - 1
			g.places = slices.Insert(g.places, k+1, right)
			g.words = slices.Insert(g.words, k+1, slices.Clone(t.words[n:]))
			g.words[k] = slices.Clone(t.words[:n])
			break // what is right of it comes next
		}
	}
}

// splitHeads parts the row of headings where places over several columns hold a
// line that spans them above lines that have a text for each.
func (g *gridOf) splitHeads() {
	type cut struct {
		k int
		y float32
	}
	for r := 0; r < min(2, len(g.ys)-1); r++ {
		var cuts []cut
		spans := 0
		for k, pl := range g.places {
			if pl.r0 != r || pl.r1 != r || pl.c0 == pl.c1 || len(g.words[k]) < 3 {
				continue
			}
			spans++
			lines := g.lines(g.words[k])
			for n := 1; n < len(lines); n++ {
				if g.parted(&lines[n], pl) && !g.parted(&lines[n-1], pl) {
					cuts = append(cuts, cut{k, (lines[n-1].base + lines[n].box.Y0) / 2})
					break
				}
			}
		}
		if len(cuts) == 0 || len(cuts)*2 < spans {
			continue
		}
		y := cuts[0].y
		g.ys = slices.Insert(g.ys, r+1, y)
		var places []place
		var words [][]int32
		for k, pl := range g.places {
			ws := g.words[k]
			at := slices.IndexFunc(cuts, func(c cut) bool { return c.k == k })
			switch {
			case at >= 0:
				var up []int32
				parts := make([][]int32, pl.c1-pl.c0+1)
				for _, i := range ws {
					x, m := layout.Middle(g.p.Words[i].Box)
					if m < cuts[at].y {
						up = append(up, i)
						continue
					}
					c := pl.c0
					for c < pl.c1 && x > g.xs[c+1] {
						c++
					}
					parts[c-pl.c0] = append(parts[c-pl.c0], i)
				}
				places, words = append(places, pl), append(words, up)
				for n, part := range parts {
					places = append(places, place{r + 1, pl.c0 + n, r + 1, pl.c0 + n})
					words = append(words, part)
				}
				continue
			case pl.r0 > r:
				pl.r0++
				pl.r1++
			case pl.r1 >= r:
				pl.r1++
			}
			places, words = append(places, pl), append(words, ws)
		}
		g.places, g.words = places, words
		return
	}
}

// parted reports whether a line has a text for each column of a place.
func (g *gridOf) parted(t *textLine, pl place) bool {
	for c := pl.c0 + 1; c <= pl.c1; c++ {
		found := false
		for n := 1; n < len(t.words); n++ {
			a, b := &g.p.Words[t.words[n-1]], &g.p.Words[t.words[n]]
			if x := g.xs[c]; a.Box.X1 <= x+1 && b.Box.X0 >= x-1 && b.Box.X0-a.Box.X1 > 0.5*t.size {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// splitStubs parts places over several rows that hold as many lines, each at
// the height of its row's: only the rules between them are missing.
func (g *gridOf) splitStubs() {
	for k := 0; k < len(g.places); k++ {
		pl := g.places[k]
		rows := pl.r1 - pl.r0 + 1
		if rows < 3 || pl.c0 != pl.c1 {
			continue
		}
		lines := g.lines(g.words[k])
		if len(lines) < rows-1 || len(lines) > rows {
			continue
		}
		parts := make([][]int32, rows)
		fits := true
		for n := range lines {
			y := lines[n].base - 0.3*lines[n].size
			r := pl.r0
			for r < pl.r1 && y > g.ys[r+1] {
				r++
			}
			if len(parts[r-pl.r0]) > 0 || !g.besides(pl, r, lines[n].base, lines[n].size) {
				fits = false
				break
			}
			parts[r-pl.r0] = lines[n].words
		}
		if !fits {
			continue
		}
		var more []place
		for n := 1; n < rows; n++ {
			more = append(more, place{pl.r0 + n, pl.c0, pl.r0 + n, pl.c0})
		}
		g.places[k].r1 = pl.r0
		g.words[k] = parts[0]
		g.places = slices.Insert(g.places, k+1, more...)
		g.words = slices.Insert(g.words, k+1, parts[1:]...)
	}
}

// besides reports whether a word beside the place, in row r, stands on the
// baseline given.
func (g *gridOf) besides(pl place, r int, base, size float32) bool {
	const level = 0.25 // em
	for k, o := range g.places {
		if o.r0 > r || o.r1 < r || o == pl {
			continue
		}
		for _, i := range g.words[k] {
			if abs(g.p.Words[i].Base-base) < level*size {
				return true
			}
		}
	}
	return false
}

// splitRows parts rows that have no rule between them: bands in which several
// columns hold as many figures, one below another.
func (g *gridOf) splitRows() {
	for r := len(g.ys) - 2; r >= 0; r-- {
		var ws []int32
		spans := false
		for k, pl := range g.places {
			if pl.r0 <= r && r <= pl.r1 {
				if pl.r0 != pl.r1 && len(g.words[k]) > 0 {
					spans = true
				}
				if pl.r0 == r && pl.r1 == r {
					ws = append(ws, g.words[k]...)
				}
			}
		}
		if len(ws) < 4 {
			continue
		}
		_ = spans
		cuts := g.rowCuts(ws, r)
		for n := len(cuts) - 1; n >= 0; n-- {
			g.splitRow(r, cuts[n])
		}
	}
}

// rowCuts returns the heights at which a band of the lattice is parted.
func (g *gridOf) rowCuts(ws []int32, r int) []float32 {
	box := Box{X0: g.xs[0], Y0: g.ys[r], X1: g.xs[len(g.xs)-1], Y1: g.ys[r+1]}
	in := map[int32]bool{}
	for _, i := range ws {
		in[i] = true
	}
	lines := linesIn(g.p, box)
	for k := range lines {
		t := textLine{base: lines[k].base, weight: 1}
		for _, i := range lines[k].words {
			if in[i] {
				t.add(g.p, i)
			}
		}
		lines[k] = t
	}
	lines = slices.DeleteFunc(lines, func(t textLine) bool { return len(t.words) == 0 })
	if len(lines) < 2 {
		return nil
	}
	s := newSheet(g.p, box, lines, g.xs[1:len(g.xs)-1], true)
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
		return g.looseCuts(s)
	}
	starts := s.rowStarts(0, len(lines))
	var cuts []float32
	for k := 1; k < len(lines); k++ {
		if starts[k] {
			cuts = append(cuts, (max(lines[k-1].base, lines[k].box.Y0)+lines[k].box.Y0)/2)
		}
	}
	return cuts
}

const (
	// fewBands: a lattice with more rows has rules between all of them.
	fewBands = 4
	// bandLines: a band of fewer lines is one row.
	bandLines = 5
	// looseGap in em of white across all columns parts rows of a band.
	looseGap = 0.45
)

// looseCuts parts a tall band of a lattice of few rows where white runs across
// all columns and a new text begins in the first column below it.
func (g *gridOf) looseCuts(s *sheet) []float32 {
	if len(g.ys)-1 > fewBands || len(s.lines) < bandLines {
		return nil
	}
	var cuts []float32
	for k := 1; k < len(s.lines); k++ {
		white := s.lines[k].box.Y0 - s.lines[k-1].box.Y1
		if white < looseGap*s.lines[k].size {
			continue
		}
		if len(s.chunks[k]) == 0 || s.chunks[k][0].c0 != 0 || goesOn(s.first(&s.chunks[k][0])) {
			return nil
		}
		cuts = append(cuts, s.lines[k].box.Y0-white/2)
	}
	return cuts
}

// splitRow puts a border at height y into row r.
func (g *gridOf) splitRow(r int, y float32) {
	g.ys = slices.Insert(g.ys, r+1, y)
	var places []place
	var words [][]int32
	for k, pl := range g.places {
		ws := g.words[k]
		switch {
		case pl.r0 > r:
			pl.r0++
			pl.r1++
		case pl.r1 < r:
		case pl.r0 == r && pl.r1 == r:
			var up, low []int32
			for _, i := range ws {
				if _, m := layout.Middle(g.p.Words[i].Box); m < y {
					up = append(up, i)
				} else {
					low = append(low, i)
				}
			}
			pr := pl
			pr.r0, pr.r1 = r+1, r+1
			places, words = append(places, pl, pr), append(words, up, low)
			continue
		default:
			pl.r1++
		}
		places, words = append(places, pl), append(words, ws)
	}
	g.places, g.words = places, words
}

// table makes the table.
func (g *gridOf) table(method string) *Table {
	t := &Table{Method: method, Rows: len(g.ys) - 1, Cols: len(g.xs) - 1, Xs: g.xs}
	t.Box = Box{X0: g.xs[0], Y0: g.ys[0], X1: g.xs[len(g.xs)-1], Y1: g.ys[len(g.ys)-1]}
	for r := range t.Rows {
		t.RowBoxes = append(t.RowBoxes, Box{X0: t.Box.X0, Y0: g.ys[r], X1: t.Box.X1, Y1: g.ys[r+1]})
	}
	for k, pl := range g.places {
		t.Cells = append(t.Cells, Cell{
			Row: pl.r0, Col: pl.c0, RowSpan: pl.r1 - pl.r0 + 1, ColSpan: pl.c1 - pl.c0 + 1,
			Box:   Box{X0: g.xs[pl.c0], Y0: g.ys[pl.r0], X1: g.xs[pl.c1+1], Y1: g.ys[pl.r1+1]},
			Words: g.words[k],
		})
	}
	sortCells(t.Cells)
	return t
}

// refuse says why a lattice is no table; "" if it is one.
func (g *gridOf) refuse(t *Table) string {
	filled, area, inked := 0, 0, 0
	columns := map[int]bool{}
	for k := range t.Cells {
		c := &t.Cells[k]
		area++
		if len(c.Words) > 0 {
			filled++
			inked += c.RowSpan * c.ColSpan
			columns[c.Col] = true
		}
	}
	switch {
	case t.Cols < 2 || t.Rows < 2:
		return "one row or one column"
	case filled < 4 && !(filled == 3 && area <= 4):
		return "hardly any text"
	case len(columns) < 2:
		return "text in one column only: a drawing"
	case float32(filled) < minFilled*float32(area), float32(inked) < minFilled*float32(t.Rows*t.Cols):
		return "mostly empty: a form or a drawing"
	}
	return ""
}

// Which of the first lines of a region are headings: rules say so, a ground of
// their own, bold type, or figures that only stand below.

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/borders"
	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/lookalike"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// headerLines returns how many of the first lines are headings: those above the
// first rule inside, where fewer stand above it than below and they hold fewer
// figures.
func headerLines(p *layout.Page, lines []sheet.Line, full, inner []Edge) int {
	ground, shaded := groundBehind(p, &lines[0]) // the first lines have a ground of their own
	above := func(y float32) int {
		n := 0
		for n < len(lines) && lines[n].Base-0.2*lines[n].Size < y {
			n++
		}
		return n
	}
	best := 0
	for _, e := range full {
		if e.Soft && !(shaded && abs(e.At-ground) < borders.SameBorder) {
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
		n := headByBold(p, lines)
		if n == 0 {
			n = headByFigures(p, lines)
		}
		return withoutGroup(p, lines, n)
	}
	return withoutFirstRow(p, lines, full, best)
}

// minRowRules: so many rules across a table stand below its rows, not below its headings.
const minRowRules = 3

// withoutFirstRow returns how many of the first lines are headings where n stand above
// the first rule inside: fewer if the rules stand below rows, and the first row, not
// bold and with figures or set apart, stands below headings in bold type.
func withoutFirstRow(p *layout.Page, lines []sheet.Line, full []Edge, n int) int {
	rules := 0
	for _, e := range full {
		if !e.Soft {
			rules++
		}
	}
	bold := 0
	for bold < n && lines[bold].AllBold(p) {
		bold++
	}
	if rules < minRowRules || bold == 0 || bold == n {
		return n
	}
	first := &lines[bold]
	if figures, _ := figureChunks(p, first); figures == 0 && first.Base-lines[bold-1].Base <= sheet.TightPitch*first.Size {
		return n
	}
	for k := bold; k < n; k++ {
		if p.Words[lines[k].Words[0]].Bold {
			return n
		}
	}
	return bold
}

// groundBehind returns down to where a fill reaches that lies behind the first
// word of a line, where one of its colour lies behind the last one too.
func groundBehind(p *layout.Page, t *sheet.Line) (bottom float32, ok bool) {
	var ground [2]int
	for n, i := range [2]int32{t.Words[0], t.Words[len(t.Words)-1]} {
		x, y := layout.Middle(p.Words[i].Box)
		ground[n] = -1
		for k := range p.Fills {
			if f := &p.Fills[k]; edges.Seen(f.Color) && layout.Inside(f.Box, x, y) {
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
func headByBold(p *layout.Page, lines []sheet.Line) int {
	stubs := 0
	for k := range lines {
		if p.Words[lines[k].Words[0]].Bold {
			stubs++
		}
	}
	if stubs*2 > len(lines) {
		return 0 // the first column is bold
	}
	gaps := false
	for k := range min(len(lines), maxHeadLines) {
		figures, chunks := figureChunks(p, &lines[k])
		if gaps && chunks > 1 && figures > 0 && lines[k].AllBold(p) && figures*2 >= chunks-1 && k*2 <= len(lines) {
			return k - boldStubs(p, lines, k) // a total in bold type
		}
		gaps = gaps || chunks > 1
		for _, i := range lines[k].Words {
			if !p.Words[i].Bold && !p.Words[i].Double {
				if k*2 > len(lines) {
					return 0
				}
				return k - boldStubs(p, lines, k) + yearsBelow(p, lines, k)
			}
		}
	}
	return 0
}

// withoutGroup returns how many of the first n lines are headings where the last
// may be the name of the first group of rows: alone where stubs begin, below
// headings that stand side by side.
func withoutGroup(p *layout.Page, lines []sheet.Line, n int) int {
	if n < 1 || n >= len(lines) || !oneText(p, &lines[n-1]) {
		return n
	}
	if n == 1 { // the name of a group, if another line is printed like it
		for k := 2; k < len(lines) && k < maxLookBack; k++ {
			if abs(lines[k].Box.X0-lines[0].Box.X0) < sameStart && lines[k].AllBold(p) && oneText(p, &lines[k]) {
				return 0
			}
		}
		return n
	}
	t, up, next := &lines[n-1], &lines[n-2], &lines[n]
	text := t.Text(p)
	left := t.Box.X0-next.Box.X0 < maxColumnShift*t.Size
	if _, chunks := figureChunks(p, up); chunks < 2 || !left || t.Box.X1 > next.Box.X0+(next.Box.X1-next.Box.X0)/2 || shape.OpensInside(text) || text[0] == '(' || shape.Unfinished(p.Words[up.Words[0]].Text) {
		return n
	}
	return n - 1
}

// yearsBelow returns 1 if line n, below bold headings, has years only but for
// its stub: the second line of the headings, in lighter type.
func yearsBelow(p *layout.Page, lines []sheet.Line, n int) int {
	if n == 0 || n+1 >= len(lines) {
		return 0
	}
	years, behind := 0, false
	ws := lines[n].Words
	for k, i := range ws {
		behind = behind || k > 0 && borders.Wide(p, &p.Words[ws[k-1]], &p.Words[i])
		switch {
		case shape.Year(p.Words[i].Text) && shape.Numeric(p.Words[i].Text):
			years++
		case behind || k == 0 && shape.Numeric(p.Words[i].Text):
			return 0
		}
	}
	if years < 2 {
		return 0
	}
	return 1
}

// boldStubs returns how many of the first n lines, which are bold, are rather
// names of groups than headings: one text below several, where one text alone
// is bold farther down too.
func boldStubs(p *layout.Page, lines []sheet.Line, n int) int {
	one := func(t *sheet.Line) bool { return oneText(p, t) && t.AllBold(p) }
	if n < 2 || !one(&lines[n-1]) {
		return 0
	}
	last, above := lines[n-1].Box, lines[n-2].Box
	left := above.X0
	for k := range n - 1 {
		left = min(left, lines[k].Box.X0)
	}
	if one(&lines[n-2]) && layout.Overlap(last.X0, last.X1, above.X0, above.X1) > 0 || abs(last.X0-left) > maxColumnShift*lines[0].Size {
		return 0
	}
	for k := n; k < len(lines); k++ {
		if one(&lines[k]) && abs(lines[k].Box.X0-lines[n-1].Box.X0) < maxColumnShift*lines[k].Size {
			return 1
		}
	}
	return 0
}

// headByFigures returns how many lines stand above the first that holds figures
// in at least half of what it has; 0 if no line does, or the first.
func headByFigures(p *layout.Page, lines []sheet.Line) int {
	isRich := func(figures, chunks int) bool {
		return chunks > 1 && (figures*2 >= chunks-1 || p.Typed) && figures > 0
	}
	rich, several, fullest := 0, 0, 0 // fullest: the texts of the fullest row
	for k := range lines {
		if figures, chunks := figureChunks(p, &lines[k]); chunks > 1 {
			several++
			if isRich(figures, chunks) {
				rich++
				fullest = max(fullest, chunks)
			}
		}
	}
	if rich*5 < several*3 {
		return 0 // a table of texts: figures do not tell its headings
	}
	gaps := false
	first, filled := 0, 0 // lines above with a text for each column: the first, and how many
	for k := range min(len(lines), maxHeadLines) {
		figures, chunks := figureChunks(p, &lines[k])
		full := chunks >= fullest
		// "Lens  1900" below "Commune  Effectif": the figure is no heading, though it
		// may be a year.
		if isRich(figures, chunks) || filled > 0 && full && endsInYear(p, &lines[k]) {
			heads := k
			if filled > maxFilledHeads {
				heads = first + 1 // rows of codes, "L1" to "L9" above "L10"
			}
			if heads*2 > len(lines) || !gaps {
				return 0
			}
			return heads
		}
		if full && filled == 0 {
			first = k
		}
		if full {
			filled++
		}
		gaps = gaps || chunks > 1
	}
	return 0
}

// maxFilledHeads is how many lines of headings may each have a text for every column: the
// names, and what they mean or are counted in.
const maxFilledHeads = 2

// endsInYear reports whether the last word of a line is a year and its first is none.
func endsInYear(p *layout.Page, t *sheet.Line) bool {
	return shape.Year(p.Words[t.Words[len(t.Words)-1]].Text) && !shape.Year(p.Words[t.Words[0]].Text)
}

// figureChunks returns how many texts a line holds between its wide gaps, and
// how many of them but the first are figures other than years.
func figureChunks(p *layout.Page, t *sheet.Line) (figures, chunks int) {
	from := 0
	for n := 1; n <= len(t.Words); n++ {
		if n < len(t.Words) && !borders.Wide(p, &p.Words[t.Words[n-1]], &p.Words[t.Words[n]]) {
			continue
		}
		chunks++
		nums := 0
		for _, i := range t.Words[from:n] {
			if shape.Numeric(p.Words[i].Text) && !shape.Year(p.Words[i].Text) && !lookalike.IsFormulaNumber(p.Words[i].Text) {
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

// Cuts: the signs at which nearly all cells of a column divide, and the cut there.

package lists

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// A cutter cuts a text into parts; it returns nil where the text lacks its sign.
type cutter struct {
	name     string
	cut      func(string, []token) []span
	optional bool // what some entries lack: the others are not torn
}

// cutters in the order in which they are tried; of those in one row the one that
// most entries have goes first.
var cutters = [][]cutter{
	{{name: "figures", cut: cutFigures}},
	{{name: "colon", cut: cutColon}, {name: "paren", cut: cutParen}, {name: "dash", cut: cutDash}, {name: "arrow", cut: cutArrow}, {name: "quote", cut: cutQuote}},
	{{name: "amount", cut: cutAmount}},
	{{name: "semicolon", cut: cutSemicolon}},
	{{name: "place", cut: cutPlace}, {name: "origin", cut: cutOrigin}},
	{{name: "purpose", cut: cutPurpose}, {name: "copula", cut: cutCopula}},
	{{name: "commas", cut: cutCommas}},
	{{name: "comma", cut: cutFirstComma}},
	{{name: "figure", cut: cutFigure}},
	{{name: "leading", cut: cutLeading}},
}

// maxProbe is the largest number of cells on which signs are tried; of a longer column
// a sample is taken.
const maxProbe = 400

// cut replaces column k by its parts, if a sign is common to its cells.
func (s *sheet) cut(k int) bool {
	cells := s.fields[k].cells
	if filled(cells) < 2 {
		return false
	}
	if s.fields[k].isPhone() {
		return false // its figures are one number
	}
	p := probeOf(cells)
	if s.cutGaps(k, p) || s.cutUnit(k, p) {
		return true
	}
	if s.fields[k].by != "" && p.measured() {
		return false // "350 g", "1 kg": without its unit a figure says nothing
	}
	sentences := s.fields[k].by != "" && p.prose() > mostSpoken*float64(filled(p.cells))
	for _, row := range cutters {
		if sentences && row[0].name != "colon" {
			return false // a comma in sentences separates nothing
		}
		best, share := p.best(row, s.fields[k].kind)
		if (best.name == "figure" || best.name == "leading") && sameWords(best, p) {
			continue // "RD 973", "jusqu'au 8 juin", "1985 naissances / an"
		}
		if share < common && best.name == "paren" && (townsBefore(best, p) || s.fields[k].by == "" && namesInBrackets(p)) {
			share, best.optional = common, true
		}
		if share < common && share > 0 && best.name == "comma" && townsLast(p) {
			share, best.cut = common, cutLastComma
		}
		if s.fields[k].by == "" && share >= almost && share < common && len(row) > 1 && s.halfCut == "" {
			s.halfCut = best.name
		}
		if share >= common {
			if best.name == "comma" {
				best.cut = commaOf(p.cells, p.toks)
			}
			s.apply(k, best)
			return true
		}
	}
	return s.cutExtra(k, p)
}

// leastExtra is the least share of the entries with a bracket at their end from which
// what is in it has a column of its own, though the others have none.
const leastExtra = 0.15

// cutExtra cuts off the names in brackets with which some entries end: "Elba General
// Hospital", "Chilton Medical Center (Clanton)".
func (s *sheet) cutExtra(k int, p probe) bool {
	if s.fields[k].by != "" {
		return false // of a name in an entry with several fields the brackets are a part
	}
	n := 0
	for i, c := range p.cells {
		if c.blank() {
			continue
		}
		t := c.text()
		parts := cutParen(t, p.toks[i])
		switch {
		case parts == nil && strings.Contains(t, "("):
			return false
		case parts == nil:
			continue
		case len(parts) != 2 || !namesThing(parts[1].of(t)) || strings.ContainsAny(parts[1].of(t), "0123456789"):
			return false
		}
		n++
	}
	if n < 2 || float64(n) < leastExtra*float64(filled(p.cells)) {
		return false
	}
	s.apply(k, cutter{name: "paren", cut: cutParen, optional: true})
	return true
}

// A probe is the cells of a column on which signs are tried, with their tokens.
type probe struct {
	cells []piece
	toks  [][]token
}

// sampleCells returns all cells, or maxProbe of them at even distances.
func sampleCells(cells []piece) []piece {
	if len(cells) <= maxProbe {
		return cells
	}
	out := make([]piece, maxProbe)
	for i := range out {
		out[i] = cells[i*len(cells)/maxProbe]
	}
	return out
}

func probeOf(cells []piece) probe {
	p := probe{cells: sampleCells(cells)}
	p.toks = make([][]token, len(p.cells))
	for i, c := range p.cells {
		p.toks[i] = scanTokens(nil, c.text())
	}
	return p
}

// prose returns the sum of how much each cell reads as a sentence.
func (p probe) prose() (sum float64) {
	for i, c := range p.cells {
		sum += proseOf(c.text(), p.toks[i])
	}
	return sum
}

// measured reports whether all cells are a figure and a unit of measure.
func (p probe) measured() bool {
	for i, c := range p.cells {
		if t := p.toks[i]; !c.blank() && (len(t) != 2 || t[0].class != numberClass || t[1].class != wordClass || !lexicon.Measures[lexicon.Stem(fold.Words(t[1].of(c.text())))]) {
			return false
		}
	}
	return true
}

// best returns the cutter whose sign the most cells have, and the share of them.
func (p probe) best(row []cutter, kind string) (best cutter, share float64) {
	n := filled(p.cells)
	for _, c := range row {
		if c.name == "figures" && kind == "phone" {
			continue
		}
		hits, real := p.try(c)
		if real < 2 || real*3 < n {
			continue
		}
		if sh := float64(hits) / float64(n); sh > share {
			best, share = c, sh
		}
	}
	return best, share
}

// try returns how many cells a cutter divides, and in how many of them something
// follows the sign. Of figures and commas the cells must have the same number.
func (p probe) try(c cutter) (hits, real int) {
	widths := map[int]int{}
	for i, cell := range p.cells {
		if cell.blank() {
			continue
		}
		if parts := c.cut(cell.text(), p.toks[i]); parts != nil {
			hits++
			if last := parts[len(parts)-1]; last.to > last.from || len(parts) > 2 {
				real++
			}
			widths[len(parts)]++
		}
	}
	if c.name == "figures" || c.name == "commas" {
		hits = 0
		for _, w := range widths {
			hits = max(hits, w)
		}
	}
	return hits, real
}

// apply cuts every cell; what has no sign stays whole in the first part.
func (s *sheet) apply(k int, c cutter) {
	cells := s.fields[k].cells
	all := make([][]span, len(cells))
	counts := map[int]int{}
	var buf []token
	for i, p := range cells {
		if p.blank() {
			continue
		}
		buf = scanTokens(buf[:0], p.text())
		all[i] = c.cut(p.text(), buf)
		counts[len(all[i])]++
	}
	width := 0
	for w, n := range counts {
		if w > 0 && (width == 0 || n > counts[width] || n == counts[width] && w > width) {
			width = w
		}
	}
	if c.name == "paren" { // "(74220 La Clusaz) 1h": what follows has a column of its own
		for w := range counts {
			width = max(width, w)
		}
	}
	parts := make([][]piece, width)
	for i, p := range cells {
		sp := all[i]
		if sp == nil {
			sp = []span{{0, len(p.text())}}
			if !p.blank() && !c.optional {
				s.torn = append(s.torn, i)
			}
		}
		for j := range width {
			var q piece
			if j < len(sp) && !p.blank() {
				to := sp[j].to
				if j == width-1 && len(sp) > width {
					to = sp[len(sp)-1].to
				}
				q = trimField(p.sub(sp[j].from, to))
			}
			parts[j] = append(parts[j], q)
		}
	}
	if c.name == "origin" && width == 2 {
		s.shareOrigins(parts[0], parts[1])
	}
	if c.name == "colon" && width == 2 {
		if name := sameText(parts[0]); name != "" && headOf(name, noFacts{}) == nil { // "Lot : L2023-118" in each: the label names the column
			s.fields[k].cells = parts[1]
			s.fields[k].name, s.fields[k].by = name, "colon"
			s.labels++
			return
		}
	}
	s.replace(k, parts, c.name)
}

// sameText returns the text that all of several cells print, "" if they differ.
func sameText(cells []piece) string {
	for _, c := range cells {
		if c.text() != cells[0].text() {
			return ""
		}
	}
	if len(cells) < 2 || cells[0].blank() || strings.IndexFunc(cells[0].text(), unicode.IsLetter) < 0 {
		return ""
	}
	return cells[0].text()
}

// sameWords reports whether the words beside the values are the same few in all
// entries: then they belong to the values.
func sameWords(c cutter, pr probe) bool {
	const variety = 4 // entries for each wording
	seen, n := map[string]bool{}, 0
	for i, p := range pr.cells {
		parts := c.cut(p.text(), pr.toks[i])
		if parts == nil {
			continue
		}
		s := parts[0]
		if c.name == "leading" {
			if s = parts[1]; !unicode.IsLower(firstRune(strings.TrimSpace(s.of(p.text())))) {
				return false // 75001 Paris
			}
		}
		seen[strings.ReplaceAll(strings.TrimSpace(s.of(p.text())), "’", "'")] = true
		n++
	}
	return len(seen) == 1 && n > 1 || variety*len(seen) <= n
}

// townsBefore reports whether what precedes the brackets of the entries that have some is
// a town: "Bron (Parilly)", "Firminy".
func townsBefore(paren cutter, pr probe) bool {
	const most = 0.7
	n, towns := 0, 0
	for i, p := range pr.cells {
		if parts := paren.cut(p.text(), pr.toks[i]); parts != nil {
			if n++; isCommuneName(trimField(p.sub(parts[0].from, parts[0].to)).text()) {
				towns++
			}
		}
	}
	return n > 1 && float64(towns) >= most*float64(n)
}

// namesInBrackets reports whether the brackets of the entries that have some hold names
// at the end: "Chilton Medical Center (Clanton)", "Elba General Hospital".
func namesInBrackets(pr probe) bool {
	n := 0
	for i, p := range pr.cells {
		parts := cutParen(p.text(), pr.toks[i])
		if parts == nil {
			continue
		}
		inner := strings.TrimSpace(parts[1].of(p.text()))
		if n++; len(parts) > 2 || !allName(inner) || !unicode.IsUpper(firstRune(inner)) || inner == strings.ToUpper(inner) {
			return false
		}
	}
	return n >= minRows
}

// townsLast reports whether the entries that have a comma end in a town after it,
// and enough do: "Clinique du Parc, Autun".
func townsLast(pr probe) bool {
	n, towns := 0, 0
	for i, p := range pr.cells {
		parts := cutLastComma(p.text(), pr.toks[i])
		if parts == nil {
			continue
		}
		n++
		if isCommuneName(trimField(p.sub(parts[1].from, parts[1].to)).text()) {
			towns++
		}
	}
	return float64(n) >= almost*float64(filled(pr.cells)) && 10*towns >= 8*n
}

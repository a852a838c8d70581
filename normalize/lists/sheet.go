// Sheets: the entries of a candidate cut into fields, column by column, at the
// signs that nearly all of them have, until none is common.

package lists

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A field is one column of a sheet.
type field struct {
	name   string
	kind   string // what its content is: commune, amount, date ...; "" for text
	by     string // the sign that cut it off, "" if it is the whole entry
	cells  []piece
	copied bool // another field prints the same
}

// A sheet is a candidate cut into fields. Row i is of entry from[i].
type sheet struct {
	fields  []field
	from    []int
	headed  bool    // heads stand over the entries
	spread  []piece // the names of an enumerated column
	torn    []int   // rows whose entry lacks a sign that the others have
	labels  int     // columns named by a label that each entry prints
	halfCut string  // a sign that many entries have, too few to cut at it
}

const (
	common  = 0.7 // share of the entries that have a sign at which they are cut
	almost  = 0.4 // share from which a sign that is not common is worth a doubt
	maxCuts = 12
	// mostSpoken is how much, from 0 to 1, the cells of a column may read as sentences
	// for it to be cut further.
	mostSpoken = 0.3
)

// cutEntries cuts the entries of a candidate.
func cutEntries(c *candidate) *sheet {
	s := &sheet{}
	for i := range c.entries {
		s.from = append(s.from, i)
		s.headed = s.headed || len(c.entries[i].heads) > 0
	}
	if n := len(c.entries[0].cells); n > 0 {
		for k := range n {
			f := field{by: "cell"}
			for i := range c.entries {
				var p piece
				if cells := c.entries[i].cells; k < len(cells) {
					p = trimField(cells[k])
				}
				f.cells = append(f.cells, p)
			}
			s.fields = append(s.fields, f)
		}
		if c.kind == "records" {
			s.cutAll()
		}
	} else {
		f := field{}
		for i := range c.entries {
			f.cells = append(f.cells, trimField(c.entries[i].text))
		}
		s.fields = []field{f}
		s.cutAll()
	}
	s.fields = slices.DeleteFunc(s.fields, func(f field) bool { return filled(f.cells) == 0 })
	slices.Sort(s.torn)
	s.torn = slices.Compact(s.torn)
	return s
}

func (s *sheet) cutAll() {
	cuts := 0
	for k := 0; k < len(s.fields); {
		if cuts < maxCuts && (s.expand(k) || s.cut(k)) {
			cuts++
			continue
		}
		k++
	}
}

// trimField takes separators off both ends of a field: they separate, they say nothing.
func trimField(p piece) piece {
	if p.l == nil {
		return p
	}
	for {
		before := p.span
		p.span = trimSpan(p.l.text, p.span)
		t := p.text()
		if t == "" {
			return p
		}
		switch r := firstRune(t); {
		case strings.ContainsRune(",;|•·>:", r), r == '-' && strings.HasPrefix(t, "- "), r == '–' || r == '—' || r == '→' || r == '⇒':
			p.from += len(string(r))
		case strings.HasPrefix(t, "et "), strings.HasPrefix(t, "-- "):
			p.from += len("et ")
		case strings.HasPrefix(t, "and "):
			p.from += len("and ")
		}
		t = p.text()
		switch r, n := lastRune(t); {
		case strings.ContainsRune(",;|", r), r == ':', r == '–' || r == '—', r == '-' && strings.HasSuffix(t, " -"):
			p.to -= n
		case r == '.' && strings.IndexByte(t, '.') == len(t)-1 && len(t) < 90 && !endsInAbbreviation(t):
			p.to -= n
		}
		if p.span == before {
			return p
		}
	}
}

// endsInAbbreviation reports whether a final period belongs to the last word: "Mo.", "Inc.".
func endsInAbbreviation(t string) bool {
	w := t[strings.LastIndexAny(t, " \u00a0")+1:]
	return len(w) <= 4 && len(w) > 1 && unicode.IsUpper(firstRune(w)) && len(w) < len(t)
}

func filled(cells []piece) (n int) {
	for _, c := range cells {
		if !c.blank() {
			n++
		}
	}
	return n
}

// A cutter cuts a text in parts; nil where it has no such sign.
type cutter struct {
	name string
	cut  func(string, []token) []span
}

// cutters in the order in which they are tried; of those in one row the one that
// most entries have goes first.
var cutters = [][]cutter{
	{{"figures", cutFigures}},
	{{"colon", cutColon}, {"paren", cutParen}, {"dash", cutDash}, {"arrow", cutArrow}, {"quote", cutQuote}},
	{{"amount", cutAmount}},
	{{"place", cutPlace}},
	{{"commas", cutCommas}},
	{{"comma", cutFirstComma}},
	{{"figure", cutFigure}},
	{{"leading", cutLeading}},
}

// maxProbe is how many cells are tried; of a longer list some from everywhere.
const maxProbe = 400

// cut replaces column k by its parts, if a sign is common to its cells.
func (s *sheet) cut(k int) bool {
	cells := s.fields[k].cells
	if filled(cells) < 2 {
		return false
	}
	p := probeOf(cells)
	if s.cutGaps(k, p) || s.cutUnit(k, p) {
		return true
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
	return false
}

// A probe is the cells of a column on which signs are tried, with their tokens.
type probe struct {
	cells []piece
	toks  [][]token
}

// sampleCells returns all cells, or maxProbe of them from everywhere.
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

// prose is how much the cells read as sentences, summed.
func (p probe) prose() (sum float64) {
	for i, c := range p.cells {
		sum += proseOf(c.text(), p.toks[i])
	}
	return sum
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
			if !p.blank() {
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
	if c.name == "colon" && width == 2 {
		if name := sameText(parts[0]); name != "" && placeNamed(name) == "" { // "Lot : L2023-118" in each: the label names the column
			s.fields[k].cells = parts[1]
			s.fields[k].name, s.fields[k].by = name, "colon"
			s.labels++
			return
		}
	}
	s.replace(k, parts, c.name)
}

// sameText is the text that all of several cells print, "" if they differ.
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

func (s *sheet) replace(k int, parts [][]piece, by string) {
	var fs []field
	for i, p := range parts {
		if filled(p) == 0 {
			continue
		}
		f := field{by: by, cells: p}
		if i == 0 {
			f.by = cmpOr(s.fields[k].by, "first")
		}
		fs = append(fs, f)
	}
	s.fields = slices.Replace(s.fields, k, k+1, fs...)
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// cutGaps cuts at pipes, tabs, leaders and gaps of two blanks, where most cells
// have the same number of them. In a cell with more, the widest are taken, and of
// equal ones the last: the first column is the one that holds long names.
func (s *sheet) cutGaps(k int, p probe) bool {
	counts := map[int]int{}
	for i := range p.cells {
		if !p.cells[i].blank() {
			counts[len(gapsOf(p.toks[i]))]++
		}
	}
	best := 0
	for n, c := range counts {
		if n > 0 && (best == 0 || c > counts[best] || c == counts[best] && n > best) {
			best = n
		}
	}
	const mostly = 0.6
	if best == 0 || float64(counts[best]) < mostly*float64(filled(p.cells)) {
		return false
	}
	s.apply(k, cutter{"gap", func(text string, toks []token) []span {
		gaps := gapsOf(toks)
		if len(gaps) == 0 {
			return nil
		}
		for len(gaps) > best {
			least := 0
			for i := range gaps {
				if gaps[i].to-gaps[i].from < gaps[least].to-gaps[least].from {
					least = i
				}
			}
			gaps = slices.Delete(gaps, least, least+1)
		}
		var out []span
		at := 0
		for _, g := range gaps {
			out = append(out, span{at, g.from})
			at = g.to
		}
		return append(out, span{at, len(text)})
	}})
	return true
}

// gapsOf are the wide gaps, pipes and leaders of a text; neighbours are one.
func gapsOf(toks []token) (out []span) {
	for i, t := range toks {
		if i == 0 || t.class != gapClass && t.class != leaderClass {
			continue
		}
		if n := len(out); n > 0 && toks[i-1].class != wordClass && out[n-1].to >= int(toks[i-1].from) && (toks[i-1].class == gapClass || toks[i-1].class == leaderClass) {
			out[n-1].to = int(t.to)
			continue
		}
		out = append(out, span{int(t.from), int(t.to)})
	}
	return out
}

// cutUnit reads "3 projets" in every cell as 3 of a column "projets".
func (s *sheet) cutUnit(k int, pr probe) bool {
	if s.fields[k].by == "" || s.fields[k].name != "" {
		return false
	}
	unit := ""
	for i, p := range pr.cells {
		if p.blank() {
			continue
		}
		t := pr.toks[i]
		if len(t) != 2 || t[0].class != numberClass || t[1].class != wordClass || t[1].capital {
			return false
		}
		w := t[1].of(p.text())
		if unit == "" {
			unit = w
		} else if stem(w) != stem(unit) {
			return false
		}
		if len(w) > len(unit) {
			unit = w
		}
	}
	if unit == "" || len(unit) < 3 {
		return false
	}
	cells := s.fields[k].cells
	out := make([]piece, len(cells))
	for i, p := range cells {
		if t := scanTokens(nil, p.text()); len(t) == 2 && t[0].class == numberClass && stem(t[1].of(p.text())) == stem(unit) {
			p = p.sub(0, int(t[0].to))
		}
		out[i] = p
	}
	s.fields[k].cells, s.fields[k].name = out, unit
	return true
}

func stem(w string) string { return strings.TrimRight(w, "sx") }

// expand makes rows of the names that a column enumerates, "State: City, City",
// where their number differs from entry to entry.
func (s *sheet) expand(k int) bool {
	f := &s.fields[k]
	if s.spread != nil {
		return false
	}
	if f.by == "" && s.hasLabel(f.cells) {
		return false // heads are cut off first
	}
	sep := ",;"
	if slices.ContainsFunc(f.cells, func(c piece) bool { return strings.Contains(c.text(), "; ") }) {
		sep = ";"
	}
	if sep != ";" && f.by != "colon" && f.by != "paren" && f.by != "dash" && !(f.by == "" && s.headed) {
		return false
	}
	names := enumerated(f.cells, sep)
	if !names.areList(f, sep) {
		return false
	}
	h := &sheet{fields: slices.Clone(s.fields), headed: s.headed}
	for j := range h.fields {
		h.fields[j].cells = nil
	}
	for i := range f.cells {
		for n := range max(1, len(names.of[i])) {
			for j := range h.fields {
				p := s.fields[j].cells[i]
				if j == k && len(names.of[i]) > 0 {
					p = names.of[i][n]
				}
				h.fields[j].cells = append(h.fields[j].cells, p)
			}
			h.from = append(h.from, s.from[i])
		}
	}
	h.fields[k].by = "names"
	h.spread = h.fields[k].cells
	*s = *h
	return true
}

// A names is the texts that each cell of a column enumerates.
type names struct {
	of      [][]piece   // by cell
	counts  map[int]int // cells by how many texts they have
	total   int         // texts
	named   int         // texts that are names
	several int         // cells with more than one text
}

// enumerated cuts cells at the signs sep.
func enumerated(cells []piece, sep string) names {
	n := names{of: make([][]piece, len(cells)), counts: map[int]int{}}
	for i, c := range cells {
		if c.blank() {
			continue
		}
		for _, g := range segmentsOf(c.text(), sep) {
			p := trimField(c.sub(g.from, g.to))
			if p.blank() {
				continue
			}
			n.of[i] = append(n.of[i], p)
			n.total++
			if isEnumeratedName(p.text(), sep) {
				n.named++
			}
		}
		n.counts[len(n.of[i])]++
		if len(n.of[i]) > 1 {
			n.several++
		}
	}
	return n
}

// isEnumeratedName reports whether a text of an enumeration is a name: it begins with a
// capital, or with figures that letters follow.
func isEnumeratedName(t, sep string) bool {
	switch r := firstRune(t); {
	case unicode.IsUpper(r):
		return sep == ";" || namesThing(t)
	case unicode.IsDigit(r):
		return strings.ContainsAny(t, "abcdefghijklmnopqrstuvwxyz") && namesThing(t)
	}
	return false
}

// areList reports whether the texts are the entries of a list: nearly all are names,
// and their number differs from cell to cell.
func (n *names) areList(f *field, sep string) bool {
	const surely = 0.85 // share of the texts
	switch cells := len(f.cells); {
	case n.several == 0 || len(n.counts) < 2 || float64(n.named) < surely*float64(n.total):
		return false
	case f.by == "" && (n.several*10 < 7*cells || usual(n.counts)*10 >= 6*cells):
		return false
	case sep != ";" && cells > 3 && (n.several < 2 || n.several*5 < cells):
		return false
	}
	return true
}

// usual is how many entries have as many names, two at least, as most of them.
func usual(counts map[int]int) (most int) {
	for n, c := range counts {
		if n > 1 {
			most = max(most, c)
		}
	}
	return most
}

// hasLabel reports whether most cells begin with a label: before a colon, brackets, a dash.
func (s *sheet) hasLabel(cells []piece) bool {
	n := filled(cells)
	for _, c := range cutters[1] {
		hits := 0
		for _, p := range cells {
			if !p.blank() && c.cut(p.text(), scanTokens(nil, p.text())) != nil {
				hits++
			}
		}
		if float64(hits) >= common*float64(n) {
			return true
		}
	}
	return false
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

// doubts are what a person should look at: entries that lack what the others have.
func (s *sheet) doubts(c *candidate) (out []string) {
	if n := len(s.torn); n > 0 {
		first := c.entries[s.from[min(s.torn[0], len(s.from)-1)]]
		out = append(out, strconv.Itoa(n)+" of its "+strconv.Itoa(len(c.entries))+" entries are not divided as the others are, such as "+strconv.Quote(clip(first.text.text())))
	}
	if s.halfCut != "" && len(s.torn) == 0 {
		out = append(out, "some of its entries have a "+s.halfCut+" and some have none; they are not divided there")
	}
	return out
}

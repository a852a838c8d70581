// Enumerations inside one text: "Royan (17), Tamnies (24) et Nevez (29)".

package lists

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// A segment is a part of a text between the signs of an enumeration.
type segment struct {
	span
	joined bool // "et" or "and" follows it, not a comma
}

// conjunctions precede the last segment of an enumeration.
var conjunctions = [...]string{" et ", " and ", " ainsi que ", " & ", " ou encore ", " or "}

// segmentsOf cuts text at the signs sep outside brackets and quotes, and at "et" and
// "and" where a name begins on the other side.
func segmentsOf(text, sep string) []segment {
	var out []segment
	depth, from := 0, 0
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		case '«', '“', '"':
			if j := quoteEnd(text, i+n, r); j > 0 {
				i = j
				continue
			}
		default:
			if depth == 0 && strings.ContainsRune(sep, r) && !(r == ',' && figureAt(text, i+1) && figureAt(text, i-1)) {
				out = append(out, segment{span: span{from, i}})
				from = i + n
			}
		}
		i += n
	}
	out = append(out, segment{span: span{from, len(text)}})
	if sep != ";" {
		out = splitAnds(text, out)
	}
	out = joinPlaces(text, out)
	for i := range out {
		out[i].span = trimSegment(text, out[i].span)
	}
	return out
}

// opensPlace reports whether a text says where something is: "à Illiers (Eure-et-Loir)".
func opensPlace(s string) bool {
	w, rest, ok := strings.Cut(strings.TrimLeft(s, " \u00a0\n"), " ")
	return ok && (w == "à" || w == "au" || w == "aux" || w == "en" || w == "in" || w == "at") && unicode.IsUpper(firstRune(rest))
}

// joinPlaces joins "à Illiers (Eure-et-Loir)" to the name before it, where some
// segments begin that way and the others do not.
func joinPlaces(text string, in []segment) []segment {
	n := 0
	place := func(s segment) bool { return opensPlace(text[s.from:s.to]) }
	for i, s := range in {
		if i > 0 && place(s) {
			n++
		}
	}
	if n == 0 || place(in[0]) || 10*n > 6*len(in) {
		return in
	}
	out := in[:0:0]
	for i, s := range in {
		if i > 0 && place(s) && !out[len(out)-1].joined {
			out[len(out)-1].to, out[len(out)-1].joined = s.to, s.joined
			continue
		}
		out = append(out, s)
	}
	return out
}

func figureAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

// trimSegment takes a conjunction and a preposition off the front of a segment.
func trimSegment(text string, s span) span {
	s = trimSpan(text, s)
	for _, w := range [...]string{"et ", "and ", "or ", "ainsi que ", "ou encore ", "enfin "} {
		if strings.HasPrefix(text[s.from:s.to], w) {
			s.from += len(w)
		}
	}
	for _, w := range [...]string{"de la ", "des ", "du ", "de l'", "de l’", "de ", "à ", "d'", "d’"} {
		if t := text[s.from:s.to]; strings.HasPrefix(t, w) && unicode.IsUpper(firstRune(t[len(w):])) {
			s.from += len(w)
			break
		}
	}
	return trimSpan(text, s)
}

// splitAnds cuts the segment that ends an enumeration at a conjunction outside
// brackets before a name.
func splitAnds(text string, in []segment) []segment {
	var out []segment
	brackets := len(in) > 1 && strings.IndexByte(text[in[0].from:in[0].to], '(') > 0
	for k, s := range in {
		t := text[s.from:s.to]
		at, n := -1, 0
		if len(in) > minEnum && k+1 < len(in) && namesThing(strings.TrimSpace(text[in[k+1].from:in[k+1].to])) && !opensPlace(text[in[k+1].from:in[k+1].to]) {
			out = append(out, s) // the enumeration continues: "et" is inside a name
			continue
		}
		for _, c := range conjunctions {
			if i := lastOutside(t, c); i > 0 && (c != " & " || len(in) > 1) { // "Pin & Chêne" is one
				at, n = i, len(c)
				break
			}
		}
		if at < 0 || !opensName(t[at+n:]) || brackets && strings.HasSuffix(strings.TrimSpace(t), ")") && strings.IndexByte(t[:at], '(') < 0 {
			out = append(out, s)
			continue
		}
		out = append(out, segment{span{s.from, s.from + at}, true}, segment{span{s.from + at + n, s.to}, s.joined})
	}
	return out
}

// lastOutside returns the last place of sub in s outside brackets, -1 if none.
func lastOutside(s, sub string) int {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			depth = max(0, depth-1)
		case ' ':
			if depth == 0 && strings.HasPrefix(s[i:], sub) {
				return i
			}
		}
	}
	return -1
}

const (
	minEnum     = 3   // segments of an enumeration
	maxSegment  = 160 // bytes
	minEnumText = 30  // bytes of a text that may hold one
)

// findSentences finds the enumerations of every unit: after a colon all segments
// are entries, elsewhere a stretch of segments that are names of one skeleton.
func findSentences(us []unit) (out []*candidate) {
	for i := range us {
		u := &us[i]
		if u.wall || u.grouped || len(u.text) < minEnumText || strings.Count(u.text, ",")+strings.Count(u.text, ";") < minEnum-2 {
			continue
		}
		from := 0
		for _, to := range sentenceEnds(u.text) {
			if t := u.text[from:to]; strings.IndexByte(t, ',') >= 0 || strings.IndexByte(t, ';') >= 0 {
				out = append(out, sentenceLists(us, i, from, to)...)
			}
			from = to
		}
	}
	return out
}

// sentenceEnds returns where the sentences of a text end.
func sentenceEnds(text string) (out []int) {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		case '.', '!', '?':
			if i+2 < len(text) && i > 2 && depth == 0 && text[i+1] == ' ' && text[i-2] != ' ' && text[i-2] != '.' && unicode.IsUpper(firstRune(text[i+2:])) {
				out = append(out, i+1)
			}
		}
	}
	return append(out, len(text))
}

// An enumeration is one sentence of a unit, cut at its commas or semicolons.
type enumeration struct {
	us    []unit
	unit  int
	lead  piece // up to its colon; blank without one
	body  int   // byte of the unit's text at which the segments begin
	segs  []segment
	texts []string // of the segments
	sep   string
}

// piece returns the text of segment k.
func (n *enumeration) piece(k int) piece {
	return piece{n.us[n.unit].line, span{n.body + n.segs[k].from, n.body + n.segs[k].to}}
}

// sentenceLists finds the enumerations of the sentence [from, to) of unit i.
func sentenceLists(us []unit, i, from, to int) (out []*candidate) {
	l := us[i].line
	n := &enumeration{us: us, unit: i, body: from, sep: ",;"}
	if k := leadingColon(l.text[from:to]); k >= 0 {
		n.body = from + k + 1
		n.lead = piece{l, trimSpan(l.text, span{from, from + k + 1})}
	}
	for to > n.body && strings.IndexByte(" .\n", l.text[to-1]) >= 0 {
		to--
	}
	all := l.text[n.body:to]
	if strings.Count(all, ";") >= minEnum-1 {
		n.sep = ";"
	}
	n.segs = segmentsOf(all, n.sep)
	if len(n.segs) < minEnum {
		return nil
	}
	for k := range n.segs {
		n.texts = append(n.texts, n.segs[k].of(all))
	}
	for k := 0; k < len(n.segs); {
		c, next := n.follow(k)
		if len(c.entries) >= minEnum && (namesThing(c.entries[0].text.text()) || c.colon) {
			if c.lead.blank() && k == 0 && next == len(n.segs) && i > 0 && (us[i-1].leads || us[i-1].kind == headingLine) {
				c.lead, c.led, c.colon = whole(us[i-1].line), true, us[i-1].leads // all of a paragraph below a lead
			}
			out = append(out, c)
		}
		k = next
	}
	return out
}

// follow takes the entries from segment k on; next is the first segment that is none.
func (n *enumeration) follow(k int) (c *candidate, next int) {
	c = &candidate{kind: "sentence", lo: n.unit, hi: n.unit + 1}
	first := n.leadAndName(c, k)
	c.within.from = first.from
	c.takeSegment(first, n.unit)
	j := k + 1
	for j < len(n.segs) && len(n.texts[j]) <= maxSegment && continuesAs(c, n.texts[j], n.sep) {
		c.takeSegment(n.piece(j), n.unit)
		j++
	}
	if j < len(n.segs) && (n.segs[j-1].joined || j+1 == len(n.segs)) {
		if w := nameBeforeVerb(n.texts[j]); w > 0 && len(c.entries) > 1 {
			p := n.piece(j)
			p.to = p.from + w
			c.takeSegment(p, n.unit)
			j++
		}
	}
	if j < len(n.segs) && c.colon && len(c.entries) >= minEnum {
		c.doubts = append(c.doubts, "the sentence goes on with "+strconv.Quote(clip(n.texts[j]))+", which is no entry")
	}
	return c, j
}

// leadAndName sets the lead of an enumeration that begins with segment k, and returns
// the name in that segment.
func (n *enumeration) leadAndName(c *candidate, k int) piece {
	first := n.piece(k)
	if n.lead.l != nil {
		c.lead = n.lead
		c.led, c.colon = k == 0, k == 0
	}
	if n.lead.l != nil && k == 0 || k+1 == len(n.segs) {
		return first
	}
	said, name := nameAtEnd(n.texts[k], n.texts[k+1])
	if at := nameAfterLead(n.texts[k]); n.sep == ";" && k == 0 && at > 0 {
		said, name = at, len(n.texts[k])-at
		c.lead = piece{first.l, trimSpan(first.l.text, span{first.from, first.from + said})}
		c.led, c.colon = true, true
		first.from = first.to - name
		return first
	}
	if n.lead.l == nil {
		c.lead = piece{first.l, trimSpan(first.l.text, span{first.from, first.from + said})}
		c.led = leadWord(c.lead.text())
	}
	first.from = first.to - name
	return first
}

// takeSegment adds a segment of a sentence to the entries.
func (c *candidate) takeSegment(p piece, unit int) {
	toks := scanTokens(nil, p.text())
	c.entries = append(c.entries, entry{text: p, unit: unit, skel: skeletonOf(toks), prose: proseOf(p.text(), toks)})
	c.within.to = p.to
}

// continuesAs reports whether a segment continues the enumeration c.
func continuesAs(c *candidate, t, sep string) bool {
	if sep == ";" {
		return true
	}
	toks := scanTokens(nil, t)
	like := likeness(c.entries[len(c.entries)-1].skel, skeletonOf(toks)) >= fits
	if k := skeletonOf(toks); c.colon && strings.IndexByte(c.entries[0].skel, byte(moneyClass)) >= 0 && strings.IndexByte(k, byte(moneyClass)) >= 0 {
		return true // "50 € à la chasse, 300 € aux cyclos"
	}
	return namesThing(t) && like
}

func leadWord(s string) bool {
	s = strings.TrimRight(s, " \u00a0,")
	w := s[strings.LastIndexAny(s, " \u00a0")+1:]
	return lexicon.EndsLead(strings.ToLower(w))
}

// leadingColon returns where the first colon of a sentence is that introduces an
// enumeration, -1 if there is none.
func leadingColon(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		case ':':
			if depth == 0 && blankAt(text, i+1) {
				return i
			}
		}
	}
	return -1
}

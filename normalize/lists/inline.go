// Inline groups: a place and its members in one line, "Aude : Palaja, Sigean",
// "Aisne (Laon, Soissons) ; Marne (Reims)".

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// An inlineGroup is a head with the text beside it that holds its members.
type inlineGroup struct {
	head  head
	body  span
	names []span // the members, where the gazetteer knows each; nil if the body is to be cut
	alone bool   // the head holds for this body and for nothing below
}

// A grouped is a line that holds groups.
type grouped struct {
	lead   span // what leads into them, "Les villes retenues sont :"
	groups []inlineGroup
	open   bool // a bracket is never closed
}

// groupsIn returns the groups of a line; no groups if it is no such line.
func groupsIn(text string) (g grouped) {
	if len(text) > maxLine {
		return g
	}
	inside, unclosed := insideBrackets(text)
	in := &inlineReader{text: text, inside: inside}
	if strings.ContainsAny(text, ":–—-") && (in.colons(&g) || len(g.groups) == 0 && in.dash(&g)) {
		return g
	}
	g = grouped{}
	if strings.IndexByte(text, '(') >= 0 {
		if in.around(&g, 0) {
			g.open = unclosed > 0
			return g
		}
		if k := leadingColon(text); k > 0 {
			if in.around(&g, k+1) {
				g.lead, g.open = span{0, k + 1}, unclosed > 0
				return g
			}
		}
	}
	g.groups = nil
	if !in.glued(&g) {
		in.spaced(&g)
	}
	return g
}

// An inlineReader looks for groups in a text.
type inlineReader struct {
	text   string
	inside []bool // by byte: in brackets
}

// insideBrackets returns for each byte of text whether it is in brackets. A bracket that
// is not closed ends at the next semicolon: the list continues there.
func insideBrackets(text string) (inside []bool, unclosed int) {
	inside = make([]bool, len(text)+1)
	var open []int
	closeAt := map[int]int{}
	for i := range len(text) {
		switch text[i] {
		case '(':
			open = append(open, i)
		case ')':
			if n := len(open); n > 0 {
				closeAt[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
	unclosed = len(open)
	until, next := -1, -1 // the end of the bracket that covers i; the next semicolon, where it is known
	for i := range len(text) {
		if text[i] == '(' && i > until {
			end, ok := closeAt[i]
			if !ok {
				if next < i {
					if next = strings.IndexByte(text[i:], ';') + i; next < i {
						next = len(text)
					}
				}
				end = next - 1
			}
			until = end
		}
		inside[i] = i <= until
	}
	return inside, unclosed
}

// colons finds "AIN : Oyonnax (...)DROME : Valence": heads before colons.
func (in *inlineReader) colons(g *grouped) bool {
	heads := in.colonHeads()
	if len(heads) == 0 {
		return false
	}
	if first := trimSpan(in.text, span{0, heads[0].at.from}); first.from < first.to {
		if !strings.HasSuffix(first.of(in.text), ":") {
			return false
		}
		g.lead = first
	}
	for k, h := range heads {
		end := len(in.text)
		if k+1 < len(heads) {
			end = heads[k+1].at.from
		}
		body := trimSpan(in.text, span{h.at.to, end})
		if body.from >= body.to && len(heads) == 1 || isProse(strings.TrimRight(body.of(in.text), ".")) {
			g.groups = nil
			return false
		}
		g.groups = append(g.groups, inlineGroup{head: h, body: body})
	}
	return true
}

// colonHeads returns the heads before the colons of a line.
func (in *inlineReader) colonHeads() (heads []head) {
	text, from := in.text, 0 // the end of the last colon
	for i := range len(text) {
		if text[i] != ':' || in.inside[i] || i+2 < len(text) && text[i+1] == '/' {
			continue
		}
		at := span{clauseStart(text, from, i), i}
		h, ok := head{}, false
		if at.to-at.from <= maxHead {
			if h, ok = parseHead(text, at); !ok {
				if h, ok = nationIn(text, at); !ok {
					h, ok = in.bareCode(at)
				}
			}
		}
		if ok {
			h.at = trimSpan(text, span{at.from, i + 1})
		} else if h, ok = touchingHead(text, from, i); ok && len(heads) > 0 {
			h.at = span{h.at.from, i + 1}
		} else {
			ok = false
		}
		if ok {
			heads = append(heads, h)
		}
		from = i + 1
	}
	return heads
}

// clauseStart returns where the words before a colon begin: after the last sign since
// from that ends a member. A code or a count in brackets belongs to them.
func clauseStart(text string, from, colon int) int {
	for k := colon - 1; k >= from; k-- {
		if text[k] == ')' { // "Alpes-Maritimes (06) :", "Bretagne (12 lauréats) :"
			if open := strings.LastIndexByte(text[from:k], '('); open > 0 && open+maxHead > k-from && strings.TrimSpace(text[k+1:colon]) == "" && isDigit(rune(text[from+open+1])|0x20) {
				k = from + open
				continue
			}
		}
		if strings.IndexByte(";,.)\n", text[k]) >= 0 {
			return k + 1
		}
	}
	return from
}

// touchingHead returns a place right before a colon that no blank separates from the
// member before it: "Oyonnax (quartier)DROME :".
func touchingHead(text string, from, colon int) (head, bool) {
	window := max(from, colon-maxHead)
	for !utf8.RuneStart(text[window]) {
		window++
	}
	for _, hit := range gazetteer.Scan(0, text[window:colon]) {
		start := window + hit.Start
		if strings.TrimSpace(text[window+hit.End:colon]) != "" || start > from && isDigit(rune(text[start-1])) {
			continue // figures are no member
		}
		if h, ok := parseHead(text, span{start, colon}); ok {
			return h, true
		}
	}
	return head{}, false
}

// bareCode reads "01" in "01 : Belley, Oyonnax" as a head: the gazetteer knows most of
// what follows as communes there, which no hour and no number has.
func (in *inlineReader) bareCode(at span) (head, bool) {
	const most = 0.5
	name := trimSpan(in.text, at)
	code := name.of(in.text)
	if len(code) < 2 || len(code) > 3 {
		return head{}, false
	}
	d, ok := gazetteer.DepartmentCoded(code)
	if !ok {
		return head{}, false
	}
	body := span{at.to + 1, len(in.text)}
	if end := strings.IndexAny(in.text[body.from:], ";:"); end >= 0 {
		body.to = body.from + end
	}
	there := func(t string) bool { return known(locale{dept: d.Code}, t) }
	names := namesIn(piece{&line{text: in.text}, body}, there, 0).names
	return head{level: departmentLevel, name: name, code: d.Code, coded: true}, mostly(names, there, most)
}

// dash finds "Aude – Palaja, Villemoustaussou": a head before a dash.
func (in *inlineReader) dash(g *grouped) bool {
	for _, dash := range [...]string{". – ", ". — ", ". - ", ".- ", " – ", " — ", " - "} {
		i := strings.Index(in.text, dash)
		if i <= 0 || i > maxHead || in.inside[i] {
			continue
		}
		h, ok := parseHead(in.text, span{0, i})
		if !ok || h.level > departmentLevel {
			continue
		}
		h.at = span{0, i + len(dash)}
		body := trimSpan(in.text, span{i + len(dash), len(in.text)})
		first, _, _ := strings.Cut(body.of(in.text), ",")
		if isProse(body.of(in.text)) || !nameLike(first) || numberIn(body.of(in.text)) != "" {
			return false
		}
		if _, ok := parseHead(in.text, body); ok { // "Bretagne - Finistère"
			return false
		}
		g.groups = []inlineGroup{{head: h, body: body}}
		return true
	}
	return false
}

// around finds "Aisne (Berny-Rivière, Montigny-Lengrain) ; Marne (Dormans)".
func (in *inlineReader) around(g *grouped, from int) bool {
	text := in.text
	g.groups = nil
	for from < len(text) {
		open := strings.IndexByte(text[from:], '(')
		if open < 0 {
			break
		}
		open += from
		for from < open && strings.IndexByte(" ;,./\n", text[from]) >= 0 {
			from++
		}
		name := withoutAnd(piece{&line{text: text}, trimSpan(text, span{from, open})}).span
		h, ok := parseHead(text, name)
		if !ok || h.level == sectionLevel {
			return false
		}
		end := open
		for end < len(text) && in.inside[end] {
			end++
		}
		body := span{open + 1, end}
		if end > open+1 && text[end-1] == ')' {
			body.to--
		}
		body = trimSpan(text, body)
		if t := body.of(text); t == "" || isDigit(firstRune(t)) || isProse(t) || opensSmall(t) {
			return false
		}
		if inner, ok := parseHead(text, body); ok && inner.level <= h.level { // Paris (Île-de-France)
			return false
		}
		h.at = span{name.from, open + 1}
		g.groups = append(g.groups, inlineGroup{head: h, body: body, alone: true})
		from = end
	}
	return len(g.groups) > 0 && !hasLetter(text[min(from, len(text)):])
}

// glued finds "AlsaceMulhouse (68)Le Val (52)BretagneBrest (29)": the blanks between
// cells are lost.
func (in *inlineReader) glued(g *grouped) bool {
	text := in.text
	if strings.IndexByte(text, ')') < 0 && !hasGlue(text) {
		return false
	}
	var heads []head
	last := -1
	for _, hit := range gazetteer.Scan(0, text) {
		if hit.Start < last || in.inside[hit.Start] || hit.End >= len(text) || !unicode.IsUpper(firstRune(text[hit.End:])) {
			continue
		}
		if before, _ := lastRune(text[:hit.Start]); hit.Start > 0 && before != ')' && !unicode.IsLower(before) {
			continue
		}
		if h, ok := parseHead(text, span{hit.Start, hit.End}); ok {
			heads = append(heads, h)
			last = hit.End
		}
	}
	if len(heads) == 0 || heads[0].at.from > 0 || len(heads) < 2 && strings.Count(text, ")") < 2 {
		return false
	}
	for k, h := range heads {
		end := len(text)
		if k+1 < len(heads) {
			end = heads[k+1].at.from
		}
		g.groups = append(g.groups, inlineGroup{head: h, body: span{h.at.to, end}, names: in.touching(span{h.at.to, end}, h)})
	}
	return true
}

// touching cuts names where a capital follows a small letter, if the gazetteer knows
// each; nil if brackets separate them.
func (in *inlineReader) touching(body span, h head) (out []span) {
	text := in.text
	if strings.IndexByte(body.of(text), ')') >= 0 {
		return nil
	}
	from := body.from
	for i := body.from + 1; i < body.to; i++ {
		if before, _ := lastRune(text[:i]); utf8.RuneStart(text[i]) && unicode.IsLower(before) && unicode.IsUpper(firstRune(text[i:])) {
			out = append(out, span{from, i})
			from = i
		}
	}
	out = append(out, span{from, body.to})
	for _, s := range out {
		if !known(h.locale(locale{}), s.of(text)) {
			return nil
		}
	}
	return out
}

// hasGlue reports whether a capital follows a small letter somewhere.
func hasGlue(text string) bool {
	var before rune
	for _, r := range text {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			return true
		}
		before = r
	}
	return false
}

// maxSpaced is the largest length of a line of names that only blanks separate (bytes).
const maxSpaced = 2000

// spaced finds "Ain Ambérieu-en-Bugey Belley": lines that a converter joined by blanks.
// A department opens the line, and the gazetteer knows every word after it as a commune there.
func (in *inlineReader) spaced(g *grouped) bool {
	text := in.text
	if len(text) > maxSpaced || strings.ContainsAny(text, ",;:./()") || !strings.Contains(text, " ") {
		return false
	}
	hits := gazetteer.Scan(gazetteer.KindDepartment, text)
	if len(hits) == 0 || hits[0].Start > 0 {
		return false
	}
	h, ok := parseHead(text, span{0, hits[0].End})
	d, isDepartment := gazetteer.DepartmentByCode(hits[0].Code)
	if !ok || !isDepartment {
		return false
	}
	var names []span
	for at := trimSpan(text, span{h.at.to, len(text)}); at.from < at.to; at = trimSpan(text, at) {
		end := communeEnd(text, at, d)
		if end < 0 {
			return false
		}
		names = append(names, span{at.from, end})
		at.from = end
	}
	if len(names) == 0 || len(names) == 1 && h.commune {
		return false
	}
	g.groups = []inlineGroup{{head: h, body: span{h.at.to, len(text)}, names: names}}
	return true
}

// Groups beside: heads and members that stand in the same line.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// inline finds "AIN : Oyonnax (...)DROME : Valence": heads before colons.
func (s *shaped) inline() bool {
	text := s.text
	if !strings.Contains(text, ":") && !strings.Contains(text, "–") && !strings.Contains(text, "—") && !strings.Contains(text, "- ") {
		return false
	}
	heads := s.colonHeads()
	if len(heads) == 0 {
		return s.dashed()
	}
	if first := trimSpan(text, span{0, heads[0].at.from}); first.from < first.to {
		if !strings.HasSuffix(first.of(text), ":") {
			return false
		}
		s.lead = first
	}
	for k, h := range heads {
		end := len(text)
		if k+1 < len(heads) {
			end = heads[k+1].at.from
		}
		body := trimSpan(text, span{h.at.to, end})
		if body.from >= body.to && len(heads) == 1 || isProse(strings.TrimRight(body.of(text), ".")) {
			return false
		}
		s.groups = append(s.groups, group{h, body, "colon"})
	}
	return true
}

// colonHeads returns the heads before the colons of a line.
func (s *shaped) colonHeads() []head {
	text := s.text
	var heads []head
	from := 0 // end of the last colon
	for i := 0; i < len(text); i++ {
		if text[i] != ':' || s.inside[i] || i+2 < len(text) && text[i+1] == '/' {
			continue
		}
		at := span{clauseStart(text, from, i), i}
		h, ok := head{}, false
		if at.to-at.from <= maxHead {
			if h, ok = parseHead(text, at); !ok {
				h, ok = bareCode(text, at, s.inside)
			}
		}
		if ok {
			h.at = trimSpan(text, span{at.from, i + 1})
		} else if h, ok = gluedHead(text, from, i); ok && len(heads) > 0 {
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

// clauseStart returns where the words before a colon begin: behind the last sign
// since from that ends a member. A code or a count in parentheses belongs to them.
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

// gluedHead returns a place right before a colon that no blank parts from the
// member before it: "Oyonnax (quartier)DROME :".
func gluedHead(text string, from, colon int) (head, bool) {
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

// bareCode reads "01" in "01 : Belley, Oyonnax" as a head: the gazetteer knows
// most of what follows as communes there, which no hour and no number has.
func bareCode(text string, at span, inside []bool) (head, bool) {
	name := trimSpan(text, at)
	code := name.of(text)
	if len(code) < 2 || len(code) > 3 {
		return head{}, false
	}
	d, ok := gazetteer.DepartmentCoded(code)
	if !ok {
		return head{}, false
	}
	body := span{at.to + 1, len(text)}
	if end := strings.IndexAny(text[body.from:], ";:"); end >= 0 {
		body.to = body.from + end
	}
	there := func(t string) bool { return known(context{dept: d.Code}, t) }
	members := enumerate(text, body, inside, there, 0).members
	if !mostly(text, members, there, 0.5) {
		return head{}, false
	}
	return head{level: departmentLevel, name: name, code: d.Code, coded: true}, true
}

// dashed finds "Aude – Palaja, Villemoustaussou": a head before a dash.
func (s *shaped) dashed() bool {
	for _, dash := range [...]string{". – ", ". — ", ". - ", ".- ", " – ", " — ", " - "} {
		i := strings.Index(s.text, dash)
		if i <= 0 || i > maxHead || s.inside[i] {
			continue
		}
		at := span{0, i + len(dash)}
		h, ok := parseHead(s.text, span{0, i})
		if !ok || h.level > departmentLevel {
			continue
		}
		h.at = at
		body := trimSpan(s.text, span{at.to, len(s.text)})
		if isProse(body.of(s.text)) || !nameLike(strings.SplitN(body.of(s.text), ",", 2)[0]) || numberIn(body.of(s.text)) != "" {
			return false
		}
		if _, ok := parseHead(s.text, body); ok { // "Bretagne - Finistère"
			return false
		}
		s.groups = []group{{h, body, "dash"}}
		return true
	}
	return false
}

// around finds "Aisne (Berny-Rivière, Montigny-Lengrain) ; Marne (Dormans)".
func (s *shaped) around(in span) bool {
	text := s.text
	if strings.IndexByte(in.of(text), '(') < 0 {
		return false
	}
	var groups []group
	from := in.from
	for from < in.to {
		open := strings.IndexByte(text[from:in.to], '(')
		if open < 0 {
			break
		}
		open += from
		lo := from
		for lo < open && strings.IndexByte(" ;,./\n", text[lo]) >= 0 {
			lo++
		}
		name := trimSpan(text, span{lo, open})
		name = dropLeadingAnd(text, name)
		h, ok := parseHead(text, name)
		if !ok || h.level == sectionLevel {
			return false
		}
		end := open
		for end < in.to && s.inside[end] {
			end++
		}
		inner := span{open + 1, end}
		if end > open+1 && text[end-1] == ')' {
			inner.to--
		}
		inner = trimSpan(text, inner)
		if inner.from >= inner.to {
			return false
		}
		first := firstRune(inner.of(text))
		if isDigit(first) || isProse(inner.of(text)) || unicode.IsLower(first) && !opensArticle(inner.of(text)) {
			return false
		}
		if in, ok := parseHead(text, inner); ok && in.level <= h.level { // Paris (Île-de-France)
			return false
		}
		h.at = span{name.from, open + 1}
		groups = append(groups, group{h, inner, "around"})
		from = end
	}
	if rest := trimSpan(text, span{from, in.to}); len(groups) == 0 || hasLetter(rest.of(text)) {
		return false
	}
	s.groups = groups
	return true
}

// glued finds "AlsaceMulhouse (68)Le Val (52)BretagneBrest (29)": the blanks
// between cells are lost.
func (s *shaped) glued() bool {
	text := s.text
	if strings.IndexByte(text, ')') < 0 && !hasGlue(text) {
		return false
	}
	var heads []head
	last := -1
	for _, hit := range gazetteer.Scan(0, text) {
		if hit.Start < last || s.inside[hit.Start] || hit.End >= len(text) {
			continue
		}
		if next := firstRune(text[hit.End:]); !unicode.IsUpper(next) {
			continue
		}
		if hit.Start > 0 {
			before, _ := utf8.DecodeLastRuneInString(text[:hit.Start])
			if before != ')' && !unicode.IsLower(before) {
				continue
			}
		}
		h, ok := parseHead(text, span{hit.Start, hit.End})
		if !ok {
			continue
		}
		heads = append(heads, h)
		last = hit.End
	}
	if len(heads) == 0 || heads[0].at.from > 0 || len(heads) < 2 && strings.Count(text, ")") < 2 {
		return false
	}
	for k, h := range heads {
		end := len(text)
		if k+1 < len(heads) {
			end = heads[k+1].at.from
		}
		s.groups = append(s.groups, group{h, span{h.at.to, end}, "glued"})
	}
	return true
}

// spaced finds "Ain Ambérieu-en-Bugey Belley": lines that a converter joined by
// blanks. A department opens the line, and the gazetteer knows every word behind
// it as a commune there.
func (s *shaped) spaced() bool {
	text := strings.TrimSpace(s.text)
	if len(text) > maxSpaced || strings.ContainsAny(text, ",;:./()") || !strings.Contains(text, " ") {
		return false
	}
	hits := gazetteer.Scan(gazetteer.KindDepartment, text)
	if len(hits) == 0 || hits[0].Start > 0 || text != s.text {
		return false
	}
	h, ok := parseHead(text, span{0, hits[0].End})
	d, isDepartment := gazetteer.DepartmentByCode(hits[0].Code)
	if !ok || !isDepartment {
		return false
	}
	var names []span
	for at := h.at.to; ; {
		rest := trimSpan(text, span{at, len(text)})
		if rest.from >= rest.to {
			break
		}
		best := communeEnd(text, rest, d)
		if best < 0 {
			return false
		}
		names = append(names, span{rest.from, best})
		at = best
	}
	if len(names) == 0 || len(names) == 1 && h.commune {
		return false
	}
	s.groups = []group{{h, span{h.at.to, len(text)}, "spaced"}}
	s.names = names
	return true
}

// maxSpaced is how long a line of names parted by blanks may be, in bytes.
const maxSpaced = 2000

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

// Shapes: what each line is by itself: a head, groups with their members, an
// enumeration, a name, or prose.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

type shapeKind uint8

const (
	proseShape  shapeKind = iota
	headShape             // "34 - Hérault", "Canton d'Alzonne :"
	groupsShape           // "Aude : Palaja, Villemoustaussou", "Aisne (Berny-Rivière) ; Marne (Dormans)"
	enumShape             // "Agde, Béziers et Lodève."
	nameShape             // "Agde"
	totalShape            // "Total Bretagne : 12"
)

// A shaped is a line with its shape.
type shaped struct {
	*line
	kind     shapeKind
	head     head
	groups   []group
	lead     span // "Les villes retenues sont :" before the members
	body     span // the members
	communes bool // "Communes d'Alzonne, Aragon": says what the members are
	inside   []bool
	names    []span // of a group of form "spaced"
	unclosed int    // parentheses that are never closed
	legend   bool   // explains a mark
	below    *line  // "3 cités": a line below a head that counts its members
}

// A group is a head with members beside it in the same line.
type group struct {
	head head
	body span
	form string // "colon", "dash", "around", "behind", "glued", "spaced"
}

// shapeOf returns the shape of a line. The facts say which lines explain marks and
// which name groups that the gazetteer does not know.
func shapeOf(l *line, facts Facts) shaped {
	s := shaped{line: l, body: span{0, len(l.text)}}
	if l.kind == tableLine || len(l.text) > maxLine {
		return s
	}
	t := strings.TrimSpace(l.text)
	if len(t) < 400 && facts.ExplainsMark(l.marker+" "+t) {
		s.legend = true
		return s
	}
	if rest := strings.TrimLeft(t, signRunes+" "); rest != t && rest != "" && opensSmall(rest) {
		return s // "* femmes"
	}
	if isTotalLine(t) {
		s.kind = totalShape
		return s
	}
	if h, ok := ownHead(l.text, facts); ok {
		s.kind, s.head = headShape, h
		return s
	}
	if h, ok := parseHead(l.text, s.body); ok {
		s.kind, s.head = headShape, h
		return s
	}
	s.inside, s.unclosed = insideParens(l.text)
	if s.inline() || s.around(s.body) || s.behind(s.body) || s.glued() || s.spaced() {
		s.kind = groupsShape
		return s
	}
	s.cutLead()
	if s.lead.to > 0 && (s.around(s.body) || s.behind(s.body)) {
		s.kind = groupsShape
		return s
	}
	if rest, ok := cutCommunes(s.body.of(l.text)); ok && !isProse(strings.TrimRight(rest.text, " .")) {
		s.communes = true
		s.body.from += rest.skip
		s.kind = enumShape
		return s
	}
	s.kind = listShape(l.text, s.body, s.inside)
	return s
}

// counts takes the line below a head that says how many members it has, as
// pages print it ("3 cités", "(12 lauréats)"). The head then has that count.
func (s *shaped) counts(below *shaped) bool {
	if s.kind != headShape || s.below != nil || s.head.hasNumber && !s.head.coded || below.line.kind == itemLine || below.line.kind == tableLine {
		return false
	}
	t := strings.Trim(strings.TrimSpace(below.text), "(): ")
	n, ok := leadingCount(t)
	if !ok || !strings.Contains(t, " ") {
		return false // a figure alone may be anything
	}
	s.below = below.line
	s.head.number, s.head.hasNumber, s.head.coded, s.head.numberText = n, true, false, t
	s.head.plain = false
	return true
}

// listShape tells an enumeration and a name from prose.
func listShape(text string, body span, inside []bool) shapeKind {
	t := strings.TrimRight(strings.TrimSpace(body.of(text)), ".;,")
	if t == "" || isProse(body.of(text)) {
		return proseShape
	}
	c := cutPlaces(text, body, inside)
	parts := mergeLow(text, c.parts(body, bySemicolon, byComma, bySlash, byGlue))
	n := 0
	for _, p := range parts {
		if nameLike(p.of(text)) || sameFirstWord(text, parts, p.of(text)) {
			n++
		}
	}
	switch {
	case len(parts) > 1 && 10*n >= 8*len(parts):
		return enumShape
	case len(parts) == 1 && nameLike(t):
		if findAnd(text, parts[0], inside) >= 0 {
			return enumShape
		}
		return nameShape
	}
	return proseShape
}

// namesPlaces reports whether a line enumerates three places or more.
func (s *shaped) namesPlaces() bool {
	anywhere := func(t string) bool { return known(context{}, t) }
	parts := enumerateBody(s.text, s.body, anywhere, 0).members
	return len(parts) >= 3 && mostly(s.text, parts, anywhere, 0.8)
}

// cutLead parts "Les villes retenues sont : Annecy, Brest" at the colon.
func (s *shaped) cutLead() {
	for i := 0; i < len(s.text); i++ {
		if s.text[i] != ':' || s.inside[i] {
			continue
		}
		rest := strings.TrimSpace(s.text[i+1:])
		if rest == "" || strings.HasPrefix(rest, "//") {
			return
		}
		s.lead = span{0, i + 1}
		s.body = trimSpan(s.text, span{i + 1, len(s.text)})
		return
	}
}

// A communesPart is what stands behind "Communes d'".
type communesPart struct {
	text string
	skip int
}

// cutCommunes takes "Communes d'", "Les communes de", "Commune de :" off a line.
func cutCommunes(s string) (communesPart, bool) {
	if !opensIn(s, "lcv") {
		return communesPart{}, false
	}
	t := s
	low := strings.ToLower(t)
	for _, p := range [...]string{"les communes", "la commune", "communes", "commune", "villes", "ville"} {
		if !strings.HasPrefix(low, p) || len(t) <= len(p) || t[len(p)] != ' ' && t[len(p)] != ':' {
			continue
		}
		if p == "ville" && t[len(p)] == ' ' && !strings.HasPrefix(strings.TrimSpace(t[len(p):]), ":") {
			return communesPart{}, false // "Ville de Cahors" holds what it is given: a name
		}
		rest := strings.TrimLeft(t[len(p):], " :")
		if name, _ := cutArticle(rest); name == rest && t[len(p)] == ' ' && !strings.HasPrefix(strings.TrimSpace(t[len(p):]), ":") {
			return communesPart{}, false
		}
		return communesPart{rest, len(t) - len(rest)}, true
	}
	return communesPart{}, false
}

// isTotalLine reports whether a line sums up: "Total : 12", "Total Bretagne : 12".
func isTotalLine(s string) bool {
	if len(s) < 5 || len(s) > 120 || (s[0]|0x20) != 't' && (s[0]|0x20) != 's' {
		return false
	}
	f := gazetteer.Fold(s)
	if !hasAnyPrefix(f, "total ", "total:", "sous total", "totaux ") {
		return false
	}
	return strings.IndexFunc(s, isDigit) >= 0
}

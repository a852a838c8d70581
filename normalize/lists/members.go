// Members: the names that one text enumerates, "Agde, Béziers et Lodève".

package lists

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A naming is the names that a text enumerates.
type naming struct {
	names []piece
	doubt string // an "et" of which nothing says whether it separates two names
	why   string // the count that decided
}

const (
	mostKnown = 0.7 // share of the names by commas that are known places, for commas to separate beside semicolons
	allKnown  = 0.8 // the same of dashes, and of what one bullet enumerates
	maxBeside = 60  // bytes of the words before "et" and a known place, for them to be a name of their own
)

// namesIn cuts a text into the names that it enumerates. known says which texts are
// places of the gazetteer there; want is the printed count of the names, 0 for none.
func namesIn(p piece, known func(string) bool, want int) naming {
	fine := joinSmall(cutNames(p, ",;/|•"), known)
	n := naming{names: fine}
	if coarse := cutNames(p, ";|•"); len(coarse) > 1 && len(coarse) < len(fine) && !mostly(splitKnown(fine, known), known, mostKnown) {
		n.names = coarse
		switch want {
		case len(fine):
			n.names = fine
			n.why = fmt.Sprintf("commas separate the names: that makes the %d announced; semicolons alone make %d", want, len(coarse))
		case len(coarse):
			n.why = fmt.Sprintf("semicolons separate the names: that makes the %d announced; with the commas there would be %d", want, len(fine))
		}
	}
	if len(fine) == 1 {
		if dashed := cutNames(p, "-"); len(dashed) > 1 && mostly(dashed, known, allKnown) {
			n.names = dashed
		}
	}
	n.splitAnds(known, want)
	return n
}

// cutNames cuts a text at the signs sep outside brackets: a dash and a slash between
// blanks only, a comma not inside a number, and nothing at all after brackets that a
// capital touches.
func cutNames(p piece, sep string) (out []piece) {
	t := p.text()
	depth, from := 0, 0
	add := func(to int) {
		if q := trimName(p.sub(from, to)); !q.blank() && hasLetter(q.text()) {
			out = append(out, q)
		}
	}
	unclosed := strings.Count(t, "(") - strings.Count(t, ")")
	for i := 0; i < len(t); {
		r, w := utf8.DecodeRuneInString(t[i:])
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
			if depth == 0 && sep != "-" && i+1 < len(t) && unicode.IsUpper(firstRune(t[i+1:])) {
				add(i + 1)
				from = i + 1
			}
		case depth > 0 && !(r == ';' && unclosed > 0):
		case strings.ContainsRune(sep, r) && !(r == ',' && figureAt(t, i-1) && figureAt(t, i+1)) && (r != '/' || blankAt(t, i-1) && blankAt(t, i+1)),
			strings.IndexByte(sep, '-') >= 0 && (r == '–' || r == '—' || r == '-') && blankAt(t, i-1) && blankAt(t, i+w):
			if r == '-' && !(blankAt(t, i-1) && blankAt(t, i+w)) {
				break
			}
			add(i)
			from, depth = i+w, 0
		}
		i += w
	}
	add(len(t))
	return out
}

// trimName takes blanks, separators and the final period off a name.
func trimName(p piece) piece {
	p = trimField(p)
	if t := p.text(); strings.HasSuffix(t, ".") && !endsInInitial(t) && !endsInAbbreviation(t) {
		p = p.sub(0, len(t)-1)
	}
	return p
}

// endsInInitial reports whether a final period belongs to the name: "C.C.A.S."
func endsInInitial(s string) bool {
	n := len(s)
	return n >= 4 && s[n-3] == '.' && unicode.IsUpper(rune(s[n-2]))
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// joinSmall puts a part that begins with a small letter back to the one before it:
// "Maison de l'eau, du vent et du soleil" is one name. A semicolon separates names
// whatever they begin with, and so does a comma before the word that the first name
// begins with: "Lycée Laennec, lycée Maurois".
func joinSmall(parts []piece, known func(string) bool) []piece {
	small := func(k int) bool {
		t := parts[k].text()
		return k > 0 && opensSmall(t) && !sameFirstWord(parts[0].text(), t) && !known(t) &&
			!strings.ContainsAny(parts[k].l.text[parts[k-1].to:parts[k].from], ";|•")
	}
	n := 0
	for k := range parts {
		if small(k) {
			n++
		}
	}
	if n == 0 || 2*n > len(parts) {
		return parts
	}
	out := parts[:0:0]
	for k, p := range parts {
		if small(k) && !hasAnyPrefix(p.text(), "et ", "and ", "ainsi que ") {
			out[len(out)-1].to = p.to
		} else {
			out = append(out, p)
		}
	}
	return out
}

// sameFirstWord reports whether two names begin with the same word of four letters or more.
func sameFirstWord(a, b string) bool {
	const least = 4
	first, _, _ := strings.Cut(a, " ")
	word, _, _ := strings.Cut(b, " ")
	return len(word) >= least && strings.EqualFold(first, word)
}

func opensSmall(s string) bool {
	if !unicode.IsLower(firstRune(s)) || opensArticle(s) { // "la Villeneuve, les Essarts"
		return false
	}
	name, _ := cutArticle(s)
	return name == s || !unicode.IsUpper(firstRune(name)) // "d'Auch"
}

func opensArticle(s string) bool {
	return hasAnyPrefix(strings.ToLower(strings.ReplaceAll(s, "’", "'")), "la ", "le ", "les ", "l'")
}

// mostly reports whether a share of the names are known.
func mostly(ps []piece, known func(string) bool, share float64) bool {
	n := 0
	for _, p := range ps {
		if known(p.text()) {
			n++
		}
	}
	return len(ps) > 0 && float64(n) >= share*float64(len(ps))
}

// ands separate the last two names of an enumeration.
var ands = [...]string{" ainsi que ", " et ", " and "}

// sides returns what is before and after the first "et" outside brackets; false if
// there is none.
func sides(p piece) (left, right piece, ok bool) {
	t, best, width := p.text(), -1, 0
	for _, w := range ands {
		if i := firstOutside(t, w); i >= 0 && (best < 0 || i < best) {
			best, width = i, len(w)
		}
	}
	if best < 0 {
		return p, p, false
	}
	left, right = trimName(p.sub(0, best)), trimName(p.sub(best+width, len(t)))
	return left, right, !left.blank() && !right.blank()
}

// firstOutside returns the first place of sub in s outside brackets, -1 if none.
func firstOutside(s, sub string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		case ' ':
			if depth == 0 && strings.HasPrefix(s[i:], sub) {
				return i
			}
		}
	}
	return -1
}

// withoutAnd takes "et" off a name after a comma: "A, B, et C".
func withoutAnd(p piece) piece {
	for _, w := range [...]string{"et ", "and ", "ainsi que "} {
		if strings.HasPrefix(p.text(), w) {
			return p.sub(len(w), p.to-p.from)
		}
	}
	return p
}

// splitKnown cuts names at an "et" where a known place shows that it separates two.
func splitKnown(in []piece, known func(string) bool) (out []piece) {
	for _, p := range in {
		p = withoutAnd(p)
		for {
			left, right, ok := sides(p)
			if !ok || known(p.text()) {
				break
			}
			kl, kr := known(left.text()), known(right.text())
			if !(kl && (kr || !opensSmall(right.text())) || kr && left.to-left.from <= maxBeside) {
				break
			}
			out, p = append(out, left), right
		}
		out = append(out, p)
	}
	return out
}

// splitAnds cuts names at "et" where both sides are names. What the gazetteer knows
// decides; then the announced count; the last name after commas is two, since that is
// how an enumeration ends.
func (n *naming) splitAnds(known func(string) bool, want int) {
	n.names = splitKnown(n.names, known)
	var open []int // names of which nothing says yet whether they are two
	for i, p := range n.names {
		if _, right, ok := sides(p); ok && !known(p.text()) && !opensSmall(right.text()) {
			open = append(open, i)
		}
	}
	if len(open) == 0 {
		return
	}
	count, first := len(n.names), n.names[open[0]].text()
	last := func(i int) bool { return i > 0 && i == count-1 }
	split := last
	switch {
	case want == count:
		split = func(int) bool { return false }
		n.why = fmt.Sprintf("%q is one name: that makes the %d announced", first, want)
	case want == count+len(open):
		split = func(int) bool { return true }
		n.why = fmt.Sprintf("%q is two names: that makes the %d announced", first, want)
	case !last(open[len(open)-1]) || len(open) > 1:
		n.doubt = fmt.Sprintf("%q may be one name or two; nothing printed decides", first)
	}
	var out []piece
	for i, p := range n.names {
		if len(open) > 0 && open[0] == i {
			open = open[1:]
			if left, right, _ := sides(p); split(i) {
				out, p = append(out, left), right
			}
		}
		out = append(out, p)
	}
	n.names = out
}

// printedAs returns a text that the line does not print as it is: "Le Mas" for "du Mas".
func printedAs(l *line, text string) piece {
	c := *l
	c.text, c.runs = text, plainCell(l.at, text).Runs()
	return piece{&c, span{0, len(text)}}
}

// withoutKind takes "Communes d'", "Les communes de", "Commune de :" off a text.
func withoutKind(p piece) piece {
	t := p.text()
	if !opensIn(t, "lcv") {
		return p
	}
	low := strings.ToLower(t)
	for _, w := range [...]string{"les communes", "la commune", "communes", "commune", "villes", "ville"} {
		if !strings.HasPrefix(low, w) || len(t) <= len(w) || t[len(w)] != ' ' && t[len(w)] != ':' {
			continue
		}
		rest := strings.TrimLeft(t[len(w):], " :")
		colon := strings.HasPrefix(strings.TrimSpace(t[len(w):]), ":")
		if name, _ := cutArticle(rest); !colon && (name == rest || w == "ville") {
			return p // "Ville de Cahors" holds what it is given: a name
		}
		return p.sub(len(t)-len(rest), len(t))
	}
	return p
}

// wholeLines reports whether each plain line is one member with its commune after a
// comma, "Le Phare, Brest", or with figures, and enumerates none.
func (w *placeWalk) wholeLines() bool {
	first, last, n, all := 0, 0, 0, 0
	for i := range w.stands {
		s := &w.stands[i]
		if s.kind != onPlain {
			continue
		}
		all++
		parts := cutNames(s.text, ",")
		if len(parts) < 2 {
			continue
		}
		n++
		if known(s.at, parts[0].text()) {
			first++
		}
		if known(s.at, parts[len(parts)-1].text()) {
			last++
		}
	}
	return n > 0 && 2*n > all && 10*first < 3*n && 10*last >= 7*n
}

// Enumerations: a line cut into its members, and the choice between readings.

package lists

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// depths returns for each byte of text whether it stands inside parentheses. A
// parenthesis that is not closed ends at the next semicolon: the list goes on
// there.
func insideParens(text string) (inside []bool, unclosed int) {
	inside = make([]bool, len(text)+1)
	var open []int
	closeAt := map[int]int{}
	for i := 0; i < len(text); i++ {
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
	until := -1 // end of the parenthesis that covers i
	next := -1  // the next semicolon from i on, when it is known
	for i := 0; i < len(text); i++ {
		if text[i] == '(' && i > until {
			end, ok := closeAt[i]
			if !ok {
				if next < i {
					next = strings.IndexByte(text[i:], ';')
					if next < 0 {
						next = len(text)
					} else {
						next += i
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

// enumerateBody is enumerate for a body that may itself stand in parentheses:
// only those inside it count.
func enumerateBody(text string, body span, known func(string) bool, announced int) reading {
	inner := body.of(text)
	inside, _ := insideParens(inner)
	e := enumerate(inner, span{0, len(inner)}, inside, known, announced)
	for i := range e.members {
		e.members[i].from += body.from
		e.members[i].to += body.from
	}
	return e
}

// A separator between members.
type separator uint8

const (
	bySemicolon separator = iota
	byComma
	bySlash
	byGlue // "(...)DROME": nothing but a closing parenthesis
	byDash
	separators
)

// A cutting is one line's places where it may be cut.
type cutting struct {
	text   string
	inside []bool
	at     [separators][]span // each separator with its blanks
}

// maxLine is how long a line may be to be cut into members, in bytes: the
// longest lists of one department in the Journal officiel have some 20,000.
const maxLine = 1 << 20

func cutPlaces(text string, s span, inside []bool) *cutting {
	if inside == nil {
		inside, _ = insideParens(text)
	}
	c := &cutting{text: text, inside: inside}
	for i := s.from; i < s.to; i++ {
		if inside[i] && text[i] != ')' {
			continue
		}
		switch text[i] {
		case ';', '|':
			c.at[bySemicolon] = append(c.at[bySemicolon], span{i, i + 1})
		case ',':
			if i > 0 && i+1 < len(text) && isDigit(rune(text[i-1])) && isDigit(rune(text[i+1])) {
				continue // 12,5
			}
			c.at[byComma] = append(c.at[byComma], span{i, i + 1})
		case '/':
			if i > 0 && text[i-1] == ' ' && i+1 < len(text) && text[i+1] == ' ' {
				c.at[bySlash] = append(c.at[bySlash], span{i, i + 1})
			}
		case ')':
			if r, _ := utf8.DecodeRuneInString(text[i+1:]); i+1 < s.to && unicode.IsUpper(r) {
				c.at[byGlue] = append(c.at[byGlue], span{i + 1, i + 1})
			}
		case '-':
			if i > s.from && text[i-1] == ' ' && i+1 < s.to && text[i+1] == ' ' {
				c.at[byDash] = append(c.at[byDash], span{i, i + 1})
			}
		case 0xe2: // – — •
			if strings.HasPrefix(text[i:], "•") || strings.HasPrefix(text[i:], "●") || strings.HasPrefix(text[i:], "▪") {
				c.at[bySemicolon] = append(c.at[bySemicolon], span{i, i + 3})
			} else if (strings.HasPrefix(text[i:], "– ") || strings.HasPrefix(text[i:], "— ")) && i > s.from && text[i-1] == ' ' {
				c.at[byDash] = append(c.at[byDash], span{i, i + 3})
			}
		}
	}
	return c
}

// parts cuts s at the separators given.
func (c *cutting) parts(s span, seps ...separator) []span {
	var cuts []span
	for _, k := range seps {
		cuts = append(cuts, c.at[k]...)
	}
	if len(seps) > 1 {
		sortSpans(cuts)
	}
	var out []span
	from := s.from
	add := func(to int) {
		if p := trimSpan(c.text, span{from, to}); p.from < p.to && hasLetter(p.of(c.text)) {
			out = append(out, p)
		}
	}
	for _, k := range cuts {
		if k.from < from {
			continue
		}
		add(k.from)
		from = k.to
	}
	add(s.to)
	return out
}

func sortSpans(s []span) {
	sorted := true
	for i := 1; i < len(s); i++ {
		sorted = sorted && s[i-1].from <= s[i].from
	}
	if !sorted {
		quickSort(s)
	}
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// A reading is one way to cut an enumeration into members.
type reading struct {
	members []span
	why     string // set where an announced count or the gazetteer chose it
	doubt   bool
}

// enumerate cuts a part of a line into members. known tells which texts are
// places of the gazetteer there; announced is how many members the release
// announces for this part, 0 if it does not.
func enumerate(text string, s span, inside []bool, known func(string) bool, announced int) reading {
	c := cutPlaces(text, s, inside)
	fine := mergeLow(text, c.parts(s, bySemicolon, byComma, bySlash, byGlue))
	r := reading{members: fine}
	if len(c.at[bySemicolon]) > 0 && len(c.at[byComma]) > 0 {
		coarse := c.parts(s, bySemicolon, byGlue)
		if len(coarse) < len(fine) && !mostly(text, reading{members: fine}.splitAnd(text, inside, known, 0).members, known, 0.7) {
			r.members = coarse
			if announced == len(fine) {
				r.members = fine
				r.why = fmt.Sprintf("commas part the members: that makes the %d announced; semicolons alone make %d", announced, len(coarse))
			} else if announced == len(coarse) {
				r.why = fmt.Sprintf("semicolons part the members: that makes the %d announced; with the commas there would be %d", announced, len(fine))
			}
		}
	}
	if len(fine) == 1 && len(c.at[byDash]) > 0 {
		if dashed := c.parts(s, byDash); len(dashed) > 1 && mostly(text, dashed, known, 0.8) {
			r.members = dashed
		}
	}
	return r.splitAnd(text, inside, known, announced)
}

// mergeLow puts a part that begins with a small letter back to the one before
// it: "Maison de l'eau, du vent et du soleil" is one name. A semicolon parts
// names whatever they begin with, and so does a comma before a word that the
// first name begins with ("Lycée Laennec, lycée Maurois").
func mergeLow(text string, parts []span) []span {
	low := 0
	opensSmall := func(s string) bool { return opensSmall(s) && !sameFirstWord(text, parts, s) }
	after := func(k int) bool {
		return k > 0 && strings.ContainsAny(text[parts[k-1].to:parts[k].from], ";|")
	}
	for k, p := range parts {
		if opensSmall(p.of(text)) && !after(k) {
			low++
		}
	}
	if low == 0 || 2*low > len(parts) {
		return parts
	}
	out := parts[:0:0]
	for k, p := range parts {
		if opensSmall(p.of(text)) && !after(k) && len(out) > 0 && !strings.HasPrefix(p.of(text), "et ") {
			out[len(out)-1].to = p.to
		} else {
			out = append(out, p)
		}
	}
	return out
}

// sameFirstWord reports whether s begins with the word, of four letters or more,
// that the first of parts begins with.
func sameFirstWord(text string, parts []span, s string) bool {
	const least = 4
	first, _, _ := strings.Cut(parts[0].of(text), " ")
	word, _, _ := strings.Cut(s, " ")
	return len(word) >= least && strings.EqualFold(first, word)
}

func opensSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return false
	}
	low := strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return !hasAnyPrefix(low, "la ", "le ", "les ", "l'") // "quartiers : la Villeneuve, les Essarts", "la Roche-sur-Yon"
}

func mostly(text string, parts []span, known func(string) bool, share float64) bool {
	n := 0
	for _, p := range parts {
		if known(p.of(text)) {
			n++
		}
	}
	return len(parts) > 0 && float64(n) >= share*float64(len(parts))
}

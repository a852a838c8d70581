// Cutters: the signs at which entries are cut into fields.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// cutAround returns the text before token t and the text after it.
func cutAround(text string, t token) []span {
	return []span{{0, int(t.from)}, {int(t.to), len(text)}}
}

// outer calls f for each token outside brackets until it returns true.
func outer(toks []token, f func(i int, t token) bool) {
	depth := 0
	for i, t := range toks {
		switch t.class {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		default:
			if depth == 0 && f(i, t) {
				return
			}
		}
	}
}

func blankAt(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsSpace(r)
}

// cutColon cuts at the first colon before a blank.
func cutColon(s string, toks []token) (out []span) {
	outer(toks, func(i int, t token) bool {
		if t.class == ':' && i > 0 && i+1 < len(toks) && blankAt(s, int(t.to)) {
			out = cutAround(s, t)
		}
		return out != nil
	})
	return out
}

// cutDash cuts at the first dash between blanks, or after a bracket or word and before
// a blank.
func cutDash(s string, toks []token) (out []span) {
	outer(toks, func(i int, t token) bool {
		if t.class == '-' && i > 0 && i+1 < len(toks) && blankAt(s, int(t.to)) {
			if toks[i+1].class == '-' { // "--"
				t.to = toks[i+1].to
			}
			out = cutAround(s, t)
		}
		if t.class == '-' && out == nil && i > 0 && i+2 < len(toks) && toks[i+1].class == '-' && toks[i+1].from == t.to {
			t.to = toks[i+1].to
			out = cutAround(s, t)
		}
		return out != nil
	})
	return out
}

// cutSemicolon cuts at the first semicolon: "Dubuque, Iowa; 220 beds".
func cutSemicolon(_ string, toks []token) (out []span) {
	outer(toks, func(i int, t token) bool {
		if t.class == ';' && i > 0 && i+1 < len(toks) {
			out = []span{{0, int(t.from)}, {int(t.to), int(toks[len(toks)-1].to)}}
		}
		return out != nil
	})
	return out
}

// cutArrow cuts at an arrow or an equals sign.
func cutArrow(s string, toks []token) (out []span) {
	outer(toks, func(i int, t token) bool {
		if (t.class == arrowClass || t.class == '=' && blankAt(s, int(t.to))) && i > 0 && i+1 < len(toks) {
			out = cutAround(s, t)
		}
		return out != nil
	})
	return out
}

// cutQuote cuts a quotation out that follows a name: "Bell House, “Voices on the Porch,” $4,000".
func cutQuote(_ string, toks []token) (out []span) {
	outer(toks, func(i int, t token) bool {
		if t.class == quoteClass && i > 0 && (toks[i-1].class == ',' || toks[i-1].class == '-') {
			out = []span{{0, int(t.from)}, {int(t.from), int(t.to)}}
			if i+1 < len(toks) {
				out = append(out, span{int(t.to), int(toks[len(toks)-1].to)})
			}
		}
		return out != nil
	})
	return out
}

// cutParen cuts at the brackets that end the text, else at the last that open
// after its first word.
func cutParen(s string, toks []token) []span {
	n := len(toks)
	for n > 0 && strings.IndexByte(".;,*", byte(toks[n-1].class)) >= 0 {
		n--
	}
	open, closing, depth := -1, -1, 0
	for i := n - 1; i > 0; i-- {
		switch toks[i].class {
		case ')':
			if depth++; depth == 1 {
				closing = i
			}
		case '(':
			if depth--; depth == 0 {
				open = i
			}
		}
		if open > 0 {
			break
		}
	}
	if open <= 0 || closing-open < 2 {
		return nil
	}
	if civil(s, toks) && !fullName(s, toks[1:open]) && allName(strings.ReplaceAll(s[toks[open].to:toks[closing].from], ",", " ")) {
		return nil // "M. Costa (Paul, André)": given names
	}
	if inner := s[toks[open].to:toks[closing].from]; namesDistrict(inner) && gazetteer.Accept(gazetteer.KindCommune, s[:toks[closing].to]) {
		return nil // "Lyon (8e)"
	}
	out := []span{{0, int(toks[open].from)}, {int(toks[open].to), int(toks[closing].from)}}
	if closing+1 < len(toks) {
		out = append(out, span{int(toks[closing].to), len(s)})
	}
	return out
}

// fullName reports whether what follows the title of a person has a given name and a
// surname, so that brackets after it hold no given names: "Dr. Ana Costa (Lyon, Biology)".
func fullName(s string, toks []token) bool {
	n := 0
	for _, t := range toks {
		if w := t.of(s); t.class == wordClass && t.capital && w != strings.ToUpper(w) {
			n++
		}
	}
	return n > 1
}

// namesDistrict reports whether brackets may name a district of a town: "8e", "3e arrondissement".
func namesDistrict(s string) bool {
	const longest = 24 // bytes
	_, coded := gazetteer.DepartmentCoded(s)
	return s != "" && len(s) < longest && isDigit(rune(s[0])) && !allDigits(s) && !coded
}

// civil reports whether a text begins with the title of a person: "Mme", "Dr".
func civil(s string, toks []token) bool {
	switch toks[0].of(s) {
	case "M", "MM", "Mme", "Mmes", "Mlle", "Mr", "Mrs", "Ms", "Dr", "Pr", "Me", "Monsieur", "Madame":
		return len(toks) > 2
	}
	return false
}

// commaAt reports whether a comma separates: not one inside a number.
func commaAt(s string, t token) bool {
	return t.class == ',' && (int(t.to) >= len(s) || blankAt(s, int(t.to)) || !isDigit(rune(s[t.to])))
}

// cutCommas cuts at every comma: for entries that have the same number of them.
func cutCommas(s string, toks []token) (out []span) {
	at, n := 0, 0
	outer(toks, func(i int, t token) bool {
		if commaAt(s, t) && i > 0 && i+1 < len(toks) {
			out = append(out, span{at, int(t.from)})
			at = int(t.to)
			n++
		}
		return false
	})
	if n == 0 {
		return nil
	}
	return append(out, span{at, len(s)})
}

func cutFirstComma(s string, toks []token) (out []span) {
	outer(toks, func(i int, t token) bool {
		if commaAt(s, t) && i > 0 && i+1 < len(toks) {
			out = cutAround(s, t)
		}
		return out != nil
	})
	return out
}

func cutLastComma(s string, toks []token) (out []span) {
	outer(toks, func(i int, t token) bool {
		if commaAt(s, t) && i > 0 && i+1 < len(toks) {
			out = cutAround(s, t)
		}
		return false
	})
	return out
}

// commaOf returns the comma, first or last, whose tails are more alike.
func commaOf(cells []piece, toks [][]token) func(string, []token) []span {
	score := func(cut func(string, []token) []span) (v float64) {
		last := ""
		for i, c := range cells {
			t := c.text()
			if p := cut(t, toks[i]); p != nil {
				if allName(t[p[0].from:p[0].to]) {
					v++
				}
				k := skeletonOf(scanTokens(nil, t[p[1].from:p[1].to]))
				if last != "" {
					v += likeness(k, last)
				}
				last = k
			}
		}
		return v
	}
	if score(cutLastComma) > score(cutFirstComma)+0.01 {
		return cutLastComma
	}
	return cutFirstComma
}

// trailingValues returns where the values that end a text begin, the number of tokens
// if it ends in none.
func trailingValues(toks []token) int {
	i := len(toks)
	for i > 1 {
		t := toks[i-1]
		if t.class.isValue() || t.class == ':' && i < len(toks) && i > 1 && toks[i-2].class.isValue() {
			i--
			continue
		}
		break
	}
	return i
}

// cutFigures cuts two values or more off the end of a line: "Belgium 0.2 0.4".
func cutFigures(s string, toks []token) []span {
	i := trailingValues(toks)
	if len(toks)-i < 2 || toks[i-1].class == ',' {
		return nil
	}
	out := []span{{0, int(toks[i].from)}}
	for _, t := range toks[i:] {
		out = append(out, span{int(t.from), int(t.to)})
	}
	return out
}

// cutFigure cuts off one value, with "en" or "in" before it: "BELLAMINE Karim en 37’12".
func cutFigure(s string, toks []token) []span {
	i := len(toks) - 1
	if trailingValues(toks) > i || i <= 0 || toks[i-1].class == ',' {
		return nil
	}
	to := int(toks[i].from)
	if t := toks[i-1]; t.class == wordClass {
		if i > 1 && toks[i-2].class == toks[i].class {
			return nil // "de 9 h à 12 h" is one time
		}
		switch t.of(s) {
		case "en", "in", "à", "at":
			to = int(t.from)
		}
	}
	return []span{{0, to}, {int(toks[i].from), int(toks[i].to)}}
}

// cutAmount cuts the one amount off that an entry begins or ends with, in either
// order: "50 € à la chasse", "le tennis : 900 €".
func cutAmount(s string, toks []token) []span {
	n, at, depth := 0, 0, 0
	for i, t := range toks {
		switch t.class {
		case '(':
			depth++
		case ')':
			depth--
		case moneyClass:
			if depth == 0 {
				n, at = n+1, i
			}
		}
	}
	switch {
	case n != 1 || len(toks) < 2:
		return nil
	case at == len(toks)-1:
		to := int(toks[at].from)
		if w := toks[at-1].of(s); at > 1 && (w == "pour" || w == "for") {
			to = int(toks[at-1].from)
		}
		return []span{{0, to}, {int(toks[at].from), int(toks[at].to)}}
	case at > 0:
		return nil
	}
	from := int(toks[0].to)
	if toks[1].class == wordClass && len(toks) > 2 {
		switch toks[1].of(s) { // the word links
		case "à", "pour", "au", "aux", "to", "for":
			from = int(toks[1].to)
		}
	}
	return []span{{from, len(s)}, {0, int(toks[0].to)}}
}

// cutLeading cuts a value from the text after it: "74380 Lucinges", "100 % de
// réussite", "08:30-09:30 - Registration". A house number stays in its address.
func cutLeading(s string, toks []token) []span {
	if len(toks) == 0 || !toks[0].class.isValue() || toks[0].from > 0 {
		return nil
	}
	if len(toks) == 1 {
		return []span{{0, len(s)}, {len(s), len(s)}}
	}
	n := 1
	if len(toks) > 3 && toks[1].class == '-' && toks[2].class == toks[0].class && toks[0].class == clockClass {
		n = 3
	}
	if toks[0].class == numberClass && n == 1 && (toks[1].capital || toks[1].class == wordClass && lexicon.IsStreetWord(fold.Words(toks[1].of(s)))) {
		return nil
	}
	if toks[n].class != wordClass && toks[n].class != ',' && toks[n].class != quoteClass && toks[n].class != '-' {
		return nil
	}
	return []span{{0, int(toks[n-1].to)}, {int(toks[n-1].to), len(s)}}
}

// cutPlace cuts at the last "à", "au", "en", "dans le", "in" before a name that
// continues to the end.
func cutPlace(s string, toks []token) []span {
	for i := len(toks) - 2; i > 0; i-- {
		if toks[i].class != wordClass || !lexicon.PrecedesPlace(toks[i].of(s)) {
			continue
		}
		to, at := int(toks[i].from), int(toks[i].to)
		switch rest := strings.TrimLeft(s[at:], " \u00a0"); {
		case strings.HasPrefix(rest, "le "), strings.HasPrefix(rest, "la ") && toks[i].of(s) != "à", strings.HasPrefix(rest, "les "):
			at = len(s) - len(rest) + strings.IndexByte(rest, ' ') + 1
		case strings.HasPrefix(rest, "l'"):
			at = len(s) - len(rest) + len("l'")
		case strings.HasPrefix(rest, "l’"):
			at = len(s) - len(rest) + len("l’")
		}
		if strings.HasPrefix(s[at:], "île de la ") || strings.HasPrefix(s[at:], "île de ") {
			at += len("île de ")
			at += len(s[at:]) - len(strings.TrimPrefix(s[at:], "la "))
		}
		tail := s[at:]
		if strings.TrimSpace(tail) == "" || !unicode.IsUpper(firstRune(strings.TrimLeft(tail, " \u00a0"))) && !strings.HasPrefix(strings.TrimSpace(tail), "la ") || !allName(tail) {
			continue
		}
		return []span{{0, to}, {at, len(s)}}
	}
	return nil
}

// allName reports whether every word is a capitalised one or a link.
func allName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r := firstRune(w)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !lexicon.JoinsName(w) && !strings.ContainsAny(w, "'’(") {
			return false
		}
	}
	return true
}

func lastRune(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }

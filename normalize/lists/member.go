// Members: what one entry of a list says of itself: its name, its place, a
// code, a count, details.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A member is one entry as printed in a line.
type member struct {
	line   *line
	name   span
	detail span // text in the parentheses after the name, zero if none
	inner  innerKind
	place  head   // of inner == innerPlace
	digits string // of innerCode, innerNumber
}

// An innerKind is what the parentheses after a name hold.
type innerKind uint8

const (
	innerNone   innerKind = iota
	innerDetail           // a detail: "quartier concerné : la Plaine"
	innerPlace            // a region or a department
	innerNumber           // one to four figures: the code of a department, or a count
	innerCode             // five figures: INSEE or postal code
)

// readMember takes a member apart. Marks and "(nouveau)" stay with the name.
func readMember(l *line, s span) member {
	s = trimMember(l.text, s)
	m := member{line: l, name: s}
	t := s.of(l.text)
	end := strings.TrimRightFunc(t, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(signRunes+".;,", r) })
	if i := strings.LastIndexByte(end, '('); i > 0 && strings.HasSuffix(end, ")") && isNewWord(end[i+1:len(end)-1]) {
		if before := strings.TrimRight(end[:i], " \u00a0"); strings.HasSuffix(before, ")") {
			end = before // "Le Moulin (Alixan) (nouveau)"; tailSign finds the word
		}
	}
	open := -1
	switch {
	case strings.HasSuffix(end, ")"):
		open = matchOpen(end)
	case strings.Count(end, "(") > strings.Count(end, ")"):
		open = strings.IndexByte(end, '(') // never closed
		end += ")"
	}
	if open <= 0 {
		return m
	}
	inner := span{s.from + open + 1, min(s.from+len(end)-1, s.to)}
	inner = trimSpan(l.text, inner)
	text := inner.of(l.text)
	switch gazetteer.Fold(text) {
	case "", "le", "la", "les", "l":
		return m
	}
	if isNewWord(text) {
		return m
	}
	if gazetteer.Accept(gazetteer.KindCommune, end) && !strings.ContainsAny(text, "0123456789") {
		return m // Château-Chinon (Ville)
	}
	before := trimSpan(l.text, span{s.from, s.from + open})
	if before.from >= before.to {
		return m
	}
	digits := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
	switch {
	case len(digits) <= 4 && (allDigits(digits) || isCorsican(digits) || strings.EqualFold(digits, "69M")):
		m.inner, m.digits = innerNumber, strings.ToUpper(digits)
	case len(digits) == 5 && (allDigits(digits) || isCorsican(digits[:2]) && allDigits(digits[2:])):
		m.inner, m.digits = innerCode, strings.ToUpper(digits)
	default:
		h, ok := parseHead(l.text, inner)
		switch {
		case ok && h.level <= departmentLevel && !h.hasNumber || ok && h.coded:
			m.inner, m.place = innerPlace, h
		case gazetteer.Accept(gazetteer.KindCommune, t) && len(gazetteer.CommunesNamed(before.of(l.text))) > 0 && isDistrict(text):
			return m // Lyon (8e): the name of an arrondissement
		default:
			m.inner = innerDetail
		}
	}
	m.detail = inner
	m.name = before
	// A sign after the parenthesis belongs to the name; it is kept by using
	// the whole member as the name's cell where there is one.
	return m
}

// tailSign returns the sign or the word printed after the parentheses:
// "Brest (29) *", "Brest (29) (nouveau)".
func (m *member) tailSign() span {
	if m.inner == innerNone {
		return span{}
	}
	t := m.line.text
	i := m.detail.to
	for i < len(t) {
		r, n := utf8.DecodeRuneInString(t[i:])
		switch {
		case strings.ContainsRune(signRunes, r):
			j := i
			for j < len(t) && strings.ContainsRune(signRunes, firstRune(t[j:])) {
				j += utf8.RuneLen(firstRune(t[j:]))
			}
			return span{i, j}
		case r == ')' || unicode.IsSpace(r):
			i += n
		case r == '(':
			if c := strings.IndexByte(t[i:], ')'); c > 0 && isNewWord(t[i+1:i+c]) {
				return span{i, i + c + 1}
			}
			return span{}
		default:
			return span{}
		}
	}
	return span{}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isDistrict(s string) bool {
	return s != "" && (isDigit(rune(s[0])) || strings.ContainsAny(s[:1], "IVX")) && len(s) < 24
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func isCorsican(s string) bool { return strings.EqualFold(s, "2A") || strings.EqualFold(s, "2B") }

// matchOpen returns where the parenthesis that ends s opens.
func matchOpen(s string) int {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return strings.LastIndexByte(s, '(')
}

// trimMember takes blanks, final punctuation and bullets off a member.
func trimMember(text string, s span) span {
	for {
		s = trimSpan(text, s)
		if s.from >= s.to {
			return s
		}
		r, n := utf8.DecodeLastRuneInString(s.of(text))
		if r == ';' || r == ',' || r == ':' || r == '.' && !endsInInitial(s.of(text)) {
			s.to -= n
			continue
		}
		switch r, n := utf8.DecodeRuneInString(s.of(text)); {
		case r == ';' || r == ',' || r == '•' || r == '·':
			s.from += n
			continue
		case (r == '-' || r == '–') && s.to-s.from > n && text[s.from+n] == ' ':
			s.from += n
			continue
		}
		return s
	}
}

// endsInInitial reports whether a final period belongs to the name: "C.C.A.S."
func endsInInitial(s string) bool {
	n := len(s)
	return n >= 4 && s[n-3] == '.' && unicode.IsUpper(rune(s[n-2]))
}

func opensArticle(s string) bool {
	return hasAnyPrefix(strings.ToLower(strings.ReplaceAll(s, "’", "'")), "la ", "le ", "les ", "l'")
}

// Account: one paragraph or item read as a name and what is told of it.

package lists

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// An account is a unit that begins with a name.
type account struct {
	name, rest span
	sign       byte // after the name: ',' ':' '-' '(' '.', 'v' for a verb, 'f' for "for", 'b' where bold type ends
	words      int  // of the name
}

// accountOf reads a unit as an account; false if it is none.
func accountOf(u *unit) (a account, ok bool) {
	s := u.text
	if u.wall || u.parent || len(s) < minAccount || len(s) > maxEntry || len(u.toks) < 4 || u.kind == headingLine && u.drawn || u.kind == tableLine {
		return a, false
	}
	first := openingWords(s)
	from := trimSpan(s, span{first, len(s)}).from
	if a, ok, ends := endBySign(u, from); ends {
		return a, ok
	}
	last := -1
	for i, t := range u.toks {
		if int(t.from) < from {
			continue
		}
		w := t.of(s)
		if last < 0 && !opensSubject(w, t) {
			return a, false
		}
		switch {
		case t.class == webClass && last < 0: // "Enthu.ai, a startup"
		case t.class == '*' && last >= 0, t.class == '.' && last == int(t.from) && lexicon.EndsInAbbreviation(s[from:last]):
		case last >= 0 && saysPurpose(s, u.toks, i):
			a.name, a.sign, a.rest = span{from, last}, 'f', trimSpan(s, span{int(t.to), len(s)})
			return a, a.words > 1 && a.words <= mostSubject
		case t.class == wordClass && !t.capital && lexicon.JoinsName(w) && last >= 0:
			continue // the name may go on
		case t.class == wordClass && t.capital, t.class == quoteClass: // part of the name
		default:
			return a.endAt(s, u.toks, i, from, last)
		}
		last = int(t.to)
		a.words++
	}
	return a, false
}

// endBySign ends the name of an account at a colon, or where bold type ends; ends is false
// if neither shows it.
func endBySign(u *unit, from int) (a account, ok, ends bool) {
	s := u.text
	if at, n := labelEnd(u, from); at > 0 {
		a = account{name: trimSpan(s, span{from, at}), rest: trimSpan(s, span{at + n, len(s)}), sign: ':', words: len(strings.Fields(s[from:at]))}
		return a, a.rest.to > a.rest.from && a.words <= mostSubject && opensName(a.name.of(s)), true
	}
	if n := len(u.runs[0].Text); opensInBold(u.line) && n <= maxSubject && from == 0 && namesThing(u.runs[0].Text) {
		a = account{name: trimSpan(s, span{0, n}), rest: trimSpan(s, span{n, len(s)}), sign: 'b', words: len(strings.Fields(u.runs[0].Text))}
		if a.rest.to > a.rest.from && s[a.rest.from] != ',' {
			return a, true, true
		}
	}
	return account{}, false, false
}

// opensSubject reports whether a token may begin the name of an account.
func opensSubject(w string, t token) bool {
	return (unicode.IsUpper(firstRune(w)) || t.class == quoteClass || t.capital) && !lexicon.OpensProse(w)
}

// saysPurpose reports whether token i says for what the name before it is named: "for
// services to folk music".
func saysPurpose(s string, toks []token, i int) bool {
	w := toks[i].of(s)
	return (w == "for" || w == "pour") && i+1 < len(toks) && !toks[i+1].capital
}

// endAt ends the name of an account before token i; last is where its last word ends.
func (a account) endAt(s string, toks []token, i, from, last int) (account, bool) {
	t := toks[i]
	if last < 0 || last-from > maxSubject || a.words > mostSubject {
		return a, false
	}
	a.name = span{from, last}
	a.rest = trimSpan(s, span{last, len(s)})
	switch t.class {
	case ',', '(', '-', '.':
		a.sign = byte(t.class)
		if t.class == '-' && (!blankAt(s, int(t.to)) || !blankAt(s, int(t.from)-1)) {
			return a, false
		}
		if t.class == '.' && a.words < 2 {
			return a, false
		}
		if t.class != '(' {
			a.rest = trimSpan(s, span{int(t.to), len(s)})
		}
	case wordClass:
		if a.sign = 'v'; !opensClause(s, toks, i) {
			return a, false // "Deeptech startup Myelin raised": where the name ends is open
		}
	default:
		return a, false
	}
	return a, a.rest.to-a.rest.from > minAccount/2
}

// openingWords returns where the words end that open the last account of several:
// "And finally,", "Enfin,".
func openingWords(s string) int {
	at := strings.IndexByte(s[:min(len(s), 30)], ',')
	if at < 0 {
		return 0
	}
	words := strings.Fields(s[:at])
	if len(words) == 0 || len(words) > maxFirstWords || !lexicon.ClosesSeries(strings.ToLower(words[len(words)-1])) {
		return 0
	}
	return at + 1
}

// labelEnd returns where the colon or the dash is that ends the name of an account, and
// its length: before it no sentence ends and no verb stands. 0 if there is none.
func labelEnd(u *unit, from int) (at, n int) {
	for i, t := range u.toks {
		if int(t.from) < from {
			continue
		}
		switch {
		case int(t.from)-from > maxSubject, t.class == '.' && i > 0 && blankAt(u.text, int(t.to)) && !lexicon.EndsInAbbreviation(u.text[from:t.from]), t.class == '!', t.class == '?':
			return 0, 0
		case t.class == wordClass && isVerbAt(u.text, u.toks, i):
			return 0, 0
		case t.class == ':' && blankAt(u.text, int(t.to)) && int(t.from) > from:
			return int(t.from), int(t.to - t.from)
		}
	}
	return 0, 0
}

// family returns which accounts may be in one list: those with a label, and the others.
func (a account) family() byte {
	if a.sign == ':' {
		return ':'
	}
	return 'v'
}

// Words: what a name looks like and what a sentence looks like.

package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// maxName is how long a member's name may be, in runes without its details.
const maxName = 110

// nameLike reports whether s could be the name of something in a list: it opens
// with a capital, a figure or an article, is no sentence and not long.
func nameLike(s string) bool {
	s = dropAsWell(strings.TrimSpace(outsideParens(s)))
	if s == "" || utf8.RuneCountInString(s) > maxName || strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return false
	}
	if opensSmall(s) {
		return false
	}
	words := strings.Fields(s)
	if len(words) > 14 {
		return false
	}
	for i, w := range words {
		w = strings.TrimFunc(w, unicode.IsPunct)
		if lexicon.SentenceVerbs[w] && i > 0 || i == 0 && len(w) > 1 && w != "Est" && lexicon.SentenceVerbs[strings.ToLower(w)] {
			return false
		}
		if i == 0 && lexicon.OpensSentence(w) {
			return false
		}
		if i == 0 && len(words) > 1 && isInfinitive(w) && governed(words[1]) {
			return false
		}
	}
	if strings.Contains(s, "@") || strings.Contains(s, "://") || strings.Contains(s, "www.") {
		return false
	}
	return !hasSentenceEnd(s)
}

// dropAsWell makes "et" of "ainsi que" between members, whose words are those of
// sentences elsewhere.
func dropAsWell(s string) string {
	if !strings.Contains(s, "ainsi que ") {
		return s
	}
	return strings.ReplaceAll(s, " ainsi que ", " et ")
}

// governed reports whether w can follow an infinitive: "Renforcer la
// présence", "Développer durablement". A noun with the same ending is followed by an
// adjective or a name: "Conseiller numérique Brest".
func governed(w string) bool {
	w = strings.ToLower(w)
	for _, e := range [...]string{"l'", "l’", "d'", "d’", "s'", "s’"} {
		if strings.HasPrefix(w, e) {
			return true
		}
	}
	return lexicon.Governed[w] || strings.HasSuffix(w, "ment")
}

// isInfinitive reports whether w opens an item of prose: "Renforcer la présence".
func isInfinitive(w string) bool {
	if w == "" || w[len(w)-1]|0x20 != 'r' {
		return false
	}
	low := strings.ToLower(w)
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) || w == strings.ToUpper(w) || len(w) < 5 || strings.ContainsAny(w, "'’") {
		return false // "L'Atelier"
	}
	if strings.HasSuffix(low, "ier") || strings.HasSuffix(low, "oir") { // most are nouns: Manoir, Chantier
		return strings.HasSuffix(low, "ifier") || lexicon.VerbsInIerOir[low]
	}
	if lexicon.NounsInEr[low] {
		return false
	}
	return (strings.HasSuffix(low, "er") || strings.HasSuffix(low, "ir")) && !gazetteer.Accept(gazetteer.KindCommune, w)
}

// hasSentenceEnd reports whether a sentence ends inside s.
func hasSentenceEnd(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == '?' || s[i] == '!') && s[i+1] == ' ' {
			r, _ := utf8.DecodeRuneInString(s[i+2:])
			before := s[:i]
			w := before[strings.LastIndexAny(before, " -'(")+1:]
			if unicode.IsUpper(r) && len(w) > 3 { // "St. Martin", "J. Moulin"
				return true
			}
		}
	}
	return false
}

// outsideParens returns s without what stands in parentheses.
func outsideParens(s string) string {
	if !strings.Contains(s, "(") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')' && depth > 0:
			depth--
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// minSentence is how many words a line that ends in a period has at least to be
// a sentence: "Cinq cités rejoignent le réseau." Names are shorter, or known.
const minSentence = 5

func startsCommunes(s string) bool {
	return hasAnyPrefix(strings.ToLower(s), lexicon.OpensCommunes...)
}

// isProse reports whether a line is running text rather than a list: outside
// parentheses it holds a verb or the end of a sentence.
func isProse(s string) bool {
	if len(s) > maxLine {
		return true
	}
	s = dropAsWell(outsideParens(s))
	if hasSentenceEnd(s) {
		return true
	}
	t := strings.TrimSpace(s)
	if strings.HasSuffix(t, ".") && !strings.ContainsAny(t, ",;/") && len(strings.Fields(t)) >= minSentence && !gazetteer.Accept(gazetteer.KindCommune, bareName(t)) && !startsCommunes(t) {
		return true
	}
	n := 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimFunc(w, unicode.IsPunct)
		if lexicon.SentenceVerbs[w] {
			return true
		}
		if i := strings.IndexAny(w, "'’"); i > 0 && i <= 2 && lexicon.SentenceVerbs[strings.TrimLeft(w[i:], "'’")] { // l'est, qu'il
			return true
		}
		n++
	}
	return n == 0
}

// signs that mark members; the mark pass reads them.
const signRunes = "*★☆†‡¤✓✔●■▲►◆✱∗⭐🆕"

// bareName takes marks, "(nouveau)" and final punctuation off a member, for
// asking the gazetteer.
func bareName(s string) string {
	for {
		t := strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(signRunes+".;,:", r) })
		if i := strings.LastIndexByte(t, '('); i > 0 && strings.HasSuffix(t, ")") && isNewWord(t[i+1:len(t)-1]) {
			t = t[:i]
		}
		if t == s {
			return s
		}
		s = t
	}
}

// isNewWord reports whether the text of a parenthesis says that the member is new.
func isNewWord(s string) bool {
	s = strings.TrimSpace(s)
	if s != "" && strings.Trim(s, signRunes) == "" {
		return true
	}
	return lexicon.NewInParentheses[gazetteer.Fold(s)]
}

func endsInColon(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, " \u00a0"), ":")
}

// label is a printed title or lead without the colon that ends it.
func label(s string) string { return strings.TrimRight(strings.TrimSpace(s), " :") }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// isTotalLine reports whether a line sums up: "Total : 12", "Total Bretagne : 12".
func isTotalLine(s string) bool {
	const longest = 120 // bytes
	if len(s) < len("total") || len(s) > longest || (s[0]|0x20) != 't' && (s[0]|0x20) != 's' {
		return false
	}
	return hasAnyPrefix(gazetteer.Fold(s), "total ", "total:", "sous total", "totaux ") && strings.IndexFunc(s, isDigit) >= 0
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

// Names at the ends of an enumeration: where the first begins in the text that leads into
// it, and where the last ends before its verb.

package lists

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// nameAfterLead returns where the first name of an enumeration begins that its sentence
// leads into with no colon: "The awards go to Mill Lane Theatre, for ...;". 0 if none does.
func nameAfterLead(s string) int {
	toks := scanTokens(nil, s)
	for i := 2; i < len(toks); i++ {
		if toks[i].class == ':' || toks[i].class == ',' {
			return 0
		}
		if toks[i].capital && toks[i].class == wordClass && toks[i-1].class == wordClass && !toks[i-1].capital {
			at := int(toks[i].from)
			if w := toks[i-1].of(s); lexicon.IsArticle(w) && i > 2 {
				i--
			}
			if !lexicon.EndsTelling(toks[i-1].of(s)) {
				return 0
			}
			return at
		}
	}
	return 0
}

// nameAtEnd returns how many bytes of an enumeration's first segment precede
// its first name, and how many bytes at its end the name has: "Les communes sont
// Alès (Gard)".
func nameAtEnd(s, next string) (said, name int) {
	end := len(s)
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") && strings.HasSuffix(next, ")") {
		end = i
	}
	at := end
	for at > 0 {
		t := strings.TrimRight(s[:at], " \u00a0")
		b := strings.LastIndexAny(t, " \u00a0\n") + 1
		if b > 0 && b < len(t) && t[b] >= 0x80 && t[b]&0xc0 == 0x80 {
			b++
		}
		w := t[b:]
		r := firstRune(w)
		if w == "" || !unicode.IsUpper(r) && !unicode.IsDigit(r) && !lexicon.JoinsName(w) && !(strings.ContainsAny(w, "'’") && opensName(w)) {
			break
		}
		at = b
	}
	for {
		rest := strings.TrimLeft(s[at:], " \u00a0")
		at = len(s) - len(rest)
		w, _, ok := strings.Cut(rest, " ")
		if !ok || !lexicon.JoinsName(w) {
			break
		}
		at += len(w)
	}
	for _, p := range [...]string{"d'", "d’", "l'", "l’"} {
		if strings.HasPrefix(s[at:], p) {
			at += len(p)
		}
	}
	return at, len(s) - at
}

// nameBeforeVerb returns the length of the name that a text begins with where a verb
// follows: "Wyoming have made plans"; 0 if there is none.
func nameBeforeVerb(s string) int {
	at := 0
	for i, w := range strings.Fields(s) {
		k := strings.Index(s[at:], w) + at
		switch {
		case i > 0 && (lexicon.IsSentenceWord(w) || lexicon.SentenceVerbs[w]):
			return len(strings.TrimRight(s[:k], " \u00a0"))
		case !unicode.IsUpper(firstRune(w)) && !lexicon.JoinsName(w):
			return 0
		}
		at = k + len(w)
	}
	return 0
}

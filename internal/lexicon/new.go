// Words for what is new.

package lexicon

import "strings"

// newWords say by themselves that a row is new, as fold.Words returns them. All of them
// begin with an n.
var newWords = map[string]bool{
	"nouveau": true, "nouvel": true, "nouvelle": true, "nouveaux": true, "nouvelles": true, "nouveaute": true, "new": true,
	"nouvelle labellisation": true, "nouveau label": true, "nouveau site": true, "nouvelle structure": true,
}

// SaysNew reports whether a folded text says by itself that a row is new.
func SaysNew(text string) bool { return newWords[text] }

// NewEndings are the ends of newWords beside names, as printed.
var NewEndings = [...]string{"eau", "EAU", "eaux", "EAUX", "elle", "ELLE", "elles", "ELLES", "NEW", "New", "new"}

// NewCapitals are the words in capitals that may come before a name.
var NewCapitals = [...]string{"NOUVEAU", "NOUVELLE", "NEW"}

// SpeaksOfSeveralNew reports whether a folded text is about several new entries, not
// about one: the star of "Le nouveau dispositif (*)" calls a footnote.
func SpeaksOfSeveralNew(text string) bool {
	padded := " " + text + " "
	for _, w := range [...]string{" nouveaux ", " nouvelles ", " nouveautes ", " new "} {
		if strings.Contains(padded, w) {
			return true
		}
	}
	return false
}

// SpeaksOfNew reports whether prose says that something is new or added.
func SpeaksOfNew(prose string) bool {
	prose = strings.ToLower(prose)
	for _, stem := range [...]string{"nouve", "supplémentaire", "new", "additional"} {
		if strings.Contains(prose, stem) {
			return true
		}
	}
	return false
}

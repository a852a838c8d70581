// Words that say of what is listed that it was chosen, or was not.

package lexicon

import "strings"

// chosenStems are in sentences that say of what they enumerate that it was chosen, folded.
var chosenStems = strings.Fields(`remporte laureat labellis labelis retenu selectionne recompense rejoign rejoint integre obtien obtenu
	distingue reconnu designe beneficier admis recoivent adhere awarded selected joined winners`)

// chosenWords are the same in more than one word.
var chosenWords = [...]string{"sont concernees", "sont classe"}

// refusals say in a sentence that what it enumerates was not chosen, folded.
var refusals = [...]string{" n ont pas", " ne sont pas", " n a pas", "were not", "have not"}

// rejections are in titles and leads of those that were not accepted, folded.
var rejections = [...]string{
	"non reconnu", "non retenu", "rejet", "refus", "non laureat", "defavorable", "non selectionn", "ecartee", "ecartes", "not selected",
	"unsuccessful", "rejected", "pas ete ", "ne sont pas ",
}

// SaysChosen reports whether a folded sentence says that what it enumerates was chosen.
func SaysChosen(sentence string) bool {
	for _, w := range chosenStems {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return containsOne(sentence, chosenWords[:])
}

// SaysNotChosen reports whether a folded sentence says that what it enumerates was not chosen.
func SaysNotChosen(sentence string) bool { return containsOne(sentence, refusals[:]) }

// LeadsRejected reports whether a folded title or lead is that of those that were not accepted.
func LeadsRejected(lead string) bool { return containsOne(lead, rejections[:]) }

func containsOne(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

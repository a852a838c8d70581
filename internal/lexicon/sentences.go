// This file lists words that distinguish names, places and sentences, as printed:
// accents and capitals count.

package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
)

var joiningWords = wordSet(`de du des d la le les l à au aux en et sur sous lès lez of the and for in on by von van di da del y a o dos das den der ten ter`)

// JoinsName reports whether a small word may be inside a name: "de", "of".
func JoinsName(word string) bool { return joiningWords[word] }

var sentenceWords = wordSet(`est sont ont sera seront était étaient avait avaient peut peuvent doit doivent permet permettent propose proposent
	qui que dont où nous vous ils elles il elle on c'est n'est s'est ce cette ces afin ainsi lorsque
	is are was were has have had will would can could may must should that which who we you they been being it this these their`)

// IsSentenceWord reports whether a word is common in sentences and rare in names.
func IsSentenceWord(word string) bool { return sentenceWords[word] }

var tellingEnds = wordSet(`to are were include includes including sont à aux au is comprend comprennent récompensent désignent distinguent with by`)

// EndsTelling reports whether a word ends what leads into names that semicolons separate:
// "the awards go to".
func EndsTelling(word string) bool { return tellingEnds[word] }

// IsArticle reports whether a word is an article in small letters.
func IsArticle(word string) bool {
	switch word {
	case "le", "la", "les", "the", "a", "an", "un", "une", "des":
		return true
	}
	return false
}

var afterOn = wordSet(`the a an its their his her this that these those each behalf`)

// FollowsOn reports whether a word follows the English "on", so that it is no French pronoun.
func FollowsOn(word string) bool { return afterOn[word] }

var sentenceOpenings = wordSet(`Il Elle Ils Elles Nous Vous Ce Cette Ces On We They`)

// OpensSentence reports whether a word opens sentences and never names.
func OpensSentence(word string) bool { return sentenceOpenings[word] }

var leadEnds = wordSet(`sont are suivants suivantes suivant following namely savoir récompensent récompense désignent include includes including
	comprennent comprend notamment dont`)

// EndsLead reports whether a word ends the introduction of an enumeration without a
// colon.
func EndsLead(word string) bool { return leadEnds[word] }

var placePrepositions = wordSet(`à aux au en in at dans sur`)

// PrecedesPlace reports whether a word may precede the place where something is.
func PrecedesPlace(word string) bool { return placePrepositions[word] }

var streetWords = wordSet(`rue avenue av boulevard bd bvd place pl quai chemin route rte allee impasse cours square esplanade mnt montee
	street st road rd avenue ave lane drive blvd highway hwy square`)

// IsStreetWord reports whether a folded word belongs to an address.
func IsStreetWord(word string) bool { return streetWords[word] }

// Abbreviations end in a stop that ends no sentence, as fold.Letters leaves them.
var Abbreviations = wordSet(`m mm mme mmes mlle dr pr st ste art etc env cf p no av bd tel hab`,
	`approx mr mrs ms vs inc dept prof rev hon`)

// EndsInAbbreviation reports whether the last word of a text is one that a stop shortens, or
// an initial: "Dr", "Mary J".
func EndsInAbbreviation(s string) bool {
	word := s[strings.LastIndexAny(s, " \u00a0(")+1:]
	r, size := utf8.DecodeRuneInString(word)
	return Abbreviations[fold.Letters(word)] || size > 0 && size == len(word) && unicode.IsUpper(r)
}

// CommonEnglish are the words that nearly every English text has, however short.
var CommonEnglish = wordSet(`the of and is are with in to for by from this has have will`)

var sumLinks = wordSet(`pour à au aux iront ira vont va revient reviennent to for`)

// LinksSum reports whether a word may link an amount and whom it is for.
func LinksSum(word string) bool { return sumLinks[word] }

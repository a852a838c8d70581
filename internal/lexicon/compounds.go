// Parts of words that keep their hyphen where a line breaks after it: "sous-préfet",
// "long-term". Elsewhere a hyphen at the end of a line only breaks the word.

package lexicon

// CompoundStarts are words before a hyphen of compounds.
var CompoundStarts = set(
	"sous", "vice", "ex", "non", "mi", "demi", "semi", "quasi", "avant", "après", "arrière", "contre", "entre", "porte", "garde", "chef", "rez", "arc",
	"co", "micro", "mini", "maxi", "multi", "pluri", "inter", "intra", "extra", "anti", "pro", "pré", "post", "néo", "socio", "éco", "auto", "audio",
	"haut", "haute", "hauts", "bas", "basse", "grand", "grands", "petit", "petits", "petite", "nord", "sud", "est", "ouest", "centre", "eux", "elles",
	"vingt", "trente", "quarante", "cinquante", "soixante", "quatre", "dix", "cent", "là", "ci", "au", "par", "peut", "celui", "celle", "ceux", "lui", "elle",
	"nous", "vous", "moi", "toi", "soi", "rond", "tout", "toute", "hors", "libre", "bien", "mal", "plus", "moins", "chauffe", "court", "long",
	"saint", "sainte", "pays", "val", "mont", "mot", "café", "ciné", "science", "grand'",
	"well", "part", "full", "long", "short", "high", "low", "self", "mid", "pre", "re", "north", "south", "east", "west", "state", "city", "county", "on", "off",
	"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "first", "second", "third", "year", "over", "under", "cross", "cost", "user",
)

// CompoundEnds are words after a hyphen of compounds, the little words of place names
// among them.
var CompoundEnds = set(
	"sur", "sous", "lès", "les", "lez", "en", "de", "du", "des", "la", "le", "et", "aux", "au", "à", "d'", "l'", "devant", "près",
	"même", "mêmes", "là", "ci", "ce", "elle", "il", "ils", "elles", "on", "nous", "vous", "midi", "mère", "mères", "être", "dire", "delà", "dessus", "dessous",
	"parole", "chaussée", "ciel", "time", "term", "based", "wide", "level", "profit", "scale", "round", "led", "old", "in", "up", "off", "upon", "by", "of", "the", "and",
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

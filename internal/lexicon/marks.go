// This file lists words of legends: for marks and for their meanings.

package lexicon

import (
	"slices"
	"strings"
)

// Stems are words and beginnings of words, as fold.Words leaves them.
type Stems []string

// minStem is the least number of letters of a stem that longer words may begin with;
// a shorter one has to be the whole word.
const minStem = 5

// In returns the index of the first of words that is one of the stems or begins with
// one, -1 if there is none.
func (s Stems) In(words []string) int {
	return slices.IndexFunc(words, func(w string) bool {
		for _, stem := range s {
			if w == stem || len(stem) >= minStem && strings.HasPrefix(w, stem) {
				return true
			}
		}
		return false
	})
}

// What legends call marks.
var (
	Asterisk = Stems{"asterisque", "asterisk"}
	Star     = Stems{"etoile", "etoiles", "star", "stars"}
	Bold     = Stems{"gras", "grasses", "bold", "boldface"}
	Italic   = Stems{"italique", "italiques", "italic", "italics"}
	Fill     = Stems{
		"surlign", "fond", "trame", "tramee", "grise", "grisee", "grisees", "grises", "cellule", "cellules",
		"highlight", "shaded", "background",
	}
	// Lettering words say that a colour is the text's.
	Lettering = Stems{"caracteres", "police", "texte", "lettres", "text", "type"}
	// Labelled words come before a quoted word that marks rows.
	Labelled = Stems{"mention", "marque", "signal", "indique", "marked", "labelled"}
)

// IsColoured reports whether a folded word comes before a colour that may be the
// text's or its background's: "en rouge".
func IsColoured(word string) bool {
	switch word {
	case "en", "couleur", "in", "colour", "color":
		return true
	}
	return false
}

// hues are the beginnings of words for colours.
var hues = []struct{ stem, hue string }{
	{"jaune", "yellow"},
	{"yellow", "yellow"},
	{"fluo", "yellow"},
	{"rouge", "red"},
	{"red", "red"},
	{"vert", "green"},
	{"green", "green"},
	{"bleu", "blue"},
	{"blue", "blue"},
	{"orange", "orange"},
	{"rose", "pink"},
	{"pink", "pink"},
	{"violet", "violet"},
	{"purple", "violet"},
	{"gris", "grey"},
	{"grey", "grey"},
	{"gray", "grey"},
}

// Hue returns the English name of the colour that a folded word names, "" if none.
func Hue(word string) string {
	for _, h := range hues {
		if strings.HasPrefix(word, h.stem) {
			return h.hue
		}
	}
	return ""
}

// explaining are stems of words for explaining a mark. In a line without them that is
// no footnote, "en gras" or "en jaune" is prose. A blank before a stem means that a
// word begins there.
var explaining = [...]string{
	"surlign", "marqu", "signal", "indiqu", "figur", "apparai", "mention", "sont en", "est en", "suivi", "preced", " fond ", "legende",
	"denote", "identifi", "repere", "grise", "design", "correspond", "distingu", "accompagn", "represent", "symbol", "soulign",
	"highlight", "marked", "shown", "indicated", "printed", "are in", "is in",
}

// ExplainsMark reports whether a folded line has a word that explains marks.
func ExplainsMark(line string) bool {
	for _, stem := range explaining {
		if strings.Contains(line, stem) {
			return true
		}
	}
	return false
}

// OpensWithMark reports whether a folded text begins with a word that explains marks or
// that names one: "signalées par une étoile", "en gras dans la liste".
func OpensWithMark(text string) bool {
	for _, stem := range explaining {
		if strings.HasPrefix(text, strings.TrimSpace(stem)) {
			return true
		}
	}
	return OpensLegend(text)
}

// legendOpenings begin a legend by naming the mark.
var legendOpenings = [...]string{
	"en gras", "en jaune", "en rouge", "en vert", "en bleu", "en orange", "en italique", "gras", "fond jaune", "surlign", "legende",
	"in bold", "in yellow", "in red",
}

// OpensLegend reports whether a folded line begins with a mark and then explains it:
// "En gras : les nouveaux".
func OpensLegend(line string) bool {
	for _, w := range legendOpenings {
		if strings.HasPrefix(line, w) {
			return true
		}
	}
	return false
}

// The meanings of marks that have a column.
const (
	New         = "new"
	Renewed     = "renewed"
	Provisional = "provisional"
	Withdrawn   = "withdrawn"
)

// markMeanings are the beginnings of words by which a legend gives a meaning.
var markMeanings = []struct{ stem, meaning string }{
	{"renouvel", Renewed},
	{"reconduit", Renewed},
	{"reconduct", Renewed},
	{"renewed", Renewed},
	{"nouveau", New},
	{"nouvel", New},
	{"recemment", New},
	{"entrant", New},
	{"new", New},
	{"newly", New},
	{"provisoire", Provisional},
	{"sous reserve", Provisional},
	{"en cours", Provisional},
	{"provisional", Provisional},
	{"retire", Withdrawn},
	{"retrait", Withdrawn},
	{"ferme", Withdrawn},
	{"supprime", Withdrawn},
	{"withdrawn", Withdrawn},
	{"closed", Withdrawn},
}

// MarkMeaning returns the meaning that a folded text names first, "" if none.
func MarkMeaning(text string) (meaning string) {
	padded := " " + text
	first := len(padded)
	for _, m := range markMeanings {
		i := strings.Index(padded, " "+m.stem)
		if i < 0 || i >= first {
			continue
		}
		if m.stem == "new" && !strings.HasPrefix(padded[i:]+" ", " new ") && !strings.HasPrefix(padded[i:], " newly") {
			continue // "news", "newspaper"
		}
		first, meaning = i, m.meaning
	}
	return meaning
}

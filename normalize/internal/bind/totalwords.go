// The words that open a total.

package bind

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
)

// totalWords open a row that sums up others, folded.
var totalWords = [...]string{
	"total", "totaux", "totals", "sous total", "sous totaux", "total general", "grand total", "subtotal", "cumul", "nombre total",
	"ensemble", "moyenne", "mediane", "average", "median",
}

// nameWords are those of totalWords that names open with too: "Ensemble orchestral
// de Paris", "Moyenne Durance Habitat".
var nameWords = totalWords[len(totalWords)-5:]

// wholes are what a total may be of without a word between, folded.
var wholes = map[string]bool{
	"france": true, "france entiere": true, "france metropolitaine": true, "metropole": true, "outre mer": true, "hexagone": true,
	"monde": true, "europe": true, "union europeenne": true, "national": true, "nationale": true, "ht": true, "ttc": true,
}

// A totalWord says how surely the words of a cell open a row that sums up others.
type totalWord uint8

const (
	notTotal    totalWord = iota
	maybeTotal            // "Total Énergies", "Ensemble vocal": only if the figures are sums
	LikelyTotal           // "Total exprimés": unless the figures are too small for it
	SureTotal             // "Total", "Total Bretagne : 12"
)

// IsTotal reports whether a cell opens a row that sums up others: "Total",
// "Total Bretagne : 12", "TOTAL GÉNÉRAL", "Sous-total du Finistère". A total
// says of what, or how many: "Total Direct Énergie" is a name.
func IsTotal(p *places.Places, s string) bool {
	_, _, how := ReadTotal(p, s)
	return how >= LikelyTotal
}

// ReadTotal reads the words of a total row: the group that it sums up, "" for
// all, and the figure after it, "" if none.
func ReadTotal(p *places.Places, s string) (group, figure string, how totalWord) {
	if len(s) < 3 || len(s) > 160 {
		return "", "", notTotal
	}
	own := p.Totals
	if len(own) == 0 && !opensTotal(s) {
		return "", "", notTotal // most names end here
	}
	t := fold.Words(s)
	rest, found := afterWord(t, totalWords[:])
	if !found {
		rest, found = afterWord(t, own)
	}
	if !found {
		return "", "", notTotal
	}
	_, nameLike := afterWord(t, nameWords)
	rest = strings.TrimSpace(rest)
	words := rest
	ok := wholes[rest]
	// The figure stands last, after a colon or in parentheses or bare.
	printed := strings.TrimRight(s, " .)")
	end := len(printed)
	for end > 0 && (forms.IsDigit(printed[end-1]) || printed[end-1] == ' ' || printed[end-1] == ',' || printed[end-1] == '.' || printed[end-1] == 0xa0 || printed[end-1] == 0xc2 || printed[end-1] == 0xaf || printed[end-1] == 0x80 || printed[end-1] == 0xe2) {
		end--
	}
	figure = strings.TrimSpace(printed[end:])
	group = strings.TrimRight(printed[:end], " :=(-–")
	for {
		cut := rest
		for _, w := range [...]string{"general", "generaux", "generale", "regional", "regionale", "departemental", "departementale", "de la", "de l", "du", "des", "de", "pour", "en", "par", "region", "departement", "dans", "of", "for", "per"} {
			if r, found := strings.CutPrefix(rest, w); found && (r == "" || r[0] == ' ') {
				cut = strings.TrimSpace(r)
			}
		}
		if cut == rest {
			break
		}
		rest, ok = cut, true
	}
	for group != "" { // the printed words of the group: those that name a place
		if f := fold.Words(group); p.Region(group).How != 0 || p.Department(group).How != 0 || !strings.HasSuffix(rest, f) && !strings.Contains(f, " ") {
			break
		}
		i := strings.IndexAny(group, " -\u2013")
		if i < 0 {
			group = ""
			break
		}
		group = strings.TrimLeft(group[i+1:], " -(")
	}
	place := group != "" && (p.Region(group).How != 0 || p.Department(group).How != 0)
	if !place {
		group = ""
	}
	switch {
	case nameLike && (rest == "" || place && strings.HasSuffix(fold.Words(group), rest) || wholes[rest]),
		!nameLike && (ok || place || rest == "" || figure != ""), nameLike && figure != "" && (place || fold.Words(figure) == rest):
		how = SureTotal
	case ok, !nameLike && fold.StartsLower(strings.TrimLeft(afterWords(s, t, words), " ")):
		how = LikelyTotal
	default:
		how = maybeTotal
	}
	return group, figure, how
}

// afterWords returns the end of s, of which t is the folded form, that prints as
// many words as rest, the end of t, has.
func afterWords(s, t, rest string) string {
	skip := len(strings.Fields(t)) - len(strings.Fields(rest))
	for i, r := range s {
		if skip == 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return s[i:]
		}
		if strings.ContainsRune(" -\u00a0\u202f\n", r) && i > 0 {
			skip = max(0, skip-1)
		}
	}
	return ""
}

// afterWord returns what stands behind the first of the words that s begins with.
func afterWord(s string, words []string) (rest string, found bool) {
	for _, w := range words {
		if rest, found = strings.CutPrefix(s, w); found && (rest == "" || rest[0] == ' ') {
			return rest, true
		}
	}
	return "", false
}

// opensTotal reports whether s begins with the first letters of a word for a
// total, whatever their case, behind signs or not.
func opensTotal(s string) bool {
	for len(s) > 0 && !marks.IsWordByte(s[0]) && s[0] < 0x80 {
		s = s[1:]
	}
	for _, w := range [...]string{"tota", "sous", "ense", "gran", "subt", "cumu", "nomb", "moye", "medi", "médi", "aver"} {
		if len(s) >= len(w) && s[0]|0x20 == w[0] && strings.EqualFold(s[:len(w)], w) {
			return true
		}
	}
	return false
}

// MayTotal reports whether the words of a cell may open a total.
func MayTotal(p *places.Places, s string) bool {
	_, _, how := ReadTotal(p, s)
	return how >= maybeTotal
}

// The words that open a total.

package bind

import (
	"strings"

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

// alwaysWords are those of totalWords that open nothing but a total, of whatever.
var alwaysWords = [...]string{"sous total", "sous totaux", "subtotal", "grand total", "total general"}

// bareWords are a total where they are all that the cell prints, and its figures are
// none smaller than those above, folded.
var bareWords = map[string]bool{
	"all": true, "overall": true, "tous": true, "toutes": true, "together": true, "toutes categories": true, "all categories": true, "tout": true,
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
	LikelyTotal           // "Total des échantillons testés", "All": in the last row, unless a figure is too small for it
	SureTotal             // "Total", "Total Bretagne : 12"
)

// maxBareWords is how long the longest of bareWords is as printed, in bytes.
const maxBareWords = 24

// opensPhrase reports whether words after "Ensemble" or "Moyenne" say of what: no
// name goes on so.
func opensPhrase(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	switch first {
	case "des", "du", "par", "de", "of", "per":
		return true
	}
	return false
}

// afterFirst returns what s prints after its first word.
func afterFirst(s string) string {
	s = strings.TrimLeft(s, " *\u00a0")
	if i := strings.IndexAny(s, " \u00a0"); i >= 0 {
		return s[i:]
	}
	return ""
}

// TotalOf returns what a total says that it sums up, folded: "culture" of "Total
// Culture"; "" for all, or where s opens no total.
func TotalOf(s string) string {
	rest, _ := afterWord(fold.Words(s), totalWords[:])
	rest = strings.TrimSpace(rest)
	for _, w := range [...]string{"de la ", "de l ", "du ", "des ", "de ", "d ", "pour ", "of ", "for "} {
		rest = strings.TrimPrefix(rest, w)
	}
	return rest
}

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
	if len(s) <= maxBareWords && (s[0]|0x20 == 'a' || s[0]|0x20 == 'o' || s[0]|0x20 == 't') && bareWords[fold.Words(s)] {
		return "", "", LikelyTotal
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
	if _, always := afterWord(t, alwaysWords[:]); always {
		defer func() { how = SureTotal }()
	}
	rest = strings.TrimSpace(rest)
	said := rest
	phrase := fold.StartsLower(strings.TrimLeft(afterFirst(s), " \u00a0")) && len(strings.Fields(t)) > 1
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
		rest = cut
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
		!nameLike && (wholes[rest] || place || rest == "" || figure != ""), nameLike && figure != "" && (place || fold.Words(figure) == rest):
		how = SureTotal
	case phrase && (!nameLike || opensPhrase(said)):
		how = LikelyTotal
	default:
		how = maybeTotal
	}
	return group, figure, how
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

// Rows that sum up others, by the words that open them.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
)

// A totalWord says how surely the words of a cell open a row that sums up others.
type totalWord uint8

const (
	notTotal    totalWord = iota
	maybeTotal            // "Total Énergies", "Ensemble vocal": only if the figures are sums
	LikelyTotal           // "Total des échantillons testés", "All": in the last row, unless a figure is too small for it
	SureTotal             // "Total", "Total Bretagne : 12"
)

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
	rest, _ := afterWord(fold.Words(s), lexicon.Totals)
	rest = strings.TrimSpace(rest)
	for _, w := range lexicon.TotalOf {
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
	if len(s) < minTotal || len(s) > maxTotal {
		return "", "", notTotal
	}
	if len(s) <= lexicon.MaxBareTotal && (s[0]|0x20 == 'a' || s[0]|0x20 == 'o' || s[0]|0x20 == 't') && lexicon.BareTotals[fold.Words(s)] {
		return "", "", LikelyTotal
	}
	if len(p.Totals) == 0 && !opensTotal(s) {
		return "", "", notTotal // most names end here
	}
	words := fold.Words(s)
	of, found := afterWord(words, lexicon.Totals)
	if !found {
		of, found = afterWord(words, p.Totals)
	}
	if !found {
		return "", "", notTotal
	}
	of = strings.TrimSpace(of)
	rest := withoutLinks(of)
	group, figure = splitFigure(s)
	group = placeOf(p, group, rest)
	return group, figure, sureness(s, words, of, rest, group, figure)
}

const (
	minTotal = 3   // the shortest text that opens a total, in bytes: "All"
	maxTotal = 160 // the longest, in bytes (longer ones are prose)
)

// splitFigure separates the figure that s ends with, after a colon or in parentheses or
// bare, from the words before it.
func splitFigure(s string) (before, figure string) {
	printed := strings.TrimRight(s, " .)")
	end := len(printed)
	for end > 0 && isFigureByte(printed[end-1]) {
		end--
	}
	return strings.TrimRight(printed[:end], " :=(-–"), strings.TrimSpace(printed[end:])
}

// isFigureByte reports whether c is a byte of a figure: a digit, a sign between them, or
// a byte of a no-break blank.
func isFigureByte(c byte) bool {
	switch c {
	case ' ', ',', '.', 0xa0, 0xc2, 0xaf, 0x80, 0xe2:
		return true
	}
	return forms.IsDigit(c)
}

// withoutLinks removes the words between a total and what it is of: "general de la".
func withoutLinks(rest string) string {
	for {
		cut := rest
		for _, w := range lexicon.TotalLinks {
			if r, found := strings.CutPrefix(rest, w); found && (r == "" || r[0] == ' ') {
				cut = strings.TrimSpace(r)
			}
		}
		if cut == rest {
			return rest
		}
		rest = cut
	}
}

// placeOf returns the end of the printed words of a total that names a region or a
// department, "" if none does. rest is what the total is of, folded.
func placeOf(p *places.Places, printed, rest string) string {
	for printed != "" {
		if p.Region(printed).How != gazetteer.NotFound || p.Department(printed).How != gazetteer.NotFound {
			return printed
		}
		if f := fold.Words(printed); !strings.HasSuffix(rest, f) && !strings.Contains(f, " ") {
			return ""
		}
		i := strings.IndexAny(printed, " -\u2013")
		if i < 0 {
			return ""
		}
		printed = strings.TrimLeft(printed[i+1:], " -(")
	}
	return ""
}

// sureness returns how surely s, which opens like a total, is one. words are those of s,
// folded; of is what follows the word for a total, rest that without links; place and
// figure are those that s ends with.
func sureness(s, words, of, rest, place, figure string) totalWord {
	if _, sure := afterWord(words, lexicon.SureTotals[:]); sure {
		return SureTotal
	}
	_, nameLike := afterWord(words, lexicon.NameLikeTotals[:])
	switch {
	case !nameLike && (rest == "" || lexicon.Wholes[rest] || place != "" || figure != ""):
		return SureTotal
	case nameLike && (rest == "" || lexicon.Wholes[rest] || place != "" && strings.HasSuffix(fold.Words(place), rest)):
		return SureTotal
	case nameLike && figure != "" && (place != "" || fold.Words(figure) == rest):
		return SureTotal
	}
	phrase := fold.StartsLower(strings.TrimLeft(afterFirst(s), " \u00a0")) && strings.IndexByte(words, ' ') > 0
	if first, _, _ := strings.Cut(of, " "); phrase && (!nameLike || lexicon.OpensTotalPhrase[first]) {
		return LikelyTotal
	}
	return maybeTotal
}

// afterWord returns what follows the first of words that s begins with.
func afterWord(s string, words []string) (rest string, found bool) {
	for _, w := range words {
		if rest, found = strings.CutPrefix(s, w); found && (rest == "" || rest[0] == ' ') {
			return rest, true
		}
	}
	return "", false
}

// opensTotal reports whether s begins with the first letters of a word for a
// total, whatever their case, after signs or not.
func opensTotal(s string) bool {
	for len(s) > 0 && !marks.IsWordByte(s[0]) && s[0] < 0x80 {
		s = s[1:]
	}
	for _, w := range lexicon.TotalStems {
		if len(s) >= len(w) && s[0]|0x20 == w[0] && s[1]|0x20 == w[1]|0x20 && strings.EqualFold(s[:len(w)], w) {
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

// Names of columns, made of headings.

package fold

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Snake returns a heading as a column name: lower-case ASCII words joined by _, the
// units too. A sign at either end is left out, since it is the unit of the whole
// column: "Montant (€)" is "montant", "Rates (%) Nov 23" is "rates_percent_nov_23".
// "" stays "".
func Snake(title string) string {
	if bare := withoutSign(title); Words(bare) != "" {
		return snake(bare)
	}
	return snake(title)
}

// SnakeUnit is Snake with the signs at the ends: "Part (%)" and "Part (€)" get
// different names.
func SnakeUnit(title string) string { return snake(title) }

// withoutSign takes the sign of a unit off either end of a heading.
func withoutSign(title string) string {
	s := strings.TrimSpace(title)
	for _, sign := range [...]string{"%", "€", "$", "£"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			return rest
		}
		rest := strings.TrimRight(s, " )]")
		if rest, ok := strings.CutSuffix(rest, sign); ok {
			rest = strings.TrimRight(rest, " \u00a0\u202f([")
			for _, in := range [...]string{" en", "(en", " in", "(in"} {
				rest = strings.TrimSuffix(rest, in)
			}
			return rest
		}
	}
	return s
}

// signWords are the words for signs that are words of a heading by themselves.
var signWords = strings.NewReplacer("%", " percent ", "€", " eur ", "$", " usd ", "£", " gbp ", "°", "", "º", "", "µ", "u", "μ", "u")

func snake(title string) string {
	title = norm.NFKC.String(title)
	for _, multiple := range [...]string{"M€", "k€", "K€", "Md€", "Mds€", "M$", "k$"} {
		title = strings.ReplaceAll(title, multiple, strings.TrimRight(multiple, "€$"))
	}
	s := strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return -1
		}
		return r
	}, Words(signWords.Replace(title)))
	s = strings.ReplaceAll(strings.Join(strings.Fields(s), " "), " ", "_")
	if len(s) > MaxColumnName {
		s = strings.TrimRight(s[:MaxColumnName], "_")
	}
	return s
}

// MaxColumnName is the largest length of a column name, in bytes: PostgreSQL cuts
// identifiers at 63, and longer ones are sentences.
const MaxColumnName = 60

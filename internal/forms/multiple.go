// Multiples in headings: what one of the figures below is worth.

package forms

import (
	"math"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
)

// Multiple returns what one unit of the amounts below a heading is worth, 1 where it
// prints no multiple of a currency: 1000 for "Aide (k€)" and "en milliers d'euros".
func Multiple(heading string) float64 {
	money := strings.ContainsAny(heading, "€$£")
	exp := 0
	for w := range strings.FieldsFuncSeq(fold.Text(heading), func(r rune) bool { return strings.ContainsRune(" \u00a0\u202f()[]'’", r) }) {
		bare := strings.Trim(w, "€$£")
		signed := bare != w
		for _, u := range units {
			money = money || bare == u.word
			if rest, ok := strings.CutSuffix(bare, u.word); ok && len(rest) == 1 { // keur
				bare, signed, money = rest, true, true
			}
		}
		for _, m := range multiples {
			if bare == m.word && (signed || len(m.word) > len("mio")) {
				exp = m.exp
			}
		}
	}
	if !money {
		return 1
	}
	return math.Pow10(exp)
}

// This file lists what is printed for a missing value.

package lexicon

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
)

// IsMissing reports whether s is printed for a missing value: "-", "n.d.", "NC".
func IsMissing(s string) bool {
	switch fold.Words(s) {
	case "", "nd", "n d", "nc", "n c", "na", "n a", "ns", "n s", "nm", "n m", "nr", "n r", "sans objet", "so", "s o", "non communique", "non disponible", "inconnu", "unknown":
		return len(s) < 24
	}
	return false
}

// SaysMissing reports whether s is dashes or words for a missing value. A star alone is
// a mark.
func SaysMissing(s string) bool {
	return len(s) < 24 && IsMissing(s) && (strings.Trim(s, "-–—. ") == "" || strings.IndexFunc(s, unicode.IsLetter) >= 0)
}

// IsFree reports whether s is printed in place of a price for what costs nothing.
func IsFree(s string) bool {
	switch fold.Words(s) {
	case "gratuit", "gratuite", "gratuits", "offert", "entree libre", "free", "free of charge", "no charge", "free entry":
		return true
	}
	return false
}

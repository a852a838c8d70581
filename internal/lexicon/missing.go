// What is printed for no value.

package lexicon

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
)

// IsMissing reports whether s is a way to print nothing: "-", "n.d.", "NC".
func IsMissing(s string) bool {
	switch fold.Words(s) {
	case "", "nd", "n d", "nc", "n c", "na", "n a", "ns", "sans objet", "so", "s o", "non communique", "non disponible", "inconnu", "unknown":
		return len(s) < 24
	}
	return false
}

// SaysMissing reports whether s prints nothing by dashes or words. A star alone
// is a mark.
func SaysMissing(s string) bool {
	return len(s) < 24 && IsMissing(s) && (strings.Trim(s, "-–—. ") == "" || strings.IndexFunc(s, unicode.IsLetter) >= 0)
}

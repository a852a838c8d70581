// The key of a name.

package gazetteer

import "github.com/pressoir/pressoir/internal/fold"

// Fold returns the key under which the spellings of a name meet: lower case without
// accents, œ as oe, one blank for any run of hyphens, apostrophes, dots and blanks,
// "&" as "et", "s/" as "sur", and the short forms of "saint" and "haute" written out.
// "L'Haÿ-les-Roses" becomes "l hay les roses", "STE Foy" becomes "sainte foy". Other
// signs stay.
func Fold(s string) string { return fold.Name(s) }

// foldBuf is the room for a key on the stack, in bytes: the longest commune name has
// 45, a name cell rarely more than this.
const foldBuf = 128

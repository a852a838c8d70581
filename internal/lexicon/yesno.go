// Yes and no.

package lexicon

// YesWords and NoWords are the words in columns of flags, folded. A blank means no if
// other rows are marked.
var (
	YesWords = map[string]bool{"x": true, "oui": true, "yes": true, "o": true, "y": true, "1": true, "vrai": true, "true": true, "nouveau": true, "nouvelle": true, "new": true, "ok": true, "v": true, "n": true, "nouveaux": true}
	NoWords  = map[string]bool{"non": true, "no": true, "0": true, "faux": true, "false": true, "ancien": true, "ancienne": true, "existant": true, "existante": true}
)

// MaxNoWord is the length of the longest of NoWords as printed, in bytes.
const MaxNoWord = 12

// Yes and no.

package lexicon

// YesWords and NoWords are what columns of flags print, folded. A blank is no
// where others are marked.
var (
	YesWords = map[string]bool{"x": true, "oui": true, "yes": true, "o": true, "y": true, "1": true, "vrai": true, "true": true, "nouveau": true, "nouvelle": true, "new": true, "ok": true, "v": true, "n": true, "nouveaux": true}
	NoWords  = map[string]bool{"non": true, "no": true, "0": true, "faux": true, "false": true, "ancien": true, "ancienne": true, "existant": true, "existante": true}
)

// MaxNoWord is the longest word of NoWords as printed, in bytes.
const MaxNoWord = 12

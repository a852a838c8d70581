// The levels for running text.

package fold

import (
	"unicode"
	"unicode/utf8"
)

// Letters returns s in lower case without accents, ligatures opened: "Œuvre d’Été"
// becomes "oeuvre d’ete". Signs and blanks stay as they are.
func Letters(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	var buf [stackBuf]byte
	out := append(buf[:0], s[:i]...)
	for _, r := range s[i:] {
		out = AppendLetter(out, r)
	}
	return string(out)
}

// Text returns s as Letters does, and makes any run of blanks one plain blank, none
// at either end, and any apostrophe a straight one: " L’Île\u00a0 d'Yeu" becomes
// "l'ile d'yeu".
func Text(s string) string {
	var buf [stackBuf]byte
	out := buf[:0]
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = true
			continue
		}
		if isMark(r) {
			continue
		}
		if blank && len(out) > 0 {
			out = append(out, ' ')
		}
		blank = false
		switch r {
		case '’', 'ʼ', '´', '`':
			r = '\''
		}
		out = AppendLetter(out, r)
	}
	return string(out)
}

// stackBuf is the room on the stack for a folded text, in bytes: enough for a cell,
// a word or a heading, so that only long text allocates twice.
const stackBuf = 128

// StartsLower reports whether s begins with a small letter.
func StartsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

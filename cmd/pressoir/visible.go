// What people read in a terminal: control characters of documents and file names
// are shown, never sent to it, where they could write over what stands there.

package main

import (
	"io"
	"strconv"
	"strings"
	"unicode"
)

// oneLine shows every control character of s, for names of files: a line break
// in one must not begin a new message.
func oneLine(s string) string { return escaped(s, unruly) }

// visible shows the control characters of s but for line breaks, tabs, and the
// colours of this program.
func visible(s string) string {
	return escaped(s, func(s string, r rune) bool {
		return r != '\n' && r != '\t' && unruly(s, r) && !isColour(s)
	})
}

// uncoloured is visible for text that holds no colours of this program, as
// errors: one in it comes from the name of a file.
func uncoloured(s string) string {
	return escaped(s, func(s string, r rune) bool { return r != '\n' && r != '\t' && unruly(s, r) })
}

// escaped writes the runes of s for which hide holds as Go does: \x1b, \u202e.
// hide gets the rest of s, too, from the rune on.
func escaped(s string, hide func(s string, r rune) bool) string {
	var b strings.Builder
	done := 0
	for i, r := range s {
		if !hide(s[i:], r) {
			continue
		}
		quoted := strconv.QuoteRuneToASCII(r)
		b.WriteString(s[done:i])
		b.WriteString(quoted[1 : len(quoted)-1])
		done = i + len(string(r))
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// unruly reports whether r does something to a terminal: control characters and
// those that turn the direction of writing.
func unruly(_ string, r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && r != '\u200e' && r != '\u200f'
}

// isColour reports whether s begins with a sequence that only sets a colour.
func isColour(s string) bool {
	rest, ok := strings.CutPrefix(s, "\x1b[")
	if !ok {
		return false
	}
	rest = strings.TrimLeft(rest, "0123456789;")
	return strings.HasPrefix(rest, "m")
}

// A visibleWriter makes visible what is written to w.
type visibleWriter struct{ w io.Writer }

func (v visibleWriter) Write(p []byte) (int, error) {
	if _, err := io.WriteString(v.w, visible(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

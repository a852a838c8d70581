// This file makes text safe for a terminal: control characters of documents and file
// names are shown, never sent, since they could overwrite what is on the screen.

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

// visible shows the control characters of s, except line breaks, tabs and the colours of
// this program.
func visible(s string, p paint) string {
	if !p {
		return uncoloured(s)
	}
	return escaped(s, func(s string, r rune) bool {
		return r != '\n' && r != '\t' && unruly(s, r) && !isColour(s)
	})
}

// uncoloured is visible for text without colours of this program, such as errors: a
// colour in it comes from the name of a file or from a document.
func uncoloured(s string) string {
	return escaped(s, func(s string, r rune) bool { return r != '\n' && r != '\t' && unruly(s, r) })
}

// escaped writes the runes of s for which hide returns true as Go does: \x1b, \u202e.
// hide also gets the rest of s, from the rune on.
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

// unruly reports whether a terminal would obey r: a control character or one that
// changes the direction of writing.
func unruly(_ string, r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && r != '\u200e' && r != '\u200f'
}

// isColour reports whether s begins with a colour of this program, or with the
// end of one.
func isColour(s string) bool {
	rest, ok := strings.CutPrefix(s, "\x1b[")
	if !ok {
		return false
	}
	for _, sgr := range [...]string{bold, red, green, yellow, grey, "0"} {
		if strings.HasPrefix(rest, sgr+"m") {
			return true
		}
	}
	return false
}

// A visibleWriter makes visible what is written to w.
type visibleWriter struct {
	w       io.Writer
	colours paint // what is written may have colours of this program
}

func (v visibleWriter) Write(p []byte) (int, error) {
	if _, err := io.WriteString(v.w, visible(string(p), v.colours)); err != nil {
		return 0, err
	}
	return len(p), nil
}

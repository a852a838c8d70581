// This file finds the style of a cell.

package marks

import (
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
)

// StyleOf returns the style that most of the letters of runs have, flag by flag
// and colour by colour.
func StyleOf(runs []document.Run) (st document.Style) {
	if len(runs) == 1 {
		return runs[0].Style
	}
	var room [8]int
	counts, all := room[:0], 0 // letters of each run, and of all
	for i := range runs {
		n := letters(runs[i].Text)
		counts = append(counts, n)
		all += n
	}
	most := func(has func(document.Style) bool) bool {
		n := 0
		for i := range runs {
			if has(runs[i].Style) {
				n += counts[i]
			}
		}
		return 2*n > all
	}
	for _, flag := range [...]document.StyleFlags{document.Bold, document.Italic, document.Underline, document.Strike} {
		if most(func(s document.Style) bool { return s.Has(flag) }) {
			st.Flags |= flag
		}
	}
	for i := range runs {
		if c := runs[i].Style.Fill; c != 0 && most(func(s document.Style) bool { return s.Fill == c }) {
			st.Fill = c
		}
		if c := runs[i].Style.Color; c != 0 && most(func(s document.Style) bool { return s.Color == c }) {
			st.Color = c
		}
	}
	return st
}

// letters counts the letters and figures of s.
func letters(s string) (n int) {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if IsWordByte(c) {
				n++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
		i += size
	}
	return n
}

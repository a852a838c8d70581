// This file finds words that a narrow cell cuts without a hyphen, as word processors
// do if a word is wider than its column: "Nouvea" above "u".

package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

// maxCutRoom is the largest room, in em, that is left after a letter that did not fit.
const maxCutRoom = 0.1

// cutWords reports for each of a cell's words, in reading order, whether it is the
// rest of the word above: that is the only word or figure of its line, another
// letter would not have fitted there, and the rest is not a word by itself, or
// completes a group of three figures. It returns nil if no word is cut.
func (pg *textPage) cutWords(c *grid.Cell, words []int32) []bool {
	if len(words) < 2 {
		return nil
	}
	left, right := pg.Words[words[0]].Box.X0, pg.Words[words[0]].Box.X1
	for _, i := range words {
		left, right = min(left, pg.Words[i].Box.X0), max(right, pg.Words[i].Box.X1)
	}
	pad := min(left-c.Box.X0, c.Box.X1-right)
	if pad < 0 {
		return nil
	}
	var cut []bool
	begin := 0 // of the line above
	for n := 1; n < len(words); n++ {
		if pg.sameLine(words[n-1], words[n]) {
			continue
		}
		end := n + 1 // of the next line
		for end < len(words) && pg.sameLine(words[end-1], words[end]) {
			end++
		}
		first, last, next := &pg.Words[words[begin]], &pg.Words[words[n-1]], &pg.Words[words[n]]
		letter := (next.Box.X1 - next.Box.X0) / float32(utf8.RuneCountInString(next.Text))
		full := last.Box.X1-first.Box.X0+letter > c.Box.X1-c.Box.X0-2*pad-maxCutRoom*first.Size
		if full && (n-begin == 1 && fragment(last.Text, next.Text) || end == len(words) && end-n == 1 && pg.restOfFigure(words[begin:n], next)) {
			if cut == nil {
				cut = make([]bool, len(words))
			}
			cut[n] = true
		}
		begin = n
	}
	return cut
}

// fragment reports whether b, below a, is not a word by itself: lower-case letters
// without a vowel, or a single letter that is not a word.
func fragment(a, b string) bool {
	before, _ := utf8.DecodeLastRuneInString(a)
	if !unicode.IsLower(before) || b == "" || b == "a" || b == "à" || b == "y" || b == "ô" {
		return false
	}
	for _, r := range b {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return utf8.RuneCountInString(b) == 1 || !strings.ContainsAny(b, "aeiouyàâäéèêëîïôöùûüœæ")
}

// restOfFigure reports whether the figures b complete the last group of a number
// whose groups are words: 883 58 and 5.
func (pg *textPage) restOfFigure(words []int32, b *layout.Word) bool {
	const group = 3 // figures
	last := 0
	for n, i := range words {
		text := pg.Words[i].Text
		if strings.Trim(text, "0123456789") != "" || n > 0 && n < len(words)-1 && len(text) != group {
			return false
		}
		last = len(text)
	}
	return len(words) > 1 && last < group && strings.Trim(b.Text, "0123456789") == "" && last+len(b.Text) == group
}

// This file rules out quickly most lines, which have no word about marks.

package lexicon

import (
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
)

// startLetters is the number of letters of a word that MayNameMark compares; no stem is
// shorter.
const startLetters = 3

// markStems begin the words that name a mark or its colour, or come before a quoted
// word that is one.
var markStems = func() (all []string) {
	for _, stems := range []Stems{Asterisk, Star, Bold, Italic, Fill, Labelled} {
		all = append(all, stems...)
	}
	for _, h := range hues {
		all = append(all, h.stem)
	}
	return all
}()

// markStarts has the first three letters of markStems, 5 bits each, and firstLetters
// their first ones.
var markStarts, firstLetters = func() (starts [1 << (5 * startLetters)]bool, first [32]bool) {
	for _, stem := range markStems {
		starts[startOf(stem)] = true
		first[stem[0]&31] = true
	}
	return starts, first
}()

// startOf returns the index of a word's first letters in markStarts, ignoring case.
func startOf[T string | []byte](word T) int {
	return int(word[0]&31)<<10 | int(word[1]&31)<<5 | int(word[2]&31)
}

// MayNameMark reports whether a line may name a mark with a word, by how its words
// begin: false is certain.
func MayNameMark(line string) bool {
	for i := 0; i < len(line); {
		first, n := line[i], 1
		if first >= utf8.RuneSelf { // a letter with an accent, a sign
			var r rune
			if r, n = utf8.DecodeRuneInString(line[i:]); !unicode.IsLetter(r) {
				i += n
				continue
			}
			first = 0
			var buf [8]byte
			if letters := fold.AppendLetter(buf[:0], r); len(letters) > 0 {
				first = letters[0]
			}
		} else if !isASCIIWord(first) {
			i++
			continue
		}
		end := wordEnd(line, i+n)
		if firstLetters[first&31] && end-i >= startLetters && mayStart(line[i:]) && hasMarkStem(line[i:end]) {
			return true
		}
		i = end
	}
	return false
}

// mayStart reports whether a word of three bytes or more may begin with one of
// markStems. It does not rule out words with an accent among the first letters.
func mayStart(word string) bool {
	return (word[0]|word[1]|word[2])&utf8.RuneSelf != 0 || markStarts[startOf(word)]
}

// wordEnd returns the end of the word that continues at i.
func wordEnd(s string, i int) int {
	for i < len(s) {
		if s[i] < utf8.RuneSelf {
			if !isASCIIWord(s[i]) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			return i
		}
		i += n
	}
	return i
}

func isASCIIWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// hasMarkStem reports whether a word begins with one of markStems.
func hasMarkStem(word string) bool {
	var buf [64]byte
	folded := fold.AppendWords(buf[:0], word)
	if len(folded) < startLetters || !markStarts[startOf(folded)] {
		return false
	}
	for _, stem := range markStems {
		if len(folded) >= len(stem) && string(folded[:len(stem)]) == stem {
			return true
		}
	}
	return false
}

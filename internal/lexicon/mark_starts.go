// A quick look for words about marks: most lines have none.

package lexicon

// startLetters is how many letters of a word the quick look reads: no stem is shorter.
const startLetters = 3

// A wordStart says what words begin with three letters.
type wordStart uint8

const (
	startsMark  wordStart = 1 << iota // a word for a mark or a colour
	startsLabel                       // a word that comes before a quoted one
)

// wordStarts has the first three letters of every stem, 5 bits each.
var wordStarts = func() (starts [1 << (5 * startLetters)]wordStart) {
	for _, stems := range []Stems{Asterisk, Star, Bold, Italic, Fill} {
		for _, stem := range stems {
			starts[startOf(stem)] |= startsMark
		}
	}
	for _, h := range hues {
		starts[startOf(h.stem)] |= startsMark
	}
	for _, stem := range Labelled {
		starts[startOf(stem)] |= startsLabel
	}
	return starts
}()

// startOf returns the place of a word's first letters in wordStarts.
func startOf[T string | []byte](word T) int {
	return int(word[0]&31)<<10 | int(word[1]&31)<<5 | int(word[2]&31)
}

// MayNameMark reports whether a line may name a mark, by the beginnings of its words
// alone: false is certain. words is the line as fold.Words leaves it; quoted says that
// the line has quotation marks.
func MayNameMark(words []byte, quoted bool) bool {
	wanted := startsMark
	if quoted {
		wanted |= startsLabel
	}
	for i := 0; i+startLetters <= len(words); i++ {
		if (i == 0 || words[i-1] == ' ') && wordStarts[startOf(words[i:])]&wanted != 0 {
			return true
		}
	}
	return false
}

// This file lists words that open a note below a table.

package lexicon

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
)

// noteWords open a note or a source, folded.
var noteWords = [...]string{
	"source", "sources", "note", "notes", "nota", "nb", "n b", "lecture", "champ", "legende", "avertissement",
	"reading", "scope", "legend",
}

// maxNoteWord is the largest length of the opening of a note, up to its colon, in bytes.
const maxNoteWord = 16

// OpensNote reports whether a line is a note or a source: "Source : Insee".
func OpensNote(line string) bool {
	colon := strings.IndexByte(line, ':')
	if colon < 0 || colon > maxNoteWord {
		line = strings.TrimLeftFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		return line != "" && line[0]|0x20 == 's' && strings.HasPrefix(fold.Words(line), "source ")
	}
	word := fold.Words(line[:colon])
	for _, w := range noteWords {
		if word == w {
			return true
		}
	}
	return false
}

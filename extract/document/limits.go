// Documents without end: how many pieces of one are read. What stands behind the
// last is kept as it is printed, in one issue, and no reader builds anything of it.

package document

import (
	"fmt"
	"strings"
)

// MaxBlocks is how many headings, paragraphs, lists and tables of a document are
// read: five for each commune of France, and twice as many as package lists looks
// at. A block takes some four hundred bytes more than its text, so a file of
// nothing but short lines set apart would take a hundred times its size.
const MaxBlocks = 200_000

// CutOff keeps rest, which begins at a place behind the last piece that is read.
func (doc *Document) CutOff(at Pos, rest string, most int, pieces string) {
	if strings.TrimSpace(rest) == "" {
		return
	}
	doc.Issues = append(doc.Issues, Issue{
		At: at, Code: "document-cut", Text: rest,
		Why: fmt.Sprintf("more than %d %s stand in the document; the %d bytes from here on are not read; cut the document", most, pieces, len(rest)),
	})
}

// BlockPieces is what MaxBlocks counts, in words.
const BlockPieces = "headings, paragraphs, lists and tables"

// MaxItems is how many items the lists of one document hold; what follows is
// read as lines of prose. An item takes a hundred bytes more than its text, and
// package lists reads no list of a document with more lines.
const MaxItems = 100_000

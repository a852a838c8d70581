// Limits on what is read of a document without end. What follows the last piece
// is kept as printed in one issue; no reader builds blocks of it.

package document

import (
	"fmt"
	"strings"
)

// MaxBlocks is the largest number of headings, paragraphs, lists and tables read
// of a document: five for each commune of France, and twice what package
// normalize/lists looks at. A block takes some 400 bytes besides its text, so a
// file of short lines set apart would take a hundred times its size in memory.
const MaxBlocks = 200_000

// BlockKinds names what MaxBlocks counts, for messages.
const BlockKinds = "headings, paragraphs, lists and tables"

// MaxItems is the largest number of list items read of a document; the rest is
// read as lines of prose. An item takes some 100 bytes besides its text, and
// package normalize/lists reads no list of a document with more lines.
const MaxItems = 100_000

// ReportCut adds the issue that rest, which begins at the place at, is not read
// because the document has more than limit pieces of the named kind. It adds
// nothing if rest is blank.
func (doc *Document) ReportCut(at Pos, rest string, limit int, kind string) {
	if strings.TrimSpace(rest) == "" {
		return
	}
	doc.Issues = append(doc.Issues, Issue{
		At: at, Code: CodeDocumentCut, Text: rest,
		Why: fmt.Sprintf("the document has more than %d %s; the %d bytes from here on are not read; split the document", limit, kind, len(rest)),
	})
}

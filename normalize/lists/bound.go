// Bounds: how much of a document is looked at for lists.

package lists

import (
	"github.com/pressoir/pressoir/extract/document"
)

// maxLines is how many lines outside of tables, and tables among them, are looked
// at for lists: a list of 100,000 members with its heads. A line costs some hundred times its
// bytes while its list is read, so a book without end is refused.
const maxLines = 120_000

// tooMany returns how many lines of doc stand outside of tables, with one for each
// table, and where the one after maxLines is printed.
func tooMany(doc *document.Document) (n int, at document.Pos) {
	count := func(p document.Pos) {
		if n++; n == maxLines+1 {
			at = p
		}
	}
	var items func([]document.Item)
	items = func(is []document.Item) {
		for i := range is {
			count(is[i].At)
			items(is[i].Sub)
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			count(b.At)
		case *document.Paragraph:
			for range countBreaks(b.Runs) + 1 {
				count(b.At)
			}
		case *document.List:
			items(b.Items)
		case *document.Table:
			count(b.At)
		}
	}
	return n, at
}

// countBreaks counts the line breaks in runs.
func countBreaks(runs []document.Run) (n int) {
	for i := range runs {
		for k := range len(runs[i].Text) {
			if runs[i].Text[k] == '\n' {
				n++
			}
		}
	}
	return n
}

// maxLine is the largest length of a line in which names are looked for (bytes): the
// longest lists of one department in the Journal officiel have some 20,000.
const maxLine = 1 << 20

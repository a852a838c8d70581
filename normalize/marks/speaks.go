// This file finds out whether the prose mentions new entries.

package marks

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// SpeaksOfNew reports whether the prose says that something is new.
func SpeaksOfNew(doc *document.Document) bool {
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			if lexicon.SpeaksOfNew(b.Text()) {
				return true
			}
		case *document.Heading:
			if lexicon.SpeaksOfNew(b.Text()) {
				return true
			}
		case *document.List:
			for i := range b.Items {
				if lexicon.SpeaksOfNew(b.Items[i].Text()) {
					return true
				}
			}
		}
	}
	return false
}

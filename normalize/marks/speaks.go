// Whether the prose speaks of new ones.

package marks

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// SpeaksOfNew reports whether the prose says that something is new.
func SpeaksOfNew(doc *document.Document) bool {
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			if saysNew(b.Text()) {
				return true
			}
		case *document.Heading:
			if saysNew(b.Text()) {
				return true
			}
		case *document.List:
			for i := range b.Items {
				if saysNew(b.Items[i].Text()) {
					return true
				}
			}
		}
	}
	return false
}

func saysNew(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "nouve") || strings.Contains(s, "supplémentaire") || strings.Contains(s, "new") || strings.Contains(s, "additional")
}

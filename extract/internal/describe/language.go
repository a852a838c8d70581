// This file tells French from English by the small words that no text does without.

package describe

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
)

var (
	frenchWords = wordSet("le la les des du et est une un dans pour que qui sur au aux par avec ce cette ont sont plus d l en leur " +
		"janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre communique")
	englishWords = wordSet("the of and to in for is are on that with by from this was were has have as at its will be an " +
		"january february march april may june july august september october november december press release")
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// Limits of the count.
const (
	languageSample = 20000 // bytes of prose; the share of small words has settled by then
	minSmallWords  = 3     // fewer tell nothing
)

// Language returns "fr" or "en", "" if the text does not tell.
func Language(doc *document.Document) string {
	fr, en, seen := 0, 0, 0
	count := func(text string) bool {
		if len(text) > languageSample {
			text = text[:languageSample]
		}
		seen += len(text)
		for _, w := range strings.FieldsFunc(fold.Text(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
			if frenchWords[w] {
				fr++
			}
			if englishWords[w] {
				en++
			}
		}
		return seen < languageSample
	}
	eachText(doc, count)
	switch {
	case fr >= minSmallWords && fr > en+en/2:
		return "fr"
	case en >= minSmallWords && en > fr+fr/2:
		return "en"
	}
	return ""
}

// eachText calls f with the text of each block until it returns false: prose
// first, then the cells of tables, for releases that are nothing else.
func eachText(doc *document.Document, f func(string) bool) {
	for _, b := range doc.Blocks {
		var text string
		switch b := b.(type) {
		case *document.Heading:
			text = b.Text()
		case *document.Paragraph:
			text = b.Text()
		case *document.List:
			for i := range b.Items {
				if !f(b.Items[i].Text()) {
					return
				}
			}
		}
		if text != "" && b.InPart() != document.Furniture && !f(text) {
			return
		}
	}
	for _, b := range doc.Blocks {
		if t, ok := b.(*document.Table); ok {
			for i := range t.Rows {
				for j := range t.Rows[i].Cells {
					if !f(t.Rows[i].Cells[j].Text()) {
						return
					}
				}
			}
		}
	}
}

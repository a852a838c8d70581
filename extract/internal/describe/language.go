// Language: French or English, by the small words that every text has.

package describe

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// Limits of the count of small words.
const (
	maxLanguageSample = 20000 // bytes of prose; the share of small words changes little after that
	minSmallWords     = 3     // small words of the language; fewer may be names
)

// Language returns "fr" or "en", "" if the text shows neither.
func Language(doc *document.Document) string {
	fr, en, seen := 0, 0, 0
	count := func(text string) bool {
		if len(text) > maxLanguageSample {
			text = text[:maxLanguageSample]
		}
		seen += len(text)
		for _, w := range strings.FieldsFunc(fold.Text(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
			if lexicon.SmallFrench[w] {
				fr++
			}
			if lexicon.SmallEnglish[w] {
				en++
			}
		}
		return seen < maxLanguageSample
	}
	forEachText(doc, count)
	if max(fr, en) < minSmallWords { // little prose: the headings of tables show it, too
		french, english := headingLanguages(doc)
		fr, en = fr+french, en+english
	}
	switch {
	case fr >= minSmallWords && fr > en+en/2:
		return "fr"
	case en >= minSmallWords && en > fr+fr/2:
		return "en"
	}
	return ""
}

// headingLanguages counts the headings of tables that are words of one language only.
func headingLanguages(doc *document.Document) (fr, en int) {
	for _, b := range doc.Blocks {
		t, ok := b.(*document.Table)
		if !ok || len(t.Rows) == 0 {
			continue
		}
		for j := range t.Rows[0].Cells {
			switch lexicon.HeadingLanguage([]string{t.Rows[0].Cells[j].Text()}) {
			case "fr":
				fr++
			case "en":
				en++
			}
		}
	}
	return fr, en
}

// forEachText calls f with the text of each block until f returns false: first
// prose, then the cells of tables, for releases that hold nothing else.
func forEachText(doc *document.Document, f func(string) bool) {
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

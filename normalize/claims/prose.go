// Prose: the sentences of a document, read once for all that ask for them.

package claims

import (
	"github.com/pressoir/pressoir/extract/document"
)

// A Prose is the prose of a document. It is cut into sentences when something
// is first asked of it; it is not for use by several goroutines at once.
type Prose struct {
	doc       *document.Document
	sentences []sentence
	done      bool
	english   bool // how numbers are printed
}

// Read returns the prose of doc.
func Read(doc *document.Document) *Prose { return &Prose{doc: doc, english: isEnglish(doc)} }

func (p *Prose) read() []sentence {
	if !p.done {
		p.sentences, p.done = sentences(p.doc), true
	}
	return p.sentences
}

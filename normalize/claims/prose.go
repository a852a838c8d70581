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
	base      *outline // without tables; nil until it is asked for
	english   bool     // how numbers are printed
}

// Read returns the prose of doc.
func Read(doc *document.Document) *Prose { return &Prose{doc: doc, english: isEnglish(doc)} }

func (p *Prose) read() []sentence {
	if !p.done {
		p.sentences, p.done = sentences(p.doc), true
	}
	return p.sentences
}

// outline returns where doc prints entries, with the tables of facts.
func (p *Prose) outline(facts *Facts) *outline {
	if p.base == nil {
		p.base = outlineOf(p.doc)
	}
	return p.base.with(p.doc, facts)
}

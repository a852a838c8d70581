// Pages, texts and tables: how many of their tokens are no words.

// Package poor recognises text that an optical reader made of a bad copy: it is
// refused, not guessed at.
package poor

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	// share is the share of tokens that are no words from which a text is poor. Clean
	// releases have under one in a hundred, reference numbers included.
	share = 0.12
	// least is how many tokens that are no words there must be.
	least = 4
	// window is the length in tokens of the piece of a document that is looked at: a
	// page may be clean below a ruined head.
	window = 40
	// inWindow is how many tokens of such a piece must be no words.
	inWindow = 6
	// maxExample is the length of the example in a message (bytes).
	maxExample = 40
	// maxTable is how much of a table is looked at (bytes): a bad copy is bad from its
	// first rows on.
	maxTable = 32 << 10
)

// A Page takes the lines of a document and says whether their text is poor.
type Page struct {
	odd, all        int
	recent          [window]bool
	inRecent, worst int
	example         string
	at              document.Pos // of the first token that is no word
}

// Add takes a line. Letter-spaced headings are passed over.
func (p *Page) Add(line string, at document.Pos) {
	if forms.IsSpaced(line) {
		return
	}
	before := ""
	for w := range strings.FieldsSeq(line) {
		k := p.all % window
		if p.recent[k] {
			p.inRecent--
		}
		p.recent[k] = isOdd(w) || fellApart(before, w)
		before = w
		p.all++
		if p.recent[k] {
			if p.odd == 0 {
				p.at = at
			}
			p.inRecent++
			p.odd++
			if len(p.example) < maxExample {
				p.example += " " + w
			}
		}
		p.worst = max(p.worst, p.inRecent)
	}
}

// All says why all of the text is poor and where that begins; "" if it is not.
func (p *Page) All() (why string, at document.Pos) {
	if p.odd < least || float64(p.odd) < share*float64(p.all) {
		return "", p.at
	}
	return fmt.Sprintf("%d of the %d words are no words (%s)", p.odd, p.all, strings.TrimSpace(p.example)), p.at
}

// Some says why a part of the text is poor; "" if none is.
func (p *Page) Some() (why string, at document.Pos) {
	if p.worst < inWindow {
		return "", p.at
	}
	return fmt.Sprintf("%d of %d words here are no words (%s)", p.worst, window, strings.TrimSpace(p.example)), p.at
}

// Text says why a text is poor, "" if it is not.
func Text(s string) string {
	var p Page
	p.Add(s, document.Pos{})
	if why, _ := p.All(); why != "" {
		return strings.Replace(why, " of the ", " of its ", 1)
	}
	return ""
}

// Table says why the text of a table is poor, "" if it is not. Only tables that gaps
// made are asked: what an optical reader loses are letters, and what is left looks like
// cells.
func Table(t *document.Table) string {
	if t.Method != "columns" {
		return ""
	}
	var b strings.Builder
	for i := range t.Rows {
		if b.Len() > maxTable {
			break
		}
		for k := range t.Rows[i].Cells {
			b.WriteString(t.Rows[i].Cells[k].Text())
			b.WriteByte('\n')
		}
	}
	return Text(b.String())
}

// fellApart reports whether w is the rest of a word whose second letter is lost, and
// before its first: "C ermont", "M llau". A letter alone that is a word, a name's
// initial or a mark has no such rest after it.
func fellApart(before, w string) bool {
	if len(before) != 1 || strings.IndexByte("BCDFGHJKLMNPQRSTVWZ", before[0]) < 0 {
		return false
	}
	for _, r := range w {
		return unicode.IsLower(r) && !lexicon.AfterLetter[strings.Trim(w, ".,;:!?()")]
	}
	return false
}

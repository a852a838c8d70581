// Conserved: text between the first and the last entry of a list or table that is in no
// record, heading or finding. It is said, since an entry that was not read looks like that.

package normalize

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// accountedWords is the share of the words of a line that records must have for the line
	// to be one of theirs.
	accountedWords = 0.75
	// maxAccounted is how many blocks of one document are looked at, and how many rows: the
	// words of a million would cost as much as reading them.
	maxAccounted = 20000
	// minSentenceWords is how many words a line that ends in a stop has if it is a sentence.
	minSentenceWords = 7
)

// checkConserved reports the lines between the entries of each table that no record holds.
func checkConserved(res *checked) (found []records.Finding) {
	if !worthAccount(res) {
		return nil
	}
	held, said := printedWords(res)
	looked := 0
	for i, t := range res.tables {
		first, last := t.Block, lastBlock(res, t)
		if i+1 < len(res.tables) {
			last = min(last, max(first, res.tables[i+1].Block))
		}
		if looked += last - first; looked > maxAccounted {
			break
		}
		var lines []printedLine
		for b := first; b <= last && b < len(res.Document.Blocks); b++ {
			lines = append(lines, linesIn(res.Document.Blocks[b], held, said)...)
		}
		lost := between(lines)
		if len(lost) == 0 {
			continue
		}
		why := fmt.Sprintf("%q, between its entries, is in no record", beginning(lost[0].text))
		if len(lost) > 1 {
			why = fmt.Sprintf("%d lines between its entries are in no record, such as %q", len(lost), beginning(lost[0].text))
		}
		found = append(found, records.Finding{Code: records.CodeListUnread, Level: records.Doubt, Table: t.ID, At: lost[0].at, Why: why})
	}
	return found
}

// worthAccount reports whether a table begins before a paragraph or with a list, and the rows
// are few enough.
func worthAccount(res *checked) bool {
	rows, first := 0, len(res.Document.Blocks)
	for _, t := range res.tables {
		rows += len(t.Rows)
		first = min(first, t.Block)
	}
	return rows > 0 && rows <= maxAccounted && slices.ContainsFunc(res.Document.Blocks[first:], func(b document.Block) bool {
		_, table := b.(*document.Table)
		return !table
	})
}

// A printedLine is a line or an item of a list.
type printedLine struct {
	text string
	at   document.Pos
	item bool
	held bool // by a record
	lost bool // no record, heading or finding has it
}

// between returns the lost ones of lines that are after the first that a record holds and
// before the last; items of a list need not be, since the list is one.
func between(lines []printedLine) (lost []printedLine) {
	isEntry := func(l printedLine) bool { return l.held || l.item }
	first := slices.IndexFunc(lines, isEntry)
	if first < 0 {
		return nil
	}
	last := len(lines) - 1
	for !isEntry(lines[last]) {
		last--
	}
	for _, l := range lines[first : last+1] {
		if l.lost {
			lost = append(lost, l)
		}
	}
	return lost
}

// printedWords returns the words that records hold; and said with those of headings,
// sections, totals and notes, and of what findings and claims quote.
func printedWords(res *checked) (held, said map[string]bool) {
	held, said = map[string]bool{}, map[string]bool{}
	isData := false
	add := func(s string) {
		for w := range strings.FieldsSeq(fold.Words(s)) {
			if said[w] = true; isData {
				held[w] = true
			}
		}
	}
	for _, t := range res.tables {
		add(t.Name)
		for j := range t.Columns {
			add(t.Columns[j].Title)
			if t.Columns[j].Title != "" || t.Columns[j].Printed < 0 {
				continue
			}
			add(strings.ReplaceAll(t.Columns[j].Name, "_", " ")) // a label is printed in each entry: "Catégorie : Savoir-faire"
		}
		for _, r := range t.Rows {
			isData = r.Role == records.Data
			for j := range r.Cells {
				add(r.Cells[j].Text)
				if src := r.Cells[j].Src; src != nil {
					add(src.Text())
				}
			}
		}
		isData = false
	}
	for i := range res.Findings {
		add(res.Findings[i].Why)
	}
	for i := range res.Claims {
		add(res.Claims[i].Text)
	}
	return held, said
}

// lastBlock returns the index of the last block that begins no later than the last record of
// t.
func lastBlock(res *checked, t *bind.Table) int {
	var end document.Pos
	for _, r := range slices.Backward(t.Rows) {
		if r.Role == records.Data {
			end = r.At
			break
		}
	}
	last := t.Block
	for b := t.Block; b < len(res.Document.Blocks); b++ {
		at := res.Document.Blocks[b].Pos()
		if at.Page > end.Page || at.Page == end.Page && at.Line >= end.Line && (at.Line > end.Line || at.Line == 0) {
			break
		}
		last = b
	}
	return last
}

// linesIn returns the lines of a paragraph or a list, or one for a table, which of them records hold, and which
// have other words than those said.
func linesIn(block document.Block, held, said map[string]bool) (lines []printedLine) {
	if part := block.InPart(); part != document.Lead && part != document.Body {
		return nil
	}
	switch b := block.(type) {
	case *document.Paragraph:
		for l := range strings.SplitSeq(b.Text(), "\n") {
			lines = append(lines, printedLine{text: l, at: b.At, held: mostlyIn(l, held), lost: isLost(l, said)})
		}
	case *document.Table: // its own checks account for it
		lines = append(lines, printedLine{at: b.At, held: true})
	case *document.List:
		var items func([]document.Item)
		items = func(is []document.Item) {
			for i := range is {
				text := is[i].Text()
				lines = append(lines, printedLine{text: text, at: is[i].At, item: true, held: mostlyIn(text, held), lost: isLost(text, said)})
				items(is[i].Sub)
			}
		}
		items(b.Items)
	}
	return lines
}

// isLost reports whether a line is in no record, heading or finding. Sentences, notes and
// addresses of pages are no entries.
func isLost(text string, said map[string]bool) bool {
	const least = 4 // bytes; shorter ones are marks and numbers of pages
	text = strings.TrimSpace(text)
	if len(text) < least || isSentence(text) || lexicon.OpensNote(text) || text[0] == '(' || text[0] == '[' || strings.Contains(text, "://") {
		return false
	}
	return !mostlyIn(text, said)
}

// isSentence reports whether a line is a sentence and no entry that ends in a stop: it is
// long, or has no figure and no capital but its first letter.
func isSentence(text string) bool {
	if !strings.HasSuffix(text, ".") {
		return false
	}
	_, size := utf8.DecodeRuneInString(text)
	return strings.Count(text, " ")+1 >= minSentenceWords || !strings.ContainsFunc(text[size:], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) })
}

// mostlyIn reports whether most words of a line are among words.
func mostlyIn(text string, words map[string]bool) bool {
	all, known := 0, 0
	for w := range strings.FieldsSeq(fold.Words(text)) {
		if all++; words[w] {
			known++
		}
	}
	return float64(known) >= accountedWords*float64(all)
}

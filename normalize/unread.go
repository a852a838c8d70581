// This file has the check of lists that a release announces and that did not become
// rows, and of releases without any list.

package normalize

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// checkUnread reports lists that are announced and were not read. If no row was read
// and nothing announces a list, it notes that.
func checkUnread(res *checked) (found []records.Finding) {
	any := false
	for _, t := range res.tables {
		for _, r := range t.Rows {
			any = any || r.Role == records.Data
		}
	}
	for _, e := range res.prose.Unread(res.facts) {
		f := records.Finding{Code: records.CodeListUnread, Level: records.Doubt, At: e.At}
		said := fmt.Sprintf("%q announces a list", beginning(e.Text))
		switch {
		case e.Picture:
			f.Why = said + "; there is a picture, and what it shows was not read"
		case e.Entries > 0:
			f.Why = fmt.Sprintf("%s; %d entries are printed below and none became a record", said, e.Entries)
		default:
			f.Why = said + "; none was found"
		}
		if found = append(found, f); len(found) == maxReports {
			break
		}
	}
	if len(found) > 0 || saysUnread(res.Findings) {
		return found
	}
	if at, n := res.prose.Seen(res.facts); n > 0 {
		return []records.Finding{{Code: records.CodeListUnread, Level: records.Doubt, At: at, Why: fmt.Sprintf("%d entries that begin here may be a list; none became a record", n)}}
	}
	if any {
		return nil
	}
	if at, n := labelledBelow(res.Document); n > 0 {
		return []records.Finding{{Code: records.CodeListUnread, Level: records.Doubt, At: at, Why: fmt.Sprintf("%d paragraphs that begin here each open with a name and a sign after it, below a colon; none became a record", n)}}
	}
	return []records.Finding{{Code: records.CodeNoRecords, Level: records.Noted, Why: "no record was read, and nothing announces a list or looks like one"}}
}

// saysUnread reports whether a doubt or a fault says already why there are no records.
func saysUnread(found []records.Finding) bool {
	for i := range found {
		if found[i].Level > records.Noted {
			return true
		}
	}
	return false
}

const (
	// minLabelled is how many paragraphs with a label are entries and not an aside.
	minLabelled = 3
	// maxLabel in bytes is how far into a paragraph the sign after its label may be.
	maxLabel = 80
)

// labelledBelow returns where the paragraphs below a colon begin that each open with a
// name and a dash or colon after it, and their number; 0 if there are none.
func labelledBelow(doc *document.Document) (at document.Pos, n int) {
	for i, b := range doc.Blocks {
		text, _ := document.BlockText(b)
		if b.InPart() > document.Lead || !strings.HasSuffix(strings.TrimSpace(text), ":") {
			continue
		}
		k := i + 1
		for k < len(doc.Blocks) && isLabelled(doc.Blocks[k]) {
			k++
		}
		if k-i-1 >= minLabelled {
			return doc.Blocks[i+1].Pos(), k - i - 1
		}
	}
	return at, 0
}

// isLabelled reports whether a block is a paragraph that opens with a name and a sign.
func isLabelled(b document.Block) bool {
	p, ok := b.(*document.Paragraph)
	if !ok || p.InPart() > document.Lead {
		return false
	}
	text := p.Text()
	if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	head := text[:min(len(text), maxLabel)]
	return slices.ContainsFunc([]string{" -- ", " - ", " – ", " — ", " : ", ": "}, func(sign string) bool { return strings.Contains(head, sign) })
}

// Parts: lead, body, boilerplate (what the issuer says about itself) and press
// contact. A part that the reader has set (navigation, a page's footer) stays.

package describe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// Lengths, in letters, that separate lines from prose.
const (
	MaxTitleLine   = 120 // of the title of a part: "À propos de l'Union nationale des PIMMS"
	maxContactLine = 200 // of a line of a contact block: names, offices, addresses
	minProseLen    = 160 // of a first paragraph; lines of the letterhead are shorter
)

// maxContact is the largest number of blocks of a contact part, and of lines of one
// of its blocks: a contact for each region.
const maxContact = 25

// assignParts sets the part of every block.
func assignParts(doc *document.Document) {
	markRunningLines(doc)
	part := document.Body
	contactBlocks := 0
	level := 0 // of the heading that began the part, 0 if it was no heading
	for i, b := range doc.Blocks {
		if b.InPart() != document.Body {
			continue
		}
		text, h := document.BlockText(b)
		switch begins := partStartedBy(text, h != nil); {
		case begins != document.Body:
			part, contactBlocks, level = begins, 0, 0
			if h != nil {
				level = h.Level
			}
			b.SetPart(part)
			continue
		case part == document.Body:
			continue
		case endsPart(part, b, h, level, text), part == document.Contact && !inContactBlock(doc.Blocks[i:]):
			part = document.Body
			continue
		}
		if part == document.Contact {
			if contactBlocks++; contactBlocks > maxContact {
				part = document.Body
				continue
			}
		}
		b.SetPart(part)
	}
	markLead(doc)
}

// endsPart reports whether a block after the beginning of part belongs to the body
// again. level is the level of the heading that began the part, 0 if none did.
func endsPart(part document.Part, b document.Block, h *document.Heading, level int, text string) bool {
	switch b := b.(type) {
	case *document.Table:
		// A table may hold the addresses of the contacts, side by side.
		return !(part == document.Contact && len(b.Rows) <= maxContact && holdsContact(b))
	case *document.List:
		return part == document.Contact && !holdsContact(b)
	case *document.Heading:
		if part == document.Contact {
			return false // a name set as a heading: inContactBlock decides
		}
		// A part begun by a line ends at any heading, one begun by a heading at a
		// heading of its level or above. Lower headings are subtitles.
		return level == 0 || h.Level <= level
	}
	if part == document.Contact {
		return utf8.RuneCountInString(text) > maxContactLine && !IsContactLine(text)
	}
	return announcesList(text)
}

// maxContactReach is the largest number of short lines (name, office, organisation)
// before a phone number or an address, or before the end of the release, that
// belong to the contact.
const maxContactReach = 4

// inContactBlock reports whether the first of blocks belongs to the contact above
// it: it holds an address, one follows soon, or the release ends here and it is no
// heading.
func inContactBlock(blocks []document.Block) bool {
	for i, b := range blocks {
		text, _ := document.BlockText(b)
		if i > maxContactReach {
			return false
		}
		if IsContactLine(text) || text == "" && holdsContact(b) {
			return true
		}
		if text == "" || utf8.RuneCountInString(text) > MaxTitleLine {
			return false
		}
	}
	_, heading := blocks[0].(*document.Heading)
	return !heading
}

// partStartedBy returns the part that a block with this text begins, Body if none.
func partStartedBy(text string, heading bool) document.Part {
	if text == "" {
		return document.Body
	}
	line, _, _ := strings.Cut(text, "\n")
	if !mayBeginPart(line) {
		return document.Body
	}
	if len(line) > 2*MaxTitleLine {
		line = line[:2*MaxTitleLine]
	}
	line = strings.TrimLeft(fold.Text(line), "*#>•-–— \"«/|")
	short := heading || utf8.RuneCountInString(line) <= MaxTitleLine
	if about := lexicon.AboutWhom(line); about != "" {
		if name, _, found := cutAny(about, ": ", " – ", " — ", " - "); found && utf8.RuneCountInString(name) <= MaxTitleLine {
			return document.Boilerplate
		}
		if short && !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, ",") {
			return document.Boilerplate
		}
		return document.Body
	}
	for _, start := range lexicon.ContactOpenings {
		rest, found := strings.CutPrefix(line, start)
		if !found || rest != "" && startsWithLetter(rest) {
			continue
		}
		if rest = strings.TrimLeft(rest, " )"); rest == "" || strings.HasPrefix(rest, ":") || heading || IsContactLine(text) ||
			short && !strings.HasSuffix(line, ".") && len(strings.Fields(rest)) <= 8 {
			return document.Contact
		}
	}
	return document.Body
}

// mayBeginPart reports whether a part may begin with line: it rules out most lines
// by their first letter.
func mayBeginPart(line string) bool {
	for i, r := range line {
		if unicode.IsLetter(r) {
			return lexicon.MayOpenPart(r)
		}
		if i > 16 {
			return false
		}
	}
	return false
}

// IsContactLine reports whether text holds a phone number or an address.
func IsContactLine(text string) bool {
	return strings.IndexByte(text, '@') > 0 || strings.Contains(text, "www.") || strings.Contains(text, "http") || hasPhoneNumber(text)
}

// minPhoneDigits is the number of figures of a French phone number; foreign ones
// have up to four more.
const minPhoneDigits = 10

// hasPhoneNumber reports whether text holds "06 78 61 38 26", "+33 (0)1 ..." or "01.02.03.04.05".
func hasPhoneNumber(text string) bool {
	n, pairs := 0, 0
	run := 0
	first := byte(0)
	flush := func() {
		if run == 2 {
			pairs++
		}
		run = 0
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			if n == 0 {
				first = c
				if i > 0 && text[i-1] == '+' {
					first = '+'
				}
			}
			n++
			run++
		case c == ' ' || c == '.' || c == '-' || c == '(' || c == ')' || c == '/' || c >= utf8.RuneSelf:
			flush()
		default:
			flush()
			if isPhone(n, pairs, first) {
				return true
			}
			n, pairs = 0, 0
		}
	}
	flush()
	return isPhone(n, pairs, first)
}

// isPhone reports whether n figures, of which pairs are the groups of two, are a
// phone number. first is their first figure, or '+'.
func isPhone(n, pairs int, first byte) bool {
	return n >= minPhoneDigits && n <= minPhoneDigits+4 && (first == '+' || first == '0' && (pairs >= 4 || pairs == 0))
}

// holdsContact reports whether a table or list holds a phone number or an address.
func holdsContact(b document.Block) bool {
	found := false
	switch b := b.(type) {
	case *document.Table:
		for i := range b.Rows {
			for j := range b.Rows[i].Cells {
				found = found || IsContactLine(b.Rows[i].Cells[j].Text())
			}
		}
	case *document.List:
		for i := range b.Items {
			found = found || IsContactLine(b.Items[i].Text())
		}
	}
	return found
}

// announcesList reports whether a line introduces an annex: "Liste des sites :".
func announcesList(text string) bool {
	if utf8.RuneCountInString(text) > MaxTitleLine {
		return false
	}
	return lexicon.OpensAnnex(fold.Text(text))
}

// startsWithLetter reports whether s begins with a letter.
func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// cutAny cuts s at the separator of seps that comes first in it.
func cutAny(s string, seps ...string) (before, after string, found bool) {
	at, width := -1, 0
	for _, sep := range seps {
		if k := strings.Index(s, sep); k >= 0 && (at < 0 || k < at) {
			at, width = k, len(sep)
		}
	}
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at+width:], true
}

// maxLeadBlocks is the largest number of blocks of a lead: letterhead, date, title,
// subtitles, first paragraph.
const maxLeadBlocks = 15

// markLead marks the lead: all blocks up to the first paragraph of prose, if that
// comes before any list or table.
func markLead(doc *document.Document) {
	n := 0
	for i, b := range doc.Blocks {
		switch b.InPart() {
		case document.Body:
		case document.Furniture, document.Header, document.Footer:
			continue
		default:
			return
		}
		p, ok := b.(*document.Paragraph)
		switch b.(type) {
		case *document.List, *document.Table:
			return
		}
		if n++; n > maxLeadBlocks {
			return
		}
		if ok && isProse(p.Text()) {
			for _, c := range doc.Blocks[:i+1] {
				if c.InPart() == document.Body {
					c.SetPart(document.Lead)
				}
			}
			return
		}
	}
}

// isProse reports whether text is a paragraph of sentences.
func isProse(text string) bool {
	if utf8.RuneCountInString(text) >= minProseLen {
		return true
	}
	const fewWords = 12
	return len(strings.Fields(text)) >= fewWords && strings.HasSuffix(strings.TrimSpace(text), ".")
}

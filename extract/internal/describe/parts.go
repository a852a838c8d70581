// This file says which part of the release each block stands in: lead, body,
// what the issuer says of itself, press contact, running headers and footers.
// It works on blocks, so it is the same for every format. A part that the reader
// has set itself (navigation, a page's footer) stays.

package describe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
)

// Lengths in letters by which lines are told from prose.
const (
	MaxTitleLine   = 120 // a heading of a part: "À propos de l'Union nationale des PIMMS"
	maxContactLine = 200 // a line of a contact block: names, offices, addresses
	minProse       = 160 // a first paragraph, not a line of the letterhead
	maxContact     = 25  // blocks of a contact part
)

// partition sets the parts of all blocks.
func partition(doc *document.Document) {
	runningLines(doc)
	part := document.Body
	inContact := 0
	level := 0 // of the heading that began the part, 0 if it was no heading
	for i, b := range doc.Blocks {
		if b.InPart() != document.Body {
			continue
		}
		text, h := document.BlockText(b)
		switch begins := partBegun(text, h != nil); {
		case begins != document.Body:
			part, inContact, level = begins, 0, 0
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
			if inContact++; inContact > maxContact {
				part = document.Body
				continue
			}
		}
		b.SetPart(part)
	}
	lead(doc)
}

// endsPart reports whether a block after a part's beginning belongs to the body
// again.
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
		// A title line that no heading began ends at any heading; a heading ends
		// at one of its own rank. A heading right under it is a sub-title.
		return level == 0 || h.Level <= level
	}
	if part == document.Contact {
		return utf8.RuneCountInString(text) > maxContactLine && !IsContactLine(text)
	}
	return announcesList(text)
}

// contactReach is over how many blocks a phone number or address speaks for the
// short lines above it (name, office, organisation), and how many such lines may
// end a release.
const contactReach = 4

// inContactBlock reports whether the first of blocks belongs to the contact
// block above it: it holds an address itself, one follows soon, or it is no
// heading and the release ends here.
func inContactBlock(blocks []document.Block) bool {
	for i, b := range blocks {
		text, _ := document.BlockText(b)
		if i > contactReach {
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

// partBegun says which part a block begins, Body if none.
func partBegun(text string, heading bool) document.Part {
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
	if about := aboutWhom(line); about != "" {
		if name, _, found := cutAny(about, ": ", " – ", " — ", " - "); found && utf8.RuneCountInString(name) <= MaxTitleLine {
			return document.Boilerplate
		}
		if short && !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, ",") {
			return document.Boilerplate
		}
		return document.Body
	}
	for _, start := range contactStarts {
		rest, found := strings.CutPrefix(line, start)
		if !found || rest != "" && isLetter(rest) {
			continue
		}
		if rest = strings.TrimLeft(rest, " )"); rest == "" || strings.HasPrefix(rest, ":") || heading || IsContactLine(text) ||
			short && !strings.HasSuffix(line, ".") && len(strings.Fields(rest)) <= 8 {
			return document.Contact
		}
	}
	return document.Body
}

// contactStarts are the folded words that open a contact block. A bare "contact"
// must stand alone or before a colon, see partBegun.
var contactStarts = []string{
	"contact presse", "contacts presse", "contact medias", "contacts medias", "contact media", "contacts media",
	"contact de presse", "contacts de presse", "contact communication", "contacts communication", "contact pour la presse", "contacts pour la presse",
	"contact(s) presse", "votre contact presse", "vos contacts presse", "relations presse", "relation presse", "relations avec la presse", "relations medias",
	"service de presse", "service presse", "attachee de presse", "attache de presse", "bureau de presse",
	"press contact", "press contacts", "media contact", "media contacts", "press office", "media relations", "press enquiries", "media inquiries", "for more information, contact", "for further information",
	"contacts", "contact", "informations presse", "pour tout renseignement", "pour toute information",
}

// mayBeginPart tells most lines apart by their first letter.
func mayBeginPart(line string) bool {
	for i, r := range line {
		if unicode.IsLetter(r) {
			return strings.ContainsRune("aàvcrsbpmfAÀVCRSBPMFiI", r)
		}
		if i > 16 {
			return false
		}
	}
	return false
}

// aboutWhom returns what follows "à propos de" in a folded line, "" if nothing.
func aboutWhom(line string) string {
	for _, start := range []string{"a propos de ", "a propos d'", "a propos du ", "a propos des ", "a propos : ", "about "} {
		if rest, ok := strings.CutPrefix(line, start); ok {
			return rest
		}
	}
	if line == "a propos" || line == "about" || line == "about us" {
		return line
	}
	return ""
}

// IsContactLine reports whether text holds a phone number or an address.
func IsContactLine(text string) bool {
	return strings.IndexByte(text, '@') > 0 || strings.Contains(text, "www.") || strings.Contains(text, "http") || phoneNumber(text)
}

// phoneFigures are how many figures a French number has, and the least of others.
const phoneFigures = 10

// phoneNumber reports whether text holds "06 78 61 38 26", "+33 (0)1 ..." or "01.02.03.04.05".
func phoneNumber(text string) bool {
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

func isPhone(n, pairs int, first byte) bool {
	return n >= phoneFigures && n <= phoneFigures+4 && (first == '+' || first == '0' && (pairs >= 4 || pairs == 0))
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

// announcesList reports whether a line leads over to an annex: "Liste des sites :".
func announcesList(text string) bool {
	if utf8.RuneCountInString(text) > MaxTitleLine {
		return false
	}
	line := fold.Text(text)
	return strings.HasPrefix(line, "annexe") || strings.HasPrefix(line, "liste d") || strings.HasPrefix(line, "list of") || strings.HasPrefix(line, "appendix") || strings.HasPrefix(line, "la liste d")
}

func isLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// cutAny cuts s at the first of seps.
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

// maxLead is how many blocks a lead may have: letterhead, date, title, sub-titles,
// first paragraph.
const maxLead = 15

// lead marks what stands before the body: all blocks up to the first paragraph of
// prose, if one comes before any list or table.
func lead(doc *document.Document) {
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
		if n++; n > maxLead {
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
	if utf8.RuneCountInString(text) >= minProse {
		return true
	}
	const fewWords = 12
	return len(strings.Fields(text)) >= fewWords && strings.HasSuffix(strings.TrimSpace(text), ".")
}

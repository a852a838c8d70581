// Issuer and press contact.

package describe

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// findContact sets the lines of the press contact, without the heading above them.
func findContact(doc *document.Document) {
	if doc.Meta.Contact != nil {
		return
	}
	keepLines := func(text string, at document.Pos) {
		for _, line := range strings.Split(text, "\n") {
			if line = strings.TrimSpace(line); line != "" && len(doc.Meta.Contact) < 2*maxContact {
				doc.Meta.Contact = append(doc.Meta.Contact, document.Text{Text: line, At: at})
			}
			if at.Line > 0 {
				at.Line++
			}
		}
	}
	for _, b := range doc.Blocks {
		if b.InPart() != document.Contact {
			continue
		}
		switch b := b.(type) {
		case *document.Heading:
			if partStartedBy(b.Text(), true) != document.Contact {
				keepLines(b.Text(), b.At)
			}
		case *document.Paragraph:
			keepLines(cutContactLabel(b.Text()), b.At)
		case *document.List:
			for i := range b.Items {
				keepLines(b.Items[i].Text(), b.Items[i].At)
			}
		case *document.Table:
			for i := range b.Rows {
				for j := range b.Rows[i].Cells {
					keepLines(b.Rows[i].Cells[j].Text(), b.Rows[i].At)
				}
			}
		}
	}
}

// cutContactLabel cuts "Contact presse :" off the first line. If that line is only
// the label, its line end stays, because it counts for the lines below.
func cutContactLabel(text string) string {
	first, rest, more := strings.Cut(text, "\n")
	if partStartedBy(first, false) != document.Contact {
		return text
	}
	label, value, _ := cutAny(first, ":", " – ", " — ", " - ")
	if IsContactLine(label) {
		return text
	}
	if more {
		return value + "\n" + rest
	}
	return value
}

// findIssuer sets the issuer: the letterhead, else the subject of "À propos de",
// else the organisation in the press contact.
func findIssuer(doc *document.Document, lines []metaLine, dated int) {
	if doc.Meta.Issuer.Text != "" {
		return
	}
	for i := range lines {
		l := &lines[i]
		if l.tail || l.prose || l.text == doc.Meta.Title.Text || l.at.Same(doc.Meta.Title.At) {
			break
		}
		if lexicon.OpensOrganisation(l.folded) && i != dated {
			doc.Meta.Issuer = document.Text{Text: l.text, At: l.at}
			return
		}
	}
	for _, b := range doc.Blocks {
		if b.InPart() != document.Boilerplate {
			continue
		}
		text, h := document.BlockText(b)
		if partStartedBy(text, h != nil) != document.Boilerplate {
			continue
		}
		if name := aboutName(text); name != "" {
			doc.Meta.Issuer = document.Text{Text: name, At: b.Pos()}
			return
		}
	}
	for _, c := range doc.Meta.Contact {
		if f := fold.Text(c.Text); lexicon.OpensOrganisation(f) && !IsContactLine(c.Text) {
			doc.Meta.Issuer = c
			return
		}
	}
}

// aboutName returns X of "À propos de l'X", as printed, "" if there is none.
func aboutName(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	text = strings.TrimLeft(text, "*#>•-–— \"«/|")
	words := strings.Fields(text)
	if len(words) < 2 {
		return ""
	}
	skip := 1
	if fold.Text(words[0]) != "about" {
		skip = 2
	}
	if skip > len(words) {
		return ""
	}
	rest := strings.Join(words[skip:], " ")
	cut := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if n := len(p); len(rest) > n && strings.EqualFold(rest[:n], p) {
				rest = rest[n:]
				return true
			}
		}
		return false
	}
	if skip == 2 {
		if !cut("du ", "des ") && cut("de ", "d'", "d’") {
			// "de La Poste": the article is part of the name if it has a capital.
			if strings.HasPrefix(rest, "la ") || strings.HasPrefix(rest, "le ") || strings.HasPrefix(rest, "les ") {
				_, rest, _ = strings.Cut(rest, " ")
			} else {
				cut("l'", "l’")
			}
		}
	} else if strings.HasPrefix(rest, "the ") {
		rest = rest[len("the "):]
	}
	rest, _, _ = cutAny(rest, " :", ": ", " – ", " — ", " - ")
	return strings.TrimRight(strings.TrimSpace(rest), " :.*»\"")
}

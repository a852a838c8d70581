// This file finds who publishes a release and whom to ask.

package describe

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
)

// isOrganisation reports whether a folded line begins as the name of an office does.
func isOrganisation(line string) bool {
	for _, start := range []string{
		"ministere", "prefecture", "prefet", "prefete", "secretariat d'etat", "secretaire d'etat", "republique francaise", "premier ministre",
		"agence nationale", "agence ", "conseil departemental", "conseil regional", "region ", "departement ", "mairie", "ville de", "union nationale", "federation",
		"grande chancellerie", "direction ", "service de presse", "cabinet", "institut ", "banque de", "caisse ", "groupe ", "association ", "fondation ", "universite ", "ministry", "department of", "u.s. department", "office ", "bureau of", "european commission", "commission europeenne",
	} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

// findContact keeps the lines of the press contact, without the heading over them.
func findContact(doc *document.Document) {
	if doc.Meta.Contact != nil {
		return
	}
	add := func(text string, at document.Pos) {
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
			if partBegun(b.Text(), true) != document.Contact {
				add(b.Text(), b.At)
			}
		case *document.Paragraph:
			add(withoutLabel(b.Text()), b.At)
		case *document.List:
			for i := range b.Items {
				add(b.Items[i].Text(), b.Items[i].At)
			}
		case *document.Table:
			for i := range b.Rows {
				for j := range b.Rows[i].Cells {
					add(b.Rows[i].Cells[j].Text(), b.Rows[i].At)
				}
			}
		}
	}
}

// withoutLabel cuts "Contact presse :" off the first line. A line that is only
// the label leaves its line end, so that the lines below keep their numbers.
func withoutLabel(text string) string {
	first, rest, more := strings.Cut(text, "\n")
	if partBegun(first, false) != document.Contact {
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

// findIssuer finds who publishes: the letterhead, else whom the release tells
// about itself, else the organisation in the press contact.
func findIssuer(doc *document.Document, lines []metaLine, dated int) {
	if doc.Meta.Issuer.Text != "" {
		return
	}
	for i := range lines {
		l := &lines[i]
		if l.tail || l.prose || l.text == doc.Meta.Title.Text || l.at.Same(doc.Meta.Title.At) {
			break
		}
		if isOrganisation(l.folded) && i != dated {
			doc.Meta.Issuer = document.Text{Text: l.text, At: l.at}
			return
		}
	}
	for _, b := range doc.Blocks {
		if b.InPart() != document.Boilerplate {
			continue
		}
		text, h := document.BlockText(b)
		if partBegun(text, h != nil) != document.Boilerplate {
			continue
		}
		if name := aboutName(text); name != "" {
			doc.Meta.Issuer = document.Text{Text: name, At: b.Pos()}
			return
		}
	}
	for _, c := range doc.Meta.Contact {
		if f := fold.Text(c.Text); isOrganisation(f) && !IsContactLine(c.Text) {
			doc.Meta.Issuer = c
			return
		}
	}
}

// aboutName returns X of "À propos de l'X", as printed.
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

// Limits of the weekday check, which reads all prose.
const (
	maxWeekdayProse = 1 << 20 // bytes
	maxDates        = 200     // in one block
)

// This file finds what a release says of itself: the lines in which it may say
// it, and the title. Date and place are found in meta_date.go, issuer and contact
// in meta_issuer.go. Every value is a piece of printed text with its place; what
// is not printed stays empty, and what the reader has set stays as it is.

package describe

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
)

// describe fills in the document's language, parts and Meta.
func Document(doc *document.Document) {
	partition(doc)
	if doc.Language == "" {
		doc.Language = Language(doc)
	}
	lines := metaLines(doc)
	dated := findRelease(doc, lines)
	findTitle(doc, lines, dated)
	findContact(doc)
	findIssuer(doc, lines, dated)
	checkWeekdays(doc)
}

// Limits of the search for Meta: it is printed at the beginning, and sometimes
// at the very end.
const (
	headBlocks = 25
	tailBlocks = 12
	maxLine    = 400 // bytes of a line that are looked at
)

// A metaLine is one printed line near the beginning or end of the release.
type metaLine struct {
	text   string
	folded string
	at     document.Pos
	level  int  // of a heading, 0 if none
	bold   bool // all of it
	whole  string
	lines  int  // of its block
	prose  bool // the block is running text
	tail   bool // at the end of the release
	part   document.Part
}

// metaLines gathers the lines in which Meta is looked for.
func metaLines(doc *document.Document) []metaLine {
	var lines []metaLine
	taken := map[int]bool{}
	take := func(i int, tail bool) {
		b := doc.Blocks[i]
		if part := b.InPart(); taken[i] || part == document.Furniture || part == document.Footer {
			return
		}
		taken[i] = true
		var runs []document.Run
		level := 0
		switch b := b.(type) {
		case *document.Heading:
			runs, level = b.Runs, b.Level
		case *document.Paragraph:
			runs = b.Runs
		default:
			return
		}
		text := document.Plain(runs)
		bold := true
		for _, r := range runs {
			bold = bold && (r.Style.Has(document.Bold) || strings.TrimSpace(r.Text) == "")
		}
		at := b.Pos()
		parts := strings.SplitN(text, "\n", maxContact)
		for _, line := range parts {
			if len(line) > maxLine {
				line = strings.ToValidUTF8(line[:maxLine], "")
			}
			if t := strings.TrimSpace(line); t != "" {
				lines = append(lines, metaLine{
					text: t, folded: fold.Text(t), at: at, level: level, bold: bold, whole: text, lines: len(parts),
					prose: level == 0 && isProse(t), tail: tail, part: b.InPart(),
				})
			}
			if at.Line > 0 {
				at.Line++
			}
		}
	}
	n := 0
	for i := 0; i < len(doc.Blocks) && n < headBlocks; i++ {
		if doc.Blocks[i].InPart() == document.Furniture {
			continue
		}
		n++
		take(i, false)
	}
	for i := max(0, len(doc.Blocks)-tailBlocks); i < len(doc.Blocks); i++ {
		take(i, true)
	}
	return lines
}

// isKicker reports whether a folded line only says that this is a release.
func isKicker(line string) bool {
	line = strings.TrimLeft(line, " *_#|–—-•«\"[(")
	for _, k := range kickers {
		rest, ok := strings.CutPrefix(line, k)
		if !ok || isLetter(rest) {
			continue
		}
		return rest == "" || len(strings.Fields(rest)) <= 6 && !strings.Contains(rest, ":") || len(strings.Fields(rest)) <= 2
	}
	return false
}

// afterKicker returns the title in "Communiqué de presse : 13 PIMMS ...", "" if
// the line is no such.
func afterKicker(l *metaLine) string {
	for _, k := range kickers {
		if strings.HasPrefix(l.folded, k) {
			_, rest, found := cutAny(l.text, ": ", " – ", " — ", " - ", " | ")
			rest = strings.TrimSpace(rest)
			if found && len(strings.Fields(rest)) >= minTitleWords && len(forms.FindDates(rest, 1)) == 0 {
				return rest
			}
		}
	}
	return ""
}

// What a title looks like.
const (
	minTitleWords = 3
	maxTitle      = 250 // letters
	maxTitleLines = 3
)

// findTitle finds the headline: the best of the lines above the first paragraph.
func findTitle(doc *document.Document, lines []metaLine, dated int) {
	if doc.Meta.Title.Text != "" {
		return
	}
	best, found, title := 0, -1, ""
	kicker := -1
	for i := range lines {
		l := &lines[i]
		if l.tail {
			break
		}
		if isKicker(l.folded) {
			kicker = i
			continue
		}
		if l.prose && l.level == 0 && !l.bold {
			break
		}
		if rest := afterKicker(l); rest != "" {
			doc.Meta.Title = document.Text{Text: rest, At: l.at}
			return
		}
		if i > 0 && lines[i-1].whole == l.whole && lines[i-1].at.Line+1 == l.at.Line && l.lines > 1 && l.lines <= maxTitleLines && found == i-1 {
			// The headline goes on in the next line of its block.
			title += " " + l.text
			found = i
			continue
		}
		if score := titleScore(l, i, kicker, dated); score > best {
			best, found, title = score, i, l.text
		}
	}
	if found < 0 {
		return
	}
	at := lines[found].at
	for k := found; k > 0 && lines[k-1].whole == lines[found].whole && strings.HasPrefix(title, lines[k-1].text); k-- {
		at = lines[k-1].at
	}
	doc.Meta.Title = document.Text{Text: strings.TrimSpace(title), At: at}
}

// titleScore says how much a line looks like the headline; 0 if it is none.
func titleScore(l *metaLine, i, kicker, dated int) int {
	words := len(strings.Fields(l.text))
	n := utf8.RuneCountInString(l.text)
	switch {
	case i == dated, n > maxTitle, l.part == document.Contact, l.part == document.Header, IsContactLine(l.text), IsPageNumber(l.text, 0):
		return 0
	case words < minTitleWords && l.level == 0 && !l.bold:
		return 0
	case words < 2, l.part == document.Boilerplate, strings.Contains(l.folded, "embargo"):
		return 0
	}
	score := 10
	switch {
	case l.level == 1:
		score += 8
	case l.level == 2:
		score += 5
	case l.level > 2, l.bold:
		score += 3
	}
	if kicker >= 0 || dated >= 0 && i > dated {
		score += 3 // above them stands the letterhead
	}
	if words >= 5 {
		score += 3
	}
	if strings.HasSuffix(l.text, ".") && l.level == 0 {
		score -= 3
	}
	if strings.HasSuffix(l.text, ":") || strings.HasSuffix(l.text, ";") {
		score -= 6
	}
	if isOrganisation(l.folded) && words < 8 {
		score -= 5
	}
	if strings.HasPrefix(l.text, "(") || strings.HasPrefix(l.text, "*") {
		return 0
	}
	return max(score-i/2, 1)
}

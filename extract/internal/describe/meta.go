// Meta: the lines in which a release describes itself, and its title. meta_date.go
// finds date and place, meta_issuer.go issuer and contact.

package describe

import (
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// Document sets the language, the parts and the Meta of doc, and adds issues for
// weekdays that are wrong.
func Document(doc *document.Document) {
	assignParts(doc)
	if doc.Language == "" {
		doc.Language = Language(doc)
	}
	lines := collectLines(doc)
	dated := findDateAndPlace(doc, lines)
	findTitle(doc, lines, dated)
	findContact(doc)
	findIssuer(doc, lines, dated)
	checkWeekdays(doc)
}

// Limits of the search for Meta, which is printed at the beginning and sometimes
// at the very end of a release.
const (
	maxHeadBlocks = 25  // blocks from the beginning: a letterhead and what follows it
	maxTailBlocks = 12  // blocks from the end: a signature with place and date
	maxLineLen    = 400 // bytes that are looked at of a line
)

// A metaLine is one printed line near the beginning or the end of the release.
type metaLine struct {
	text   string
	folded string
	at     document.Pos
	level  int    // of its heading, 0 if it is none
	bold   bool   // the whole block is bold
	whole  string // text of its block
	lines  int    // number of lines of its block
	prose  bool   // the line is running text
	tail   bool   // it is near the end of the release
	part   document.Part
}

// collectLines returns the lines in which Meta is looked for.
func collectLines(doc *document.Document) []metaLine {
	var lines []metaLine
	taken := map[int]bool{}
	collect := func(i int, tail bool) {
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
			if len(line) > maxLineLen {
				line = strings.ToValidUTF8(line[:maxLineLen], "")
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
	for i := 0; i < len(doc.Blocks) && n < maxHeadBlocks; i++ {
		if doc.Blocks[i].InPart() == document.Furniture {
			continue
		}
		n++
		collect(i, false)
	}
	for i := max(0, len(doc.Blocks)-maxTailBlocks); i < len(doc.Blocks); i++ {
		collect(i, true)
	}
	return lines
}

// isKicker reports whether a folded line says only that this is a release.
func isKicker(line string) bool {
	line = strings.TrimLeft(line, " *_#|–—-•«\"[(")
	for _, k := range lexicon.Kickers {
		rest, ok := strings.CutPrefix(line, k)
		if !ok || startsWithLetter(rest) {
			continue
		}
		return rest == "" || len(strings.Fields(rest)) <= 6 && !strings.Contains(rest, ":") || len(strings.Fields(rest)) <= 2
	}
	return false
}

// afterKicker returns the title in "Communiqué de presse : 13 PIMMS ...", "" if
// the line does not begin with a kicker or no title follows it.
func afterKicker(l *metaLine) string {
	for _, k := range lexicon.Kickers {
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

// Limits of a title.
const (
	minTitleWords = 3   // words of a line that is neither bold nor a heading
	maxTitleLen   = 250 // letters; longer lines are prose
	maxTitleLines = 3   // lines over which it is wrapped
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
			// The headline continues in the next line of its block.
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

// titleScore returns how much a line looks like the headline, 0 if it is none.
// Points are relative to each other only: a heading of level 1 outweighs all else.
func titleScore(l *metaLine, i, kicker, dated int) int {
	words := len(strings.Fields(l.text))
	n := utf8.RuneCountInString(l.text)
	switch {
	case i == dated, n > maxTitleLen, l.part == document.Contact, l.part == document.Header, IsContactLine(l.text), IsPageNumber(l.text, 0):
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
		score += 3 // only the letterhead comes before the kicker or the date
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
	if lexicon.OpensOrganisation(l.folded) && words < 8 {
		score -= 5
	}
	if strings.HasPrefix(l.text, "(") || strings.HasPrefix(l.text, "*") {
		return 0
	}
	return max(score-i/2, 1)
}

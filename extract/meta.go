// This file finds what a release says of itself: title, date, place, issuer,
// contact. Every value is a piece of printed text with its place; what is not
// printed stays empty, and what the reader has set stays as it is.

package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// describe fills in the document's language, parts and Meta.
func describe(doc *Document) {
	partition(doc)
	if doc.Language == "" {
		doc.Language = language(doc)
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
	at     Pos
	level  int  // of a heading, 0 if none
	bold   bool // all of it
	whole  string
	lines  int  // of its block
	prose  bool // the block is running text
	tail   bool // at the end of the release
	part   Part
}

// metaLines gathers the lines in which Meta is looked for.
func metaLines(doc *Document) []metaLine {
	var lines []metaLine
	taken := map[int]bool{}
	take := func(i int, tail bool) {
		b := doc.Blocks[i]
		if part := b.InPart(); taken[i] || part == Furniture || part == Footer {
			return
		}
		taken[i] = true
		var runs []Run
		level := 0
		switch b := b.(type) {
		case *Heading:
			runs, level = b.Runs, b.Level
		case *Paragraph:
			runs = b.Runs
		default:
			return
		}
		text := Plain(runs)
		bold := true
		for _, r := range runs {
			bold = bold && (r.Style.Has(Bold) || strings.TrimSpace(r.Text) == "")
		}
		at := b.Pos()
		parts := strings.SplitN(text, "\n", maxContact)
		for _, line := range parts {
			if len(line) > maxLine {
				line = strings.ToValidUTF8(line[:maxLine], "")
			}
			if t := strings.TrimSpace(line); t != "" {
				lines = append(lines, metaLine{
					text: t, folded: fold(t), at: at, level: level, bold: bold, whole: text, lines: len(parts),
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
		if doc.Blocks[i].InPart() == Furniture {
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

// How sure it is that a line's date is the release's own.
const (
	noDate      = iota
	inShortLine // "Communiqué du 12 mai 2020, bilan"
	dateAlone   // "Publié le 12 mai 2020", "12 mai 2020"
	dateline    // "PARIS, le 12 mai 2020 – Le réseau ..."
	placeDate   // "Paris, mercredi 14 octobre 2020"
)

// maxShortLine is the longest line that is no prose though a date stands in it, in letters.
const maxShortLine = 80

// findRelease finds the release's own date and place: those of the place-and-date
// line, not any date. It returns the index of the line, -1 if there is none.
func findRelease(doc *Document, lines []metaLine) int {
	best, found, place := noDate, -1, ""
	var date Date
	for i := range lines {
		l := &lines[i]
		rank, d, where := rankDate(l)
		if rank > best {
			best, found, place = rank, i, where
			date = Date{ISO: d.iso(), Text: l.text[d.from:d.to], At: l.at}
		}
	}
	if found < 0 {
		return -1
	}
	if doc.Meta.Date.ISO == "" {
		doc.Meta.Date = date
	}
	if doc.Meta.Place.Text == "" && place != "" {
		doc.Meta.Place = Text{Text: place, At: lines[found].at}
	}
	return found
}

// rankDate says how much the date in a line looks like the release's own.
func rankDate(l *metaLine) (rank int, d printedDate, place string) {
	text := l.text
	if l.prose {
		const opening = 80 // bytes in which the dateline of a paragraph ends
		text = strings.ToValidUTF8(text[:min(len(text), opening)], "")
	}
	dates := findDates(text, 2)
	if len(dates) == 0 {
		return noDate, d, ""
	}
	d = dates[0]
	if strings.Contains(l.folded, "embargo") { // released then, if nothing says when
		if l.tail || len(dates) > 1 {
			return noDate, d, ""
		}
		return inShortLine, d, ""
	}
	before := strings.TrimSpace(text[:d.from])
	after := strings.TrimLeft(text[d.to:], " \u00a0.,")
	place, lead := splitPlace(before)
	switch {
	case place != "" && (after == "" || after == ")"):
		return placeDate, d, place
	case place != "" && startsDash(after) && !l.tail:
		return dateline, d, place
	case place != "" && strings.HasPrefix(after, "(") && !l.tail: // PARIS, Feb. 5, 2021 (GLOBE NEWSWIRE)
		return dateline, d, place
	case l.tail || l.prose || len(dates) > 1:
		return noDate, d, ""
	case after == "" && (lead == "" || isDateLead(lead)):
		return dateAlone, d, ""
	case utf8.RuneCountInString(l.text) <= maxShortLine && isKicker(l.folded):
		return dateAlone, d, ""
	case utf8.RuneCountInString(l.text) <= maxShortLine && lead == "" && (startsDash(after) || strings.HasPrefix(after, "|")):
		return inShortLine, d, ""
	}
	return noDate, d, ""
}

// isDateLead reports whether text only leads to the date of the release:
// "Publié le", "Communiqué de presse –", "Date :".
func isDateLead(text string) bool {
	text = strings.TrimRight(fold(text), " :–—-|,")
	for _, start := range []string{"publie", "publication", "date", "mis en ligne", "communique", "published", "press release", "release date", "posted", "fait", "le", "on", "du", "dossier de presse", "information presse"} {
		if strings.HasPrefix(text, start) && len(strings.Fields(text)) <= 6 {
			return true
		}
	}
	return false
}

func startsDash(s string) bool {
	for _, dash := range []string{"–", "—", "- ", "-- ", "/", ": "} {
		if strings.HasPrefix(s, dash) {
			return true
		}
	}
	return false
}

// maxPlaceWords is how many words a place has: "Saint-Denis de La Réunion".
const maxPlaceWords = 5

// splitPlace divides what stands before a date into a place and what else there
// is: "Communiqué de presse – Fait à Paris, le" is Paris. Without a comma, or an
// article before the date, the last word is no place.
func splitPlace(before string) (place, lead string) {
	text := strings.TrimSpace(before)
	article := false
	for _, a := range []string{" le", " Le", " on", ", le", ",le", " LE"} {
		if rest, ok := strings.CutSuffix(text, a); ok {
			text, article = rest, true
			break
		}
	}
	trimmed := strings.TrimRight(text, " ,")
	comma := strings.HasSuffix(strings.TrimRight(text, " "), ",") || article && strings.HasSuffix(strings.TrimSpace(before), ", le")
	if !comma && !article {
		return "", before
	}
	text = trimmed
	for _, sep := range []string{"–", "—", " - ", ":", "|", "•"} {
		if k := strings.LastIndex(text, sep); k >= 0 {
			text = text[k+len(sep):]
		}
	}
	text = strings.TrimSpace(text)
	for _, start := range []string{"Fait à ", "Fait a ", "À ", "A ", "à ", "Done at "} {
		if rest, ok := strings.CutPrefix(text, start); ok {
			text, comma = rest, true
			break
		}
	}
	text = strings.TrimSpace(strings.Trim(text, "(*_ "))
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > maxPlaceWords || strings.ContainsAny(text, "0123456789@!?;") {
		return "", before
	}
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) || isKicker(fold(text)) || isDateLead(text) || !comma && len(words) > 2 {
		return "", before
	}
	return text, ""
}

// kickers are the folded words that say what kind of text this is; they are no title.
var kickers = []string{
	"communique de presse", "communique", "communiques de presse", "press release", "news release", "dossier de presse",
	"information presse", "information a la presse", "informations presse", "note aux redactions", "invitation presse", "invitation a la presse",
	"note de presse", "for immediate release", "pour diffusion immediate", "diffusion immediate", "embargo", "sous embargo", "infos presse", "info presse",
	"media advisory", "media release", "point presse", "transcription", "cp ",
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
			if found && len(strings.Fields(rest)) >= minTitleWords && len(findDates(rest, 1)) == 0 {
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
func findTitle(doc *Document, lines []metaLine, dated int) {
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
			doc.Meta.Title = Text{Text: rest, At: l.at}
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
	doc.Meta.Title = Text{Text: strings.TrimSpace(title), At: at}
}

// titleScore says how much a line looks like the headline; 0 if it is none.
func titleScore(l *metaLine, i, kicker, dated int) int {
	words := len(strings.Fields(l.text))
	n := utf8.RuneCountInString(l.text)
	switch {
	case i == dated, n > maxTitle, l.part == Contact, l.part == Header, isContactLine(l.text), isPageNumber(l.text, 0):
		return 0
	case words < minTitleWords && l.level == 0 && !l.bold:
		return 0
	case words < 2, l.part == Boilerplate, strings.Contains(l.folded, "embargo"):
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
func findContact(doc *Document) {
	if doc.Meta.Contact != nil {
		return
	}
	add := func(text string, at Pos) {
		for _, line := range strings.Split(text, "\n") {
			if line = strings.TrimSpace(line); line != "" && len(doc.Meta.Contact) < 2*maxContact {
				doc.Meta.Contact = append(doc.Meta.Contact, Text{Text: line, At: at})
			}
			if at.Line > 0 {
				at.Line++
			}
		}
	}
	for _, b := range doc.Blocks {
		if b.InPart() != Contact {
			continue
		}
		switch b := b.(type) {
		case *Heading:
			if partBegun(b.Text(), true) != Contact {
				add(b.Text(), b.At)
			}
		case *Paragraph:
			add(withoutLabel(b.Text()), b.At)
		case *List:
			for i := range b.Items {
				add(b.Items[i].Text(), b.Items[i].At)
			}
		case *Table:
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
	if partBegun(first, false) != Contact {
		return text
	}
	label, value, _ := cutAny(first, ":", " – ", " — ", " - ")
	if isContactLine(label) {
		return text
	}
	if more {
		return value + "\n" + rest
	}
	return value
}

// findIssuer finds who publishes: the letterhead, else whom the release tells
// about itself, else the organisation in the press contact.
func findIssuer(doc *Document, lines []metaLine, dated int) {
	if doc.Meta.Issuer.Text != "" {
		return
	}
	for i := range lines {
		l := &lines[i]
		if l.tail || l.prose || l.text == doc.Meta.Title.Text || l.at.Same(doc.Meta.Title.At) {
			break
		}
		if isOrganisation(l.folded) && i != dated {
			doc.Meta.Issuer = Text{Text: l.text, At: l.at}
			return
		}
	}
	for _, b := range doc.Blocks {
		if b.InPart() != Boilerplate {
			continue
		}
		text, h := partText(b)
		if partBegun(text, h != nil) != Boilerplate {
			continue
		}
		if name := aboutName(text); name != "" {
			doc.Meta.Issuer = Text{Text: name, At: b.Pos()}
			return
		}
	}
	for _, c := range doc.Meta.Contact {
		if f := fold(c.Text); isOrganisation(f) && !isContactLine(c.Text) {
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
	if fold(words[0]) != "about" {
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

// checkWeekdays reports the dates whose weekday is not the calendar's.
func checkWeekdays(doc *Document) {
	read := 0
	for _, b := range doc.Blocks {
		text, _ := partText(b)
		if read += len(text); read > maxWeekdayProse {
			return
		}
		for _, d := range findDates(text, maxDates) {
			if d.weekday < 0 || d.day == 0 || d.weekday == int(d.actualWeekday()) {
				continue
			}
			at := b.Pos()
			if at.Line > 0 {
				at.Line += int32(strings.Count(text[:d.from], "\n"))
			}
			printed := text[d.from:d.to]
			doc.Issues = append(doc.Issues, Issue{
				At: at, Code: "weekday", Text: printed,
				Why: fmt.Sprintf("%q: %s was a %s; the weekday or the date is wrong", printed, d.iso(), d.weekdayName(doc.Language)),
			})
		}
	}
}

// weekdayName is the calendar's weekday in the release's language.
func (d printedDate) weekdayName(language string) string {
	day := d.actualWeekday()
	if language == "fr" {
		return [...]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"}[day]
	}
	return day.String()
}

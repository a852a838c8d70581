// Date and place: the release's own among all dates printed in it, and a check of
// printed weekdays against the calendar.

package describe

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// Ranks of a line's date: the higher, the surer it is the release's own.
const (
	noDate      = iota
	inShortLine // "12 mai 2020 | Bilan"
	dateAlone   // "Publié le 12 mai 2020", "12 mai 2020"
	dateline    // "PARIS, le 12 mai 2020 – Le réseau ..."
	placeDate   // "Paris, mercredi 14 octobre 2020"
)

// maxShortLine is the largest number of letters of a line with a date and other
// words that is still no prose.
const maxShortLine = 80

// findDateAndPlace finds the release's own date and place, those of the line with
// the highest rank. It returns the index of that line, -1 if there is none.
func findDateAndPlace(doc *document.Document, lines []metaLine) int {
	best, found, place := noDate, -1, ""
	var date document.Date
	for i := range lines {
		l := &lines[i]
		rank, d, where := rankDate(l)
		if rank > best {
			best, found, place = rank, i, where
			date = document.Date{ISO: d.ISO(), Text: l.text[d.From:d.To], At: l.at}
		}
	}
	if found < 0 {
		return -1
	}
	if doc.Meta.Date.ISO == "" {
		doc.Meta.Date = date
	}
	if doc.Meta.Place.Text == "" && place != "" {
		doc.Meta.Place = document.Text{Text: place, At: lines[found].at}
	}
	return found
}

// rankDate returns the rank of the date in a line, the date, and the place before it.
func rankDate(l *metaLine) (rank int, d forms.PrintedDate, place string) {
	text := l.text
	if l.prose {
		const opening = 80 // bytes of a paragraph in which its dateline ends
		text = strings.ToValidUTF8(text[:min(len(text), opening)], "")
	}
	dates := forms.FindDates(text, 2)
	if len(dates) == 0 {
		return noDate, d, ""
	}
	d = dates[0]
	if strings.Contains(l.folded, "embargo") { // the date of release, unless another line has a better one
		if l.tail || len(dates) > 1 {
			return noDate, d, ""
		}
		return inShortLine, d, ""
	}
	before := strings.TrimSpace(text[:d.From])
	after := strings.TrimLeft(text[d.To:], " \u00a0.,")
	place, lead := splitPlace(before)
	switch {
	case place != "" && (after == "" || after == ")"):
		return placeDate, d, place
	case place != "" && startsWithDash(after) && !l.tail:
		return dateline, d, place
	case place != "" && strings.HasPrefix(after, "(") && !l.tail: // PARIS, Feb. 5, 2021 (GLOBE NEWSWIRE)
		return dateline, d, place
	case l.tail || l.prose || len(dates) > 1:
		return noDate, d, ""
	case after == "" && (lead == "" || isDateLead(lead)):
		return dateAlone, d, ""
	case utf8.RuneCountInString(l.text) <= maxShortLine && isKicker(l.folded):
		return dateAlone, d, ""
	case utf8.RuneCountInString(l.text) <= maxShortLine && lead == "" && (startsWithDash(after) || strings.HasPrefix(after, "|")):
		return inShortLine, d, ""
	}
	return noDate, d, ""
}

// maxDateLeadWords is the largest number of words that only introduce a date.
const maxDateLeadWords = 6

// isDateLead reports whether text only introduces the date of the release:
// "Publié le", "Communiqué de presse –", "Date :".
func isDateLead(text string) bool {
	text = strings.TrimRight(fold.Text(text), " :–—-|,")
	return len(strings.Fields(text)) <= maxDateLeadWords && lexicon.OpensDateLead(text)
}

// startsWithDash reports whether s begins with a dash or another sign that
// separates a dateline from the text.
func startsWithDash(s string) bool {
	for _, dash := range []string{"–", "—", "- ", "-- ", "/", ": "} {
		if strings.HasPrefix(s, dash) {
			return true
		}
	}
	return false
}

// maxPlaceWords is the largest number of words of a place; "Saint-Denis de La
// Réunion" has four.
const maxPlaceWords = 5

// splitPlace splits the text before a date into a place and other words: in
// "Communiqué de presse – Fait à Paris, le" the place is Paris. If neither a comma
// nor an article comes before the date, there is no place.
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
	if !unicode.IsUpper(first) || isKicker(fold.Text(text)) || isDateLead(text) || !comma && len(words) > 2 {
		return "", before
	}
	return text, ""
}

// Limits of the weekday check, which reads all prose.
const (
	maxWeekdayProse = 1 << 20 // bytes of the document
	maxDates        = 200     // dates of one block
)

// checkWeekdays adds an issue for each date whose weekday is not the calendar's.
func checkWeekdays(doc *document.Document) {
	read := 0
	for _, b := range doc.Blocks {
		text, _ := document.BlockText(b)
		if read += len(text); read > maxWeekdayProse {
			return
		}
		for _, d := range forms.FindDates(text, maxDates) {
			if d.Weekday < 0 || d.Day == 0 || d.Weekday == int(d.CalendarWeekday()) {
				continue
			}
			at := b.Pos()
			if at.Line > 0 {
				at.Line += int32(strings.Count(text[:d.From], "\n"))
			}
			printed := text[d.From:d.To]
			doc.Issues = append(doc.Issues, document.Issue{
				At: at, Code: document.CodeWeekday, Text: printed,
				Why: fmt.Sprintf("%q: %s was a %s; the weekday or the date is wrong", printed, d.ISO(), weekdayName(d, doc.Language)),
			})
		}
	}
}

// weekdayName returns the calendar's weekday in the release's language.
func weekdayName(d forms.PrintedDate, language string) string {
	day := d.CalendarWeekday()
	if language == "fr" {
		return lexicon.FrenchWeekdays[day]
	}
	return day.String()
}

// This file finds the release's own date and place among the dates that are
// printed, and holds printed weekdays against the calendar.

package describe

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
)

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
func findRelease(doc *document.Document, lines []metaLine) int {
	best, found, place := noDate, -1, ""
	var date document.Date
	for i := range lines {
		l := &lines[i]
		rank, d, where := rankDate(l)
		if rank > best {
			best, found, place = rank, i, where
			date = document.Date{ISO: d.Iso(), Text: l.text[d.From:d.To], At: l.at}
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

// rankDate says how much the date in a line looks like the release's own.
func rankDate(l *metaLine) (rank int, d forms.PrintedDate, place string) {
	text := l.text
	if l.prose {
		const opening = 80 // bytes in which the dateline of a paragraph ends
		text = strings.ToValidUTF8(text[:min(len(text), opening)], "")
	}
	dates := forms.FindDates(text, 2)
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
	before := strings.TrimSpace(text[:d.From])
	after := strings.TrimLeft(text[d.To:], " \u00a0.,")
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
	text = strings.TrimRight(fold.Text(text), " :–—-|,")
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
	if !unicode.IsUpper(first) || isKicker(fold.Text(text)) || isDateLead(text) || !comma && len(words) > 2 {
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

// checkWeekdays reports the dates whose weekday is not the calendar's.
func checkWeekdays(doc *document.Document) {
	read := 0
	for _, b := range doc.Blocks {
		text, _ := document.BlockText(b)
		if read += len(text); read > maxWeekdayProse {
			return
		}
		for _, d := range forms.FindDates(text, maxDates) {
			if d.Weekday < 0 || d.Day == 0 || d.Weekday == int(d.ActualWeekday()) {
				continue
			}
			at := b.Pos()
			if at.Line > 0 {
				at.Line += int32(strings.Count(text[:d.From], "\n"))
			}
			printed := text[d.From:d.To]
			doc.Issues = append(doc.Issues, document.Issue{
				At: at, Code: "weekday", Text: printed,
				Why: fmt.Sprintf("%q: %s was a %s; the weekday or the date is wrong", printed, d.Iso(), weekdayName(d, doc.Language)),
			})
		}
	}
}

// weekdayName is the calendar's weekday in the release's language.
func weekdayName(d forms.PrintedDate, language string) string {
	day := d.ActualWeekday()
	if language == "fr" {
		return [...]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"}[day]
	}
	return day.String()
}

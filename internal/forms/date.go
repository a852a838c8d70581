// Dates, in French and in English: "mercredi 14 octobre 2020", "1er janvier
// 2020", "le 3 févr. 2021", "25/05/2021", "14.10.2020", "February 5, 2021",
// "octobre 2020".

package forms

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// ParseDate reads text that is a date, perhaps after an article, and nothing else.
// The result is as precise as the text: "octobre 2020" is "2020-10". A year alone
// is no date. Day and month in figures are read in the French order, unless only
// the American one makes a date; a year of two figures is one of 1970 to 2069.
func ParseDate(text string) (iso string, ok bool) {
	const shortest, longest = 6, 64 // bytes: "1/2/20", "mercredi 14 septembre 2020" with blanks
	trimmed := strings.TrimSpace(text)
	if len(trimmed) < shortest || len(trimmed) > longest || !strings.ContainsAny(trimmed, "0123456789") {
		return "", false
	}
	i := skipBlanks(trimmed, 0)
	if word, end := wordAt(trimmed, i); word == "le" || word == "du" || word == "on" || word == "the" {
		i = skipBlanks(trimmed, end)
	}
	d, end, ok := parseDateAt(trimmed, i)
	if !ok && len(trimmed) <= len("25-05-21") {
		d, end, ok = parseDateAt(strings.ReplaceAll(trimmed, "-", "/"), i) // inside a sentence "25-05-21" may be any number
	}
	if !ok || strings.Trim(trimmed[end:], " .,;\u00a0\u202f") != "" {
		return "", false
	}
	return d.ISO(), true
}

// A PrintedDate is a date found in a text.
type PrintedDate struct {
	From, To         int // byte offsets in the text
	year, month, Day int // Day is 0 if only month and year are printed
	Weekday          int // a time.Weekday; -1 if none is printed
}

// ISO returns the date as "2020-10-14" or "2020-10". Columns of dates ask for many, and
// Sprintf takes an eighth of the time of a long table with one.
func (d PrintedDate) ISO() string {
	b := make([]byte, 0, len("2006-01-02"))
	b = append(b, byte('0'+d.year/1000%10), byte('0'+d.year/100%10))
	b = appendTwoDigits(b, d.year)
	b = appendTwoDigits(append(b, '-'), d.month)
	if d.Day > 0 {
		b = appendTwoDigits(append(b, '-'), d.Day)
	}
	return string(b)
}

// appendTwoDigits appends the last two digits of n.
func appendTwoDigits(b []byte, n int) []byte { return append(b, byte('0'+n/10%10), byte('0'+n%10)) }

// CalendarWeekday returns the day of the week in the calendar.
func (d PrintedDate) CalendarWeekday() time.Weekday {
	return time.Date(d.year, time.Month(d.month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}

// FindDates returns the dates in text, in order, at most limit of them.
func FindDates(text string, limit int) []PrintedDate {
	var found []PrintedDate
	inWord := false
	for i := 0; i < len(text) && len(found) < limit; {
		r, size := utf8.DecodeRuneInString(text[i:])
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		if word && !inWord && mayBeginDate(r) && !insideNumber(text, i) {
			if d, end, ok := parseDateAt(text, i); ok && !continuesWord(text, end) {
				d.From, d.To = i, end
				found = append(found, d)
				i, inWord = end, false
				continue
			}
		}
		inWord = word
		i += size
	}
	return found
}

// mayBeginDate reports whether a date may begin with r: it rules out most words by
// their first letter.
func mayBeginDate(r rune) bool {
	return r >= '0' && r <= '9' || r < utf8.RuneSelf && strings.ContainsRune("ADFJLMNOSTVWadfjlmnostvw", r)
}

// insideNumber reports whether the figures at i follow others of the same number,
// such as a phone number or a version.
func insideNumber(text string, i int) bool {
	return i > 1 && (text[i-1] == '/' || text[i-1] == '.' || text[i-1] == '-') && text[i-2] >= '0' && text[i-2] <= '9'
}

// continuesWord reports whether the word or number before i continues at i.
func continuesWord(text string, i int) bool {
	r, size := utf8.DecodeRuneInString(text[i:])
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return true
	}
	if r == '-' || r == '/' || r == '.' {
		r, _ = utf8.DecodeRuneInString(text[i+size:])
		return unicode.IsDigit(r)
	}
	return false
}

// parseDateAt reads a date that begins at i.
func parseDateAt(s string, i int) (d PrintedDate, end int, ok bool) {
	d.Weekday = -1
	word, next := wordAt(s, i)
	if w, known := lexicon.Weekdays[word]; known {
		j := skipSeparators(s, next)
		if article, after := wordAt(s, j); article == "le" || article == "the" {
			j = skipBlanks(s, after)
		}
		d, end, ok = parseDateAt(s, j)
		if ok && d.Weekday < 0 && d.Day > 0 {
			d.Weekday = int(w)
			return d, end, true
		}
		return d, 0, false
	}
	if m, known := lexicon.Months[word]; known {
		return parseMonthFirst(s, next, m)
	}
	if n, width := DigitsAt(s, i); width > 0 {
		if width == 4 {
			return parseISO(s, i+width, n)
		}
		if width <= 2 {
			if d, end, ok = parseNumeric(s, i+width, n); ok {
				return d, end, ok
			}
			return parseDayFirst(s, i+width, n)
		}
	}
	return d, 0, false
}

// parseDayFirst reads "er janvier 2020" after the day.
func parseDayFirst(s string, i, day int) (d PrintedDate, end int, ok bool) {
	d.Weekday, d.Day = -1, day
	i = skipBlanks(s, i)
	if i < len(s) && s[i] == '^' { // converters write 1 ^er
		i++
	}
	if word, next := wordAt(s, i); word == "er" || word == "e" || word == "st" || word == "nd" || word == "rd" || word == "th" || word == "ᵉʳ" {
		if i = next; i < len(s) && s[i] == '^' {
			i++
		}
		i = skipBlanks(s, i)
	}
	if word, next := wordAt(s, i); word == "de" || word == "of" {
		i = skipBlanks(s, next)
	}
	word, next := wordAt(s, i)
	m, known := lexicon.Months[word]
	if !known {
		return d, 0, false
	}
	d.month = m
	i = skipSeparators(s, next)
	year, width := DigitsAt(s, i)
	if width != 4 {
		return d, 0, false
	}
	d.year = year
	return d, i + width, d.valid()
}

// parseMonthFirst reads "5, 2021" or "2021" after the month.
func parseMonthFirst(s string, i, month int) (d PrintedDate, end int, ok bool) {
	d.Weekday, d.month = -1, month
	i = skipSeparators(s, i)
	n, width := DigitsAt(s, i)
	if width == 4 {
		d.year = n
		return d, i + width, d.valid()
	}
	if width == 0 || width > 2 {
		return d, 0, false
	}
	d.Day = n
	i += width
	if word, next := wordAt(s, i); word == "st" || word == "nd" || word == "rd" || word == "th" {
		i = next
	}
	i = skipSeparators(s, i)
	n, width = DigitsAt(s, i)
	if width != 4 {
		return d, 0, false
	}
	d.year = n
	return d, i + width, d.valid()
}

// centuryPivot is the first year of two figures that belongs to the last century:
// 69 is 2069, 70 is 1970.
const centuryPivot = 70

// parseNumeric reads "/05/2021" after the day.
func parseNumeric(s string, i, day int) (d PrintedDate, end int, ok bool) {
	d.Weekday = -1
	if i >= len(s) || s[i] != '/' && s[i] != '.' && s[i] != '-' {
		return d, 0, false
	}
	sep := s[i]
	month, width := DigitsAt(s, i+1)
	i += 1 + width
	if width == 0 || width > 2 || i >= len(s) || s[i] != sep {
		return d, 0, false
	}
	year, width := DigitsAt(s, i+1)
	switch {
	case width == 2 && sep == '/':
		year += 1900
		if year < 1900+centuryPivot {
			year += 100
		}
	case width != 4:
		return d, 0, false
	}
	d.Day, d.month, d.year = day, month, year
	if month > 12 && day <= 12 {
		d.Day, d.month = month, day
	}
	return d, i + 1 + width, d.valid()
}

// parseISO reads "-10-14" after the year.
func parseISO(s string, i, year int) (d PrintedDate, end int, ok bool) {
	d.Weekday, d.year = -1, year
	if i >= len(s) || s[i] != '-' && s[i] != '/' {
		return d, 0, false
	}
	sep := s[i]
	month, width := DigitsAt(s, i+1)
	i += 1 + width
	if width != 2 || i >= len(s) || s[i] != sep {
		return d, 0, false
	}
	day, width := DigitsAt(s, i+1)
	d.month, d.Day = month, day
	return d, i + 1 + width, width == 2 && d.valid() && day > 0
}

// firstYear and lastYear bound the years of dates; numbers outside only look like
// a year.
const firstYear, lastYear = 1800, 2199

// valid reports whether the calendar has the date.
func (d PrintedDate) valid() bool {
	if d.year < firstYear || d.year > lastYear || d.month < 1 || d.month > 12 || d.Day < 0 || d.Day > 31 {
		return false
	}
	return d.Day == 0 || time.Date(d.year, time.Month(d.month), d.Day, 0, 0, 0, 0, time.UTC).Day() == d.Day
}

// DigitsAt returns the number of up to four figures at i and its width in bytes.
// The width is 0 if there is no number, and 5 if it has more figures.
func DigitsAt(s string, i int) (n, width int) {
	for i+width < len(s) && s[i+width] >= '0' && s[i+width] <= '9' {
		n = 10*n + int(s[i+width]-'0')
		if width++; width > 4 {
			return 0, width
		}
	}
	return n, width
}

// maxDateWord is the largest number of letters of a word that may be a month or a
// weekday; the longest, "septembre" and "wednesday", have nine.
const maxDateWord = 12

// wordAt returns the word at i, folded, and the index after it. The word is "" if
// it is longer than maxDateWord.
func wordAt(s string, i int) (word string, end int) {
	var buf [maxDateWord * 2]byte
	out := buf[:0]
	letters := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		if letters++; letters > maxDateWord {
			return "", i
		}
		out = fold.AppendLetter(out, r)
		i += size
	}
	return string(out), i
}

// skipBlanks returns the index of the first character at or after i that is no
// blank of any kind.
func skipBlanks(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += size
	}
	return i
}

// skipSeparators returns the index after the dot of an abbreviation, a comma and
// blanks.
func skipSeparators(s string, i int) int {
	if i < len(s) && s[i] == '.' {
		i++
	}
	i = skipBlanks(s, i)
	if i < len(s) && s[i] == ',' {
		i = skipBlanks(s, i+1)
	}
	return i
}

// IsMonth reports whether a printed word names a month, in full or cut short.
func IsMonth(word string) bool {
	const shortest, longest = 3, 10 // bytes: "May", "septembre."
	if len(word) < shortest || len(word) > longest || !lexicon.MayBeCalendar(word) {
		return false
	}
	_, ok := lexicon.Months[fold.Text(word)]
	return ok
}

// IsWeekday reports whether a printed word names a day of the week.
func IsWeekday(word string) bool {
	const shortest, longest = 3, 9 // bytes: "Mon", "Wednesday"
	if len(word) < shortest || len(word) > longest || !lexicon.MayBeCalendar(word) {
		return false
	}
	_, ok := lexicon.Weekdays[fold.Text(word)]
	return ok
}

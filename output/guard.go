// Guarded texts: what a spreadsheet would run, or turn into another value when it opens
// a CSV file.

package output

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/records"
)

// maxQuoted is the length of the longest text, in bytes, that is written as a formula:
// Excel takes 255 characters between the quotes of one.
const maxQuoted = 255

// spell returns the field for a value of type t in this dialect, and whether it was
// guarded.
func (d *Dialect) spell(t records.Type, text string) (field string, guarded bool) {
	switch {
	case (t == records.Number || t == records.Money) && isNumber(text):
		if d.DecimalComma {
			return strings.Replace(text, ".", ",", 1), false
		}
		return text, false
	case !d.Guard || t == records.Flag || text == "":
		return text, false
	case t == records.Date && len(text) == len("2020-10-14"):
		return text, false // every spreadsheet reads it as that day
	case !runsAsFormula(text) && !changesInSheet(text):
		return text, false
	case len(text) > maxQuoted || strings.ContainsAny(text, "\r\n"):
		if runsAsFormula(text) {
			return "'" + text, true
		}
		return text, false // too long for a number or a date
	}
	return `="` + strings.ReplaceAll(text, `"`, `""`) + `"`, true
}

// runsAsFormula reports whether a spreadsheet may run text as a formula: whether it
// begins with a sign that OWASP lists for CSV injection.
func runsAsFormula(text string) bool {
	return len(text) > 1 && strings.IndexByte("=+-@\t\r\n", text[0]) >= 0
}

// sheetWords are what spreadsheets read as truth values.
var sheetWords = map[string]bool{"true": true, "false": true, "vrai": true, "faux": true}

// changesInSheet reports whether a spreadsheet, in French or English, may read text as
// something else than text: "01", "1/2", "3E5", "3 mars", "12 %", "8:30". A plain whole
// number stays what it is.
func changesInSheet(text string) bool {
	if isNumber(text) && len(text) <= maxDigits && !strings.Contains(text, ".") {
		return false
	}
	if sheetWords[strings.ToLower(text)] {
		return true
	}
	digits, words := 0, 0
	inWord := false
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
			inWord = false
		case unicode.IsLetter(r):
			if !inWord {
				words++
				if words > 1 || !readsWithFigures(text[i:]) {
					return false
				}
			}
			inWord = true
		default:
			inWord = false
		}
	}
	return digits > 0
}

// readsWithFigures reports whether a spreadsheet makes a value of figures beside the
// word at the front of text: an exponent, a month, half of the day, a currency.
func readsWithFigures(text string) bool {
	word := text
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = text[:i]
	}
	switch strings.ToLower(word) {
	case "e", "am", "pm", "eur", "usd", "gbp":
		return true
	}
	return forms.IsMonth(word)
}

// guardReport names the cells that were written as formulas so that a spreadsheet keeps
// their text.
func guardReport(cells []string) string {
	const listed = 5 // enough to find the column that does it
	text := fmt.Sprintf("%d texts that a spreadsheet would run or turn into another value are written as =\"...\": ", len(cells))
	if len(cells) == 1 {
		text = "1 text that a spreadsheet would run or turn into another value is written as =\"...\": "
	}
	text += strings.Join(cells[:min(len(cells), listed)], "; ")
	if len(cells) > listed {
		text += " ..."
	}
	return text + "; --format xlsx needs none of that"
}

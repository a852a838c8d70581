// How a table prints numbers and dates: told from values that allow one reading only.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/records"
)

// styleSample is how many records are looked at for how numbers are printed.
const styleSample = 10 * SampleRows

// Style is how the numbers of the table are read: as its values show, else as is
// usual in the language.
func (t *Table) Style() forms.Style {
	style, _ := t.NumberStyle(-1)
	return style
}

// NumberStyle returns how column j prints numbers, and whether that is certain: from
// its own values, then from those of the other columns, then from the language. -1
// means no column.
func (t *Table) NumberStyle(j int) (style forms.Style, sure bool) {
	if t.votes == nil {
		t.countStyles()
	}
	if j >= 0 && j < len(t.votes) && t.votes[j] != 0 {
		return styleOf(t.votes[j]), true
	}
	return t.style, t.styleSure
}

// wholeStyle returns how the table prints numbers, from the votes of all columns, then from the
// language.
func (t *Table) wholeStyle() (style forms.Style, sure bool) {
	all := 0
	for _, v := range t.votes {
		all += v
	}
	if all != 0 {
		return styleOf(all), true
	}
	switch t.language() {
	case "en":
		return forms.English, true
	case "fr":
		return forms.French, true
	}
	return forms.French, false
}

// language is that of the document, else that of the table's headings.
func (t *Table) language() string {
	switch {
	case t.english:
		return "en"
	case t.french:
		return "fr"
	}
	titles := make([]string, len(t.Columns))
	for j := range t.Columns {
		titles[j] = t.Columns[j].Title
	}
	if l := lexicon.HeadingLanguage(titles); l != "" {
		return l
	}
	return t.cellLanguage(titles)
}

// cellLanguage is the language that the words of the cells show, where the headings show
// none: small words of one language and no more than half as many of the other.
func (t *Table) cellLanguage(titles []string) string {
	french, english := 0, 0
	count := func(s string) {
		for w := range strings.FieldsSeq(fold.Words(s)) {
			if lexicon.SmallFrench[w] {
				french++
			}
			if lexicon.SmallEnglish[w] {
				english++
			}
		}
		if strings.ContainsAny(s, "éèêàçÉÈ") {
			french++
		}
		if strings.Contains(s, "£") {
			english++
		}
	}
	for _, s := range titles {
		count(s)
	}
	for _, r := range t.Rows[:min(len(t.Rows), SampleRows)] {
		for j := range t.Columns {
			if t.Columns[j].Type == records.Text && len(r.Text(j)) <= maxColumnTitle {
				count(r.Text(j))
			}
		}
	}
	switch {
	case french > 2*english:
		return "fr"
	case english > 2*french:
		return "en"
	}
	return ""
}

// styleOf reads votes: above 0 those for the comma as decimal sign.
func styleOf(votes int) forms.Style {
	if votes > 0 {
		return forms.French
	}
	return forms.English
}

// countStyles counts, by columns, the values that show their decimal sign.
func (t *Table) countStyles() {
	defer func() { t.style, t.styleSure = t.wholeStyle() }()
	t.votes = make([]int, len(t.Columns))
	for _, r := range t.Rows[:min(len(t.Rows), styleSample)] {
		if r.Role != records.Data {
			continue
		}
		for j := range t.Columns {
			c := &t.Columns[j]
			if c.Type != records.Number && c.Type != records.Money && c.Type != records.Text {
				continue
			}
			s := r.Text(j)
			if s == "" || !forms.IsFigure(s) {
				continue
			}
			switch decimal, _ := forms.Separator(s); decimal {
			case ',':
				t.votes[j]++
			case '.':
				t.votes[j]--
			default:
				if s[0] == '$' || strings.HasPrefix(s, "£") {
					t.votes[j]-- // a currency before its figures is English
				}
			}
		}
	}
}

// DateOrder returns the order of the dates of figures in column j: as one of its values
// shows, then one of another column, then as the document prints dates, else
// NoOrder.
func (t *Table) DateOrder(j int) forms.Order {
	votes := t.dateVotes(j)
	for k := 0; k < len(t.Columns) && votes == 0; k++ {
		if t.Columns[k].Type == records.Date && k != j {
			votes = t.dateVotes(k)
		}
	}
	switch {
	case votes > 0:
		return forms.DayFirst
	case votes < 0:
		return forms.MonthFirst
	}
	if t.dates == forms.NoOrder {
		if style, sure := t.NumberStyle(-1); sure && style == forms.French {
			return forms.DayFirst
		}
	}
	return t.dates
}

func (t *Table) dateVotes(j int) (votes int) {
	for _, r := range t.Rows[:min(len(t.Rows), styleSample)] {
		if r.Role == records.Data {
			order, _ := forms.DateOrder(r.Text(j))
			votes += int(order)
		}
	}
	return votes
}

// documentOrder returns the order of day and month in a document.
func documentOrder(doc *document.Document) forms.Order {
	if doc.Language == "fr" {
		return forms.DayFirst
	}
	if order, figures := forms.DateOrder(doc.Meta.Date.Text); figures {
		return order
	}
	return forms.OrderOfWords(doc.Meta.Date.Text)
}

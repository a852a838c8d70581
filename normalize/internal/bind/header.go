// Header rows: which rows of a fragment name its columns, and what they say.

package bind

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
)

// maxHeader is how many rows may name the columns. Real tables have three at
// most; a reader that calls everything a header is not believed.
const maxHeader = 5

// headerRows returns how many of the first rows are header rows: those that the
// reader saw as such, a banner over them, and an unmarked row that names columns.
// A row that holds values is data even where a converter put it above the line.
func headerRows(p *places.Places, rows []document.Row, width int) int {
	n := 0
	for n < len(rows) && n < maxHeader && rows[n].Header && !holdsValues(p, rows[n:]) {
		n++
	}
	switch {
	case n == 0:
		if len(rows) > 2 && allWords(&rows[0]) && !holdsValues(p, rows) && partsHeadings(p, rows, width) {
			return 2
		}
		if len(rows) > 1 && (namesColumns(&rows[0]) || standsOver(p, rows)) && !holdsValues(p, rows) {
			return 1
		}
		if len(rows) > 2 && isBanner(&rows[0], width) && (namesColumns(&rows[1]) || standsOver(p, rows[1:])) && !holdsValues(p, rows[1:]) {
			return 2
		}
	case n == 1 && partsHeadings(p, rows, width):
		return 2
	case n < len(rows) && n < maxHeader && isBanner(&rows[0], width) && !knowsColumn(rows[:n]) && namesColumns(&rows[n]) && !holdsValues(p, rows[n:]):
		return n + 1 // the converter took the banner for the header
	}
	return n
}

// holdsValues reports whether the first of rows prints a value that no heading
// would be: a date, a number that is no year, or a place. A place does not count
// above values that are none: "Centre" over names, "Bretagne" over figures.
func holdsValues(p *places.Places, rows []document.Row) bool {
	r := &rows[0]
	for i := range r.Cells {
		s := strings.TrimSpace(r.Cells[i].Text())
		if s == "" || len(s) > places.MaxPlace {
			continue
		}
		if isPlace(p, s) && !overOthers(p, rows[1:], i) {
			return true
		}
		if _, ok := forms.ParseDate(s); ok {
			return true
		}
		if n, ok := forms.ParseNumber(s, forms.French); ok {
			if _, isYear := forms.Year(n.Plain); !isYear {
				return true
			}
		}
	}
	return false
}

func isPlace(p *places.Places, s string) bool {
	return places.Found(p.Region(s).How) || places.Found(p.Department(s).How)
}

// headSample is how many rows below a heading are looked at: enough to tell
// what a column holds.
const headSample = 30

// overOthers reports whether column j prints values in rows, two of them at
// least, and no place among them.
func overOthers(p *places.Places, rows []document.Row, j int) bool {
	n := 0
	for i := range min(len(rows), headSample) {
		if j >= len(rows[i].Cells) {
			continue
		}
		s := strings.TrimSpace(rows[i].Cells[j].Text())
		if s == "" || IsTotal(p, s) {
			continue
		}
		if isPlace(p, s) {
			return false
		}
		n++
	}
	return n >= 2
}

// standsOver reports whether the first of rows, which no reader marked, is a
// header by what stands below it: it prints words in every column, over columns
// that hold nothing but figures, dates or places. One such column is enough
// beside a heading that is known; else there must be two, since a row of data
// may say "n.c." where the others have a figure.
func standsOver(p *places.Places, rows []document.Row) bool {
	r := &rows[0]
	if len(r.Cells) < 2 || len(rows) < 3 {
		return false
	}
	over, known := 0, false
	for j := range r.Cells {
		s := strings.TrimSpace(r.Cells[j].Text())
		_, isYear := forms.Year(s)
		if s == "" || !isYear && !IsWords(s) && !isSign(s) || s != "" && len(s) > places.MaxPlace || r.Cells[j].Covered() {
			return false
		}
		if isYear || isSign(s) {
			continue
		}
		known = known || columnNamed(s) != "" || subjectRank(s) < len(subjects)
		if isPlace(p, s) {
			continue
		}
		if holdsOnly(p, rows[1:], j) {
			over++
		}
	}
	return over >= 2 || over == 1 && known
}

// allWords reports whether a row prints two headings at least, and words in each.
func allWords(r *document.Row) bool {
	n := 0
	for i := range r.Cells {
		if s := cellText(r, i); s != "" {
			if !IsWords(s) {
				return false
			}
			n++
		}
	}
	return n >= 2
}

// IsWords reports whether s has a word of three letters: "n.c." and "X" have none.
func IsWords(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			n = 0
		} else if n++; n == 3 {
			return true
		}
	}
	return false
}

// isSign reports whether s is a sign that heads a column of figures by itself, as
// words do. No row of data has a unit alone where the others have a figure.
func isSign(s string) bool {
	switch s {
	case "%", "€", "k€", "K€", "M€", "Md€", "en %", "En %", "en €", "N°", "n°", "Nb", "nb", "Nb.":
		return true
	}
	return false
}

// holdsOnly reports whether column j prints two values in rows at least, and
// all of them, but for signs of a missing value, are figures, or dates, or places.
func holdsOnly(p *places.Places, rows []document.Row, j int) bool {
	n := 0
	kind := ""
	for i := range min(len(rows), headSample) {
		if j >= len(rows[i].Cells) {
			continue
		}
		s := strings.TrimSpace(rows[i].Cells[j].Text())
		if s == "" || IsTotal(p, s) || len(s) < 5 && !IsWords(s) && strings.IndexFunc(s, unicode.IsDigit) < 0 {
			continue
		}
		k := valueKind(p, s)
		if k == "" || kind != "" && k != kind {
			return false
		}
		kind = k
		n++
	}
	return n >= 2
}

// valueKind returns what a value is: "date", "number", "place", or "" for words.
func valueKind(p *places.Places, s string) string {
	if len(s) > places.MaxPlace {
		return ""
	}
	if _, ok := forms.ParseNumber(s, forms.French); ok {
		return "number"
	}
	if _, ok := forms.ParseDate(s); ok {
		return "date"
	}
	if isPlace(p, s) {
		return "place"
	}
	return ""
}

// namesColumns reports whether an unmarked row is a header: it has at least two
// cells, all but one of them printed, and names at least two columns that are
// known; of just two cells, the first: "Commune" may be a value in the other.
func namesColumns(r *document.Row) bool {
	printed, known, first := 0, 0, false
	for i := range r.Cells {
		s := r.Cells[i].Text()
		if document.IsBlank(s) {
			continue
		}
		printed++
		if columnNamed(s) != "" {
			known++
			first = first || printed == 1
		}
	}
	return printed >= 2 && printed >= len(r.Cells)-1 && (known >= 2 || printed == 2 && first)
}

// knowsColumn reports whether header rows name any column that is known.
func knowsColumn(rows []document.Row) bool {
	for i := range rows {
		for j := range rows[i].Cells {
			if columnNamed(rows[i].Cells[j].Text()) != "" {
				return true
			}
		}
	}
	return false
}

// isBanner reports whether a row is one line across a table of several columns.
func isBanner(r *document.Row, width int) bool {
	return width > 1 && r.Lone() >= 0
}

// headerTitles returns the title of each column: what its header cells print,
// top to bottom. A banner names no column, and a heading over several columns
// goes before those of its columns that would not be known without it.
// It returns nil if the rows print nothing.
func headerTitles(rows []document.Row, width int) []string {
	titles := make([]string, width)
	printed := false
	for i := range rows {
		r := &rows[i]
		if len(rows) > 1 && isBanner(r, width) && (i+1 == len(rows) || !spansPart(r, &rows[i+1])) {
			continue
		}
		over, parent := "", ""
		left := 0
		for j := range min(width, len(r.Cells)) {
			c := &r.Cells[j]
			s, _ := forms.Tidy(c.Text())
			if i+1 < len(rows) {
				parent = parentOf(r, &rows[i+1], j, parent)
			}
			switch {
			case parent != "" && left == 0 && c.Span().Cols <= 1 && !c.Covered():
				s = parent
			case c.Covered() && left > 0:
				s, left = over, left-1
			case int(c.Span().Cols) > 1:
				over, left = s, int(c.Span().Cols)-1
			default:
				left = 0
			}
			if s == "" {
				continue
			}
			printed = true
			switch {
			case titles[j] == "", titles[j] == s:
				titles[j] = s
			case left > 0 || c.Covered():
				// a parent below its children: not a heading that we know
			case columnNamed(s) != "" && columnNamed(titles[j]+" "+s) == "":
				titles[j] = s
			default:
				titles[j] += " " + s
			}
		}
	}
	if !printed {
		return nil
	}
	return titles
}

// sameTitles reports whether two header rows say the same.
func sameTitles(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && fold.Words(a[i]) != fold.Words(b[i]) {
			return false
		}
	}
	return true
}

// Contrast: how a row of headings differs from the rows below it.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
)

const (
	// headSample is how many rows below a heading are read (enough to see what a column
	// holds).
	headSample = 30
	// minKindShare is the least share of the values of a column that are of its kind
	// (some cells are odd, and a second row of headings may be among them).
	minKindShare = 0.6
)

// A contrast is how a row differs from those below it, counted by columns.
type contrast struct {
	figures int  // columns of figures, dates or places below it
	over    int  // of these, those in which it prints words, a period or a unit
	values  int  // those in which it prints what they hold
	strays  int  // places and dates that it prints over nothing of the kind
	parts   bool // it prints words below blanks or below headings over several columns
}

// contrastOf compares rows[n] with the rows below it.
func contrastOf(p *places.Places, rows []document.Row, n, width int) (c contrast) {
	r := &rows[n]
	periods, numbers := 0, 0
	var alike []int // columns in which it prints a bare number over numbers
	for j := range min(width, len(r.Cells)) {
		below, printed := columnKind(p, rows[n+1:], j)
		s := cellText(r, j)
		here := kindOf(p, s)
		if below == wordKind || below == noKind {
			if here == placeKind && printed < 2 || here == dateKind && below == wordKind && !forms.IsDayOfMonth(s) {
				c.strays++
			}
			continue
		}
		c.figures++
		switch {
		case here == noKind:
		case below == placeKind:
			if here == placeKind {
				c.values++
			} else {
				c.over++
			}
		case here == wordKind || here == placeKind:
			c.over++
		case here == periodKind && below != periodKind, here == dateKind && below == numberKind:
			c.over++
			periods++
		case here == below:
			c.values++
			if numbers++; here == numberKind {
				alike = append(alike, j)
			}
		default:
			c.values++
		}
	}
	if len(alike) >= 3 && len(alike) == c.values && (counts(r, alike) || c.over > 0 && codes(rows, n, alike)) {
		c.over, c.values = c.over+len(alike), 0 // "1 2 3" over scores, "2201 2202 2203" over votes
	}
	if periods == 1 && c.over == 1 && c.figures > 1 {
		c.over, c.values = 0, c.values+1 // one year alone over figures is a figure
	}
	if n > 0 && c.over == 0 && c.values == 0 {
		c.parts = partsHeadings(rows, n, width)
	}
	return c
}

// counts reports whether the cells at print whole numbers that rise by one.
func counts(r *document.Row, at []int) bool {
	last := -1
	for i, j := range at {
		s := cellText(r, j)
		if !forms.IsFigures(s, 1, 3) {
			return false
		}
		v := 0
		for k := range len(s) {
			v = 10*v + int(s[k]-'0')
		}
		if i > 0 && v != last+1 {
			return false
		}
		last = v
	}
	return true
}

// codes reports whether the cells at of rows[n] print numbers of as many digits, at least
// three, each another, and few values below them have as many.
func codes(rows []document.Row, n int, at []int) bool {
	digits, seen := 0, map[string]bool{}
	for _, j := range at {
		s := cellText(&rows[n], j)
		if !forms.IsFigures(s, 3, 8) || seen[s] || digits > 0 && len(s) != digits {
			return false
		}
		digits, seen[s] = len(s), true
	}
	same, all := 0, 0
	for i := n + 1; i < len(rows) && i <= n+headSample; i++ {
		for _, j := range at {
			if s := cellText(&rows[i], j); s != "" {
				if all++; forms.IsFigures(s, digits, digits) {
					same++
				}
			}
		}
	}
	return 2*same < all
}

// A valueKind is what a cell holds, as far as it separates headings from values.
type valueKind uint8

const (
	noKind     valueKind = iota // nothing, or a sign for nothing
	wordKind                    // words, or a unit
	numberKind                  // a figure with what belongs to it: "57 (27)", "1,79 €/L"
	periodKind                  // a year, a quarter, a season: a heading over figures, or a value
	dateKind
	placeKind
	kinds
)

// kindOf returns what a cell holds.
func kindOf(p *places.Places, s string) valueKind {
	switch {
	case s == "" || lexicon.SaysMissing(s):
		return noKind
	case len(s) > places.MaxPlace:
		return wordKind
	case forms.IsPeriod(s):
		return periodKind
	}
	if _, ok := forms.ParseDate(s); ok {
		return dateKind
	}
	if forms.IsDayOfMonth(s) {
		return dateKind
	}
	if forms.IsFigure(s) {
		return numberKind
	}
	if isPlace(p, s) {
		return placeKind
	}
	return wordKind
}

// columnKind returns what most values of column j in rows are, and how many there are.
func columnKind(p *places.Places, rows []document.Row, j int) (kind valueKind, all int) {
	var n [kinds]int
	for i := range min(len(rows), headSample) {
		s := cellText(&rows[i], j)
		if s == "" || IsTotal(p, s) {
			continue
		}
		if k := kindOf(p, s); k != noKind {
			n[k]++
			all++
		}
	}
	if n[periodKind] > 0 && n[numberKind] > 0 {
		n[numberKind] += n[periodKind] // 2013 among figures is one
	}
	best := noKind
	for k := wordKind; k < kinds; k++ {
		if n[k] > 0 && float64(n[k]) >= minKindShare*float64(all) && n[k] > n[best] {
			best = k
		}
	}
	if best == noKind && all > 0 {
		return wordKind, all
	}
	return best, all
}

// styled reports whether rows[n] is set off by its type: all that it prints is bold,
// or has a fill, and no row of the next few does.
func styled(rows []document.Row, n int) bool {
	here, fill := rowStyle(&rows[n])
	if !here && fill == 0 {
		return false
	}
	plain := 0
	for i := n + 1; i < len(rows) && i <= n+headSample; i++ {
		if printed := printedCells(&rows[i]); len(printed) < 2 || IsTotalRow(&rows[i]) {
			continue
		}
		bold, ground := rowStyle(&rows[i])
		if here && !bold || fill != 0 && ground != fill {
			plain++
		} else if i > n+1 || here && bold {
			if plain > 0 {
				continue // a total or a part further down
			}
			if i > n+2 {
				return false
			}
		}
	}
	return plain >= 1
}

// rowStyle returns whether all that a row prints is bold, and its ground if all of it
// has the same.
func rowStyle(r *document.Row) (bold bool, fill document.Color) {
	first := true
	bold = true
	for j := range r.Cells {
		c := &r.Cells[j]
		if document.IsBlank(c.Text()) {
			continue
		}
		if c.IsPlain() {
			return false, 0
		}
		st := marks.StyleOf(c.Runs())
		bold = bold && st.Has(document.Bold)
		if first {
			fill, first = st.Fill, false
		} else if st.Fill != fill {
			fill = 0
		}
	}
	return bold && !first, fill
}

// IsTotalRow reports whether a row opens with a word for totals.
func IsTotalRow(r *document.Row) bool {
	for j := range r.Cells {
		if s := cellText(r, j); s != "" {
			return opensTotal(s)
		}
	}
	return false
}

// headingWordsIn counts the printed cells of rows[n] that open with a word that heads
// columns. recurs says that one of the cells is printed again below it: a value.
func headingWordsIn(rows []document.Row, n int, printed []int) (known int, recurs bool) {
	for _, j := range printed {
		s := cellText(&rows[n], j)
		if columnNamed(s) != "" || subjectRank(s) < len(lexicon.RowSubjects) || lexicon.IsHeading(s) {
			known++
		}
		for i := n + 1; i < len(rows) && i <= n+headSample && !recurs; i++ {
			recurs = cellText(&rows[i], j) == s && !sameRow(&rows[n], &rows[i])
		}
	}
	return known, recurs
}

// isRepeated reports whether rows[n] is printed again, cell by cell: headings at the
// top of the next page.
func isRepeated(rows []document.Row, n int) bool {
	for i := n + 2; i < len(rows) && i < n+maxRepeat; i++ {
		if sameRow(&rows[n], &rows[i]) {
			return true
		}
	}
	return false
}

// maxRepeat is how far below a heading may be printed again, in rows: two long pages.
const maxRepeat = 200

// sameRow reports whether two rows print the same, two cells at least.
func sameRow(a, b *document.Row) bool {
	if len(a.Cells) != len(b.Cells) {
		return false
	}
	n := 0
	for j := range a.Cells {
		s, t := a.Cells[j].Text(), b.Cells[j].Text()
		if s != t && fold.Words(s) != fold.Words(t) {
			return false
		}
		if strings.TrimSpace(s) != "" {
			n++
		}
	}
	return n >= 2
}

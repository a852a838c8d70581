// Aligning fragments: which column of a table each column of its continuation is.

package bind

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/records"
)

// What it costs to put a title or a value into a column.
const (
	misfitCost = 12      // the column does not take the value
	strayCost  = 3       // a known value in a column of free text
	noCost     = 1 << 20 // more than any way of aligning costs
)

// A page that prints nothing in a column, because a merged cell began on the
// page before, may come without that column; a stray gap may come as one more.
// So a continuation is laid under the table by its headings, else by where its
// columns are on the page, else by what they hold.

// column returns the column of the table that the fragment's column j is, -1
// for one that prints nothing.
func (f *fragment) column(j int) int {
	if f.cols == nil {
		return j
	}
	if j < len(f.cols) {
		return f.cols[j]
	}
	return -1
}

// alignTitles lays the columns of f under those of first, which print the same
// headings in the same order. Columns of f without a heading are left
// out if they print nothing, else they come after the others. ok is false if the
// headings differ.
func alignTitles(p *places.Places, first, f *fragment) (cols []int, ok bool) {
	if sameTitles(first.titles, f.titles) {
		return nil, true
	}
	if f.width <= first.width && titleWords(first) == titleWords(f) {
		return alignColumns(p, first, f) // the same words, cut into cells at other places
	}
	i, extra := 0, first.width
	for j, title := range f.titles {
		if title == "" {
			if columnPrints(f, j) {
				cols = append(cols, extra)
				extra++
			} else {
				cols = append(cols, -1)
			}
			continue
		}
		for i < len(first.titles) && first.titles[i] == "" {
			i++
		}
		if i == len(first.titles) || fold.Words(first.titles[i]) != fold.Words(title) {
			return nil, false
		}
		cols = append(cols, i)
		i++
	}
	for ; i < len(first.titles); i++ {
		if first.titles[i] != "" {
			return nil, false
		}
	}
	return cols, true
}

// titleWords returns all words of the headings of f in alphabetical order.
func titleWords(f *fragment) string {
	words := strings.Fields(fold.Words(strings.Join(f.titles, " ")))
	slices.Sort(words)
	return strings.Join(words, " ")
}

// columnPrints reports whether a column prints anything below its headings.
func columnPrints(f *fragment, j int) bool {
	for i := f.header; i < len(f.rows); i++ {
		if r := &f.rows[i]; j < len(r.Cells) && !document.IsBlank(r.Cells[j].Text()) {
			return true
		}
	}
	return false
}

// alignColumns lays the columns of f, which has fewer than first and no
// headings, under those of first: by their places on the page, else by their
// values. ok is false if neither decides.
func alignColumns(p *places.Places, first, f *fragment) (cols []int, ok bool) {
	if cols, ok = alignBoxes(first, f); ok {
		return cols, true
	}
	return alignValues(p, first, f)
}

// alignBoxes lays columns under those that they overlap on the page.
func alignBoxes(first, f *fragment) (cols []int, ok bool) {
	above, below := columnBoxes(first), columnBoxes(f)
	last := -1
	for _, b := range below {
		if b.X1 <= b.X0 {
			return nil, false
		}
		best, most := -1, float32(0)
		for k := last + 1; k < len(above); k++ {
			a := above[k]
			overlap := min(a.X1, b.X1) - max(a.X0, b.X0)
			if shorter := min(a.X1-a.X0, b.X1-b.X0); overlap > minOverlap*shorter && overlap > most {
				best, most = k, overlap
			}
		}
		if best < 0 {
			return nil, false
		}
		cols = append(cols, best)
		last = best
	}
	return cols, len(cols) > 0
}

// minOverlap is the least share of the narrower of two columns that lies in the other
// (columns of one table on two pages are in one place, but boxes around words are as
// wide as the words).
const minOverlap = 0.5

// columnBoxes returns the extent of each column, from the cells that span no
// other; zero boxes where places are unknown.
func columnBoxes(f *fragment) []document.Box {
	out := make([]document.Box, f.width)
	for i := range f.rows {
		if i > SampleRows {
			break
		}
		r := &f.rows[i]
		for j := range r.Cells {
			c := &r.Cells[j]
			if j < f.width && !c.Covered() && c.Span().Cols <= 1 && c.Box() != nil && !c.IsBlank() {
				out[j] = out[j].Union(*c.Box())
			}
		}
	}
	return out
}

// alignValues lays columns under those that take their values, in order, such
// that the names are not left without.
func alignValues(p *places.Places, first, f *fragment) (cols []int, ok bool) {
	above := nameColumns(p, false, []*fragment{first}, first.titles, first.columns, takeCensus(p, []*fragment{first}, first.width))
	below := takeCensus(p, []*fragment{f}, f.width)
	name := subject(above)
	var best []int
	bestCost, ties := noCost, 0
	var try func(j, from, cost int, picked []int)
	tried := 0
	try = func(j, from, cost int, picked []int) {
		if tried++; tried > maxTries || cost > bestCost {
			return
		}
		if j == len(below) {
			if !slices.Contains(picked, name) {
				return
			}
			switch {
			case cost < bestCost:
				best, bestCost, ties = slices.Clone(picked), cost, 1
			case cost == bestCost:
				ties++
			}
			return
		}
		for k := from; k <= len(above)-(len(below)-j); k++ {
			try(j+1, k+1, cost+misfit(&above[k], &below[j], k == name), append(picked, k))
		}
	}
	try(0, 0, 0, nil)
	return best, best != nil && ties == 1 && bestCost < misfitCost
}

// maxTries bounds the ways that are tried; ten columns under twelve make 66.
const maxTries = 5000

// misfit is the cost of values below in a column above.
func misfit(above *records.Column, below *census, isName bool) int {
	kind := below.kind()
	if below.printed == 0 {
		return 0
	}
	switch {
	case kind == above.Means():
		return 0
	case kind != "" && columnIsKnown(above.Means()), kind == "" && columnIsKnown(above.Means()):
		if above.Means() == "department" && below.mostly(below.codes) || (above.Means() == "amount" || above.Means() == "number") && below.mostly(below.number) {
			return 0
		}
		return misfitCost
	case above.Type == records.Number || above.Type == records.Money:
		if below.mostly(below.number) {
			return 0
		}
		return misfitCost
	case above.Type != records.Text && above.Type != records.Flag:
		return misfitCost
	case kind != "" || below.mostly(below.number):
		return strayCost + misfitCost/2
	case isName:
		return 0
	}
	return 1
}

// columnIsKnown reports whether a column takes values of one kind only.
func columnIsKnown(name string) bool {
	switch name {
	case "region", "department", "region_code", "department_code", "postal_code", "commune_code", "date", "amount", "number", "siret", "email", "phone":
		return true
	}
	return false
}

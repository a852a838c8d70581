// Continuations: which fragment continues the table before it.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/normalize/internal/places"
)

// continuesTable reports whether f continues the table made of the fragments before it,
// of which first is the first that prints headings, nil if none does.
func continuesTable(p *places.Places, before []*fragment, first, f *fragment) bool {
	if f.list > 0 || before[len(before)-1].list > 0 && !f.total {
		return false
	}
	if f.total {
		return true
	}
	last := before[len(before)-1]
	for i := len(before) - 2; last.total && i >= 0; i-- {
		last = before[i]
	}
	if f.continues {
		if f.titles == nil && f.width < last.width && len(before[0].rows) > 0 {
			f.cols, _ = alignColumns(p, before[0], f)
		}
		return true
	}
	if f.apart || (f.method == "list") != (last.method == "list") || f.part != last.part {
		return false
	}
	if f.method == "list" {
		return len(f.above) > 0 || !f.prose
	}
	if f.titles != nil {
		if first == nil {
			return false
		}
		cols, ok := alignTitles(p, first, f)
		f.cols = cols
		return ok
	}
	if first == nil {
		first = before[0]
	}
	if f.width == last.width && last.cols != nil {
		f.cols = last.cols // the next page in the same layout
	}
	switch {
	case f.header > 0: // blank headings: a converter's mark of a cut table
		return f.width == last.width
	case f.prose || f.width > first.width:
		return false
	case f.width == last.width:
		return fits(p, first, f)
	}
	cols, ok := alignColumns(p, first, f)
	f.cols = cols
	return ok
}

// titled returns the first fragment that prints headings, nil if none does.
func titled(frags []*fragment) *fragment {
	for _, f := range frags {
		if f.titles != nil {
			return f
		}
	}
	return nil
}

// fits reports whether the values of f, which has no headings, fit
// the columns of first: no column of a known kind rejects most of them.
func fits(p *places.Places, first, f *fragment) bool {
	for j := range f.width {
		k := f.column(j)
		if k < 0 || k >= len(first.titles) {
			continue
		}
		name := columnNamed(first.titles[k])
		ok, bad := 0, 0
		for i := range min(len(f.rows), SampleRows) {
			if j >= len(f.rows[i].Cells) {
				continue
			}
			s := strings.TrimSpace(f.rows[i].Cells[j].Text())
			if s == "" {
				continue
			}
			if accepted, known := p.Accepts(name, s); !known || accepted {
				ok++
			} else {
				bad++
			}
		}
		if bad > ok+1 {
			return false
		}
	}
	return true
}

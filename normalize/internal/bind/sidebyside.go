// Tables set side by side: the same headings twice, and half of the rows below each.

package bind

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
)

// sideBySide returns how many columns the first of several tables set side by side
// has: their headings are the same, two at least. 0 if there is one table.
func sideBySide(titles []string) int {
	for n := 2; 2*n <= len(titles); n++ {
		if len(titles)%n != 0 || titles[0] == "" {
			continue
		}
		same := true
		for j := n; j < len(titles) && same; j++ {
			same = titles[j] != "" && fold.Words(titles[j]) == fold.Words(titles[j-n])
		}
		if same && len(distinct(titles[:n])) == n {
			return n
		}
	}
	return 0
}

func distinct(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return slices.Compact(s)
}

// stacked sets tables that are printed side by side, each of n columns, one below the other,
// below one header.
func stacked(rows []document.Row, header, n int) []document.Row {
	out := make([]document.Row, 0, 2*len(rows))
	width := 0
	for i := range rows {
		width = max(width, len(rows[i].Cells))
	}
	for from := 0; from < width; from += n {
		for i := range rows {
			r := rows[i]
			if i < header && from > 0 || from >= len(r.Cells) {
				continue
			}
			r.Cells = r.Cells[from:min(from+n, len(r.Cells))]
			if from > 0 && allBlank(&r) {
				continue
			}
			out = append(out, r)
		}
	}
	return out
}

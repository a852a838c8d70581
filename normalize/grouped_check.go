// The check of figures of lists that a blank divides: "Génération 90 400" may be a club of
// that name with 400 points.

package normalize

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// minUngrouped is the least number of values without groups that show the size of the
	// values of a list.
	minUngrouped = 2
	// farAbove is how many times the largest of them a value with groups must be to be
	// doubted.
	farAbove = 20
)

// checkGrouped doubts a figure of a list that is far above all figures without a blank,
// if its last three figures alone are not.
func checkGrouped(res *checked) []records.Finding {
	return eachTable(res, records.CodeListUncertain, func(t *bind.Table, rp *reporter) {
		if t.List == 0 {
			return
		}
		for j := range t.Columns {
			if t.Columns[j].Type == records.Number {
				doubtGrouped(t, j, rp)
			}
		}
	})
}

func doubtGrouped(t *bind.Table, j int, rp *reporter) {
	var plain span
	grouped := 0
	for _, r := range t.Rows {
		if v, err := strconv.ParseFloat(r.Text(j), 64); err == nil && r.Role == records.Data {
			if lastGroup(r, j) == "" {
				plain.add(v)
			} else {
				grouped++
			}
		}
	}
	if grouped == 0 || plain.n < minUngrouped || grouped > plain.n {
		return
	}
	for _, r := range t.Rows {
		last := lastGroup(r, j)
		v, err := strconv.ParseFloat(r.Text(j), 64)
		if last == "" || err != nil || r.Role != records.Data || v < farAbove*plain.most {
			continue
		}
		if w, err := strconv.ParseFloat(last, 64); err == nil && w >= plain.least && w <= 2*plain.most {
			rp.doubt(r, "%s: is %q one figure, or do the figures before %s belong to the name? The others are not above %g", t.Columns[j].Name, r.Src(j).Text(), last, plain.most)
		}
	}
}

// lastGroup returns the last three figures of a printed value that blanks divide into
// groups, "" if none do.
func lastGroup(r *records.Record, j int) string {
	src := r.Src(j)
	if src == nil {
		return ""
	}
	parts := strings.Fields(src.Text())
	if len(parts) < 2 || len(parts[len(parts)-1]) != 3 {
		return ""
	}
	return parts[len(parts)-1]
}

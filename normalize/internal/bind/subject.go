// The subject of a table: the column that says what its rows are about.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/records"
)

// maxCross is the longest mark, "X" or a tick, in bytes; a column that prints nothing
// else does not say what rows are about.
const maxCross = 3

// minDistinct is the least ratio of different values, against the column that has most,
// at which a column is as likely what rows are about (then the leftmost is).
const minDistinct = 0.7

// subjectColumn returns the column that says what a row is about: the one whose
// heading says so, else the first of free text with about as many different values
// as any, else -1.
func subjectColumn(frags []*fragment, cols []records.Column, cs []census) int {
	best, bestRank, bestWeight := -1, 0, 0.0
	most := 0 // different values in a column that may be it
	for j := range cols {
		if cols[j].Kind == "" && valueType(&cs[j]) == records.Text {
			most = max(most, cs[j].distinct)
		}
	}
	for j := range cols {
		c := &cs[j]
		free := cols[j].Kind == "" && valueType(c) == records.Text && cols[j].Type == records.Text
		if free && best < 0 && j+1 < len(cols) && namesGroups(frags, cols, cs, j) {
			continue
		}
		if !free || c.mostly(c.measures) || c.printed > 1 && c.distinct == 1 && c.length <= maxCross*c.printed {
			continue
		}
		rank := subjectRank(cols[j].Title)
		weight := 0.0
		if most > 0 {
			weight = min(1, float64(c.distinct)/float64(most)/minDistinct)
		}
		if best < 0 || rank < bestRank || rank == bestRank && weight > bestWeight {
			best, bestRank, bestWeight = j, rank, weight
		}
	}
	return best
}

const (
	minGroupBlanks = 1.0 / 3 // least share of blank cells in a column that names groups
	minWholeRows   = 0.9     // least share of rows below such blanks whose other cells are all printed
	minGroupWidth  = 3       // columns: of two, the rest of a broken line looks the same
)

// namesGroups reports whether column j names groups of rows, and another column of text
// right of it the rows: its first cell is printed, blanks below it are common, no value
// is printed twice in a row, and the rows with blanks print all that the others do.
func namesGroups(frags []*fragment, cols []records.Column, cs []census, j int) bool {
	if len(cols) < minGroupWidth || cols[j+1].Kind != "" || valueType(&cs[j+1]) != records.Text || cs[j+1].printed <= cs[j].printed || cs[j+1].mostly(cs[j+1].measures) {
		return false // most tables end here
	}
	rows, blanks, whole := 0, 0, 0
	last := ""
	for _, f := range frags {
		for i := f.header; i < len(f.rows) && rows < SampleRows; i++ {
			r := &f.rows[i]
			if len(r.Cells) < len(cols) || r.Lone() >= 0 || IsTotalRow(r) || f.groupRows[i] > 0 || f.cols != nil {
				continue
			}
			rows++
			s := cellText(r, j)
			switch {
			case s == last && s != "", s == "" && last == "":
				return false
			case s != "":
				last = s
				continue
			}
			blanks++
			if printed := printedCells(r); len(printed) == len(cols)-1 {
				whole++
			}
		}
	}
	return blanks > 0 && float64(blanks) >= minGroupBlanks*float64(rows) && float64(whole) >= minWholeRows*float64(blanks)
}

// subjectRank returns how likely a heading says what a row is about: 0 is the
// likeliest, len(lexicon.RowSubjects) unknown, more means that it does not.
func subjectRank(title string) int {
	t := " " + fold.Words(title) + " "
	for _, s := range lexicon.SubjectDetails {
		if strings.HasPrefix(t, " "+s+" ") || strings.HasPrefix(t, " "+s+"s ") {
			return len(lexicon.RowSubjects) + 1
		}
	}
	for i, s := range lexicon.RowSubjects {
		if strings.HasPrefix(t, " "+s+" ") || strings.HasPrefix(t, " "+s+"s ") {
			return i
		}
	}
	return len(lexicon.RowSubjects)
}

// subject returns the printed column that says what a row is about: the one
// for names; in a table without one the commune, the department or the region;
// else the first that holds text.
func subject(cols []records.Column) int {
	for _, name := range [...]string{"name", "commune", "department", "region"} {
		for j := range cols {
			if cols[j].Means() == name && cols[j].Printed >= 0 {
				return j
			}
		}
	}
	best := -1
	for j := range cols {
		if cols[j].Printed >= 0 && (best < 0 || cols[j].Type == records.Text && cols[best].Type != records.Text) {
			best = j
		}
	}
	return best
}

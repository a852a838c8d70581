// Parts: tables under headings of their own that are one table all the same, since they
// print the same headings of columns and their own headings differ by a number only, or
// since the prose counts their rows together.

package bind

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	// minPartColumns is the least number of columns of tables that are parts of one: a
	// single one has the same heading by chance.
	minPartColumns = 2
	// maxParts bounds the tables that are looked at as parts of one.
	maxParts = 1000
)

// severalApart reports whether a heading is between two tables.
func severalApart(frags []*fragment) bool {
	return slices.ContainsFunc(frags[min(1, len(frags)):], func(f *fragment) bool { return f.apart && f.list == 0 })
}

// findParts marks the fragments that are parts of the table before them though a heading
// is between, and makes sections of their headings where these differ in more than which
// page of how many they are on. announced are the counts of the prose.
func findParts(frags []*fragment, announced []int) {
	for from := 0; from < len(frags); {
		to := from + 1
		for to < len(frags) && to-from < maxParts && mayBePart(frags[from], frags[to]) {
			to++
		}
		run := frags[from:to]
		switch how := partsOf(run, announced); how {
		case pagesOfOne, sectionsOfOne:
			for i, f := range run {
				if i > 0 && f.apart {
					f.apart, f.rejoined = false, true
				}
				if how == sectionsOfOne && f.head != nil && (i == 0 || f.rejoined) {
					f.above, f.context = append(f.above, *f.head), append(f.context, *f.head)
				}
			}
			if how == sectionsOfOne {
				run[0].title = run[0].headAbove
			}
		}
		from = to
	}
}

// deepen makes the rows that name groups in parts groups inside those parts.
func deepen(frags []*fragment) {
	if !slices.ContainsFunc(frags, func(f *fragment) bool { return f.rejoined && len(f.above) > 0 }) {
		return
	}
	for _, f := range frags {
		for row, depth := range f.groupRows {
			if depth == 1 {
				f.groupRows[row] = 2
			}
		}
	}
}

// mayBePart reports whether f has the columns of first, which begins a run of parts.
func mayBePart(first, f *fragment) bool {
	if first.list > 0 || f.list > 0 || first.total || f.part != first.part || first.method == "list" || f.method == "list" {
		return false
	}
	if f.continues || f.total {
		return true
	}
	if first.width < minPartColumns || f.width != first.width || !f.apart || len(f.above) > 0 || f.head == nil {
		return false
	}
	return slices.EqualFunc(first.titles, f.titles, func(a, b string) bool { return fold.Words(a) == fold.Words(b) })
}

// A partsKind says what tables with the same columns are to each other.
type partsKind int

const (
	tablesApart   partsKind = iota
	pagesOfOne              // "Prix (1/2)", "Prix (2/2)"
	sectionsOfOne           // "Journée 1", "Journée 2"; or whatever is counted together
)

// partsOf says what the fragments of a run are to each other.
func partsOf(run []*fragment, announced []int) partsKind {
	heads, rows := 0, 0
	pages, numbered := true, true
	first := run[0]
	if first.head == nil {
		return tablesApart
	}
	for i, f := range run {
		rows += dataRows(f)
		if i > 0 && !f.apart {
			continue
		}
		heads++
		pages = pages && pageless(f.title) == pageless(first.title)
		numbered = numbered && numberless(f.title) == numberless(first.title) && numberless(f.title) != fold.Words(f.title)
	}
	switch {
	case heads < 2:
		return tablesApart
	case pages:
		return pagesOfOne
	case numbered:
		return sectionsOfOne
	case first.titles != nil && slices.Contains(announced, rows):
		return sectionsOfOne
	}
	return tablesApart
}

// dataRows counts the rows of a fragment that may be records.
func dataRows(f *fragment) (n int) {
	for i := f.header; i < len(f.rows); i++ {
		if r := &f.rows[i]; !allBlank(r) && (f.width == 1 || r.Lone() < 0) && !IsTotalRow(r) {
			n++
		}
	}
	return n
}

// pageless returns the words of a heading without what says which of its pages it is
// on: "(1/2)", "(suite)".
func pageless(title string) string {
	title = fold.Words(pageOfPages.ReplaceAllString(title, " "))
	for _, w := range lexicon.Continued {
		title = strings.TrimSpace(strings.TrimSuffix(title, w))
	}
	return title
}

// pageOfPages matches "1/2", which of its pages a heading is on.
var pageOfPages = regexp.MustCompile(`\b\d{1,2} ?/ ?\d{1,2}\b`)

// numberless returns the words of a heading without figures: "Journée n° 1".
func numberless(title string) string {
	return fold.Words(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return ' '
		}
		return r
	}, title))
}

// Where the tables of a text stand: its pages are laid out one after the other,
// and the chunks of lines are cut anew around the tables found.

package text

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/pagebreak"
)

const (
	// maxPageLines is how many lines are set as one page.
	maxPageLines = 500
	// maxPageChars bounds the characters of one page: 500 lines of 400.
	maxPageChars = 200_000
)

// placeTables finds tables by grid, page by page, and returns the chunks cut
// around them.
func (t *textPage) placeTables(cs []chunk) []chunk {
	set := make([]bool, len(cs)) // chunks whose cells are parted by signs
	var found []charpage.Table
	for i := 0; i < len(cs); i++ {
		if set[i] = t.partedBySigns(&cs[i]); set[i] {
			continue
		}
		if f, next := t.records(cs, i); f != nil {
			found = append(found, *f)
			for ; i < next; i++ {
				set[i] = true
			}
			i--
			continue
		}
		f := t.longTable(&cs[i])
		if f == nil {
			f = t.plainTable(&cs[i])
		}
		if f != nil {
			found, set[i] = append(found, *f), true
		}
	}
	var before grid.Before
	for i := 0; i < len(cs); {
		j := i
		var lines []textLine
		var at []int
		gaps, chars := 0, 0
		for ; j < len(cs) && (cs[j].lo == cs[j].hi || len(lines) == 0 || t.lines[cs[j].lo].page == lines[0].page); j++ {
			if set[j] {
				continue
			}
			for k := cs[j].lo; k < cs[j].hi; k++ {
				if t.letterhead(segments(t.text, t.lines[k], nil)) {
					continue
				}
				lines, at = append(lines, t.lines[k]), append(at, k)
				chars += int(t.lines[k].end - t.lines[k].start)
				if gaps < 2 && (t.hasGaps(k) || strings.Contains(t.str(t.lines[k]), leaderDots)) {
					gaps++
				}
			}
		}
		// A page that goes on with a table may have one line without a gap.
		least := 2
		if n := len(found); n > 0 && len(lines) > 0 {
			least = 1
			if found[n-1].Table.At.Page > 0 && lines[0].page == found[n-1].Table.At.Page+1 {
				least = 0
			}
		}
		if i = j; len(lines) == 0 || gaps < least || len(lines) > maxPageLines || chars > maxPageChars {
			continue
		}
		all, where := t.withRules(lines, at)
		for _, f := range charpage.Tables(t.text, t.charLines(all), &before) {
			place(&f, where)
			for k := f.Lo; k < f.Hi; k++ {
				if _, ok := slices.BinarySearch(at, k); !ok {
					f.Others = append(f.Others, t.charLines(t.lines[k:k+1])...)
				}
			}
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b charpage.Table) int { return cmp.Compare(a.Lo, b.Lo) })
	t.goOn(found)
	return cutAround(cs, found)
}

// goOn marks tables that go on from the page before: nothing stands between
// them but the page break, and they have as many columns.
func (t *textPage) goOn(found []charpage.Table) {
	for k := 1; k < len(found); k++ {
		a, b := &found[k-1], &found[k]
		if b.Lo != a.Hi || a.Lo == a.Hi || b.Lo == b.Hi || len(a.Others) > 0 || len(b.Others) > 0 || a.Cols != b.Cols ||
			t.lines[b.Lo].page != t.lines[a.Hi-1].page+1 {
			continue
		}
		b.Table.Continues = true
		pagebreak.JoinCutRow(a.Table, b.Table)
	}
}

// withRules puts the lines that draw rules between those of a page.
func (t *textPage) withRules(lines []textLine, at []int) (all []textLine, where []int) {
	n, _ := slices.BinarySearchFunc(t.rules, lines[0].start, func(a textLine, b int32) int { return cmp.Compare(a.start, b) })
	for ; n > 0 && t.rules[n-1].page == lines[0].page; n-- {
	}
	k := 0
	for ; n < len(t.rules) && t.rules[n].page == lines[0].page; n++ {
		for k < len(lines) && lines[k].start < t.rules[n].start {
			all, where = append(all, lines[k]), append(where, at[k])
			k++
		}
		all, where = append(all, t.rules[n]), append(where, -1)
	}
	return append(all, lines[k:]...), append(where, at[k:]...)
}

// place turns the lines of the page into those of the text.
func place(f *charpage.Table, at []int) {
	lo, hi := f.Lo, f.Hi
	for lo < hi && at[lo] < 0 {
		lo++
	}
	for hi > lo && at[hi-1] < 0 {
		hi--
	}
	if lo == hi {
		k := lo
		for k > 0 && (k == len(at) || at[k] < 0) {
			k--
		}
		f.Lo, f.Hi = at[k], at[k]
		return
	}
	f.Lo, f.Hi = at[lo], at[hi-1]+1
}

// cutAround cuts chunks where tables were found, and puts each table in a
// chunk of its own.
func cutAround(cs []chunk, found []charpage.Table) []chunk {
	if len(found) == 0 {
		return cs
	}
	var out []chunk
	k := 0
	for _, c := range cs {
		for k < len(found) && found[k].Lo < c.hi {
			f := &found[k]
			if f.Lo > c.lo {
				out = append(out, chunk{lo: c.lo, hi: f.Lo})
			}
			out = append(out, chunk{lo: f.Lo, hi: f.Hi, found: f})
			c.lo = max(c.lo, f.Hi)
			k++
		}
		if n := len(out); n > 0 && out[n-1].found != nil {
			c.lo = max(c.lo, min(c.hi, out[n-1].hi))
		}
		if c.lo < c.hi {
			out = append(out, c)
		}
	}
	return out
}

// partedBySigns reports whether the cells of a chunk are parted by pipes, single
// tabs or semicolons, which say more than their places.
func (t *textPage) partedBySigns(c *chunk) bool {
	if t.piped(c.lo, c.hi) {
		return true
	}
	if first, last := t.barePipes(c.lo, c.hi); first < last {
		return true
	}
	if first, last := t.tabbed(c.lo, c.hi); first < last {
		lo, hi := t.tabular(c.lo, c.hi)
		return hi <= lo || !t.aligns(lo, hi)
	}
	first, last := t.separated(c.lo, c.hi)
	return first < last
}

// charLines returns lines as a page of characters takes them.
func (t *textPage) charLines(lines []textLine) []charpage.Line {
	out := make([]charpage.Line, len(lines))
	for i, ln := range lines {
		out[i] = charpage.Line{Start: ln.start, End: ln.end, Num: ln.num, Page: t.at(ln).Page}
	}
	return out
}

// others returns the lines that stand beside a table.
func (t *textPage) others(f *charpage.Table) []textLine {
	var out []textLine
	for _, ln := range f.Others {
		out = append(out, textLine{ln.Start, ln.End, ln.Num, max(ln.Page, 1)})
	}
	return out
}

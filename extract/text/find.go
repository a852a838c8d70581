// Where the tables of a text stand: its pages are laid out one after the other,
// and the chunks of lines are cut anew around the tables found.

package text

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/grid"
	"github.com/pressoir/pressoir/extract/internal/latex"
	"github.com/pressoir/pressoir/extract/internal/pagebreak"
)

const (
	// maxPageLines is how many lines are set as one page.
	maxPageLines = 500
	// maxPageChars bounds the characters of one page: 500 lines of 400.
	maxPageChars = 200_000
)

// A finder finds the tables of a text.
type finder struct {
	*textPage
	chunks []chunk
	signed []bool // chunks that were read by the signs in them
	found  []charpage.Table
	before grid.Before // what the pages before have shown
	setter charpage.Setter
	cuts   []int // lines at which a page was cut that is too long

	unclosed int // environments of LaTeX that nothing closes
}

// placeTables finds the tables of the chunks and returns the chunks cut around them.
func (t *textPage) placeTables(cs []chunk) []chunk {
	f := &finder{textPage: t, chunks: cs, signed: make([]bool, len(cs))}
	f.readSigned()
	for i := 0; i < len(cs); {
		i = f.readPage(i)
	}
	slices.SortStableFunc(f.found, func(a, b charpage.Table) int { return cmp.Compare(a.Lo, b.Lo) })
	f.goOn()
	return cutAround(cs, f.found)
}

// readSigned finds the tables whose cells are separated by signs, which say more than
// their places, and records of names and values.
func (f *finder) readSigned() {
	source := strings.Contains(f.text, `\begin{`)
	for i := 0; i < len(f.chunks); i++ {
		c := &f.chunks[i]
		if source && f.unclosed < maxUnclosed {
			if next := f.readLatex(i); next > i {
				i = next - 1
				continue
			}
		}
		if f.signed[i] = f.piped(c.lo, c.hi); f.signed[i] {
			continue // flow reads it
		}
		tab, next := f.signedTable(c), i+1
		if tab == nil {
			tab, next = f.records(f.chunks, i)
		}
		if tab == nil {
			tab, next = f.slashTable(f.chunks, i)
		}
		if tab == nil {
			if tab, next = f.plainTable(c), i+1; tab == nil {
				continue
			}
		}
		f.found = append(f.found, *tab)
		for k := i; k < next; k++ {
			f.signed[k] = true
		}
		i = next - 1
	}
}

// readLatex reads the table of LaTeX source that begins in chunk i and returns the chunk
// after it; i if none begins there.
func (f *finder) readLatex(i int) int {
	for lo := f.chunks[i].lo; lo < f.chunks[i].hi; lo++ {
		env := latex.Begin(f.str(f.lines[lo]))
		if env == "" {
			continue
		}
		for hi := lo; hi < min(len(f.lines), lo+latex.MaxLines); hi++ {
			if !latex.End(f.str(f.lines[hi]), env) {
				continue
			}
			first := f.at(f.lines[lo])
			tab := latex.Table(f.text[f.lines[lo].start:f.lines[hi].end], first.Line, first.Page)
			if tab == nil {
				break
			}
			f.found = append(f.found, charpage.Table{Lo: lo, Hi: hi + 1, Table: tab, Cols: len(tab.Rows[0].Cells)})
			for ; i < len(f.chunks) && f.chunks[i].lo <= hi; i++ {
				f.signed[i] = true
			}
			return i
		}
		f.unclosed++
		return i
	}
	return i
}

// maxUnclosed is how many environments of LaTeX that nothing closes are looked at.
const maxUnclosed = 8

// signedTable returns the table of a chunk whose cells bare pipes, tabs or semicolons
// separate; nil if there is none.
func (t *textPage) signedTable(c *chunk) *charpage.Table {
	var tab *document.Table
	lo, hi := t.barePipes(c.lo, c.hi)
	if lo < hi {
		tab = t.pipeTable(t.lines[lo:hi])
	} else if lo, hi = t.tabbed(c.lo, c.hi); lo < hi {
		tab = t.cellTable(t.lines[lo:hi], "\t", "tabs")
	} else if lo, hi = t.separated(c.lo, c.hi); lo < hi {
		tab = t.cellTable(t.lines[lo:hi], ";", "semicolons")
	} else {
		return nil
	}
	return &charpage.Table{Lo: lo, Hi: hi, Table: tab, Cols: len(tab.Rows[0].Cells)}
}

// readPage finds the tables of a page that begins with chunk i, or of as much of it as
// is set at once, and returns the chunk after it.
func (f *finder) readPage(i int) int {
	var lines []textLine
	var at []int
	gaps, chars := 0, 0
	j := i
	for ; j < len(f.chunks); j++ {
		c := f.chunks[j]
		if f.signed[j] || c.lo == c.hi {
			continue
		}
		if n := len(lines); n > 0 {
			if f.lines[c.lo].page != lines[0].page {
				break
			}
			if size := int(f.lines[c.hi-1].end - f.lines[c.lo].start); n+c.hi-c.lo > maxPageLines || chars+size > maxPageChars {
				f.cuts = append(f.cuts, c.lo)
				break
			}
		} else if c.hi-c.lo > maxPageLines {
			f.readLong(c)
			return j + 1
		}
		for k := c.lo; k < c.hi; k++ {
			if f.letterhead(segments(f.text, f.lines[k], nil)) {
				continue
			}
			lines, at = append(lines, f.lines[k]), append(at, k)
			chars += int(f.lines[k].end - f.lines[k].start)
			if gaps < 2 && (f.hasGaps(k) || strings.Contains(f.str(f.lines[k]), leaderDots)) {
				gaps++
			}
		}
	}
	if len(lines) == 0 || gaps < f.leastGaps(lines[0]) || chars > maxPageChars {
		return j
	}
	f.readLines(lines, at)
	return j
}

// leastGaps returns how many lines with gaps a page has at least that may hold a table:
// one that goes on with a table may have one line without a gap.
func (f *finder) leastGaps(first textLine) int {
	n := len(f.found)
	switch {
	case n == 0:
		return 2
	case f.found[n-1].Table.At.Page > 0 && first.page == f.found[n-1].Table.At.Page+1:
		return 0
	}
	return 1
}

// readLines finds the tables of lines, which stand at those places of the text.
func (f *finder) readLines(lines []textLine, at []int) {
	all, where := f.withRules(lines, at)
	for _, tab := range f.setter.Tables(f.text, f.charLines(all), &f.before) {
		place(&tab, where)
		for k := tab.Lo; k < tab.Hi; k++ {
			if _, ok := slices.BinarySearch(at, k); !ok {
				tab.Others = append(tab.Others, f.charLines(f.lines[k:k+1])...)
			}
		}
		f.found = append(f.found, tab)
	}
}

// goOn marks tables that go on from the page before: nothing stands between
// them but the page break, and they have as many columns. Where a page was cut that is
// too long to be set at once they are one.
func (f *finder) goOn() {
	out := f.found[:0]
	for k := range f.found {
		b := f.found[k]
		if n := len(out); n > 0 {
			a := &out[n-1]
			if b.Lo == a.Hi && a.Lo < a.Hi && b.Lo < b.Hi && len(a.Others) == 0 && len(b.Others) == 0 && a.Cols == b.Cols {
				if _, cut := slices.BinarySearch(f.cuts, b.Lo); cut {
					a.Table.Rows, a.Hi = append(a.Table.Rows, b.Table.Rows...), b.Hi
					continue
				}
				if f.lines[b.Lo].page == f.lines[a.Hi-1].page+1 {
					b.Table.Continues = true
					pagebreak.JoinCutRow(a.Table, b.Table)
				}
			}
		}
		out = append(out, b)
	}
	f.found = out
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

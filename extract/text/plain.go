// This file reads tables whose columns are not aligned: cells separated by two blanks,
// figures separated by one, and records of "Name : value".

package text

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/shape"
	"github.com/pressoir/pressoir/extract/internal/source"
	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	// minGapped is how many lines with as many gaps make a table whose cells stand
	// in no line; so many cells each.
	minGapped, minGappedCells = 3, 3
	// inLine is the share of a column's cells that begin, or end, in line: then
	// the places of the cells tell its columns.
	inLine = 0.6
	// minFigureRows is how many rows below a heading make a table whose figures
	// single blanks part; so many figures each.
	minFigureRows, minFigures = 3, 2
	// minRecords is how many blocks of the same names make records of them, and how
	// many names each has, together with one more of either.
	minRecords, minNames = 2, 2
	// maxNames bounds the names of one record.
	maxNames = 40
)

// plainTable returns the table of a chunk if its columns are not aligned, nil if it has
// none.
func (t *textPage) plainTable(c *chunk) *charpage.Table {
	if n := c.hi - c.lo; n < minGapped || n > maxPageLines {
		return nil
	}
	if f := t.gappedTable(c.lo, c.hi); f != nil {
		return f
	}
	return t.figureTable(c.lo, c.hi)
}

// rowsTable makes a table of the lines lo to hi from the cells of its rows.
func (t *textPage) rowsTable(lo, hi int, rows [][]string, nums []int) *charpage.Table {
	tab := &document.Table{Frame: document.Frame{At: t.at(t.lines[lo])}, Method: "columns"}
	for r, cells := range rows {
		row := document.Row{At: t.at(t.lines[nums[r]])}
		for _, c := range cells {
			row.Cells = append(row.Cells, document.Cell{Printed: c})
		}
		tab.Rows = append(tab.Rows, row)
	}
	return &charpage.Table{Lo: lo, Hi: hi, Table: tab, Cols: len(rows[0])}
}

// gappedTable reads lines that have the same number of gaps and cells that are not aligned.
func (t *textPage) gappedTable(lo, hi int) *charpage.Table {
	var rows [][]string
	var nums []int
	var all [][]segment
	for i := lo; i < hi; i++ {
		segs := segments(t.text, t.lines[i], nil)
		if len(segs) < minGappedCells || len(all) > 0 && len(segs) != len(all[0]) {
			return nil
		}
		all = append(all, segs)
		var cells []string
		for _, s := range segs {
			cells = append(cells, shape.Squeeze(t.text[s.b0:s.b1]))
		}
		rows, nums = append(rows, cells), append(nums, i)
	}
	for col := 1; col < len(all[0]); col++ {
		starts, ends := map[int]int{}, map[int]int{}
		most := 0
		for _, segs := range all {
			starts[segs[col].c0]++
			ends[segs[col].c1]++
			most = max(most, starts[segs[col].c0], ends[segs[col].c1])
		}
		if float64(most) >= inLine*float64(len(all)) {
			return nil
		}
	}
	return t.rowsTable(lo, hi, rows, nums)
}

// figureTable reads a heading, and rows of a name and figures, that single blanks separate:
// "Site 2022 2023" above "Auxerre 1 234 980". The heading shows how many figures there are;
// with that, each row must have a single reading.
func (t *textPage) figureTable(lo, hi int) *charpage.Table {
	for head := lo; hi-head > minFigureRows; head++ {
		words := strings.FieldsFunc(t.str(t.lines[head]), source.IsBlank)
		first := strings.FieldsFunc(t.str(t.lines[head+1]), source.IsBlank)
		n := trailingFigures(first)
		gaps := t.hasGaps(head)
		if n < minFigures || n == len(first) || gaps && !t.closeYears(head) {
			continue
		}
		row, n := figureHeading(words, n)
		if row == nil {
			continue
		}
		rows, nums := [][]string{row}, []int{head}
		i, filled := head+1, 0
		for ; i < hi && (gaps || !t.hasGaps(i)); i++ {
			ws := strings.FieldsFunc(t.str(t.lines[i]), source.IsBlank)
			row := figureRow(ws, n)
			if row == nil {
				// The name of a group has a line to itself.
				if i+1 == hi || len(ws) > maxGroupWords || trailingFigures(ws) > 0 || figureRow(strings.FieldsFunc(t.str(t.lines[i+1]), source.IsBlank), n) == nil {
					break
				}
				row = []string{strings.Join(ws, " ")}
			} else {
				filled++
			}
			rows, nums = append(rows, row), append(nums, i)
		}
		if filled >= minFigureRows {
			return t.rowsTable(head, i, rows, nums)
		}
	}
	return nil
}

// closeYears reports whether single blanks separate the years at the end of a line. The
// figures right-aligned below them have wide gaps that separate no columns.
func (t *textPage) closeYears(i int) bool {
	segs := segments(t.text, t.lines[i], nil)
	last := segs[len(segs)-1]
	words := strings.FieldsFunc(t.text[last.b0:last.b1], source.IsBlank)
	return len(words) >= minFigures && shape.Year(words[len(words)-1]) && shape.Year(words[len(words)-2])
}

// maxGroupWords is the largest number of words of the name of a group of rows.
const maxGroupWords = 6

// figureHeading returns the cells of a line of words that may head a name and figures, and
// the number of figures. figures is their number in the row below. It returns nil if the
// line heads none.
func figureHeading(words []string, figures int) (cells []string, n int) {
	years := 0
	for k := len(words) - 1; k > 0 && shape.Year(words[k]); k-- {
		years++
	}
	plain := !slices.ContainsFunc(words, isFigure)
	switch {
	case years >= minFigures:
		n = years
	case plain && len(words) == figures: // nothing heads the names
		return append([]string{""}, words...), figures
	case plain && len(words) > minFigures:
		n = len(words) - 1
	default:
		return nil, 0
	}
	at := len(words) - n
	return append([]string{strings.Join(words[:at], " ")}, words[at:]...), n
}

// trailingFigures returns the number of words at the end that are figures.
func trailingFigures(words []string) int {
	n := 0
	for n < len(words) && isFigure(words[len(words)-1-n]) {
		n++
	}
	return n
}

// isFigure reports whether a word is a figure, signed or not, or a share.
func isFigure(s string) bool {
	if s == ":" || lexicon.SaysMissing(s) { // statistical offices print a colon
		return true
	}
	digits := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune(",.+-−%()", r):
			return false
		}
	}
	return digits > 0
}

// figureRow returns the name of a row and its n figures; nil if the words can be read in
// several ways, or in none.
func figureRow(words []string, n int) []string {
	figures := trailingFigures(words)
	name := len(words) - figures
	if name == 0 || figures < n {
		return nil
	}
	var cells []string
	merged := 0
	for _, w := range words[name:] {
		if k := len(cells) - 1; k >= 0 && endsThousands(cells[k], w) {
			cells[k] += " " + w
			merged++
			continue
		}
		cells = append(cells, w)
	}
	switch {
	case len(cells) == n: // every group of three belongs to the figure before it
	case figures == n && merged > 0: // or none does
		cells = words[name:]
	default:
		return nil
	}
	return append([]string{strings.Join(words[:name], " ")}, cells...)
}

// endsThousands reports whether w can be the next three figures of the number a.
func endsThousands(a, w string) bool {
	digits := w
	if i := strings.IndexByte(w, ','); i >= 0 {
		digits = w[:i]
	}
	if len(digits) != 3 || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	last := a[strings.LastIndexByte(a, ' ')+1:]
	last = strings.TrimLeft(last, "+-−")
	return last != "" && len(last) <= 3 && strings.Trim(last, "0123456789") == "" && (len(a) <= 4 || len(last) == 3)
}

// records returns the table of the chunks from cs[i] on if each prints the same names with
// a value, "Commune : Brest", one per line; and the chunk after them. A record may lack
// names, except the first, with which each record begins.
func (t *textPage) records(cs []chunk, i int) (f *charpage.Table, next int) {
	var all []named
	lo := cs[i].lo
	next = i
	for ; next < len(cs); next++ {
		c := &cs[next]
		if c.lo == c.hi || next > i && t.lines[c.lo].num-t.lines[cs[next-1].hi-1].num > maxChunkGap {
			break
		}
		more := t.namedValues(c, all)
		if more == nil {
			break
		}
		all = append(all, more...)
	}
	if len(all) < minRecords {
		return nil, i
	}
	names := all[0].names
	for _, r := range all {
		if len(r.names) > len(names) {
			names = r.names
		}
	}
	if len(names) < minNames || len(all)+len(names) <= minRecords+minNames {
		return nil, i
	}
	rows, nums := [][]string{names}, []int{lo}
	whole := 0
	for _, r := range all {
		row := make([]string, len(names))
		for k, name := range r.names {
			at := slices.Index(names, name)
			if at < 0 {
				return nil, i
			}
			row[at] = r.values[k]
		}
		if len(r.names) == len(names) {
			whole++
		}
		rows, nums = append(rows, row), append(nums, r.line)
	}
	if 2*whole < len(all) {
		return nil, i
	}
	return t.rowsTable(lo, cs[next-1].hi, rows, nums), next
}

// named is a record of names and their values; line is the number of its first line.
type named struct {
	names, values []string
	line          int
}

// namedValues returns the records of a chunk whose lines are all "Name : value". Each
// record begins with the name of the first line. It returns nil if that name differs from
// the records before, or if a line is something else.
func (t *textPage) namedValues(c *chunk, before []named) []named {
	var out []named
	first := ""
	if len(before) > 0 {
		first = before[0].names[0]
	}
	for i := c.lo; i < c.hi; i++ {
		s := t.str(t.lines[i])
		if strings.Trim(s, "-=*") == "" && len(s) >= minDashes {
			continue // parts records
		}
		name, value, ok := strings.Cut(s, ":")
		name, value = strings.TrimFunc(name, source.IsBlank), strings.TrimFunc(value, source.IsBlank)
		r := []rune(name)
		if !ok || value == "" || len(r) == 0 || len(r) > maxName || !unicode.IsUpper(r[0]) || strings.HasPrefix(value, "//") {
			return nil
		}
		if first == "" {
			first = name
		}
		if name == first {
			out = append(out, named{line: i})
		}
		if len(out) == 0 {
			return nil
		}
		last := &out[len(out)-1]
		if slices.Contains(last.names, name) || len(last.names) == maxNames {
			return nil
		}
		last.names, last.values = append(last.names, name), append(last.values, shape.Squeeze(value))
	}
	return out
}

const (
	// maxName is the largest number of characters of the name of a value.
	maxName = 40
	// minDashes is the least number of dashes of a line that separates records.
	minDashes = 3
)

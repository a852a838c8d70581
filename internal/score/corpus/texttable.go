// Tables in plain text, their columns set apart by blanks.

package corpus

import (
	"strings"
	"unicode/utf8"
)

// columnGap is the number of blanks between columns of text.
const columnGap = 3

func (t *table) text(b *strings.Builder, s *style) {
	if t.caption != "" {
		b.WriteString(bare(t.caption) + "\n\n")
	}
	switch t.look.drawn {
	case "":
		t.gaps(b)
	case "tabs", "semicolons":
		sign := map[string]string{"tabs": "\t", "semicolons": ";"}[t.look.drawn]
		for _, r := range t.words() {
			b.WriteString(strings.Join(r, sign) + "\n")
		}
	default:
		t.drawn(b)
	}
	b.WriteString("\n")
	for _, n := range t.notes {
		para(n).text(b, s)
	}
}

// words returns the cells as plain words.
func (t *table) words() [][]string {
	out := make([][]string, len(t.rows))
	for i, r := range t.rows {
		for _, c := range r.cells {
			out[i] = append(out[i], bare(c.words))
		}
	}
	return out
}

// widths returns the width of each column in letters. Cells that span columns
// count for none; groups neither, since they may reach over all.
func (t *table) widths() []int {
	w := make([]int, len(t.align))
	for _, r := range t.rows {
		if r.kind == group {
			continue
		}
		for j, c := range r.cells {
			if c.cols <= 1 {
				w[j] = max(w[j], utf8.RuneCountInString(bare(c.words)))
			}
		}
	}
	if t.look.widest > 0 {
		for j := range w {
			w[j] = min(w[j], t.look.widest)
		}
	}
	return w
}

// gaps sets the columns apart by blanks; a heading that spans columns is centred
// over them.
func (t *table) gaps(b *strings.Builder) {
	w := t.widths()
	printed := 0
	for i, r := range t.rows {
		if t.look.cut > 0 && r.kind != head && printed == t.look.cut {
			b.WriteString("\n\f")
			for _, h := range t.rows[:i] {
				if h.kind == head {
					t.gapRow(b, h, w)
				}
			}
			printed = 0
		}
		t.gapRow(b, r, w)
		if r.kind != head {
			printed++
		}
	}
}

// gapRow writes a row, over several lines where its cells are wider than their columns.
func (t *table) gapRow(b *strings.Builder, r row, w []int) {
	cells := make([][]string, len(r.cells))
	height := 1
	for j, c := range r.cells {
		cells[j] = []string{bare(c.words)}
		if c.cols <= 1 && r.kind != group {
			cells[j] = strings.Split(wrapped(bare(c.words), w[j], ""), "\n")
		}
		height = max(height, len(cells[j]))
	}
	for k := range height {
		var line strings.Builder
		for j := 0; j < len(cells); j++ {
			words, width, align := "", w[j], t.align[j]
			if k < len(cells[j]) {
				words = cells[j][k]
			}
			if n := r.cells[j].cols; n > 1 {
				for _, more := range w[j+1 : j+n] {
					width += columnGap + more
				}
				if r.kind == head {
					align = 'c'
				}
				j += n - 1
			}
			if r.kind == group {
				align = 'l'
			}
			line.WriteString(padded(words, width, align) + strings.Repeat(" ", columnGap))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// padded fills words up to a width.
func padded(words string, width int, align byte) string {
	n := max(0, width-utf8.RuneCountInString(words))
	switch align {
	case 'r':
		return strings.Repeat(" ", n) + words
	case 'c':
		return strings.Repeat(" ", n/2) + words + strings.Repeat(" ", n-n/2)
	}
	return words + strings.Repeat(" ", n)
}

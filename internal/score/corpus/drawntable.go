// Tables that programs draw in plain text: databases, RST, pandoc, box signs.

package corpus

import (
	"strings"
)

// A drawing says which signs a program draws a table with; "" leaves the line out.
type drawing struct {
	top, below, between, bottom string // lines: left end, fill, crossing, right end
	left, sep, right            string // of rows
}

var drawings = map[string]drawing{
	"psql":      {"", "-+", "", "", " ", " | ", ""},
	"mysql":     {"+-++", "+-++", "", "+-++", "| ", " | ", " |"},
	"box":       {"┌─┬┐", "├─┼┤", "", "└─┴┘", "│ ", " │ ", " │"},
	"rst":       {"= ", "= ", "", "= ", "", "  ", ""},
	"grid":      {"+-++", "+=++", "+-++", "+-++", "| ", " | ", " |"},
	"pandoc":    {"", "- ", "", "", "", "  ", ""},
	"multiline": {"-", "- ", "\n", "-", "", "  ", ""},
}

// drawn draws the table with the signs of its look.
func (t *table) drawn(b *strings.Builder) {
	if t.look.drawn == "leaders" {
		t.leaders(b)
		return
	}
	d, w := drawings[t.look.drawn], t.widths()
	d.line(b, d.top, w)
	for i, r := range t.rows {
		var parts []string
		for j, c := range r.cells {
			parts = append(parts, padded(bare(c.words), w[j], t.align[j]))
		}
		b.WriteString(strings.TrimRight(d.left+strings.Join(parts, d.sep)+d.right, " ") + "\n")
		switch last := i == len(t.rows)-1; {
		case r.kind == head && !last && t.rows[i+1].kind != head:
			d.line(b, d.below, w)
		case !last:
			d.line(b, d.between, w)
		}
	}
	d.line(b, d.bottom, w)
}

// line draws a line: of one sign through, of a sign with gaps, of a sign with
// crossings, or of a sign with ends and crossings.
func (d *drawing) line(b *strings.Builder, signs string, w []int) {
	s := []rune(signs)
	var left, fill, cross, right string
	switch len(s) {
	case 0:
		return
	case 1:
		if signs == "\n" {
			b.WriteString("\n")
			return
		}
		fill, cross = signs, strings.Repeat(signs, 2)
	case 2:
		fill, cross = string(s[0]), string(s[1])
		if cross == " " {
			cross = "  "
		} else { // psql has a sign at each side of the crossing
			left, cross, right = fill, fill+cross+fill, fill
		}
	default:
		fill = string(s[1])
		left, cross, right = string(s[0])+fill, fill+string(s[2])+fill, fill+string(s[3])
	}
	var parts []string
	for _, n := range w {
		parts = append(parts, strings.Repeat(fill, n))
	}
	b.WriteString(left + strings.Join(parts, cross) + right + "\n")
}

// leaderWidth is the width of a line with dot leaders.
const leaderWidth = 60

// leaders writes each row as "name ........ figure"; headings are not printed.
func (t *table) leaders(b *strings.Builder) {
	for _, r := range t.rows {
		if r.kind == head {
			continue
		}
		name, figure := bare(r.cells[0].words), bare(r.cells[len(r.cells)-1].words)
		dots := max(3, leaderWidth-len([]rune(name))-len([]rune(figure))-2)
		b.WriteString(name + " " + strings.Repeat(".", dots) + " " + figure + "\n")
	}
}

// Words that touch are cut where a column begins, on made-up pages.

package layout

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// TestCutCells sets a table of three columns whose blanks are printed. The text
// that fills its cell ends where the next column begins.
func TestCutCells(t *testing.T) {
	const full = "Saint-Germain-des-Prés-en-Forêt" // as wide as its column: 31 letters of 5 points
	for _, tt := range []struct {
		name   string
		lines  int  // that show where the second column begins
		begins bool // a text object begins with the second column
		blanks bool // the page prints its blanks
		want   string
	}{
		{"a column begins", 5, true, true, full + "|Loiret|1200"},
		{"no text object begins", 5, false, true, full + "Loiret|1200"},
		{"too few lines have the edge", 1, true, true, full + "Loiret|1200"},
		{"blanks are not printed", 5, true, false, full + "Loiret|1200"},
	} {
		s := pagetest.NewSheet()
		set := func(x, y float32, begins bool, text string) float32 {
			n := len(s.Glyphs)
			end := s.Text(x, y, 10, 0, text)
			s.Glyphs[n].Begins = begins
			return end
		}
		for k := range tt.lines {
			y := 100 + 12*float32(k)
			x := float32(50)
			for n, word := range []string{"Ville", "neuve", "haute"} {
				x = set(x, y, n == 0, word)
				if tt.blanks && n < 2 {
					s.Glyphs = append(s.Glyphs, ink.Glyph{Rune: ' ', Size: 10, Box: Box{X0: x, Y0: y - 8, X1: x + 2.5, Y1: y + 2}, Origin: ink.Point{X: x, Y: y}})
				}
				x += 2.5
			}
			set(205.2, y, true, "Yonne")
			set(300, y, true, "1200")
		}
		y := 100 + 12*float32(tt.lines)
		set(50, y, true, full)
		set(205.2, y, tt.begins, "Loiret")
		set(300, y, true, "1200")
		p := New(&s.Page)
		last, got := &p.Lines[len(p.Lines)-1], ""
		for n, i := range last.Words {
			if n > 0 {
				got += "|"
			}
			got += p.Words[i].Text
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A filledTable has a column whose left edge is at 205.2 points, and texts that
// end at 205, right before it.
type filledTable struct {
	lines int     // that leave a wide gap before the second column
	full  int     // more lines whose first cell is full
	typed int     // words with a printed blank before, elsewhere on the page
	at    float32 // where the second cell of the last line begins
	far   float32 // points from the other lines to the last
	last  string  // the first cell of the last line
	goes  bool    // its second cell continues in the same text object
}

// lastLine returns the words of the last line joined by "|" where a cell begins.
func (f filledTable) lastLine() string {
	s := pagetest.NewSheet()
	set := func(x, y float32, text string) float32 {
		n := len(s.Glyphs)
		end := s.Text(x, y, 10, 0, text)
		s.Glyphs[n].Begins = true
		return end
	}
	const full = "Saint-Germain-des-Prés-en-Forêt"
	x := set(50, 40, "Les")
	for range f.typed {
		blankAt(s, x, 40)
		x = s.Text(x+2.5, 40, 10, 0, "a")
	}
	y := float32(100)
	for range f.lines {
		set(100, y, "Auxerre")
		set(205.2, y, "Yonne")
		y += 12
	}
	for range f.full {
		set(50, y, full)
		set(205.2, y, "Yonne")
		y += 12
	}
	y += f.far - 12
	set(205-5*float32(len([]rune(f.last))), y, f.last)
	n := len(s.Glyphs)
	set(f.at, y, "45")
	s.Glyphs[n].Begins = !f.goes
	p := New(&s.Page)
	got := ""
	for n, i := range p.Lines[len(p.Lines)-1].Words {
		if p.Words[i].Cell {
			got += "|"
		} else if n > 0 {
			got += " "
		}
		got += p.Words[i].Text
	}
	return got
}

func TestColumnEdges(t *testing.T) {
	for _, tt := range []struct {
		name  string
		table filledTable
		want  string
	}{
		{"three lines show the edge", filledTable{lines: 3, typed: 9, at: 205.2, far: 12, last: "Orléans"}, "Orléans|45"},
		{"two lines do not", filledTable{lines: 2, typed: 9, at: 205.2, far: 12, last: "Orléans"}, "Orléans45"},
		{"six full cells show it", filledTable{full: 5, typed: 9, at: 205.2, far: 12, last: "Orléans"}, "Orléans|45"},
		{"five full cells do not", filledTable{full: 4, typed: 9, at: 205.2, far: 12, last: "Orléans"}, "Orléans45"},
		{"at the edge", filledTable{lines: 3, typed: 9, at: 205.75, far: 12, last: "Orléans"}, "Orléans|45"},
		{"beside the edge", filledTable{lines: 3, typed: 9, at: 205.85, far: 12, last: "Orléans"}, "Orléans45"},
		{"letters that touch", filledTable{lines: 3, typed: 9, at: 205.09, far: 12, last: "Orléans"}, "Orléans45"},
		{"letters that nearly touch", filledTable{lines: 3, typed: 9, at: 205.11, far: 12, last: "Orléans"}, "Orléans|45"},
		{"lines of the same table", filledTable{lines: 3, typed: 9, at: 205.2, far: 370, last: "Orléans"}, "Orléans|45"},
		{"lines far above", filledTable{lines: 3, typed: 9, at: 205.2, far: 420, last: "Orléans"}, "Orléans45"},
		{"hardly any blank is printed", filledTable{lines: 5, typed: 3, at: 205.2, far: 12, last: "Orléans"}, "Orléans45"},
		{"many blanks are printed", filledTable{lines: 5, typed: 4, at: 205.2, far: 12, last: "Orléans"}, "Orléans|45"},
	} {
		if got := tt.table.lastLine(); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Words at the edge of a column, after a gap that a blank could leave.
func TestWordsAtColumnEdge(t *testing.T) {
	for _, tt := range []struct {
		name, left, right string
		begins, want      bool
	}{
		{"a cell", "Orléans", "Loiret", true, true},
		{"no text object begins", "Orléans", "Loiret", false, false},
		{"groups of a figure", "12", "500", true, false},
		{"the text of an item", "2.", "Loiret", true, false},
		{"a figure after a name", "Orléans", "500", true, true},
		{"a name after a figure", "12", "Loiret", true, true},
	} {
		s := pagetest.NewSheet()
		set := func(x, y float32, begins bool, text string) float32 {
			n := len(s.Glyphs)
			end := s.Text(x, y, 10, 0, text)
			s.Glyphs[n].Begins = begins
			return end
		}
		x := set(50, 40, true, "Les")
		for range 9 {
			blankAt(s, x, 40)
			x = s.Text(x+2.5, 40, 10, 0, "a")
		}
		for k := range 3 {
			set(100, 100+12*float32(k), true, "Auxerre")
			set(205.2, 100+12*float32(k), true, "Yonne")
		}
		set(202.4-5*float32(len([]rune(tt.left))), 136, true, tt.left)
		set(205.2, 136, tt.begins, tt.right)
		p := New(&s.Page)
		l := &p.Lines[len(p.Lines)-1]
		if len(l.Words) != 2 || p.Words[l.Words[1]].Cell != tt.want {
			t.Errorf("%s: %d words, cell %v", tt.name, len(l.Words), p.Words[l.Words[len(l.Words)-1]].Cell)
		}
		if last := p.Segments[len(p.Segments)-1]; (len(last.Words) == 1) != tt.want {
			t.Errorf("%s: the last segment has %d words", tt.name, len(last.Words))
		}
	}
}

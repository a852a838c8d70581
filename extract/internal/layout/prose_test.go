// Running text and reading order on made-up pages.

package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// line returns five or more words that fill a width in em: letters are half an
// em wide, blanks a quarter.
func line(first string, em float32, words int) string {
	blanks := float32(words-1) / 4
	letters := int((em-blanks)*2+0.5) - len(first)
	out := first
	for n := words - 1; n > 0; n-- {
		k := letters / n
		out += " " + strings.Repeat("x", k)
		letters -= k
	}
	return out
}

// stack sets lines of 10 points below one another, pitch em apart.
func stack(s *pagetest.Sheet, x, y, pitch float32, lines []string) {
	for k, l := range lines {
		s.Text(x, y+10*pitch*float32(k), 10, 0, l)
	}
}

// column returns full lines 20 em wide, and shorter ones; then the last line.
func column(full, short int, width float32) []string {
	var out []string
	for range full {
		out = append(out, line("mot", 20, 5))
	}
	for range short {
		out = append(out, line("mot", width, 5))
	}
	return append(out, "le mot de la fin")
}

func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		name   string
		pitch  float32 // em
		lines  []string
		blocks int
		prose  bool
	}{
		{"running text", 1.2, column(5, 0, 0), 1, true},
		{"double spaced", 2.3, column(5, 0, 0), 1, true},
		{"lines far apart", 2.6, column(5, 0, 0), 6, false},
		{"three lines", 1.2, column(2, 0, 0), 1, true},
		{"two lines", 1.2, column(1, 0, 0), 1, false},
		{"a narrow column", 1.2, []string{line("mot", 16, 5), line("mot", 16, 5), line("mot", 16, 5), "le mot de la fin"}, 1, true},
		{"too narrow", 1.2, []string{line("mot", 14, 5), line("mot", 14, 5), line("mot", 14, 5), "le mot de la fin"}, 1, false},
		{"nearly full lines", 1.2, column(1, 5, 0.88*20), 1, true},
		{"ragged lines", 1.2, column(1, 5, 0.8*20), 1, false},
		{"enough full lines", 1.2, column(6, 4, 10), 1, true},
		{"too few full lines", 1.2, column(5, 5, 10), 1, false},
		{"enough words", 1.2, []string{line("mot", 20, 5), line("mot", 20, 5), line("mot", 20, 5), line("mot", 20, 5)}, 1, true},
		{"too few words", 1.2, []string{line("mot", 20, 4), line("mot", 20, 4), line("mot", 20, 4), line("mot", 20, 4)}, 1, false},
		{"figures", 1.2, slices.Repeat([]string{strings.Repeat("1234 ", 9)}, 5), 1, false},
	} {
		s := pagetest.NewSheet()
		stack(s, 50, 100, tt.pitch, tt.lines)
		p := New(&s.Page)
		bs := p.Blocks(nil)
		if len(bs) != tt.blocks || bs[0].Prose != tt.prose {
			t.Errorf("%s: got %d blocks, prose %v", tt.name, len(bs), bs[0].Prose)
		}
	}
}

// What is skipped ends a block, and so does a change of size or of columns.
func TestBlocksEnd(t *testing.T) {
	blocks := func(set func(*pagetest.Sheet), skip func(int32) bool) int {
		s := pagetest.NewSheet()
		stack(s, 200, 100, 1.2, column(3, 0, 0))
		set(s)
		return len(New(&s.Page).Blocks(skip))
	}
	if n := blocks(func(*pagetest.Sheet) {}, func(i int32) bool { return i == 2 }); n != 2 {
		t.Errorf("a segment left out: %d blocks", n)
	}
	if n := blocks(func(s *pagetest.Sheet) { s.Text(200, 88, 12, 0, "Titre") }, nil); n != 2 {
		t.Errorf("a heading above: %d blocks", n)
	}
	for _, tt := range []struct {
		name   string
		at     float32 // em before the right edge of the block
		blocks int
	}{{"columns begin", 2.2, 3}, {"at the edge", 1.8, 2}} {
		s := pagetest.NewSheet()
		stack(s, 200, 100, 1.2, []string{line("mot", 20, 5), "fin", "une"})
		s.Text(400-10*tt.at, 124, 10, 0, "colonne")
		if n := len(New(&s.Page).Blocks(nil)); n != tt.blocks {
			t.Errorf("%s: %d blocks, want %d", tt.name, n, tt.blocks)
		}
	}
}

// TestRunningText sets a column with company beside some of its lines: a cell of
// a table, unless the text reads on in small letters.
func TestRunningText(t *testing.T) {
	for _, tt := range []struct {
		name    string
		small   int // of 16 lines after the first, those that begin with a small letter
		company int // lines with something beside
		want    bool
	}{
		{"alone", 0, 0, true},
		{"reads on", 7, 17, true},
		{"begins anew too often", 6, 17, false},
		{"little company", 0, 6, true},
		{"much company", 0, 8, false},
	} {
		s := pagetest.NewSheet()
		for k := range 17 {
			first := "Mot"
			if k > 0 && k <= tt.small {
				first = "mot"
			}
			y := 100 + 12*float32(k)
			s.Text(50, y, 10, 0, line(first, 20, 5))
			if k < tt.company {
				s.Text(400, y, 10, 0, "12")
			}
		}
		p := New(&s.Page)
		if got := p.Running(p.Blocks(nil))[0]; got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
	// Groups of two lines, a little farther apart than their lines.
	for _, tt := range []struct {
		gap  float32
		want bool
	}{{1.15, true}, {1.3, false}} {
		s := pagetest.NewSheet()
		for k := range 6 {
			s.Text(50, 100+12*float32(k)+12*(tt.gap-1)*float32(k/2), 10, 0, line("mot", 20, 5))
		}
		p := New(&s.Page)
		if got := p.Running(p.Blocks(nil))[0]; got != tt.want {
			t.Errorf("groups of lines %v pitches apart: got %v", tt.gap, got)
		}
	}
}

// TestOrderOfColumns reads two boxes above two others: column by column where
// the white between is wide and the columns are tall, else line by line.
func TestOrderOfColumns(t *testing.T) {
	byColumns, byLines := []int{0, 2, 1, 3}, []int{0, 1, 2, 3}
	for _, tt := range []struct {
		name        string
		white, high float32 // em; high is of a whole column
		want        []int
	}{
		{"columns", 0.9, 6, byColumns},
		{"hardly white between", 0.7, 6, byLines},
		{"short columns", 2, 3.8, byColumns},
		{"two lines", 2, 3.2, byLines},
	} {
		right := 200 + 10*tt.white
		half := 5 * tt.high
		got := Order([]Box{
			{X0: 50, Y0: 100, X1: 200, Y1: 100 + half},
			{X0: right, Y0: 100, X1: 400, Y1: 100 + half},
			{X0: 50, Y0: 100 + half, X1: 200, Y1: 100 + 2*half},
			{X0: right, Y0: 100 + half, X1: 400, Y1: 100 + 2*half},
		}, 10)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// Order gives up on cutting a page of very many columns; every box is still in it.
func TestOrderDepth(t *testing.T) {
	const columns = 60
	var boxes []Box
	for k := range columns {
		x := 20 * float32(k)
		boxes = append(boxes, Box{X0: x, Y0: 0, X1: x + 10, Y1: 30}, Box{X0: x, Y0: 30, X1: x + 10, Y1: 60})
	}
	got := Order(boxes, 10)
	if len(got) != len(boxes) {
		t.Fatalf("%d boxes of %d", len(got), len(boxes))
	}
	together := func(column int) bool {
		n := slices.Index(got, 2*column)
		return n+1 < len(got) && got[n+1] == 2*column+1
	}
	if !together(36) || together(44) {
		t.Errorf("column 36 read as one: %v, column 44: %v", together(36), together(44))
	}
}

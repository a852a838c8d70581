// Pages of any shape: no panic, and no word in two cells.

package grid

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

func FuzzFind(f *testing.F) {
	f.Add([]byte("\x10\x20Ain\x40\x20Bourg\x10\x30Gex\x40\x30Brest"), []byte{10, 10, 200, 10, 10, 10, 10, 90})
	f.Fuzz(func(t *testing.T, text, rules []byte) {
		if len(text) > 3000 || len(rules) > 3000 {
			return
		}
		s := pagetest.NewSheet()
		for k := 0; k+3 < len(text); k += 4 {
			s.Text(float32(text[k])*2, float32(text[k+1])*3, 4+float32(text[k+2]%12), int32(text[k+2])%3, string(rune('A'+text[k+3]%58)))
		}
		for k := 0; k+3 < len(rules); k += 4 {
			x, y := float32(rules[k])*2, float32(rules[k+1])*3
			switch rules[k+3] % 3 {
			case 0:
				s.Rule(x, y, x+float32(rules[k+2])*2, y)
			case 1:
				s.Rule(x, y, x, y+float32(rules[k+2])*2)
			default:
				s.Fill(x, y, x+float32(rules[k+2]), y+float32(rules[k+3]), 0xffd0e0f0)
			}
		}
		p := layout.New(&s.Page)
		steps := Find(p, nil)
		seen := map[int32]bool{}
		for k := range steps.Tables {
			tb := &steps.Tables[k]
			at := map[[2]int]bool{}
			for _, c := range tb.Cells {
				if c.RowSpan < 1 || c.ColSpan < 1 || c.Row < 0 || c.Col < 0 || c.Row+c.RowSpan > tb.Rows || c.Col+c.ColSpan > tb.Cols {
					t.Fatalf("cell %+v outside of a table of %d x %d", c, tb.Rows, tb.Cols)
				}
				for r := c.Row; r < c.Row+c.RowSpan; r++ {
					for col := c.Col; col < c.Col+c.ColSpan; col++ {
						if at[[2]int{r, col}] {
							t.Fatalf("%s: two cells at row %d, column %d", tb.Method, r, col)
						}
						at[[2]int{r, col}] = true
					}
				}
				for _, w := range c.Words {
					if seen[w] {
						t.Fatalf("word %d stands in two cells", w)
					}
					seen[w] = true
				}
			}
			if len(tb.RowBoxes) != tb.Rows || len(tb.Xs) != tb.Cols+1 {
				t.Fatalf("%d boxes for %d rows, %d borders for %d columns", len(tb.RowBoxes), tb.Rows, len(tb.Xs), tb.Cols)
			}
		}
	})
}

// The usual text colour of a page, the one that most letters have, is no mark.

package html

import "github.com/pressoir/pressoir/extract/document"

// dropUsualColor sets the colour of runs in the usual colour to 0.
func (w *walker) dropUsualColor(blocks []document.Block) {
	total, most := w.uncolored, document.Color(0)
	for c, n := range w.colors {
		total += n
		if n > w.colors[most] || n == w.colors[most] && c < most {
			most = c
		}
	}
	if most == 0 || w.colors[most]*2 <= total {
		return
	}
	plain := func(runs []document.Run) {
		for i := range runs {
			if runs[i].Style.Color == most {
				runs[i].Style.Color = 0
			}
		}
	}
	var items func([]document.Item)
	items = func(list []document.Item) {
		for i := range list {
			plain(list[i].Runs)
			items(list[i].Sub)
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Heading:
			plain(b.Runs)
		case *document.Paragraph:
			plain(b.Runs)
		case *document.List:
			items(b.Items)
		case *document.Table:
			plain(b.Caption)
			for i := range b.Rows {
				for j := range b.Rows[i].Cells {
					if c := &b.Rows[i].Cells[j]; !c.IsPlain() {
						plain(c.Runs())
					}
				}
			}
		}
	}
}

// Captions and notes beside a table. A region under a caption needs less evidence.

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
	"github.com/pressoir/pressoir/internal/lexicon"
)

func captionLine(p *layout.Page, t *sheet.Line) bool { return lexicon.IsCaption(t.Text(p)) }

func notesLine(p *layout.Page, t *sheet.Line) bool { return lexicon.IsTableNote(t.Text(p)) }

const (
	// captionFar in em is the largest distance of a caption of a few lines above its table.
	captionFar = 7
	// smallRun is the largest number of lines of a run that needs further evidence.
	smallRun = 8
)

// evenColumns reports whether nearly all places of a table are filled.
func evenColumns(t *Table) bool {
	n := 0
	for k := range t.Cells {
		n += t.Cells[k].ColSpan * t.Cells[k].RowSpan
	}
	return n*4 >= t.Rows*t.Cols*3
}

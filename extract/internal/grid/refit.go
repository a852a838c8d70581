// This file finds tables seen before again, on pages of characters: what is known of their
// columns helps to cut the lines (package sheet, fit.go).

package grid

import (
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/sheet"
)

// refit returns the sheet of a run whose columns are those of a table seen before, found
// again on this page; nil if the run shows as many by itself, or none of them.
func (s *Steps) refit(run []sheet.Line, box Box, seps []float32) *sheet.Sheet {
	if !s.Page.Typed {
		return nil
	}
	return sheet.Refit(s.Page, box, run, seps, s.seenColumns(run))
}

// inherit gives the columns of a sheet what an earlier table with as many has shown.
func (s *Steps) inherit(sh *sheet.Sheet, run []sheet.Line) {
	if s.Page.Typed {
		sh.Inherit(s.seenColumns(run))
	}
}

// seenColumns returns the columns of the table seen before whose headings a run begins
// with, and how many words each heading has; or those of the table that ended the page
// before, if the run is at the top of its page.
func (s *Steps) seenColumns(run []sheet.Line) sheet.Seen {
	var cols []sheet.Column
	var counts []int
	text := headText(s.Page, run)
	for h := range s.headsSeen() {
		if n, ok := h.counted(text); ok && len(h.columns) > len(cols) {
			cols, counts = h.columns, n
		}
	}
	if cols != nil {
		return sheet.Seen{Columns: cols, Counts: counts}
	}
	for k := range s.Tables {
		if s.Tables[k].Box.Y0 < run[0].Base {
			return sheet.Seen{}
		}
	}
	if s.before.xs == nil || s.Page.LineAt(run[0].Base-0.5) > layout.RunningLines {
		return sheet.Seen{}
	}
	return sheet.Seen{Columns: s.before.columns, Over: true}
}

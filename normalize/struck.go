// This file has the check of records whose names are struck out.

package normalize

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

func checkStruck(res *checked) []records.Finding {
	return eachTable(res, records.CodeStruckOut, func(t *bind.Table, rp *reporter) {
		name := t.Col("name")
		for _, r := range t.Rows {
			if r.Role == records.Data && name >= 0 && name < len(r.Cells) && struckOut(r.Cells[name].Src) {
				rp.doubt(r, "%q is struck out; it is kept among the records", r.Text(name))
			}
		}
	})
}

// struckOut reports whether a line is drawn through all that a cell prints.
func struckOut(c *document.Cell) bool {
	if c == nil || c.IsPlain() {
		return false
	}
	printed := false
	for _, run := range c.Runs() {
		if strings.TrimSpace(run.Text) == "" {
			continue
		}
		if run.Style.Flags&document.Strike == 0 {
			return false
		}
		printed = true
	}
	return printed
}

// How many new ones the prose announces.

package bind

import (
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
)

// An Announced is a number of new ones that the prose gives.
type Announced struct {
	N    int
	Text string
	At   document.Pos
}

// announcedNew returns how many new ones the prose announces. What is
// counted is told from the names of the first rows.
func announcedNew(prose *claims.Prose, tables []*Table) (out []Announced) {
	var fs claims.Facts
	for _, t := range tables {
		fs.Tables = append(fs.Tables, tableFacts(t, SampleRows))
	}
	for _, c := range prose.Check(fs) {
		if n := int(c.Value); c.Kind == claims.New && c.Status != claims.OutOfScope && float64(n) == c.Value && n > 0 {
			out = append(out, Announced{n, c.Text, c.At})
		}
	}
	return out
}

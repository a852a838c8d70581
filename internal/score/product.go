// The product: the only file that knows Pressoir's packages.

package score

import (
	"fmt"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
)

// An outcome is what the product made of one document.
type outcome struct {
	tables []grid
	doubts []doubt // findings at doubt or fault
	alarms []alarm // claims that the rows or the prose contradict
}

// A grid is one table: the names of its columns and the values of its records.
type grid struct {
	names []string
	rows  [][]string
}

type doubt struct{ code, why string }

type alarm struct {
	text  string
	value float64
	// inProse says that the prose contradicts itself, whichever figure is wrong.
	inProse bool
}

// read runs the product on a document, in this process. A panic is the
// document's error, so that one document does not cost the others.
func read(name string, data []byte) (out outcome, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%s: internal error: %v", name, v)
		}
	}()
	doc, err := extract.Read(name, data, document.Options{})
	if err != nil {
		return out, err
	}
	res, err := normalize.Normalize(doc, normalize.Options{})
	if err != nil {
		return out, err
	}
	for _, t := range output.Chosen(res, output.Options{Table: output.AllTables}) {
		out.tables = append(out.tables, gridOf(t))
	}
	for i := range res.Findings {
		if f := &res.Findings[i]; f.Level >= records.Doubt {
			out.doubts = append(out.doubts, doubt{f.Code, f.Why})
		}
	}
	for i := range res.Claims {
		c := &res.Claims[i]
		if c.Status == claims.Mismatch || c.Status == claims.Contradiction {
			out.alarms = append(out.alarms, alarm{c.Text, c.Value, c.Status == claims.Contradiction})
		}
	}
	return out, nil
}

// gridOf returns the records of a table as text.
func gridOf(t *records.Table) (g grid) {
	for i := range t.Columns {
		g.names = append(g.names, t.Columns[i].Name)
	}
	for _, r := range t.Records() {
		row := make([]string, len(t.Columns))
		for j := range row {
			row[j] = r.Text(j)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// Edits that cannot be made: what the driver says, and that the ledger has no trace of them.

package records_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/normalize/records"
)

// towns has two rows of two columns.
func towns() *records.Table {
	return &records.Table{
		ID: 1, Columns: []records.Column{{Name: "name"}, {Name: "town"}},
		Rows: []*records.Record{
			{ID: 1, Cells: []records.Cell{{Text: "Ste Anne"}, {Text: "Brest"}}},
			{ID: 2, Cells: []records.Cell{{Text: "Roc"}, {Text: "Brest"}}},
		},
	}
}

func TestRunRefusesWrongEdits(t *testing.T) {
	for name, c := range map[string]struct {
		edits []records.Edit
		want  string
	}{
		"no such record":      {[]records.Edit{{Record: 99, Text: "x"}}, "record 99, column 0 is left out: there is no such cell"},
		"no such column":      {[]records.Edit{{Record: 1, Col: 9, Text: "x"}}, "column 9 is left out"},
		"no such target":      {[]records.Edit{{Op: records.Move, Record: 1, Col: 0, To: 9}}, "no column 9"},
		"onto a value":        {[]records.Edit{{Op: records.Move, Record: 1, Col: 0, To: 1}}, `"Brest" would be overwritten`},
		"no such operation":   {[]records.Edit{{Op: 9, Record: 1}}, "Op(9) is no operation"},
		"no such role":        {[]records.Edit{{Op: records.SetRole, Role: 77, Record: 1}}, "Role(77) is no role"},
		"two values":          {[]records.Edit{{Record: 1, Text: "a"}, {Record: 1, Text: "b"}}, `"a" and "b" are both wanted`},
		"no column to drop":   {[]records.Edit{{Op: records.Drop, Col: 7}}, "no such column"},
		"no record to change": {[]records.Edit{{Op: records.SetRole, Role: records.Note, Record: 5}}, "no such record"},
	} {
		t.Run(name, func(t *testing.T) {
			table := towns()
			pass := records.Pass{Name: "mine", Run: func(*records.Table) []records.Finding {
				return []records.Finding{{Code: "mine", Why: "test", Edits: c.edits}}
			}}
			found := records.Run(nil, table, []records.Pass{pass})
			if len(found) != 2 || found[1].Level != records.Fault || found[1].Code != records.CodeInternal || !strings.Contains(found[1].Why, c.want) {
				t.Fatalf("found %+v, want a fault with %q", found, c.want)
			}
			made := 0
			if name == "two values" {
				made = 1
			}
			if len(found[0].Edits) != made {
				t.Errorf("the ledger has %+v", found[0].Edits)
			}
			if made == 0 && fmt.Sprint(table.Rows[0].Cells[0].Text, table.Rows[0].Cells[1].Text, table.Rows[0].Role) != "Ste AnneBrestdata" {
				t.Errorf("the row is %+v", table.Rows[0])
			}
		})
	}
}

// What was made of an edit of several rows before it failed stays in the ledger.
func TestRunKeepsWhatWasMade(t *testing.T) {
	table := towns()
	pass := records.Pass{Name: "mine", Run: func(*records.Table) []records.Finding {
		return []records.Finding{{Code: "mine", Edits: []records.Edit{{Record: 1, Last: 3, Col: 1, Text: "Brest (29)"}}}}
	}}
	found := records.Run(nil, table, []records.Pass{pass})
	if len(found) != 2 || len(found[0].Edits) != 1 || found[0].Edits[0].Last != 2 || table.Rows[1].Text(1) != "Brest (29)" {
		t.Errorf("found %+v", found)
	}
}

func TestRunRefusesWrongLevels(t *testing.T) {
	pass := records.Pass{Name: "mine", Run: func(*records.Table) []records.Finding {
		return []records.Finding{{Code: "mine", Level: 9}}
	}}
	found := records.Run(nil, towns(), []records.Pass{pass})
	if len(found) != 2 || found[0].Level != records.Fault || !strings.Contains(found[1].Why, "Level(9) is no level") {
		t.Errorf("found %+v", found)
	}
}

func ExampleRun() {
	sainte := records.Pass{
		Name: "sainte", Doc: "Sainte in full",
		Run: func(t *records.Table) []records.Finding {
			f := records.Finding{Code: "sainte", Why: "Ste is short for Sainte"}
			name := t.Col("name")
			for _, r := range t.Records() {
				if rest, ok := strings.CutPrefix(r.Text(name), "Ste "); ok {
					f.Edits = append(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(name), Text: "Sainte " + rest})
				}
			}
			if len(f.Edits) == 0 {
				return nil
			}
			return []records.Finding{f}
		},
	}
	t := towns()
	for _, f := range records.Run(nil, t, []records.Pass{sainte}) {
		fmt.Printf("%s: %q became %q: %s\n", f.Pass, f.Edits[0].Was, f.Edits[0].Text, f.Why)
	}
	fmt.Println(t.Rows[0].Text(0))
	// Output:
	// sainte: "Ste Anne" became "Sainte Anne": Ste is short for Sainte
	// Sainte Anne
}

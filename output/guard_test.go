// What spreadsheets would change, and how it is written.

package output

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/normalize/records"
)

func TestSpell(t *testing.T) {
	cases := []struct {
		dialect string
		typ     records.Type
		text    string
		want    string
	}{
		{"excel-fr", records.Code, "01", `="01"`},
		{"excel-fr", records.Code, "75001", "75001"},
		{"excel-fr", records.Text, "1/2", `="1/2"`},
		{"excel-fr", records.Text, "3E5", `="3E5"`},
		{"excel-fr", records.Text, "3 mars", `="3 mars"`},
		{"excel", records.Text, "May 2024", `="May 2024"`},
		{"excel", records.Text, "8:30", `="8:30"`},
		{"excel", records.Text, "1,234", `="1,234"`},
		{"excel", records.Text, "12 %", `="12 %"`},
		{"excel-fr", records.Text, "12 €", `="12 €"`},
		{"excel-fr", records.Text, "VRAI", `="VRAI"`},
		{"excel-fr", records.Text, "1234567890123456", `="1234567890123456"`},
		{"excel-fr", records.Text, "=1+1", `="=1+1"`},
		{"excel-fr", records.Text, `-"x"`, `="-""x"""`},
		{"excel-fr", records.Phone, "+33612345678", `="+33612345678"`},
		{"excel-fr", records.Text, "=" + strings.Repeat("1", 300), "'=" + strings.Repeat("1", 300)},
		// Values of their type, and texts that nothing can take for something else.
		{"excel-fr", records.Number, "-12.5", "-12,5"},
		{"excel", records.Number, "-12.5", "-12.5"},
		{"excel-fr", records.Money, "1200", "1200"},
		{"excel-fr", records.Date, "2020-10-14", "2020-10-14"},
		{"excel-fr", records.Date, "2020-10", `="2020-10"`},
		{"excel-fr", records.Flag, "true", "true"},
		{"excel-fr", records.Text, "12 rue de la Monnaie", "12 rue de la Monnaie"},
		{"excel-fr", records.Text, "Maisons-Alfort", "Maisons-Alfort"},
		{"excel-fr", records.Text, "42", "42"},
		{"excel-fr", records.Text, "mai", "mai"},
		{"excel-fr", records.Text, "-", "-"},
		{"excel-fr", records.Text, "n.d.", "n.d."},
		{"plain", records.Code, "01", "01"},
		{"plain", records.Text, "=1+1", "=1+1"},
	}
	for _, c := range cases {
		d, err := dialectNamed(c.dialect)
		if err != nil {
			t.Fatal(err)
		}
		got, guarded := d.spell(c.typ, c.text)
		if got != c.want {
			t.Errorf("%s, %s %q: wrote %q, want %q", c.dialect, c.typ, c.text, got, c.want)
		}
		changed := strings.HasPrefix(got, `="`) || strings.HasPrefix(got, "'")
		if guarded != changed {
			t.Errorf("%s %q: guarded is %v", c.dialect, c.text, guarded)
		}
	}
}

// unguarded returns the text that a spreadsheet shows for a field.
func unguarded(field string, guard bool) string {
	if inner, ok := strings.CutPrefix(field, `="`); ok && guard {
		return strings.ReplaceAll(strings.TrimSuffix(inner, `"`), `""`, `"`)
	}
	return field
}

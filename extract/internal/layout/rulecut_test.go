// Words are cut where a rule runs between their letters, on made-up pages.

package layout

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

func TestCutAtRules(t *testing.T) {
	for _, tt := range []struct {
		name   string
		x      float32 // where the second cell's text begins; the first ends at 100
		rule   float32
		top    float32 // of the rule; the baseline is at 100
		begins bool    // a text object begins with the second cell
		want   string
	}{
		{"a text that ends at the rule", 101, 100.4, 50, true, "Villeneuve|12"},
		{"its last letter reaches over the rule", 99.5, 98.5, 50, true, "Villeneuve|12"},
		{"white on both sides of the rule", 101, 100.3, 50, false, "Villeneuve|12"},
		{"no white and no text object", 100, 100, 50, false, "Villeneuve12"},
		{"a rule through the last letter", 99.5, 96, 50, true, "Villeneuve12"},
		{"a rule that ends above the line", 101, 100.4, -30, true, "Villeneuve12"},
	} {
		s := pagetest.NewSheet()
		s.Text(50, 100, 10, 0, "Villeneuve")
		n := len(s.Glyphs)
		s.Text(tt.x, 100, 10, 0, "12")
		s.Glyphs[n].Begins = tt.begins
		s.Rule(tt.rule, tt.top, tt.rule, tt.top+60)
		p := New(&s.Page)
		var got []string
		for _, i := range p.Lines[0].Words {
			got = append(got, p.Words[i].Text)
		}
		if got := strings.Join(got, "|"); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

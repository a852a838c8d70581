// What begins an item of a list, and what only looks like it.

package bullet

import "testing"

func TestOf(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"- Gex", "-"},
		{"• Gex", "•"},
		{"o Gex", "o"},
		{"12. Gex", "12."},
		{"a) Gex", "a)"},
		{"(3) Gex", "(3)"},

		// A blank and some text must follow.
		{"-tives", ""},
		{"- ", ""},
		{"or", ""},
		{"1.5 million", ""},
		{"(3)e", ""},
		{"n°2 Gex", ""},
		{"2020. Gex", ""}, // a year
		{"", ""},
	} {
		if got := Of(tt.line); got != tt.want {
			t.Errorf("Of(%q) = %q, want %q", tt.line, got, tt.want)
		}
	}
}

func TestIsNumber(t *testing.T) {
	for bullet, want := range map[string]bool{"1.": true, "a)": true, "(3)": true, "-": false, "•": false, "": false} {
		if got := IsNumber(bullet); got != want {
			t.Errorf("IsNumber(%q) = %v, want %v", bullet, got, want)
		}
	}
}

// Tests of what reaches a terminal.

package main

import (
	"strings"
	"testing"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ in, text, line string }{
		{"Isère – 12 €", "Isère – 12 €", "Isère – 12 €"},
		{"a\nb\tc", "a\nb\tc", `a\nb\tc`},
		{"\x1b]0;pwned\x07", `\x1b]0;pwned\a`, `\x1b]0;pwned\a`},
		{"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m", `\x1b[31mred\x1b[0m`},
		{"\x1b[41;5mblink", `\x1b[41;5mblink`, `\x1b[41;5mblink`},
		{"\x1b[2J", `\x1b[2J`, `\x1b[2J`},
		{"\u009b31m \u202etxt", `\u009b31m \u202etxt`, `\u009b31m \u202etxt`},
	} {
		if got := visible(c.in, true); got != c.text {
			t.Errorf("visible(%q) = %q, want %q", c.in, got, c.text)
		}
		if got := visible(c.in, false); strings.Contains(got, "\x1b") {
			t.Errorf("visible(%q) = %q without colours", c.in, got)
		}
		if got := strings.ReplaceAll(strings.ReplaceAll(uncoloured(c.in), "\n", `\n`), "\t", `\t`); got != c.line {
			t.Errorf("uncoloured(%q) = %q, want %q but for breaks and tabs", c.in, got, c.line)
		}
		if got := oneLine(c.in); got != c.line {
			t.Errorf("oneLine(%q) = %q, want %q", c.in, got, c.line)
		}
	}
}

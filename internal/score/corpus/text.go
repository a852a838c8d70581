// Releases as plain text.

package corpus

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func (r *release) asText(b *strings.Builder) {
	fmt.Fprintf(b, "%s\n\n%s\n\n", strings.ToUpper(r.banner()), r.dated)
	underlined(b, r.title, r.style.under)
	for _, bl := range r.blocks() {
		bl.text(b, &r.style)
	}
}

func underlined(b *strings.Builder, words string, sign byte) {
	fmt.Fprintln(b, words)
	if sign != 0 {
		b.WriteString(strings.Repeat(string(sign), utf8.RuneCountInString(words)) + "\n")
	}
	b.WriteString("\n")
}

// bare returns s as plain text shows it: no colour and no bold type, raised
// figures in parentheses.
func bare(s string) string {
	return marks(s, func(s string) string { return s }, func(kind, words string) string {
		if kind == "s" {
			return "(" + words + ")"
		}
		return words
	})
}

// wrapped breaks words into lines of at most width letters, each but the first
// opening with indent.
func wrapped(s string, width int, indent string) string {
	if width == 0 {
		return s
	}
	var b strings.Builder
	n := 0
	for i, word := range strings.Split(s, " ") {
		size := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case n+1+size > width:
			b.WriteString("\n" + indent)
			n = len(indent)
		default:
			b.WriteByte(' ')
			n++
		}
		b.WriteString(word)
		n += size
	}
	return b.String()
}

func (p para) text(b *strings.Builder, s *style) {
	b.WriteString(wrapped(bare(string(p)), s.width, "") + "\n\n")
}

func (h heading) text(b *strings.Builder, s *style) {
	sign := s.under
	if h.level > 2 {
		sign = 0
	}
	underlined(b, bare(h.words), sign)
}

func (l bullets) text(b *strings.Builder, s *style) {
	for i, item := range l.items {
		sign := s.bullet
		if l.ordered {
			sign = fmt.Sprintf("%d.", i+1)
		}
		b.WriteString(sign + " " + wrapped(bare(item), s.width, "  ") + "\n")
	}
	b.WriteString("\n")
}

func (l lines) text(b *strings.Builder, _ *style) {
	for _, line := range l {
		b.WriteString(bare(line) + "\n")
	}
	b.WriteString("\n")
}

func (v verse) text(b *strings.Builder, _ *style) {
	for _, line := range v {
		b.WriteString(bare(line) + "\n\n")
	}
}

func (r raw) text(b *strings.Builder, _ *style) { b.WriteString(r.txt) }

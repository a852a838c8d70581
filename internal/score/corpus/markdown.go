// Releases as Markdown.

package corpus

import (
	"fmt"
	"strings"
)

func (r *release) asMarkdown(b *strings.Builder) {
	fmt.Fprintf(b, "**%s**\n\n%s\n\n# %s\n\n", r.banner(), r.dated, r.title)
	for _, bl := range r.blocks() {
		bl.markdown(b)
	}
}

// inMarkdown returns s with its marks in Markdown.
func inMarkdown(s string) string {
	return marks(s, strings.NewReplacer("*", `\*`, "|", `\|`).Replace, func(kind, words string) string {
		switch kind {
		case "b":
			return "**" + words + "**"
		case "y":
			return "<mark>" + words + "</mark>"
		case "s":
			return "<sup>" + words + "</sup>"
		}
		return words
	})
}

func (p para) markdown(b *strings.Builder) { b.WriteString(inMarkdown(string(p)) + "\n\n") }

func (h heading) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "%s %s\n\n", strings.Repeat("#", h.level), inMarkdown(h.words))
}

func (l bullets) markdown(b *strings.Builder) {
	for i, item := range l.items {
		sign := "-"
		if l.ordered {
			sign = fmt.Sprintf("%d.", i+1)
		}
		fmt.Fprintf(b, "%s %s\n", sign, inMarkdown(item))
	}
	b.WriteString("\n")
}

func (l lines) markdown(b *strings.Builder) {
	for i, line := range l {
		b.WriteString(inMarkdown(line))
		if i < len(l)-1 {
			b.WriteString("  ")
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
}

func (v verse) markdown(b *strings.Builder) {
	for _, line := range v {
		b.WriteString(inMarkdown(line) + "\n\n")
	}
}

func (r raw) markdown(b *strings.Builder) { b.WriteString(r.md) }

func (t *table) markdown(b *strings.Builder) {
	if t.caption != "" {
		b.WriteString(inMarkdown(t.caption) + "\n\n")
	}
	for i, r := range t.rows {
		b.WriteString("|")
		for _, c := range r.cells {
			words := inMarkdown(c.words)
			if r.kind != data && r.kind != head && words != "" && t.look.heavy {
				words = "**" + words + "**"
			}
			b.WriteString(" " + words + " |")
		}
		b.WriteString("\n")
		if i == 0 && !t.look.noRule {
			b.WriteString("|")
			for j := range r.cells {
				b.WriteString(map[byte]string{'l': "---", 'r': "---:", 'c': ":-:"}[t.align[j]] + "|")
			}
			b.WriteString("\n")
		}
	}
	b.WriteString("\n")
	for _, n := range t.notes {
		para(n).markdown(b)
	}
}

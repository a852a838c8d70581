// The short forms in which tests write what a reader read.

package extract

import (
	"fmt"
	"strings"
)

// dump writes blocks in a short form: one line a block or row. *bold*, /italic/,
// ^superscript^, [yellow]; "^" for covered cells and "2x1" behind cells that span,
// "furniture:" before blocks that are no part of the release.
func dump(doc *Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		if block.InPart() == Furniture {
			b.WriteString("furniture: ")
		}
		switch block := block.(type) {
		case *Heading:
			fmt.Fprintf(&b, "h%d %s\n", block.Level, dumpRuns(block.Runs))
		case *Paragraph:
			fmt.Fprintf(&b, "p %s\n", dumpRuns(block.Runs))
		case *List:
			b.WriteString("list\n")
			dumpItems(&b, block.Items, "  ")
		case *Table:
			dumpTable(&b, block)
		}
	}
	return b.String()
}

func dumpTable(b *strings.Builder, t *Table) {
	b.WriteString("table\n")
	if t.Caption != nil {
		fmt.Fprintf(b, "  caption %s\n", dumpRuns(t.Caption))
	}
	for _, r := range t.Rows {
		b.WriteString("  ")
		if r.Header {
			b.WriteString("H ")
		}
		for i, c := range r.Cells {
			if i > 0 {
				b.WriteString(" | ")
			}
			if c.Covered() {
				b.WriteString("^")
			}
			b.WriteString(dumpRuns(c.Runs()))
			if c.Span() != (Span{}) {
				fmt.Fprintf(b, " %dx%d", max(c.Span().Rows, 1), max(c.Span().Cols, 1))
			}
		}
		b.WriteString("\n")
	}
}

// dumpIssues writes issues one a line.
func dumpIssues(doc *Document) string {
	var b strings.Builder
	for _, i := range doc.Issues {
		fmt.Fprintf(&b, "%s: %s\n", i.Code, i.Text)
	}
	return b.String()
}

func dumpItems(b *strings.Builder, items []Item, indent string) {
	for _, it := range items {
		fmt.Fprintf(b, "%s%s %s\n", indent, it.Marker, dumpRuns(it.Runs))
		dumpItems(b, it.Sub, indent+"  ")
	}
}

func dumpRuns(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		open, shut := "", ""
		for _, m := range []struct {
			flag StyleFlags
			mark string
		}{{Bold, "*"}, {Italic, "/"}, {Superscript, "^"}, {Subscript, "~"}, {Strike, "-"}, {Underline, "_"}} {
			if r.Style.Has(m.flag) {
				open, shut = open+m.mark, m.mark+shut
			}
		}
		if r.Style.Color != 0 {
			open, shut = open+"{"+r.Style.Color.String()+" ", "}"+shut
		}
		if r.Style.Fill == markFill {
			open, shut = open+"[", "]"+shut
		} else if r.Style.Fill != 0 {
			open, shut = open+"["+r.Style.Fill.String()+" ", "]"+shut
		}
		b.WriteString(open + strings.ReplaceAll(r.Text, "\n", "⏎") + shut)
	}
	return b.String()
}

// textOf is all text of a block, its parts on lines of their own.
func textOf(block Block) string {
	var b strings.Builder
	switch block := block.(type) {
	case *Heading:
		b.WriteString(block.Text())
	case *Paragraph:
		b.WriteString(block.Text())
	case *List:
		writeItems(&b, block.Items)
	case *Table:
		b.WriteString(Plain(block.Caption))
		for i := range block.Rows {
			for j := range block.Rows[i].Cells {
				b.WriteString("\n" + block.Rows[i].Cells[j].Text())
			}
		}
	}
	return strings.TrimSpace(b.String())
}

func writeItems(b *strings.Builder, items []Item) {
	for i := range items {
		b.WriteString("\n" + items[i].Marker + "\n" + items[i].Text())
		writeItems(b, items[i].Sub)
	}
}

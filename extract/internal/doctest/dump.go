// Package doctest helps the tests of readers: [Read] reads with one reader alone,
// [Dump] and [DumpIssues] write the document in a short form that a test can
// compare, [TextOf] returns all text of a block. Only tests import it.
package doctest

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// markFill is the yellow of a highlighter pen, as <mark> is shown.
var markFill = document.RGB(255, 255, 0)

// Dump returns the blocks of doc in a short form, a line for each block or row:
// *bold*, /italic/, ^superscript^, [yellow]; "^" for a covered cell, "2x1" after a
// cell that spans, "furniture:" before a block that is no part of the release.
func Dump(doc *document.Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		if block.InPart() == document.Furniture {
			b.WriteString("furniture: ")
		}
		switch block := block.(type) {
		case *document.Heading:
			fmt.Fprintf(&b, "h%d %s\n", block.Level, dumpRuns(block.Runs))
		case *document.Paragraph:
			fmt.Fprintf(&b, "p %s\n", dumpRuns(block.Runs))
		case *document.List:
			b.WriteString("list\n")
			dumpItems(&b, block.Items, "  ")
		case *document.Table:
			dumpTable(&b, block)
		}
	}
	return b.String()
}

// dumpTable writes a table, a line for each row.
func dumpTable(b *strings.Builder, t *document.Table) {
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
			if c.Span() != (document.Span{}) {
				fmt.Fprintf(b, " %dx%d", max(c.Span().Rows, 1), max(c.Span().Cols, 1))
			}
		}
		b.WriteString("\n")
	}
}

// DumpIssues returns the issues of doc, a line for each.
func DumpIssues(doc *document.Document) string {
	var b strings.Builder
	for _, i := range doc.Issues {
		fmt.Fprintf(&b, "%s: %s\n", i.Code, i.Text)
	}
	return b.String()
}

// dumpItems writes items, a line for each, those nested in one below it.
func dumpItems(b *strings.Builder, items []document.Item, indent string) {
	for _, it := range items {
		fmt.Fprintf(b, "%s%s %s\n", indent, it.Marker, dumpRuns(it.Runs))
		dumpItems(b, it.Sub, indent+"  ")
	}
}

// dumpRuns returns runs with the marks of their styles.
func dumpRuns(runs []document.Run) string {
	var b strings.Builder
	for _, r := range runs {
		open, shut := "", ""
		for _, m := range []struct {
			flag document.StyleFlags
			mark string
		}{{document.Bold, "*"}, {document.Italic, "/"}, {document.Superscript, "^"}, {document.Subscript, "~"}, {document.Strike, "-"}, {document.Underline, "_"}} {
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

// TextOf returns all text of a block, a line for each item or cell.
func TextOf(block document.Block) string {
	var b strings.Builder
	switch block := block.(type) {
	case *document.Heading:
		b.WriteString(block.Text())
	case *document.Paragraph:
		b.WriteString(block.Text())
	case *document.List:
		writeItems(&b, block.Items)
	case *document.Table:
		b.WriteString(document.Plain(block.Caption))
		for i := range block.Rows {
			for j := range block.Rows[i].Cells {
				b.WriteString("\n" + block.Rows[i].Cells[j].Text())
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// writeItems writes markers and texts of items, a line for each.
func writeItems(b *strings.Builder, items []document.Item) {
	for i := range items {
		b.WriteString("\n" + items[i].Marker + "\n" + items[i].Text())
		writeItems(b, items[i].Sub)
	}
}

// Read reads data with r alone. Nothing is added that package describe finds:
// title, language, parts of the release.
func Read(r document.Reader, data []byte, opt document.Options) (*document.Document, error) {
	doc := &document.Document{Name: "test", Format: r.Name}
	if err := r.Read(doc, data, opt); err != nil {
		return nil, err
	}
	return doc, nil
}

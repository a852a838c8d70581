// Package markdown reads Markdown as converters of PDF and office files print it
// (marker, docling, pymupdf4llm, MinerU, LlamaParse, pandoc), and as people type
// it.
//
// [Reader] is the reader; package extract calls it. Lines become headings,
// paragraphs, lists and tables (markdown.go, blocks.go, lists.go, grid.go); the
// marks inside a line become runs (inline.go and the files named there). Pipe
// tables are read by extract/internal/pipes, tables left as HTML by extract/html.
//
// It is no CommonMark parser. Where converters and people write what CommonMark
// reads as something else, it reads what they mean: "**Brest **" is bold, a lone
// asterisk is a mark of the list, "3 < 4" is text.
package markdown

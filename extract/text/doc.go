// Package text reads plain text: text that people typed, and the output of
// pdftotext and other programs that keep a page's layout with blanks.
//
// [Reader] is the reader; package extract calls it. Lines are taken in chunks
// between blank lines (text.go, lines.go). Where signs separate cells, they show the
// tables: pipes (extract/internal/pipes, pipes.go), tabs and semicolons (tabs.go), and
// so do single blanks between figures (plain.go). All others are found by their
// places: a page of text is set on a grid of characters and read as a page of a PDF is
// (find.go, extract/internal/charpage), a long table by what its first lines have shown
// (long.go). The rest is texts side by side (beside.go) and running text with lists
// and headings (flow.go). Lines that every page repeats are taken out first
// (furniture.go).
package text

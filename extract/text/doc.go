// Package text reads plain text: text that people typed, and the output of
// pdftotext and other programs that keep a page's layout with blanks.
//
// [Reader] is the reader; package extract calls it. Lines are taken in chunks
// between blank lines (text.go, lines.go). A chunk may hold a fixed-width table,
// whose columns are the gaps that its lines share (table.go, columns.go, cut.go,
// fit.go, rows.go), a pipe table (extract/internal/pipes), cells separated by tabs
// (tabs.go), or running text with lists and headings (flow.go). Lines that every
// page repeats are taken out first (furniture.go).
package text

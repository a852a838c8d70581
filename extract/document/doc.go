// Package document is the model of a press release as it is printed: what every
// reader makes and what package normalize works on. It imports nothing of
// Pressoir, so a reader of one's own needs no other package.
//
// Most programs get a [Document] from [github.com/pressoir/pressoir/extract.Read]
// and go through its Blocks:
//
//	for _, b := range doc.Blocks {
//		switch b := b.(type) {
//		case *document.Heading: // b.Level, b.Text()
//		case *document.Paragraph: // b.Text()
//		case *document.List: // b.Items, each with its Marker
//		case *document.Table: // b.Rows, and their Cells
//		}
//	}
//
// # The pieces
//
// A Document is one release: where it came from, what it says about itself (Meta),
// and its Blocks in reading order. A [Block] is a [Heading], a [Paragraph], a
// [List] or a [Table]; there are no other kinds. A Table has [Row] values, a Row
// has [Cell] values. Headings, paragraphs, items and cells hold text as a slice
// of [Run], each a stretch of one [Style]. A [Pos] says where a piece is printed:
// its page, its line, and its [Box] in points. An [Issue] is printed text that
// the reader could not place, or a doubt about the source.
//
// # Nothing is repaired
//
// The model keeps what is printed. Rows of a table may differ in length: none is
// padded and none is cut. Three kinds of nothing are three different values:
//
//   - blank: a Cell that prints no text ([Cell.IsBlank])
//   - covered: a Cell in a place that another cell spans into ([Cell.Covered])
//   - absent: no Cell, because the row ends before it
//
// Text is kept as printed ("0.10", "007", "1 784"). Every printed letter is in a
// block or in an Issue.
//
// # Writing a reader
//
// A [Reader] is a value with a name and two functions: Match recognises the
// format by its first bytes, Read appends blocks and issues to a Document. Give it
// to extract.Read in [Options].Readers. [MaxBlocks] and [MaxItems] bound what a
// reader builds; [Document.ReportCut] keeps the rest.
//
// # Compatibility
//
// Fields may be added to the structs here; none is removed or changes its meaning
// within a major version. Use keyed struct literals.
package document

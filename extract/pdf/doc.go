// Package pdf reads PDFs: the glyphs, rules and fills of each page become tables,
// headings, paragraphs and lists.
//
// Programs read PDFs through extract.Read, which calls [Reader]. The first PDF
// of a process starts PDFium, the engine; call [Prepare] before to choose where its
// compiled code is kept, or to say why the first start on a machine takes seconds.
// [SecondReading] has another program read the same file and reports where the two
// readings differ. [Inspect] draws how the tables of a page were found.
//
// The engine is code in C that damaged or hostile files may hang or crash, so the
// command line reads PDFs in worker processes (package batch/worker).
//
// A page becomes words and lines in package layout and tables in package grid;
// this package opens the file, builds the blocks of the document from both, and
// reports what the pages do not show. The engine is in internal/pdfium, the second
// reader in internal/secondreader.
package pdf

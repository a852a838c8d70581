// Package extract reads a press release and reports what is printed on it.
//
// Call [Read] with a file's name and bytes. It recognises the format, calls the
// reader of that format and returns a [document.Document]: headings, paragraphs,
// lists and tables in reading order, each with its place. Package document
// describes the model; package normalize turns the tables into records.
//
//	doc, err := extract.Read("release.pdf", data, document.Options{})
//
// The zero Options are right for most files. They can name the format, choose
// pages, give a password, and add readers of one's own. [Readers] lists the
// readers that Pressoir has, each in a package below this one: html, markdown,
// pdf, text.
//
// Nothing is repaired here. A short row is short, a blank cell is blank, and text
// that belongs to no block is an Issue of the document, never dropped.
//
// # Errors
//
// An error means that nothing was read. It begins with the file's name, and wraps
// [ErrFormat] if no reader knows the bytes or none has the name in
// Options.Format, [document.ErrEmpty] if the file has no content, and
// [document.ErrPassword] if a password is needed. Everything else, such as bytes
// in a doubtful encoding or a page that cannot be read, is in the Document's
// Issues. Look at them: they say what the Document lacks.
//
// # Purity
//
// Bytes go in and values come out: no files, no clock, no network. There are two
// exceptions, both for PDF: its engine is compiled once into a cache folder, and
// its second reader has a limit of time. A damaged PDF can hang or crash the
// engine; [Isolate] reports which documents are better read by package
// batch/worker, which kills what does not end.
//
// # Compatibility
//
// Within a major version, names here keep their meaning and readers are only
// added. What a reader finds in a document may improve with every release.
package extract

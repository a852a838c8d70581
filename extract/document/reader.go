// Readers: what one is, and the options that it gets.

package document

import "errors"

// A Reader reads one format. The zero values of its flags are right for readers
// written in Go; see [Options].Readers for readers of one's own.
type Reader struct {
	Name       string   // as given to Options.Format
	Extensions []string // of file names, in lower case, with the dot
	// Signature reports that files of the format begin with bytes that no other
	// format has. They settle the format against any extension.
	Signature bool
	// Isolated reports that Read runs code that a damaged or hostile file can hang
	// or crash. Such readers run in a process of their own: see extract.Isolate.
	Isolated bool
	// Match reports whether head, at most the first SniffLen bytes of a file, looks
	// like this format. If it is nil, only the name or the extension chooses the reader.
	Match func(head []byte) bool
	// Read appends to doc what is printed in data: Blocks, Issues, and Pages,
	// Encoding, Language and Meta where the format has them. It may keep pieces of
	// data in doc and must not change data. Its error is for input that cannot be
	// read at all; a doubt is an Issue.
	Read func(doc *Document, data []byte, opt Options) error
}

// Options say what to read and how. The zero value reads everything.
type Options struct {
	Format   string  // name of the reader; "" recognises the format
	Pages    []Range // pages to read, in formats that have pages; nil reads all
	Password string  // of documents that are locked
	// SecondReader has a second, independent reader read the document too, in
	// formats that have one (PDF). Where the two differ, an Issue says so.
	SecondReader bool
	// Readers are readers of the caller's own, tried before the built-in ones: each gets
	// every document whose bytes its Match accepts, whatever the name, and those with its
	// extensions if it has no Match or no built-in reader has them. They run in the
	// caller's process; Isolated has no effect on them.
	Readers []Reader
}

// A Range is a closed range of page numbers, 1-based; To 0 is the last page.
type Range struct{ From, To int }

// SniffLen is the largest number of bytes that Match gets: enough for a doctype
// after a long comment, and for the first table after two pages of prose.
const SniffLen = 16 << 10

// ErrFormat is the error for bytes that no reader can read, and for a format that no
// reader has.
var ErrFormat = errors.New("no reader knows this format")

// ErrEmpty is the error for a file that has no content.
var ErrEmpty = errors.New("empty file")

// ErrPassword is the error for a document that is locked with another password
// than the one given, or with one where none is given.
var ErrPassword = errors.New("it is locked")

// What a reader is, and what it gets and returns.

package document

import "errors"

// A Reader reads one format.
type Reader struct {
	Name       string   // as in --from
	Extensions []string // with the dot, lower case
	// Signature says that files of the format begin with bytes of their own, which
	// settle it against any extension.
	Signature bool
	// Isolated says that reading runs code that a damaged or hostile file can hang
	// or crash: see Isolate.
	Isolated bool
	// Match reports whether head, the first SniffLen bytes, looks like this format.
	Match func(head []byte) bool
	// Read appends to doc what is printed in data. Its error is for input that
	// cannot be read at all; doubts go to doc.Issues.
	Read func(doc *Document, data []byte, opt Options) error
}

// Options narrow what Read does. The zero value reads everything.
type Options struct {
	Format   string  // name of the reader; "" recognises it
	Pages    []Range // pages to read, in formats that have pages; nil reads all
	Password string  // for formats that can be locked
	// SecondReader has another program's reading compared with the first, in
	// formats that have one (PDF); where they differ an Issue says so.
	SecondReader bool
}

// A Range is a closed range of page numbers, 1-based; To 0 means to the end.
type Range struct{ From, To int }

// SniffLen is how many bytes Match sees: enough for a doctype behind a long
// comment, and for the first table behind two pages of prose.
const SniffLen = 16 << 10

// ErrEmpty is for a file without a byte of content.
var ErrEmpty = errors.New("empty file")

// ErrPassword is for documents that need a password, or another than the one given.
var ErrPassword = errors.New("it is locked")

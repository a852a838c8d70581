package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
)

// A Reader reads one format.
type Reader struct {
	Name       string   // as in --from
	Extensions []string // with the dot, lower case
	// Match reports whether head, the first sniffLen bytes, looks like this format.
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
}

// A Range is a closed range of page numbers, 1-based; To 0 means to the end.
type Range struct{ From, To int }

// sniffLen is how many bytes Match sees: enough for a doctype behind a long comment.
const sniffLen = 4096

// Readers lists the readers in the order they are tried on the bytes.
// A name's extension settles the format where the bytes do not contradict it.
var Readers = []Reader{
	// {"pdf"}, {"html"}, {"markdown"}, and last, because it matches any text, {"text"}
}

// ErrFormat is for bytes that no reader knows.
var ErrFormat = errors.New("no reader knows this format")

// Read reads data with the reader that its name and its first bytes call for.
// The error is for input that cannot be read at all; doubts about input that
// can be are in the document's Issues.
func Read(name string, data []byte, opt Options) (*Document, error) {
	r, err := readerFor(name, data, opt.Format)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	doc := &Document{Name: name, SHA256: hex.EncodeToString(sum[:]), Format: r.Name}
	if err := r.Read(doc, data, opt); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return doc, nil
}

func readerFor(name string, data []byte, format string) (*Reader, error) {
	head := data[:min(len(data), sniffLen)]
	for i := range Readers {
		if r := &Readers[i]; r.Name == format || format == "" && r.Match(head) {
			return r, nil
		}
	}
	return nil, ErrFormat
}

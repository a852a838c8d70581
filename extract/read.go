// Read: the list of readers, and which of them a document calls for.

package extract

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/html"
	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/source"
	"github.com/pressoir/pressoir/extract/markdown"
	"github.com/pressoir/pressoir/extract/pdf"
	"github.com/pressoir/pressoir/extract/text"
)

// Readers lists the readers in the order they are tried on the bytes.
// A name's extension settles the format where the bytes do not contradict it.
var Readers = []document.Reader{
	pdf.Reader,
	html.Reader,
	markdown.Reader,
	text.Reader, // last, because it matches any text
}

// ErrFormat is for bytes that no reader knows.
var ErrFormat = errors.New("no reader knows this format")

// Read reads data with the reader that its name and its first bytes call for.
// The document's text may be pieces of data, which must not be changed after.
// The error is for input that cannot be read at all; doubts about input that
// can be are in the document's Issues.
func Read(name string, data []byte, opt document.Options) (*document.Document, error) {
	r, err := readerFor(name, data, opt.Format)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	doc := &document.Document{Name: name, SHA256: hex.EncodeToString(sum[:]), Format: r.Name}
	if err := r.Read(doc, data, opt); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	describe.Document(doc)
	if opt.SecondReader {
		doc.Issues = append(doc.Issues, pdf.SecondReading(doc, data, opt)...)
	}
	return doc, nil
}

// Recognise returns the name of the reader that Read would take, "" if none
// knows the data.
func Recognise(name string, data []byte, opt document.Options) string {
	r, err := readerFor(name, data, opt.Format)
	if err != nil {
		return ""
	}
	return r.Name
}

// Isolate reports whether the reader of a document runs code that a damaged or
// hostile file can hang or crash, so that it is better read in a process of its
// own (package batch/worker) than by Read.
func Isolate(name string, data []byte, opt document.Options) bool {
	r, err := readerFor(name, data, opt.Format)
	return err == nil && r.Isolated
}

// readerFor chooses the reader: the one that was named, else the one of the
// name's extension unless the bytes are plainly of another kind, else the first
// that knows the bytes.
func readerFor(name string, data []byte, format string) (*document.Reader, error) {
	if format != "" {
		for i := range Readers {
			if Readers[i].Name == format {
				return &Readers[i], nil
			}
		}
		return nil, fmt.Errorf("%w: there is no reader %q (%s)", ErrFormat, format, readerNames())
	}
	if len(data) == 0 {
		return nil, document.ErrEmpty
	}
	head := data[:min(len(data), document.SniffLen)]
	var known *document.Reader
	for i := range Readers {
		if r := &Readers[i]; r.Match(head) {
			known = r
			break
		}
	}
	if r := readerByExtension(name); r != nil && !contradicts(head, known, r) {
		return r, nil
	}
	if known != nil {
		return known, nil
	}
	if what := source.Magic(data); what != "" {
		return nil, fmt.Errorf("%w: %s", ErrFormat, what)
	}
	if err := source.CheckText(data); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return nil, ErrFormat
}

func readerByExtension(name string) *document.Reader {
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/")))
	if ext == "" {
		return nil
	}
	for i := range Readers {
		if slices.Contains(Readers[i].Extensions, ext) {
			return &Readers[i]
		}
	}
	return nil
}

// contradicts reports whether the bytes deny the reader that the extension
// named. Kinds of text are hard to tell apart (Markdown may open with a tag, a
// text may hold a list of dashes), so between them the extension decides, but for
// a whole HTML page and for marks that nobody types in a text; a file with a
// signature is what the signature says.
func contradicts(head []byte, known, named *document.Reader) bool {
	if known == nil {
		return source.Magic(head) != "" && named.Signature
	}
	if known.Name == named.Name {
		return false
	}
	if known.Signature || named.Signature {
		return true
	}
	if named.Name == "text" && known.Name == "markdown" {
		return markdown.IsPlainly(head) // what converters print is often saved as .txt
	}
	return known.Name == "html" && isHTMLPage(head)
}

// isHTMLPage reports whether head begins a whole HTML page, not a scrap of HTML.
func isHTMLPage(head []byte) bool {
	head = bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff"))))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

func readerNames() string {
	names := make([]string, len(Readers))
	for i := range Readers {
		names[i] = Readers[i].Name
	}
	return strings.Join(names, ", ")
}

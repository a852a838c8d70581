// Read: the list of readers, and which of them a document calls for.

package extract

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
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

// builtin lists the readers in the order in which they are tried on the bytes.
var builtin = []document.Reader{
	pdf.Reader,
	html.Reader,
	markdown.Reader,
	text.Reader, // last, because it matches everything
}

// Readers returns the readers that Read has, in the order in which it tries them.
// The slice is a copy; to add a reader, put it into Options.Readers.
func Readers() []document.Reader {
	readers := slices.Clone(builtin)
	for i := range readers {
		readers[i].Extensions = slices.Clone(readers[i].Extensions)
	}
	return readers
}

// ErrFormat is the error for bytes that no reader can read, and for a format that no
// reader has.
var ErrFormat = document.ErrFormat

// Read reads data, the content of the file called name. The reader is
//
//   - the one that opt.Format names;
//   - else the first of opt.Readers whose Match accepts the bytes, or that has the
//     extension of the name and either no Match or an extension that no built-in one has;
//   - else the built-in one with the extension, unless the bytes are certain to be of
//     another format: a PDF, a whole HTML page, Markdown that nobody types as plain text;
//   - else the first built-in one that recognises the bytes.
//
// The Document's text may consist of pieces of data, so data must not be changed
// afterwards. The error is for input that cannot be read at all; doubts about
// input that can be read are in the Document's Issues.
func Read(name string, data []byte, opt document.Options) (*document.Document, error) {
	r, err := readerFor(name, data, opt)
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

// Recognise returns the name of the reader that Read would use, "" if no reader
// knows the data.
func Recognise(name string, data []byte, opt document.Options) string {
	r, err := readerFor(name, data, opt)
	if err != nil {
		return ""
	}
	return r.Name
}

// Isolate reports whether Read would run code that a damaged or hostile file can
// hang or crash, so that the document is better read in a process of its own
// (package batch/worker). It is false for readers of opt.Readers, which another
// process does not have.
func Isolate(name string, data []byte, opt document.Options) bool {
	r, err := readerFor(name, data, opt)
	if err != nil || !r.Isolated {
		return false
	}
	return !slices.ContainsFunc(opt.Readers, func(added document.Reader) bool { return added.Name == r.Name })
}

// readerFor chooses the reader of a document, as Read says.
func readerFor(name string, data []byte, opt document.Options) (*document.Reader, error) {
	if err := checkReaders(opt.Readers); err != nil {
		return nil, err
	}
	if opt.Format != "" {
		readers := slices.Concat(opt.Readers, builtin)
		for i := range readers {
			if readers[i].Name == opt.Format {
				return &readers[i], nil
			}
		}
		return nil, fmt.Errorf("%w: there is no reader %q (%s)", ErrFormat, opt.Format, namesOf(readers))
	}
	if len(data) == 0 {
		return nil, document.ErrEmpty
	}
	head := data[:min(len(data), document.SniffLen)]
	for i := range opt.Readers {
		r := &opt.Readers[i]
		byName := hasExtension(r, name) && (r.Match == nil || readerByExtension(builtin, name) == nil)
		if byName || r.Match != nil && r.Match(head) {
			return r, nil
		}
	}
	known := readerByHead(builtin, head)
	if r := readerByExtension(builtin, name); r != nil && !contradicts(head, known, r) {
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

// readerByHead returns the first reader that recognises head, nil if none does.
func readerByHead(readers []document.Reader, head []byte) *document.Reader {
	for i := range readers {
		if r := &readers[i]; r.Match != nil && r.Match(head) {
			return r
		}
	}
	return nil
}

// readerByExtension returns the first reader with the extension of name, nil if
// there is none.
func readerByExtension(readers []document.Reader, name string) *document.Reader {
	for i := range readers {
		if hasExtension(&readers[i], name) {
			return &readers[i]
		}
	}
	return nil
}

// hasExtension reports whether the extension of name is one of r's.
func hasExtension(r *document.Reader, name string) bool {
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/")))
	return ext != "" && slices.Contains(r.Extensions, ext)
}

// checkReaders returns an error for a reader of the caller's that cannot work.
func checkReaders(readers []document.Reader) error {
	for i := range readers {
		r := &readers[i]
		switch {
		case r.Name == "":
			return fmt.Errorf("reader %d of Options.Readers has no Name", i)
		case r.Read == nil:
			return fmt.Errorf("the reader %q has no Read", r.Name)
		}
		for _, ext := range r.Extensions {
			if !strings.HasPrefix(ext, ".") || ext != strings.ToLower(ext) {
				return fmt.Errorf("the reader %q has the extension %q: want a dot and small letters, as in .txt", r.Name, ext)
			}
		}
	}
	return nil
}

// contradicts reports whether the bytes, which the reader known recognises, rule
// out the reader named by the extension. A signature always decides. Formats of
// text are hard to tell apart (Markdown may begin with a tag, a text may hold a
// list of dashes), so between those the extension decides, except for a whole HTML
// page and for Markdown that nobody types as plain text.
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
		return markdown.IsCertain(head) // the output of converters is often saved as .txt
	}
	return known.Name == "html" && isHTMLPage(head)
}

// isHTMLPage reports whether head begins a whole HTML page, not a fragment.
func isHTMLPage(head []byte) bool {
	head = bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff"))))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

// namesOf returns the readers' names, joined by commas.
func namesOf(readers []document.Reader) string {
	names := make([]string, len(readers))
	for i := range readers {
		names[i] = readers[i].Name
	}
	return strings.Join(names, ", ")
}

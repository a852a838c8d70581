// This file opens documents and pages, or says in one line why it cannot.

package pdfium

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

// Errors of Open, for errors.Is.
var (
	ErrPassword = errors.New("a password is needed")
	ErrFormat   = errors.New("not a PDF that can be read")
	ErrMemory   = errors.New("it needs more memory than a document may have (512 MiB)")
)

// maxPages is the largest number of pages of a document. A damaged /Count may say
// billions; the largest real documents have some ten thousand pages.
const maxPages = 100_000

// maxReopened is the largest number of times that a document is opened again after a
// page crashed PDFium, so that the other pages are read. Hostile documents end there.
const maxReopened = 3

// A Doc is an open document. It serves one goroutine at a time.
type Doc struct {
	eng   *Engine
	g     *guest
	data  uint32 // address of the file's bytes, which PDFium reads until it closes
	doc   uint64
	pages int
	said  int // pages that the document says it has

	layers   bool // it may hold layers, see mayHaveLayers
	file     []byte
	password string
	reopened int
	lightest int // weight of the lightest typeface of the pages read, 0 if unknown
}

// Open opens a PDF. password may be empty; owner-only protection needs none.
// data must not change until the Doc is closed.
func (e *Engine) Open(data []byte, password string) (*Doc, error) {
	if len(data) > guestPages*wasmPage/2 {
		return nil, fmt.Errorf("%w: the file alone has %d MiB", ErrMemory, len(data)>>20)
	}
	if len(password) >= scratchSize {
		return nil, ErrPassword
	}
	d := &Doc{eng: e, file: data, password: password, layers: mayHaveLayers(data)}
	if err := d.open(); err != nil {
		return nil, err
	}
	return d, nil
}

// open loads the document into an instance of its own.
func (d *Doc) open() (err error) {
	g, err := d.eng.guest()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			d.eng.release(g)
		}
	}()
	defer g.rescue(&err)
	d.data = uint32(g.call("malloc", uint64(max(len(d.file), 1))))
	if d.data == 0 {
		return ErrMemory
	}
	copy(g.view(d.data, uint32(len(d.file))), d.file)
	copy(g.view(g.scratch, scratchSize), d.password+"\x00")
	d.doc = g.call("FPDF_LoadMemDocument", uint64(d.data), uint64(len(d.file)), g.at(0))
	if d.doc == 0 {
		code := g.callInt("FPDF_GetLastError")
		g.call("free", uint64(d.data))
		return openError(code, d.file, d.password)
	}
	d.said = g.callInt("FPDF_GetPageCount", d.doc)
	d.pages = min(d.said, maxPages)
	d.g = g
	return nil
}

// revive opens the document again if its instance broke.
func (d *Doc) revive() error {
	if d.g == nil {
		return errors.New("the document is closed")
	}
	if d.g.broken == nil {
		return nil
	}
	if d.reopened >= maxReopened {
		return d.g.broken
	}
	d.reopened++
	old, pages := d.g, d.pages
	err := d.open()
	if err != nil {
		return err // d.g stays the broken one
	}
	d.pages = pages
	d.eng.release(old)
	return nil
}

// openError returns the error for a code of PDFium, with what to do about it.
func openError(code int, data []byte, password string) error {
	const codePassword, codeSecurity = 4, 5
	switch {
	case code == codePassword && password == "":
		return ErrPassword
	case code == codePassword:
		return fmt.Errorf("%w: the one given does not open it", ErrPassword)
	case code == codeSecurity:
		return fmt.Errorf("%w: its kind of encryption is not known", ErrFormat)
	}
	head := data[:min(len(data), 1024)]
	tail := data[max(0, len(data)-1024):]
	switch {
	case len(data) == 0:
		return fmt.Errorf("%w: the file is empty", ErrFormat)
	case !bytes.Contains(head, []byte("%PDF-")):
		return fmt.Errorf("%w: it does not begin like one", ErrFormat)
	case !bytes.Contains(tail, []byte("%%EOF")):
		return fmt.Errorf("%w: its end is missing; fetch it again", ErrFormat)
	}
	return fmt.Errorf("%w: it is damaged; fetch it again", ErrFormat)
}

// Broken returns the error after which no page can be read any more, or nil.
func (d *Doc) Broken() error {
	if d.reopened < maxReopened {
		return nil
	}
	return d.g.broken
}

// WhyNoPages returns the error for a document without pages, whose bytes were data.
func (d *Doc) WhyNoPages(data []byte) error {
	if !bytes.Contains(data[max(0, len(data)-1024):], []byte("%%EOF")) {
		return fmt.Errorf("%w: its end is missing; fetch it again", ErrFormat)
	}
	return fmt.Errorf("%w: it has no pages", ErrFormat)
}

// SaysPages returns the number of pages that the document says it has, more than
// NumPages only in a damaged one.
func (d *Doc) SaysPages() int { return d.said }

// NumPages returns the number of pages, at most 100,000.
func (d *Doc) NumPages() int { return d.pages }

// Close frees the document; its instance serves the next one.
func (d *Doc) Close() (err error) {
	if d.g == nil {
		return nil
	}
	g := d.g
	d.g = nil
	defer d.eng.release(g)
	if g.broken != nil {
		return nil
	}
	defer g.rescue(&err)
	g.call("FPDF_CloseDocument", d.doc)
	g.call("free", uint64(d.data))
	return nil
}

// withPage runs f on page n, 1-based.
func (d *Doc) withPage(n int, f func(page *uint64) error) (err error) {
	if err := d.revive(); err != nil {
		return err
	}
	if n < 1 || n > d.pages {
		return fmt.Errorf("page %d: the document has %d", n, d.pages)
	}
	g := d.g
	defer func() {
		if err != nil && g.broken != nil {
			err = fmt.Errorf("page %d cannot be read: %w", n, err)
		}
	}()
	defer g.rescue(&err)
	page := g.call("FPDF_LoadPage", d.doc, uint64(n-1))
	if page == 0 {
		return fmt.Errorf("page %d cannot be read: it is damaged", n)
	}
	err = f(&page)
	if g.broken == nil {
		g.call("FPDF_ClosePage", page)
	}
	return err
}

// reload loads a changed page again and returns its new handle.
func (d *Doc) reload(page uint64, n int) uint64 {
	d.g.call("FPDF_ClosePage", page)
	page = d.g.call("FPDF_LoadPage", d.doc, uint64(n-1))
	if page == 0 {
		panic(trap{fmt.Errorf("page %d cannot be read a second time: it is damaged", n)})
	}
	return page
}

// Page reads page n, 1-based. The error is for pages of which nothing can be read; the
// page's Notes say which parts could not be.
func (d *Doc) Page(n int) (*ink.Page, error) {
	var p *ink.Page
	err := d.withPage(n, func(page *uint64) error {
		r := newPageReader(d, *page, n)
		defer func() { *page = r.handle }()
		defer func() { p = r.page }()
		return r.read()
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

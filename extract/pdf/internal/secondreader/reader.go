// Package secondreader reads the letters of a PDF's pages with
// github.com/ledongthuc/pdf, a library that shares no code with PDFium, so that two
// readings can be compared. [Open] opens a file, [Doc.Page] reads a page.
//
// It is not a reader to rely on: it repairs nothing, knows few filters and encodings,
// and leaves out what it is not sure of. Its library can loop for ever in a damaged
// file, which is stopped here, and ask for all the memory there is, which is stopped
// only partly. Run it in a process that may be killed.
package secondreader

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ledongthuc/pdf"
)

// A Doc is an open document. It serves one goroutine at a time.
type Doc struct {
	r     *pdf.Reader
	src   *source
	fonts map[string]*font
}

// ErrBudget is the error for documents that take longer than the deadline allows.
var ErrBudget = errors.New("it took too long")

// Open opens a PDF. It, and each page read after the deadline, fails with ErrBudget.
func Open(data []byte, password string, deadline time.Time) (d *Doc, err error) {
	defer rescue(&err)
	if err := checkTables(data); err != nil {
		return nil, err
	}
	src := &source{Reader: bytes.NewReader(data), deadline: deadline}
	asked := false
	r, err := pdf.NewReaderEncrypted(src, int64(len(data)), func() string {
		if asked {
			return ""
		}
		asked = true
		return password
	})
	if src.late {
		return nil, ErrBudget
	}
	if err != nil {
		return nil, err
	}
	return &Doc{r: r, src: src, fonts: map[string]*font{}}, nil
}

// source is the file's bytes with a deadline. The library reads whenever it follows a
// reference, so its endless loops end here.
type source struct {
	*bytes.Reader
	deadline time.Time
	late     bool
}

func (s *source) ReadAt(p []byte, off int64) (int, error) {
	s.check()
	if off < 0 || off > s.Size() {
		return 0, io.EOF // bytes.Reader has an error of its own for it
	}
	return s.Reader.ReadAt(p, off)
}

// check panics after the deadline; rescue turns that into an error.
func (s *source) check() {
	if s.late || time.Now().After(s.deadline) {
		s.late = true
		panic(ErrBudget)
	}
}

// rescue turns any panic of the library into an error.
func rescue(err *error) {
	switch x := recover().(type) {
	case nil:
	case error:
		*err = x
	default:
		*err = fmt.Errorf("%v", x)
	}
}

// The protocol: frames of a kind, a length and bytes.

package worker

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"io"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

// Kinds of frames. A worker is sent hello once, then a request and its bytes
// for each document.
const (
	kindHello   = 'h' // to the worker: hello
	kindRequest = 'q' // to the worker: request
	kindData    = 'b' // to the worker: the document's bytes

	kindCold   = 'c' // from the worker: the engine has to be compiled
	kindReady  = 'r' // from the worker: it takes documents
	kindAnswer = 'a' // from the worker: answer
	kindDoubts = 'd' // from the worker: doubts, after an answer that announced them

	kindFinished = 'w' // from the worker: finished, where it has Work

	kindFailure = 'f' // from the worker, before it ends: a sentence why
)

// hello has the settings of a worker.
type hello struct {
	CacheDir string // of the PDF engine
	Memory   uint64 // bytes after which the worker ends itself; 0 is no limit
	// Work is what it does with documents after reading them; nil is nothing. Such a
	// worker may never get a PDF, so it prepares the engine for the first.
	Work *Work
}

// request is one document to read.
type request struct {
	Name    string
	Options document.Options
}

// answer is the result of a document: a Document or an error.
type answer struct {
	Doc    *document.Document
	Err    string
	Kind   int  // which known error Err is; an index into knownErrors, 0 is none
	Doubts bool // a frame of doubts follows
	Last   bool // the worker ends after this document
}

// doubts is what the second reader found.
type doubts struct{ Issues []document.Issue }

// knownErrors are the errors that callers may look for with errors.Is.
var knownErrors = []error{nil, extract.ErrFormat, document.ErrEmpty, document.ErrPassword}

// maxFrame is the largest length of a frame, in bytes. The result of ten thousand pages
// has some 200 MB.
const maxFrame = 512 << 20

var errTooLarge = errors.New("larger than a worker may send")

// tooLarge returns the error for an answer of more than largest bytes.
func tooLarge(largest int) error {
	return fmt.Errorf("what was read is too large (over %d MiB); read it in parts with --pages", largest>>20)
}

func init() {
	gob.Register(&document.Heading{})
	gob.Register(&document.Paragraph{})
	gob.Register(&document.List{})
	gob.Register(&document.Table{})
}

// A link sends and receives frames. Values go through one gob stream in each
// direction, so that types are described once and not with each document.
type link struct {
	in  io.Reader
	out io.Writer
	// largest is the largest length of a frame to send or to take, in bytes.
	largest int

	enc    *gob.Encoder
	encBuf bytes.Buffer
	dec    *gob.Decoder
	decBuf bytes.Buffer
}

func newLink(in io.Reader, out io.Writer) *link {
	l := &link{in: in, out: out, largest: maxFrame}
	l.enc = gob.NewEncoder(&l.encBuf)
	l.dec = gob.NewDecoder(&l.decBuf)
	return l
}

// send writes a frame of bytes.
func (l *link) send(kind byte, data []byte) error {
	if len(data) > l.largest {
		return errTooLarge
	}
	var head [5]byte
	head[0] = kind
	binary.LittleEndian.PutUint32(head[1:], uint32(len(data)))
	if _, err := l.out.Write(head[:]); err != nil {
		return err
	}
	_, err := l.out.Write(data)
	return err
}

// sendValue writes a frame of a value. After errTooLarge the link cannot send values any
// more, since the stream has lost one.
func (l *link) sendValue(kind byte, v any) error {
	l.encBuf.Reset()
	if err := l.enc.Encode(v); err != nil {
		return err
	}
	return l.send(kind, l.encBuf.Bytes())
}

// receive reads a frame.
func (l *link) receive() (kind byte, data []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(l.in, head[:]); err != nil {
		return 0, nil, err
	}
	n := binary.LittleEndian.Uint32(head[1:])
	if uint64(n) > uint64(l.largest) {
		return 0, nil, errTooLarge
	}
	data = make([]byte, n)
	_, err = io.ReadFull(l.in, data)
	return head[0], data, err
}

// value decodes a frame that sendValue wrote.
func (l *link) value(data []byte, v any) error {
	l.decBuf.Reset()
	l.decBuf.Write(data)
	if err := l.dec.Decode(v); err != nil {
		return fmt.Errorf("a worker's frame: %w", err)
	}
	return nil
}

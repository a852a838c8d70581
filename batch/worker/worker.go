// The worker's side.

package worker

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/pdf"
)

// tasks are what a worker does; tests replace them.
type tasks struct {
	prepare func(cacheDir string, preparing func()) error
	read    func(name string, data []byte, opt document.Options) (*document.Document, error)
	doubt   func(doc *document.Document, data []byte, opt document.Options) []document.Issue
	largest int // answer, in bytes; 0 is maxFrame
}

// Main serves documents until in ends. A program calls it, and does nothing else, if its
// first argument is [Argument]. in and out are the process's standard input and output;
// nothing else may use them.
func Main(in io.Reader, out io.Writer) error {
	// What a library prints must not get between frames.
	os.Stdout = os.Stderr
	return serve(in, out, tasks{prepare: pdf.Prepare, read: extract.Read, doubt: pdf.SecondReading})
}

func serve(in io.Reader, out io.Writer, do tasks) error {
	l := newLink(in, out)
	if do.largest > 0 {
		l.largest = do.largest
	}
	var h hello
	if err := l.expect(kindHello, &h); err != nil {
		return err
	}
	watch(h.Memory)
	cold := func() { _ = l.send(kindCold, nil) }
	if err := do.prepare(h.CacheDir, cold); err != nil {
		return err
	}
	if err := l.send(kindReady, nil); err != nil {
		return err
	}
	for {
		var q request
		if err := l.expect(kindRequest, &q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		kind, data, err := l.receive()
		if err != nil || kind != kindData {
			return fmt.Errorf("a request without its document: %w", err)
		}
		last, err := l.answer(do, q, data)
		if err != nil || last {
			return err
		}
	}
}

// expect reads a frame of one kind into v.
func (l *link) expect(want byte, v any) error {
	kind, data, err := l.receive()
	if err != nil {
		return err
	}
	if kind != want {
		return fmt.Errorf("frame %q in place of %q", kind, want)
	}
	return l.value(data, v)
}

// answer reads one document and sends the result. The second reader runs after the
// result is sent: if it takes the process down, the result is safe.
func (l *link) answer(do tasks, q request, data []byte) (last bool, err error) {
	var a answer
	second := q.Options.SecondReader
	opt := q.Options
	opt.SecondReader = false
	a.Doc, err = guard(q.Name, func() (*document.Document, error) { return do.read(q.Name, data, opt) })
	if err != nil {
		a.Doc, a.Err = nil, err.Error()
		for i, known := range knownErrors {
			if known != nil && errors.Is(err, known) {
				a.Kind = i
			}
		}
	}
	a.Doubts = second && a.Doc != nil
	a.Last = heavy()
	err = l.sendValue(kindAnswer, &a)
	if errors.Is(err, errTooLarge) {
		// The stream of values is broken, so the process ends.
		return true, l.send(kindFailure, []byte(tooLarge(l.largest).Error()))
	}
	if err != nil || !a.Doubts {
		return a.Last, err
	}
	issues, err := guard(q.Name, func() ([]document.Issue, error) { return do.doubt(a.Doc, data, opt), nil })
	if err != nil {
		issues = []document.Issue{pdf.NoSecondReading(err.Error())}
	}
	return a.Last, l.sendValue(kindDoubts, &doubts{issues})
}

// guard turns a panic into an error: the document's, not the worker's.
func guard[T any](name string, f func() (T, error)) (v T, err error) {
	defer func() {
		if x := recover(); x != nil {
			if os.Getenv("PRESSOIR_DEBUG") != "" {
				fmt.Fprintf(os.Stderr, "%v\n%s", x, debug.Stack())
			}
			err = fmt.Errorf("%s: internal error: %v; please report it", name, x)
		}
	}()
	return f()
}

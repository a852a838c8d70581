// One worker process, seen from outside.

package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/pdf"
)

// A frame as received.
type frame struct {
	kind byte
	data []byte
}

type process struct {
	cmd     *exec.Cmd
	stdin   io.Closer
	link    *link
	frames  chan frame
	failure error         // why frames was closed
	ended   chan struct{} // closed when the process is gone
	words   lastWords
	memory  uint64 // the limit of its memory, in bytes
	cold    func() // called where the engine has to be compiled
}

// launch starts a worker and greets it. Frames of more than largest bytes are refused.
func launch(command, env []string, h hello, largest int) (*process, error) {
	cmd := exec.Command(command[0], command[1:]...)
	// A program that looks at its name sees the same.
	cmd.Args[0] = os.Args[0]
	cmd.Env = append(os.Environ(), env...)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	// Not StdoutPipe: Wait would close it under the reader.
	out, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	cmd.Stdout = in
	w := &process{cmd: cmd, stdin: stdin, link: newLink(out, stdin), frames: make(chan frame), ended: make(chan struct{}), memory: h.Memory}
	w.link.largest = largest
	cmd.Stderr = &w.words
	err = cmd.Start()
	in.Close()
	if err != nil {
		out.Close()
		return nil, err
	}
	go func() {
		_ = cmd.Wait()
		close(w.ended)
	}()
	go func() {
		defer out.Close()
		defer close(w.frames)
		for {
			kind, data, err := w.link.receive()
			if err != nil {
				w.failure = err
				return
			}
			w.frames <- frame{kind, data}
		}
	}()
	if err := w.link.sendValue(kindHello, h); err != nil {
		w.kill()
		return nil, fmt.Errorf("%w %s", err, w.words.line())
	}
	return w, nil
}

// kill ends the process and waits for its end. It may be called more than once.
func (w *process) kill() {
	_ = w.cmd.Process.Kill()
	_ = w.stdin.Close()
	// The goroutine that reads frames must not wait forever for someone to take them.
	go func() {
		for range w.frames {
		}
	}()
	<-w.ended
}

// next waits for a frame until ctx ends or the timer fires.
func (w *process) next(ctx context.Context, late <-chan time.Time) (frame, error) {
	select {
	case f, ok := <-w.frames:
		if !ok {
			return f, w.failure
		}
		return f, nil
	case <-late:
		return frame{}, errLate
	case <-ctx.Done():
		return frame{}, ctx.Err()
	}
}

var errLate = errors.New("not in time")

// ready waits until a started worker takes documents.
func (w *process) ready(ctx context.Context) error {
	timer := time.NewTimer(startTimeout)
	defer timer.Stop()
	for {
		f, err := w.next(ctx, timer.C)
		if err != nil {
			return w.died(err)
		}
		switch f.kind {
		case kindReady:
			return nil
		case kindCold:
			w.cold()
		default:
			return fmt.Errorf("it sent %q before it was ready", f.kind)
		}
	}
}

// ask gives the worker one document and waits for its answer. keep says after an
// error whether the worker may serve another.
func (w *process) ask(ctx context.Context, q request, data []byte, timeout time.Duration) (f frame, keep bool, err error) {
	fail := func(err error) (frame, bool, error) {
		return frame{}, false, fmt.Errorf("%s: %w", q.Name, err)
	}
	if len(data) > w.link.largest {
		return frame{}, true, fmt.Errorf("%s: larger than a reader may take (%d MiB); split the file", q.Name, len(data)>>20)
	}
	w.words.forget()
	var late <-chan time.Time
	if timeout > 0 {
		timer := time.NewTimer(timeout)
		defer timer.Stop()
		late = timer.C
	}
	// Sending waits until the worker takes the bytes, so the deadline runs meanwhile. An
	// error means that the worker died, which next reports.
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		if w.link.sendValue(kindRequest, q) == nil {
			_ = w.link.send(kindData, data)
		}
	}()
	f, err = w.next(ctx, late)
	if err == nil && f.kind == kindCold { // the time for compiling is not the document's
		w.cold()
		f, err = w.compiled(ctx)
	}
	if errors.Is(err, errLate) {
		w.kill()
		<-sent
		return fail(fmt.Errorf("reading took longer than %s; raise --timeout or split the file", plain(timeout)))
	}
	if err != nil {
		err = w.died(err)
		<-sent
		return fail(err)
	}
	<-sent
	return f, true, nil
}

// compiled waits for the answer of a worker that compiles the engine first.
func (w *process) compiled(ctx context.Context) (frame, error) {
	timer := time.NewTimer(startTimeout)
	defer timer.Stop()
	return w.next(ctx, timer.C)
}

// read has one document read. keep says whether the worker may serve another.
func (w *process) read(ctx context.Context, q request, data []byte, timeout time.Duration) (doc *document.Document, keep bool, err error) {
	f, keep, err := w.ask(ctx, q, data, timeout)
	if err != nil {
		return nil, keep, err
	}
	fail := func(err error) (*document.Document, bool, error) {
		return nil, false, fmt.Errorf("%s: %w", q.Name, err)
	}
	var a answer
	switch f.kind {
	case kindAnswer:
	case kindFailure:
		return fail(errors.New(string(f.data)))
	default:
		return fail(fmt.Errorf("the reader sent %q for an answer", f.kind))
	}
	if err := w.link.value(f.data, &a); err != nil {
		return fail(err)
	}
	if a.Doc == nil {
		return nil, !a.Last, remoteError{a.Err, knownErrors[min(max(a.Kind, 0), len(knownErrors)-1)]}
	}
	if !a.Doubts {
		return a.Doc, !a.Last, nil
	}
	issues, alive := w.doubts(ctx)
	a.Doc.Issues = append(a.Doc.Issues, issues...)
	return a.Doc, alive && !a.Last, ctx.Err()
}

// doubts waits for what the second reader found. Its failure is an Issue; the document
// stays read.
func (w *process) doubts(ctx context.Context) (issues []document.Issue, alive bool) {
	timer := time.NewTimer(doubtTimeout)
	defer timer.Stop()
	f, err := w.next(ctx, timer.C)
	var d doubts
	switch {
	case errors.Is(err, errLate):
		return []document.Issue{pdf.NoSecondReading(fmt.Sprintf("it took longer than %s", plain(doubtTimeout)))}, false
	case err != nil:
		return []document.Issue{pdf.NoSecondReading(w.died(err).Error())}, false
	case f.kind != kindDoubts || w.link.value(f.data, &d) != nil:
		return []document.Issue{pdf.NoSecondReading("its answer could not be read")}, false
	}
	return d.Issues, true
}

// died ends the worker and says why it gave no answer.
func (w *process) died(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if errors.Is(err, errTooLarge) {
		w.kill()
		return tooLarge(w.link.largest)
	}
	// Let the process end by itself, so that its last words arrive.
	_ = w.stdin.Close()
	select {
	case <-w.ended:
	case <-time.After(time.Second):
		w.kill()
	}
	if w.cmd.ProcessState.ExitCode() == exitMemory {
		return fmt.Errorf("reading it takes more than %d MiB of memory; split the file", w.memory>>20)
	}
	words := w.words.line()
	if words == "" {
		words = w.cmd.ProcessState.String()
	}
	return fmt.Errorf("the reader crashed (%s); the other documents are not concerned; please report it", words)
}

// plain returns a duration as people write it: 30 s, 1m30s.
func plain(d time.Duration) string {
	if d < time.Minute {
		return fmt.Sprintf("%g s", d.Seconds())
	}
	return d.String()
}

// A remoteError is an error that a worker reported, with the known error that it wraps.
type remoteError struct {
	text string
	is   error
}

func (e remoteError) Error() string { return e.text }
func (e remoteError) Unwrap() error { return e.is }

// The last words of a worker that dies.

package worker

import (
	"bytes"
	"sync"
)

// lastWords keeps the first bytes of a worker's standard error since the document began:
// the first line of a dying process says why, and a long trace follows.
type lastWords struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

// wordsKept is the number of bytes of standard error that are kept.
const wordsKept = 4096

func (w *lastWords) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.buf.Write(p[:min(len(p), wordsKept-w.buf.Len())])
	return len(p), nil
}

// forget drops what was said for earlier documents.
func (w *lastWords) forget() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.buf.Reset()
}

// line returns the first line that says something.
func (w *lastWords) line() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	for line := range bytes.Lines(w.buf.Bytes()) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return string(line)
		}
	}
	return ""
}

// The caller's side: workers are started, given documents, killed and replaced.

package worker

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/pdf"
)

// Argument is the first argument that makes a program a worker.
const Argument = "__worker"

// DefaultTimeout is the longest time for reading one document.
const DefaultTimeout = 30 * time.Second

const (
	// defaultMemory is the largest memory of a worker, in bytes, beside PDFium's 512 MiB:
	// the file twice, and what is read of it. Ordinary documents take 70 MB.
	defaultMemory = 1 << 30
	// startTimeout is the longest time for starting a worker, with compiling the engine:
	// some 4 s on a machine of 2020, minutes on one that is slow and busy.
	startTimeout = 5 * time.Minute
	// doubtTimeout is the longest time for the second reader, after the first has answered.
	doubtTimeout = 15 * time.Second
)

// A Config says how a Pool works. The zero value is right for most programs.
type Config struct {
	Workers  int           // documents read at the same time; 0 is one a core
	Timeout  time.Duration // longest time for reading one document; 0 is DefaultTimeout, less than 0 no limit
	Memory   uint64        // bytes a worker may hold beside PDFium's own 512 MiB; 0 is 1 GiB
	CacheDir string        // where the PDF engine keeps its compiled code, see pdf.Prepare
	// Preparing, if not nil, is called once, before the first start of the PDF
	// engine on a machine, which takes some seconds.
	Preparing func()
	// Work, if not nil, is what workers do with a document after reading it. Such a
	// Pool is for Do, others are for Read.
	Work *Work

	command []string // what to start; nil is this program with Argument
	env     []string // added to the environment
	largest int      // answer to take, in bytes; 0 is maxFrame
}

// A Pool reads documents in worker processes. It is safe for concurrent use.
type Pool struct {
	cfg   Config
	slots chan struct{} // one for each document that may be read at the same time

	mu     sync.Mutex
	idle   []*process
	all    map[*process]bool
	closed bool

	starting sync.Mutex // held while the engine is compiled: once is enough
	told     sync.Once
}

// ErrClosed is the error for documents given to a Pool after Close.
var ErrClosed = errors.New("the workers have been stopped")

// ErrStart is the error for workers that cannot be started.
var ErrStart = errors.New("starting a worker")

// NewPool makes a Pool. Workers start when documents come.
func NewPool(cfg Config) *Pool {
	if cfg.Workers <= 0 {
		cfg.Workers = runtime.GOMAXPROCS(0)
	}
	if cfg.Timeout == 0 {
		cfg.Timeout = DefaultTimeout
	}
	if cfg.Memory == 0 {
		cfg.Memory = defaultMemory
	}
	return &Pool{cfg: cfg, slots: make(chan struct{}, cfg.Workers), all: map[*process]bool{}}
}

// Read reads one document in a worker and waits for it, like [extract.Read].
// A document that crashes its worker, exceeds the timeout or needs too much memory
// gives an error that says which; the pool can still be used. The end of ctx kills the
// worker. A worker has the built-in readers only, so opt.Readers is ignored: read
// the documents for which [extract.Isolate] is false with extract.Read.
func (p *Pool) Read(ctx context.Context, name string, data []byte, opt document.Options) (*document.Document, error) {
	return served(ctx, p, request{name, opt}, data, (*process).read)
}

// served waits for a slot and a worker, and has it do one thing.
func served[T any](ctx context.Context, p *Pool, q request, data []byte, do func(*process, context.Context, request, []byte, time.Duration) (T, bool, error)) (v T, err error) {
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return v, ctx.Err()
	}
	w, err := p.take(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return v, ctx.Err()
		}
		return v, fmt.Errorf("%s: %w", q.Name, err)
	}
	q.Options.Readers = nil // functions of this process
	got, keep, err := do(w, ctx, q, data, p.cfg.Timeout)
	p.give(w, keep)
	if err != nil && ctx.Err() != nil {
		return v, ctx.Err()
	}
	return got, err
}

// take returns an idle worker, or starts one.
func (p *Pool) take(ctx context.Context) (*process, error) {
	p.mu.Lock()
	closed := p.closed
	if n := len(p.idle); n > 0 && !closed {
		w := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return w, nil
	}
	p.mu.Unlock()
	if closed {
		return nil, ErrClosed
	}
	return p.start(ctx)
}

// start starts a worker and waits until it takes documents. Only where the
// engine has to be compiled do others wait for the first.
func (p *Pool) start(ctx context.Context) (*process, error) {
	if p.cfg.Work == nil && !pdf.Prepared(p.cfg.CacheDir) {
		p.starting.Lock()
		defer p.starting.Unlock()
	}
	command := p.cfg.command
	if command == nil {
		self, err := os.Executable()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrStart, err)
		}
		command = []string{self, Argument}
	}
	w, err := launch(command, p.cfg.env, hello{p.cfg.CacheDir, p.cfg.Memory, p.cfg.Work}, cmp.Or(p.cfg.largest, maxFrame))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStart, err)
	}
	p.mu.Lock()
	p.all[w] = true
	closed := p.closed
	p.mu.Unlock()
	if closed {
		p.give(w, false)
		return nil, ErrClosed
	}
	w.cold = func() {
		if p.cfg.Preparing != nil {
			p.told.Do(p.cfg.Preparing)
		}
	}
	if err := w.ready(ctx); err != nil {
		p.give(w, false)
		return nil, fmt.Errorf("%w: %w", ErrStart, err)
	}
	return w, nil
}

// give takes a worker back, or ends it.
func (p *Pool) give(w *process, keep bool) {
	p.mu.Lock()
	if keep && !p.closed {
		p.idle = append(p.idle, w)
		p.mu.Unlock()
		return
	}
	delete(p.all, w)
	p.mu.Unlock()
	w.kill()
}

// Close kills the workers; documents still being read fail.
func (p *Pool) Close() {
	p.mu.Lock()
	p.closed = true
	workers := p.all
	p.all, p.idle = map[*process]bool{}, nil
	p.mu.Unlock()
	for w := range workers {
		w.kill()
	}
}

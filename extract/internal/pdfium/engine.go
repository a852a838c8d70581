// This file starts PDFium and hands out documents.

package pdfium

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	// guestPages is the most memory one PDFium may take, in WebAssembly pages
	// of 64 KiB: 512 MiB. Ordinary documents stay under 40 MiB; a document that
	// asks for more is a bomb or wants a machine of its own.
	guestPages = 8192
	// retireBytes is when an instance is given up after its document: the
	// memory of a WebAssembly instance only grows.
	retireBytes = 128 << 20
	// maxGuests bounds instances alive at once in one process; callers open
	// one or two documents a core.
	maxGuests = 64
	// startLimit is how long a new instance may take. It takes some 5 ms; the
	// limit only keeps a broken start from waiting for ever.
	startLimit = time.Minute
)

// A Config says how an Engine starts. The zero value serves.
type Config struct {
	// CacheDir is where compiled code is kept: 21 MB. The first start in an
	// empty directory takes seconds, every other one some 0.1 s. "" is
	// [DefaultCacheDir]; "off" keeps nothing.
	CacheDir string
	// Preparing, if not nil, is called once before a start that has to compile.
	Preparing func()
}

// DefaultCacheDir is pressoir/pdfium in the user's cache directory, or "off"
// where the user has none.
func DefaultCacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "off"
	}
	return filepath.Join(dir, "pressoir", "pdfium")
}

// An Engine is PDFium, compiled and ready. It is safe for concurrent use; each
// open document has an instance of its own.
type Engine struct {
	pool gopdfium.Pool
	// cache is nil if nothing is kept.
	cache wazero.CompilationCache

	mu     sync.Mutex // guards what follows, and that starting a guest takes its own memory
	memory *guestMemory
	idle   []*guest
}

// New starts PDFium. It fails only if the machine cannot run it; a cache
// directory that cannot be used is done without.
func New(ctx context.Context, cfg Config) (*Engine, error) {
	ctx = experimental.WithCompilationWorkers(context.WithoutCancel(ctx), runtime.NumCPU())
	dir := cmp.Or(cfg.CacheDir, DefaultCacheDir())
	told := false
	tell := func() {
		if cfg.Preparing != nil && !told {
			cfg.Preparing()
		}
		told = true
	}
	shell, err := shellOf(pdfiumWasm)
	if err == nil && dir != "off" {
		if Prepared(dir) {
			if e, err := start(ctx, dir, shell); err == nil {
				return e, nil
			}
		}
		// Nothing is kept, or it is not the code of this PDFium: its functions trap.
		tell()
		if keepCode(ctx, dir, shell) == nil {
			if e, err := start(ctx, dir, shell); err == nil {
				return e, nil
			}
		}
	}
	if err == nil {
		dir = "off" // what can be had of it failed
	}
	if !Prepared(dir) {
		tell()
	}
	e, err := start(ctx, dir, nil)
	if err != nil {
		return nil, fmt.Errorf("starting PDFium: %w", err)
	}
	return e, nil
}

func runtimeConfig() wazero.RuntimeConfig {
	return wazero.NewRuntimeConfig().
		// PDFium's setjmp needs exception handling.
		// The limit of memory is guestMemory's: it knows afterwards that it refused.
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
}

// start starts PDFium from code kept in dir for the module wasm; nil is the
// whole module. Its first instance shows that the code is PDFium's.
func start(ctx context.Context, dir string, wasm []byte) (*Engine, error) {
	e := &Engine{}
	rc := runtimeConfig()
	if dir != "off" {
		c, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			return nil, err
		}
		e.cache = c
		rc = rc.WithCompilationCache(c)
	}
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(e.allocate))
	pool, err := webassembly.Init(webassembly.Config{
		Context:       ctx,
		WASM:          wasm,
		RuntimeConfig: rc,
		MaxIdle:       maxGuests,
		MaxTotal:      maxGuests,
		FSConfig:      wazero.NewFSConfig(), // no files: the default shows it all of them
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		if e.cache != nil {
			e.cache.Close(ctx)
		}
		return nil, err
	}
	e.pool = pool
	g, err := e.guest()
	if err != nil {
		e.Close()
		return nil, err
	}
	e.release(g)
	return e, nil
}

// Prepared reports whether cacheDir, as in Config, holds compiled code already,
// so that a start will be quick.
func Prepared(cacheDir string) bool {
	dir := cmp.Or(cacheDir, DefaultCacheDir())
	if dir == "off" {
		return false
	}
	// wazero keeps its files in one directory for each of its versions.
	found, _ := filepath.Glob(filepath.Join(dir, "wazero-*", "*"))
	return len(found) > 0
}

// Keeps reports whether compiled code can be kept in cacheDir, as in Config.
func Keeps(cacheDir string) bool {
	dir := cmp.Or(cacheDir, DefaultCacheDir())
	if dir == "off" || os.MkdirAll(dir, 0o700) != nil {
		return false
	}
	f, err := os.CreateTemp(dir, "keeps-*")
	if err != nil {
		return false
	}
	f.Close()
	return os.Remove(f.Name()) == nil
}

// Close ends PDFium. Documents must be closed before.
func (e *Engine) Close() error {
	e.mu.Lock()
	for _, g := range e.idle {
		g.kill()
	}
	e.idle = nil
	e.mu.Unlock()
	err := e.pool.Close()
	if e.cache != nil {
		e.cache.Close(context.Background())
	}
	return err
}

// guest takes an idle instance or starts one.
func (e *Engine) guest() (*guest, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if n := len(e.idle); n > 0 {
		g := e.idle[n-1]
		e.idle = e.idle[:n-1]
		return g, nil
	}
	e.memory = nil
	inst, err := e.pool.GetInstance(startLimit)
	if err != nil {
		return nil, fmt.Errorf("starting an instance of PDFium: %w", err)
	}
	g, err := newGuest(inst, e.memory)
	if err != nil {
		inst.Kill()
		return nil, err
	}
	return g, nil
}

// release keeps an instance for the next document, or ends it if it broke or
// grew too large.
func (e *Engine) release(g *guest) {
	if g.broken != nil || len(g.memory.buf) > retireBytes {
		g.kill()
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.idle = append(e.idle, g)
}

// allocate is called by wazero, inside e.pool.GetInstance, for the memory of a
// new instance.
func (e *Engine) allocate(_, limit uint64) experimental.LinearMemory {
	e.memory = newGuestMemory(min(limit, guestPages*wasmPage))
	return e.memory
}

var (
	shared    *Engine
	sharedErr error
	sharedOne sync.Once
)

// Shared returns the process's one Engine, started with cfg at the first call.
func Shared(cfg Config) (*Engine, error) {
	sharedOne.Do(func() { shared, sharedErr = New(context.Background(), cfg) })
	return shared, sharedErr
}

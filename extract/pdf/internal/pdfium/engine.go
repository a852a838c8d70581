// This file starts PDFium and hands out documents.

package pdfium

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium/webassembly/imports"
	"github.com/pressoir/pressoir/extract/pdf/internal/pdfium/wasm"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

const (
	// guestPages is the largest memory of one instance, in WebAssembly pages of 64 KiB:
	// 512 MiB. Ordinary documents take less than 40 MiB; one that asks for more than
	// the limit is most likely a bomb.
	guestPages = 8192
	// retireBytes is the largest memory of an instance that serves another document:
	// the memory of a WebAssembly instance never shrinks.
	retireBytes = 128 << 20
)

// A Config says how an Engine starts. The zero value is usable.
type Config struct {
	// CacheDir is where compiled code is kept: 21 MB. The first start with an empty
	// directory takes seconds, all others a tenth of one. "" is [DefaultCacheDir];
	// "off" keeps nothing.
	CacheDir string
	// Preparing, if not nil, is called once before a start that has to compile.
	Preparing func()
}

// DefaultCacheDir returns pressoir/pdfium in the user's cache directory, or "off" if
// the user has none.
func DefaultCacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "off"
	}
	return filepath.Join(dir, "pressoir", "pdfium")
}

// An Engine is PDFium, compiled and ready. It is safe for concurrent use; each
// open document has its own instance, so callers should bound how many are open.
type Engine struct {
	runtime wazero.Runtime
	code    wazero.CompiledModule
	// cache is nil if nothing is kept.
	cache wazero.CompilationCache

	mu     sync.Mutex // guards what follows, and that starting a guest takes its own memory
	memory *guestMemory
	idle   []*guest
}

// New starts PDFium. It fails only if the machine cannot run it; a cache directory
// that cannot be used is not an error.
func New(ctx context.Context, cfg Config) (*Engine, error) {
	ctx = experimental.WithCompilationWorkers(context.WithoutCancel(ctx), runtime.NumCPU())
	dir := cmp.Or(cfg.CacheDir, DefaultCacheDir())
	if dir != "off" {
		clearUnfinished(dir)
		if Prepared(dir) {
			if e, err := start(ctx, dir, wasm.Shell()); err == nil {
				return e, nil
			}
		}
	}
	// Nothing is kept, or it is not the code of this PDFium: its functions trap.
	if cfg.Preparing != nil {
		cfg.Preparing()
	}
	module, err := wasm.Module()
	if err != nil {
		return nil, fmt.Errorf("starting PDFium: %w", err)
	}
	if shell := wasm.Shell(); dir != "off" && keepCode(ctx, dir, module, shell) == nil {
		if e, err := start(ctx, dir, shell); err == nil {
			return e, nil
		}
	}
	e, err := start(ctx, "off", module)
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

// start starts PDFium from code kept in dir for module, or compiles it if dir is
// "off". Its first instance shows that the code is PDFium's.
func start(ctx context.Context, dir string, module []byte) (e *Engine, err error) {
	e = &Engine{}
	defer func() {
		if err != nil {
			e.Close()
		}
	}()
	rc := runtimeConfig()
	if dir != "off" {
		if e.cache, err = wazero.NewCompilationCacheWithDir(dir); err != nil {
			return e, err
		}
		readQuickly(e.cache)
		rc = rc.WithCompilationCache(e.cache)
	}
	e.runtime = wazero.NewRuntimeWithConfig(ctx, rc)
	if _, err = wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err != nil {
		return e, err
	}
	if e.code, err = e.runtime.CompileModule(ctx, module); err != nil {
		return e, err
	}
	// go-pdfium looks up what PDFium imports. In the whole module wazero would
	// compare each function with each export for it.
	calls, err := e.runtime.CompileModule(ctx, wasm.Imports())
	if err != nil {
		return e, err
	}
	if _, err = imports.Instantiate(ctx, e.runtime, calls); err != nil {
		return e, err
	}
	g, err := e.guest()
	if err != nil {
		return e, err
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

// CanCache reports whether compiled code can be kept in cacheDir, as in Config.
func CanCache(cacheDir string) bool {
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
	var err error
	if e.runtime != nil {
		err = e.runtime.Close(context.Background())
	}
	if e.cache != nil {
		e.cache.Close(context.Background())
	}
	return err
}

// guest returns an idle instance, or starts one.
func (e *Engine) guest() (*guest, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if n := len(e.idle); n > 0 {
		g := e.idle[n-1]
		e.idle = e.idle[:n-1]
		return g, nil
	}
	ctx := experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(e.allocate))
	e.memory = nil
	module, err := e.runtime.InstantiateModule(ctx, e.code, wazero.NewModuleConfig().
		WithName(""). // instances of one name exclude each other
		WithStartFunctions("_initialize").
		WithStdout(io.Discard).
		WithStderr(io.Discard).
		WithRandSource(rand.Reader)) // and no files
	if err != nil {
		return nil, fmt.Errorf("starting an instance of PDFium: %w", err)
	}
	g, err := newGuest(module, e.memory)
	if err != nil {
		module.Close(ctx)
		return nil, fmt.Errorf("starting an instance of PDFium: %w", err)
	}
	return g, nil
}

// release keeps an instance for the next document, or ends it if it crashed or grew
// too large.
func (e *Engine) release(g *guest) {
	if g.broken != nil || len(g.memory.buf) > retireBytes {
		g.kill()
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.idle = append(e.idle, g)
}

// allocate is called by wazero, inside InstantiateModule, for the memory of a
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

// Shared returns the process's Engine, which the first call starts with cfg.
func Shared(cfg Config) (*Engine, error) {
	sharedOne.Do(func() { shared, sharedErr = New(context.Background(), cfg) })
	return shared, sharedErr
}

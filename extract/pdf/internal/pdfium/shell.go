// This file makes starts quick. Most of the time that wazero takes to load
// compiled code goes into checking the WebAssembly that the code was compiled
// from, by whose hash the code is looked up. So the whole module is compiled, and
// checked, once on a machine, and its code is kept under the name of the module's
// shell, which has the same shape and no functions to check. Every other start
// gives wazero the shell.

package pdfium

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/tetratelabs/wazero"
)

const (
	// unfinished is the pattern of folders in which code is compiled.
	unfinished = "new-*"
	// unfinishedAge is the least time since the last change of a folder that a killed
	// start left there. The slowest machines compile for minutes.
	unfinishedAge = time.Hour
)

// clearUnfinished removes from dir what starts left that were killed while they
// compiled.
func clearUnfinished(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, unfinished))
	for _, name := range left {
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > unfinishedAge {
			os.RemoveAll(name)
		}
	}
}

// keepCode compiles module and keeps the code in dir as that of its shell.
func keepCode(ctx context.Context, dir string, module, shell []byte) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	work, err := os.MkdirTemp(dir, unfinished)
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	code, err := compile(ctx, filepath.Join(work, "whole"), module)
	if err != nil {
		return err
	}
	name, err := compile(ctx, filepath.Join(work, "shell"), shell)
	if err != nil {
		return err
	}
	kept, err := filepath.Rel(filepath.Join(work, "shell"), name)
	if err != nil {
		return err
	}
	kept = filepath.Join(dir, kept)
	if err := os.MkdirAll(filepath.Dir(kept), 0o700); err != nil {
		return err
	}
	return os.Rename(code, kept)
}

// compile has wazero compile a module into an empty cache and returns the only file
// that it writes there.
func compile(ctx context.Context, dir string, module []byte) (file string, err error) {
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return "", err
	}
	defer cache.Close(ctx)
	r := wazero.NewRuntimeWithConfig(ctx, runtimeConfig().WithCompilationCache(cache))
	defer r.Close(ctx)
	if _, err := r.CompileModule(ctx, module); err != nil {
		return "", err
	}
	files := 0
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			file = path
			files++
		}
		return err
	})
	if err == nil && files != 1 {
		err = fmt.Errorf("%d files of compiled code, want one", files)
	}
	return file, err
}

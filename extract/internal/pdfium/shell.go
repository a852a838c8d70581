// This file makes starts quick. Of the time that wazero takes to load compiled
// code, most goes into checking anew the WebAssembly that the code was compiled
// from. The code is looked up by a hash of that WebAssembly. So the whole module
// is compiled, and checked, once on a machine; every other start gives wazero a
// shell of it, the module without the bodies of its functions, under whose name
// the code of the whole one is kept.

package pdfium

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	_ "unsafe" // for go:linkname

	"github.com/tetratelabs/wazero"
)

// pdfiumWasm is PDFium as go-pdfium embeds it. It is empty in a version of
// go-pdfium that calls it otherwise, and starts then go the long way.
//
//go:linkname pdfiumWasm github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var pdfiumWasm []byte

var errNoModule = errors.New("not a WebAssembly module with functions")

// shellOf is the module wasm with bodies that only trap. Imports, exports, tables
// and data are the same, so code compiled from wasm fits it.
func shellOf(wasm []byte) ([]byte, error) {
	const header, codeSection = 8, 10
	if len(wasm) < header {
		return nil, errNoModule
	}
	shell := append(make([]byte, 0, len(wasm)), wasm[:header]...)
	rest, found := wasm[header:], false
	for len(rest) > 0 {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return nil, errNoModule
		}
		section := rest[:1+n+int(size)]
		rest = rest[len(section):]
		if section[0] != codeSection {
			shell = append(shell, section...)
			continue
		}
		functions, n := binary.Uvarint(section[1+n:])
		if n <= 0 || functions > size {
			return nil, errNoModule
		}
		body := []byte{3, 0, 0x00, 0x0b} // 3 bytes: no locals; unreachable; end
		shell = append(shell, codeSection)
		shell = binary.AppendUvarint(shell, uint64(n)+functions*uint64(len(body)))
		shell = binary.AppendUvarint(shell, functions)
		for range functions {
			shell = append(shell, body...)
		}
		found = true
	}
	if !found {
		return nil, errNoModule
	}
	return shell, nil
}

// keepCode compiles the whole module and keeps the code in dir as that of shell.
func keepCode(ctx context.Context, dir string, shell []byte) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	work, err := os.MkdirTemp(dir, "new-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	code, err := compile(ctx, filepath.Join(work, "whole"), pdfiumWasm)
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

// compile has wazero compile a module into an empty cache and returns the one
// file that it writes there.
func compile(ctx context.Context, dir string, wasm []byte) (file string, err error) {
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return "", err
	}
	defer cache.Close(ctx)
	r := wazero.NewRuntimeWithConfig(ctx, runtimeConfig().WithCompilationCache(cache))
	defer r.Close(ctx)
	if _, err := r.CompileModule(ctx, wasm); err != nil {
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
		err = fmt.Errorf("%d files of compiled code, not one", files)
	}
	return file, err
}

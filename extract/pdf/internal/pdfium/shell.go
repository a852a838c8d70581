// This file makes starts quick. Of the time that wazero takes to load compiled
// code, most goes into checking anew the WebAssembly that the code was compiled
// from. The code is looked up by a hash of that WebAssembly. So the whole module
// is compiled, and checked, once on a machine; every other start gives wazero a
// shell of it, the module without the bodies of its functions, under whose name
// the code of the whole one is kept. The shell holds a sum of the bodies: code of
// another PDFium, whose bodies alone differ, has another name.

package pdfium

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
	_ "unsafe" // for go:linkname

	_ "github.com/klippa-app/go-pdfium/webassembly" // holds PDFium
	"github.com/tetratelabs/wazero"
)

// pdfiumWasm is PDFium as go-pdfium embeds it. It does not export it, and an
// embedded copy of our own would be 6 MB more. In a version of go-pdfium that
// calls it otherwise this one is empty, New says so, and no test of PDFs passes.
//
//go:linkname pdfiumWasm github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var pdfiumWasm []byte

var (
	errNoPDFium = errors.New("this version of go-pdfium does not hold PDFium where it is looked for; build with the one that go.mod names")
	errNoModule = errors.New("not a WebAssembly module with functions")
)

// Sections of a module.
const (
	customSection = 0
	typeSection   = 1
	importSection = 2
	codeSection   = 10
)

// moduleHeader is how many bytes stand before the first section.
const moduleHeader = 8

// sectionsOf calls each with every section of a module: its number, all of its
// bytes and how many of them stand before its contents.
func sectionsOf(wasm []byte, each func(id byte, section []byte, head int) error) error {
	if len(wasm) < moduleHeader {
		return errNoModule
	}
	for rest := wasm[moduleHeader:]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return errNoModule
		}
		section := rest[:1+n+int(size)]
		rest = rest[len(section):]
		if err := each(section[0], section, 1+n); err != nil {
			return err
		}
	}
	return nil
}

// shellOf is the module wasm with bodies that only trap, and a section of our own
// with their sum, which wazero passes over. Imports, exports, tables and data are
// the same, so code compiled from wasm fits it. The format is that of
// https://webassembly.github.io/spec/core/binary/modules.html.
func shellOf(wasm []byte) ([]byte, error) {
	var parts [][]byte
	found := false
	err := sectionsOf(wasm, func(id byte, section []byte, head int) error {
		if id != codeSection {
			parts = append(parts, section)
			return nil
		}
		functions, n := binary.Uvarint(section[head:])
		if n <= 0 || functions > uint64(len(section)) {
			return errNoModule
		}
		body := []byte{3, 0, 0x00, 0x0b} // 3 bytes: no locals; unreachable; end
		code := binary.AppendUvarint([]byte{codeSection}, uint64(n)+functions*uint64(len(body)))
		code = binary.AppendUvarint(code, functions)
		parts = append(parts, code, bytes.Repeat(body, int(functions)))
		// CRC-32C of 5 MB takes the processor less than a millisecond.
		sum := append([]byte{3}, "sum"...) // the section's name, its length before it
		sum = binary.LittleEndian.AppendUint32(sum, crc32.Checksum(section, crc32.MakeTable(crc32.Castagnoli)))
		parts = append(parts, []byte{customSection, byte(len(sum))}, sum)
		found = true
		return nil
	})
	if err == nil && !found {
		err = errNoModule
	}
	if err != nil {
		return nil, err
	}
	return slices.Concat(append([][]byte{wasm[:moduleHeader]}, parts...)...), nil
}

// importsOf is a module of what the module wasm imports, and nothing else.
func importsOf(wasm []byte) ([]byte, error) {
	if len(wasm) < moduleHeader {
		return nil, errNoModule
	}
	out := slices.Clone(wasm[:moduleHeader])
	err := sectionsOf(wasm, func(id byte, section []byte, _ int) error {
		if id == typeSection || id == importSection {
			out = append(out, section...)
		}
		return nil
	})
	return out, err
}

const (
	// unfinished is the pattern of folders in which code is compiled.
	unfinished = "new-*"
	// unfinishedFor is how long after the last change a folder was left behind by a
	// start that was killed. The slowest machines compile for minutes.
	unfinishedFor = time.Hour
)

// clearUnfinished removes what starts that were killed while they compiled have
// left in dir.
func clearUnfinished(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, unfinished))
	for _, name := range left {
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > unfinishedFor {
			os.RemoveAll(name)
		}
	}
}

// keepCode compiles the whole module and keeps the code in dir as that of shell.
func keepCode(ctx context.Context, dir string, shell []byte) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	work, err := os.MkdirTemp(dir, unfinished)
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

// This file reads kept code quickly. wazero reads a number for each of PDFium's 6,000
// functions with a system call, and the 20 MB of code into pages of 4 KiB, each of
// which costs a fault. Without this file a call of the command with one PDF takes
// 85 ms instead of 64 (120 PDFs, the least of 5 runs in turns).

package pdfium

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"

	"github.com/tetratelabs/wazero"
)

// readQuickly has c read its files through codeFiles and reports whether it could.
// wazero has no option for that, so its field is set; a version of wazero without
// that field starts slower.
func readQuickly(c wazero.CompilationCache) (done bool) {
	files := reflect.Indirect(reflect.ValueOf(c)).FieldByName("fileCache")
	if files.Kind() != reflect.Interface || files.IsNil() {
		return false
	}
	dir := reflect.Indirect(files.Elem()).FieldByName("dirPath")
	ours := reflect.ValueOf(codeFiles{dir.String()})
	if dir.Kind() != reflect.String || !ours.Type().Implements(files.Type()) {
		return false
	}
	reflect.NewAt(files.Type(), files.Addr().UnsafePointer()).Elem().Set(ours)
	return true
}

// codeFiles finds kept code in a folder: a file for each module, named by its hash. It
// adds none; keepCode does.
type codeFiles struct{ dir string }

func (c codeFiles) Get(key [sha256.Size]byte) (content io.ReadCloser, found bool, err error) {
	f, err := os.Open(filepath.Join(c.dir, hex.EncodeToString(key[:])))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return &codeFile{File: f}, true, nil
}

func (codeFiles) Add([sha256.Size]byte, io.Reader) error { return nil }
func (codeFiles) Delete([sha256.Size]byte) error         { return nil }

// A codeFile fills each Read: with numbers from a buffer, with code straight from the
// file.
type codeFile struct {
	*os.File
	buf  [64 << 10]byte
	rest []byte // of buf
}

func (f *codeFile) Read(p []byte) (int, error) {
	n := copy(p, f.rest)
	f.rest = f.rest[n:]
	switch short := len(p) - n; {
	case short == 0:
		return n, nil
	case short >= len(f.buf):
		largePages(p)
		m, err := io.ReadFull(f.File, p[n:])
		return n + m, err
	default:
		m, err := io.ReadAtLeast(f.File, f.buf[:], short)
		f.rest = f.buf[:m]
		k := copy(p[n:], f.rest)
		f.rest = f.rest[k:]
		if n+k == len(p) {
			err = nil
		}
		return n + k, err
	}
}

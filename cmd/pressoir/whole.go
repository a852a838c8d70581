// A file that appears whole or not at all.

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// writeWhole runs write on a temporary file beside path, and gives it its name only if
// all went well. A file that is replaced hands its permissions on.
func writeWhole(path string, write func(io.Writer) error) error {
	perm := fs.FileMode(0o644)
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() {
		perm = info.Mode().Perm()
	}
	f, err := createBeside(path, perm)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails after the rename, as it should
	defer f.Close()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// createBeside creates a hidden file of a new, short name in the folder of path: one made
// of path's own name could be too long where path is not.
func createBeside(path string, perm fs.FileMode) (*os.File, error) {
	const tries = 100 // names of 64 bits do not meet; only a broken file system says so
	for try := 0; ; try++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".pressoir-%016x", rand.Uint64()))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
		if err == nil || !errors.Is(err, fs.ErrExist) || try == tries {
			return f, err
		}
	}
}

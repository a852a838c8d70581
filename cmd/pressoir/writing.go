// This file decides where output goes. A file appears whole or not at all.

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/spf13/cobra"
)

// writing holds the flags of every command that writes files.
type writing struct {
	path  string // of -o: "", "-", a file, or a folder
	force bool
	// skipExisting leaves out documents whose output is there, and is no failure.
	skipExisting bool

	folder bool // path is a folder: one file per document
	// inputs are the files that are read, by size and time of change: none of them
	// is replaced.
	inputs map[fileStamp][]fs.FileInfo
}

// A fileStamp is what two names of one file have in common.
type fileStamp struct {
	size int64
	time time.Time
}

func stampOf(info fs.FileInfo) fileStamp { return fileStamp{info.Size(), info.ModTime()} }

func writeFlags(cmd *cobra.Command) *writing {
	w := &writing{}
	cmd.Flags().StringVarP(&w.path, "output", "o", "", "file to write, or folder for one file per document (default: standard output)")
	cmd.Flags().BoolVar(&w.force, "force", false, "replace files that exist")
	return w
}

// prepare decides whether -o is a folder: it ends like one, it is one, or more
// than one file is given and the path has no extension.
func (w *writing) prepare(set *sources.Set) error {
	if w.path == "" || w.path == "-" {
		w.path = "-"
		return nil
	}
	w.inputs = map[fileStamp][]fs.FileInfo{}
	for _, src := range set.Sources {
		if src.Info != nil {
			w.inputs[stampOf(src.Info)] = append(w.inputs[stampOf(src.Info)], src.Info)
		}
	}
	info, err := os.Stat(w.path)
	exists := err == nil
	w.folder = strings.HasSuffix(w.path, "/") || strings.HasSuffix(w.path, string(filepath.Separator)) ||
		exists && info.IsDir() || !exists && !set.Single && filepath.Ext(w.path) == ""
	if w.folder {
		if exists && !info.IsDir() {
			return fmt.Errorf("%s: is a file, not a folder", w.path)
		}
		if a, b := set.Collision(); a != nil {
			return usagef("%s and %s would be written to the same file, %s; give the folder that holds both, or one call each", a.Name, b.Name, filepath.Join(w.path, b.Path))
		}
		if err := os.MkdirAll(w.path, 0o755); err != nil {
			return sources.PlainError(w.path, err)
		}
		return nil
	}
	if w.skipExisting && w.exists(w.path) {
		return nil
	}
	return w.free(w.path)
}

// exists reports whether an output is there.
func (w *writing) exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// file returns the path of an output in the folder: the whole path of its source, so
// that it does not depend on the other sources.
func (w *writing) file(src *sources.Source, suffix, ext string) string {
	return filepath.Join(w.path, filepath.FromSlash(src.Path)+suffix+ext)
}

// extension returns the extension of a single output file, "" if there is none.
func (w *writing) extension() string {
	if w.folder || w.path == "-" {
		return ""
	}
	return strings.ToLower(filepath.Ext(w.path))
}

// free returns an error if path exists and must not be replaced. A document that is
// read is never replaced.
func (w *writing) free(path string) error {
	info, err := os.Stat(path)
	if err == nil && slices.ContainsFunc(w.inputs[stampOf(info)], func(in fs.FileInfo) bool { return os.SameFile(in, info) }) {
		return fmt.Errorf("%s: is the document itself; give another file to write", path)
	}
	if err == nil && !info.Mode().IsRegular() || w.force {
		return nil
	}
	if _, err := os.Lstat(path); err == nil { // a dangling link exists, too
		return fmt.Errorf("%s: exists; give --force to replace it", path)
	}
	return nil
}

// to runs write on standard output or on the file that is path.
func (w *writing) to(ctx context.Context, path string, write func(io.Writer) error) error {
	if path == "-" {
		return write(untilDone{ctx, os.Stdout})
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		// A device or a pipe: nothing to replace.
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return sources.PlainError(path, err)
		}
		return errors.Join(write(untilDone{ctx, f}), f.Close())
	}
	if err := w.free(path); err != nil {
		return err
	}
	if w.folder {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return sources.PlainError(path, err)
		}
	}
	err := writeWhole(path, func(f io.Writer) error { return write(untilDone{ctx, f}) })
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe) && errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no folder %s", path, filepath.Dir(path))
	case pe != nil, errors.As(err, &le):
		return sources.PlainError(path, err)
	}
	return err
}

// untilDone refuses to write once ctx is done, so that an interrupt ends a long
// output where it is.
type untilDone struct {
	ctx context.Context
	w   io.Writer
}

func (u untilDone) Write(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.w.Write(p)
}

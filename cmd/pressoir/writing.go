// Writing: where output goes and in which format. A file appears whole or not at all.

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

	"github.com/spf13/cobra"
)

// writing holds the flags of every command that writes files.
type writing struct {
	path  string // of -o: "", "-", a file, or a folder
	force bool

	folder bool // path is a folder: one file a document
	inputs []fs.FileInfo
}

func writeFlags(cmd *cobra.Command) *writing {
	w := &writing{}
	cmd.Flags().StringVarP(&w.path, "output", "o", "", "file to write, or folder for one file a document (default: standard output)")
	cmd.Flags().BoolVar(&w.force, "force", false, "replace files that exist")
	return w
}

// prepare decides whether -o is a folder: it ends like one, it is one, or there
// are several documents and the path has no extension.
func (w *writing) prepare(inputs []string) error {
	if w.path == "" || w.path == "-" {
		w.path = "-"
		return nil
	}
	for _, in := range inputs {
		if info, err := os.Stat(in); err == nil {
			w.inputs = append(w.inputs, info)
		}
	}
	info, err := os.Stat(w.path)
	exists := err == nil
	w.folder = strings.HasSuffix(w.path, "/") || strings.HasSuffix(w.path, string(filepath.Separator)) ||
		exists && info.IsDir() || !exists && len(inputs) > 1 && filepath.Ext(w.path) == ""
	if w.folder {
		if exists && !info.IsDir() {
			return fmt.Errorf("%s: is a file, not a folder", w.path)
		}
		if err := os.MkdirAll(w.path, 0o755); err != nil {
			return plainError(w.path, err)
		}
		return nil
	}
	return w.free(w.path)
}

// extension returns the extension of a single output file, "" if there is none.
func (w *writing) extension() string {
	if w.folder || w.path == "-" {
		return ""
	}
	return strings.ToLower(filepath.Ext(w.path))
}

// free reports as an error that path exists and must stay. A document that is
// read is never replaced.
func (w *writing) free(path string) error {
	info, err := os.Stat(path)
	if err == nil && slices.ContainsFunc(w.inputs, func(in fs.FileInfo) bool { return os.SameFile(in, info) }) {
		return fmt.Errorf("%s: is the document itself; give another file to write", path)
	}
	if err == nil && !info.Mode().IsRegular() || w.force {
		return nil
	}
	if _, err := os.Lstat(path); err == nil { // a link that leads nowhere is there, too
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
			return plainError(path, err)
		}
		return errors.Join(write(untilDone{ctx, f}), f.Close())
	}
	if err := w.free(path); err != nil {
		return err
	}
	err := writeWhole(path, func(f io.Writer) error { return write(untilDone{ctx, f}) })
	var pe *fs.PathError
	switch {
	case errors.As(err, &pe) && errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no folder %s", path, filepath.Dir(path))
	case pe != nil:
		return plainError(path, err)
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

// outputNames returns a file name for each input, with the extension ext. It is
// the input's own name with its extension replaced. Where two inputs would get
// the same, those keep their extension (list.md.csv), then take the folder they
// are in (a-list.csv), then a number.
func outputNames(inputs []string, ext string) []string {
	shapes := []func(string) string{
		func(in string) string { return stem(in) },
		func(in string) string { return filepath.Base(in) },
		func(in string) string { return folderOf(in) + stem(in) },
		func(in string) string { return folderOf(in) + filepath.Base(in) },
	}
	names := make([]string, len(inputs))
	taken := map[string]bool{}
	open := make([]int, len(inputs))
	for i := range open {
		open[i] = i
	}
	for _, shape := range shapes {
		count := map[string]int{}
		for _, i := range open {
			count[strings.ToLower(shape(inputs[i]))]++ // some file systems ignore case
		}
		open = slices.DeleteFunc(open, func(i int) bool {
			name := shape(inputs[i])
			key := strings.ToLower(name)
			if count[key] > 1 || taken[key] {
				return false
			}
			names[i], taken[key] = name, true
			return true
		})
	}
	for _, i := range open {
		base := shapes[len(shapes)-1](inputs[i])
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		names[i], taken[strings.ToLower(name)] = name, true
	}
	for i := range names {
		names[i] += ext
	}
	return names
}

// stem is the file's name without folder and extension.
func stem(path string) string {
	if path == "-" {
		return "stdin"
	}
	base := filepath.Base(path)
	if s := strings.TrimSuffix(base, filepath.Ext(base)); s != "" {
		return s
	}
	return base
}

// folderOf is the file's folders as a prefix for a file name: "a/b/x.md" -> "a-b-".
func folderOf(path string) string {
	dir := filepath.ToSlash(filepath.Dir(filepath.Clean(path)))
	parts := strings.FieldsFunc(dir, func(r rune) bool { return r == '/' })
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "." || p == ".." })
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "-") + "-"
}

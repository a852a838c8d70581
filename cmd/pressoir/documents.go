// Documents: what a command does with one input or many, and where the output goes.

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// A job reads every input and writes the results to one stream, or to one file a
// document in a folder. One bad document does not stop the rest.
type job[T any] struct {
	inputs []string
	dest   *writing
	ext    string // of the files in a folder, with the dot
	read   func(ctx context.Context, name string) (T, error)
	print  func(w io.Writer, docs []T) error
	// more, if not nil, returns what a folder gets of a document in further files.
	more func(v T) []part[T]
	// seen is called for each good document, after its output is written.
	seen func(name string, v T)
}

// A part is output in a file of its own, beside the document's.
type part[T any] struct {
	suffix string // of the name, before the extension
	print  func(w io.Writer, docs []T) error
}

// run does the job. Its error has the exit status.
func (j *job[T]) run(ctx context.Context) error {
	type outcome struct {
		v   T
		err error
	}
	var names []string // of files in the folder
	if j.dest.folder {
		names = outputNames(j.inputs, j.ext)
	}
	var good []T
	var goodNames []string
	i, failed := -1, 0
	err := inOrder(ctx, j.inputs, runtime.GOMAXPROCS(0), fileSize,
		func(name string) outcome {
			v, err := j.read(ctx, name)
			return outcome{v, err}
		},
		func(name string, o outcome) error {
			i++
			if o.err == nil && j.dest.folder {
				o.err = j.file(ctx, names[i], o.v)
			}
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case o.err != nil:
				failed++
				fmt.Fprintf(os.Stderr, "pressoir: %s\n", oneLine(o.err.Error()))
			case j.dest.folder:
				j.seen(name, o.v)
			default:
				good = append(good, o.v)
				goodNames = append(goodNames, name)
			}
			return nil
		})
	if err != nil {
		return err
	}
	if !j.dest.folder && len(good) > 0 {
		if err := j.dest.to(ctx, j.dest.path, func(w io.Writer) error { return j.print(w, good) }); err != nil {
			return err
		}
		for k, v := range good {
			j.seen(goodNames[k], v)
		}
	}
	switch {
	case failed == len(j.inputs):
		return &statusError{status: statusFailed}
	case failed > 0:
		fmt.Fprintf(os.Stderr, "pressoir: %d of %d documents failed\n", failed, len(j.inputs))
		return &statusError{status: statusSome}
	}
	return nil
}

// file writes what a folder takes of one document.
func (j *job[T]) file(ctx context.Context, name string, v T) error {
	parts := []part[T]{{"", j.print}}
	if j.more != nil {
		parts = append(parts, j.more(v)...)
	}
	for _, p := range parts {
		path := filepath.Join(j.dest.path, strings.TrimSuffix(name, j.ext)+p.suffix+j.ext)
		if err := j.dest.to(ctx, path, func(w io.Writer) error { return p.print(w, []T{v}) }); err != nil {
			return err
		}
	}
	return nil
}

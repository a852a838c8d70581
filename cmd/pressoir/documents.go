package main

// Documents: several inputs worked on at the same time, their outcomes taken in
// the order of the command line, so that the output does not depend on which
// was read first.

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// inOrder calls work for every name, at most jobs at a time, and emit with each
// outcome in the order of names. It stops at the first error of emit, and at
// the end of ctx.
func inOrder[T any](ctx context.Context, names []string, jobs int, work func(name string) T, emit func(name string, v T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// The length of the queue bounds how many outcomes wait in memory.
	queue := make(chan chan T, max(jobs-1, 0))
	go func() {
		defer close(queue)
		for _, name := range names {
			outcome := make(chan T, 1)
			select {
			case queue <- outcome:
			case <-ctx.Done():
				return
			}
			go func() { outcome <- work(name) }()
		}
	}()
	i := 0
	for outcome := range queue {
		select {
		case v := <-outcome:
			if err := emit(names[i], v); err != nil {
				return err
			}
			i++
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// runDocuments reads every input and writes what came of it: to one stream, or
// in a folder to one file a document. One bad document does not stop the rest.
// seen is called for each good one, after its file is written.
func runDocuments[T any](
	ctx context.Context, inputs []string, dest *writing, ext string,
	read func(context.Context, string) (T, error),
	print func(io.Writer, []T) error,
	seen func(string, T),
) error {
	type outcome struct {
		v   T
		err error
	}
	var names []string
	if dest.folder {
		names = outputNames(inputs, ext)
	}
	var good []T
	var goodNames []string
	i, failed := -1, 0
	err := inOrder(ctx, inputs, runtime.GOMAXPROCS(0),
		func(name string) outcome {
			v, err := read(ctx, name)
			return outcome{v, err}
		},
		func(name string, o outcome) error {
			i++
			if o.err == nil && dest.folder {
				path := filepath.Join(dest.path, names[i])
				o.err = dest.to(ctx, path, func(w io.Writer) error { return print(w, []T{o.v}) })
			}
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case o.err != nil:
				failed++
				fmt.Fprintf(os.Stderr, "pressoir: %v\n", o.err)
			case dest.folder:
				seen(name, o.v)
			default:
				good = append(good, o.v)
				goodNames = append(goodNames, name)
			}
			return nil
		})
	if err != nil {
		return err
	}
	if !dest.folder && (len(good) > 0 || failed == 0) {
		if err := dest.to(ctx, dest.path, func(w io.Writer) error { return print(w, good) }); err != nil {
			return err
		}
		for k, v := range good {
			seen(goodNames[k], v)
		}
	}
	switch {
	case failed == len(inputs):
		return &statusError{status: statusFailed}
	case failed > 0:
		fmt.Fprintf(os.Stderr, "pressoir: %d of %d documents failed\n", failed, len(inputs))
		return &statusError{status: statusSome}
	}
	return nil
}

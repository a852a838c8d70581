// This file works on one document and writes its outputs.

package batch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/worker"
)

// do works on a document. An error is one of the machine and ends the run.
func (r *run) do(ctx context.Context, d *decision) (*ledger.Change, *worker.Done, error) {
	e := ledger.Entry{
		Path: d.src.Path, Source: d.src.Name, Place: d.place, SHA256: d.sha256, Size: int64(len(d.data)), Stamp: d.stamp,
		Options: r.options, Version: r.cfg.Version, Status: ledger.Done, OutputsOf: d.sha256,
	}
	c := &ledger.Change{}
	var done *worker.Done
	err := d.fail
	if err == nil {
		done, err = r.pool.Do(ctx, d.src.Name, d.data, r.cfg.Read)
	}
	if err == nil {
		c.Drop, err = r.write(d, done, &e)
	}
	var broken *brokenError
	switch {
	case errors.As(err, &broken), errors.Is(err, worker.ErrStart), errors.Is(err, worker.ErrClosed), ctx.Err() != nil && err != nil:
		return nil, nil, err
	case err != nil:
		// The outputs of the bytes before stay: they are the last good ones. The lists
		// say that they are not of these bytes.
		e.Status, e.Error, done = ledger.Failed, err.Error(), nil
		e.OutputsOf = ""
		if p := d.prev; p != nil {
			e.Outputs, e.OutputsOf, e.Records, e.New, e.Doubts = p.Outputs, p.OutputsOf, p.Records, p.New, p.Doubts
		}
	default:
		e.Records, e.New, e.Doubts = done.Records, done.New, done.Doubts
		c.Result = done.Result
		done.Files, done.Result = nil, nil
	}
	c.Entry = e
	return c, done, nil
}

// write puts each output in its place, and returns the earlier ones that are no longer
// made.
func (r *run) write(d *decision, done *worker.Done, e *ledger.Entry) (drop []string, err error) {
	var before []string
	if d.prev != nil {
		before = d.prev.Outputs
	}
	for _, f := range done.Files {
		name := d.src.Path + f.Suffix + f.Extension
		if !slices.Contains(before, name) && !r.cfg.Force {
			if err := r.folder.mayReplace(name, f.Data); err != nil {
				return nil, err
			}
		}
		e.Outputs = append(e.Outputs, name)
	}
	for i, f := range done.Files {
		if err := r.folder.write(e.Outputs[i], f.Data); err != nil {
			return nil, err
		}
	}
	slices.Sort(e.Outputs)
	for _, name := range before {
		if !slices.Contains(e.Outputs, name) {
			drop = append(drop, name)
		}
	}
	return drop, nil
}

// A brokenError is an error of the machine. It ends the run, and the next run does the
// document.
type brokenError struct{ err error }

func (e *brokenError) Error() string { return e.err.Error() }
func (e *brokenError) Unwrap() error { return e.err }

func replaces(name string) error {
	return fmt.Errorf("%s: exists, and no batch wrote it; give --force to replace it, or another folder", filepath.ToSlash(name))
}

// This file runs a command on one input or many, and writes each output to its place.

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/pressoir/pressoir/batch/sources"
)

// A job reads every input and writes the results to one stream, or to one file for
// each document in a folder. A bad document does not stop the others.
type job[T any] struct {
	inputs *sources.Set
	dest   *writing
	ext    string // of the files in a folder, with the dot
	quiet  bool   // no closing line unless something failed
	read   func(ctx context.Context, src *sources.Source) (T, error)
	print  func(w io.Writer, docs []T) error
	// more, if not nil, returns the further files of a document in a folder.
	more func(v T) []part[T]
	// seen is called for each good document, after its output is written.
	seen func(name string, v T)
	// count, if not nil, returns the numbers of a document for the closing line.
	count func(v T) (records, doubts int)
	fail  *failOn // nil is never
}

// A part is output in a further file, beside the document's.
type part[T any] struct {
	suffix string // of the name, before the extension
	print  func(w io.Writer, docs []T) error
}

// namedFiles is the set of some files, for commands that take nothing else.
func namedFiles(names []string) *sources.Set {
	set := &sources.Set{Single: len(names) == 1}
	for _, name := range names {
		set.Sources = append(set.Sources, sources.File(name))
	}
	return set
}

// run does the job. Its error has the exit status.
func (j *job[T]) run(ctx context.Context) error {
	defer j.inputs.Close()
	for _, note := range j.inputs.Notes {
		if !j.quiet {
			fmt.Fprintf(os.Stderr, "pressoir: %s\n", oneLine(note))
		}
	}
	t := tally{documents: len(j.inputs.Sources), begun: time.Now()}
	todo := j.inputs.Sources
	if j.dest.skipExisting {
		todo = slices.DeleteFunc(slices.Clone(todo), func(src *sources.Source) bool {
			return j.dest.exists(j.output(src))
		})
		t.skipped = t.documents - len(todo)
	}
	if err := j.each(ctx, todo, &t); err != nil {
		return err
	}
	if !j.inputs.Single && (!j.quiet || t.failed > 0) {
		j.close(&t)
	}
	switch {
	case t.failed > 0 && t.failed == t.documents:
		return &statusError{status: statusFailed}
	case t.failed > 0:
		return &statusError{status: statusSome}
	case j.fail != nil && j.fail.hit:
		return &statusError{status: statusFindings}
	}
	return nil
}

// output is the path of a document's output.
func (j *job[T]) output(src *sources.Source) string {
	if j.dest.folder {
		return j.dest.file(src, "", j.ext)
	}
	return j.dest.path
}

// each reads and writes the documents, and counts them.
func (j *job[T]) each(ctx context.Context, todo []*sources.Source, t *tally) error {
	type outcome struct {
		v   T
		err error
	}
	var good []T
	var goodNames []string
	err := inOrder(ctx, todo, runtime.GOMAXPROCS(0), func(src *sources.Source) int64 { return src.Size },
		func(src *sources.Source) outcome {
			v, err := j.read(ctx, src)
			return outcome{v, err}
		},
		func(src *sources.Source, o outcome) error {
			if o.err == nil && j.dest.folder {
				o.err = j.file(ctx, src, o.v)
			}
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case o.err != nil:
				t.failed++
				fmt.Fprintf(os.Stderr, "pressoir: %s\n", oneLine(o.err.Error()))
			case j.dest.folder:
				j.see(src.Name, o.v, t)
			default:
				good = append(good, o.v)
				goodNames = append(goodNames, src.Name)
			}
			return nil
		})
	if err != nil {
		return err
	}
	// Without any document the output is written all the same, without rows.
	if !j.dest.folder && (len(good) > 0 || t.documents == 0) {
		if err := j.dest.to(ctx, j.dest.path, func(w io.Writer) error { return j.print(w, good) }); err != nil {
			return err
		}
		for k, v := range good {
			j.see(goodNames[k], v, t)
		}
	}
	return nil
}

// see counts a document that is written.
func (j *job[T]) see(name string, v T, t *tally) {
	j.seen(name, v)
	if j.count == nil {
		return
	}
	records, doubts := j.count(v)
	t.judged = t.judged || doubts != notJudged
	t.doubts += max(doubts, 0)
	if records > 0 {
		t.withRecords++
	} else {
		t.empty++
	}
}

// file writes the files of one document in a folder.
func (j *job[T]) file(ctx context.Context, src *sources.Source, v T) error {
	parts := []part[T]{{"", j.print}}
	if j.more != nil {
		parts = append(parts, j.more(v)...)
	}
	for _, p := range parts {
		if err := j.dest.to(ctx, j.dest.file(src, p.suffix, j.ext), func(w io.Writer) error { return p.print(w, []T{v}) }); err != nil {
			return err
		}
	}
	return nil
}

// close writes the closing line.
func (j *job[T]) close(t *tally) {
	if j.count == nil {
		if t.failed > 0 {
			fmt.Fprintf(os.Stderr, "pressoir: %d of %d documents failed\n", t.failed, t.documents)
		}
		return
	}
	line := t.String()
	if j.fail != nil && j.fail.hit {
		line += "; findings as --fail-on " + j.fail.names + " has them"
		if t.failed > 0 {
			line += ", too: status 3 goes before 4"
		}
	}
	fmt.Fprintf(os.Stderr, "pressoir: %s\n", line)
}

// A tally counts the outcomes of the documents.
type tally struct {
	documents, withRecords, empty, skipped, failed, doubts int

	judged bool // there may be doubts
	begun  time.Time
}

// notJudged is the number of doubts of a document that is not checked.
const notJudged = -1

func (t *tally) String() string {
	line := fmt.Sprintf("%s: %d with records, %d empty, %d failed", plural(t.documents, "document"), t.withRecords, t.empty, t.failed)
	if t.skipped > 0 {
		line += fmt.Sprintf(", %d skipped", t.skipped)
	}
	if t.judged {
		line += "; " + plural(t.doubts, "doubt")
	}
	return fmt.Sprintf("%s; %.1f s", line, time.Since(t.begun).Seconds())
}

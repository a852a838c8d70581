// This file has the flags for reading documents, and turns the name of a file into a
// Document or a Result. A panic fails one document, not the program.

package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/batch/worker"
	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/spf13/cobra"
)

// defaultTimeout is the longest time for one document: pages of tables take seconds.
const defaultTimeout = 30 * time.Second

// reading holds the flags of every command that reads documents.
type reading struct {
	from     string
	pages    string
	password string
	timeout  time.Duration
	maxInput sizeFlag
	skip     []string
	profile  profileFlag

	second bool // read PDFs with the second reader too

	opt      document.Options // made of the flags by prepare
	workers  *worker.Pool     // made by pool
	poolOnce sync.Once
}

// readFlags adds the flags about reading to cmd.
func readFlags(cmd *cobra.Command) *reading {
	r := &reading{maxInput: defaultMaxInput}
	f := cmd.Flags()
	f.StringVar(&r.from, "from", "", "format of the input: "+strings.Join(readerNames(), ", ")+" (default: recognised)")
	f.StringVar(&r.pages, "pages", "", "pages to read, where the format has pages: 2-4, 1,3,7-")
	f.StringVar(&r.password, "password", "", "password of a locked document; better in PRESSOIR_PDF_PASSWORD")
	f.DurationVar(&r.timeout, "timeout", defaultTimeout, "longest time for one document; 0 is no limit")
	f.BoolVar(&r.second, "second-reader", false, "read PDFs with a second, independent reader too, and doubt pages where the two differ")
	f.Var(&r.maxInput, "max-input", "largest document to read")
	_ = cmd.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(readerNames(), cobra.ShellCompDirectiveNoFileComp))
	return r
}

// passFlags adds the flags about mending to cmd.
func (r *reading) passFlags(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&r.skip, "skip", nil, "passes and checks not to run; pressoir passes lists them")
	r.profile.add(cmd)
	_ = cmd.RegisterFlagCompletionFunc("skip", cobra.FixedCompletions(passNames(), cobra.ShellCompDirectiveNoFileComp))
}

// prepare checks the flags; its error is one of usage.
func (r *reading) prepare() error {
	if r.from != "" && !slices.Contains(readerNames(), r.from) {
		return usagef("--from %s: no such format; want one of %s", r.from, strings.Join(readerNames(), ", "))
	}
	for _, s := range r.skip {
		if !slices.Contains(passNames(), s) {
			return usagef("--skip %s: no such pass or check; want some of %s", s, strings.Join(passNames(), ", "))
		}
	}
	if err := r.profile.prepare(); err != nil {
		return err
	}
	pages, err := parsePages(r.pages)
	if err != nil {
		return usagef("--pages %s: %v", r.pages, err)
	}
	if r.timeout < 0 {
		return usagef("--timeout %s: want a time from 0", r.timeout)
	}
	if r.password == "" {
		r.password = os.Getenv("PRESSOIR_PDF_PASSWORD")
	}
	r.opt = document.Options{Format: r.from, Pages: pages, Password: r.password, SecondReader: r.second}
	return nil
}

// document reads a source as printed, before any repair. A document that may hang or
// crash its reader is read by a worker, which keeps the deadline itself.
func (r *reading) document(ctx context.Context, src *sources.Source) (*document.Document, error) {
	data, err := r.input(ctx, src)
	if err != nil {
		return nil, err
	}
	return r.documentOf(ctx, src.Name, data)
}

// documentOf reads the bytes of a source.
func (r *reading) documentOf(ctx context.Context, name string, data []byte) (*document.Document, error) {
	if f := extract.Recognise(name, data, r.opt); f == "markdown" || f == "text" || f == "html" {
		collectLate(len(data))
	}
	if extract.Isolate(name, data, r.opt) {
		return r.pool().Read(ctx, name, data, r.opt)
	}
	return guarded(ctx, name, r.timeout, func() (*document.Document, error) { return extract.Read(name, data, r.opt) })
}

// input returns the bytes of a source.
func (r *reading) input(ctx context.Context, src *sources.Source) ([]byte, error) {
	limit := r.timeout
	if src.Name == sources.Stdin {
		limit = 0 // a pipe may take as long as it likes
		sayIfTyped(os.Stdin)
	}
	return guarded(ctx, src.Name, limit, func() ([]byte, error) { return src.Read(int64(r.maxInput)) })
}

// result reads a source and mends it.
func (r *reading) result(ctx context.Context, src *sources.Source) (*normalize.Result, error) {
	doc, err := r.document(ctx, src)
	if err != nil {
		return nil, err
	}
	return guarded(ctx, src.Name, r.timeout, func() (*normalize.Result, error) {
		return normalize.Normalize(doc, normalize.Options{Skip: r.skip, Profile: r.profile.of(doc), Consume: true})
	})
}

// guarded runs work and gives up at the deadline or an interrupt. The work then
// continues in the background until the process ends, since a reader in this process
// cannot be stopped. A panic becomes the document's error.
func guarded[T any](ctx context.Context, name string, timeout time.Duration, work func() (T, error)) (T, error) {
	type answer struct {
		v   T
		err error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			if v := recover(); v != nil {
				a.err = fmt.Errorf("%s: internal error: %v; please report it (PRESSOIR_DEBUG=1 shows where)", name, v)
				if os.Getenv("PRESSOIR_DEBUG") != "" {
					fmt.Fprintf(os.Stderr, "%v\n%s", v, debug.Stack())
				}
			}
			done <- a
		}()
		a.v, a.err = work()
	}()
	var late <-chan time.Time
	if timeout > 0 {
		timer := time.NewTimer(timeout)
		defer timer.Stop()
		late = timer.C
	}
	select {
	case a := <-done:
		return a.v, a.err
	case <-late:
		var none T
		return none, fmt.Errorf("%s: not done after %s; raise --timeout to give it longer", name, timeout)
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// parsePages reads "2-4", "3", "1,3,7-".
func parsePages(s string) ([]document.Range, error) {
	if s == "" {
		return nil, nil
	}
	var pages []document.Range
	for part := range strings.SplitSeq(s, ",") {
		first, last, isRange := strings.Cut(part, "-")
		first, last = strings.TrimSpace(first), strings.TrimSpace(last)
		from, err := strconv.Atoi(first)
		if err != nil || from < 1 {
			return nil, fmt.Errorf("want pages like 2-4 or 1,3,7-")
		}
		to := from
		if isRange && last == "" {
			to = 0
		} else if isRange {
			if to, err = strconv.Atoi(last); err != nil || to < from {
				return nil, fmt.Errorf("want pages like 2-4 or 1,3,7-")
			}
		}
		pages = append(pages, document.Range{From: from, To: to})
	}
	return pages, nil
}

// readerNames returns the names of the readers, as --from takes them.
func readerNames() []string {
	var names []string
	for _, r := range extract.Readers() {
		names = append(names, r.Name)
	}
	return names
}

// passNames returns the names of the passes and checks, as --skip takes them.
func passNames() []string {
	var names []string
	for _, s := range append(normalize.Passes(), normalize.Checks()...) {
		names = append(names, s.Name)
	}
	return names
}

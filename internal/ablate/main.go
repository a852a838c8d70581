//go:build unix

// Command ablate finds out which rules of a package nothing depends on. It turns
// each predicate and recogniser of the package off, moves each named number by a
// fifth, one at a time, and runs tests and a score until one of them differs.
// What changes nothing needs a test, or can be deleted.
//
//	go run ./internal/ablate -pkg ./extract/internal/layout
//
// The repository is never edited: a changed file reaches the compiler through
// `go build -overlay`, which child commands inherit in GOFLAGS. So the score can
// be any shell command that builds and runs the product.
//
// main.go holds flags and the report, load.go reads the package, mutants.go finds
// what can be changed, run.go runs one change, results.go remembers outcomes
// between runs.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"text/tabwriter"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, ".", os.Args[1:], os.Stdout); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			os.Exit(2)
		}
		fmt.Fprintln(os.Stderr, "ablate:", err)
		os.Exit(1)
	}
}

// run does what the arguments say in the module that dir belongs to.
func run(ctx context.Context, dir string, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("ablate", flag.ContinueOnError)
	pkg := flags.String("pkg", "", "the `package` whose rules are turned off, such as ./normalize/claims")
	tests := flags.String("tests", "", "other tests to run, `arguments` of go test separated by semicolons; by default the packages that import it, then the golden tests")
	golden := flags.String("golden", "./cmd/pressoir -run Golden", "the golden tests, as `arguments` of go test; none if empty")
	score := flags.String("score", "", "a shell `command` that must exit 0 and print the same, seconds aside")
	deep := flags.Bool("deep", false, "also drop each operand of && and ||, skip each if and case, and move unnamed fractions")
	only := flags.String("only", "", "only changes whose name or change matches this `regexp`")
	again := flags.Bool("again", false, "try again what changed nothing before, as after adding tests")
	list := flags.Bool("list", false, "list what would be tried, and try nothing")
	jobs := flags.Int("jobs", 1, "how many changes to try at a time")
	bound := flags.Duration("for", 0, "stop after this `time`; the next run continues (0: no limit)")
	file := flags.String("results", "", "the `file` of outcomes (default bin/ablate/PACKAGE.tsv)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *pkg == "" || flags.NArg() > 0 {
		return errors.New("name one package: -pkg ./normalize/claims")
	}
	names, err := regexp.Compile(*only)
	if err != nil {
		return err
	}
	if *bound > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, *bound)
		defer cancel()
	}
	p, err := load(ctx, dir, *pkg)
	if err != nil {
		return err
	}
	ms := slices.DeleteFunc(p.mutants(*deep), func(m mutant) bool { return !names.MatchString(m.name + " " + m.change) })
	if *list {
		return printList(out, ms)
	}
	if *file == "" {
		*file = filepath.Join(dir, "bin", "ablate", strings.ReplaceAll(strings.Trim(*pkg, "./"), "/", "_")+".tsv")
	}
	done, err := openResults(*file)
	if err != nil {
		return err
	}
	defer done.Close()
	todo := slices.DeleteFunc(slices.Clone(ms), func(m mutant) bool {
		r, known := done.of(m)
		return known && (!*again || r.outcome != unheld)
	})
	if len(todo) > 0 {
		ts := strings.Split(*tests, ";")
		if *tests == "" {
			if ts, err = importers(ctx, dir, p.path); err != nil {
				return err
			}
			ts = append(ts, *golden)
		}
		r := runner{dir: dir, pkg: *pkg, steps: stepsOf(*pkg, ts, *score), out: out}
		if err := r.baseline(ctx); err != nil {
			return err
		}
		if err := tryAll(ctx, &r, todo, done, *jobs); err != nil {
			return err
		}
	}
	return report(out, ms, done)
}

// tryAll tries mutants, jobs at a time, and remembers each outcome at once.
// It ends without an error when the time is up.
func tryAll(ctx context.Context, r *runner, todo []mutant, done *results, jobs int) error {
	var group sync.WaitGroup
	var mu sync.Mutex
	var failed error
	next := 0
	for range max(jobs, 1) {
		group.Go(func() {
			for ctx.Err() == nil {
				mu.Lock()
				n := next
				next++
				mu.Unlock()
				if n >= len(todo) {
					return
				}
				began := time.Now()
				res, err := r.try(ctx, &todo[n])
				mu.Lock()
				if err == nil && ctx.Err() == nil {
					err = done.add(todo[n], res)
					fmt.Fprintf(r.out, "%d/%d %s: %s, %.1fs\n", n+1, len(todo), todo[n].String(), res, time.Since(began).Seconds())
				}
				failed = errors.Join(failed, err)
				mu.Unlock()
				if err != nil {
					return
				}
			}
		})
	}
	group.Wait()
	return failed
}

func printList(out io.Writer, ms []mutant) error {
	for i := range ms {
		fmt.Fprintln(out, ms[i].String())
	}
	_, err := fmt.Fprintf(out, "%d changes\n", len(ms))
	return err
}

// report prints what changed nothing, and totals.
func report(out io.Writer, ms []mutant, done *results) error {
	var nothing []mutant
	counts := map[string]int{}
	for _, m := range ms {
		switch r, known := done.of(m); {
		case !known:
			counts["not tried yet"]++
		case r.outcome == unheld:
			nothing = append(nothing, m)
		case r.outcome == held:
			counts["held by "+r.step]++
		default:
			counts["does not compile"]++
		}
	}
	if len(nothing) > 0 {
		fmt.Fprintln(out, "\nChanged nothing:")
		w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		for _, m := range nothing {
			fmt.Fprintf(w, "  %s:%d\t%s\t%s\n", m.file, m.line, m.name, m.change)
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "\n%d changes, %d changed nothing\n", len(ms), len(nothing))
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Fprintf(out, "  %4d %s\n", counts[k], k)
	}
	return nil
}

// Command score runs Pressoir over documents whose tables are known and prints
// how much of them came out right. docs/accuracy.md says what the columns are.
//
//	score [-v] [--kind KIND] [--format FORMAT] FOLDER
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

func main() {
	verbose := flag.Bool("v", false, "list the documents that are wrong, and why")
	kind := flag.String("kind", "", "only documents of these kinds, by commas")
	format := flag.String("format", "", `only documents of these formats, by commas: txt, md, html, pdf, "pdf chromium"`)
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: score [-v] [--kind KIND] [--format FORMAT] FOLDER")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *kind, *format, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func run(dir, kinds, formats string, verbose bool) error {
	docs, err := score.Find(dir)
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d score.Doc) bool {
		family, _, _ := strings.Cut(d.Format, " ")
		return !chosen(kinds, d.Truth.Kind) || !chosen(formats, d.Format, family)
	})
	if len(docs) == 0 {
		return fmt.Errorf("%s: no document of kind %q and format %q", dir, kinds, formats)
	}
	verdicts, err := score.Run(docs)
	if err != nil {
		return err
	}
	if verbose {
		score.Details(os.Stdout, verdicts)
		fmt.Println()
	}
	score.Report(os.Stdout, verdicts, true)
	return nil
}

// chosen reports whether a list of names, separated by commas, has one of names; the
// empty list has all.
func chosen(list string, names ...string) bool {
	return list == "" || slices.ContainsFunc(strings.Split(list, ","), func(s string) bool { return slices.Contains(names, s) })
}

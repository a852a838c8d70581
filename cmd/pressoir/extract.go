// pressoir extract: clean rows, the main command.

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/output"
)

func newExtract() *cobra.Command {
	var format, table string
	var quiet bool
	var opt output.Options
	cmd := &cobra.Command{
		Use:   "extract INPUT...",
		Short: "Write the clean rows of press releases",
		Long: `Extract finds the main list or table of each release, mends it, and writes its
rows. A short summary of what was found, mended and doubted goes to standard error.

Several documents go to one output with a column source, or with -o FOLDER/ to one file
each, named after the path of the document: in/a/x.md in the folder in/ becomes
FOLDER/a/x.md.csv. If a document has several tables, a single output gets the one with
the most records; --table and -o FOLDER/ give the others.

` + inputsHelp,
		Example: `  pressoir extract release.txt
  pressoir extract release.html -o rows.json
  curl -s https://example.org/release | pressoir extract - --format csv
  pressoir extract a.md b.html -o out/
  pressoir extract releases/ archive.zip 'more/**/*.pdf' -o out/ --skip-existing
  find releases -newer last -print0 | pressoir extract --files-from - -o out/
  pressoir extract release.md --dialect excel-fr -o rows.csv`,
	}
	read := readFlags(cmd)
	read.passFlags(cmd)
	write := writeFlags(cmd)
	fail := failFlag(cmd)
	in := inputFlags(cmd)
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", "", strings.Join(formatNames(), ", ")+" (default: by the extension of -o, else csv)")
	f.StringVarP(&table, "table", "t", "", "number of the table to write, or all (default: the one with the most records)")
	f.BoolVar(&opt.Provenance, "provenance", false, "add the columns source, source_page, source_row, source_box, table, row, repairs")
	f.StringVar(&opt.Dialect, "dialect", "", "dialect of CSV: "+strings.Join(dialectNames(), ", "))
	f.BoolVar(&write.skipExisting, "skip-existing", false, "leave out documents whose output file exists")
	f.BoolVarP(&quiet, "quiet", "q", false, "no summary")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("dialect", cobra.FixedCompletions(dialectNames(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		if err := fail.prepare(); err != nil {
			return err
		}
		n, err := parseTable(table)
		if err != nil {
			return err
		}
		opt.Table = n
		if opt.Dialect != "" && !slices.Contains(dialectNames(), opt.Dialect) {
			return usagef("--dialect %s: want %s", opt.Dialect, strings.Join(dialectNames(), " or "))
		}
		if write.skipExisting && (write.force || write.path == "" || write.path == "-") {
			return usagef("--skip-existing needs a file or folder to write, and no --force")
		}
		set, err := in.find(args, write.path, in.fetch(cmd.Context(), ""))
		if err != nil {
			return err
		}
		if err := write.prepare(set); err != nil {
			return err
		}
		opt.Many = !set.Single && !write.folder
		opt.Report = func(text string) { fmt.Fprintf(visibleWriter{w: os.Stderr}, "pressoir: %s\n", text) }
		out, err := chooseFormat(format, write.extension())
		if err != nil {
			return err
		}
		if out.Binary && write.path == "-" && term.IsTerminal(int(os.Stdout.Fd())) {
			return usagef("--format %s is not for a terminal; give a file with -o", out.Name)
		}
		j := extractJob(read, out, opt, fail)
		j.inputs, j.dest, j.quiet = set, write, quiet
		return j.run(cmd.Context())
	}
	return cmd
}

// extractJob returns the job that reads documents and writes them in a format.
func extractJob(read *reading, out *output.Format, opt output.Options, fail *failOn) *job[*normalize.Result] {
	j := &job[*normalize.Result]{
		ext: out.Extensions[0], count: countResult, fail: fail,
		read: func(ctx context.Context, src *sources.Source) (*normalize.Result, error) {
			res, err := read.result(ctx, src)
			if err == nil && opt.Table > 0 && len(output.Chosen(res, opt)) == 0 {
				return nil, fmt.Errorf("%s: %w", src.Name, output.NoTable(opt.Table, len(res.Tables)))
			}
			return res, err
		},
		print: func(w io.Writer, docs []*normalize.Result) error { return out.Write(w, docs, opt) },
		more:  func(res *normalize.Result) []part[*normalize.Result] { return otherTables(res, out, opt) },
	}
	j.seen = func(name string, res *normalize.Result) {
		fail.see(res)
		if !j.quiet {
			p := colours(os.Stderr)
			summarize(visibleWriter{os.Stderr, p}, p, oneLine(name), res, opt, j.dest.folder)
		}
	}
	return j
}

// otherTables returns the tables besides the main one, for a folder that gets one file
// per table: list.md.csv, list.md-table2.csv.
func otherTables(res *normalize.Result, out *output.Format, opt output.Options) (parts []part[*normalize.Result]) {
	for _, p := range output.Parts(res, out, opt)[1:] {
		parts = append(parts, part[*normalize.Result]{
			suffix: p.Suffix,
			print:  func(w io.Writer, docs []*normalize.Result) error { return out.Write(w, docs, p.Options) },
		})
	}
	return parts
}

// parseTable reads the value of --table.
func parseTable(s string) (int, error) {
	switch s {
	case "":
		return output.MainTable, nil
	case "all":
		return output.AllTables, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 0, usagef("--table %s: want a number from 1, or all", s)
	}
	return n, nil
}

// chooseFormat returns the format called name, else the one with the extension,
// else the first.
func chooseFormat(name, ext string) (*output.Format, error) {
	formats := output.Formats()
	for i := range formats {
		f := &formats[i]
		if name != "" && f.Name == name || name == "" && slices.Contains(f.Extensions, ext) {
			return f, nil
		}
	}
	if name == "" && ext == "" {
		return &formats[0], nil
	}
	if name == "" {
		return nil, usagef("no format has the extension %s; give --format %s", ext, strings.Join(formatNames(), ", "))
	}
	return nil, usagef("--format %s: want one of %s", name, strings.Join(formatNames(), ", "))
}

func formatNames() (names []string) {
	for _, f := range output.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func dialectNames() (names []string) {
	for _, d := range output.Dialects() {
		names = append(names, d.Name)
	}
	return names
}

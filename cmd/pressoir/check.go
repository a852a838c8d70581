// pressoir check: claims and findings, without the rows.

package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
	"github.com/spf13/cobra"
)

func newCheck() *cobra.Command {
	var format string
	var all bool
	cmd := &cobra.Command{
		Use:   "check INPUT...",
		Short: "Compare the figures in the prose with the rows, and list what is doubtful",
		Long: `Check lists each figure that the prose of a release announces with its verdict,
the figures that were compared and where they are printed, then the doubts and
faults found in the rows. It writes no rows.

Verdicts: ok, mismatch (the rows say otherwise), contradiction (the prose
contradicts itself), approximate, partial_list, not_checkable, out_of_scope.

` + inputsHelp,
		Example: `  pressoir check release.md
  pressoir check releases/ --format json --fail-on doubt
  pressoir check release.md --all`,
	}
	read := readFlags(cmd)
	read.second = true // what is checked may take longer
	cmd.Flags().Lookup("second-reader").DefValue = "true"
	read.passFlags(cmd)
	write := writeFlags(cmd)
	fail := failFlag(cmd)
	in := inputFlags(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "", "text, json or csv (default: by the extension of -o, else text)")
	cmd.Flags().BoolVar(&all, "all", false, "list the notes too: what was mended on printed evidence")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		if err := fail.prepare(); err != nil {
			return err
		}
		set, err := in.find(args, write.path, in.fetch(cmd.Context(), ""))
		if err != nil {
			return err
		}
		if err := write.prepare(set); err != nil {
			return err
		}
		if format == "" {
			format = map[string]string{".json": "json", ".csv": "csv"}[write.extension()]
		}
		var print func(io.Writer, []*normalize.Result) error
		ext := "." + format
		switch format {
		case "", "text":
			ext = ".txt"
			p := paint(false)
			if write.path == "-" {
				p = colours(os.Stdout)
			}
			print = func(w io.Writer, docs []*normalize.Result) error { return checkText(w, p, docs, all) }
		case "json":
			many := !set.Single && !write.folder
			print = func(w io.Writer, docs []*normalize.Result) error { return output.VerdictsJSON(w, docs, many) }
		case "csv":
			print = output.VerdictsCSV
		default:
			return usagef("--format %s: want text, json or csv", format)
		}
		j := job[*normalize.Result]{
			inputs: set, dest: write, ext: ext, read: read.result, print: print,
			count: countResult, fail: fail,
			seen: func(_ string, res *normalize.Result) { fail.see(res) },
		}
		return j.run(cmd.Context())
	}
	return cmd
}

func checkText(w io.Writer, p paint, docs []*normalize.Result, all bool) error {
	var b strings.Builder
	for _, res := range docs {
		name := oneLine(res.Document.Name)
		count := 0
		for _, t := range res.Tables {
			count += output.CountRecords(t)
		}
		fmt.Fprintf(&b, "%s: %s, %s, %s\n", p.in(bold, name), plural(count, "record"), plural(len(res.Claims), "claim"), plural(len(res.Findings), "finding"))
		for i := range res.Claims {
			c := &res.Claims[i]
			fmt.Fprintf(&b, "  %s %s: %s\n", p.in(statusColour(c.Status), fmt.Sprintf("%-13s", c.Status)), place(name, c.At), quote(shorten(c.Text, 120)))
			fmt.Fprintf(&b, "  %-13s %s\n", "", c.Why)
		}
		for i := range res.Findings {
			f := &res.Findings[i]
			if f.Level == records.Noted && !all {
				continue
			}
			fmt.Fprintf(&b, "  %s %s: %s [%s]\n", p.in(levelColour(f.Level), fmt.Sprintf("%-13s", f.Level)), place(name, f.At), f.Why, f.Code)
		}
	}
	_, err := io.WriteString(visibleWriter{w, p}, b.String())
	return err
}

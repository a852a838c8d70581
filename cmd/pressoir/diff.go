// pressoir diff: what the last run of a batch changed.

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pressoir/pressoir/batch"
)

func newDiff() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "diff FOLDER [DOCUMENT]",
		Short: "Show which rows were added, removed and changed in the last run of a batch",
		Long: `Diff compares the rows of each document after the last run that changed something with
those of the run on it before. Two rows with the same subject, codes and group are one
row that may have changed. DOCUMENT is a name in manifest.jsonl, or a path below the
input.`,
		Example: `  pressoir diff out/
  pressoir diff out/ inbox/list.md --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usagef("diff takes the folder of a batch, and optionally a document")
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "text or json")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if format != "text" && format != "json" {
			return usagef("--format %s: want text or json", format)
		}
		only := ""
		if len(args) == 2 {
			only = args[1]
		}
		diffs, err := batch.Diff(args[0], only)
		if err != nil {
			return err
		}
		if format == "json" {
			enc := json.NewEncoder(cmd.OutOrStdout())
			enc.SetEscapeHTML(false)
			enc.SetIndent("", " ")
			return enc.Encode(diffs)
		}
		p := colours(os.Stdout)
		return diffText(visibleWriter{cmd.OutOrStdout(), p}, p, diffs)
	}
	return cmd
}

func diffText(w io.Writer, p paint, diffs []batch.Difference) error {
	var b strings.Builder
	if len(diffs) == 0 {
		b.WriteString("no row came, went or changed\n")
	}
	for i := range diffs {
		d := &diffs[i]
		fmt.Fprintf(&b, "%s: %s", p.in(bold, oneLine(d.Source)), d.State)
		if d.State == "failed" {
			fmt.Fprintf(&b, ": %s\n", oneLine(strings.TrimPrefix(d.Why, d.Source+": ")))
			continue
		}
		fmt.Fprintf(&b, "; %d came, %d went, %d changed\n", len(d.Came), len(d.Went), len(d.Changed))
		for k := range d.Went {
			fmt.Fprintf(&b, "  %s\n", p.in(red, "- "+rowLine(&d.Went[k])))
		}
		for k := range d.Came {
			fmt.Fprintf(&b, "  %s\n", p.in(green, "+ "+rowLine(&d.Came[k])))
		}
		for k := range d.Changed {
			fmt.Fprintf(&b, "  %s\n", p.in(yellow, "~ "+rowLine(&d.Changed[k])))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// rowLine is a row on one line; of a row that changed, what it was.
func rowLine(r *batch.RowDiff) string {
	var parts []string
	for i, v := range r.Values {
		switch {
		case r.Was != nil && r.Was[i] != v:
			parts = append(parts, fmt.Sprintf("%s %s, was %s", r.Columns[i], quote(oneLine(v)), quote(oneLine(r.Was[i]))))
		case v != "":
			parts = append(parts, oneLine(v))
		}
	}
	return strings.Join(parts, " | ")
}

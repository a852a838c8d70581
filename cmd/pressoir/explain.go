// pressoir explain: how one record came to be.

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
	"github.com/spf13/cobra"
)

func newExplain() *cobra.Command {
	var format, table string
	var row int
	var lists bool
	cmd := &cobra.Command{
		Use:   "explain FILE --row N",
		Short: "Show how a row came to be: what is printed, and what changed it and why",
		Long: `Explain shows one row of what extract writes, cell by cell: the value, what was
printed for it and where, and each change with the pass that made it and its
evidence. Row 1 is the first row below the header of the CSV.

With --lists it shows instead each part of the text that was considered as a list,
with the evidence for and against it: why a list was missed, or text was taken for one.`,
		Example: `  pressoir explain release.md --row 47
  pressoir explain release.md --table 2 --row 3 --format json
  pressoir explain release.md --lists`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("explain takes one file; its rows are numbered within it")
			}
			return files(cmd, args)
		},
	}
	read := readFlags(cmd)
	read.passFlags(cmd)
	cmd.Flags().IntVarP(&row, "row", "r", 0, "number of the row, from 1 (required)")
	cmd.Flags().BoolVar(&lists, "lists", false, "show all candidates for lists with their evidence")
	cmd.Flags().StringVarP(&table, "table", "t", "", "number of the table (default: the one that extract writes)")
	cmd.Flags().StringVarP(&format, "format", "f", "text", "text or json")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		if lists {
			return explainLists(cmd, read, args[0])
		}
		if row < 1 {
			return usagef("which row? give --row N, from 1")
		}
		id, err := parseTable(table)
		if err != nil || id == output.AllTables {
			return usagef("--table %s: want a number from 1", table)
		}
		var print func(io.Writer, *output.Explanation) error
		switch format {
		case "text":
			p := colours(os.Stdout)
			print = func(w io.Writer, e *output.Explanation) error {
				var b bytes.Buffer
				explainText(&b, p, e)
				_, err := visibleWriter{w, p}.Write(b.Bytes())
				return err
			}
		case "json":
			print = func(w io.Writer, e *output.Explanation) error {
				_, err := fmt.Fprintf(w, "%s\n", e.JSON())
				return err
			}
		default:
			return usagef("--format %s: want text or json", format)
		}
		res, err := read.result(cmd.Context(), sources.File(args[0]))
		if err != nil {
			return err
		}
		e, err := output.Explain(res, id, row)
		if err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		return print(cmd.OutOrStdout(), e)
	}
	return cmd
}

func explainText(w io.Writer, p paint, e *output.Explanation) {
	fmt.Fprintf(w, "%s, table %d, row %d\n", p.in(bold, place(e.Source, e.At)), e.Table.ID, e.Row)
	fmt.Fprintf(w, "printed: %s\n\n", e.Printed())
	width := 0
	for i := range e.Cells {
		width = max(width, len(e.Cells[i].Column.Name))
	}
	indent := strings.Repeat(" ", width+4)
	for i := range e.Cells {
		c := &e.Cells[i]
		value := quote(c.Value)
		if c.Value == "" {
			value = "(no value)"
		}
		fmt.Fprintf(w, "  %-*s  %s\n", width, c.Column.Name, p.in(bold, value))
		switch {
		case !c.HasPrinted && len(c.Changes) == 0 && c.Value != "":
			fmt.Fprintf(w, "%snot printed; %s\n", indent, "derived from the other columns")
		case c.HasPrinted && c.Printed == "":
			fmt.Fprintf(w, "%sprinted blank%s\n", indent, at(c.At.String()))
		case c.HasPrinted && c.Printed != c.Value:
			fmt.Fprintf(w, "%sprinted %s%s\n", indent, quote(c.Printed), at(c.At.String()))
		}
		for _, ch := range c.Changes {
			fmt.Fprintf(w, "%s%s: %s\n", indent, p.in(levelColour(ch.Finding.Level), ch.Finding.Pass), changeText(&ch))
		}
	}
	for _, f := range e.Findings {
		fmt.Fprintf(w, "\n%s: %s [%s]\n", p.in(levelColour(f.Level), f.Level.String()), f.Why, f.Code)
	}
}

func at(place string) string {
	if place == "" {
		return ""
	}
	return " (" + place + ")"
}

func changeText(ch *output.Change) string {
	var what string
	switch ch.Edit.Op {
	case records.Move:
		what = "moved from column " + ch.From + " to " + ch.To
	case records.SetRole:
		what = "row taken as " + ch.Edit.Role.String()
	default:
		what = quote(ch.Edit.Was) + " became " + quote(ch.Edit.Text)
	}
	return what + "; " + ch.Finding.Why
}

// pressoir tables: the raw grids, before any repair.

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/output"
	"github.com/spf13/cobra"
)

func newTables() *cobra.Command {
	var format, table string
	cmd := &cobra.Command{
		Use:   "tables INPUT...",
		Short: "Show the tables as printed, before any repair",
		Long: `Tables shows the tables of each document as they are printed: no cell is mended, no
row is left out.

` + inputsHelp,
		Example: `  pressoir tables release.md
  pressoir tables release.pdf --format json
  pressoir tables --format json -o grids/ releases/
  pressoir tables release.html --format csv --table 2`,
	}
	read := readFlags(cmd)
	write := writeFlags(cmd)
	in := inputFlags(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "", "text, json or csv (default: by the extension of -o, else text)")
	cmd.Flags().StringVarP(&table, "table", "t", "", "number of the table to show (default: all; as CSV, the one with the most rows)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		set, err := in.find(args, write.path, in.fetch(cmd.Context(), ""))
		if err != nil {
			return err
		}
		if err := write.prepare(set); err != nil {
			return err
		}
		id := output.AllGrids
		if table != "" {
			n, err := strconv.Atoi(table)
			if err != nil || n < 1 {
				return usagef("--table %s: want a number from 1", table)
			}
			id = n
		}
		if format == "" {
			format = map[string]string{".json": "json", ".csv": "csv"}[write.extension()]
		}
		print, ext, err := rawPrinter(format, id, !set.Single && !write.folder)
		if err != nil {
			return err
		}
		j := job[*document.Document]{
			inputs: set, dest: write, ext: ext, print: print,
			count: countGrids,
			read: func(ctx context.Context, src *sources.Source) (*document.Document, error) {
				doc, err := read.document(ctx, src)
				if err != nil {
					return nil, err
				}
				if _, err := output.Grids(doc, id); err != nil {
					return nil, fmt.Errorf("%s: %w", src.Name, err)
				}
				return doc, nil
			},
			seen: func(name string, doc *document.Document) {
				if len(allGrids(doc)) == 0 {
					fmt.Fprintf(os.Stderr, "%s: no table found\n", oneLine(name))
				}
			},
		}
		return j.run(cmd.Context())
	}
	return cmd
}

// rawPrinter returns the printer of a format, and the extension of its files. many says
// that one output gets several documents.
func rawPrinter(format string, id int, many bool) (print func(io.Writer, []*document.Document) error, ext string, err error) {
	switch format {
	case "", "text":
		print = eachRaw(func(w io.Writer, doc *document.Document) error { return output.RawText(visibleWriter{w: w}, doc, id) })
		return print, ".txt", nil
	case "json":
		print = func(w io.Writer, docs []*document.Document) error { return output.RawJSON(w, docs, id, many) }
		return print, ".json", nil
	case "csv":
		if many {
			return nil, "", usagef("tables of several documents differ in columns; write one file per document with -o FOLDER/")
		}
		print = eachRaw(func(w io.Writer, doc *document.Document) error { return rawCSV(w, doc, id) })
		return print, ".csv", nil
	}
	return nil, "", usagef("--format %s: want text, json or csv", format)
}

// allGrids returns the parts of all tables of doc.
func allGrids(doc *document.Document) []output.Grid {
	grids, _ := output.Grids(doc, output.AllGrids) // only an unknown number is an error
	return grids
}

// countGrids counts rows. Tables as printed are not judged.
func countGrids(doc *document.Document) (rows, doubtful int) {
	for _, g := range allGrids(doc) {
		rows += len(g.Rows)
	}
	return rows, notJudged
}

// eachRaw returns a printer of several documents, made of a printer of one.
func eachRaw(one func(io.Writer, *document.Document) error) func(io.Writer, []*document.Document) error {
	return func(w io.Writer, docs []*document.Document) error {
		for i, doc := range docs {
			if len(docs) > 1 {
				if i > 0 {
					fmt.Fprintln(w)
				}
				fmt.Fprintf(w, "%s\n", oneLine(doc.Name))
			}
			if err := one(w, doc); err != nil {
				return err
			}
		}
		return nil
	}
}

// rawCSV writes one table of doc, or of several the one with the most rows.
func rawCSV(w io.Writer, doc *document.Document, id int) error {
	if id != output.AllGrids {
		return output.RawCSV(w, doc, id)
	}
	rows := map[int]int{}
	last := 0
	for _, g := range allGrids(doc) {
		rows[g.ID] += len(g.Rows)
		last = g.ID
	}
	if last == 0 {
		return nil
	}
	id = 1
	for i := 2; i <= last; i++ {
		if rows[i] > rows[id] {
			id = i
		}
	}
	if last > 1 {
		fmt.Fprintf(os.Stderr, "%s: table %d of %d; --table N reaches the others\n", oneLine(doc.Name), id, last)
	}
	return output.RawCSV(w, doc, id)
}

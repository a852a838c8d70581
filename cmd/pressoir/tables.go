package main

// pressoir tables: the raw grids, before any repair.

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/output"
)

func newTables() *cobra.Command {
	var format, table string
	cmd := &cobra.Command{
		Use:   "tables FILE...",
		Short: "Show the tables as printed, before any repair",
		Example: `  pressoir tables release.md
  pressoir tables release.pdf --format json
  pressoir tables --format json -o grids/ *.pdf
  pressoir tables release.html --format csv --table 2`,
		Args: files,
	}
	read := readFlags(cmd)
	write := writeFlags(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "", "text, json or csv (default: by the extension of -o, else text)")
	cmd.Flags().StringVarP(&table, "table", "t", "", "number of the table to write as CSV (default: the one with the most rows)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		if err := write.prepare(args); err != nil {
			return err
		}
		if format == "" {
			format = map[string]string{".json": "json", ".csv": "csv"}[write.extension()]
			if format == "" && write.folder {
				format = "json"
			}
		}
		ext := ".txt"
		var print func(w io.Writer, docs []*extract.Document) error
		switch format {
		case "", "text":
			print = eachRaw(output.RawText)
		case "json":
			ext = ".json"
			print = func(w io.Writer, docs []*extract.Document) error {
				if len(docs) == 1 && (write.folder || len(args) == 1) {
					return output.RawJSON(w, docs[0])
				}
				return output.RawJSONs(w, docs)
			}
		case "csv":
			ext = ".csv"
			id := 0
			if table != "" {
				n, err := strconv.Atoi(table)
				if err != nil || n < 1 {
					return usagef("--table %s: want a number from 1", table)
				}
				id = n
			}
			if len(args) > 1 && !write.folder {
				return usagef("tables of several documents differ in columns; write one file a document with -o FOLDER/")
			}
			print = eachRaw(func(w io.Writer, doc *extract.Document) error { return rawCSV(w, doc, id) })
		default:
			return usagef("--format %s: there are text, json and csv", format)
		}
		return runDocuments(cmd.Context(), args, write, ext, read.document, print, func(name string, doc *extract.Document) {
			if len(output.Grids(doc)) == 0 {
				fmt.Fprintf(os.Stderr, "%s: no table found\n", name)
			}
		})
	}
	return cmd
}

// eachRaw makes a printer of one document one of several.
func eachRaw(one func(io.Writer, *extract.Document) error) func(io.Writer, []*extract.Document) error {
	return func(w io.Writer, docs []*extract.Document) error {
		for i, doc := range docs {
			if len(docs) > 1 {
				if i > 0 {
					fmt.Fprintln(w)
				}
				fmt.Fprintf(w, "%s\n", doc.Name)
			}
			if err := one(w, doc); err != nil {
				return err
			}
		}
		return nil
	}
}

// rawCSV writes table id of doc, or for 0 the one with the most rows.
func rawCSV(w io.Writer, doc *extract.Document, id int) error {
	rows := map[int]int{}
	last := 0
	for _, g := range output.Grids(doc) {
		rows[g.ID] += len(g.Rows)
		last = g.ID
	}
	if id > last {
		return fmt.Errorf("%s: no table %d; there are %d", doc.Name, id, last)
	}
	if id == 0 {
		for i := 1; i <= last; i++ {
			if id == 0 || rows[i] > rows[id] {
				id = i
			}
		}
		if last > 1 {
			fmt.Fprintf(os.Stderr, "%s: table %d of %d; --table N reaches the others\n", doc.Name, id, last)
		}
	}
	return output.RawCSV(w, doc, id)
}

// runDocuments reads every input and writes what came of it: to one stream, or
// in a folder to one file a document. One bad document does not stop the rest.
// seen is called for each good one, after its file is written.
func runDocuments[T any](
	ctx context.Context, inputs []string, dest *writing, ext string,
	read func(context.Context, string) (T, error),
	print func(io.Writer, []T) error,
	seen func(string, T),
) error {
	type outcome struct {
		v   T
		err error
	}
	var names []string
	if dest.folder {
		names = outputNames(inputs, ext)
	}
	var good []T
	var goodNames []string
	i, failed := -1, 0
	err := inOrder(ctx, inputs, runtime.GOMAXPROCS(0),
		func(name string) outcome {
			v, err := read(ctx, name)
			return outcome{v, err}
		},
		func(name string, o outcome) error {
			i++
			if o.err == nil && dest.folder {
				path := filepath.Join(dest.path, names[i])
				o.err = dest.to(ctx, path, func(w io.Writer) error { return print(w, []T{o.v}) })
			}
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case o.err != nil:
				failed++
				fmt.Fprintf(os.Stderr, "pressoir: %v\n", o.err)
			case dest.folder:
				seen(name, o.v)
			default:
				good = append(good, o.v)
				goodNames = append(goodNames, name)
			}
			return nil
		})
	if err != nil {
		return err
	}
	if !dest.folder && (len(good) > 0 || failed == 0) {
		if err := dest.to(ctx, dest.path, func(w io.Writer) error { return print(w, good) }); err != nil {
			return err
		}
		for k, v := range good {
			seen(goodNames[k], v)
		}
	}
	switch {
	case failed == len(inputs):
		return &statusError{status: statusFailed}
	case failed > 0:
		fmt.Fprintf(os.Stderr, "pressoir: %d of %d documents failed\n", failed, len(inputs))
		return &statusError{status: statusSome}
	}
	return nil
}

// pressoir inspect: what each step of table finding saw on a page of a PDF.

package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/extract/pdf"
	"github.com/spf13/cobra"
)

func newInspect() *cobra.Command {
	var page int
	cmd := &cobra.Command{
		Use:   "inspect FILE.pdf",
		Short: "Draw what each step of table finding saw on a page of a PDF",
		Long: `Inspect writes a picture (SVG) of one page: its glyphs grey, rules and fills red,
gaps between columns blue, the cells that were found numbered, and refused regions
dashed with the reason. Use it to find out why a table was missed or misread.`,
		Example: "  pressoir inspect report.pdf --page 3 -o page3.svg",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("inspect takes one file")
			}
			return files(cmd, args)
		},
	}
	read := readFlags(cmd)
	_ = cmd.Flags().MarkHidden("pages") // one page, by --page
	_ = cmd.Flags().MarkHidden("second-reader")
	write := writeFlags(cmd)
	cmd.Flags().IntVarP(&page, "page", "p", 1, "number of the page, from 1")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if page < 1 {
			return usagef("--page %d: pages count from 1", page)
		}
		if err := read.prepare(); err != nil {
			return err
		}
		if err := write.prepare(namedFiles(args)); err != nil {
			return err
		}
		if write.folder {
			return usagef("inspect writes one picture; name a file with -o")
		}
		picture, err := read.inspect(cmd.Context(), args[0], page)
		if err != nil {
			return err
		}
		return write.to(cmd.Context(), write.path, func(w io.Writer) error {
			_, err := w.Write(picture)
			return err
		})
	}
	return cmd
}

// inspect draws a page in this process: the user is waiting, and can end it.
func (r *reading) inspect(ctx context.Context, name string, page int) ([]byte, error) {
	data, err := r.input(ctx, sources.File(name))
	if err != nil {
		return nil, err
	}
	if err := pdf.Prepare(cacheDir(), sayPreparing); err != nil {
		return nil, err
	}
	return guarded(ctx, name, r.timeout, func() ([]byte, error) {
		var b bytes.Buffer
		if err := pdf.Inspect(data, page, r.opt, &b); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return b.Bytes(), nil
	})
}

// cacheDir returns the folder of the compiled PDF engine, "" for the user's cache folder.
func cacheDir() string { return os.Getenv("PRESSOIR_CACHE") }

// sayPreparing explains why the first PDF takes long.
func sayPreparing() { fmt.Fprintf(os.Stderr, "pressoir: %s\n", preparingText()) }

func preparingText() string {
	if !pdf.CanCache(cacheDir()) {
		return "preparing the PDF engine: some seconds, at every start, as no cache folder can be written; PRESSOIR_CACHE names one"
	}
	return "preparing the PDF engine, once on this machine: some seconds"
}

// This file finds the documents that a command line names, and limits their size.

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/extract"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// defaultMaxInput is the size of the largest document read, in bytes. A release has
// some kilobytes; a file a million times larger is a mistake, and would take ten times
// its size in memory.
const defaultMaxInput = 512 << 20

// inputs holds the flags of every command that reads many documents.
type inputs struct {
	list string // of --files-from: a file, "-" for standard input, or ""
}

func inputFlags(cmd *cobra.Command) *inputs {
	in := &inputs{}
	cmd.Flags().StringVar(&in.list, "files-from", "", "file with the names of inputs, one per line or separated by NUL; - is standard input")
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		switch {
		case in.list == "":
			return files(cmd, args)
		case in.list == "-" && slices.Contains(args, sources.Stdin):
			return usagef("standard input (-) can be read only once")
		case len(args) == 0:
			return nil
		}
		return files(cmd, args)
	}
	return in
}

// inputsHelp is the paragraph about arguments in the help of these commands.
const inputsHelp = `INPUT is a file, a folder, a pattern in quotes ('in/**/*.pdf'), a zip or tar.gz
archive, or - for standard input. Folders are read with all folders below them; only
documents of known formats are taken, and no hidden or temporary files.`

// find returns the documents that are named; leave is a folder that is not entered.
func (in *inputs) find(args []string, leave string) (*sources.Set, error) {
	opt := sources.Options{Extensions: documentExtensions(), Leave: leave}
	switch in.list {
	case "":
	case "-":
		opt.List = os.Stdin
	default:
		f, err := os.Open(in.list)
		if err != nil {
			return nil, sources.PlainError(in.list, err)
		}
		defer f.Close()
		opt.List = f
	}
	return sources.Find(args, opt)
}

// documentExtensions are those of the known kinds.
func documentExtensions() (all []string) {
	for _, r := range extract.Readers() {
		all = append(all, r.Extensions...)
	}
	return all
}

// sayIfTyped prints that the program waits for input if standard input is a terminal.
func sayIfTyped(stdin io.Reader) {
	if f, ok := stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprintln(os.Stderr, "pressoir: reading from the terminal; end with Ctrl-D, or give a file")
	}
}

// A sizeFlag is a number of bytes given as 512MB, 2GB, 64kB or plain bytes.
type sizeFlag int64

func (s *sizeFlag) String() string { return sources.FormatSize(int64(*s)) }
func (s *sizeFlag) Type() string   { return "size" }

func (s *sizeFlag) Set(v string) error {
	text := strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(v)), "B")
	shift := 0
	for i, unit := range []string{"K", "M", "G"} {
		if t, ok := strings.CutSuffix(text, unit); ok {
			text, shift = t, 10*(i+1)
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	if err != nil || n <= 0 || n > 1<<(62-shift) {
		return errors.New("want a size like 64MB or 2GB")
	}
	*s = sizeFlag(n << shift)
	return nil
}

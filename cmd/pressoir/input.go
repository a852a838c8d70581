// This file finds the documents that a command line names, and limits their size.

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/batch/web"
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

	allowPrivate bool
	feeds        []string
	pages        []string // listing pages
	links        string   // CSS selector of their links
	refresh      time.Duration
	delay        time.Duration

	listings []sources.Listing // of pages, and of a job
}

func inputFlags(cmd *cobra.Command) *inputs {
	in := &inputs{}
	cmd.Flags().StringVar(&in.list, "files-from", "", "file with the names of inputs, one per line or separated by NUL; - is standard input")
	cmd.Flags().BoolVar(&in.allowPrivate, "allow-private", false, "fetch from addresses inside a network, too")
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 && len(in.feeds)+len(in.pages) > 0:
			return nil
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

// webFlags adds the flags of a command that finds documents on the web.
func (in *inputs) webFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&in.feeds, "feed", nil, "address of a feed (RSS, Atom, JSON): take the pages and documents that it names")
	f.StringSliceVar(&in.pages, "listing", nil, "address of a page that lists documents: take those that --links finds")
	f.StringVar(&in.links, "links", "", `CSS selector of the links on --listing: 'main a[href$=".pdf"]' (default: all links)`)
	f.DurationVar(&in.delay, "delay", time.Second, "time between two requests to a host")
	f.DurationVar(&in.refresh, "refresh", 0, "do not ask again whether a page has changed within this time: 24h")
}

// addPage adds a listing page; selector "" is all links.
func (in *inputs) addPage(at, selector string) error {
	if selector == "" {
		selector = "a[href]"
	}
	if err := web.CheckSelector(selector); err != nil {
		return usagef("links %s: %v", selector, err)
	}
	in.listings = append(in.listings, sources.Listing{URL: at, Links: selector})
	return nil
}

// checkAddresses reports a feed or a page that is no address.
func (in *inputs) checkAddresses() error {
	all := slices.Clone(in.feeds)
	for _, l := range in.listings {
		all = append(all, l.URL)
	}
	for _, at := range all {
		if !(&sources.Source{Name: at}).IsAddress() {
			return usagef("%s: want an address, https://...", at)
		}
	}
	return nil
}

// inputsHelp is the paragraph about arguments in the help of these commands.
const inputsHelp = `INPUT is a file, a folder, a pattern in quotes ('in/**/*.pdf'), a zip or tar.gz
archive, an address (https://...), or - for standard input. Folders are read with all
folders below them; only documents of known formats are taken, and no hidden or
temporary files.`

// fetch returns a client for what is on the web; cache is a folder, "" for none.
func (in *inputs) fetch(ctx context.Context, cache string) *web.Client {
	return web.New(ctx, web.Options{
		Agent: "pressoir/" + programVersion(), AllowPrivate: in.allowPrivate, Cache: cache, Refresh: in.refresh, Delay: in.delay,
	})
}

// find returns the documents that are named; leave is a folder that is not entered. client
// fetches what is on the web, nil does not.
func (in *inputs) find(args []string, leave string, client *web.Client) (*sources.Set, error) {
	opt := sources.Options{Extensions: documentExtensions(), Leave: leave, Web: client, Feeds: in.feeds}
	if len(in.pages) == 0 && in.links != "" {
		return nil, usagef("--links is for --listing")
	}
	for _, at := range in.pages {
		if err := in.addPage(at, in.links); err != nil {
			return nil, err
		}
	}
	if err := in.checkAddresses(); err != nil {
		return nil, err
	}
	opt.Listings = in.listings
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

// pressoir batch: many documents, only what is new or changed.

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/pressoir/pressoir/batch"
	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/merge"
	"github.com/pressoir/pressoir/batch/worker"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
)

// batchFlags are the flags of batch that no other command has.
type batchFlags struct {
	out       string
	formats   []string
	table     string
	dialect   string
	prov      bool
	jobs      int
	force     bool
	outdated  bool
	retry     string
	since     string
	prune     bool
	quiet     bool
	logFormat string

	merge       bool
	partitionBy []string
	family      string
	key         []string

	failures []failure // of the run, the first maxFailures
}

// A failure is a document that failed, and why.
type failure struct {
	Source string `json:"source"`
	Error  string `json:"error"`
}

// maxFailures is how many failures a command that hears of a run is told; failures.jsonl
// has all.
const maxFailures = 100

func newBatch() *cobra.Command {
	b := &batchFlags{}
	cmd := &cobra.Command{
		Use:   "batch INPUT... -o FOLDER",
		Short: "Extract many documents into a folder or a data set, again only what is new or changed",
		Long: `Batch runs extract on each document, several at a time, each in a separate process.
It keeps a record in FOLDER/.pressoir/ and does a document again only if its bytes, the
options or the profile have changed. A batch can be stopped or killed at any moment;
the next call continues. FOLDER/manifest.jsonl lists all documents,
FOLDER/failures.jsonl those that failed.

` + inputsHelp + `

A document that failed is tried again only if it changes or with --retry failed. Outputs
of another version of Pressoir stay unless --outdated is given.

With --merge all documents become one data set, the file -o, with its record in
FILE.pressoir/. Every row has the columns source, document_date, document_title,
document_issuer, table, row, row_key and doubts. Columns of the same name are one
column; values without a heading are in the column unnamed. With --partition-by, -o is
a folder with one file per value. With --family or a profile, releases are compared by the key of a row
(--key, the profile's key, or its place and name): first_seen, last_seen and
new_by_comparison.`,
		Example: `  pressoir batch inbox/ -o out/
  pressoir batch inbox/ -o out/ --format csv,json --jobs 4
  pressoir batch inbox/ -o out/ --retry failed
  pressoir batch inbox/ -o out/ --prune --log-format json
  pressoir batch inbox/ -o all.parquet --merge
  pressoir batch inbox/ -o all/ --merge --format parquet --partition-by department_code
  pressoir batch inbox/ -o sites.csv --merge --family sites --key commune_code,name`,
	}
	read := readFlags(cmd)
	read.passFlags(cmd)
	fail := failFlag(cmd)
	in := inputFlags(cmd)
	in.webFlags(cmd)
	f := cmd.Flags()
	f.StringVarP(&b.out, "output", "o", "", "folder of the outputs, with --merge the file (required)")
	f.BoolVar(&b.merge, "merge", false, "make one data set of all documents: "+strings.Join(rowFormatNames(), ", "))
	f.StringSliceVar(&b.partitionBy, "partition-by", nil, "with --merge: columns; each of their values gets a file of its own")
	f.StringVar(&b.family, "family", "", "with --merge: name of the family that all documents are successive releases of")
	f.StringSliceVar(&b.key, "key", nil, "with --merge: columns that say which row is which")
	f.StringSliceVarP(&b.formats, "format", "f", []string{"csv"}, "comma-separated formats: "+strings.Join(formatNames(), ", "))
	f.StringVarP(&b.table, "table", "t", "", "number of the table to write, or all (default: each in a file)")
	f.BoolVar(&b.prov, "provenance", false, "add the columns source, source_page, source_row, source_box, table, row, repairs")
	f.StringVar(&b.dialect, "dialect", "", "spelling of CSV: "+strings.Join(dialectNames(), ", "))
	f.IntVarP(&b.jobs, "jobs", "j", 0, "documents at the same time (default: one per core)")
	f.BoolVar(&b.force, "force", false, "do all documents again, and replace files that no batch has written")
	f.BoolVar(&b.outdated, "outdated", false, "do documents again that another version of Pressoir did")
	f.StringVar(&b.retry, "retry", "", "failed: do documents again that failed")
	f.StringVar(&b.since, "since", "", "leave out files last changed before a date (2026-11-26) or a time ago (36h, 7d)")
	f.BoolVar(&b.prune, "prune", false, "remove the outputs of documents that are no longer there")
	f.BoolVarP(&b.quiet, "quiet", "q", false, "say only what failed")
	f.StringVar(&b.logFormat, "log-format", "text", "text, or json: one object a line, for a log collector")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.MarkFlagDirname("output")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		if err := fail.prepare(); err != nil {
			return err
		}
		cfg, err := b.prepare(cmd.Context(), args, read, in, cmd.Flags().Changed("format"))
		if err != nil {
			return err
		}
		defer cfg.Set.Close()
		_, err = b.run(cmd.Context(), cfg, fail)
		return err
	}
	return cmd
}

// prepare makes the configuration and finds the inputs. formatGiven says that --format
// was. Its errors are of usage, but for a list that cannot be read.
func (b *batchFlags) prepare(ctx context.Context, args []string, read *reading, in *inputs, formatGiven bool) (batch.Config, error) {
	cfg, err := b.config(read)
	if err != nil {
		return cfg, err
	}
	if cfg.Merge, err = b.mergeOptions(formatGiven, read); err != nil {
		return cfg, err
	}
	if cfg.Merge != nil {
		cfg.Work.Formats, cfg.Work.Table, cfg.Work.Dialect = nil, 0, "" // they decide about the data set alone
	}
	if cfg.Set, err = in.find(args, cfg.OwnFolder(), in.fetch(ctx, cfg.CachePath())); err != nil {
		return cfg, err
	}
	if x, y := cfg.Set.Collision(); x != nil {
		cfg.Set.Close()
		return cfg, usagef("%s and %s would be written to the same file, %s; give the folder that holds both, or one call each", x.Name, y.Name, y.Path)
	}
	cfg.Called = ledger.Run{Inputs: args, List: in.list}
	cfg.Called.Folder, err = os.Getwd()
	return cfg, err
}

// config makes the configuration of the flags; its error is one of usage.
func (b *batchFlags) config(read *reading) (cfg batch.Config, err error) {
	switch {
	case b.out == "" || b.out == "-":
		return cfg, usagef("where to? give a folder with -o")
	case b.jobs < 0:
		return cfg, usagef("--jobs %d: want a number from 1", b.jobs)
	case b.retry != "" && b.retry != "failed":
		return cfg, usagef("--retry %s: want failed", b.retry)
	case b.logFormat != "text" && b.logFormat != "json":
		return cfg, usagef("--log-format %s: want text or json", b.logFormat)
	case b.dialect != "" && !slices.Contains(dialectNames(), b.dialect):
		return cfg, usagef("--dialect %s: want %s", b.dialect, strings.Join(dialectNames(), " or "))
	}
	work := worker.Work{Skip: read.skip, Provenance: b.prov, Dialect: b.dialect}
	if work.Table, err = parseTable(b.table); err != nil {
		return cfg, err
	}
	for _, name := range b.formats {
		if !slices.Contains(formatNames(), name) {
			return cfg, usagef("--format %s: want one of %s", name, strings.Join(formatNames(), ", "))
		}
		if !slices.Contains(work.Formats, name) {
			work.Formats = append(work.Formats, name)
		}
	}
	if work.Profiles, work.Choose, err = read.profile.sources(); err != nil {
		return cfg, err
	}
	cfg = batch.Config{
		Out: b.out, Read: read.opt, Work: work, MaxInput: int64(read.maxInput), Timeout: read.timeout,
		CacheDir: cacheDir(), Jobs: b.jobs, Version: programVersion(),
		Force: b.force, Outdated: b.outdated, Retry: b.retry != "", Prune: b.prune,
	}
	cfg.Since, err = parseSince(b.since, time.Now())
	return cfg, err
}

// mergeOptions makes the options of the data set, nil where none is asked for; its error
// is one of usage. given says that --format was.
func (b *batchFlags) mergeOptions(given bool, read *reading) (*merge.Options, error) {
	ext := strings.ToLower(filepath.Ext(b.out))
	if !b.merge {
		switch info, err := os.Stat(b.out); {
		case len(b.partitionBy)+len(b.key) > 0 || b.family != "":
			return nil, usagef("--partition-by, --family and --key are for --merge")
		case err != nil && isOutputExtension(ext), err == nil && !info.IsDir():
			return nil, usagef("-o %s is a file: give --merge for one data set of all documents, or a folder for one output each", b.out)
		}
		return nil, nil
	}
	m := &merge.Options{PartitionBy: b.partitionBy, Family: b.family, Key: b.key, Compare: b.family != "" || len(read.profile.loaded) > 0}
	switch {
	case b.prov:
		return nil, usagef("--provenance: a data set has source, table and row on every row; explain SOURCE --table --row says the rest")
	case len(b.formats) != 1:
		return nil, usagef("--merge makes one format; give one")
	case given || len(b.partitionBy) > 0:
		m.Format = b.formats[0]
	default:
		out, err := chooseFormat("", ext)
		if err != nil {
			return nil, err
		}
		m.Format = out.Name
	}
	if !slices.Contains(rowFormatNames(), m.Format) {
		return nil, usagef("--merge: %s is not made row by row; there are %s", m.Format, strings.Join(rowFormatNames(), ", "))
	}
	if info, err := os.Stat(b.out); len(b.partitionBy) == 0 && (err == nil && info.IsDir() || strings.HasSuffix(b.out, "/")) {
		return nil, usagef("-o %s: --merge writes a file; give one, or --partition-by", b.out)
	}
	table, err := parseTable(b.table)
	if err != nil {
		return nil, err
	}
	m.Output = output.Options{Table: table, Dialect: b.dialect}
	for _, p := range read.profile.loaded {
		if len(p.Key) > 0 {
			if m.Keys == nil {
				m.Keys = map[string][]string{}
			}
			m.Keys[p.Name] = p.Key
		}
	}
	return m, nil
}

func isOutputExtension(ext string) bool {
	return slices.ContainsFunc(output.Formats(), func(f output.Format) bool { return slices.Contains(f.Extensions, ext) })
}

func rowFormatNames() (names []string) {
	for _, f := range output.RowFormats() {
		names = append(names, f.Name)
	}
	return names
}

// parseSince reads a date, a date and time, or a time ago.
func parseSince(s string, now time.Time) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04", time.DateTime, time.RFC3339} {
		if t, err := time.ParseInLocation(layout, s, time.Local); err == nil {
			return t, nil
		}
	}
	ago := s
	if days, ok := strings.CutSuffix(s, "d"); ok {
		ago = days + "h"
	}
	d, err := time.ParseDuration(ago)
	if err != nil || d < 0 {
		return time.Time{}, usagef("--since %s: want a date like 2026-11-26, or a time ago like 36h or 7d", s)
	}
	if ago != s {
		d *= 24
	}
	return now.Add(-d), nil
}

// run does the batch and says what came of it. Its error has the exit status.
func (b *batchFlags) run(ctx context.Context, cfg batch.Config, fail *failOn) (batch.Tally, error) {
	begun := time.Now()
	log := newBatchLog(b.logFormat, b.quiet).withBar()
	for _, note := range cfg.Set.Notes {
		log.notice(note)
	}
	cfg.Event = func(e batch.Event) {
		if e.Done != nil {
			fail.see(findingsOf(e.Done))
		}
		if e.Entry != nil && e.Entry.Status == ledger.Failed && len(b.failures) < maxFailures {
			b.failures = append(b.failures, failure{e.Entry.Source, e.Text})
		}
		log.event(e)
	}
	cfg.Preparing = func() { log.notice(preparingText()) }
	t, err := batch.Run(ctx, cfg)
	log.stop()
	if err != nil && !errors.Is(err, context.Canceled) {
		return t, log.broken(err)
	}
	log.end(b.out, &t, time.Since(begun), fail)
	switch {
	case err != nil:
		return t, err
	case t.Failed > 0 && t.Failed == t.Documents:
		return t, &statusError{status: statusFailed}
	case t.Failed > 0:
		return t, &statusError{status: statusSome}
	case fail.hit:
		return t, &statusError{status: statusFindings}
	}
	return t, nil
}

// findingsOf returns the part of a result that --fail-on needs.
func findingsOf(d *worker.Done) *normalize.Result {
	res := &normalize.Result{}
	for _, f := range d.Findings {
		res.Findings = append(res.Findings, records.Finding{Code: f.Code, Level: f.Level})
	}
	if d.Accusing {
		res.Claims = []claims.Claim{{Status: claims.Mismatch}}
	}
	return res
}

// batchLine is the closing line: what the run did, then what it left.
func batchLine(t *batch.Tally, took time.Duration, fail *failOn) string {
	done := t.WithRecords + t.Empty
	parts := []string{fmt.Sprintf("%d done (%d with records, %d empty)", done, t.WithRecords, t.Empty), fmt.Sprintf("%d failed", t.Failed)}
	for _, p := range []struct {
		n    int
		text string
	}{
		{t.Unchanged, "unchanged"},
		{t.FailedBefore, "failed before (--retry failed does them again)"},
		{t.Outdated, "done by another version (--outdated does them again)"},
		{t.Left, "last changed before --since"},
		{t.Waiting, "waiting"},
	} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.text))
		}
	}
	line := fmt.Sprintf("%s: %s; %s", plural(t.Documents, "document"), strings.Join(parts, ", "), plural(t.Doubts, "doubt"))
	var found []string
	for _, p := range []struct {
		n    int
		text string
	}{{t.Changed, "changed"}, {t.Renamed, "renamed"}, {t.Gone, "gone"}} {
		if p.n > 0 {
			found = append(found, fmt.Sprintf("%d %s", p.n, p.text))
		}
	}
	if t.Duplicates > 0 {
		found = append(found, plural(t.Duplicates, "duplicate"))
	}
	if n := t.Pruned + t.Removed; n > 0 {
		found = append(found, plural(n, "output")+" removed")
	}
	if len(found) > 0 {
		line += "; " + strings.Join(found, ", ")
	}
	line += fmt.Sprintf("; %.1f s", took.Seconds())
	if fail.hit {
		line += "; findings as --fail-on " + fail.names + " has them"
		if t.Failed > 0 {
			line += ", too: status 3 goes before 4"
		}
	}
	return line
}

// This file reports what batch does while it works: a bar on a terminal, a line now
// and then elsewhere, and each step as JSON with --log json.

package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"github.com/pressoir/pressoir/batch"
	"github.com/pressoir/pressoir/batch/ledger"
)

// quietEvery is how often a run reports its progress if there is no terminal.
const quietEvery = 30 * time.Second

// A batchLog reports what happens. Several goroutines may call it.
type batchLog struct {
	mu    sync.Mutex
	json  *slog.Logger // nil in text
	quiet bool
	out   io.Writer

	progress *mpb.Progress // nil where there is no bar
	bar      *mpb.Bar
	begun    time.Time
	said     time.Time
}

func newBatchLog(format string, quiet bool) *batchLog {
	l := &batchLog{quiet: quiet, out: visibleWriter{w: os.Stderr}, begun: time.Now(), said: time.Now()}
	if format == "json" {
		level := slog.LevelInfo
		if quiet {
			level = slog.LevelWarn
		}
		l.json = slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
	}
	return l
}

// withBar shows a bar where somebody watches. Two of them would write over each other.
func (l *batchLog) withBar() *batchLog {
	if l.json == nil && !l.quiet && term.IsTerminal(int(os.Stderr.Fd())) && os.Getenv("TERM") != "dumb" {
		l.progress = mpb.New(mpb.WithOutput(os.Stderr), mpb.WithRefreshRate(150*time.Millisecond))
		l.out = visibleWriter{w: l.progress}
	}
	return l
}

// line writes a message for people, above the bar if there is one.
func (l *batchLog) line(format string, args ...any) {
	fmt.Fprintf(l.out, "pressoir: %s\n", oneLine(fmt.Sprintf(format, args...)))
}

func (l *batchLog) notice(text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.note(text, false)
}

// note says something of the run; with warn to those, too, who want to hear little.
func (l *batchLog) note(text string, warn bool) {
	switch {
	case l.json != nil && warn:
		l.json.Warn("notice", "text", text)
	case l.json != nil:
		l.json.Info("notice", "text", text)
	case warn || !l.quiet:
		l.line("%s", text)
	}
}

func (l *batchLog) event(e batch.Event) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case e.Entry == nil && e.Text != "":
		l.note(e.Text, e.Warn)
		return
	case e.Entry != nil && l.json != nil:
		l.document(e.Entry)
	case e.Entry != nil && e.Entry.Status == ledger.Failed:
		l.line("%s", e.Text)
	}
	if e.Done != nil && l.json == nil && !l.quiet {
		for _, text := range e.Done.Said {
			l.line("%s: %s", e.Entry.Source, text)
		}
	}
	l.advance(e.Seen, e.All)
}

func (l *batchLog) document(e *ledger.Entry) {
	attrs := []any{
		"document", e.Source, "sha256", e.SHA256, "status", e.Status, "records", e.Records, "new", e.New, "doubts", e.Doubts,
		"outputs", e.Outputs, "seconds", e.Seconds,
	}
	if e.Status == ledger.Failed {
		l.json.Error("document", append(attrs, "error", e.Error)...)
		return
	}
	l.json.Info("document", attrs...)
}

// advance moves the bar, or prints the progress once quietEvery has passed.
func (l *batchLog) advance(seen, all int) {
	if l.progress != nil {
		if l.bar == nil {
			l.bar = l.progress.AddBar(int64(all),
				mpb.PrependDecorators(decor.CountersNoUnit("%d of %d documents ")),
				mpb.AppendDecorators(decor.Percentage(), decor.AverageSpeed(0, "  %.0f a second"), decor.AverageETA(decor.ET_STYLE_GO, decor.WC{W: 8}), decor.Name(" left")),
				mpb.BarRemoveOnComplete())
		}
		l.bar.SetCurrent(int64(seen))
		return
	}
	if time.Since(l.said) < quietEvery || seen == all {
		return
	}
	l.said = time.Now()
	rate := float64(seen) / time.Since(l.begun).Seconds()
	left := time.Duration(float64(all-seen) / rate * float64(time.Second)).Round(time.Second)
	switch {
	case l.json != nil:
		l.json.Info("progress", "seen", seen, "documents", all, "per_second", rate, "seconds_left", left.Seconds())
	case !l.quiet:
		l.line("%d of %d documents, %.0f a second, %s left", seen, all, rate, left)
	}
}

// stop removes the bar.
func (l *batchLog) stop() {
	if l.progress == nil {
		return
	}
	if l.bar != nil {
		l.bar.Abort(true)
	}
	l.progress.Wait()
	l.progress, l.out = nil, visibleWriter{w: os.Stderr}
}

// broken reports why a run could not continue. An interrupt at the same time must not
// hide it.
func (l *batchLog) broken(err error) error {
	if l.json == nil {
		l.line("%s", err)
	} else {
		l.json.Error("broken", "error", err.Error())
	}
	return &statusError{status: statusFailed}
}

// end reports the outcome of the run.
func (l *batchLog) end(out string, t *batch.Tally, took time.Duration, fail *failOn) {
	if l.json != nil {
		l.json.Info("end", "documents", t.Documents, "with_records", t.WithRecords, "empty", t.Empty, "failed", t.Failed, "doubts", t.Doubts,
			"unchanged", t.Unchanged, "failed_before", t.FailedBefore, "outdated", t.Outdated, "left", t.Left, "waiting", t.Waiting,
			"changed", t.Changed, "renamed", t.Renamed, "duplicates", t.Duplicates, "gone", t.Gone, "removed", t.Pruned+t.Removed,
			"seconds", took.Seconds(), "findings", fail.hit)
		return
	}
	if l.quiet && t.Failed == 0 {
		return
	}
	l.line("%s", batchLine(t, took, fail))
	if _, err := os.Stat(filepath.Join(batch.ListsFolder(out), batch.FailuresFile)); err == nil && t.Failed > 0 {
		l.line("%s lists what failed; pressoir status %s says more", filepath.Join(batch.ListsFolder(out), batch.FailuresFile), strings.TrimSuffix(out, "/"))
	}
}

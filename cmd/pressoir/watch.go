// pressoir watch: batches that run again and again, as a file of jobs says.

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
	_ "time/tzdata" // time zones, where the machine has none

	"github.com/spf13/cobra"

	"github.com/pressoir/pressoir/batch"
	"github.com/pressoir/pressoir/batch/jobs"
	"github.com/pressoir/pressoir/batch/sources"
)

const (
	// longestSleep is after how long the clock is looked at again: it may have been set.
	longestSleep = time.Minute
	// unsettledAgain is after how long a job runs again that left out files which were
	// being written.
	unsettledAgain = 10 * time.Second
	// overdueAfter is how late a job may be before --status calls it overdue: another one
	// may be at work.
	overdueAfter = 15 * time.Minute
)

func newWatch() *cobra.Command {
	var check, once, status, showSchema bool
	var only, logFormat string
	cmd := &cobra.Command{
		Use:   "watch JOBS.yaml",
		Short: "Run batches again and again, as a file of jobs says",
		Long: `Watch runs the jobs of a file, each a batch with a schedule, until it is stopped. Jobs
run one after the other; one that was missed is caught up once. A file is taken when it
is no longer being written. What is known of earlier runs is in JOBS.yaml.pressoir/; two
watchers of one file never run together.

SIGTERM and Ctrl-C finish the documents in hand; the exit status is 0.`,
		Example: `  pressoir watch jobs.yaml --check
  pressoir watch jobs.yaml
  pressoir watch jobs.yaml --once --job sites
  pressoir watch jobs.yaml --status`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 && !showSchema {
				return usagef("which file of jobs? watch takes one; see pressoir watch --help")
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.BoolVar(&check, "check", false, "say what is wrong with the file, else when each job is due, and run nothing")
	f.BoolVar(&once, "once", false, "run each job now, once, and end with the highest exit status")
	f.BoolVar(&status, "status", false, "say how the last run of each job went; status 1 if one is overdue")
	f.BoolVar(&showSchema, "schema", false, "print the JSON Schema of the file, for editors")
	f.StringVar(&only, "job", "", "with --once: this job alone")
	f.StringVar(&logFormat, "log-format", "text", "text, or json: one object per line, for a log collector")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if showSchema {
			_, err := cmd.OutOrStdout().Write(jobs.Schema())
			return err
		}
		w, err := newWatcher(args[0], logFormat)
		if err != nil {
			return err
		}
		if only != "" && (!once || w.file.Named(only) == nil) {
			return usagef("--job %s: it is for --once, and names a job of the file", only)
		}
		switch {
		case check, status:
			state, err := jobs.Load(w.path)
			if err != nil {
				return err
			}
			w.state = state
			return w.show(cmd, status, w.isRunning())
		case once:
			return w.lock(func() error { return w.once(cmd.Context(), only) })
		}
		return w.lock(func() error { return w.watch(cmd.Context()) })
	}
	return cmd
}

// A watcher runs the jobs of a file.
type watcher struct {
	path  string // absolute
	file  *jobs.File
	state *jobs.State
	log   *batchLog
	form  string // of the log
	since time.Time
	again map[string]time.Time // when a job runs again that left something out
}

// newWatcher reads the file and goes to its folder, since paths are relative to it.
func newWatcher(name, logFormat string) (*watcher, error) {
	if logFormat != "text" && logFormat != "json" {
		return nil, usagef("--log-format %s: there are text and json", logFormat)
	}
	const maxFile = 2 << 20 // the parser refuses less, with a sentence
	data, err := sources.File(name).Read(maxFile)
	if err != nil {
		return nil, &statusError{statusUsage, err}
	}
	path, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	file, err := jobs.Parse(name, data)
	if err != nil {
		return nil, &statusError{statusUsage, err}
	}
	if err := os.Chdir(filepath.Dir(path)); err != nil {
		return nil, err
	}
	w := &watcher{path: path, file: file, log: newBatchLog(logFormat, false), form: logFormat, since: time.Now(), again: map[string]time.Time{}}
	for i := range file.Jobs {
		if _, err := w.flags(&file.Jobs[i]); err != nil {
			return nil, &statusError{statusUsage, fmt.Errorf("%s: job %s: %w", name, file.Jobs[i].Name, err)}
		}
	}
	return w, nil
}

// lock keeps other watchers away while f runs.
func (w *watcher) lock(f func() error) error {
	if err := os.MkdirAll(jobs.Folder(w.path), 0o755); err != nil {
		return sources.PlainError(jobs.Folder(w.path), err)
	}
	l, err := batch.Lock(filepath.Join(jobs.Folder(w.path), "lock"))
	if errors.Is(err, batch.ErrLocked) {
		return fmt.Errorf("%s: another watch is running it", w.path)
	}
	if err != nil {
		return sources.PlainError(w.path, err)
	}
	defer l.Close()
	if w.state, err = jobs.Load(w.path); err != nil {
		return err
	}
	return f()
}

// once runs each job, or one, and returns the highest status.
func (w *watcher) once(ctx context.Context, only string) error {
	highest := statusDone
	for i := range w.file.Jobs {
		j := &w.file.Jobs[i]
		if only != "" && j.Name != only {
			continue
		}
		status, err := w.run(ctx, j)
		if err != nil {
			return err
		}
		highest = max(highest, status)
	}
	if highest != statusDone {
		return &statusError{status: highest}
	}
	return nil
}

// watch runs what is due until ctx ends.
func (w *watcher) watch(ctx context.Context) error {
	l := listen(w.file)
	defer l.close()
	if l.why != "" {
		w.log.notice("at_once does not hear of all folders (" + l.why + "); the schedule looks in any case")
	}
	first := true
	for {
		j, due := w.next(time.Now())
		if first || time.Until(due) > 0 {
			w.log.notice(fmt.Sprintf("next: %s, %s", j.Name, due.Format(time.DateTime)))
			first = false
		}
		for d := time.Until(due); d > 0; d = time.Until(due) {
			select {
			case <-ctx.Done():
				return errStopped
			case <-time.After(min(d, longestSleep)):
			case path := <-l.changed:
				w.soon(path)
			}
			if j, due = w.next(time.Now()); j == nil {
				return nil
			}
		}
		l.add(j)
		if _, err := w.run(ctx, j); ctx.Err() != nil {
			return errStopped
		} else if err != nil {
			return err
		}
	}
}

// next returns the job that is due first, of several at the same time the one that waits
// longest.
func (w *watcher) next(now time.Time) (job *jobs.Job, due time.Time) {
	for i := range w.file.Jobs {
		j := &w.file.Jobs[i]
		last := w.state.Of(j.Name).Started
		at := j.Next(last, w.since, now)
		if again, ok := w.again[j.Name]; ok && again.Before(at) {
			at = again
		}
		if job == nil || at.Before(due) || at.Equal(due) && last.Before(w.state.Of(job.Name).Started) {
			job, due = j, at
		}
	}
	return job, due
}

// run runs a job and notes how it went. Its error is that of the state, or of ctx.
func (w *watcher) run(ctx context.Context, j *jobs.Job) (status int, err error) {
	ran := w.state.Of(j.Name)
	ran.Started, ran.Finished = time.Now(), time.Time{}
	if err := w.state.Save(); err != nil {
		return statusFailed, err
	}
	delete(w.again, j.Name)
	w.log.notice("job " + j.Name)
	r := w.batch(ctx, j)
	if ctx.Err() != nil {
		ran.Started = ran.LastSuccess // it is due again at the next start
		return statusInterrupted, errors.Join(ctx.Err(), w.state.Save())
	}
	if r.unsettled > 0 {
		w.again[j.Name] = time.Now().Add(unsettledAgain)
	}
	ran.Finished, ran.Status, ran.Line = time.Now(), r.status, r.line
	if r.status == statusDone {
		ran.LastSuccess = ran.Finished
	}
	w.hooks(ctx, j, &r)
	return r.status, w.state.Save()
}

// isRunning reports whether a watcher is at work on the file.
func (w *watcher) isRunning() bool {
	path := filepath.Join(jobs.Folder(w.path), "lock")
	if _, err := os.Stat(path); err != nil {
		return false
	}
	l, err := batch.Lock(path)
	if err == nil {
		l.Close()
	}
	return errors.Is(err, batch.ErrLocked)
}

// show says of each job when it is due and, with status, how its last run went. running
// says that a watcher is at work.
func (w *watcher) show(cmd *cobra.Command, status, running bool) error {
	now := time.Now()
	out := visibleWriter{w: cmd.OutOrStdout()}
	overdue := false
	for i := range w.file.Jobs {
		j := &w.file.Jobs[i]
		ran := w.state.Of(j.Name)
		due := j.Next(ran.Started, now, now)
		when := "due " + due.Format(time.DateTime)
		if !due.After(now) {
			when = "due now"
		}
		if !status {
			fmt.Fprintf(out, "%s: %s\n", j.Name, when)
			continue
		}
		switch {
		case ran.Started.IsZero():
			fmt.Fprintf(out, "%s: has not run; %s\n", j.Name, when)
		case ran.Finished.IsZero() && !running:
			fmt.Fprintf(out, "%s: killed in the run of %s; the next one goes on\n", j.Name, ran.Started.Format(time.DateTime))
		case ran.Finished.IsZero():
			fmt.Fprintf(out, "%s: running since %s\n", j.Name, ran.Started.Format(time.DateTime))
		default:
			fmt.Fprintf(out, "%s: %s, status %d: %s; %s\n", j.Name, ran.Finished.Format(time.DateTime), ran.Status, ran.Line, when)
			if ran.Status == statusSome || ran.Status == statusFailed {
				fmt.Fprintf(out, "  pressoir status %s says which and why\n", filepath.Join(filepath.Dir(w.path), j.Output))
			}
			if ran.Status != statusDone && !ran.LastSuccess.IsZero() {
				fmt.Fprintf(out, "  last run without a failure: %s\n", ran.LastSuccess.Format(time.DateTime))
			}
		}
		// What Next gives is never before now: the time after the last run says more.
		if atWork := ran.Finished.IsZero() && running; !atWork && !ran.Started.IsZero() && now.Sub(j.Next(ran.Started, ran.Started, ran.Started)) > overdueAfter {
			fmt.Fprintln(out, "  overdue; pressoir watch is running: "+map[bool]string{true: "yes", false: "no"}[running])
			overdue = true
		}
	}
	if overdue {
		return &statusError{status: statusFailed}
	}
	return nil
}

// jobFlags are what the flags of batch would be.
type jobFlags struct {
	batch *batchFlags
	read  *reading
	in    *inputs
}

// flags makes the flags of a job. Its error says what is wrong with the job.
func (w *watcher) flags(j *jobs.Job) (*jobFlags, error) {
	f := &jobFlags{
		batch: &batchFlags{
			out: j.Output, formats: j.Formats, table: j.Table, dialect: j.Dialect, prov: j.Provenance, jobs: j.Parallel,
			prune: j.Prune, logFormat: w.form, merge: j.Merge, partitionBy: j.PartitionBy, family: j.Family, key: j.Key,
		},
		read: &reading{maxInput: defaultMaxInput, timeout: defaultTimeout, skip: j.Skip, profile: profileFlag{names: j.Profiles}},
		in:   &inputs{feeds: j.Feeds, allowPrivate: j.AllowPrivate, refresh: j.Refresh.Duration(), delay: j.Delay.Duration()},
	}
	if len(j.Formats) == 0 {
		f.batch.formats = []string{"csv"}
	}
	if j.Timeout != "" {
		f.read.timeout = j.Timeout.Duration()
	}
	if j.MaxInput != "" {
		if err := f.read.maxInput.Set(j.MaxInput); err != nil {
			return nil, fmt.Errorf("max_input %s: %w", j.MaxInput, err)
		}
	}
	if err := f.read.prepare(); err != nil {
		return nil, err
	}
	if _, err := f.batch.config(f.read); err != nil {
		return nil, err
	}
	if _, err := f.batch.mergeOptions(len(j.Formats) > 0, f.read); err != nil {
		return nil, err
	}
	for _, p := range j.Listings {
		if err := f.in.addPage(p.URL, p.Links); err != nil {
			return nil, err
		}
	}
	return f, f.in.checkAddresses()
}

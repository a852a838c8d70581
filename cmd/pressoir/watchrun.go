// One run of a job: its batch, and the commands that hear of it.

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"time"

	"github.com/pressoir/pressoir/batch"
	"github.com/pressoir/pressoir/batch/jobs"
	"github.com/pressoir/pressoir/batch/sources"
)

// hookTimeout is the longest time for a command of on_new or on_failure.
const hookTimeout = 10 * time.Minute

// A jobRun is what came of a run.
type jobRun struct {
	status    int
	line      string
	tally     batch.Tally
	unsettled int // files left out since they are being written
	failures  []failure
}

// batch does the batch of a job.
func (w *watcher) batch(ctx context.Context, j *jobs.Job) (r jobRun) {
	err := w.try(ctx, j, &r)
	var s *statusError
	switch {
	case err == nil:
		r.status = statusDone
	case errors.As(err, &s):
		r.status = s.status
	default:
		r.status = statusFailed
	}
	switch {
	case s != nil && s.err == nil || err == nil:
		t := &r.tally
		r.line = fmt.Sprintf("%s: %d done, %d failed, %d unchanged, %d failed before", plural(t.Documents, "document"), t.WithRecords+t.Empty, t.Failed, t.Unchanged, t.FailedBefore)
	case ctx.Err() == nil:
		r.line = err.Error()
		w.log.line("job %s: %s", j.Name, err)
	}
	return r
}

func (w *watcher) try(ctx context.Context, j *jobs.Job, r *jobRun) error {
	f, err := w.flags(j)
	if err != nil {
		return err
	}
	cfg, err := f.batch.prepare(ctx, j.Inputs, f.read, f.in, len(j.Formats) > 0)
	if err != nil {
		return err
	}
	defer func() { cfg.Set.Close() }()
	if cfg.Set.HasRecent() {
		before := cfg.Set
		defer before.Close()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(sources.SettleTime):
		}
		if cfg, err = f.batch.prepare(ctx, j.Inputs, f.read, f.in, len(j.Formats) > 0); err != nil {
			cfg.Set = before
			return err
		}
		r.unsettled = cfg.Set.DropUnsettled(before)
	}
	r.tally, err = f.batch.run(ctx, cfg, &failOn{})
	r.failures = f.batch.failures
	return err
}

// hooks runs the commands that want to hear of a run. What they print is on standard
// error; that they fail is said, and no more.
func (w *watcher) hooks(ctx context.Context, j *jobs.Job, r *jobRun) {
	if r.tally.WithRecords+r.tally.Empty > 0 {
		w.hook(ctx, "on_new", j.OnNew, j, r)
	}
	if r.status != statusDone && r.status != statusFindings {
		w.hook(ctx, "on_failure", j.OnFailure, j, r)
	}
}

func (w *watcher) hook(ctx context.Context, name string, argv []string, j *jobs.Job, r *jobRun) {
	if len(argv) == 0 {
		return
	}
	t := &r.tally
	summary, err := json.Marshal(map[string]any{
		"job": j.Name, "output": j.Output, "status": r.status, "line": r.line, "documents": t.Documents, "done": t.WithRecords + t.Empty,
		"with_records": t.WithRecords, "empty": t.Empty, "failed": t.Failed, "failed_before": t.FailedBefore, "unchanged": t.Unchanged,
		"changed": t.Changed, "doubts": t.Doubts, "gone": t.Gone, "failures": append([]failure{}, r.failures...),
	})
	if err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, hookTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.WaitDelay = time.Second // what it leaves running must not hold us
	cmd.Stdin = bytes.NewReader(append(summary, '\n'))
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	cmd.Env = append(os.Environ(), "PRESSOIR_JOB="+j.Name, "PRESSOIR_OUTPUT="+j.Output, "PRESSOIR_STATUS="+strconv.Itoa(r.status),
		"PRESSOIR_DONE="+strconv.Itoa(t.WithRecords+t.Empty), "PRESSOIR_FAILED="+strconv.Itoa(t.Failed))
	if err := cmd.Run(); err != nil {
		w.log.line("job %s: %s: %s: %s", j.Name, name, argv[0], err)
	}
}

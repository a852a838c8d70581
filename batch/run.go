// This file runs a batch: it decides on documents, works on them and commits them.

package batch

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/batch/worker"
	"github.com/pressoir/pressoir/output"
)

const (
	// inHandBytes is how many bytes of documents are in hand at the same time: one
	// larger than that is worked on alone.
	inHandBytes = 256 << 20
	// commitDocuments and commitEvery say when the ledger is written: a transaction
	// waits for the disk, and what is not committed is done again after a crash.
	commitDocuments = 64
	commitEvery     = 200 * time.Millisecond
)

// Run works on all documents that are new or changed. At the end of ctx it finishes the
// documents in hand and returns the error of ctx; all that was done is kept. Other
// errors are those of the machine: a full disk, a folder that cannot be written. A
// document that fails is counted in the Tally.
func Run(ctx context.Context, cfg Config) (Tally, error) {
	r := &run{cfg: cfg, tally: Tally{Documents: len(cfg.Set.Sources)}}
	var err error
	if r.options, err = cfg.optionsHash(); err != nil {
		return r.tally, err
	}
	if r.isNothing() {
		return r.tally, nil
	}
	if err := r.open(); err != nil {
		return r.tally, err
	}
	defer r.close()
	err = r.work(ctx)
	if err == nil || errors.Is(err, ctx.Err()) {
		err = errors.Join(err, r.finish(ctx))
	}
	return r.tally, ledger.Plain(r.folder.ledger(), err)
}

// A run is one call of Run.
type run struct {
	cfg     Config
	options string // hash
	folder  *folder
	ledger  ledger.Ledger
	pool    *worker.Pool

	id int64 // in the ledger, 0 until something changes
	// left counts by extension the outputs of formats that this run does not make.
	left  map[string]int
	tally Tally
	seen  int
}

func (r *run) open() (err error) {
	if r.folder, err = openFolder(r.cfg.Out, r.cfg.isFile()); err != nil {
		return err
	}
	if r.ledger, err = ledger.Open(r.folder.ledger(), false); err != nil {
		return errors.Join(err, r.folder.close())
	}
	if err := r.folder.begin(r.ledger); err != nil {
		r.close()
		return err
	}
	timeout := r.cfg.Timeout
	if timeout == 0 {
		timeout = -1
	}
	r.pool = worker.NewPool(worker.Config{
		Workers: r.cfg.jobs(), Timeout: timeout, Memory: r.cfg.Memory, CacheDir: r.cfg.CacheDir,
		Preparing: r.cfg.Preparing, Work: &r.cfg.Work,
	})
	return nil
}

func (r *run) close() {
	if r.pool != nil {
		r.pool.Close()
	}
	_ = r.ledger.Close() // everything is committed
	_ = r.folder.close()
}

// An outcome is the result of looking at one document.
type outcome struct {
	kind   outcomeKind
	change *ledger.Change // nil where the ledger stays as it is
	done   *worker.Done
	cause  cause
	back   bool // it was gone
}

type outcomeKind int

const (
	worked outcomeKind = iota
	unchanged
	failedBefore
	outdated
	left
	refused // its outputs would replace another document's
	waiting // the run was interrupted
)

// work looks at each document. Several are in hand at the same time: while the
// workers are busy with some, others are read, compared and written.
func (r *run) work(ctx context.Context) error {
	inner, stop := context.WithCancel(context.WithoutCancel(ctx)) // the end of ctx finishes what is in hand
	defer stop()
	group, inner := errgroup.WithContext(inner)
	next := make(chan *sources.Source)
	outcomes := make(chan outcome, commitDocuments)
	unsent := 0
	group.Go(func() error {
		defer close(next)
		for i, src := range r.cfg.Set.Sources {
			select {
			case next <- src:
			case <-ctx.Done():
				unsent = len(r.cfg.Set.Sources) - i
				return nil
			case <-inner.Done():
				return nil
			}
			if ctx.Err() != nil {
				unsent = len(r.cfg.Set.Sources) - i - 1
				return nil
			}
		}
		return nil
	})
	memory := semaphore.NewWeighted(inHandBytes)
	var hands sync.WaitGroup
	for range 2 * r.cfg.jobs() {
		hands.Add(1)
		group.Go(func() error {
			defer hands.Done()
			for src := range next {
				o, err := r.one(inner, src, memory)
				switch {
				case err != nil && ctx.Err() != nil && errors.Is(err, worker.ErrStart):
					// The signal that ends the run reached a worker that was starting.
					o = outcome{kind: waiting}
				case err != nil:
					return err
				}
				outcomes <- o
			}
			return nil
		})
	}
	committed := make(chan error, 1)
	go func() { committed <- r.commitAll(outcomes, stop) }()
	go func() {
		hands.Wait()
		close(outcomes)
	}()
	err := group.Wait()
	if e := <-committed; e != nil {
		return e
	}
	if err != nil {
		return err
	}
	if r.tally.Waiting += unsent; r.tally.Waiting > 0 {
		return ctx.Err()
	}
	return nil
}

// one looks at one document and works on it if it must. Its error ends the run.
func (r *run) one(ctx context.Context, src *sources.Source, memory *semaphore.Weighted) (outcome, error) {
	d, err := r.look(src)
	if err != nil || d.kind != worked && d.kind != refused {
		return outcome{kind: d.kind, change: d.touch, back: d.prev != nil && d.prev.GoneIn != 0}, err
	}
	weight := min(max(src.Size, 1), inHandBytes)
	if err := memory.Acquire(ctx, weight); err != nil {
		return outcome{}, err
	}
	defer memory.Release(weight)
	done := r.read(d)
	if errors.Is(d.fail, context.Canceled) { // a page that was being fetched
		return outcome{kind: waiting}, nil
	}
	if done {
		return outcome{kind: d.kind, change: d.touch, back: d.prev != nil && d.prev.GoneIn != 0}, nil
	}
	begun := time.Now()
	change, result, err := r.do(ctx, d)
	if err != nil {
		return outcome{}, err
	}
	if d.kind == refused { // the ledger keeps the other document
		return outcome{kind: refused, change: change}, nil
	}
	change.Entry.Finished = time.Now()
	change.Entry.Seconds = time.Since(begun).Seconds()
	return outcome{kind: worked, change: change, done: result, cause: d.cause}, nil
}

// commitAll writes outcomes to the ledger, some at a time, until there are no more.
// At an error it calls stop and drops what comes: those documents are done again.
func (r *run) commitAll(outcomes <-chan outcome, stop func()) (err error) {
	var group []outcome
	tick := time.NewTicker(commitEvery)
	defer tick.Stop()
	flush := func() {
		if err == nil {
			if err = r.commit(group); err != nil {
				stop()
			}
		}
		group = group[:0]
	}
	for {
		select {
		case o, ok := <-outcomes:
			if !ok {
				flush()
				return err
			}
			if group = append(group, o); len(group) == commitDocuments {
				flush()
			}
		case <-tick.C:
			flush()
		}
	}
}

// commit writes some outcomes in one transaction, then reports them.
func (r *run) commit(group []outcome) error {
	var changes []ledger.Change
	for _, o := range group {
		if o.change == nil || o.kind == refused {
			continue
		}
		switch {
		case o.kind == worked:
			if err := r.begin(); err != nil {
				return err
			}
			o.change.Entry.Run = r.id
		case o.back:
			if err := r.outdate(); err != nil {
				return err
			}
		}
		changes = append(changes, *o.change)
	}
	if len(changes) > 0 {
		if err := r.ledger.Commit(changes); err != nil {
			return fmt.Errorf("%s: %w", r.folder.ledger(), err)
		}
	}
	for _, o := range group {
		r.count(&o)
	}
	return nil
}

// begin makes this run one of the ledger, once it changes something.
func (r *run) begin() error {
	if r.id != 0 {
		return nil
	}
	called := r.cfg.Called
	called.Started, called.Version = time.Now(), r.cfg.Version
	if err := r.ledger.Begin(&called); err != nil {
		return fmt.Errorf("%s: %w", r.folder.ledger(), err)
	}
	r.id = called.ID
	return r.outdate()
}

// outdate notes that the lists and the data set have to be made again.
func (r *run) outdate() error {
	for _, note := range []struct{ key, value string }{{listsNote, "old"}, {mergedNote, ""}} {
		if err := r.ledger.Note(note.key, note.value); err != nil {
			return fmt.Errorf("%s: %w", r.folder.ledger(), err)
		}
	}
	return nil
}

// count adds an outcome to the tally and reports it.
func (r *run) count(o *outcome) {
	t := &r.tally
	r.seen++
	ev := Event{Seen: r.seen, All: t.Documents}
	switch o.kind {
	case unchanged:
		t.Unchanged++
	case failedBefore:
		t.FailedBefore++
	case outdated:
		t.Outdated++
	case left:
		t.Left++
	case waiting:
		t.Waiting++
	case worked, refused:
		e := &o.change.Entry
		r.countLeft(o.change.Drop)
		ev.Entry, ev.Done, ev.Text = e, o.done, e.Error
		if o.cause == changedBytes {
			t.Changed++
		}
		switch {
		case e.Status == ledger.Failed:
			t.Failed++
		case e.Records > 0:
			t.WithRecords++
		default:
			t.Empty++
		}
		if e.Status == ledger.Done {
			t.Doubts += e.Doubts
		}
	}
	if r.cfg.Event != nil {
		r.cfg.Event(ev)
	}
}

// countLeft counts the outputs that are dropped since their format is not asked for now.
func (r *run) countLeft(drop []string) {
	for _, name := range drop {
		ext := path.Ext(name)
		if !slices.ContainsFunc(output.Formats(), func(f output.Format) bool {
			return f.Extensions[0] == ext && slices.Contains(r.cfg.Work.Formats, f.Name)
		}) {
			if r.left == nil {
				r.left = map[string]int{}
			}
			r.left[ext]++
		}
	}
}

// sayLeft says that outputs go because their format is not asked for any more.
func (r *run) sayLeft() {
	for _, ext := range slices.Sorted(maps.Keys(r.left)) {
		r.tally.Removed += r.left[ext]
		r.warn(fmt.Sprintf("%s: outputs removed in a format that this call does not make: %d %s; name all formats in one --format, or give each a folder of its own",
			r.cfg.Out, r.left[ext], ext))
	}
}

// warn says something that those hear, too, who want to hear little.
func (r *run) warn(text string) {
	if r.cfg.Event != nil {
		r.cfg.Event(Event{Text: text, Warn: true, Seen: r.seen, All: r.tally.Documents})
	}
}

func (r *run) notice(format string, args ...any) {
	if r.cfg.Event != nil {
		r.cfg.Event(Event{Text: fmt.Sprintf(format, args...), Seen: r.seen, All: r.tally.Documents})
	}
}

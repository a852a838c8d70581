// What is committed is there, once, and the result of the run before is kept.

package ledger

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func open(t *testing.T, path string, readOnly bool) Ledger {
	t.Helper()
	l, err := Open(path, readOnly)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestLedger(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a #?%20b", "ledger.db")
	if _, err := Open(path, false); err == nil {
		t.Error("a ledger where there is no folder")
	}
	path = filepath.Join(t.TempDir(), "#?%20b.db")
	if _, err := Open(path, true); err == nil {
		t.Error("a ledger that is only read was made")
	}
	l := open(t, path, false)
	if r, err := l.LastRun(); r != nil || err != nil {
		t.Errorf("%v, %v before the first run", r, err)
	}
	now := time.UnixMilli(1_700_000_000_000)
	run := Run{Started: now, Version: "v1", Folder: "/f", Inputs: []string{"in"}, List: "-"}
	must(t, l.Begin(&run))
	a := Entry{
		Path: "a.md", Source: "in/a.md", Place: "/f/in/a.md", SHA256: "1", Size: 2, Stamp: "s", Options: "o", Version: "v1",
		Status: Done, Outputs: []string{"a.md.csv", "a\xff.json"}, OutputsOf: "1", Records: 3, New: 2, Doubts: 1, Seconds: .5, Finished: now, Run: run.ID,
	}
	b := Entry{Path: "b.md", Source: "in/b.md", SHA256: "1", Status: Failed, Error: "broken", Run: run.ID}
	must(t, l.Commit([]Change{{Entry: b}, {Entry: a, Result: []byte("r1")}}))
	must(t, l.End(run.ID, now))

	got, err := l.Get("a.md")
	must(t, err)
	if diff := cmp.Diff(&a, got); diff != "" {
		t.Error(diff)
	}
	if got, err := l.Get("c.md"); got != nil || err != nil {
		t.Errorf("%v, %v", got, err)
	}
	if same, err := l.WithBytes("1"); err != nil || len(same) != 2 || same[0].Path != "a.md" {
		t.Errorf("%v, %v", same, err)
	}

	// The next run; an output is no longer made.
	must(t, l.Begin(&run))
	if run.ID != 2 {
		t.Errorf("run %d", run.ID)
	}
	a.Run, a.Outputs = run.ID, []string{"a.md.csv"}
	must(t, l.Commit([]Change{{Entry: a, Result: []byte("r2"), Drop: []string{"a\xff.json"}}}))
	must(t, l.Commit([]Change{{Entry: a, Result: []byte("r3")}}))
	if r, err := l.Results("a.md"); err != nil || string(r.Now) != "r3" || string(r.Before) != "r1" || r.Run != 2 {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := l.Results("b.md"); r != nil || err != nil {
		t.Errorf("%v, %v of a document that failed", r, err)
	}
	if last, err := l.LastRun(); err != nil || last.ID != 2 || !last.Finished.IsZero() || last.Inputs[0] != "in" {
		t.Errorf("%+v, %v", last, err)
	}
	left := func(want ...string) {
		t.Helper()
		got, err := l.Leftovers()
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
	}
	left("a\xff.json")
	a.Outputs = []string{"a.md.csv", "a\xff.json"} // made again
	must(t, l.Commit([]Change{{Entry: a}}))
	left()
	must(t, l.Remove([]string{"a.md", "b.md"}))
	left("a.md.csv", "a\xff.json")
	must(t, l.Cleared([]string{"a.md.csv"}))
	left("a\xff.json")

	must(t, l.Note("k", "v"))
	other := open(t, path, true) // while the first is in use
	if v, err := other.Noted("k"); v != "v" || err != nil {
		t.Errorf("%q, %v", v, err)
	}
	n := 0
	must(t, other.Each(func(*Entry) error { n++; return nil }))
	if n != 0 {
		t.Errorf("%d documents after all were removed", n)
	}
	if err := other.Note("k", "w"); err == nil {
		t.Error("a ledger that is only read was written")
	}
}

func BenchmarkCommit(b *testing.B) {
	l, err := Open(filepath.Join(b.TempDir(), "l.db"), false)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	changes := make([]Change, 64)
	n := 0
	for b.Loop() {
		for i := range changes {
			n++
			p := time.Duration(n).String()
			changes[i] = Change{Entry: Entry{Path: p, Source: p, SHA256: p, Status: Done, Outputs: []string{p + ".csv"}, Run: 1}, Result: make([]byte, 2000)}
		}
		if err := l.Commit(changes); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n), "µs/document")
}

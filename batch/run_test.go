// Runs over real documents with real workers: this test program is the worker, too.

package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/merge"
	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/batch/worker"
)

// runEnv makes this program a run over the folder in, into the folder out.
const runEnv = "PRESSOIR_TEST_RUN"

// formatsEnv is the formats of such a run.
const formatsEnv = "PRESSOIR_TEST_FORMATS"

// merging, in the place of formats, makes it a run into one data set of many files.
const merging = "merged"

func TestMain(m *testing.M) {
	switch {
	case len(os.Args) == 2 && os.Args[1] == worker.Argument:
		if err := worker.Main(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case os.Getenv(runEnv) != "":
		// Names as given are part of the outputs, so they are given from the folder.
		cfg := config("in", "out")
		cfg.Work.Formats = strings.Split(os.Getenv(formatsEnv), ",")
		if os.Getenv(formatsEnv) == merging {
			cfg.Work.Formats, cfg.Merge = nil, &merge.Options{Format: "csv", PartitionBy: []string{"commune", "document_title"}}
		}
		cfg.Prune = true
		if _, err := Run(context.Background(), cfg); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	default:
		os.Exit(m.Run())
	}
}

// config is a run over the folder in, which must have no trouble.
func config(in, out string) Config {
	set, err := sources.Find([]string{in}, sources.Options{Extensions: []string{".md", ".html", ".txt", ".pdf"}})
	if err != nil {
		panic(err)
	}
	return Config{
		Set: set, Out: out, Work: worker.Work{Formats: []string{"csv", "json"}},
		MaxInput: 16 << 20, Timeout: 2 * time.Minute, Jobs: 2, Version: "v1",
	}
}

// documents fills a folder with n releases of several kinds, some with two tables, some
// without any, one of each fifty empty.
func documents(t testing.TB, in string, n int) {
	t.Helper()
	for i := range n {
		var b strings.Builder
		name := fmt.Sprintf("%d/release-%03d", i%7, i)
		switch {
		case i%50 == 49:
			name += ".md"
		case i%4 == 0:
			name += ".html"
			fmt.Fprintf(&b, "<html><body><h1>Liste %d</h1><p>Les sites retenus :</p><table><tr><th>Commune</th><th>Montant</th></tr>", i)
			for k := range 3 + i%5 {
				fmt.Fprintf(&b, "<tr><td>Albi</td><td>%d €</td></tr>", 100*i+k)
			}
			b.WriteString("</table></body></html>")
		case i%4 == 1:
			name += ".txt"
			fmt.Fprintf(&b, "Communiqué %d\n\nRien à lister ce mois-ci.\n", i)
		default:
			name += ".md"
			fmt.Fprintf(&b, "# Lieux %d\n\n| Commune | Nom |\n|---|---|\n", i)
			for k := range 2 + i%9 {
				fmt.Fprintf(&b, "| Lens | Maison %d-%d |\n", i, k)
			}
			if i%3 == 0 {
				fmt.Fprintf(&b, "\n## Horaires\n\n| Jour | Heure |\n|---|---|\n| lundi | %d h |\n", i%24)
			}
		}
		write(t, filepath.Join(in, name), b.String())
	}
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// tree returns the files below a folder but for the ledger.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == stateFolder:
			return filepath.SkipDir
		case d.IsDir():
			return nil
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func mustRun(t testing.TB, cfg Config) Tally {
	t.Helper()
	tally, err := Run(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return tally
}

// sameTree holds two folders of outputs to be the same.
func sameTree(t testing.TB, want, got map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("other files (- undisturbed):\n%.2000s", diff)
	}
}

func TestWorkersMakeNoDifference(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	documents(t, in, 60)
	var want map[string]string
	for _, jobs := range []int{1, 2, 4} {
		cfg := config(in, filepath.Join(dir, fmt.Sprint("out", jobs)))
		cfg.Jobs = jobs
		if tally := mustRun(t, cfg); tally.Failed != 1 || tally.WithRecords+tally.Empty != 59 {
			t.Errorf("%+v", tally)
		}
		got := tree(t, cfg.Out)
		if want == nil {
			want = got
		}
		sameTree(t, want, got)
	}
	if len(want) < 59*2+2 {
		t.Errorf("%d files", len(want))
	}
}

// A ledger is a matter of what is in the documents, not of their times.
func TestOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	documents(t, in, 10)
	mustRun(t, config(in, out))
	once := tree(t, out)
	old := time.Now().Add(-time.Hour)
	one := filepath.Join(in, "2/release-002.md")
	if err := os.Chtimes(one, old, old); err != nil {
		t.Fatal(err)
	}
	if tally := mustRun(t, config(in, out)); tally.Unchanged != 10 {
		t.Errorf("%+v: touched is not changed", tally)
	}
	// Now the stamp is known. A change that keeps size and time is still seen.
	if tally := mustRun(t, config(in, out)); tally.Unchanged != 10 {
		t.Errorf("%+v", tally)
	}
	text, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	write(t, one, strings.Replace(string(text), "Maison", "Maille", 1))
	if err := os.Chtimes(one, old, old); err != nil {
		t.Fatal(err)
	}
	if tally := mustRun(t, config(in, out)); tally.Unchanged != 9 || tally.Changed != 1 {
		t.Errorf("%+v: the change is not seen", tally)
	}
	write(t, one, string(text))
	mustRun(t, config(in, out))
	sameTree(t, once, tree(t, out))

	newer := config(in, out)
	newer.Version = "v2"
	if tally := mustRun(t, newer); tally.Outdated != 10 {
		t.Errorf("%+v with another version", tally)
	}
	newer.Outdated = true
	if tally := mustRun(t, newer); tally.WithRecords+tally.Empty != 10 {
		t.Errorf("%+v with --outdated", tally)
	}
	skip := config(in, out)
	skip.Version, skip.Work.Skip = "v2", []string{"carry"}
	if tally := mustRun(t, skip); tally.WithRecords+tally.Empty != 10 {
		t.Errorf("%+v with other options", tally)
	}
}

// The end of the context finishes what is in hand; the next run does the rest.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	const all = 5 * commitDocuments
	documents(t, in, all)
	mustRun(t, config(in, filepath.Join(dir, "whole")))
	cfg := config(in, filepath.Join(dir, "out"))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	cfg.Event = func(Event) { cancel() } // at the first commit
	cfg.Jobs = 1
	tally, err := Run(ctx, cfg)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("%v", err)
	}
	done := tally.WithRecords + tally.Empty + tally.Failed
	if done == 0 || done+tally.Waiting != all {
		t.Errorf("%+v", tally)
	}
	if n := strings.Count(tree(t, cfg.Out)[ManifestFile], "\n"); n != done {
		t.Errorf("the manifest has %d documents, %d were done", n, done)
	}
	mustRun(t, config(in, cfg.Out))
	sameTree(t, tree(t, filepath.Join(dir, "whole")), tree(t, cfg.Out))
}

func TestTwoRunsAtOnce(t *testing.T) {
	dir := t.TempDir()
	f, err := openFolder(filepath.Join(dir, "out"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	documents(t, filepath.Join(dir, "in"), 2)
	if _, err := Run(context.Background(), config(filepath.Join(dir, "in"), f.path)); err == nil || !strings.Contains(err.Error(), "another run is writing there") {
		t.Errorf("%v while another run is there", err)
	}
}

// Limits are the document's: one that takes too much time or memory costs itself.
func TestLimits(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	documents(t, in, 5)
	var big bytes.Buffer
	big.WriteString("| Commune | Nom |\n|---|---|\n")
	for i := range 100_000 {
		fmt.Fprintf(&big, "| Lens | Maison %d |\n", i)
	}
	write(t, filepath.Join(in, "big.md"), big.String())
	cfg := config(in, out)
	cfg.Memory = 60 << 20
	tally := mustRun(t, cfg)
	failures := tree(t, out)[FailuresFile]
	if tally.Failed != 1 || !strings.Contains(failures, "memory") || strings.Count(failures, "\n") != 1 {
		t.Errorf("%+v: %s", tally, failures)
	}
	cfg = config(in, out)
	cfg.Retry = true
	if tally := mustRun(t, cfg); tally.WithRecords != 1 || tally.Unchanged != 5 {
		t.Errorf("%+v with more memory", tally)
	}
	cfg = config(in, filepath.Join(dir, "late"))
	cfg.Timeout = time.Nanosecond
	if tally := mustRun(t, cfg); tally.Failed != 6 {
		t.Errorf("%+v without any time", tally)
	}
}

// A run names what it finds gone, once, and not all of many.
func TestGoneIsSaidOnce(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	for i := range maxGone + 5 {
		write(t, filepath.Join(in, fmt.Sprintf("%d.md", i)), fmt.Sprintf("| Commune | Nom |\n|---|---|\n| Lens | %d |\n", i))
	}
	mustRun(t, config(in, out))
	if err := os.RemoveAll(in); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(in, 0o755); err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{maxGone + 1, 0} {
		var said []string
		cfg := config(in, out)
		cfg.Event = func(e Event) { said = append(said, e.Text) }
		if tally := mustRun(t, cfg); tally.Gone != maxGone+5 || len(said) != want {
			t.Errorf("run %d: %+v, %q", i, tally, said)
		}
	}
	cfg := config(in, out)
	cfg.Prune = true
	if tally := mustRun(t, cfg); tally.Pruned != 2*(maxGone+5) || len(tree(t, out)) != 2 {
		t.Errorf("%+v, %d files are left", tally, len(tree(t, out)))
	}
}

// What a killed run left in the ledger to remove is removed by the next.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	documents(t, in, 3)
	mustRun(t, config(in, out))
	l, err := ledger.Open(LedgerPath(out), false)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(out, "0/old.csv"), "old")
	write(t, filepath.Join(out, stateFolder, "tmp", "7"), "half")
	if err := l.Commit([]ledger.Change{{Entry: ledger.Entry{Path: "0/old", Place: "-", Status: ledger.Done}, Drop: []string{"0/old.csv"}}}); err != nil {
		t.Fatal(err)
	}
	l.Close()
	mustRun(t, config(in, out))
	for _, name := range []string{"0/old.csv", stateFolder + "/tmp/7"} {
		if _, err := os.Stat(filepath.Join(out, name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there", name)
		}
	}
}

// A second run over unchanged documents, and a first one for comparison.
func BenchmarkUnchanged(b *testing.B) {
	dir := b.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	documents(b, in, 2000)
	begun := time.Now()
	mustRun(b, config(in, out))
	b.Logf("the first run: %.1f s", time.Since(begun).Seconds())
	time.Sleep(4 * time.Second) // the files' times settle
	mustRun(b, config(in, out))
	for b.Loop() {
		if tally := mustRun(b, config(in, out)); tally.Unchanged != 1960 {
			b.Fatalf("%+v", tally)
		}
	}
}

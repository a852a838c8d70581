// One data set of all documents: what is in it, when it is made again, and what a crash
// leaves.

package batch

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/merge"
)

func mergeConfig(in, out, format string) Config {
	cfg := config(in, out)
	cfg.Work.Formats = nil
	cfg.Merge = &merge.Options{Format: format}
	return cfg
}

// readFile returns a file, "" if it is not there.
func readFile(path string) string {
	data, _ := os.ReadFile(path)
	return string(data)
}

func TestDataSet(t *testing.T) {
	t.Chdir(t.TempDir())
	documents(t, "in", 20)
	said := ""
	cfg := mergeConfig("in", "all.csv", "csv")
	run := func() Tally {
		t.Helper()
		cfg.Set, said = config("in", "").Set, ""
		cfg.Event = func(e Event) { said += e.Text + "\n" }
		return mustRun(t, cfg)
	}
	if tally := run(); tally.WithRecords != 15 {
		t.Errorf("%+v", tally)
	}
	once := readFile("all.csv")
	if !strings.HasPrefix(once, "source,document_date,document_title,document_issuer,table,row,row_key,doubts,") || !strings.Contains(said, " rows of 15 documents, ") {
		t.Errorf("%s%.300s", said, once)
	}
	for _, name := range []string{"ledger.db", ManifestFile, FailuresFile} {
		if _, err := os.Stat(filepath.Join("all.csv.pressoir", name)); err != nil {
			t.Error(err)
		}
	}
	// Nothing changes: the file is left as it is. It is made again where it is gone.
	before, _ := os.Stat("all.csv")
	run()
	if after, _ := os.Stat("all.csv"); !os.SameFile(before, after) {
		t.Error("made again, and nothing had changed")
	}
	if err := os.Remove("all.csv"); err != nil {
		t.Fatal(err)
	}
	if tally := run(); tally.Unchanged != 20 || readFile("all.csv") != once {
		t.Errorf("%+v: other rows", tally)
	}
	// Other options of the data set do not have the documents done again.
	cfg.Merge.Format = "jsonl"
	if tally := run(); tally.Unchanged != 20 || !strings.HasPrefix(readFile("all.csv"), `{"source":"in/`) {
		t.Errorf("%+v: %.100s", tally, readFile("all.csv"))
	}
	cfg.Merge.Format = "csv"
	// A document that is renamed, and one that is there twice, count once.
	name := "in/2/release-002.md"
	write(t, "in/copy.md", readFile(name))
	if err := os.Rename(name, "in/2/renamed.md"); err != nil {
		t.Fatal(err)
	}
	run()
	if n := strings.Count(readFile("all.csv"), "\n"); n != strings.Count(once, "\n") || !strings.Contains(said, "left out, since they have the bytes of another: 2") {
		t.Errorf("%d lines, %d before; %s", n, strings.Count(once, "\n"), said)
	}
	// One that is gone stays until it is pruned.
	os.Remove("in/copy.md")
	os.Remove("in/2/renamed.md")
	run()
	if n := strings.Count(readFile("all.csv"), "\n"); n != strings.Count(once, "\n") {
		t.Errorf("%d lines after a document went", n)
	}
	cfg.Prune = true
	run()
	if strings.Contains(readFile("all.csv"), "copy.md") || strings.Contains(readFile("all.csv"), "release-002") {
		t.Error("rows of a document that was pruned")
	}
	if s, err := StatusOf("all.csv", "v1", nil); err != nil || s.Documents != 19 {
		t.Errorf("%+v, %v", s, err)
	}
}

// A database has the documents, their claims and their findings beside the rows.
func TestDatabase(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "in/a.md", "# Trois lieux\n\nLa région retient trois lieux :\n\n| Commune | Nom |\n|---|---|\n| Lens | A |\n| Albi | B |\n")
	write(t, "in/b.md", "Une phrase, et rien de plus.\n")
	mustRun(t, mergeConfig("in", "all.db", "sqlite"))
	db, err := sql.Open("sqlite", "all.db")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for query, want := range map[string]string{
		"select count(*) || ' ' || max(doubts) from records":                                       "2 claim-mismatch",
		"select group_concat(source || ' ' || records, ', ') from documents":                       "in/a.md 2, in/b.md 0",
		"select source || ' ' || announced || ' ' || found from claims where verdict = 'mismatch'": "in/a.md 3 2",
		"select code from findings where source = 'in/b.md'":                                       "no-records",
		"pragma integrity_check": "ok",
	} {
		var got string
		if err := db.QueryRow(query).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %q, %v", query, got, err)
		}
	}
}

// An interrupt in the middle leaves the data set as it was; the next run makes it.
func TestDataSetInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	documents(t, "in", 20)
	mustRun(t, mergeConfig("in", "all.csv", "csv"))
	once := readFile("all.csv")
	write(t, "in/new.md", "| Commune | Nom |\n|---|---|\n| Lens | Neu |\n")
	ctx, cancel := context.WithCancel(t.Context())
	cfg := mergeConfig("in", "all.csv", "csv")
	cfg.Event = func(e Event) {
		if e.Entry != nil { // the last document is done
			cancel()
		}
	}
	if _, err := Run(ctx, cfg); err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if readFile("all.csv") != once {
		t.Error("made again in spite of the interrupt")
	}
	mustRun(t, mergeConfig("in", "all.csv", "csv"))
	if !strings.Contains(readFile("all.csv"), "Neu") {
		t.Error("not made by the next run")
	}
}

// A file that no batch wrote is not replaced.
func TestForeignDataSet(t *testing.T) {
	t.Chdir(t.TempDir())
	documents(t, "in", 3)
	write(t, "all.csv", "mine\n")
	for range 2 {
		if _, err := Run(t.Context(), mergeConfig("in", "all.csv", "csv")); err == nil || !strings.Contains(err.Error(), "all.csv: exists, and no batch wrote it") {
			t.Errorf("%v", err)
		}
	}
	if readFile("all.csv") != "mine\n" {
		t.Error("replaced")
	}
	cfg := mergeConfig("in", "all.csv", "csv")
	cfg.Force = true
	mustRun(t, cfg)
	if readFile("all.csv") == "mine\n" {
		t.Error("not replaced with --force")
	}
}

// Partitions that no row is in any more go, even where a run was killed between two files.
func TestPartitionsGo(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "in/a.md", "| Commune | Nom |\n|---|---|\n| Lens | A |\n| Albi | B |\n")
	cfg := mergeConfig("in", "all", "csv")
	cfg.Merge.PartitionBy = []string{"commune"}
	mustRun(t, cfg)
	files := tree(t, "all")
	if len(files) != 4 || !strings.Contains(files["commune=Albi/rows.csv"], ",B") {
		t.Errorf("%v", files)
	}
	l, err := ledger.Open(LedgerPath("all"), false)
	if err != nil {
		t.Fatal(err)
	}
	// As it is after a kill: a file that is noted, and perhaps there.
	write(t, "all/commune=Brest/rows.csv", "half")
	if err := l.Note(partsNote, "commune=Albi/rows.csv\ncommune=Brest/rows.csv\ncommune=Lens/rows.csv\ncommune=Nice/rows.csv"); err != nil {
		t.Fatal(err)
	}
	l.Close()
	write(t, "in/a.md", "| Commune | Nom |\n|---|---|\n| Lens | A |\n")
	mustRun(t, cfg)
	files = tree(t, "all")
	if len(files) != 3 || files["commune=Lens/rows.csv"] == "" {
		t.Errorf("%v", files)
	}
	if _, err := os.Stat("all/commune=Albi"); err == nil {
		t.Error("an empty folder is left")
	}
}

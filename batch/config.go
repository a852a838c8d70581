// This file has the configuration of a run and what it reports.

package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"runtime"
	"time"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/merge"
	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/batch/worker"
	"github.com/pressoir/pressoir/extract/document"
)

// A Config says what to do.
type Config struct {
	Set *sources.Set
	Out string // the folder of outputs, or the file of the data set
	// Merge, if not nil, makes one data set of all documents, and no outputs of each: in
	// the file Out or, with partitions, in the folder Out.
	Merge *merge.Options

	Read     document.Options
	Work     worker.Work
	MaxInput int64         // bytes of the largest document
	Timeout  time.Duration // for one document; less than 0 is for ever
	Memory   uint64        // bytes a worker may hold; 0 is worker's own limit
	CacheDir string        // of the PDF engine
	Jobs     int           // documents worked on at the same time; 0 is one a core
	Version  string        // of the program

	Force    bool      // do all documents again
	Outdated bool      // do those again that another version did
	Retry    bool      // do those again that failed
	Since    time.Time // leave files that were last changed before; zero leaves none
	Prune    bool      // remove the outputs of documents that are no longer there

	// Called is how the run was called, for status: folder and inputs.
	Called ledger.Run
	// Event, if not nil, is told what happens, one call at a time.
	Event func(Event)
	// Preparing, if not nil, is called before the PDF engine is compiled.
	Preparing func()
}

// An Event is one thing that happened.
type Event struct {
	Entry *ledger.Entry // of a document that was worked on; nil for a notice
	Done  *worker.Done  // what came of it, without the bytes; nil where it failed
	// Text is a sentence: why a document failed, or a notice.
	Text string
	Warn bool // the notice is for those, too, who want to hear of failures alone
	// Of documents that were looked at, and how many there are.
	Seen, All int
}

// A Tally counts the outcomes of a run.
type Tally struct {
	Documents int // found
	// What this run did.
	WithRecords, Empty, Failed, Doubts int
	// What it left as it was: done before; failed before; done by another version;
	// last changed before Config.Since.
	Unchanged, FailedBefore, Outdated, Left int
	// Documents whose bytes are others than before; that have the bytes of one that is
	// gone; that have the bytes of another; that are gone.
	Changed, Renamed, Duplicates, Gone int
	Pruned                             int // outputs of documents that are gone, removed
	Removed                            int // outputs of formats that are no longer asked for, removed
	Waiting                            int // not looked at: the run was interrupted
}

// optionsHash hashes everything that the outputs depend on besides the bytes of the
// document and the version. The password is left out: it only decides whether the
// document can be read.
func (c *Config) optionsHash() (string, error) {
	b, err := json.Marshal(struct {
		Format string
		Pages  []document.Range
		Second bool
		Work   worker.Work
	}{c.Read.Format, c.Read.Pages, c.Read.SecondReader, c.Work})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8]), nil
}

// isFile reports whether Out is a file.
func (c *Config) isFile() bool { return c.Merge != nil && len(c.Merge.PartitionBy) == 0 }

// OwnFolder is the folder that only batches write, and where no documents are looked for.
func (c *Config) OwnFolder() string {
	if c.isFile() {
		return stateOf(c.Out, true)
	}
	return c.Out
}

// CachePath is where pages of the web are kept.
func (c *Config) CachePath() string { return filepath.Join(stateOf(c.Out, c.isFile()), "web") }

func (c *Config) jobs() int {
	if c.Jobs > 0 {
		return c.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

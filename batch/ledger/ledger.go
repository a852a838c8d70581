// This file is what a ledger holds and what is asked of it.

package ledger

import "time"

// What became of a document.
const (
	Done   = "done"
	Failed = "failed"
)

// An Entry is what is known of one document.
type Entry struct {
	Path   string // what its outputs are named after: the key
	Source string // its name when it was last worked on
	Place  string // the file, or archive and member, as an absolute path

	SHA256 string // of its bytes; "" where they could not be read
	Size   int64
	Stamp  string // what the file system said of the file, "" if it does not say enough

	Options string // hash of all that decides about the outputs besides the bytes
	Version string // of the program

	Status  string
	Error   string
	Outputs []string // below the folder of outputs, sorted
	// OutputsOf is the SHA256 of the bytes that Outputs were made of: another one
	// where the document has changed and failed since.
	OutputsOf string

	Records, New, Doubts int

	Seconds  float64
	Finished time.Time
	Run      int64 // that worked on it last
	GoneIn   int64 // run that found it gone, 0 while it is there
}

// A Change is one document's part of a Commit.
type Change struct {
	Entry  Entry
	Result []byte   // packed; nil leaves that of before
	Drop   []string // outputs to remove: no longer made
}

// Results are what a document gave, packed.
type Results struct {
	Now    []byte
	Before []byte // in an earlier run; nil if there is none
	Run    int64  // that Now is of
}

// A Run is one call that changed something.
type Run struct {
	ID                int64
	Started, Finished time.Time // Finished is zero while it runs, and where it was killed
	Version           string
	Folder            string   // where it was called
	Inputs            []string // as given
	List              string   // of --files-from
}

// A Ledger is safe for concurrent use. Each method that writes is one transaction.
type Ledger interface {
	// Get returns nil for a document that is not known.
	Get(path string) (*Entry, error)
	// WithBytes returns the documents that had these bytes.
	WithBytes(sha256 string) ([]Entry, error)
	// Each calls f for every document, in the order of their sources.
	Each(f func(*Entry) error) error
	// Results returns what a document gave; nil for one that has never been done.
	Results(path string) (*Results, error)

	Begin(run *Run) error // sets its ID
	End(id int64, at time.Time) error
	LastRun() (*Run, error) // nil before the first

	Commit(changes []Change) error
	// Remove forgets documents; their outputs become leftovers.
	Remove(paths []string) error
	// Leftovers are outputs that are no longer made and may still be there; Cleared
	// says that they are gone.
	Leftovers() ([]string, error)
	Cleared(paths []string) error

	// Note and Noted keep a word of the batch's own.
	Note(key, value string) error
	Noted(key string) (string, error)

	Close() error
}

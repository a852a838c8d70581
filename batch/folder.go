// This file is the folder of outputs: its lock, its ledger's place, and files that
// appear whole.

package batch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/sources"
)

// stateFolder is where a folder of outputs has the ledger. It is hidden, so that
// neither we nor others take it for documents or outputs.
const stateFolder = ".pressoir"

// LedgerPath is where the ledger of a folder of outputs is, or of a data set in a file.
func LedgerPath(out string) string { return filepath.Join(statePath(out), "ledger.db") }

// statePath is where the ledger of out and what belongs to it are: all.csv.pressoir
// beside the data set all.csv, .pressoir in a folder.
func statePath(out string) string {
	beside := stateOf(out, true)
	if info, err := os.Stat(beside); err == nil && info.IsDir() {
		return beside
	}
	return stateOf(out, false)
}

// stateOf is where the ledger of a folder, or of a file, has to be.
func stateOf(out string, isFile bool) string {
	if isFile {
		return filepath.Clean(out) + stateFolder
	}
	return filepath.Join(out, stateFolder)
}

// ListsFolder is where the lists of documents of out are.
func ListsFolder(out string) string {
	if state := statePath(out); filepath.Base(state) != stateFolder {
		return state
	}
	return out
}

// Words that a batch notes in its ledger.
const (
	foreignNote = "foreign" // "yes": the folder had files of others before the first run
	listsNote   = "lists"   // "old": manifest.jsonl and failures.jsonl have to be written
	mergedNote  = "merged"  // hash of the options that the data set was made with; "" if it has to be made
	partsNote   = "parts"   // files of the data set, a name a line; more than there are after a crash
)

type folder struct {
	path    string // what outputs and lists are below
	state   string // of the ledger
	tmp     string
	lock    *os.File
	foreign bool

	mu   sync.Mutex
	made map[string]bool // folders that are there
	n    int             // of temporary files
}

// ErrNoLedger is for a folder that no batch has written.
var ErrNoLedger = errors.New("no batch has written there")

// OpenLedger opens the ledger of a folder of outputs for reading; a run may be writing
// there.
func OpenLedger(out string) (ledger.Ledger, error) {
	path := LedgerPath(out)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", out, ErrNoLedger)
	}
	return ledger.Open(path, true)
}

// openFolder makes the folder of outputs if need be, and locks it: two runs at once would
// remove each other's files. For a data set in a file it is the folder beside the file,
// which has the lists, too.
func openFolder(out string, isFile bool) (*folder, error) {
	path, state := out, stateOf(out, isFile)
	if isFile {
		path = state
	}
	f := &folder{path: path, state: state, made: map[string]bool{}}
	f.tmp = filepath.Join(state, "tmp")
	old, err := os.ReadDir(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, sources.PlainError(path, err)
	}
	_, err = os.Stat(filepath.Join(state, "lock"))
	f.foreign = len(old) > 0 && errors.Is(err, fs.ErrNotExist)
	if err := os.MkdirAll(f.tmp, 0o755); err != nil {
		return nil, sources.PlainError(path, err)
	}
	if f.lock, err = lockFile(filepath.Join(state, "lock")); err != nil {
		if errors.Is(err, errLocked) {
			return nil, fmt.Errorf("%s: another run is writing there", out)
		}
		return nil, sources.PlainError(path, err)
	}
	return f, nil
}

func (f *folder) ledger() string { return filepath.Join(f.state, "ledger.db") }

func (f *folder) close() error { return f.lock.Close() }

// ErrLocked is for what another process holds.
var ErrLocked = errLocked

// Lock locks a file, which is made if need be, until it is closed or the process ends.
func Lock(path string) (io.Closer, error) { return lockFile(path) }

// begin removes the files of a run that was killed.
func (f *folder) begin(l ledger.Ledger) error {
	names, err := os.ReadDir(f.tmp)
	if err != nil {
		return sources.PlainError(f.tmp, err)
	}
	for _, e := range names {
		_ = os.Remove(filepath.Join(f.tmp, e.Name()))
	}
	if f.foreign {
		if err := l.Note(foreignNote, "yes"); err != nil {
			return fmt.Errorf("%s: %w", f.ledger(), err)
		}
	} else if v, err := l.Noted(foreignNote); err != nil {
		return fmt.Errorf("%s: %w", f.ledger(), err)
	} else if v == "yes" {
		f.foreign = true
	}
	return nil
}

// has reports whether outputs are there.
func (f *folder) has(outputs []string) bool {
	for _, name := range outputs {
		if _, err := os.Lstat(f.at(name)); err != nil {
			return false
		}
	}
	return true
}

func (f *folder) at(name string) string { return filepath.Join(f.path, filepath.FromSlash(name)) }

// mayReplace reports as an error that a file which no run wrote is there. One with
// the same bytes may be of a run that was killed before it told the ledger.
func (f *folder) mayReplace(name string, data []byte) error {
	if !f.foreign {
		return nil
	}
	there, err := os.ReadFile(f.at(name))
	if errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(there, data) {
		return nil
	}
	return replaces(f.at(name))
}

// write makes a file appear whole.
func (f *folder) write(name string, data []byte) error {
	path := f.at(name)
	if err := f.ensure(filepath.Dir(path)); err != nil {
		return machine(path, err)
	}
	f.mu.Lock()
	f.n++
	tmp := filepath.Join(f.tmp, fmt.Sprint(f.n))
	f.mu.Unlock()
	if err := writeSynced(tmp, data); err != nil {
		_ = os.Remove(tmp)
		return machine(path, err)
	}
	if err := os.Rename(tmp, path); err != nil {
		_ = os.Remove(tmp)
		return machine(path, err)
	}
	return nil
}

// writeSynced writes a file to the disk: the ledger must not know of bytes that a
// power cut takes away.
func writeSynced(path string, data []byte) error {
	w, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return errors.Join(err, w.Close())
	}
	if err := w.Sync(); err != nil {
		return errors.Join(err, w.Close())
	}
	return w.Close()
}

func (f *folder) ensure(dir string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.made[dir] {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f.made[dir] = true
	return nil
}

// remove removes outputs and the folders that become empty.
func (f *folder) remove(outputs []string) error {
	for _, name := range outputs {
		path := f.at(name)
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return machine(path, err)
		}
		for dir := filepath.Dir(path); len(dir) > len(f.path) && strings.HasPrefix(dir, f.path); dir = filepath.Dir(dir) {
			if os.Remove(dir) != nil {
				break // it holds something
			}
		}
	}
	return nil
}

// machine separates errors of the machine from those of a name: a name that is too long
// or taken by a folder fails its document, a full disk ends the run.
func machine(path string, err error) error {
	for _, e := range []error{syscall.ENAMETOOLONG, syscall.EISDIR, syscall.ENOTDIR, syscall.EINVAL, syscall.EEXIST, syscall.ENOTEMPTY} {
		if errors.Is(err, e) {
			return sources.PlainError(path, err)
		}
	}
	return &brokenError{sources.PlainError(path, err)}
}

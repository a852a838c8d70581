// This file decides whether a document has to be done again, by its bytes and the
// options.

package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/sources"
)

// A cause says why a document is worked on.
type cause int

const (
	newDocument cause = iota
	changedBytes
	again // options, version, --force, --retry, an output that is missing
)

// A decision is what is known of a document before it is worked on.
type decision struct {
	src   *sources.Source
	place string
	prev  *ledger.Entry // nil for a new document

	kind  outcomeKind
	cause cause
	touch *ledger.Change // what else the ledger should know of it

	data   []byte
	sha256 string
	stamp  string
	fail   error // why it cannot be worked on
}

// look decides by the size and times of the file, without reading it.
func (r *run) look(src *sources.Source) (*decision, error) {
	d := &decision{src: src, place: placeOf(src), stamp: src.Stamp()}
	var err error
	if d.prev, err = r.ledger.Get(src.Path); err != nil {
		return nil, fmt.Errorf("%s: %w", r.folder.ledger(), err)
	}
	if !r.cfg.Since.IsZero() && src.Info != nil && src.Info.ModTime().Before(r.cfg.Since) {
		d.kind = left
		return d, nil
	}
	if p := d.prev; p != nil && p.Place != d.place && isThere(p.Place) {
		d.fail = fmt.Errorf("%s: its outputs would replace those of %s; give another folder with -o", src.Name, p.Place)
		d.prev, d.kind = nil, refused
		return d, nil
	}
	if d.prev != nil && d.stamp != "" && d.stamp == d.prev.Stamp && d.place == d.prev.Place {
		d.sha256 = d.prev.SHA256
		r.decide(d)
	}
	return d, nil
}

// read reads the document and decides by its bytes; done says that there is nothing
// to do.
func (r *run) read(d *decision) (done bool) {
	if d.fail != nil {
		return false
	}
	d.data, d.fail = d.src.Read(r.cfg.MaxInput)
	if d.fail != nil {
		d.sha256, d.stamp = "", ""
		// What could not be read before, for the same reason, has failed once.
		if p := d.prev; p != nil && p.SHA256 == "" && p.Status == ledger.Failed && p.Error == d.fail.Error() && !r.cfg.Retry && !r.cfg.Force {
			d.kind = failedBefore
			return true
		}
		return false
	}
	sum := sha256.Sum256(d.data)
	d.sha256 = hex.EncodeToString(sum[:])
	r.decide(d)
	return d.kind != worked
}

// decide compares with what the ledger has.
func (r *run) decide(d *decision) {
	p := d.prev
	d.kind = worked
	switch {
	case p == nil:
		d.cause = newDocument
		return
	case p.SHA256 != d.sha256:
		d.cause = changedBytes
		return
	}
	d.cause = again
	switch {
	case r.cfg.Force, p.SHA256 == "", p.Options != r.options:
		return
	case p.Version != r.cfg.Version && r.cfg.Outdated:
		return
	case p.Status == ledger.Failed:
		if r.cfg.Retry {
			return
		}
		d.kind = failedBefore
	case !r.folder.has(p.Outputs):
		return
	case p.Version != r.cfg.Version:
		d.kind = outdated
	default:
		d.kind = unchanged
	}
	if p.Stamp != d.stamp || p.Place != d.place || p.GoneIn != 0 {
		e := *p
		e.Stamp, e.Place, e.GoneIn = d.stamp, d.place, 0
		d.touch = &ledger.Change{Entry: e}
	}
}

// isNothing reports whether none of the inputs is there and no run has been, and counts
// the inputs as failed: a mistake in typing makes no folder of outputs.
func (r *run) isNothing() bool {
	if len(r.cfg.Set.Sources) == 0 {
		return false
	}
	if _, err := os.Stat(LedgerPath(r.cfg.Out)); err == nil {
		return false
	}
	for _, src := range r.cfg.Set.Sources {
		if src.IsThere() {
			return false
		}
	}
	for _, src := range r.cfg.Set.Sources {
		_, err := src.Read(r.cfg.MaxInput)
		if err == nil { // it came this moment
			return false
		}
		r.count(&outcome{kind: refused, change: &ledger.Change{Entry: ledger.Entry{Source: src.Name, Status: ledger.Failed, Error: err.Error()}}})
	}
	return true
}

// placeOf returns the absolute path of a document.
func placeOf(src *sources.Source) string {
	if src.Name == sources.Stdin || src.IsAddress() {
		return src.Name
	}
	abs, err := filepath.Abs(src.Name)
	if err != nil {
		return src.Name
	}
	return abs
}

// isThere reports whether a file is there, or an archive that may have it.
func isThere(place string) bool {
	if isAddress(place) {
		return true
	}
	if _, err := os.Lstat(place); err == nil {
		return true
	}
	return archiveOf(place) != ""
}

func isAddress(place string) bool { return (&sources.Source{Name: place}).IsAddress() }

// archiveOf returns the archive that a place is in, "" if none is there.
func archiveOf(place string) string {
	for dir := filepath.Dir(place); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil {
			if info.Mode().IsRegular() {
				return dir
			}
			return ""
		}
	}
	return ""
}

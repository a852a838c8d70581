// This file ends a run: it finds documents that are gone, removes outputs, and writes
// the two lists.

package batch

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/sources"
)

// The lists beside the outputs, a JSON object a document.
const (
	ManifestFile = "manifest.jsonl"
	FailuresFile = "failures.jsonl"
)

// A Listed is a document in a list. It has no times: the lists of the same
// documents are the same, whenever and in however many runs they were made.
type Listed struct {
	Source  string   `json:"source"`
	SHA256  string   `json:"sha256"`
	Outputs []string `json:"outputs"`
	Records int      `json:"records"`
	New     int      `json:"new"`
	Doubts  int      `json:"doubts"`
	Status  string   `json:"status"` // done, failed; gone where the document is no longer there
	Error   string   `json:"error,omitempty"`
	// OutputsOf is the sha256 of the bytes that outputs, records, new and doubts are
	// of, where it is another: the document changed, and has failed since.
	OutputsOf string `json:"outputs_of,omitempty"`
	// DuplicateOf is the first document with the same bytes.
	DuplicateOf string `json:"duplicate_of,omitempty"`
	// SourceBytes and OutputsBytes are the names in base64, where one is not UTF-8 and
	// so cannot be a string of JSON.
	SourceBytes  []byte   `json:"source_bytes,omitempty"`
	OutputsBytes [][]byte `json:"outputs_bytes,omitempty"`
}

// finish ends the run. The end of ctx leaves the data set for the next one.
func (r *run) finish(ctx context.Context) error {
	if err := r.findGone(); err != nil {
		return err
	}
	left, err := r.ledger.Leftovers()
	if err != nil {
		return err
	}
	r.sayLeft()
	if len(left) > 0 {
		if err := r.folder.remove(left); err != nil {
			return err
		}
		if err := r.ledger.Cleared(left); err != nil {
			return err
		}
	}
	if err := r.writeLists(); err != nil {
		return err
	}
	if r.cfg.Merge != nil && ctx.Err() == nil {
		if err := r.merge(ctx); err != nil {
			return err
		}
	}
	if r.id != 0 {
		return r.ledger.End(r.id, time.Now())
	}
	return nil
}

// findGone looks for documents that are no longer there, and whether one with the
// same bytes is new.
func (r *run) findGone() error {
	here := make(map[string]bool, len(r.cfg.Set.Sources))
	for _, src := range r.cfg.Set.Sources {
		here[src.Path] = true
	}
	var gone []ledger.Change
	var known []ledger.Entry
	var mended []string
	err := r.ledger.Each(func(e *ledger.Entry) error {
		switch {
		case here[e.Path]:
			return nil
		case r.isMended(e):
			mended = append(mended, e.Path)
			return nil
		case !r.isGone(e):
			return nil
		}
		known = append(known, *e)
		if e.GoneIn == 0 {
			gone = append(gone, ledger.Change{Entry: *e})
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(mended)+len(gone) > 0 {
		if err := r.begin(); err != nil {
			return err
		}
		if err := r.ledger.Remove(mended); err != nil {
			return err
		}
		for i := range gone {
			gone[i].Entry.GoneIn = r.id
		}
		if err := r.ledger.Commit(gone); err != nil {
			return err
		}
	}
	r.tally.Gone = len(known)
	if err := r.sayAllGone(known); err != nil {
		return err
	}
	if !r.cfg.Prune || len(known) == 0 {
		return nil
	}
	if err := r.begin(); err != nil {
		return err
	}
	paths := make([]string, len(known))
	for i := range known {
		paths[i] = known[i].Path
		r.tally.Pruned += len(known[i].Outputs)
	}
	return r.ledger.Remove(paths)
}

// maxGone is the largest number of gone documents that a run names; status names all.
const maxGone = 20

// sayAllGone names the documents that this run found gone or removes; what was gone
// before and stays is only counted.
func (r *run) sayAllGone(known []ledger.Entry) error {
	said, more := 0, 0
	for i := range known {
		e := &known[i]
		if e.GoneIn != 0 && !r.cfg.Prune {
			continue
		}
		text, err := r.goneText(e)
		if err != nil {
			return err
		}
		if said++; said > maxGone {
			more++
			continue
		}
		r.notice("%s", text)
	}
	if more > 0 {
		r.notice("and %d more are no longer there", more)
	}
	return nil
}

// goneText says that a document is gone, or has another name now. It counts the latter.
func (r *run) goneText(e *ledger.Entry) (string, error) {
	same, err := r.ledger.WithBytes(e.SHA256)
	if err != nil {
		return "", err
	}
	kept := "; its outputs are kept, --prune removes them"
	if r.cfg.Prune {
		kept = "; its outputs are removed"
	}
	if len(e.Outputs) == 0 {
		kept = ""
	}
	for i := range same {
		if s := &same[i]; e.SHA256 != "" && s.Path != e.Path && s.GoneIn == 0 && s.Run == r.id && r.id != 0 {
			r.tally.Renamed++
			return fmt.Sprintf("%s is now %s%s", e.Source, s.Source, kept), nil
		}
	}
	return fmt.Sprintf("%s is no longer there%s", e.Source, kept), nil
}

// isMended reports whether an entry is of a folder or an archive that could not be
// opened before, and now could: it was no document.
func (r *run) isMended(e *ledger.Entry) bool {
	if e.SHA256 != "" || e.Status != ledger.Failed || len(e.Outputs) > 0 {
		return false
	}
	info, err := os.Stat(e.Place)
	return r.cfg.Set.Archives[e.Place] || err == nil && info.IsDir()
}

// isGone reports whether a document that was not found now is no longer there. One
// that was not asked for is not gone.
func (r *run) isGone(e *ledger.Entry) bool {
	if e.Place == sources.Stdin || isAddress(e.Place) { // a feed forgets what a folder keeps
		return false
	}
	if _, err := os.Lstat(e.Place); err == nil {
		return false
	}
	if archive := archiveOf(e.Place); archive != "" {
		return r.cfg.Set.Archives[archive]
	}
	return true
}

// writeLists writes manifest.jsonl and failures.jsonl, unless nothing has changed.
func (r *run) writeLists() error {
	state, err := r.ledger.Noted(listsNote)
	if err != nil {
		return err
	}
	duplicates := 0
	if state == "new" && r.folder.has([]string{ManifestFile, FailuresFile}) {
		return nil
	}
	first, err := firstWithBytes(r.ledger)
	if err != nil {
		return err
	}
	manifest, err := r.newList(ManifestFile)
	if err != nil {
		return err
	}
	defer manifest.drop()
	failures, err := r.newList(FailuresFile)
	if err != nil {
		return err
	}
	defer failures.drop()
	err = r.ledger.Each(func(e *ledger.Entry) error {
		d := listed(e)
		if f := first[e.SHA256]; f != "" && f != e.Source && e.GoneIn == 0 {
			d.DuplicateOf = f
			duplicates++
		}
		if d.Status == ledger.Failed {
			if err := failures.add(d); err != nil {
				return err
			}
		}
		return manifest.add(d)
	})
	if err == nil {
		err = errors.Join(manifest.end(), failures.end())
	}
	if err != nil {
		return err
	}
	r.tally.Duplicates = duplicates
	return r.ledger.Note(listsNote, "new")
}

// firstWithBytes gives the first source of those bytes that several have.
func firstWithBytes(l ledger.Ledger) (map[string]string, error) {
	first := map[string]string{}
	return first, l.Each(func(e *ledger.Entry) error {
		if _, ok := first[e.SHA256]; !ok && e.GoneIn == 0 && e.SHA256 != "" {
			first[e.SHA256] = e.Source
		}
		return nil
	})
}

func listed(e *ledger.Entry) *Listed {
	d := &Listed{
		Source: e.Source, SHA256: e.SHA256, Outputs: e.Outputs, Records: e.Records, New: e.New, Doubts: e.Doubts,
		Status: e.Status, Error: e.Error,
	}
	if d.Outputs == nil {
		d.Outputs = []string{}
	}
	if e.OutputsOf != e.SHA256 {
		d.OutputsOf = e.OutputsOf
	}
	if e.GoneIn != 0 {
		d.Status = "gone"
	}
	if !utf8.ValidString(e.Source) {
		d.SourceBytes = []byte(e.Source)
	}
	if !utf8.ValidString(strings.Join(e.Outputs, "")) {
		for _, name := range e.Outputs {
			d.OutputsBytes = append(d.OutputsBytes, []byte(name))
		}
	}
	return d
}

// A list is a file that is being written.
type list struct {
	path, tmp string
	f         *os.File
	w         *bufio.Writer
	enc       *json.Encoder
}

func (r *run) newList(name string) (*list, error) {
	l := &list{path: filepath.Join(r.folder.path, name), tmp: filepath.Join(r.folder.tmp, name)}
	var err error
	if l.f, err = os.Create(l.tmp); err != nil {
		return nil, machine(l.path, err)
	}
	l.w = bufio.NewWriter(l.f)
	l.enc = json.NewEncoder(l.w)
	l.enc.SetEscapeHTML(false)
	return l, nil
}

func (l *list) add(d *Listed) error {
	if err := l.enc.Encode(d); err != nil {
		return machine(l.path, err)
	}
	return nil
}

func (l *list) end() error {
	if err := errors.Join(l.w.Flush(), l.f.Sync(), l.f.Close()); err != nil {
		return machine(l.path, err)
	}
	if err := os.Rename(l.tmp, l.path); err != nil {
		return machine(l.path, err)
	}
	return nil
}

// drop removes the file if end has not put it in its place.
func (l *list) drop() {
	_ = l.f.Close()
	_ = os.Remove(l.tmp)
}

// This file finds the status of a folder of outputs.

package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/sources"
)

// A Status is the state of a folder of outputs.
type Status struct {
	Folder      string     `json:"folder"`
	Documents   int        `json:"documents"` // known, and waiting
	WithRecords int        `json:"with_records"`
	Empty       int        `json:"empty"`
	Failed      int        `json:"failed"`
	Waiting     int        `json:"waiting"`
	Outdated    int        `json:"outdated"`
	Gone        int        `json:"gone"`
	Records     int        `json:"records"`
	Doubts      int        `json:"doubts"`
	LastRun     *StatusRun `json:"last_run"`

	// What is not simply done, and why.
	Items []StatusItem `json:"items"`
}

// A StatusRun is the last run that changed something.
type StatusRun struct {
	Started time.Time `json:"started"`
	// Finished is nil while it runs, and where it was interrupted or killed.
	Finished *time.Time `json:"finished"`
	Version  string     `json:"version"`
	Inputs   []string   `json:"inputs"`
}

// A StatusItem is a document that is not simply done.
type StatusItem struct {
	Source string `json:"source"`
	State  string `json:"state"` // failed, waiting, outdated, gone
	Why    string `json:"why"`
	// Kept are outputs of other bytes than those that are there now.
	Kept []string `json:"kept,omitempty"`
}

// StatusOf returns the status of the folder out. version is that of the calling program.
// find, if not nil, finds the inputs of the last run again; those that are not done are
// waiting.
func StatusOf(out, version string, find func(*ledger.Run) (*sources.Set, error)) (_ *Status, err error) {
	defer func() { err = ledger.Plain(LedgerPath(out), err) }()
	l, err := OpenLedger(out)
	if err != nil {
		return nil, err
	}
	defer l.Close()
	s := &Status{Folder: out, Items: []StatusItem{}}
	run, err := l.LastRun()
	if err != nil {
		return nil, err
	}
	waiting := map[string]*sources.Source{} // by place
	if run != nil {
		s.LastRun = &StatusRun{Started: run.Started, Version: run.Version, Inputs: run.Inputs}
		if !run.Finished.IsZero() {
			s.LastRun.Finished = &run.Finished
		}
		if find != nil {
			set, err := find(run)
			if err != nil {
				return nil, err
			}
			defer set.Close()
			for _, src := range set.Sources {
				waiting[placeOf(src)] = src
			}
		}
	}
	err = l.Each(func(e *ledger.Entry) error {
		src := waiting[e.Place]
		delete(waiting, e.Place)
		s.add(e, version, src)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if run != nil && find != nil {
		s.addNew(waiting)
	}
	return s, nil
}

// add counts a document of the ledger. src is what is there now, nil if that is not
// known.
func (s *Status) add(e *ledger.Entry, version string, src *sources.Source) {
	item := func(state, why string) {
		s.Items = append(s.Items, StatusItem{Source: e.Source, State: state, Why: why})
	}
	s.Documents++
	if e.GoneIn != 0 {
		s.Gone++
		item("gone", "it is no longer there; --prune removes its outputs")
		return
	}
	s.Records += e.Records
	s.Doubts += e.Doubts
	if hasChanged(e, src) {
		s.Waiting++
		item("waiting", "it has changed since")
		return
	}
	switch {
	case e.Status == ledger.Failed:
		s.Failed++
		item("failed", e.Error)
		if e.OutputsOf != e.SHA256 && len(e.Outputs) > 0 {
			s.Items[len(s.Items)-1].Kept = e.Outputs
		}
		return
	case e.Records > 0:
		s.WithRecords++
	default:
		s.Empty++
	}
	if e.Version != version {
		s.Outdated++
		item("outdated", "done by "+e.Version+"; --outdated does it again")
	}
}

// hasChanged reports whether a document has other bytes than those that were worked on.
// It is read only where its size and time leave that open.
func hasChanged(e *ledger.Entry, src *sources.Source) bool {
	switch {
	case src == nil || src.Info == nil || e.SHA256 == "" || e.Stamp != "" && src.Stamp() == e.Stamp:
		return false
	case src.Size != e.Size:
		return true
	case !src.Info.ModTime().After(e.Finished):
		return false
	}
	data, err := src.Read(src.Size)
	sum := sha256.Sum256(data)
	return err != nil || hex.EncodeToString(sum[:]) != e.SHA256
}

// addNew counts what no run has looked at, in the order of their names.
func (s *Status) addNew(waiting map[string]*sources.Source) {
	var list []*sources.Source
	for _, src := range waiting {
		list = append(list, src)
	}
	for _, src := range sources.Sorted(list) {
		s.Documents++
		s.Waiting++
		s.Items = append(s.Items, StatusItem{Source: src.Name, State: "waiting", Why: "new"})
	}
}

// This file remembers the runs of jobs.

package jobs

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// State is what is known of the jobs of a file, by their names.
type State struct {
	Jobs map[string]*Ran `json:"jobs"`

	path string
}

// Ran is what is known of a job.
type Ran struct {
	Started     time.Time `json:"started"` // the last run
	Finished    time.Time `json:"finished,omitzero"`
	LastSuccess time.Time `json:"last_success,omitzero"` // the end of the last run without a failure
	Status      int       `json:"status"`                // exit status of the last run, as batch has it
	Line        string    `json:"line"`                  // what it said at its end
}

// Folder is where the state of a file of jobs is.
func Folder(file string) string { return filepath.Clean(file) + ".pressoir" }

// Load returns the state of a file of jobs. There need not be any.
func Load(file string) (*State, error) {
	s := &State{Jobs: map[string]*Ran{}, path: filepath.Join(Folder(file), "state.json")}
	text, err := os.ReadFile(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, nil
	case err != nil:
		return nil, err
	}
	if err := json.Unmarshal(text, s); err != nil {
		return nil, fmt.Errorf("%s: damaged (%w); remove it: each job then runs when it is due next", s.path, err)
	}
	if s.Jobs == nil {
		s.Jobs = map[string]*Ran{}
	}
	return s, nil
}

// Of returns what is known of a job, which can be changed and saved.
func (s *State) Of(name string) *Ran {
	r := s.Jobs[name]
	if r == nil {
		r = &Ran{}
		s.Jobs[name] = r
	}
	return r
}

// Save writes the state, whole or not at all.
func (s *State) Save() error {
	text, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return err
	}
	tmp := s.path + ".tmp"
	f, err := os.Create(tmp)
	if err != nil {
		return err
	}
	_, err = f.Write(append(text, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(tmp, s.path)
}

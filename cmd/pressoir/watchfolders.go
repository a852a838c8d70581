// Folders that tell of changes: a hint, beside the schedule that looks in any case.

package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/pressoir/pressoir/batch/jobs"
	"github.com/pressoir/pressoir/batch/sources"
)

// maxWatched is how many folders are listened to: systems allow some thousands.
const maxWatched = 4096

// A listener hears of changes in the folders of jobs that have at_once.
type listener struct {
	notify  *fsnotify.Watcher // nil if there is nothing to listen to, or it cannot be done
	changed chan string       // files
	why     string            // it hears not of all folders
	n       int               // of folders
}

func listen(file *jobs.File) *listener {
	l := &listener{changed: make(chan string, 100)}
	for i := range file.Jobs {
		j := &file.Jobs[i]
		if !j.AtOnce {
			continue
		}
		if l.notify == nil {
			var err error
			if l.notify, err = fsnotify.NewWatcher(); err != nil {
				l.why = err.Error()
				return l
			}
			go l.hear(l.notify.Events, l.notify.Errors)
		}
		l.add(j)
	}
	return l
}

// add listens to the folders of a job's inputs and to those below them, and may be called
// again: folders come.
func (l *listener) add(j *jobs.Job) {
	if l.notify == nil || !j.AtOnce {
		return
	}
	for _, in := range j.Inputs {
		root := in
		for sources.IsPattern(root) {
			root = filepath.Dir(root)
		}
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // the run says so
			case !d.IsDir():
				return nil
			case path != root && strings.HasPrefix(d.Name(), "."), isOutput(path, j):
				return filepath.SkipDir
			case l.n >= maxWatched:
				l.why = "too many folders"
				return filepath.SkipAll
			}
			if err := l.notify.Add(path); err != nil {
				l.why = err.Error()
			}
			l.n = len(l.notify.WatchList())
			return nil
		})
	}
}

// hear passes on which jobs' folders have changed.
func (l *listener) hear(events <-chan fsnotify.Event, errs <-chan error) {
	for {
		select {
		case e, ok := <-events:
			if !ok {
				return
			}
			if e.Op != fsnotify.Chmod && !sources.IsHidden(filepath.Base(e.Name)) {
				select {
				case l.changed <- e.Name:
				default: // one that waits already will do
				}
			}
		case _, ok := <-errs:
			if !ok {
				return
			}
		}
	}
}

func (l *listener) close() {
	if l.notify != nil {
		_ = l.notify.Close()
	}
}

// soon has the jobs run that read a file which has changed, once it may be whole.
func (w *watcher) soon(path string) {
	for i := range w.file.Jobs {
		j := &w.file.Jobs[i]
		if !j.AtOnce || isOutput(path, j) {
			continue
		}
		for _, in := range j.Inputs {
			for sources.IsPattern(in) {
				in = filepath.Dir(in)
			}
			if _, waits := w.again[j.Name]; !waits && isBelow(path, in) {
				w.again[j.Name] = time.Now().Add(sources.SettleTime)
			}
		}
	}
}

// isOutput reports whether a path is what the job writes: that must not make it run again.
func isOutput(path string, j *jobs.Job) bool {
	return isBelow(path, j.Output) || isBelow(path, filepath.Clean(j.Output)+".pressoir")
}

// isBelow reports whether a path is a folder or in it.
func isBelow(path, folder string) bool {
	path, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	if folder, err = filepath.Abs(folder); err != nil {
		return false
	}
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(os.PathSeparator))
}

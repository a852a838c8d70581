// This file leaves out files that are still being written.

package sources

import (
	"io/fs"
	"slices"
	"strings"
	"time"
)

// SettleTime is how long a file must stay the same before it is taken for whole: programs
// that copy or download write every second.
const SettleTime = 2 * time.Second

// A look is what the file system said of a file or an archive.
type look struct {
	size int64
	time time.Time
}

func lookAt(info fs.FileInfo) look { return look{info.Size(), info.ModTime()} }

// looks returns what was seen of all files and archives, by their names.
func (s *Set) looks() map[string]look {
	m := map[string]look{}
	for _, src := range s.Sources {
		if src.Info != nil {
			m[src.Name] = lookAt(src.Info)
		}
	}
	for name, info := range s.unpacked {
		m[name] = lookAt(info)
	}
	return m
}

// HasRecent reports whether a file changed so lately that it may be still being written.
func (s *Set) HasRecent() bool {
	for _, l := range s.looks() {
		if isRecent(l) {
			return true
		}
	}
	return false
}

// isRecent: a time to come is that of another machine's clock, and says nothing.
func isRecent(l look) bool { return time.Since(l.time) < SettleTime }

// DropUnsettled leaves out what is otherwise than it was in before, the same inputs found
// SettleTime ago. It returns how many documents it left out.
func (s *Set) DropUnsettled(before *Set) int {
	then := before.looks()
	unsettled := map[string]bool{}
	for name, l := range s.looks() {
		if was, ok := then[name]; !ok || was != l {
			unsettled[name] = true
		}
	}
	n := len(s.Sources)
	s.Sources = slices.DeleteFunc(s.Sources, func(src *Source) bool {
		for name := range unsettled {
			if src.Name == name || strings.HasPrefix(src.Name, name+"/") {
				return true
			}
		}
		return false
	})
	n -= len(s.Sources)
	if n > 0 {
		s.note("left for later, since they are being written: %d", n)
	}
	return n
}

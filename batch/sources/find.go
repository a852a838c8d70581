// This file goes over the arguments of a command line.

package sources

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/batch/web"
)

// Options say what to take.
type Options struct {
	// Extensions are those of documents, lower case, with the dot: what is taken
	// from folders and archives. A file that is named is always taken.
	Extensions []string
	// Leave is a folder that is not entered, such as that of the outputs; "" is none.
	Leave string
	// List holds more names, separated by NUL or by line ends; nil is none. Unlike
	// arguments they are never patterns.
	List io.Reader

	// Web fetches what is on the web, nil does not. Feeds and Listings name documents
	// there; the addresses in List are fetched, too.
	Web      *web.Client
	Feeds    []string
	Listings []Listing
}

// A Set is what was found.
type Set struct {
	Sources []*Source
	// Single says that one file was given and nothing else: what is written then has
	// the shape of one document.
	Single bool
	// Notes are sentences about what was left out, for people.
	Notes []string

	// Archives are the archives that were opened, by their absolute paths, and the feeds
	// and listing pages that could be read, by their addresses.
	Archives map[string]bool

	unpacked map[string]fs.FileInfo // of the archives, by their names

	opt     Options
	opened  bool // a folder, a pattern or an archive was given
	leave   fs.FileInfo
	seen    map[string]bool
	closers []io.Closer
}

// Find returns the documents that args name, in the order of args, those of one
// folder, pattern or archive sorted. Each file is taken once.
//
// A file's Path is the name as given, if that is relative and leads down, else
// its base name. Below a folder or a pattern it is the path below the folder, or
// below the part of the pattern before the first wildcard; in an archive it is that
// of the archive and then the member's. So it depends on the one argument alone.
//
// An error is of the list. What cannot be opened becomes a Source that cannot be
// read, so that it counts as a document that failed. Close the Set after reading.
func Find(args []string, opt Options) (*Set, error) {
	s := &Set{opt: opt, seen: map[string]bool{}, Archives: map[string]bool{}, unpacked: map[string]fs.FileInfo{}}
	if opt.Leave != "" {
		s.leave, _ = os.Stat(opt.Leave)
	}
	for _, arg := range args {
		s.argument(arg)
	}
	if opt.List != nil {
		names, err := readList(opt.List)
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
		for _, name := range names {
			s.named(name)
		}
	}
	s.feeds()
	s.Single = len(args) == 1 && opt.List == nil && !s.opened
	return s, nil
}

// Close removes what was unpacked.
func (s *Set) Close() error {
	var errs []error
	for _, c := range s.closers {
		errs = append(errs, c.Close())
	}
	s.closers = nil
	return errors.Join(errs...)
}

// Collision returns two documents whose outputs would have the same name; nil if
// there are none.
func (s *Set) Collision() (a, b *Source) {
	byPath := make(map[string]*Source, len(s.Sources))
	for _, b := range s.Sources {
		if a := byPath[b.Path]; a != nil {
			return a, b
		}
		byPath[b.Path] = b
	}
	return nil, nil
}

// argument takes what one argument names.
func (s *Set) argument(arg string) {
	if isAddress(arg) {
		s.address(arg)
		return
	}
	if _, err := os.Lstat(arg); err != nil && IsPattern(arg) {
		s.opened = true
		s.pattern(arg)
		return
	}
	s.named(arg)
}

// named takes a file, a folder or an archive.
func (s *Set) named(name string) {
	if isAddress(name) {
		s.address(name)
		return
	}
	src := File(name)
	switch {
	case src.Info != nil && src.Info.IsDir():
		s.opened = true
		s.folder(name)
	case src.Info != nil && src.Info.Mode().IsRegular() && archiveKind(name) != notArchive:
		s.opened = true
		s.archive(src)
	default:
		s.add(src)
	}
}

// add takes a source, once.
func (s *Set) add(src *Source) {
	key := src.Name
	if key != Stdin && !src.IsAddress() {
		key = filepath.Clean(key)
	}
	if s.seen[key] {
		return
	}
	s.seen[key] = true
	s.Sources = append(s.Sources, src)
}

// note says something about an input, for people.
func (s *Set) note(format string, args ...any) {
	s.Notes = append(s.Notes, fmt.Sprintf(format, args...))
}

// filePath is the Path of a file that is named.
func filePath(name string) string {
	if name == Stdin {
		return "stdin"
	}
	clean := filepath.ToSlash(filepath.Clean(name))
	if filepath.IsAbs(name) || filepath.VolumeName(name) != "" || clean == ".." || strings.HasPrefix(clean, "../") {
		return path.Base(clean)
	}
	return clean
}

// Sorted orders sources by their Path.
func Sorted(list []*Source) []*Source {
	slices.SortFunc(list, func(a, b *Source) int { return strings.Compare(a.Path, b.Path) })
	return list
}

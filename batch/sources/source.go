// This file is one document: its name, the path of its outputs, its bytes.

package sources

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"syscall"
	"time"
)

// A Source is a document that is not read yet.
type Source struct {
	// Name is how people and outputs call it: the file as given, or below the
	// folder as given; "-" is standard input.
	Name string
	// Path is what its outputs are named after: slashes, no "..", nothing of what
	// else was given. See [Find].
	Path string
	// Size is its size in bytes, 0 where that shows only as it is read.
	Size int64
	// Info is of the file, nil for standard input and members of archives.
	Info fs.FileInfo

	open  func() (io.ReadCloser, error)     // nil opens the file Name
	fetch func(limit int64) ([]byte, error) // of a page; nil for others
	err   error                             // why it cannot be read
}

// Stdin is the name of standard input.
const Stdin = "-"

// File returns the source of one named file, which need not exist.
func File(name string) *Source {
	s := &Source{Name: name, Path: filePath(name)}
	if name == Stdin {
		return s
	}
	if info, err := os.Stat(name); err == nil {
		s.Info = info
		if info.Mode().IsRegular() {
			s.Size = info.Size()
		}
	}
	return s
}

// IsThere reports whether there is something of that name, readable or not.
func (s *Source) IsThere() bool {
	if s.Info != nil || s.open != nil || s.Name == Stdin || s.IsAddress() {
		return true
	}
	_, err := os.Lstat(s.Name)
	return err == nil
}

// Read returns the bytes, at most limit. Its errors name the source.
func (s *Source) Read(limit int64) ([]byte, error) {
	switch {
	case s.err != nil:
		return nil, s.err
	case s.fetch != nil:
		return s.fetch(limit)
	case s.open != nil:
		r, err := s.open()
		if err != nil {
			return nil, PlainError(s.Name, err)
		}
		defer r.Close()
		return ReadAtMost(r, s.Name, s.Size, limit)
	case s.Name == Stdin:
		return ReadAtMost(os.Stdin, s.Name, 0, limit)
	}
	f, err := os.Open(s.Name)
	if err != nil {
		return nil, PlainError(s.Name, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, PlainError(s.Name, err)
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%s: is a directory; name the files in it", s.Name)
	}
	return ReadAtMost(f, s.Name, info.Size(), limit)
}

// Stamp is what the file system says of the file at the moment: as long as it is the
// same, the bytes are. It is "" where that is not sure: for members of archives, on
// some systems, and for a file that changed within the last seconds, since another
// change would not show.
func (s *Source) Stamp() string {
	if s.Info == nil || s.err != nil || s.open != nil || time.Since(s.Info.ModTime()) < settled {
		return ""
	}
	return stamp(s.Info)
}

// settled is after how long a change of a file shows in its times: file systems
// count in steps of up to two seconds.
const settled = 3 * time.Second

// ReadAtMost reads r to its end; size is a hint, in bytes. More than limit bytes
// are an error.
func ReadAtMost(r io.Reader, name string, size, limit int64) ([]byte, error) {
	tooLarge := fmt.Errorf("%s: larger than %s; raise --max-input to read it", name, FormatSize(limit))
	if size > limit {
		return nil, tooLarge
	}
	buf := make([]byte, 0, max(size, 4096)+1) // +1: a read that finds the end needs room
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):min(int64(cap(buf)), limit+1)])
		buf = buf[:len(buf)+n]
		if int64(len(buf)) > limit {
			return nil, tooLarge
		}
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return nil, PlainError(name, err)
		}
	}
}

// PlainError returns what went wrong with the named file, without the name of the
// system call.
func PlainError(name string, err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		err = pe.Err
	case errors.As(err, &le):
		err = le.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if to, err := os.Readlink(name); err == nil {
			return fmt.Errorf("%s: a link to %s, which is not there", name, to)
		}
		if isAddress(name) {
			return fmt.Errorf("%s: this command fetches no addresses; pipe the document in: curl -s URL | pressoir extract -", name)
		}
		return fmt.Errorf("%s: no such file", name)
	case errors.Is(err, syscall.ENAMETOOLONG):
		return fmt.Errorf("%s: the name is too long for the file system; give the document a shorter one", name)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// FormatSize is a number of bytes for people: 512 MB, 1000 bytes.
func FormatSize(n int64) string {
	for i, unit := range []string{"GB", "MB", "kB"} {
		if one := int64(1) << (30 - 10*i); n >= one && n%one == 0 {
			return strconv.FormatInt(n/one, 10) + " " + unit
		}
	}
	return strconv.FormatInt(n, 10) + " bytes"
}

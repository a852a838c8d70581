// This file lists the members of a tar archive. It can be read from its start
// only, so the documents in it are kept in a temporary file.

package sources

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
)

// tar lists the members, and keeps the bytes of the documents.
func (a *unpacking) tar() error {
	f, err := os.Open(a.of.Name)
	if err != nil {
		return errors.Unwrap(err)
	}
	defer f.Close()
	packed := &counter{r: f}
	var unpacked io.Reader = packed
	if archiveKind(a.of.Name) == tarGzArchive {
		gz, err := gzip.NewReader(bufio.NewReader(packed))
		if err != nil {
			return fmt.Errorf("not a tar.gz archive that can be read: %w", err)
		}
		unpacked = gz
	}
	all := &counter{r: unpacked, check: func(n int64) error { return a.limits.bomb(packed.n, n) }}
	spool, err := newSpool()
	if err != nil {
		return err
	}
	a.set.closers = append(a.set.closers, spool)
	t := tar.NewReader(all)
	for n := 1; ; n++ {
		h, err := t.Next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			return fmt.Errorf("not a tar archive that can be read to its end: %w", err)
		case n > a.limits.members:
			return fmt.Errorf("it has more than %d members; unpack it, and give the folder", a.limits.members)
		case h.Typeflag != tar.TypeReg:
			continue // folders; links may lead anywhere
		}
		src := a.member(h.Name)
		if src == nil || src.err != nil {
			continue
		}
		// A sparse member may have far more bytes than the archive.
		member := &counter{r: t, check: func(n int64) error { return a.limits.bomb(packed.n, spool.end+n) }}
		if src.Size, src.open, err = spool.keep(member); err != nil {
			a.list = a.list[:len(a.list)-1]
			return fmt.Errorf("not a tar archive that can be read to its end: %w", err)
		}
	}
}

// A counter counts the bytes read through it, and looks at the count.
type counter struct {
	r     io.Reader
	n     int64
	check func(n int64) error
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if c.check != nil {
		if err := c.check(c.n); err != nil {
			return n, err
		}
	}
	return n, err
}

// A spool is a temporary file with the documents of an archive, one after the
// other.
type spool struct {
	f   *os.File
	end int64
}

func newSpool() (*spool, error) {
	f, err := os.CreateTemp("", "pressoir-*")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(f.Name()) // where an open file can be: then nothing is left whatever happens
	return &spool{f: f}, nil
}

// keep appends a document.
func (s *spool) keep(r io.Reader) (size int64, open func() (io.ReadCloser, error), err error) {
	at := s.end
	size, err = io.Copy(s.f, r)
	s.end += size
	return size, func() (io.ReadCloser, error) {
		return sectionReader{io.NewSectionReader(s.f, at, size)}, nil
	}, err
}

// Close removes the file.
func (s *spool) Close() error {
	err := s.f.Close()
	_ = os.Remove(s.f.Name())
	return err
}

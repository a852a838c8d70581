// This file lists the members of a zip archive.

package sources

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// zip lists the members; each is unpacked as it is read.
func (a *unpacking) zip() error {
	z, err := zip.OpenReader(a.of.Name)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // we look at the names ourselves
		return fmt.Errorf("not a zip archive that can be read: %w", err)
	}
	a.set.closers = append(a.set.closers, z)
	if len(z.File) > a.limits.members {
		return fmt.Errorf("it has %d members, more than %d; unpack it, and give the folder", len(z.File), a.limits.members)
	}
	total := int64(0)
	for _, f := range z.File {
		if f.Mode().IsDir() || !f.Mode().IsRegular() {
			continue
		}
		src := a.member(zipName(f))
		if src == nil || src.err != nil {
			continue
		}
		size := int64(min(f.UncompressedSize64, uint64(a.limits.unpacked)+1))
		packed := int64(min(f.CompressedSize64, uint64(a.of.Size)))
		src.Size = size
		switch {
		case f.Flags&1 != 0:
			src.err = fmt.Errorf("%s: it is locked with a password; unpack the archive", src.Name)
			continue
		case a.limits.bomb(packed, size) != nil:
			src.err = fmt.Errorf("%s: %w", src.Name, a.limits.bomb(packed, size))
			continue
		}
		total += size
		if err := a.limits.bomb(a.of.Size, total); err != nil { // members may share their bytes
			a.list = a.list[:len(a.list)-1]
			return err
		}
		src.open = func() (io.ReadCloser, error) {
			r, err := f.Open()
			if err != nil {
				return nil, err
			}
			// What is longer than it says is cut by one byte more, and fails its checksum.
			return struct {
				io.Reader
				io.Closer
			}{io.LimitReader(r, size+1), r}, nil
		}
	}
	return nil
}

// zipName is the name of a member. Old programs write it in the code page of DOS.
func zipName(f *zip.File) string {
	if !f.NonUTF8 || utf8.ValidString(f.Name) {
		return f.Name
	}
	name, err := charmap.CodePage850.NewDecoder().String(f.Name)
	if err != nil {
		return f.Name
	}
	return name
}

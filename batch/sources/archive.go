// This file opens archives, within limits: an archive may be made to fill a disk.

package sources

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
)

// The limits of an archive. What is beyond them fails with a sentence that says
// so, and what came before stays.
const (
	// maxMembers is how many members an archive may have; a directory of as many
	// takes some 30 MB.
	maxMembers = 100_000
	// maxUnpacked is how many bytes all members together may have.
	maxUnpacked = 8 << 30
	// maxRatio is how many times smaller than its content an archive may be: text
	// packs to a tenth, tables of zeros to a hundredth; a bomb to a thousandth.
	maxRatio = 200
	// smallBytes may be unpacked whatever the ratio: pages of one letter are no
	// bomb.
	smallBytes = 16 << 20
)

type archiveType int

const (
	notArchive archiveType = iota
	zipArchive
	tarArchive
	tarGzArchive
)

// archiveKind goes by the extension: a Word file is a zip, too.
func archiveKind(name string) archiveType {
	lower := strings.ToLower(name)
	switch {
	case strings.HasSuffix(lower, ".zip"):
		return zipArchive
	case strings.HasSuffix(lower, ".tar"):
		return tarArchive
	case strings.HasSuffix(lower, ".tar.gz"), strings.HasSuffix(lower, ".tgz"):
		return tarGzArchive
	}
	return notArchive
}

// archive takes the documents in an archive. Archives in it are left out.
func (s *Set) archive(src *Source) {
	var list []*Source
	var err error
	if abs, err := filepath.Abs(src.Name); err == nil {
		s.Archives[abs] = true
	}
	if src.Info != nil {
		s.unpacked[src.Name] = src.Info
	}
	others := leftOut{}
	a := &unpacking{of: src, limits: archiveLimits, set: s, others: others, paths: map[string]int{}}
	if archiveKind(src.Name) == zipArchive {
		err = a.zip()
	} else {
		err = a.tar()
	}
	list = a.list
	if err != nil { // the archive is a document that failed; what could be read of it counts
		list = append(list, &Source{Name: src.Name, Path: src.Path, err: fmt.Errorf("%s: %w", src.Name, err)})
	}
	for _, m := range Sorted(list) {
		s.add(m)
	}
	switch {
	case len(list) == 0 && len(others) == 0:
		s.note("%s: no documents", src.Name)
	case len(others) > 0:
		s.note("%s: left out %s", src.Name, others)
	}
}

// limits bound an archive; tests have smaller ones.
type limits struct {
	members  int
	unpacked int64
	small    int64
	ratio    int64
}

var archiveLimits = limits{maxMembers, maxUnpacked, smallBytes, maxRatio}

// bomb says why an archive or a member of packed bytes may not have as many
// unpacked ones; nil if it may.
func (l *limits) bomb(packed, unpacked int64) error {
	switch {
	case unpacked > l.unpacked:
		return fmt.Errorf("it unpacks to more than %s; unpack it, and give the folder", FormatSize(l.unpacked))
	case unpacked > l.small && unpacked/l.ratio > packed:
		return fmt.Errorf("it unpacks to more than %d times its size, as archives do that are made to fill a disk; unpack it, and give the folder", l.ratio)
	}
	return nil
}

// An unpacking is an archive whose members are being listed.
type unpacking struct {
	limits limits
	set    *Set
	of     *Source
	list   []*Source
	others leftOut
	paths  map[string]int // how often a name was seen
}

// member returns the source for a member that is a document, nil for others.
// A name that leads out of the archive is a document that fails.
func (a *unpacking) member(name string) *Source {
	clean := path.Clean(strings.ReplaceAll(name, `\`, "/"))
	src := &Source{Name: a.of.Name + "/" + clean, Path: a.of.Path + "/" + clean}
	if path.IsAbs(clean) || clean == ".." || strings.HasPrefix(clean, "../") || isDrive(clean) || strings.Contains(clean, "\x00") {
		src.Name, src.Path = a.of.Name+"/"+name, a.of.Path+"/"+path.Base(clean)
		src.err = fmt.Errorf("%s: a member of this name leads out of the archive", src.Name)
		a.list = append(a.list, src)
		return nil
	}
	for part := range strings.SplitSeq(clean, "/") {
		if IsHidden(part) {
			return nil
		}
	}
	if !a.set.isDocument(clean) {
		a.others.add(clean)
		return nil
	}
	a.paths[clean]++
	if n := a.paths[clean]; n > 1 { // their outputs would have one name
		src.err = fmt.Errorf("%s: the archive has %d members of this name; unpack it", src.Name, n)
		src.Name, src.Path = fmt.Sprintf("%s (%d)", src.Name, n), fmt.Sprintf("%s-%d", src.Path, n)
	}
	a.list = append(a.list, src)
	return src
}

// isDrive reports whether a path begins with a drive of Windows: C:/x.
func isDrive(p string) bool { return len(p) > 1 && p[1] == ':' }

// sectionReader is a member that is read from a place in a file.
type sectionReader struct{ *io.SectionReader }

func (sectionReader) Close() error { return nil }

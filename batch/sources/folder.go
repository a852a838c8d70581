// This file walks folders: which files of one are documents.

package sources

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// folder takes the documents below a folder, and opens the archives there.
func (s *Set) folder(root string) {
	var list []*Source
	others := leftOut{}
	s.walk(root, "", func(src *Source) {
		switch {
		case s.isDocument(src.Path) || src.err != nil || archiveKind(src.Path) != notArchive:
			list = append(list, src)
		default:
			others.add(src.Path)
		}
	})
	for _, src := range Sorted(list) {
		if src.err == nil && archiveKind(src.Path) != notArchive {
			s.archive(src)
			continue
		}
		s.add(src)
	}
	switch {
	case len(list) == 0 && len(others) == 0:
		s.note("%s: no documents", root)
	case len(others) > 0:
		s.note("%s: left out %s", root, others)
	}
}

// walk calls take for each file below a folder that is neither hidden nor
// temporary. below is the path from the root, "" at the root. Links to files are
// followed, those to folders are not: they may lead in a circle.
func (s *Set) walk(root, below string, take func(*Source)) {
	folder := filepath.Join(root, filepath.FromSlash(below))
	entries, err := os.ReadDir(folder)
	if err != nil {
		take(&Source{Name: folder, Path: path.Join(below, "."), err: PlainError(folder, err)})
		return
	}
	for _, e := range entries {
		if IsHidden(e.Name()) {
			continue
		}
		src := &Source{Name: filepath.Join(folder, e.Name()), Path: path.Join(below, e.Name())}
		info, err := e.Info()
		if err == nil && e.Type()&fs.ModeSymlink != 0 {
			if info, err = os.Stat(src.Name); err == nil && info.IsDir() {
				s.note("%s: left out, a link to a folder", src.Name)
				continue
			}
		}
		switch {
		case err != nil:
			src.err = PlainError(src.Name, err)
		case info.IsDir():
			if s.leave == nil || !os.SameFile(s.leave, info) {
				s.walk(root, src.Path, take)
			}
			continue
		case !info.Mode().IsRegular():
			continue // a socket, a pipe: nobody put a document there
		default:
			src.Info, src.Size = info, info.Size()
		}
		take(src)
	}
}

// IsHidden reports whether a file or folder is hidden, or is what an office
// program, an editor or a download in progress leaves for a while.
func IsHidden(name string) bool {
	lower := strings.ToLower(name)
	for _, end := range []string{"~", ".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".swp", ".bak"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") || name == "__MACOSX"
}

func (s *Set) isDocument(name string) bool {
	return slices.Contains(s.opt.Extensions, strings.ToLower(path.Ext(name)))
}

// leftOut counts files of other kinds by their extension.
type leftOut map[string]int

func (l leftOut) add(name string) { l[strings.ToLower(path.Ext(name))]++ }

// maxKinds is how many kinds of files that were left out are named.
const maxKinds = 8

// String is "3 files of other kinds (.docx 2, .jpg 1)".
func (l leftOut) String() string {
	total := 0
	for _, n := range l {
		total += n
	}
	kinds := slices.SortedFunc(maps.Keys(l), func(a, b string) int {
		if l[a] != l[b] {
			return l[b] - l[a]
		}
		return strings.Compare(a, b)
	})
	more := ""
	if len(kinds) > maxKinds {
		kinds, more = kinds[:maxKinds], ", ..."
	}
	for i, k := range kinds {
		label := k
		if k == "" {
			label = "no extension"
		}
		kinds[i] = fmt.Sprintf("%s %d", label, l[k])
	}
	noun := "files"
	if total == 1 {
		noun = "file"
	}
	return fmt.Sprintf("%d %s of other kinds (%s%s)", total, noun, strings.Join(kinds, ", "), more)
}

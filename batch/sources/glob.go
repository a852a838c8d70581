// This file matches patterns: *, ?, [a-z], and ** for any folders.

package sources

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// wildcards are the signs that make a name a pattern.
const wildcards = "*?["

// IsPattern reports whether a name is one. In a Windows path "[" may be part
// of a name, and in any; so a file that is there is never a pattern.
func IsPattern(name string) bool { return strings.ContainsAny(name, wildcards) }

// pattern takes the files that match, of whatever kind. What is hidden has to be
// named: ".*/x.md".
func (s *Set) pattern(pattern string) {
	root, rest := splitPattern(filepath.ToSlash(pattern))
	parts := strings.Split(rest, "/")
	for _, p := range parts {
		if _, err := path.Match(p, ""); err != nil {
			s.add(&Source{Name: pattern, Path: filePath(pattern), err: PlainError(pattern, err)})
			return
		}
	}
	if info, err := os.Stat(filepath.FromSlash(root)); err != nil || !info.IsDir() {
		if err == nil {
			err = os.ErrNotExist
		}
		s.add(&Source{Name: pattern, Path: filePath(pattern), err: PlainError(root, err)})
		return
	}
	var list []*Source
	before := len(s.Sources)
	s.match(root, "", parts, func(src *Source) { list = append(list, src) })
	list = slices.CompactFunc(Sorted(list), func(a, b *Source) bool { return a.Path == b.Path })
	for _, src := range list {
		if src.err == nil && archiveKind(src.Path) != notArchive {
			s.archive(src)
			continue
		}
		s.add(src)
	}
	if len(s.Sources) == before {
		s.note("%s: no documents", pattern)
	}
}

// splitPattern cuts a pattern before its first part with a wildcard.
func splitPattern(pattern string) (root, rest string) {
	at := strings.LastIndexByte(pattern[:strings.IndexAny(pattern, wildcards)], '/')
	switch at {
	case -1:
		return ".", pattern
	case 0:
		return "/", pattern[1:]
	}
	return pattern[:at], pattern[at+1:]
}

// match calls take for the files below root that the parts of a pattern match,
// some more than once.
func (s *Set) match(root, below string, parts []string, take func(*Source)) {
	part, last := parts[0], len(parts) == 1
	folder := filepath.Join(filepath.FromSlash(root), filepath.FromSlash(below))
	if part == "**" {
		if !last {
			s.match(root, below, parts[1:], take)
		} else {
			s.match(root, below, []string{"*"}, take)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		take(&Source{Name: folder, Path: path.Join(below, "."), err: PlainError(folder, err)})
		return
	}
	for _, e := range entries {
		name := e.Name()
		if IsHidden(name) && !strings.HasPrefix(part, ".") {
			continue
		}
		src := &Source{Name: filepath.Join(folder, name), Path: path.Join(below, name)}
		info, err := os.Stat(src.Name)
		if err != nil {
			if ok, _ := path.Match(part, name); ok && last && part != "**" {
				src.err = PlainError(src.Name, err)
				take(src)
			}
			continue
		}
		if info.IsDir() {
			link := e.Type()&os.ModeSymlink != 0
			if s.leave != nil && os.SameFile(s.leave, info) {
				continue
			}
			if part == "**" {
				if !link {
					s.match(root, src.Path, parts, take)
				}
			} else if ok, _ := path.Match(part, name); ok && !last {
				s.match(root, src.Path, parts[1:], take)
			}
			continue
		}
		if ok, _ := path.Match(part, name); ok && last && part != "**" && info.Mode().IsRegular() {
			src.Info, src.Size = info, info.Size()
			take(src)
		}
	}
}

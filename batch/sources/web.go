// This file takes documents from the web: addresses, feeds and listing pages.

package sources

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/batch/web"
)

// A Listing is a page with links to documents.
type Listing struct {
	URL   string
	Links string // CSS selector of the links, or of what they are in
}

// isAddress reports whether an argument is one of the web.
func isAddress(arg string) bool {
	return strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")
}

// IsAddress reports whether the source is on the web.
func (s *Source) IsAddress() bool { return isAddress(s.Name) }

// address takes a document of the web. It is fetched when it is read.
func (s *Set) address(at string) {
	src := &Source{Name: at, Path: addressPath(at)}
	client := s.opt.Web
	if client == nil {
		src.err = PlainError(at, fs.ErrNotExist)
		s.add(src)
		return
	}
	src.fetch = func(limit int64) ([]byte, error) {
		page, err := client.Get(at, limit)
		if err != nil {
			return nil, err
		}
		if web.IsFeed(page.Data) {
			return nil, fmt.Errorf("%s: a feed; --feed takes the documents that it names", at)
		}
		return page.Data, nil
	}
	s.add(src)
}

// feeds takes the documents that feeds and listing pages name. One that cannot be had is
// a document that failed.
func (s *Set) feeds() {
	take := func(at string, list []string, err error) {
		s.opened = true
		if err != nil {
			s.add(&Source{Name: at, Path: addressPath(at), err: err})
			return
		}
		s.Archives[at] = true
		if len(list) == 0 {
			s.note("%s: no documents", at)
		}
		for _, found := range list {
			s.address(found)
		}
	}
	if s.opt.Web == nil {
		return
	}
	for _, at := range s.opt.Feeds {
		list, err := s.opt.Web.Feed(at, s.opt.Extensions)
		take(at, list, err)
	}
	for _, l := range s.opt.Listings {
		list, err := s.opt.Web.Links(l.URL, l.Links)
		take(l.URL, list, err)
	}
}

// maxSegment is the longest part of the path of an output, in bytes: file systems take
// 255, and an extension and a suffix are added.
const maxSegment = 150

// addressPath is the path of the outputs of a page: host, path and, for a query, its hash.
func addressPath(at string) string {
	u, err := url.Parse(at)
	if err != nil {
		return hashed(at)
	}
	parts := []string{clean(u.Host, "")}
	for part := range strings.SplitSeq(strings.Trim(u.Path, "/"), "/") {
		if part != "" && part != "." && part != ".." {
			parts = append(parts, clean(part, path.Ext(part)))
		}
	}
	if strings.HasSuffix(u.Path, "/") || u.Path == "" {
		parts = append(parts, "index")
	}
	if u.RawQuery != "" {
		last := &parts[len(parts)-1]
		ext := path.Ext(*last)
		*last = strings.TrimSuffix(*last, ext) + "-" + hashed(u.RawQuery) + ext
	}
	return strings.Join(parts, "/")
}

// maxExtension is the longest extension, in bytes, that a name keeps where it is cut.
const maxExtension = 6

// clean makes a name of a file that every system takes. What is changed or cut gets a
// hash before its extension.
func clean(part, ext string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|`, r) || r == utf8.RuneError {
			return '_'
		}
		return r
	}, part)
	if strings.HasPrefix(name, ".") { // hidden, and ours
		name = "_" + name
	}
	if len(name) > maxSegment || name != part {
		if !strings.HasSuffix(name, ext) || len(ext) > maxExtension {
			ext = ""
		}
		stem := strings.ToValidUTF8(name[:min(len(name)-len(ext), maxSegment-20)], "")
		name = stem + "-" + hashed(part) + ext
	}
	return name
}

// hashed is short, and another for another text.
func hashed(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

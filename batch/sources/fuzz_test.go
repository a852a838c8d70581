// Archives made by anybody: no member leads out, none is larger than its limit, and
// nothing panics.

package sources

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func FuzzArchive(f *testing.F) {
	var t testing.T
	members := []member{{"a/b.md", "text"}, {"../up.md", "no"}, {"c.txt", strings.Repeat("x", 3000)}}
	f.Add([]byte(zipOf(&t, members...)), "a.zip")
	f.Add([]byte(tarOf(&t, members...)), "a.tar.gz")
	f.Add([]byte("PK\x05\x06"+strings.Repeat("\x00", 18)), "a.zip")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		kind := ".zip"
		if archiveKind(name) != zipArchive {
			kind = ".tar.gz"
		}
		path := filepath.Join(t.TempDir(), "x"+kind)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Find([]string{path}, Options{Extensions: kinds})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for _, src := range s.Sources {
			for part := range strings.SplitSeq(src.Path, "/") {
				if part == ".." {
					t.Errorf("%q leads up", src.Path)
				}
			}
			if strings.HasPrefix(src.Path, "/") {
				t.Errorf("%q is absolute", src.Path)
			}
			if data, err := src.Read(10_000); err == nil && len(data) > 10_000 {
				t.Errorf("%d bytes of %q", len(data), src.Path)
			}
		}
	})
}

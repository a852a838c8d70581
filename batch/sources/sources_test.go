// What is found, under which path, and what is left out.

package sources

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree writes files in a new folder, which becomes the working one.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var kinds = []string{".md", ".html", ".txt", ".pdf"}

// found returns "name > path" of each source, or its error.
func found(t *testing.T, list string, args ...string) (lines []string, s *Set) {
	t.Helper()
	opt := Options{Extensions: kinds}
	if list != "" {
		opt.List = strings.NewReader(list)
	}
	s, err := Find(args, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, src := range s.Sources {
		line := src.Name + " > " + src.Path
		if _, err := src.Read(1 << 20); err != nil {
			line = err.Error()
		}
		lines = append(lines, line)
	}
	return lines, s
}

func TestPaths(t *testing.T) {
	tree(t, map[string]string{
		"in/b.md": "b", "in/a/x.md": "x", "in/a/x.html": "x", "in/a.md": "a", "in/.git/c.md": "c", "in/~$b.md": "", "in/b.md~": "",
		"in/photo.jpg": "", "in/deep/er/z.pdf": "z", "w[1].md": "w",
	})
	abs, err := filepath.Abs("in/a/x.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		list string
		args []string
		want []string
	}{
		{"", []string{"in/a/x.md"}, []string{"in/a/x.md > in/a/x.md"}},
		{"", []string{"./in/../in/b.md"}, []string{"./in/../in/b.md > in/b.md"}},
		{"", []string{abs}, []string{abs + " > x.md"}},
		{"", []string{"in"}, []string{"in/a.md > a.md", "in/a/x.html > a/x.html", "in/a/x.md > a/x.md", "in/b.md > b.md", "in/deep/er/z.pdf > deep/er/z.pdf"}},
		{"", []string{"in/a/"}, []string{"in/a/x.html > x.html", "in/a/x.md > x.md"}},
		{"", []string{"in/*.md"}, []string{"in/a.md > a.md", "in/b.md > b.md"}},
		{"", []string{"in/*/x.*"}, []string{"in/a/x.html > a/x.html", "in/a/x.md > a/x.md"}},
		{"", []string{"in/**/*.pdf"}, []string{"in/deep/er/z.pdf > deep/er/z.pdf"}},
		{"", []string{"in/deep/**"}, []string{"in/deep/er/z.pdf > er/z.pdf"}},
		{"", []string{"in/**/b.md", "in/b.md"}, []string{"in/b.md > b.md"}},
		{"", []string{"in/*.jpg"}, []string{"in/photo.jpg > photo.jpg"}},
		{"", []string{"w[1].md"}, []string{"w[1].md > w[1].md"}},
		{"", []string{"in/none.md"}, []string{"in/none.md: no such file"}},
		{"", []string{"no/*.md"}, []string{"no: no such file"}},
		{"\ufeffin/b.md\r\n\nin/a.md", nil, []string{"in/b.md > in/b.md", "in/a.md > in/a.md"}},
		{"in/b.md\x00in/*.md\x00", nil, []string{"in/b.md > in/b.md", "in/*.md: no such file"}},
	} {
		got, s := found(t, c.list, c.args...)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q %q: %s", c.args, c.list, diff)
		}
		single := len(c.args) == 1 && len(got) == 1 && !strings.ContainsAny(c.args[0], "*") && c.args[0] != "in"
		if s.Single != single {
			t.Errorf("%q: Single is %v", c.args, s.Single)
		}
	}
	_, s := found(t, "", "in")
	if want := []string{"in: left out 1 file of other kinds (.jpg 1)"}; !slices.Equal(s.Notes, want) {
		t.Errorf("notes %q", s.Notes)
	}
	if a, b := s.Collision(); a != nil {
		t.Errorf("%s and %s collide", a.Name, b.Name)
	}
	_, s = found(t, "", "in", "in/a")
	if a, _ := s.Collision(); a != nil {
		t.Errorf("%s collides: it was taken twice", a.Name)
	}
	_, s = found(t, "", "in/a", abs)
	if a, b := s.Collision(); a == nil || a.Name != "in/a/x.md" || b.Name != abs {
		t.Error("no collision of x.md and x.md")
	}
	s, err = Find([]string{"in"}, Options{Extensions: kinds, Leave: "in/a"})
	if err != nil || len(s.Sources) != 3 {
		t.Errorf("%d sources beside the folder of the outputs, want 3; %v", len(s.Sources), err)
	}
}

func TestLinks(t *testing.T) {
	tree(t, map[string]string{"in/a.md": "a", "else/b.md": "b"})
	for link, to := range map[string]string{"in/again": ".", "in/b.md": "../else/b.md", "in/gone.md": "nowhere", "top": "in"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	got, s := found(t, "", "top")
	want := []string{"top/a.md > a.md", "top/b.md > b.md", "top/gone.md: a link to nowhere, which is not there"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(s.Notes) != 1 {
		t.Errorf("notes %q, want one of the link to a folder", s.Notes)
	}
}

// A member of an archive to write.
type member struct {
	name, text string
}

func zipOf(t *testing.T, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, m.text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarOf(t *testing.T, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	gz := gzip.NewWriter(&b)
	w := tar.NewWriter(gz)
	for _, m := range members {
		h := &tar.Header{Name: m.name, Mode: 0o644, Size: int64(len(m.text)), Typeflag: tar.TypeReg}
		if strings.HasPrefix(m.text, "-> ") {
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, m.text[3:], 0
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if h.Size > 0 {
			fmt.Fprint(w, m.text)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := gz.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestArchives(t *testing.T) {
	members := []member{
		{"b/x.md", "x"},
		{"a.txt", "text"},
		{"photo.jpg", "no"},
		{"__MACOSX/._a.txt", "no"},
		{"inner.zip", "no"},
		{"../up.md", "no"},
		{"/etc/root.md", "no"},
		{`c\y.md`, "y"},
		{"a.txt", "again"},
	}
	tree(t, map[string]string{"z.zip": zipOf(t, members...), "in/t.tar.gz": tarOf(t, append(members, member{"link.md", "-> /etc/passwd"})...)})
	want := func(name, path string) []string {
		return []string{
			name + "/a.txt > " + path + "/a.txt",
			name + "/a.txt: the archive has 2 members of this name; unpack it",
			name + "/b/x.md > " + path + "/b/x.md",
			name + "/c/y.md > " + path + "/c/y.md",
			name + "//etc/root.md: a member of this name leads out of the archive",
			name + "/../up.md: a member of this name leads out of the archive",
		}
	}
	got, s := found(t, "", "z.zip")
	if diff := cmp.Diff(want("z.zip", "z.zip"), got); diff != "" {
		t.Error(diff)
	}
	if s.Single {
		t.Error("an archive is one FILE")
	}
	if want := []string{"z.zip: left out 2 files of other kinds (.jpg 1, .zip 1)"}; !slices.Equal(s.Notes, want) {
		t.Errorf("notes %q", s.Notes)
	}
	got, s = found(t, "", "in")
	if diff := cmp.Diff(want("in/t.tar.gz", "t.tar.gz"), got); diff != "" {
		t.Error(diff)
	}
	for _, src := range s.Sources {
		if strings.HasSuffix(src.Path, "b/x.md") {
			if data, err := src.Read(10); string(data) != "x" || err != nil {
				t.Errorf("%q, %v", data, err)
			}
		}
	}
}

// Archives are bounded in members, bytes and ratio; what came before stays.
func TestArchiveLimits(t *testing.T) {
	old := archiveLimits
	t.Cleanup(func() { archiveLimits = old })
	archiveLimits = limits{members: 3, unpacked: 8 << 20, small: 1 << 20, ratio: 50}
	zeros := strings.Repeat("0", 2<<20)
	cut := tarOf(t, member{"a.md", "fine"}, member{"b.md", strings.Repeat("never ends ", 1000)})
	tree(t, map[string]string{
		"many.zip":     zipOf(t, member{"a.md", ""}, member{"b.md", ""}, member{"c.md", ""}, member{"d.md", ""}),
		"many.tar.gz":  tarOf(t, member{"a.md", "a"}, member{"b.md", ""}, member{"c.md", ""}, member{"d.md", ""}),
		"bomb.zip":     zipOf(t, member{"a.md", "fine"}, member{"bomb.md", zeros}),
		"bomb.tgz":     tarOf(t, member{"a.md", "fine"}, member{"bomb.md", zeros}, member{"z.md", ""}),
		"cut.tar.gz":   cut[:len(cut)/2],
		"hidden.tgz":   tarOf(t, member{"bomb.jpg", zeros}),
		"broken.zip":   "PK",
		"untarred.tar": "junk",
	})
	for _, c := range []struct{ name, want string }{
		{"many.zip", "many.zip: it has 4 members, more than 3"},
		{"many.tar.gz", "many.tar.gz: it has more than 3 members"},
		{"bomb.zip", "bomb.zip/bomb.md: it unpacks to more than 50 times its size"},
		{"bomb.tgz", "bomb.tgz: not a tar archive that can be read to its end: it unpacks to more than 50 times"},
		{"cut.tar.gz", "cut.tar.gz: not a tar archive that can be read to its end"},
		{"hidden.tgz", "hidden.tgz: not a tar archive that can be read to its end: it unpacks"},
		{"broken.zip", "broken.zip: not a zip archive that can be read"},
		{"untarred.tar", "untarred.tar: not a tar archive"},
	} {
		got, _ := found(t, "", c.name)
		if !slices.ContainsFunc(got, func(line string) bool { return strings.HasPrefix(line, c.want) }) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if whole := c.name + "/a.md > " + c.name + "/a.md"; !slices.Contains(got, whole) && (strings.HasPrefix(c.name, "bomb") || c.name == "many.tar.gz") {
			t.Errorf("%s: %q: a.md is lost", c.name, got)
		}
	}
}

// A member that is longer than it says ends at what it said, as an error.
func TestZipThatLies(t *testing.T) {
	z := zipOf(t, member{"a.md", strings.Repeat("a", 5000)})
	at := strings.LastIndex(z, "PK\x01\x02") // the directory; the size is 24 bytes further on
	z = z[:at+24] + "\x05\x00\x00\x00" + z[at+28:]
	tree(t, map[string]string{"lie.zip": z})
	s, err := Find([]string{"lie.zip"}, Options{Extensions: kinds})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	data, err := s.Sources[0].Read(1 << 20)
	if err == nil || len(data) > 6 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}

func TestReadAtMost(t *testing.T) {
	if _, err := ReadAtMost(strings.NewReader("12345"), "a.md", 0, 4); err == nil {
		t.Error("5 bytes where 4 are the limit")
	}
	if data, err := ReadAtMost(strings.NewReader("1234"), "a.md", 9, 9); string(data) != "1234" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}

// A sparse member is a few bytes in the archive and any number outside.
func TestSparseTar(t *testing.T) {
	old := archiveLimits
	t.Cleanup(func() { archiveLimits = old })
	archiveLimits = limits{members: 3, unpacked: 1 << 40, small: 1 << 20, ratio: 50}
	var b bytes.Buffer
	header := func(name string, typ byte, size int, pax string) {
		h := make([]byte, 512)
		copy(h, name)
		copy(h[100:], "0000644\x000000000\x000000000\x00")
		copy(h[124:], fmt.Sprintf("%011o\x00%011o\x00", size, 0))
		h[156] = typ
		copy(h[257:], "ustar\x0000")
		copy(h[148:], "        ")
		sum := 0
		for _, c := range h {
			sum += int(c)
		}
		copy(h[148:], fmt.Sprintf("%06o\x00 ", sum))
		b.Write(h)
		b.WriteString(pax)
		b.Write(make([]byte, (512-len(pax)%512)%512))
	}
	var pax strings.Builder
	for _, kv := range []string{"GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.name=big.md", "GNU.sparse.realsize=1000000000"} {
		n := len(kv) + 3
		if len(fmt.Sprint(n))+1+len(kv)+1 != n {
			n = len(fmt.Sprint(n)) + 2 + len(kv)
		}
		fmt.Fprintf(&pax, "%d %s\n", n, kv)
	}
	header("PaxHeaders/big.md", 'x', pax.Len(), pax.String())
	header("GNUSparseFile/big.md", '0', 513, "")
	places := "1\n999999999\n1\n" // one piece of one byte, at the end
	b.WriteString(places + strings.Repeat("\x00", 512-len(places)))
	b.WriteString("x" + strings.Repeat("\x00", 511) + strings.Repeat("\x00", 1024))
	tree(t, map[string]string{"sparse.tar": b.String()})
	got, _ := found(t, "", "sparse.tar")
	if len(got) != 1 || !strings.Contains(got[0], "it unpacks to more than 50 times its size") {
		t.Errorf("%q", got)
	}
}

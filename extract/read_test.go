// The choice of a reader: built-in ones, and those of the caller's own.

package extract

import (
	"errors"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// reader returns a reader called name that writes its name into the document.
func reader(name, extension, start string) document.Reader {
	return document.Reader{
		Name: name, Extensions: []string{extension}, Isolated: true,
		Match: func(head []byte) bool { return start != "" && strings.HasPrefix(string(head), start) },
		Read: func(doc *document.Document, _ []byte, _ document.Options) error {
			doc.Encoding = "read by " + name
			return nil
		},
	}
}

func TestReadersOfOnesOwn(t *testing.T) {
	opt := document.Options{Readers: []document.Reader{reader("xyz", ".xyz", "XYZ"), reader("text", ".log", "")}}
	for _, tt := range []struct{ name, data, format, want string }{
		{"a.xyz", "anything", "", "xyz"},
		{"a", "XYZ, then text", "", "xyz"},
		{"a.txt", "XYZ, then text", "", "xyz"},
		{"a.txt", "text", "", "text"},
		{"a.md", "# Title\n", "", "markdown"},
		{"a.log", "lines", "", "text"},
		{"a.md", "# Title\n", "xyz", "xyz"},
	} {
		opt.Format = tt.format
		if got := Recognise(tt.name, []byte(tt.data), opt); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.name, tt.data, got, tt.want)
		}
	}
	opt.Format = "text"
	doc, err := Read("a.txt", []byte("lines"), opt)
	if err != nil || doc.Encoding != "read by text" {
		t.Errorf("a reader with a built-in name does not replace it: %v, %v", doc, err)
	}
	if Isolate("a.txt", []byte("lines"), opt) {
		t.Error("a reader of the caller's own is to run in another process")
	}
	opt.Format = "docx"
	if _, err := Read("a.docx", []byte("PK"), opt); !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), "xyz") {
		t.Errorf("an unknown format: %v", err)
	}
}

func TestReadersIsACopy(t *testing.T) {
	Readers()[0].Name = "changed"
	if name := Readers()[0].Name; name != "pdf" {
		t.Errorf("the list of readers was changed: it begins with %q", name)
	}
	for _, r := range Readers() {
		r.Extensions[0] = ".changed"
	}
	if got := Recognise("a.html", []byte("text"), document.Options{}); got != "html" {
		t.Errorf("the extensions of readers were changed: a.html is read as %q", got)
	}
}

// Bytes that no reader can read are ErrFormat, whatever the message.
func TestErrFormat(t *testing.T) {
	for _, data := range []string{"\x01\x02\x03\x04\x05\x06\x07\x0e", "PK\x03\x04\x00\x00\x00\x00"} {
		if _, err := Read("a", []byte(data), document.Options{}); !errors.Is(err, ErrFormat) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestReadersThatCannotWork(t *testing.T) {
	read := func(*document.Document, []byte, document.Options) error { return nil }
	for want, r := range map[string]document.Reader{
		"no Name":      {Read: read},
		"no Read":      {Name: "x"},
		"want a dot":   {Name: "x", Read: read, Extensions: []string{"x"}},
		"small letter": {Name: "x", Read: read, Extensions: []string{".X"}},
	} {
		_, err := Read("a.txt", []byte("text"), document.Options{Readers: []document.Reader{r}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

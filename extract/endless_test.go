// Documents without end: what is beyond the limits is kept, in one issue.

package extract

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/html"
)

func TestEndlessDocuments(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, source string
		rest         string // what is not read
	}{
		{"a.txt", strings.Repeat("a\n\n", document.MaxBlocks) + "b\n\nc\n", "b\n\nc\n"},
		{"pages.txt", strings.Repeat("a\f", document.MaxBlocks) + "b\fc", "b\fc"},
		{"rules.txt", strings.Repeat("a\n----\n", document.MaxBlocks) + "b\n", "b\n"},
		{"a.md", strings.Repeat("# a\n", document.MaxBlocks) + "# b\nc\n", "# b\nc\n"},
		{"a.html", strings.Repeat("<p>a\n", html.MaxTags) + "<p>b</p>\n<p>c</p>", " b \n c "},
	} {
		doc, err := Read(c.name, []byte(c.source), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(doc.Blocks); n > max(document.MaxBlocks, html.MaxTags) {
			t.Errorf("%s: %d blocks", c.name, n)
		}
		if len(doc.Issues) != 1 || doc.Issues[0].Code != "document-cut" {
			t.Errorf("%s: want the issue document-cut alone: %d issues", c.name, len(doc.Issues))
		} else if is := doc.Issues[0]; is.Text != c.rest || is.At.Line == 0 {
			t.Errorf("%s: %v: %q is not read, want %q", c.name, is.At, is.Text, c.rest)
		}
	}
}

// TestManyItemsOfText checks that items beyond MaxItems are kept, as lines of prose.
func TestManyItemsOfText(t *testing.T) {
	t.Parallel()
	doc, err := Read("a.txt", []byte(strings.Repeat("- a\n", document.MaxItems)+"- b\n- c\n"), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(doc.Blocks[0].(*document.List).Items); n != document.MaxItems {
		t.Errorf("%d items, want %d", n, document.MaxItems)
	}
	if got := doc.Blocks[1].(*document.Paragraph).Text(); got != "- b\n- c" {
		t.Errorf("after the last item: %q", got)
	}
}

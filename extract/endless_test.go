// Documents without end: what is beyond the bounds is kept, in one issue.

package extract

import (
	"strings"
	"testing"
)

func TestEndlessDocuments(t *testing.T) {
	for _, c := range []struct {
		name, source string
		rest         string // what is not read
	}{
		{"a.txt", strings.Repeat("a\n\n", maxBlocks) + "b\n\nc\n", "b\n\nc\n"},
		{"pages.txt", strings.Repeat("a\f", maxBlocks) + "b\fc", "b\fc"},
		{"rules.txt", strings.Repeat("a\n----\n", maxBlocks) + "b\n", "b\n"},
		{"a.md", strings.Repeat("# a\n", maxBlocks) + "# b\nc\n", "# b\nc\n"},
		{"a.html", strings.Repeat("<p>a\n", maxTags) + "<p>b</p>\n<p>c</p>", " b \n c "},
	} {
		doc, err := Read(c.name, []byte(c.source), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(doc.Blocks); n > max(maxBlocks, maxTags) {
			t.Errorf("%s: %d blocks", c.name, n)
		}
		if len(doc.Issues) != 1 || doc.Issues[0].Code != "document-cut" {
			t.Errorf("%s: want the issue document-cut alone: %d issues", c.name, len(doc.Issues))
		} else if is := doc.Issues[0]; is.Text != c.rest || is.At.Line == 0 {
			t.Errorf("%s: %v: %q is not read, want %q", c.name, is.At, is.Text, c.rest)
		}
	}
}

// TestManyItemsOfText holds that items beyond maxItems are kept, as lines of prose.
func TestManyItemsOfText(t *testing.T) {
	doc, err := Read("a.txt", []byte(strings.Repeat("- a\n", maxItems)+"- b\n- c\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(doc.Blocks[0].(*List).Items); n != maxItems {
		t.Errorf("%d items, want %d", n, maxItems)
	}
	if got := doc.Blocks[1].(*Paragraph).Text(); got != "- b\n- c" {
		t.Errorf("behind the last item stands %q", got)
	}
}

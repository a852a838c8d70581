// The bound on lines: refused with one clear note, and nothing taken.

package lists

import (
	"slices"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// TestTooManyLines holds that a list beyond the bound is refused whole, at the
// place where it goes too far, and that one line less is looked at.
func TestTooManyLines(t *testing.T) {
	doc := func(n int) *document.Document {
		items := make([]document.Item, n)
		for i := range items {
			items[i] = document.Item{At: document.Pos{Line: int32(i + 1)}, Marker: "-", Runs: []document.Run{{Text: "Brest"}}}
		}
		return &document.Document{Blocks: []document.Block{&document.List{Items: items}}}
	}
	r := Read(doc(maxLines+5), nil)
	if len(r.Notes) != 1 || r.Notes[0].Code != "list-too-long" || r.Notes[0].At.Line != maxLines+1 {
		t.Fatalf("notes %+v", r.Notes)
	}
	if len(r.Lists) > 0 || slices.Contains(r.Taken, true) || len(r.Taken) != 1 {
		t.Errorf("%d lists, taken %v of a document that was refused", len(r.Lists), r.Taken)
	}
	if n, _ := tooMany(doc(maxLines)); n > maxLines {
		t.Errorf("%d lines are counted in %d", n, maxLines)
	}
	breaks := &document.Document{Blocks: []document.Block{&document.Paragraph{Runs: []document.Run{{Text: strings.Repeat("Brest\n", maxLines)}}}}}
	if n, _ := tooMany(breaks); n != maxLines+1 {
		t.Errorf("%d lines in a paragraph of %d", n, maxLines+1)
	}
}

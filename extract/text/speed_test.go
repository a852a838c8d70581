// How fast pages of tables are read.

package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// pagesSource returns n pages of a table whose rows wrap, each with its headings.
func pagesSource(n int) []byte {
	var b strings.Builder
	for p := range n {
		src, _ := wrappedSource(30)
		fmt.Fprintf(&b, "%s\n                                   page %d\n\f", src, p+1)
	}
	return []byte(b.String())
}

func BenchmarkPages(b *testing.B) {
	data := pagesSource(40)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if err := readText(&document.Document{}, data, document.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

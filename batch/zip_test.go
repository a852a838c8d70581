// A zip archive of releases, for tests.

package batch

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"
)

func zipWith(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(w, "| Commune | Nom |\n|---|---|\n| Lens | %s |\n", name)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

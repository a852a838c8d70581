// Pages: what the PDFs were printed from.

package corpus

import (
	"bytes"
	"crypto/sha256"
	"fmt"
)

// PagesFile is the name of the file of checksums in the folder of the corpus.
const PagesFile = "pages.txt"

// Checksums writes the checksum of each page, as sha256sum does.
func Checksums(pages []File) []byte {
	var b bytes.Buffer
	for _, p := range pages {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(p.Data), p.Name)
	}
	return b.Bytes()
}

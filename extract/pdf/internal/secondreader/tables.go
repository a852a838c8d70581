// This file refuses files that would have the library ask for all the memory:
// it makes its table of objects as long as the file says.

package secondreader

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
)

// maxObjects bounds the table of objects; an entry has 48 bytes. Large real
// documents have some hundred thousand objects.
const maxObjects = 2_000_000

var errTable = errors.New("its table of objects is damaged")

var (
	sizeEntry  = regexp.MustCompile(`/Size\s*(\d+)`)
	indexEntry = regexp.MustCompile(`/Index\s*\[([\d\s]*)\]`)
	section    = regexp.MustCompile(`^\s*(\d+)\s+(\d+)\s*`)
)

// checkTables looks at every number that the library makes a table of.
func checkTables(data []byte) error {
	tooLarge := func(digits []byte) bool {
		n, err := strconv.ParseInt(string(digits), 10, 64)
		return err != nil || n > maxObjects
	}
	for _, m := range sizeEntry.FindAllSubmatch(data, -1) {
		if tooLarge(m[1]) {
			return errTable
		}
	}
	for _, m := range indexEntry.FindAllSubmatch(data, -1) {
		for _, n := range bytes.Fields(m[1]) {
			if tooLarge(n) {
				return errTable
			}
		}
	}
	for rest := data; ; {
		i := bytes.Index(rest, []byte("xref"))
		if i < 0 {
			return nil
		}
		rest = rest[i+len("xref"):]
		// Sections follow one another; each line of one has 20 bytes.
		for at := rest; ; {
			m := section.FindSubmatch(at[:min(len(at), 100)])
			if m == nil {
				break
			}
			if tooLarge(m[1]) || tooLarge(m[2]) {
				return errTable
			}
			n, _ := strconv.Atoi(string(m[2]))
			const line = 20
			at = at[min(len(at), len(m[0])+n*line):]
		}
	}
}

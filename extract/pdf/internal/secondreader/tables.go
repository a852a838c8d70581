// This file refuses files that would have the library ask for all the memory: it
// allocates its table of objects with the size that the file names.

package secondreader

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
)

// maxObjects is the largest size of the table of objects; an entry takes 48 bytes.
// Large real documents have some hundred thousand objects.
const maxObjects = 2_000_000

const (
	entrySize  = 20  // bytes of an entry of a table in the file
	maxHeading = 100 // bytes, the longest heading of a section with blanks around it
)

var errTable = errors.New("its table of objects is damaged")

var (
	sizeEntry  = regexp.MustCompile(`/Size\s*(\d+)`)
	indexEntry = regexp.MustCompile(`/Index\s*\[([\d\s]*)\]`)
	section    = regexp.MustCompile(`^\s*(\d+)\s+(\d+)\s*`)
)

// checkTables returns an error if the file names a larger table anywhere.
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
		// Sections follow one another.
		for next := rest; ; {
			m := section.FindSubmatch(next[:min(len(next), maxHeading)])
			if m == nil {
				break
			}
			if tooLarge(m[1]) || tooLarge(m[2]) {
				return errTable
			}
			n, _ := strconv.Atoi(string(m[2]))
			next = next[min(len(next), len(m[0])+n*entrySize):]
		}
	}
}

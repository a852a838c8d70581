// This file reads lists of names, as find -print0 or ls write them.

package sources

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// maxList is the longest list, in bytes: a million names of 250 letters.
const maxList = 256 << 20

// readList returns the names in a list: separated by NUL if there is one, else
// one a line. Blank lines are none.
func readList(r io.Reader) ([]string, error) {
	data, err := ReadAtMost(r, "--files-from", 0, maxList)
	if err != nil {
		return nil, fmt.Errorf("the list of files cannot be read: %w", err)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	end := "\n"
	if bytes.IndexByte(data, 0) >= 0 {
		end = "\x00"
	}
	var names []string
	for name := range strings.SplitSeq(string(data), end) {
		if end == "\n" {
			name = strings.TrimSuffix(name, "\r")
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return names, nil
}

// The file of exceptions: a kind, a figure and a name on each line.

package main

import (
	"fmt"
	"strconv"
	"strings"
)

const exceptionsHead = `# What exceeds a limit of internal/lint today: kind, figure, name. The list can only shrink:
# a figure may fall (go run ./internal/lint -tighten lowers it), and nothing is added.
`

// parseExceptions reads the text of exceptions.txt.
func parseExceptions(text string) (figures, error) {
	listed := figures{}
	for i, line := range strings.Split(text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.SplitN(line, " ", 3)
		if len(fields) != 3 {
			return nil, fmt.Errorf("%s:%d: %q is not a kind, a figure and a name", exceptionsFile, i+1, line)
		}
		n, err := strconv.Atoi(fields[1])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %q is not a figure", exceptionsFile, i+1, fields[1])
		}
		t := thing{fields[0], fields[2]}
		if _, ok := limits[t.kind]; !ok {
			return nil, fmt.Errorf("%s:%d: no limit is called %q", exceptionsFile, i+1, t.kind)
		}
		if _, twice := listed[t]; twice {
			return nil, fmt.Errorf("%s:%d: %s is listed twice", exceptionsFile, i+1, t.name)
		}
		listed[t] = n
	}
	return listed, nil
}

// render returns the text of exceptions.txt.
func render(f figures) string {
	var b strings.Builder
	b.WriteString(exceptionsHead)
	for _, t := range f.sorted() {
		fmt.Fprintf(&b, "%s %d %s\n", t.kind, f[t], t.name)
	}
	return b.String()
}

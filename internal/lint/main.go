// Lint holds the code to limits of size: how many paths a function has, how many
// lines a file, how many lines and files a package. What exceeds a limit today is
// listed in exceptions.txt with its figure, and that list can only shrink: lint
// fails when a listed thing grows, when it is within its limit, and when it is no
// longer there.
//
//	go run ./internal/lint            what make lint runs, in the project's root
//	go run ./internal/lint -tighten   lowers the figures of exceptions.txt, and
//	                                  drops what is no longer needed there
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"
)

// limits lists the largest figure of each kind that needs no exception.
var limits = map[string]int{
	"complexity":    30,   // paths through a function: one, and one more for each if, for, case, && and ||
	"file-lines":    400,  // tests too
	"package-lines": 6000, // without tests
	"package-files": 45,   // without tests
}

const exceptionsFile = "internal/lint/exceptions.txt"

func main() {
	tighten := flag.Bool("tighten", false, "lower the figures of "+exceptionsFile+" to those of today")
	flag.Parse()
	found, err := measure(os.DirFS("."))
	exit(err)
	data, err := os.ReadFile(exceptionsFile)
	exit(err)
	listed, err := parseExceptions(string(data))
	exit(err)
	if *tighten {
		listed = tightened(found, listed)
		exit(os.WriteFile(exceptionsFile, []byte(render(listed)), 0o644))
	}
	complaints := judge(found, listed)
	for _, c := range complaints {
		fmt.Fprintln(os.Stderr, c)
	}
	if len(complaints) > 0 {
		os.Exit(1)
	}
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "lint:", err)
		os.Exit(2)
	}
}

// judge compares what was measured with the limits and the exceptions, and
// returns a line for each thing to mend.
func judge(found, listed figures) []string {
	var complaints []string
	for t, n := range found {
		limit := limits[t.kind]
		if allowed, ok := listed[t]; ok && n > allowed {
			complaints = append(complaints, fmt.Sprintf("%s: %s is %d, above its exception of %d", t.name, t.kind, n, allowed))
		} else if !ok && n > limit {
			complaints = append(complaints, fmt.Sprintf("%s: %s is %d, above the limit of %d", t.name, t.kind, n, limit))
		}
	}
	for t := range listed {
		if n, ok := found[t]; !ok {
			complaints = append(complaints, fmt.Sprintf("%s: is not there: take its %s off %s", t.name, t.kind, exceptionsFile))
		} else if n <= limits[t.kind] {
			complaints = append(complaints, fmt.Sprintf("%s: %s is %d, within the limit: take it off %s", t.name, t.kind, n, exceptionsFile))
		}
	}
	slices.Sort(complaints)
	return complaints
}

// tightened returns the exceptions that are still needed, none above today's figure.
func tightened(found, listed figures) figures {
	kept := figures{}
	for t, allowed := range listed {
		if n := found[t]; n > limits[t.kind] {
			kept[t] = min(n, allowed)
		}
	}
	return kept
}

// A thing is what has a limit. The name of a function is its folder and itself,
// without the file, so that a function may move within its package.
type thing struct{ kind, name string }

// figures holds the figure of each thing.
type figures map[thing]int

// sorted returns the things by kind and name.
func (f figures) sorted() []thing {
	var things []thing
	for t := range f {
		things = append(things, t)
	}
	slices.SortFunc(things, func(a, b thing) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.name, b.name))
	})
	return things
}

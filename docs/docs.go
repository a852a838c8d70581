// Package docs holds the pages that the program itself reads, so that what it
// knows of its finding codes is what users are told.
package docs

import (
	_ "embed"
	"regexp"
)

//go:embed findings.md
var findings string

var codeRow = regexp.MustCompile("(?m)^\\| `([a-z0-9-]+)` \\|")

// FindingCodes returns the codes that findings.md lists, in its order; one with
// several meanings stands there several times.
func FindingCodes() (codes []string) {
	for _, m := range codeRow.FindAllStringSubmatch(findings, -1) {
		codes = append(codes, m[1])
	}
	return codes
}

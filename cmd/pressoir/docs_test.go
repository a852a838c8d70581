// docs/architecture.md is true: its folders are there, its passes are those that
// run, in their order.

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/normalize"
)

func TestArchitecturePage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, order, _ := strings.Cut(string(page), "## The order of the passes")
	order, _, _ = strings.Cut(order, "\n## ")
	var listed, passes []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z]+)` \\|").FindAllStringSubmatch(order, -1) {
		listed = append(listed, m[1])
	}
	for _, s := range normalize.Passes() {
		passes = append(passes, s.Name)
	}
	if !slices.Equal(listed, passes) {
		t.Errorf("docs/architecture.md has the passes %v, the code %v", listed, passes)
	}
	house, _, _ := strings.Cut(string(page), "\n\nEach file")
	above, folders := "", 0
	for _, m := range regexp.MustCompile(`(?m)^    (  )?([a-z/]+)/ `).FindAllStringSubmatch(house, -1) {
		folder := m[2]
		if m[1] == "" {
			above = folder
		} else {
			folder = above + "/" + folder
		}
		if info, err := os.Stat(filepath.Join(root, folder)); err != nil || !info.IsDir() {
			t.Errorf("docs/architecture.md names the folder %s, which is not there", folder)
		}
		folders++
	}
	if folders < 8 {
		t.Errorf("only %d folders found in docs/architecture.md", folders)
	}
}

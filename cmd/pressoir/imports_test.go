// Imports run one way, as the data runs: cmd, batch, output, normalize, extract.

package main

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/pressoir/pressoir"

// layers lists the top folders; a folder may import those after it only.
var layers = []string{"cmd", "batch", "output", "normalize", "extract"}

// inner lists folders that stand below the rest of their own layer, and what
// they may not import of it: a gazetteer that knew passes would be a circle.
var inner = map[string][]string{
	"normalize/gazetteer": {"normalize", "normalize/claims"},
	"normalize/claims":    {"normalize"},
	"normalize/lists":     {"normalize"},
	"output/schema":       {"output"},
}

// pure lists the standard packages that the pure layers must not touch outside
// tests, with the folders that may: the PDF engine needs a cache folder.
var pure = map[string][]string{
	"os":       {"extract/internal/pdfium"},
	"os/exec":  nil,
	"net/http": nil,
	"log":      nil,
	"log/slog": nil,
}

func TestImportsRunOneWay(t *testing.T) {
	for _, path := range goFiles(t) {
		folder := filepath.ToSlash(filepath.Dir(path))
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range file.Imports {
			name, _ := strconv.Unquote(imp.Path.Value)
			if why := forbidden(folder, name, strings.HasSuffix(path, "_test.go"), generator(file.Name.Name)); why != "" {
				t.Errorf("%s imports %s: %s", path, name, why)
			}
		}
	}
}

// generator reports whether a file is a program for go generate, which reads files.
func generator(pkg string) bool { return pkg == "main" }

// forbidden says why a file in folder may not import name, "" if it may.
func forbidden(folder, name string, test, generates bool) string {
	top, _, _ := strings.Cut(folder, "/")
	from := slices.Index(layers, top)
	if from < 0 {
		return "" // fixtures and the like
	}
	if rest, ours := strings.CutPrefix(name, module+"/"); ours {
		if slices.Contains(inner[folder], rest) {
			return "it stands below"
		}
		top, _, _ := strings.Cut(rest, "/")
		if to := slices.Index(layers, top); to >= 0 && to < from {
			return "imports run " + strings.Join(layers, ", ")
		}
		return ""
	}
	if test || generates || top == "cmd" || top == "batch" {
		return ""
	}
	if allowed, listed := pure[name]; listed && !slices.ContainsFunc(allowed, func(a string) bool {
		return folder == a || strings.HasPrefix(folder, a+"/")
	}) {
		return top + " is pure: bytes in, values out"
	}
	return ""
}

func TestForbidden(t *testing.T) {
	cases := []struct {
		folder, name string
		bad          bool
	}{
		{"extract", module + "/normalize", true},
		{"normalize", module + "/output", true},
		{"normalize", module + "/extract", false},
		{"output", module + "/batch/worker", true},
		{"batch", module + "/output", false},
		{"normalize/gazetteer", module + "/normalize", true},
		{"normalize", "os", true},
		{"extract/internal/pdfium", "os", false},
		{"cmd/pressoir", "os", false},
	}
	for _, c := range cases {
		if got := forbidden(c.folder, c.name, false, false); (got != "") != c.bad {
			t.Errorf("%s importing %s: %q", c.folder, c.name, got)
		}
	}
}

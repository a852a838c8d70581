// Imports run one way:
//
//	cmd -> batch -> output -> normalize -> extract/document
//	cmd, batch -> extract -> its readers -> extract/document

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

// arrows lists what a folder and those below it may import of the project,
// besides itself and what is below it. The longest entry that holds a folder
// counts. Tests may import anything that the compiler lets them.
var arrows = map[string][]string{
	"cmd":                       {"batch", "output", "normalize", "extract", "internal", "docs"},
	"docs":                      nil,
	"batch":                     {"output", "normalize", "extract", "internal"},
	"output":                    {"normalize", "extract/document", "internal"},
	"output/schema":             nil,
	"normalize":                 {"extract/document", "internal"},
	"normalize/lists":           {"normalize/gazetteer", "normalize/claims", "normalize/records", "extract/document", "internal"},
	"normalize/claims":          {"normalize/gazetteer", "extract/document", "internal"},
	"normalize/records":         {"normalize/marks", "extract/document", "internal"},
	"normalize/profile":         {"normalize/records", "normalize/marks", "normalize/claims", "normalize/internal/places", "normalize/gazetteer", "extract/document", "internal"},
	"normalize/marks":           {"extract/document", "internal"},
	"normalize/internal/places": {"normalize/gazetteer", "internal"},
	"normalize/internal/bind":   {"normalize/records", "normalize/marks", "normalize/profile", "normalize/lists", "normalize/claims", "normalize/internal/places", "normalize/gazetteer", "extract/document", "internal"},
	"normalize/gazetteer":       {"internal"},
	"extract":                   {"internal"},
	"extract/html":              {"extract/document", "extract/internal", "internal"},
	"extract/markdown":          {"extract/html", "extract/document", "extract/internal", "internal"},
	"extract/text":              {"extract/document", "extract/internal", "internal"},
	"extract/pdf":               {"extract/document", "extract/internal", "internal"},
	"extract/internal":          {"extract/document", "internal"},
	"extract/internal/sheet":    {"extract/internal/borders", "extract/internal/edges", "extract/internal/layout", "extract/internal/shape", "internal"}, // never grid, which asks it
	"extract/internal/lattice":  {"extract/internal/sheet", "extract/internal/borders", "extract/internal/edges", "extract/internal/layout", "extract/internal/shape", "internal"},
	"extract/document":          nil,
	"internal":                  nil,
	"internal/score":            {"output", "normalize", "extract"}, // it runs the product
	"internal/score/corpus":     {"internal/score"},                 // it knows nothing of how Pressoir reads
}

// pure lists the standard packages that the pure layers must not touch outside
// tests, with the folders that may: the PDF engine needs a cache folder, and
// scoring reads the documents of a folder.
var pure = map[string][]string{
	"os":       {"extract/pdf/internal/pdfium", "internal/score"},
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
		if strings.HasSuffix(path, "_test.go") || generator(folder, file.Name.Name) {
			continue
		}
		for _, imp := range file.Imports {
			name, _ := strconv.Unquote(imp.Path.Value)
			if why := forbidden(folder, name); why != "" {
				t.Errorf("%s imports %s: %s", path, name, why)
			}
		}
	}
}

// generator reports whether a package is a program for go generate, which reads files.
func generator(folder, pkg string) bool { return pkg == "main" && !within(folder, "cmd") }

// forbidden says why code in folder may not import name, "" if it may.
func forbidden(folder, name string) string {
	room := ""
	for f := range arrows {
		if within(folder, f) && len(f) > len(room) {
			room = f
		}
	}
	if room == "" {
		return "" // fixtures and the like
	}
	if rest, ours := strings.CutPrefix(name, module+"/"); ours {
		allowed := func(to string) bool { return within(rest, to) }
		if !within(rest, room) && !slices.ContainsFunc(arrows[room], allowed) {
			return room + " may import " + strings.Join(arrows[room], ", ")
		}
		return ""
	}
	if top, _, _ := strings.Cut(folder, "/"); top == "cmd" || top == "batch" {
		return ""
	}
	if folders, listed := pure[name]; listed && !slices.ContainsFunc(folders, func(to string) bool { return within(folder, to) }) {
		return "only cmd and batch touch files, processes, network and logs: bytes in, values out"
	}
	return ""
}

// within reports whether a folder is top or below it.
func within(folder, top string) bool { return folder == top || strings.HasPrefix(folder, top+"/") }

func TestForbidden(t *testing.T) {
	cases := []struct {
		folder, name string
		bad          bool
	}{
		{"extract", module + "/normalize", true},
		{"extract", module + "/extract/html", false},
		{"extract/html", module + "/extract", true},
		{"extract/html", module + "/extract/text", true},
		{"extract/markdown", module + "/extract/html", false},
		{"extract/document", module + "/internal/fold", true},
		{"extract/internal/grid", module + "/extract/pdf/internal/pdfium", true},
		{"extract/internal/sheet", module + "/extract/internal/grid", true},
		{"extract/internal/sheet", module + "/extract/internal/lattice", true},
		{"extract/internal/lattice", module + "/extract/internal/sheet", false},
		{"normalize", module + "/output", true},
		{"normalize", module + "/extract", true},
		{"normalize", module + "/extract/document", false},
		{"output", module + "/batch/worker", true},
		{"batch", module + "/output", false},
		{"normalize/gazetteer", module + "/normalize", true},
		{"normalize/records", module + "/normalize/profile", true},
		{"normalize/profile", module + "/normalize", true},
		{"normalize", "os", true},
		{"internal/score", module + "/output", false},
		{"internal/score", module + "/batch/worker", true},
		{"internal/score/corpus", module + "/normalize", true},
		{"extract/pdf/internal/pdfium", "os", false},
		{"cmd/pressoir", "os", false},
	}
	for _, c := range cases {
		if got := forbidden(c.folder, c.name); (got != "") != c.bad {
			t.Errorf("%s importing %s: %q", c.folder, c.name, got)
		}
	}
}

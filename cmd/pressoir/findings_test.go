// docs/findings.md lists the finding codes, and the code has those and no others.

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/normalize/records"
)

// listedCodes returns the codes in docs/findings.md with the levels given there.
func listedCodes(t *testing.T) map[string][]string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "findings.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string][]string{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z0-9-]+)` \\| (note|doubt|fault) \\|").FindAllSubmatch(page, -1) {
		listed[string(m[1])] = append(listed[string(m[1])], string(m[2]))
	}
	if len(listed) < 20 {
		t.Fatalf("%d codes listed", len(listed))
	}
	return listed
}

// writtenCodes walks the source of the readers and passes. It returns the codes
// that are plainly such (the field Code of an Issue or a Finding), and all words
// in quotes, among which every listed code must be.
func writtenCodes(t *testing.T) (codes map[string]string, words map[string]bool) {
	t.Helper()
	codes, words = map[string]string{}, map[string]bool{}
	for _, top := range []string{"extract", "normalize"} {
		err := filepath.WalkDir(filepath.Join("..", "..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.BasicLit:
					if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
						words[s] = true
					}
				case *ast.CompositeLit:
					name := ""
					switch typ := n.Type.(type) {
					case *ast.Ident:
						name = typ.Name
					case *ast.SelectorExpr:
						name = typ.Sel.Name
					}
					if name != "Issue" && name != "Finding" {
						return true
					}
					for _, e := range n.Elts {
						kv, ok := e.(*ast.KeyValueExpr)
						if !ok {
							continue
						}
						key, _ := kv.Key.(*ast.Ident)
						lit, _ := kv.Value.(*ast.BasicLit)
						if key != nil && lit != nil && key.Name == "Code" {
							s, _ := strconv.Unquote(lit.Value)
							codes[s] = path
						}
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range int(records.Phone) + 1 {
		words[records.Type(i).String()] = true // codes of the pass that types values
	}
	return codes, words
}

func TestFindingCodesAreListed(t *testing.T) {
	t.Parallel()
	listed := listedCodes(t)
	codes, words := writtenCodes(t)
	for code, path := range codes {
		if listed[code] == nil {
			t.Errorf("%s: the code %q is not in docs/findings.md", path, code)
		}
	}
	for code := range listed {
		if !words[code] {
			t.Errorf("docs/findings.md lists %q, which the code does not have", code)
		}
	}
	sources, err := filepath.Glob(filepath.Join(fixtures, "*", "*", "source.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		for _, f := range resultOf(t, source).Findings {
			if listed[f.Code] == nil {
				t.Errorf("%s: finding %q is not in docs/findings.md", source, f.Code)
				listed[f.Code] = []string{"once is enough"}
			}
		}
	}
}

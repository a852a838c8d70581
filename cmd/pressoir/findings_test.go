// docs/findings.md lists the finding codes; the code has the same as constants, with
// the same words, and uses those.

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/normalize/records"
)

// listedCodes returns the codes in docs/findings.md, each as "level: meaning".
func listedCodes(t *testing.T) map[string]string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "docs", "findings.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z0-9-]+)` \\| (note|doubt|fault) \\| (.*) \\|$").FindAllStringSubmatch(string(page), -1) {
		if listed[m[1]] != "" {
			t.Errorf("docs/findings.md lists %q twice", m[1])
		}
		listed[m[1]] = m[2] + ": " + strings.ReplaceAll(m[3], "`", "")
	}
	if len(listed) < 20 {
		t.Fatalf("%d codes listed", len(listed))
	}
	return listed
}

// codeFiles declare the constants of codes.
var codeFiles = []string{"extract/document/codes.go", "normalize/records/codes.go"}

// constants returns the constants of codeFiles by the codes that they are, and what
// their comments say, as listedCodes has it.
func constants(t *testing.T) (names, docs map[string]string) {
	t.Helper()
	names, docs = map[string]string{}, map[string]string{}
	for _, path := range codeFiles {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			code, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			name := spec.Names[0].Name
			names[code] = name
			doc := strings.Join(strings.Fields(spec.Doc.Text()), " ")
			doc = strings.TrimSuffix(strings.TrimPrefix(doc, name+" ("), ".")
			docs[code] = strings.Replace(doc, "): ", ": ", 1)
			return true
		})
	}
	return names, docs
}

// usedCodes walks the source of the readers, the passes and the checks, and returns
// the names of constants that it uses. A quoted code is an error.
func usedCodes(t *testing.T, names map[string]string) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	for _, path := range goFiles(t) {
		path = filepath.ToSlash(path)
		if strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "/codes.go") || !within(path, "extract") && !within(path, "normalize") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				used[n.Name] = true
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && strings.Contains(s, "-") && names[s] != "" {
					t.Errorf("%s: write %s for %q", path, names[s], s)
				}
			case *ast.CompositeLit:
				for _, e := range n.Elts {
					kv, ok := e.(*ast.KeyValueExpr)
					if !ok || !isFinding(n.Type) {
						continue
					}
					key, _ := kv.Key.(*ast.Ident)
					if lit, ok := kv.Value.(*ast.BasicLit); ok && key != nil && key.Name == "Code" {
						t.Errorf("%s: the code %s is no constant of %v", path, lit.Value, codeFiles)
					}
				}
			}
			return true
		})
	}
	return used
}

// isFinding reports whether a literal of that type is an issue or a finding.
func isFinding(typ ast.Expr) bool {
	if sel, ok := typ.(*ast.SelectorExpr); ok {
		typ = sel.Sel
	}
	id, ok := typ.(*ast.Ident)
	return ok && (id.Name == "Issue" || id.Name == "Finding" || id.Name == "Note")
}

func TestFindingCodesAreListed(t *testing.T) {
	t.Parallel()
	listed := listedCodes(t)
	names, docs := constants(t)
	used := usedCodes(t, names)
	for i := range int(records.Phone) + 1 {
		used[names[records.Type(i).String()]] = true // the type pass has a code for each type
	}
	for code, name := range names {
		switch {
		case listed[code] == "":
			t.Errorf("%s: %q is not in docs/findings.md", name, code)
		case docs[code] != listed[code]:
			t.Errorf("%s says %q, docs/findings.md %q", name, docs[code], listed[code])
		case !used[name]:
			t.Errorf("%s is not used", name)
		}
	}
	for code := range listed {
		if names[code] == "" {
			t.Errorf("docs/findings.md lists %q, which is no constant of %v", code, codeFiles)
		}
	}
	sources, err := filepath.Glob(filepath.Join(fixtures, "*", "*", "source.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		for _, f := range resultOf(t, source).Findings {
			if listed[f.Code] == "" {
				t.Errorf("%s: finding %q is not in docs/findings.md", source, f.Code)
				listed[f.Code] = "once is enough"
			}
		}
	}
}

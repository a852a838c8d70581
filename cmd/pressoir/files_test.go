// A newcomer finds the room: each file opens with a comment that says what it
// holds, and one file of a package says what the package is.

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// root is the project's folder.
const root = "../.."

// goFiles returns all Go files of the project, as paths from root.
func goFiles(t *testing.T) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "bin") {
			return filepath.SkipDir
		}
		if filepath.Ext(path) == ".go" {
			rel, err := filepath.Rel(root, path)
			paths = append(paths, rel)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) < 20 {
		t.Fatalf("only %d Go files seen: the walk starts at the wrong place", len(paths))
	}
	return paths
}

func TestFilesOpenWithAComment(t *testing.T) {
	documented := map[string]string{} // package -> the file that says what it is
	for _, path := range goFiles(t) {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		says := false
		for _, c := range file.Comments {
			says = says || c.Pos() < file.Package && !strings.HasPrefix(c.List[0].Text, "//go:")
		}
		if !says {
			t.Errorf("%s does not open with a comment that says what it holds", path)
		}
		if file.Doc == nil || strings.HasPrefix(file.Doc.List[0].Text, "//go:") {
			continue
		}
		folder := filepath.Dir(path)
		if other := documented[folder]; other != "" {
			t.Errorf("%s and %s both document the package; put a blank line before the package clause of one", other, path)
		}
		documented[folder] = path
	}
}

// TestLongTestsAreSkipped holds that what make test-long runs is left out of make test.
func TestLongTestsAreSkipped(t *testing.T) {
	slow := regexp.MustCompile(`^TestSlow`)
	for _, path := range goFiles(t) {
		if !strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && slow.MatchString(fn.Name.Name) && !beginsWithShort(fn.Body) {
				t.Errorf("%s: %s does not begin with if testing.Short()", path, fn.Name.Name)
			}
		}
	}
}

// beginsWithShort reports whether the first statement is if testing.Short().
func beginsWithShort(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	first, ok := body.List[0].(*ast.IfStmt)
	if !ok {
		return false
	}
	call, ok := first.Cond.(*ast.CallExpr)
	if !ok {
		return false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	return ok && f.Sel.Name == "Short"
}

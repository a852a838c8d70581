// The figures: read from the syntax of every Go file of the project.

package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strings"
)

// measure returns the figures of all Go files below a folder. Functions and
// packages are measured without tests.
func measure(root fs.FS) (figures, error) {
	found := figures{}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); base == "testdata" || len(base) > 1 && strings.HasPrefix(base, ".") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		lines := bytes.Count(data, []byte("\n"))
		found[thing{"file-lines", name}] = lines
		if strings.HasSuffix(name, "_test.go") {
			return nil
		}
		folder := path.Dir(name)
		found[thing{"package-lines", folder}] += lines
		found[thing{"package-files", folder}]++
		file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				t := thing{"complexity", folder + " " + functionName(fn)}
				found[t] = max(found[t], complexity(fn)) // init may be there twice
			}
		}
		return nil
	})
	return found, err
}

// functionName returns the name of a function, with its receiver: (*sheet).rows.
func functionName(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return fn.Name.Name
	}
	star, kind := "", fn.Recv.List[0].Type
	if s, ok := kind.(*ast.StarExpr); ok {
		star, kind = "*", s.X
	}
	switch k := kind.(type) { // type parameters are left out
	case *ast.IndexExpr:
		kind = k.X
	case *ast.IndexListExpr:
		kind = k.X
	}
	receiver := "?"
	if id, ok := kind.(*ast.Ident); ok {
		receiver = id.Name
	}
	return "(" + star + receiver + ")." + fn.Name.Name
}

// complexity returns the cyclomatic complexity of a function and of the function
// literals in it: one, and one more for each if, for, case, && and ||.
func complexity(fn *ast.FuncDecl) int {
	n := 1
	ast.Inspect(fn, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if node.List != nil { // default adds no path
				n++
			}
		case *ast.CommClause:
			if node.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if node.Op == token.LAND || node.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

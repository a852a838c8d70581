//go:build unix

// The package that is changed: its syntax, its types, and what its numbers are
// used as.

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// A loaded package is parsed and has types.
type loaded struct {
	path  string
	fset  *token.FileSet
	files []*ast.File
	texts map[string][]byte // by path of the file
	info  *types.Info
	uses  map[types.Object]usage
}

// load parses and checks the package; what it imports comes from the build cache.
func load(ctx context.Context, dir, pkg string) (*loaded, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-export", "-deps", "-json=ImportPath,Dir,GoFiles,Export,DepOnly", pkg)
	cmd.Dir = dir
	listed, err := output(cmd)
	if err != nil {
		return nil, err
	}
	p := &loaded{fset: token.NewFileSet(), texts: map[string][]byte{}}
	exports := map[string]string{}
	var files []string
	for dec := json.NewDecoder(bytes.NewReader(listed)); ; {
		var l struct {
			ImportPath, Dir, Export string
			GoFiles                 []string
			DepOnly                 bool
		}
		if err := dec.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		exports[l.ImportPath] = l.Export
		if l.DepOnly {
			continue
		}
		if p.path != "" {
			return nil, fmt.Errorf("%s is more than one package", pkg)
		}
		p.path = l.ImportPath
		for _, name := range l.GoFiles {
			files = append(files, filepath.Join(l.Dir, name))
		}
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(p.fset, path, text, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		p.files, p.texts[path] = append(p.files, f), text
	}
	p.info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: importer.ForCompiler(p.fset, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(exports[path])
	})}
	if _, err := conf.Check(p.path, p.fset, p.files, p.info); err != nil {
		return nil, err
	}
	p.readUses()
	return p, nil
}

// A usage says what a number is used as.
type usage struct {
	whole, fraction bool // an integer, a float
	bits            bool // an operand of bit operations
	other           bool // anything but the size of a buffer
}

// readUses looks at each use of a name for what kind of number it is.
func (p *loaded) readUses() {
	p.uses = map[types.Object]usage{}
	for _, f := range p.files {
		ast.PreorderStack(f, nil, func(n ast.Node, stack []ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok || p.info.Uses[id] == nil || len(stack) == 0 {
				return true
			}
			u := p.uses[p.info.Uses[id]]
			if b, ok := p.info.TypeOf(id).(*types.Basic); ok && b.Info()&types.IsUntyped == 0 {
				u.whole = u.whole || b.Info()&types.IsInteger != 0
				u.fraction = u.fraction || b.Info()&types.IsFloat != 0
			}
			size := false
			switch parent := stack[len(stack)-1].(type) {
			case *ast.BinaryExpr:
				switch parent.Op {
				case token.AND, token.OR, token.XOR, token.AND_NOT, token.SHL, token.SHR:
					u.bits = true
				}
			case *ast.ArrayType:
				size = true
			case *ast.CallExpr:
				f, ok := parent.Fun.(*ast.Ident)
				size = ok && f.Name == "make"
			}
			u.other = u.other || !size
			p.uses[p.info.Uses[id]] = u
			return true
		})
	}
}

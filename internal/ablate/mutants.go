//go:build unix

// What can be changed in a package: predicates and recognisers that return
// early, numbers that move by a fifth, operands of conditions that are dropped.

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"path/filepath"
	"strings"
)

// fifth is the share by which a number is moved, up and down.
const fifth = 0.2

// A mutant is one change to one file.
type mutant struct {
	name   string // of the function or number, with the function around it
	change string
	file   string // base name
	line   int
	key    string // name, change and a hash of the declaration, wherever it is in the file
	path   string
	source []byte
	edits  []edit
}

// An edit replaces source[from:to].
type edit struct {
	from, to int
	text     string
}

func (m *mutant) String() string { return fmt.Sprintf("%s:%d %s %s", m.file, m.line, m.name, m.change) }

// apply returns the changed file.
func (m *mutant) apply() []byte {
	var b bytes.Buffer
	at := 0
	for _, e := range m.edits {
		b.Write(m.source[at:e.from])
		b.WriteString(e.text)
		at = e.to
	}
	b.Write(m.source[at:])
	return b.Bytes()
}

// mutants lists the changes to try, in the order of the files.
func (p *loaded) mutants(deep bool) []mutant {
	var ms []mutant
	for _, f := range p.files {
		w := walker{loaded: p, path: p.fset.File(f.FileStart).Name(), seen: map[string]int{}}
		w.text = p.texts[w.path]
		ast.PreorderStack(f, nil, func(n ast.Node, stack []ast.Node) bool {
			w.enter(n, stack, deep)
			return true
		})
		ms = append(ms, w.found...)
	}
	return ms
}

// A walker collects the changes of one file.
type walker struct {
	*loaded
	path  string
	text  []byte
	found []mutant
	seen  map[string]int // name and change, to number repetitions
}

func (w *walker) enter(n ast.Node, stack []ast.Node, deep bool) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if n.Body != nil && n.Name.Name != "main" && n.Name.Name != "init" {
			w.function(funcName(n), n, n.Type, n.Body)
		}
	case *ast.AssignStmt:
		if len(n.Lhs) == 1 && len(n.Rhs) == 1 {
			if lit, ok := n.Rhs[0].(*ast.FuncLit); ok {
				w.function(inside(stack, w.textOf(n.Lhs[0])), n, lit.Type, lit.Body)
			}
		}
	case *ast.GenDecl:
		_, local := enclosing(stack)
		if n.Tok == token.CONST || n.Tok == token.VAR && local == nil {
			for _, s := range n.Specs {
				w.numbers(stack, s.(*ast.ValueSpec))
			}
		}
	}
	if name, decl := enclosing(stack); deep && decl != nil {
		w.condition(name, decl, n, stack)
	}
}

// add records a change; decl is what its outcome depends on.
func (w *walker) add(name, change string, at, decl ast.Node, edits ...edit) {
	id := name + " " + change
	if w.seen[id]++; w.seen[id] > 1 {
		change += fmt.Sprintf(" (%d)", w.seen[id])
	}
	hash := sha256.Sum256([]byte(w.textOf(decl)))
	w.found = append(w.found, mutant{
		name: name, change: change, file: filepath.Base(w.path), line: w.fset.Position(at.Pos()).Line,
		key: fmt.Sprintf("%s %s %x", name, change, hash[:6]), path: w.path, source: w.text, edits: edits,
	})
}

func (w *walker) offset(p token.Pos) int { return w.fset.Position(p).Offset }

func (w *walker) textOf(n ast.Node) string {
	return string(w.text[w.offset(n.Pos()):w.offset(n.End())])
}

// replace returns an edit that puts text in the place of n.
func (w *walker) replace(n ast.Node, text string) edit {
	return edit{w.offset(n.Pos()), w.offset(n.End()), text}
}

// function makes a function return early: a predicate false and true, a
// recogniser (x, false), a list nil, a procedure at once.
func (w *walker) function(name string, decl ast.Node, t *ast.FuncType, body *ast.BlockStmt) {
	if len(body.List) == 0 {
		return
	}
	early := func(change, statements string) {
		// Inside an if, the rest of the body stays reachable for the compiler.
		at := w.offset(body.Lbrace) + 1
		w.add(name, change, decl, decl, edit{at, at, " if true { " + statements + " };"})
	}
	var results []ast.Expr
	if t.Results != nil {
		for _, f := range t.Results.List {
			for range max(1, len(f.Names)) {
				results = append(results, f.Type)
			}
		}
	}
	if len(results) == 0 {
		early("does nothing", "return")
		return
	}
	last := w.info.TypeOf(results[len(results)-1]).Underlying()
	basic, _ := last.(*types.Basic)
	isBool := basic != nil && basic.Kind() == types.Bool
	_, isSlice := last.(*types.Slice)
	switch {
	case isBool && len(results) == 1:
		early("returns false", "return false")
		early("returns true", "return true")
	case isBool:
		declare, zeros := "", ""
		for i, r := range results[:len(results)-1] {
			declare += fmt.Sprintf("var zero%d %s; ", i, w.textOf(r))
			zeros += fmt.Sprintf("zero%d, ", i)
		}
		early("finds nothing", declare+"return "+zeros+"false")
	case isSlice && len(results) == 1:
		early("returns nil", "return nil")
	}
}

// numbers moves each number that a specification names.
func (w *walker) numbers(stack []ast.Node, s *ast.ValueSpec) {
	if len(s.Values) != len(s.Names) {
		return
	}
	for i, id := range s.Names {
		obj, value := w.info.Defs[id], s.Values[i]
		v := w.info.Types[value].Value
		if obj == nil || v == nil || w.isBits(value) {
			continue
		}
		b, ok := obj.Type().Underlying().(*types.Basic)
		u := w.uses[obj]
		if !ok || b.Info()&types.IsNumeric == 0 || b.Kind() == types.UntypedRune || u.bits || !u.other {
			continue
		}
		if f, _ := constant.Float64Val(v); f == 0 || math.IsInf(f, 0) {
			continue
		}
		w.move(inside(stack, id.Name), s, value, v, b.Info()&types.IsFloat != 0 || b.Info()&types.IsUntyped != 0 && u.fraction && !u.whole)
	}
}

// move changes the number value, worth v, by a fifth up and down.
func (w *walker) move(name string, decl ast.Node, value ast.Expr, v constant.Value, fraction bool) {
	f, _ := constant.Float64Val(v)
	for _, sign := range []float64{1, -1} {
		text := fmt.Sprintf("(%s) * %g", w.textOf(value), 1+sign*fifth)
		to := f * (1 + sign*fifth)
		if !fraction {
			by := sign * max(1, math.Round(fifth*math.Abs(f)))
			text, to = fmt.Sprintf("(%s) + (%.0f)", w.textOf(value), by), f+by
		}
		w.add(name, fmt.Sprintf("%.6g -> %.6g", f, to), value, decl, w.replace(value, text))
	}
}

// isBits reports whether an expression counts with iota or spells bits.
func (w *walker) isBits(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			found = found || n.Name == "iota"
		case *ast.BinaryExpr:
			found = found || n.Op == token.SHL
		case *ast.BasicLit:
			found = found || len(n.Value) > 1 && n.Value[0] == '0' && strings.ContainsAny(n.Value[1:2], "xXbBoO")
		}
		return !found
	})
	return found
}

// condition drops an operand of && or ||, an if or a case, or moves a fraction
// that has no name.
func (w *walker) condition(name string, decl, n ast.Node, stack []ast.Node) {
	parent := stack[len(stack)-1]
	drop := func(e ast.Expr, verb, with string) {
		text := strings.Join(strings.Fields(w.textOf(e)), " ")
		w.add(name, verb+" `"+text+"`", e, decl, w.replace(e, "("+with+" ("+w.textOf(e)+"))"))
	}
	switch p := parent.(type) {
	case *ast.BinaryExpr:
		if e, ok := n.(ast.Expr); ok && (p.Op == token.LAND || p.Op == token.LOR) {
			// An operand that is the same operator again is dropped in pieces.
			if b, ok := n.(*ast.BinaryExpr); ok && b.Op == p.Op {
				return
			}
			if p.Op == token.LAND {
				drop(e, "drop", "true ||")
			} else {
				drop(e, "drop", "false &&")
			}
		}
	case *ast.IfStmt:
		if e, ok := n.(ast.Expr); ok && e == p.Cond {
			drop(e, "never", "false &&")
		}
	case *ast.AssignStmt:
		// A condition with a name of its own.
		if e, ok := n.(ast.Expr); ok && p.Tok == token.DEFINE && len(p.Rhs) == 1 && e == p.Rhs[0] && w.isBool(e) {
			drop(e, "never", "false &&")
			drop(e, "always", "true ||")
		}
	case *ast.CaseClause:
		if e, ok := n.(ast.Expr); ok {
			if s, ok := stack[len(stack)-3].(*ast.SwitchStmt); ok && s.Tag == nil {
				drop(e, "never", "false &&")
			}
		}
	}
	if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.FLOAT {
		for _, s := range stack {
			if _, ok := s.(*ast.GenDecl); ok {
				return
			}
		}
		w.move(name, decl, lit, w.info.Types[lit].Value, true)
	}
}

// isBool reports whether an expression is a condition, and not just true or false.
func (w *walker) isBool(e ast.Expr) bool {
	b, ok := w.info.TypeOf(e).(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0 && w.info.Types[e].Value == nil
}

// enclosing returns the function declaration that holds a node, if there is one.
func enclosing(stack []ast.Node) (string, *ast.FuncDecl) {
	for _, n := range stack {
		if f, ok := n.(*ast.FuncDecl); ok {
			return funcName(f), f
		}
	}
	return "", nil
}

// inside returns name after the name of the function around it.
func inside(stack []ast.Node, name string) string {
	if outer, f := enclosing(stack); f != nil {
		return outer + "." + name
	}
	return name
}

// funcName returns what go doc calls a function: New, (*Page).Blocks.
func funcName(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	return "(" + types.ExprString(f.Recv.List[0].Type) + ")." + f.Name.Name
}

// Reading profiles: strict YAML, with the place of every mistake.

package profile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"github.com/pressoir/pressoir/internal/fold"
)

// The bounds of a profile. A long one has a hundred lines.
const (
	maxProfile        = 64 << 10 // bytes
	maxProfileDepth   = 32       // brackets open at once, or dashes on one line; columns need four. The YAML parser is quadratic in depth
	maxProfileLine    = 2000     // bytes; bounds the depth by indentation
	MaxPatternLength  = 200      // bytes of one pattern
	maxProfileEntries = 500      // entries of one list
)

// A Mistake is one mistake in a profile.
type Mistake struct {
	Line, Column int // from 1; 0 if the mistake has no place
	Why          string
	Source       string // the line as written
}

// Mistakes are all the mistakes of one profile, in the order of their places.
type Mistakes []Mistake

// Error lists the mistakes, one a line, as "7:3: why".
func (es Mistakes) Error() string { return es.In("") }

// In lists the mistakes as editors and terminals link them, "name:7:3: why",
// each with its line.
func (es Mistakes) In(name string) string {
	var b strings.Builder
	for i, e := range es {
		if i > 0 {
			b.WriteByte('\n')
		}
		if name != "" {
			b.WriteString(name + ":")
		}
		if e.Line > 0 {
			fmt.Fprintf(&b, "%d:%d:", e.Line, e.Column)
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(e.Why)
		if e.Source != "" {
			fmt.Fprintf(&b, "\n  | %s\n  | %s^", e.Source, strings.Repeat(" ", max(0, e.Column-1)))
		}
	}
	return b.String()
}

// Parse reads a profile. Its error is of type Mistakes: an unknown key, a
// value of the wrong kind or one that means nothing, each with its place.
// Anchors, aliases, tags and a second document are mistakes.
func Parse(data []byte) (p *Profile, err error) {
	r := &profileReader{lines: strings.Split(string(data), "\n")}
	defer func() {
		if v := recover(); v != nil { // a fault in the YAML library must not be ours
			p, err = nil, Mistakes{{Why: fmt.Sprintf("no YAML that can be read: %v", v)}}
		}
	}()
	if why, line := unreadable(data); why != "" {
		r.at(line, 1, "%s", why)
		return nil, r.errs
	}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		r.yaml(err)
		return nil, r.errs
	}
	if r.plain(file); len(r.errs) > 0 {
		return nil, r.errs
	}
	p = &Profile{}
	dec := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict())
	if err := dec.Decode(p); errors.Is(err, io.EOF) {
		r.at(0, 0, "the profile is empty")
	} else if err != nil {
		r.yaml(err)
	}
	if len(r.errs) > 0 {
		return nil, r.errs
	}
	r.file = file
	r.validate(p)
	if len(r.errs) > 0 {
		slices.SortStableFunc(r.errs, func(a, b Mistake) int { return a.Line - b.Line })
		return nil, r.errs
	}
	p.affixes = p.newAffixes()
	return p, nil
}

// unreadable says why data is not handed to the YAML parser, "" if it is.
func unreadable(data []byte) (why string, line int) {
	if len(data) > maxProfile {
		return fmt.Sprintf("a profile has at most %d bytes; this file has %d", maxProfile, len(data)), 0
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "not a text file", 0
	}
	open := 0
	for i, l := range bytes.Split(data, []byte("\n")) {
		if len(l) > maxProfileLine {
			return fmt.Sprintf("a line of %d bytes; at most %d", len(l), maxProfileLine), i + 1
		}
		dashes := 0
		for j, c := range l {
			switch c {
			case '[', '{':
				open++
			case ']', '}':
				open = max(0, open-1)
			case '-', '?':
				if j+1 < len(l) && l[j+1] == ' ' && len(bytes.Trim(l[:j], " -?")) == 0 {
					dashes++
				}
			}
			if open > maxProfileDepth || dashes > maxProfileDepth {
				return "nested too deep", i + 1
			}
		}
	}
	return "", 0
}

// A profileReader gathers the mistakes of one profile.
type profileReader struct {
	lines []string
	file  *ast.File
	errs  Mistakes
}

func (r *profileReader) at(line, column int, format string, args ...any) {
	e := Mistake{Line: line, Column: column, Why: fmt.Sprintf(format, args...)}
	if line > 0 && line <= len(r.lines) {
		e.Source = strings.TrimRight(r.lines[line-1], "\r")
		if len(e.Source) > maxSourceQuoted || strings.ContainsFunc(e.Source, func(c rune) bool { return c < ' ' && c != '\t' }) {
			e.Source = ""
		}
		e.Source = strings.ReplaceAll(e.Source, "\t", " ")
	}
	r.errs = append(r.errs, e)
}

func (r *profileReader) token(tk *token.Token, format string, args ...any) {
	if tk == nil || tk.Position == nil {
		r.at(0, 0, format, args...)
		return
	}
	r.at(tk.Position.Line, tk.Position.Column, format, args...)
}

// yaml takes an error of the YAML library in our words.
func (r *profileReader) yaml(err error) {
	var unknown *yaml.UnknownFieldError
	var wrong *yaml.UnexpectedNodeTypeError
	var typed *yaml.TypeError
	var any yaml.Error
	switch {
	case errors.As(err, &unknown):
		key := unknown.Token.Value
		hint := ""
		if near := Nearest(key, profileKeys()); near != "" {
			hint = fmt.Sprintf("; did you mean %q?", near)
		}
		r.token(unknown.Token, "unknown key %q%s", key, hint)
	case errors.As(err, &wrong):
		r.token(wrong.Token, "found %s; want %s", nodeWords(wrong.Actual), nodeWords(wrong.Expected))
	case errors.As(err, &typed):
		r.token(typed.Token, "%q is not what this key takes; want %s", typed.Token.Value, typeWords(typed.DstType))
	case errors.As(err, &any):
		r.token(any.GetToken(), "%s", any.GetMessage())
	default:
		r.at(0, 0, "%v", err)
	}
}

func nodeWords(t ast.NodeType) string {
	switch t {
	case ast.MappingType, ast.MappingValueType:
		return "a map of keys"
	case ast.SequenceType:
		return "a list"
	}
	return "a value"
}

func typeWords(t reflect.Type) string {
	switch {
	case t == nil:
		return "another"
	case t.Kind() == reflect.Bool:
		return "true or false"
	case t.Kind() == reflect.String:
		return "a text"
	}
	return "another kind of value"
}

// plain refuses what a profile does not need and what can blow it up.
func (r *profileReader) plain(file *ast.File) {
	docs := 0
	for _, d := range file.Docs {
		if d.Body == nil {
			continue
		}
		if _, comment := d.Body.(*ast.CommentGroupNode); comment {
			continue
		}
		if docs++; docs > 1 {
			r.token(d.Body.GetToken(), "a second document; a file holds one profile")
			return
		}
		ast.Walk(&refuser{r}, d.Body)
	}
}

type refuser struct{ r *profileReader }

func (v *refuser) Visit(n ast.Node) ast.Visitor {
	if len(v.r.errs) > 0 {
		return nil
	}
	switch n.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		v.r.token(n.GetToken(), "anchors and aliases have no meaning in a profile; put a text that begins with & or * in quotes")
		return nil
	case *ast.TagNode:
		v.r.token(n.GetToken(), "tags have no meaning in a profile; put a text that begins with ! in quotes")
		return nil
	}
	return v
}

// UnmarshalYAML takes one word or a list of them, as written.
func (ws *Words) UnmarshalYAML(n ast.Node) error {
	texts, _, err := scalars(n)
	*ws = texts
	return err
}

// UnmarshalYAML takes one pattern or a list of them.
func (ps *Patterns) UnmarshalYAML(n ast.Node) error {
	texts, tokens, err := scalars(n)
	if err != nil {
		return err
	}
	for i, s := range texts {
		p := Pattern{Text: s}
		fail := func(format string, args ...any) error {
			return &yaml.SyntaxError{Message: fmt.Sprintf(format, args...), Token: tokens[i]}
		}
		switch expr, ok := strings.CutPrefix(s, "/"); {
		case len(s) > MaxPatternLength:
			return fail("a pattern of %d bytes; at most %d", len(s), MaxPatternLength)
		case ok && strings.HasSuffix(expr, "/") && len(expr) > 1:
			if p.re, err = regexp.Compile(expr[:len(expr)-1]); err != nil {
				return fail("%s is no regular expression: %s", s, strings.TrimPrefix(err.Error(), "error parsing regexp: "))
			}
		default:
			if p.words = fold.Words(s); p.words == "" {
				return fail("%q has no letters or figures to look for; write a regular expression between slashes", s)
			}
			p.words = " " + p.words + " "
		}
		*ps = append(*ps, p)
	}
	return nil
}

// scalars returns the texts of a scalar or of a list of scalars, as written.
func scalars(n ast.Node) (texts []string, tokens []*token.Token, err error) {
	nodes := []ast.Node{n}
	if seq, ok := n.(*ast.SequenceNode); ok {
		nodes = seq.Values
	}
	if len(nodes) > maxProfileEntries {
		return nil, nil, &yaml.SyntaxError{Message: fmt.Sprintf("a list of %d; at most %d", len(nodes), maxProfileEntries), Token: n.GetToken()}
	}
	for _, n := range nodes {
		tk := n.GetToken()
		switch v := n.(type) {
		case *ast.NullNode:
			if len(nodes) > 1 || n.GetToken().Value == "null" {
				return nil, nil, &yaml.SyntaxError{Message: "this must be a text; put the word null in quotes", Token: tk}
			}
			continue
		case *ast.StringNode:
			texts = append(texts, v.Value)
		case *ast.LiteralNode:
			texts = append(texts, strings.TrimSpace(v.Value.Value))
		case ast.ScalarNode:
			texts = append(texts, tk.Value)
		default:
			return nil, nil, &yaml.SyntaxError{Message: "found " + nodeWords(n.Type()) + "; want a text or a list of texts", Token: tk}
		}
		tokens = append(tokens, tk)
	}
	return texts, tokens, nil
}

// profileKeys returns all keys that a profile may have, in the order of the types.
func profileKeys() []string {
	var keys []string
	for _, v := range []any{Profile{}, Recognition{}, Column{}, Mark{}, ExpectedClaim{}} {
		t := reflect.TypeOf(v)
		for i := range t.NumField() {
			if key := t.Field(i).Tag.Get("yaml"); key != "" && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// Nearest returns the word that s is a slip of, "" if none is near.
func Nearest(s string, words []string) string {
	best, least := "", 3 // two letters wrong, or two neighbours swapped
	for _, w := range words {
		if d := slips(s, w); d < least && 2*d < len(w) {
			best, least = w, d
		}
	}
	return best
}

// slips returns the number of letters that must be added, left out, changed or swapped
// with their neighbour to turn a into b. Words too long to be a key are far from all.
func slips(a, b string) int {
	if len(a) > fold.MaxColumnName || len(b) > fold.MaxColumnName {
		return fold.MaxColumnName
	}
	var before, last, row [fold.MaxColumnName + 1]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		before, last = last, row
		row[0] = i + 1
		for j := range len(b) {
			cost := last[j]
			if a[i] != b[j] {
				cost = 1 + min(last[j], row[j], last[j+1])
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				cost = min(cost, 1+before[j-1])
			}
			row[j+1] = cost
		}
	}
	return row[len(b)]
}

// maxSourceQuoted is the longest piece of a profile that an error quotes, in bytes:
// a line and a half.
const maxSourceQuoted = 180

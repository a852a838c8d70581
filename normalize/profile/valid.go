// What a profile may say: every mistake that YAML does not see.

package profile

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/marks"
)

var (
	familyName  = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}$`)
	columnLabel = regexp.MustCompile(`^[a-z0-9][a-z0-9_]{0,59}$`)
)

// FixedType returns the type of a column whose name says what it holds, "" for others.
func FixedType(column string) string { return fixedTypes[column] }

var fixedTypes = map[string]string{
	"region": "region", "department": "department", "commune": "commune", "postal_code": "postal_code", "siret": "siret",
	"email": "email", "phone": "phone", "date": "date", "region_code": "code", "department_code": "code", "commune_code": "code",
	marks.MeansNew: "flag", marks.MeansRenewed: "flag", marks.MeansProvisional: "flag", marks.MeansWithdrawn: "flag",
}

// claimKinds are the kinds of claims that a profile may expect.
var claimKinds = []string{string(claims.Total), string(claims.New), string(claims.Breakdown), string(claims.GroupTotal), string(claims.Share)}

// fail reports a mistake at the node that path names, or at the nearest existing node
// above it.
func (r *profileReader) fail(path, format string, args ...any) {
	for at := path; ; {
		if p, err := yaml.PathString(at); err == nil {
			if n, err := p.FilterFile(r.file); err == nil && n != nil {
				tk := n.GetToken()
				switch n := n.(type) {
				case *ast.MappingNode:
					if len(n.Values) > 0 {
						tk = n.Values[0].Key.GetToken()
					}
				case *ast.MappingValueNode:
					tk = n.Key.GetToken()
				}
				r.token(tk, format, args...)
				return
			}
		}
		cut := strings.LastIndexAny(at, ".[")
		if cut <= 0 {
			r.at(0, 0, format, args...)
			return
		}
		at = at[:cut]
	}
}

// oneOf reports a value that is none of words.
func (r *profileReader) oneOf(path, value string, words []string) bool {
	if slices.Contains(words, value) {
		return true
	}
	hint := ""
	if near := Nearest(value, words); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	r.fail(path, "%q is none of %s%s", value, strings.Join(words, ", "), hint)
	return false
}

func (r *profileReader) validate(p *Profile) {
	switch {
	case p.Name == "":
		r.fail("$", "the profile has no name; give it one, like name: my-family")
	case !familyName.MatchString(p.Name):
		r.fail("$.name", "%q is no name of a profile; want lower-case letters, figures and hyphens", p.Name)
	}
	if p.Headings != "" {
		r.oneOf("$.headings", p.Headings, []string{"none"})
	}
	if len(p.Columns) > maxProfileEntries || len(p.Marks) > maxProfileEntries || len(p.Claims) > maxProfileEntries {
		r.fail("$", "a list of more than %d entries", maxProfileEntries)
		return
	}
	r.columns(p)
	for i := range p.Marks {
		r.mark(&p.Marks[i], fmt.Sprintf("$.marks[%d]", i))
	}
	for i, w := range p.Totals {
		if fold.Words(w) == "" {
			r.fail(fmt.Sprintf("$.totals[%d]", i), "%q has no letters to look for", w)
		}
	}
	for i, name := range p.Key {
		if !columnLabel.MatchString(name) {
			r.fail(fmt.Sprintf("$.key[%d]", i), "%q is no name of a column; want lower-case letters, figures and _, like %q", name, snakeOr(name))
		}
	}
	for i := range p.Claims {
		path := fmt.Sprintf("$.claims[%d]", i)
		if p.Claims[i].Kind == "" {
			r.fail(path, "a claim without kind; want one of %s", strings.Join(claimKinds, ", "))
		} else {
			r.oneOf(path+".kind", p.Claims[i].Kind, claimKinds)
		}
	}
}

func (r *profileReader) columns(p *Profile) {
	var names []string
	for i := range p.Columns {
		c, path := &p.Columns[i], fmt.Sprintf("$.columns[%d]", i)
		switch {
		case c.Name == "":
			r.fail(path, "a column without name")
			continue
		case !columnLabel.MatchString(c.Name):
			r.fail(path+".name", "%q is no name of a column; want lower-case letters, figures and _, like %q", c.Name, snakeOr(c.Name))
		case slices.Contains(names, c.Name):
			r.fail(path+".name", "there is a column %q above", c.Name)
		}
		names = append(names, c.Name)
		for _, t := range c.Titles {
			if fold.Words(t) == "" {
				r.fail(path+".titles", "%q has no letters or figures", t)
			}
		}
		if c.Type != "" && r.oneOf(path+".type", c.Type, profileTypeNames()) {
			if fixed := fixedTypes[c.Name]; fixed != "" && fixed != c.Type {
				r.fail(path+".type", "the column %s holds %s; give a column of type %s another name", c.Name, fixed, c.Type)
			}
		}
		if c.Unit != "" && c.Type != "money" {
			r.fail(path+".unit", "only a column of type money has a unit")
		}
		if c.Above && len(c.Titles) > 0 {
			r.fail(path+".above", "a column that is printed above the rows has no titles")
		}
		if c.Within != "" && c.Carry != nil && !*c.Carry {
			r.fail(path+".within", "nothing is carried in this column, so nothing ends")
		}
	}
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.Within == "" {
			continue
		}
		path := fmt.Sprintf("$.columns[%d].within", i)
		switch {
		case !slices.Contains(names, c.Within):
			r.oneOf(path, c.Within, names)
		case p.circular(c.Name):
			r.fail(path, "%s is within itself", c.Name)
		}
	}
}

// circular reports whether a column is within itself, perhaps over others.
func (p *Profile) circular(name string) bool {
	at := name
	for range p.Columns {
		c := p.Column(at)
		if c == nil || c.Within == "" {
			return false
		}
		if at = c.Within; at == name {
			return true
		}
	}
	return false
}

// Column returns what is known of a column, nil for nothing.
func (p *Profile) Column(name string) *Column {
	if p == nil {
		return nil
	}
	for i := range p.Columns {
		if p.Columns[i].Name == name {
			return &p.Columns[i]
		}
	}
	return nil
}

func snakeOr(name string) string {
	if s := fold.Snake(name); s != "" {
		return s
	}
	return "my_column"
}

func profileTypeNames() []string {
	names := make([]string, len(types))
	for i := range types {
		names[i] = types[i].Name
	}
	return names
}

// hueNames are the colours that a profile may name.
var hueNames = []string{"any", "yellow", "red", "green", "blue", "orange", "pink", "violet", "grey"}

// maxMark is the largest length of a sign or a word that marks a name, in bytes.
const maxMark = 60

func (r *profileReader) mark(m *Mark, path string) {
	if len(m.marks()) == 0 && m.Column == "" {
		r.fail(path, "a mark without a sign: give sign, word, bold, italic, fill, color or column")
	}
	switch {
	case m.Means == "":
		r.fail(path, "a mark without means; say what it means: new, renewed, provisional, withdrawn or a column name")
	case !columnLabel.MatchString(m.Means):
		r.fail(path+".means", "%q is no meaning; want new, renewed, provisional, withdrawn or a column name in lower-case letters", m.Means)
	case fixedTypes[m.Means] != "" && fixedTypes[m.Means] != "flag" || m.Means == "name":
		r.fail(path+".means", "%q is a column of values, not of marks", m.Means)
	}
	if m.Fill != "" {
		r.oneOf(path+".fill", m.Fill, hueNames)
	}
	if m.Color != "" {
		r.oneOf(path+".color", m.Color, hueNames)
	}
	if len(m.Sign) > maxMark || strings.ContainsAny(m.Sign, " \t\n") {
		r.fail(path+".sign", "a sign is one word; longer marks are words")
	} else if strings.ContainsFunc(m.Sign, func(c rune) bool { return marks.IsWordRune(c) }) && !strings.HasPrefix(m.Sign, "(") {
		r.fail(path+".sign", "%q is a word, not a sign; write word: %s", m.Sign, m.Sign)
	}
	if m.Word != "" && (len(m.Word) > maxMark || fold.Words(m.Word) == "") {
		r.fail(path+".word", "%q cannot be a word beside a name", m.Word)
	}
}

// Style sheets: the rules that can change how a row, a cell or a word looks.
//
// Properties that only move boxes are skipped. As in browsers, a selector that is not
// understood makes its rule void.

package html

import "strings"

// A cssProp is a property that matters here.
type cssProp uint8

// The properties that matter.
const (
	propFill       cssProp = iota // background-color
	propColor                     // color
	propBold                      // font-weight
	propItalic                    // font-style
	propRaise                     // vertical-align
	propDecoration                // text-decoration
	propDisplay                   // display
	propVisibility                // visibility
	propSpace                     // white-space
	propMarker                    // list-style
	propContent                   // content
	propCount                     // number of properties
)

// Values of properties that are keywords.
const (
	raiseNone, raiseSuper, raiseSub                    = 0, 1, 2
	decoNone, decoStrike, decoUnderline                = 0, 1, 2 // bits
	spaceNormal, spacePre, spaceLines                  = 0, 1, 2
	displayInline, displayBlock, displayNone           = 0, 1, 2
	displayTable, displayRow, displayCell, displayList = 3, 4, 5, 6
	displayGroup                                       = 7
)

// A cssDecl is one declaration of a property that matters.
type cssDecl struct {
	prop      cssProp
	important bool
	value     uint32 // a Color, a constant above, 0 or 1, or an index into cssSheet.content
}

// A cssRule is one selector with its declarations.
type cssRule struct {
	sel   cssSelector
	decls []cssDecl
}

// A cssSheet holds the rules of a page, by the id, class or tag of their last part.
type cssSheet struct {
	rules   []cssRule
	byID    map[string][]int32
	byClass map[string][]int32
	byTag   map[string][]int32
	rest    []int32
	content []string          // values of the content property
	vars    map[string]string // custom properties
	full    bool              // there were more rules than maxRules
}

// maxRules is the largest number of rules of a page. The largest frameworks have some
// 10,000, of which a quarter colours or hides something.
const maxRules = 20_000

// parse adds the rules of a style sheet.
func (s *cssSheet) parse(text string) {
	if s.byID == nil {
		s.byID, s.byClass, s.byTag = map[string][]int32{}, map[string][]int32{}, map[string][]int32{}
		s.vars = map[string]string{}
	}
	text = dropComments(text)
	s.findVars(text)
	s.parseRules(text, 0)
}

// findVars collects custom properties, whatever rule sets them: pages set them once,
// at the root.
func (s *cssSheet) findVars(text string) {
	for {
		i := strings.Index(text, "--")
		if i < 0 || len(s.vars) >= maxRules {
			return
		}
		before := strings.TrimRight(text[:i], " \t\r\n")
		text = text[i+2:]
		if before == "" || strings.IndexByte("{;", before[len(before)-1]) < 0 {
			continue
		}
		end := strings.IndexAny(text, ";}")
		if end < 0 {
			return
		}
		if name, value, ok := strings.Cut(text[:end], ":"); ok {
			s.vars["--"+strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
		text = text[end:]
	}
}

// parseRules adds the rules in text. depth is the number of @-rules around it.
func (s *cssSheet) parseRules(text string, depth int) {
	for text != "" {
		text = strings.TrimLeft(text, " \t\r\n\f;}")
		text = strings.TrimPrefix(text, "<!--")
		text = strings.TrimPrefix(text, "-->")
		open := strings.IndexAny(text, "{;")
		if open < 0 {
			return
		}
		prelude := strings.TrimSpace(text[:open])
		if text[open] == ';' { // @import, @charset
			text = text[open+1:]
			continue
		}
		body, rest := braceBlock(text[open+1:])
		text = rest
		if !strings.HasPrefix(prelude, "@") {
			s.addRules(prelude, body)
			continue
		}
		if depth < 4 && appliesToScreen(prelude) {
			s.parseRules(body, depth+1)
		}
	}
}

// appliesToScreen reports whether the rules in an @-rule apply to a page on a screen.
func appliesToScreen(prelude string) bool {
	p := strings.ToLower(prelude)
	switch {
	case strings.HasPrefix(p, "@supports"), strings.HasPrefix(p, "@layer"):
		return !strings.Contains(p, "not")
	case strings.HasPrefix(p, "@media"):
		cond := strings.TrimSpace(p[len("@media"):])
		return cond == "screen" || cond == "all" || strings.HasPrefix(cond, "only screen") && !strings.Contains(cond, "(") ||
			strings.Contains(cond, "screen") && !strings.Contains(cond, "(") && !strings.Contains(cond, "not")
	}
	return false
}

// braceBlock splits text at the brace that closes an open one.
func braceBlock(text string) (body, rest string) {
	depth, quote := 1, byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote || c == '\n' {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				return text[:i], text[i+1:]
			}
		}
	}
	return text, ""
}

// dropComments replaces comments by blanks.
func dropComments(text string) string {
	if !strings.Contains(text, "/*") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, "/*")
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		b.WriteByte(' ')
		j := strings.Index(text[i+2:], "*/")
		if j < 0 {
			return b.String()
		}
		text = text[i+2+j+2:]
	}
}

// addRules adds a rule for each selector of a group.
func (s *cssSheet) addRules(group, body string) {
	decls := s.parseDeclarations(body, nil)
	if len(decls) == 0 {
		return
	}
	for _, text := range splitOutside(group, ',') {
		sel, ok := parseSelector(text)
		if !ok {
			continue
		}
		if len(s.rules) >= maxRules {
			s.full = true
			return
		}
		n := int32(len(s.rules))
		s.rules = append(s.rules, cssRule{sel, decls})
		switch last := &sel.parts[0]; {
		case last.id != "":
			s.byID[last.id] = append(s.byID[last.id], n)
		case len(last.classes) > 0:
			s.byClass[last.classes[0]] = append(s.byClass[last.classes[0]], n)
		case last.tag != "":
			s.byTag[last.tag] = append(s.byTag[last.tag], n)
		default:
			s.rest = append(s.rest, n)
		}
	}
}

// splitOutside splits s at each sep that is outside of brackets and quotes.
func splitOutside(s string, sep byte) []string {
	var parts []string
	depth, start, quote := 0, 0, byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == sep && depth <= 0:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

// parseDeclarations appends the declarations in body that matter.
func (s *cssSheet) parseDeclarations(body string, decls []cssDecl) []cssDecl {
	if strings.IndexByte(body, '{') >= 0 { // nested rules: their own selectors are not read
		body = body[:strings.LastIndexByte(body[:strings.IndexByte(body, '{')], ';')+1]
	}
	for body != "" {
		var d string
		if i := strings.IndexAny(body, ";\"'("); i >= 0 && body[i] != ';' {
			d = splitOutside(body, ';')[0]
		} else if i >= 0 {
			d = body[:i]
		} else {
			d = body
		}
		body = body[min(len(body), len(d)+1):]
		name, value, ok := strings.Cut(d, ":")
		if !ok {
			continue
		}
		decls = s.parseDeclaration(strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value), decls)
	}
	return decls
}

// Declarations of style sheets: the values of the properties that matter.

package html

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/color"
)

// parseDeclaration appends what a declaration sets, if it matters and is
// understood. name is in lower case.
func (s *cssSheet) parseDeclaration(name, value string, decls []cssDecl) []cssDecl {
	if !relevantProps[name] {
		return decls
	}
	value = s.resolve(value)
	important := false
	if i := strings.LastIndexByte(value, '!'); i >= 0 && strings.EqualFold(strings.TrimSpace(value[i+1:]), "important") {
		value, important = strings.TrimSpace(value[:i]), true
	}
	from := len(decls)
	switch v := strings.ToLower(value); name {
	case "content":
		if text, ok := cssString(value); ok && s != nil && len(s.content) < maxRules {
			decls = append(decls, cssDecl{prop: propContent, value: uint32(len(s.content))})
			s.content = append(s.content, text)
		}
	case "background", "background-color":
		if c, ok := backgroundColor(v, name == "background"); ok {
			decls = append(decls, cssDecl{prop: propFill, value: uint32(c)})
		}
	case "color":
		if c, ok := color.Parse(v); ok {
			decls = append(decls, cssDecl{prop: propColor, value: uint32(c)})
		}
	case "font":
		decls = append(decls, parseFont(v)...)
	default:
		if prop, set, ok := parseKeyword(name, v); ok {
			decls = append(decls, cssDecl{prop: prop, value: set})
		}
	}
	for i := from; i < len(decls); i++ {
		decls[i].important = important
	}
	return decls
}

// parseFont reads the shorthand, which sets what it does not name to normal.
func parseFont(v string) []cssDecl {
	var bold, italic uint32
	for _, f := range strings.Fields(v) {
		if f == "italic" || f == "oblique" {
			italic = 1
		} else if w, ok := parseBold(f); ok && w == 1 {
			bold = 1
		} else if f == "inherit" {
			return nil
		}
	}
	return []cssDecl{{prop: propBold, value: bold}, {prop: propItalic, value: italic}}
}

// parseKeyword reads the properties whose values are keywords. It is not ok if the
// value changes nothing here.
func parseKeyword(name, v string) (prop cssProp, value uint32, ok bool) {
	switch name {
	case "font-weight":
		value, ok = parseBold(v)
		return propBold, value, ok
	case "font-style":
		if v == "italic" || strings.HasPrefix(v, "oblique") {
			return propItalic, 1, true
		}
		return propItalic, 0, v == "normal"
	case "vertical-align":
		switch v {
		case "super", "text-top":
			return propRaise, raiseSuper, true
		case "sub", "text-bottom":
			return propRaise, raiseSub, true
		}
		return propRaise, raiseNone, true
	case "text-decoration", "text-decoration-line":
		if strings.Contains(v, "line-through") {
			value |= decoStrike
		}
		if strings.Contains(v, "underline") {
			value |= decoUnderline
		}
		return propDecoration, value, true
	case "display":
		value, ok = displays[v]
		return propDisplay, value, ok
	case "clip", "clip-path": // of text for screen readers nothing is left
		v = strings.ReplaceAll(v, " ", "")
		return propDisplay, displayNone, strings.HasPrefix(v, "rect(0") || strings.HasPrefix(v, "rect(1px") || strings.HasPrefix(v, "inset(50%") || strings.HasPrefix(v, "inset(100%")
	case "visibility":
		if v == "hidden" || v == "collapse" {
			return propVisibility, 1, true
		}
		return propVisibility, 0, v == "visible"
	case "white-space":
		value, ok = whiteSpaces[v]
		return propSpace, value, ok
	case "list-style", "list-style-type":
		if strings.Contains(v, "none") {
			return propMarker, 0, true
		}
		return propMarker, 1, true
	}
	return 0, 0, false
}

// parseBold reads a font weight: 1 is bold. Sizes in the font shorthand have units,
// weights have none.
func parseBold(v string) (uint32, bool) {
	switch v {
	case "bold", "bolder":
		return 1, true
	case "normal", "lighter":
		return 0, true
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 100 || n > 1000 {
		return 0, false
	}
	if n >= 600 { // browsers draw 600 and more with the bold face
		return 1, true
	}
	return 0, true
}

// backgroundColor returns the colour in the value of background or background-color.
func backgroundColor(v string, shorthand bool) (document.Color, bool) {
	if c, ok := color.Parse(v); ok {
		return c, true
	}
	if !shorthand {
		return 0, false
	}
	found := color.Clear // without a colour, the shorthand resets an earlier one
	for _, f := range splitOutside(v, ' ') {
		if c, ok := color.Parse(f); ok {
			found = c
		}
		if f == "inherit" || f == "initial" || f == "unset" {
			return 0, false
		}
	}
	return found, true
}

// maxVarSteps is the largest number of custom properties that a value is replaced by.
const maxVarSteps = 8

// resolve replaces var(--name, fallback) by its value.
func (s *cssSheet) resolve(value string) string {
	for range maxVarSteps {
		i := strings.Index(value, "var(")
		if i < 0 || len(value) > 1000 {
			return value
		}
		rest := value[i+len("var("):]
		end := strings.IndexByte(rest, ')')
		if end < 0 {
			return value
		}
		name, fallback, _ := strings.Cut(rest[:end], ",")
		to := strings.TrimSpace(fallback)
		if s != nil {
			if v, ok := s.vars[strings.TrimSpace(name)]; ok {
				to = v
			}
		}
		value = value[:i] + to + rest[end+1:]
	}
	return value
}

// cssString reads the quoted string of a content property.
func cssString(v string) (string, bool) {
	if len(v) < 2 || v[0] != '"' && v[0] != '\'' || v[len(v)-1] != v[0] {
		return "", false
	}
	v = v[1 : len(v)-1]
	if strings.ContainsAny(v, "\"'") {
		return "", false
	}
	var b strings.Builder
	for i := 0; i < len(v); i++ {
		if v[i] != '\\' {
			b.WriteByte(v[i])
			continue
		}
		j := i + 1
		for j < len(v) && j < i+7 && isHexDigit(v[j]) {
			j++
		}
		if n, err := strconv.ParseUint(v[i+1:j], 16, 32); err == nil && n > 0 && n <= 0x10FFFF {
			b.WriteRune(rune(n))
			if j < len(v) && v[j] == ' ' {
				j++
			}
			i = j - 1
		}
	}
	return b.String(), true
}

// isHexDigit reports whether c is a hexadecimal digit.
func isHexDigit(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

// relevantProps holds the properties that parseDeclaration reads.
var relevantProps = map[string]bool{
	"background": true, "background-color": true, "color": true, "font-weight": true, "font-style": true,
	"font": true, "vertical-align": true, "text-decoration": true, "text-decoration-line": true,
	"display": true, "visibility": true, "clip": true, "clip-path": true, "white-space": true, "list-style": true, "list-style-type": true,
	"content": true,
}

// displays holds the values of display that make or end boxes.
var displays = map[string]uint32{
	"none": displayNone, "inline": displayInline, "block": displayBlock, "flex": displayBlock, "grid": displayBlock,
	"flow-root": displayBlock, "list-item": displayList, "table": displayTable, "table-row": displayRow,
	"table-cell": displayCell, "table-row-group": displayGroup, "table-header-group": displayGroup,
	"table-footer-group": displayGroup,
}

// whiteSpaces holds the values of white-space.
var whiteSpaces = map[string]uint32{
	"pre": spacePre, "pre-wrap": spacePre, "break-spaces": spacePre, "pre-line": spaceLines,
	"normal": spaceNormal, "nowrap": spaceNormal,
}

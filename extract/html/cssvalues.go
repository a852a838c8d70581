// Declarations of style sheets: what the values of the properties that matter mean.

package html

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// declaration appends what one property says, if it matters and is understood.
func (s *cssSheet) declaration(name, value string, decls []cssDecl) []cssDecl {
	if !relevantProps[name] {
		return decls
	}
	value = s.resolve(value)
	important := false
	if i := strings.LastIndexByte(value, '!'); i >= 0 && strings.EqualFold(strings.TrimSpace(value[i+1:]), "important") {
		value, important = strings.TrimSpace(value[:i]), true
	}
	if name == "content" {
		if text, ok := cssString(value); ok && s != nil && len(s.content) < maxRules {
			decls = append(decls, cssDecl{propContent, important, uint32(len(s.content))})
			s.content = append(s.content, text)
		}
		return decls
	}
	add := func(p cssProp, v uint32) { decls = append(decls, cssDecl{p, important, v}) }
	v := strings.ToLower(value)
	switch name {
	case "background", "background-color":
		if c, ok := backgroundColor(v, name == "background"); ok {
			add(propFill, uint32(c))
		}
	case "color":
		if c, ok := ParseColor(v); ok {
			add(propColor, uint32(c))
		}
	case "font-weight":
		if w, ok := boldness(v); ok {
			add(propBold, w)
		}
	case "font-style":
		switch {
		case v == "italic" || strings.HasPrefix(v, "oblique"):
			add(propItalic, 1)
		case v == "normal":
			add(propItalic, 0)
		}
	case "font": // the shorthand sets what it does not name to normal
		var bold, italic uint32
		for _, f := range strings.Fields(v) {
			if f == "italic" || f == "oblique" {
				italic = 1
			} else if w, ok := boldness(f); ok && w == 1 {
				bold = 1
			} else if f == "inherit" {
				return decls
			}
		}
		add(propBold, bold)
		add(propItalic, italic)
	case "vertical-align":
		switch v {
		case "super", "text-top":
			add(propRaise, raiseSuper)
		case "sub", "text-bottom":
			add(propRaise, raiseSub)
		default:
			add(propRaise, raiseNone)
		}
	case "text-decoration", "text-decoration-line":
		var d uint32
		if strings.Contains(v, "line-through") {
			d |= decoStrike
		}
		if strings.Contains(v, "underline") {
			d |= decoUnderline
		}
		add(propDecoration, d)
	case "display":
		if d, ok := displays[v]; ok {
			add(propDisplay, d)
		}
	case "visibility":
		if v == "hidden" || v == "collapse" {
			add(propVisibility, 1)
		} else if v == "visible" {
			add(propVisibility, 0)
		}
	case "white-space":
		switch v {
		case "pre", "pre-wrap", "break-spaces":
			add(propSpace, spacePre)
		case "pre-line":
			add(propSpace, spaceLines)
		case "normal", "nowrap":
			add(propSpace, spaceNormal)
		}
	case "list-style", "list-style-type":
		if strings.Contains(v, "none") {
			add(propMarker, 0)
		} else {
			add(propMarker, 1)
		}
	}
	return decls
}

// boldness reads a font weight. Numbers of fonts' sizes have units, weights have none.
func boldness(v string) (uint32, bool) {
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

// backgroundColor finds the colour in a background value.
func backgroundColor(v string, shorthand bool) (document.Color, bool) {
	if c, ok := ParseColor(v); ok {
		return c, true
	}
	if !shorthand {
		return 0, false
	}
	var found document.Color = ClearColor // the shorthand takes an earlier colour away
	for _, f := range splitTop(v, ' ') {
		if c, ok := ParseColor(f); ok {
			found = c
		}
		if f == "inherit" || f == "initial" || f == "unset" {
			return 0, false
		}
	}
	return found, true
}

// maxVarSteps is how many custom properties a value may go through.
const maxVarSteps = 8

// resolve replaces var(--name, fallback) by what it stands for.
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

// cssString reads a quoted string of a content property.
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

func isHexDigit(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

var relevantProps = map[string]bool{
	"background": true, "background-color": true, "color": true, "font-weight": true, "font-style": true,
	"font": true, "vertical-align": true, "text-decoration": true, "text-decoration-line": true,
	"display": true, "visibility": true, "white-space": true, "list-style": true, "list-style-type": true,
	"content": true,
}

var displays = map[string]uint32{
	"none": displayNone, "inline": displayInline, "block": displayBlock, "flex": displayBlock, "grid": displayBlock,
	"flow-root": displayBlock, "list-item": displayList, "table": displayTable, "table-row": displayRow,
	"table-cell": displayCell, "table-row-group": displayGroup, "table-header-group": displayGroup,
	"table-footer-group": displayGroup,
}

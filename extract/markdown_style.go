// This file reads what the attributes of a tag in Markdown say of its look. A
// whole page has rules and inheritance; here a few words of style are all there is.

package extract

import (
	"strconv"
	"strings"
)

// attrStyle adds to s what the attributes of a tag say of its look: style="...",
// and <font color>. Black text is plain text.
func attrStyle(s *Style, tag, attrs string) {
	if strings.IndexByte(attrs, '=') < 0 {
		return
	}
	if tag == "font" {
		if c, ok := parseAttrColor(attr(attrs, "color")); ok {
			setColor(s, c)
		}
	}
	for _, decl := range strings.Split(attr(attrs, "style"), ";") {
		name, value, _ := strings.Cut(decl, ":")
		value = strings.TrimSpace(value)
		switch name = strings.ToLower(strings.TrimSpace(name)); name {
		case "color":
			if c, ok := parseColor(value); ok {
				setColor(s, c)
			}
		case "background", "background-color":
			if c, ok := parseColor(value); ok {
				setFill(s, c)
			}
		case "font-weight":
			if n, err := strconv.Atoi(value); err == nil && n >= boldWeight || strings.HasPrefix(value, "bold") {
				s.Flags |= Bold
			}
		case "font-style":
			if value == "italic" || value == "oblique" {
				s.Flags |= Italic
			}
		case "text-decoration", "text-decoration-line":
			if strings.Contains(value, "line-through") {
				s.Flags |= Strike
			}
			if strings.Contains(value, "underline") {
				s.Flags |= Underline
			}
		case "vertical-align":
			switch value {
			case "super":
				s.Flags |= Superscript
			case "sub":
				s.Flags |= Subscript
			}
		}
	}
}

// boldWeight is the font weight from which type looks bold.
const boldWeight = 600

// setColor sets the colour of text; black and what cannot be seen are the usual one.
func setColor(s *Style, c Color) {
	s.Color = 0
	if c != clearColor && over(c, white) != black {
		s.Color = over(c, white)
	}
}

// setFill sets the ground behind text; white is no fill.
func setFill(s *Style, c Color) {
	s.Fill = 0
	if c != clearColor && over(c, white) != white {
		s.Fill = over(c, white)
	}
}

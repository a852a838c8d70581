// Styles in the attributes of a tag. A whole page has style sheets and inheritance,
// which package html reads; inside Markdown there is only style="..." and <font>.

package markdown

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/color"
)

// attrStyle adds to s the style in the attributes of a tag: style="..." and
// <font color>. Black text is plain text.
func attrStyle(s *document.Style, tag, attrs string) {
	if strings.IndexByte(attrs, '=') < 0 {
		return
	}
	if tag == "font" {
		if c, ok := color.ParseAttr(attr(attrs, "color")); ok {
			setColor(s, c)
		}
	}
	for _, decl := range strings.Split(attr(attrs, "style"), ";") {
		name, value, _ := strings.Cut(decl, ":")
		value = strings.TrimSpace(value)
		switch name = strings.ToLower(strings.TrimSpace(name)); name {
		case "color":
			if c, ok := color.Parse(value); ok {
				setColor(s, c)
			}
		case "background", "background-color":
			if c, ok := color.Parse(value); ok {
				setFill(s, c)
			}
		case "font-weight":
			if n, err := strconv.Atoi(value); err == nil && n >= boldWeight || strings.HasPrefix(value, "bold") {
				s.Flags |= document.Bold
			}
		case "font-style":
			if value == "italic" || value == "oblique" {
				s.Flags |= document.Italic
			}
		case "text-decoration", "text-decoration-line":
			if strings.Contains(value, "line-through") {
				s.Flags |= document.Strike
			}
			if strings.Contains(value, "underline") {
				s.Flags |= document.Underline
			}
		case "vertical-align":
			switch value {
			case "super":
				s.Flags |= document.Superscript
			case "sub":
				s.Flags |= document.Subscript
			}
		}
	}
}

// boldWeight is the least font weight that browsers draw bold.
const boldWeight = 600

// setColor sets the colour of text; black and transparent are the usual colour.
func setColor(s *document.Style, c document.Color) {
	s.Color = 0
	if c != color.Clear && color.Over(c, color.White) != color.Black {
		s.Color = color.Over(c, color.White)
	}
}

// setFill sets the background; white and transparent are none.
func setFill(s *document.Style, c document.Color) {
	s.Fill = 0
	if c != color.Clear && color.Over(c, color.White) != color.White {
		s.Fill = color.Over(c, color.White)
	}
}

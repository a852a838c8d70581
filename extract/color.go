package extract

import (
	"strconv"
	"strings"
)

// This file reads colours and type styles as CSS and old HTML write them.

// parseColor reads "#ff0", "#ffff00", "rgb(255, 255, 0)", "yellow". A colour
// that cannot be seen (transparent, inherit, alpha 0) is no colour.
func parseColor(text string) (Color, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		return hexColor(hex)
	}
	if c, ok := colorNames[text]; ok {
		return c, true
	}
	name, args, ok := strings.Cut(text, "(")
	if !ok || name != "rgb" && name != "rgba" {
		return 0, false
	}
	args, _, ok = strings.Cut(args, ")")
	if !ok {
		return 0, false
	}
	parts := strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(parts) < 3 || len(parts) > 4 {
		return 0, false
	}
	if len(parts) == 4 {
		if alpha, err := strconv.ParseFloat(strings.TrimSuffix(parts[3], "%"), 64); err == nil && alpha == 0 {
			return 0, false
		}
	}
	var rgb [3]uint8
	for i := range rgb {
		share, percent := strings.CutSuffix(parts[i], "%")
		v, err := strconv.ParseFloat(share, 64)
		if err != nil {
			return 0, false
		}
		if percent {
			v *= 2.55
		}
		rgb[i] = uint8(min(max(v, 0), 255))
	}
	return RGB(rgb[0], rgb[1], rgb[2]), true
}

func hexColor(hex string) (Color, bool) {
	if len(hex) == 3 || len(hex) == 4 {
		var long []byte
		for i := range len(hex) {
			long = append(long, hex[i], hex[i])
		}
		hex = string(long)
	}
	if len(hex) == 8 {
		if hex[6:] == "00" {
			return 0, false
		}
		hex = hex[:6]
	}
	if len(hex) != 6 {
		return 0, false
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return 0, false
	}
	return 0xff000000 | Color(v), true
}

// attrStyle adds to s what the attributes of a tag say of its look: style="...",
// and <font color>. Black text is plain text.
func attrStyle(s *Style, tag, attrs string) {
	if strings.IndexByte(attrs, '=') < 0 {
		return
	}
	if tag == "font" {
		if c, ok := parseColor(attr(attrs, "color")); ok {
			s.setColor(c)
		}
	}
	for _, decl := range strings.Split(attr(attrs, "style"), ";") {
		name, value, _ := strings.Cut(decl, ":")
		value = strings.TrimSpace(value)
		switch name = strings.ToLower(strings.TrimSpace(name)); name {
		case "color":
			if c, ok := parseColor(value); ok {
				s.setColor(c)
			}
		case "background", "background-color":
			if c, ok := parseColor(value); ok {
				s.Fill = c
			}
			if c, ok := parseColor(strings.ToLower(value)); ok && c == RGB(255, 255, 255) {
				s.Fill = 0
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

func (s *Style) setColor(c Color) {
	if c != RGB(0, 0, 0) {
		s.Color = c
	}
}

// colorNames are the names that releases use, of those that CSS knows.
var colorNames = map[string]Color{
	"black": RGB(0, 0, 0), "white": RGB(255, 255, 255), "red": RGB(255, 0, 0), "lime": RGB(0, 255, 0), "blue": RGB(0, 0, 255),
	"yellow": RGB(255, 255, 0), "cyan": RGB(0, 255, 255), "aqua": RGB(0, 255, 255), "magenta": RGB(255, 0, 255), "fuchsia": RGB(255, 0, 255),
	"silver": RGB(192, 192, 192), "gray": RGB(128, 128, 128), "grey": RGB(128, 128, 128), "maroon": RGB(128, 0, 0), "olive": RGB(128, 128, 0),
	"green": RGB(0, 128, 0), "purple": RGB(128, 0, 128), "teal": RGB(0, 128, 128), "navy": RGB(0, 0, 128), "orange": RGB(255, 165, 0),
	"pink": RGB(255, 192, 203), "gold": RGB(255, 215, 0), "brown": RGB(165, 42, 42), "crimson": RGB(220, 20, 60), "darkred": RGB(139, 0, 0),
	"darkblue": RGB(0, 0, 139), "darkgreen": RGB(0, 100, 0), "darkorange": RGB(255, 140, 0), "orangered": RGB(255, 69, 0), "tomato": RGB(255, 99, 71),
	"firebrick": RGB(178, 34, 34), "lightyellow": RGB(255, 255, 224), "lightgreen": RGB(144, 238, 144), "lightblue": RGB(173, 216, 230),
	"lightgray": RGB(211, 211, 211), "lightgrey": RGB(211, 211, 211), "gainsboro": RGB(220, 220, 220), "whitesmoke": RGB(245, 245, 245),
	"khaki": RGB(240, 230, 140), "palegreen": RGB(152, 251, 152), "skyblue": RGB(135, 206, 235), "violet": RGB(238, 130, 238),
	"indigo": RGB(75, 0, 130), "turquoise": RGB(64, 224, 208), "salmon": RGB(250, 128, 114), "coral": RGB(255, 127, 80), "beige": RGB(245, 245, 220),
	"ivory": RGB(255, 255, 240), "lavender": RGB(230, 230, 250), "darkgray": RGB(169, 169, 169), "darkgrey": RGB(169, 169, 169), "royalblue": RGB(65, 105, 225),
}

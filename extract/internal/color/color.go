// Package color reads the colours of style sheets and HTML attributes (names,
// #rgb, rgb(), hsl()) and mixes translucent ones. HTML pages and the HTML inside
// Markdown use it; call [Parse] first, then [Over] for what the eye sees.
package color

import (
	"math"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// The colours that are no style: of paper, of ink, and none at all.
const (
	White document.Color = 0xffffffff
	Black document.Color = 0xff000000
	// Clear is "transparent". It differs from 0, which is no colour given: it
	// overrides the colour of an outer rule.
	Clear document.Color = 0x00ffffff
)

// Parse returns the colour that CSS calls s, with its alpha in the upper byte (255
// is opaque), and false if s is no colour.
func Parse(s string) (document.Color, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, false
	}
	if s[0] == '#' {
		return parseHex(s[1:])
	}
	s = strings.ToLower(s)
	if c, ok := names[s]; ok {
		return 0xff000000 | c, true
	}
	if s == "transparent" {
		return Clear, true
	}
	name, args, ok := strings.Cut(s, "(")
	if !ok || !strings.HasSuffix(args, ")") {
		return 0, false
	}
	// Commas, blanks and the slash before alpha are all separators.
	f := strings.FieldsFunc(args[:len(args)-1], func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(f) < 3 || len(f) > 4 {
		return 0, false
	}
	alpha := 1.0
	if len(f) == 4 {
		if alpha, ok = parsePart(f[3], 1); !ok {
			return 0, false
		}
	}
	switch strings.TrimSpace(name) {
	case "rgb", "rgba":
		var c [3]float64
		for i := range c {
			v, ok := parsePart(f[i], 255)
			if !ok {
				return 0, false
			}
			c[i] = v
		}
		return pack(c[0], c[1], c[2], alpha), true
	case "hsl", "hsla":
		h, err := strconv.ParseFloat(strings.TrimSuffix(f[0], "deg"), 64)
		sat, ok1 := parsePart(f[1], 1)
		light, ok2 := parsePart(f[2], 1)
		if err != nil || math.IsInf(h, 0) || math.IsNaN(h) || !ok1 || !ok2 {
			return 0, false
		}
		r, g, b := hsl(h, sat, light)
		return pack(r*255, g*255, b*255, alpha), true
	}
	return 0, false
}

// parsePart reads one part of rgb() or hsl(): a number up to top, or a percentage of it.
func parsePart(s string, top float64) (float64, bool) {
	num, percent := strings.CutSuffix(s, "%")
	v, err := strconv.ParseFloat(num, 64)
	if err != nil || math.IsNaN(v) {
		return 0, false
	}
	if percent {
		v *= top / 100
	}
	return min(max(v, 0), top), true
}

// hsl turns hue (degrees), saturation and lightness (0 to 1) into red, green
// and blue (0 to 1), by the formula of CSS Color 4, section 7.1.
func hsl(h, s, l float64) (r, g, b float64) {
	f := func(n float64) float64 {
		k := math.Mod(n+h/30, 12)
		if k < 0 {
			k += 12
		}
		a := s * min(l, 1-l)
		return l - a*max(-1, min(k-3, 9-k, 1))
	}
	return f(0), f(8), f(4)
}

// pack returns the Color of red, green and blue (0 to 255) and alpha (0 to 1).
func pack(r, g, b, alpha float64) document.Color {
	if alpha == 0 {
		return Clear
	}
	u := func(v float64) document.Color { return document.Color(min(max(math.Round(v), 0), 255)) }
	return u(alpha*255)<<24 | u(r)<<16 | u(g)<<8 | u(b)
}

// parseHex reads "rgb", "rgba", "rrggbb" or "rrggbbaa".
func parseHex(h string) (document.Color, bool) {
	v, err := strconv.ParseUint(h, 16, 32)
	if err != nil {
		return 0, false
	}
	c := document.Color(v)
	double := func(x document.Color) document.Color { return (x & 0xf) * 0x11 }
	switch len(h) {
	case 3:
		return 0xff000000 | double(c>>8)<<16 | double(c>>4)<<8 | double(c), true
	case 4:
		return double(c)<<24 | double(c>>12)<<16 | double(c>>8)<<8 | double(c>>4), true
	case 6:
		return 0xff000000 | c, true
	case 8:
		return c<<24 | c>>8, true
	}
	return 0, false
}

// ParseAttr reads the colour of a bgcolor or color attribute, which may lack the "#".
func ParseAttr(s string) (document.Color, bool) {
	if c, ok := Parse(s); ok {
		return c, true
	}
	s = strings.TrimSpace(s)
	if len(s) == 6 || len(s) == 3 {
		return parseHex(s)
	}
	return 0, false
}

// Over returns the opaque colour that c looks like on ground. A ground that is not
// opaque counts as white.
func Over(c, ground document.Color) document.Color {
	alpha := c >> 24
	if alpha == 255 {
		return c
	}
	if ground>>24 != 255 {
		ground = White
	}
	mix := func(shift uint) document.Color {
		a, b := c>>shift&0xff, ground>>shift&0xff
		return (a*alpha + b*(255-alpha) + 127) / 255 << shift
	}
	return 0xff000000 | mix(16) | mix(8) | mix(0)
}

// names holds the named colours of CSS Color 4, section 6.1, without alpha.
var names = map[string]document.Color{
	"aliceblue": 0xf0f8ff, "antiquewhite": 0xfaebd7, "aqua": 0x00ffff, "aquamarine": 0x7fffd4,
	"azure": 0xf0ffff, "beige": 0xf5f5dc, "bisque": 0xffe4c4, "black": 0x000000, "blanchedalmond": 0xffebcd,
	"blue": 0x0000ff, "blueviolet": 0x8a2be2, "brown": 0xa52a2a, "burlywood": 0xdeb887, "cadetblue": 0x5f9ea0,
	"chartreuse": 0x7fff00, "chocolate": 0xd2691e, "coral": 0xff7f50, "cornflowerblue": 0x6495ed,
	"cornsilk": 0xfff8dc, "crimson": 0xdc143c, "cyan": 0x00ffff, "darkblue": 0x00008b, "darkcyan": 0x008b8b,
	"darkgoldenrod": 0xb8860b, "darkgray": 0xa9a9a9, "darkgreen": 0x006400, "darkgrey": 0xa9a9a9,
	"darkkhaki": 0xbdb76b, "darkmagenta": 0x8b008b, "darkolivegreen": 0x556b2f, "darkorange": 0xff8c00,
	"darkorchid": 0x9932cc, "darkred": 0x8b0000, "darksalmon": 0xe9967a, "darkseagreen": 0x8fbc8f,
	"darkslateblue": 0x483d8b, "darkslategray": 0x2f4f4f, "darkslategrey": 0x2f4f4f, "darkturquoise": 0x00ced1,
	"darkviolet": 0x9400d3, "deeppink": 0xff1493, "deepskyblue": 0x00bfff, "dimgray": 0x696969,
	"dimgrey": 0x696969, "dodgerblue": 0x1e90ff, "firebrick": 0xb22222, "floralwhite": 0xfffaf0,
	"forestgreen": 0x228b22, "fuchsia": 0xff00ff, "gainsboro": 0xdcdcdc, "ghostwhite": 0xf8f8ff,
	"gold": 0xffd700, "goldenrod": 0xdaa520, "gray": 0x808080, "green": 0x008000, "greenyellow": 0xadff2f,
	"grey": 0x808080, "honeydew": 0xf0fff0, "hotpink": 0xff69b4, "indianred": 0xcd5c5c, "indigo": 0x4b0082,
	"ivory": 0xfffff0, "khaki": 0xf0e68c, "lavender": 0xe6e6fa, "lavenderblush": 0xfff0f5,
	"lawngreen": 0x7cfc00, "lemonchiffon": 0xfffacd, "lightblue": 0xadd8e6, "lightcoral": 0xf08080,
	"lightcyan": 0xe0ffff, "lightgoldenrodyellow": 0xfafad2, "lightgray": 0xd3d3d3, "lightgreen": 0x90ee90,
	"lightgrey": 0xd3d3d3, "lightpink": 0xffb6c1, "lightsalmon": 0xffa07a, "lightseagreen": 0x20b2aa,
	"lightskyblue": 0x87cefa, "lightslategray": 0x778899, "lightslategrey": 0x778899,
	"lightsteelblue": 0xb0c4de, "lightyellow": 0xffffe0, "lime": 0x00ff00, "limegreen": 0x32cd32,
	"linen": 0xfaf0e6, "magenta": 0xff00ff, "maroon": 0x800000, "mediumaquamarine": 0x66cdaa,
	"mediumblue": 0x0000cd, "mediumorchid": 0xba55d3, "mediumpurple": 0x9370db, "mediumseagreen": 0x3cb371,
	"mediumslateblue": 0x7b68ee, "mediumspringgreen": 0x00fa9a, "mediumturquoise": 0x48d1cc,
	"mediumvioletred": 0xc71585, "midnightblue": 0x191970, "mintcream": 0xf5fffa, "mistyrose": 0xffe4e1,
	"moccasin": 0xffe4b5, "navajowhite": 0xffdead, "navy": 0x000080, "oldlace": 0xfdf5e6, "olive": 0x808000,
	"olivedrab": 0x6b8e23, "orange": 0xffa500, "orangered": 0xff4500, "orchid": 0xda70d6,
	"palegoldenrod": 0xeee8aa, "palegreen": 0x98fb98, "paleturquoise": 0xafeeee, "palevioletred": 0xdb7093,
	"papayawhip": 0xffefd5, "peachpuff": 0xffdab9, "peru": 0xcd853f, "pink": 0xffc0cb, "plum": 0xdda0dd,
	"powderblue": 0xb0e0e6, "purple": 0x800080, "rebeccapurple": 0x663399, "red": 0xff0000,
	"rosybrown": 0xbc8f8f, "royalblue": 0x4169e1, "saddlebrown": 0x8b4513, "salmon": 0xfa8072,
	"sandybrown": 0xf4a460, "seagreen": 0x2e8b57, "seashell": 0xfff5ee, "sienna": 0xa0522d, "silver": 0xc0c0c0,
	"skyblue": 0x87ceeb, "slateblue": 0x6a5acd, "slategray": 0x708090, "slategrey": 0x708090, "snow": 0xfffafa,
	"springgreen": 0x00ff7f, "steelblue": 0x4682b4, "tan": 0xd2b48c, "teal": 0x008080, "thistle": 0xd8bfd8,
	"tomato": 0xff6347, "turquoise": 0x40e0d0, "violet": 0xee82ee, "wheat": 0xf5deb3, "white": 0xffffff,
	"whitesmoke": 0xf5f5f5, "yellow": 0xffff00, "yellowgreen": 0x9acd32,
}

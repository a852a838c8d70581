// This file names the hues of colours as people do.

package marks

import (
	"github.com/pressoir/pressoir/extract/document"
)

// minSaturation is the chroma, from 0 to 255, below which a colour looks grey. The
// yellows and pinks that office programs use for highlights are above 50, the pale
// blues and greys of zebra stripes below 30.
const minSaturation = 40

// HueOf names the hue of a colour as legends do: "yellow", "red", "orange",
// "green", "blue", "violet", "pink", "grey"; "" for none, white and black.
func HueOf(c document.Color) string {
	if c == 0 {
		return ""
	}
	r, g, b := int(c>>16&255), int(c>>8&255), int(c&255)
	hi, lo := max(r, g, b), min(r, g, b)
	chroma := hi - lo
	if chroma < minSaturation {
		if lo > 245 || hi < 40 {
			return ""
		}
		return "grey"
	}
	deg := 0
	switch hi {
	case r:
		deg = (60*(g-b)/chroma + 360) % 360
	case g:
		deg = 60*(b-r)/chroma + 120
	default:
		deg = 60*(r-g)/chroma + 240
	}
	switch {
	case deg < 16 || deg >= 345:
		if lo > 150 {
			return "pink"
		}
		return "red"
	case deg < 42:
		return "orange"
	case deg < 70:
		return "yellow"
	case deg < 170:
		return "green"
	case deg < 260:
		return "blue"
	case deg < 300:
		return "violet"
	}
	return "pink"
}

// SameHue reports whether a legend could call a colour by the name of a hue.
// Neighbouring hues overlap: gold is yellow or orange.
func SameHue(c document.Color, hue string) bool {
	h := HueOf(c)
	if h == "" {
		return false
	}
	if h == hue {
		return true
	}
	switch hue {
	case "yellow", "red":
		return h == "orange"
	case "orange":
		return h == "yellow" || h == "red"
	case "pink":
		return h == "red" || h == "violet"
	case "violet":
		return h == "pink" || h == "blue"
	}
	return false
}

// This file is the model: a page and what is painted on it.

package ink

// A Page is what one page shows, in painting order.
type Page struct {
	Number        int // 1-based
	Width, Height float32
	Glyphs        []Glyph
	Fonts         []Font
	Rules         []Rule
	Fills         []Fill
	Images        []Box // places of pictures
	Links         []Link
	// Shapes counts painted shapes that are neither rectangles nor straight
	// lines along the axes: curves, slanted lines, outlined letters.
	Shapes int
	// Covered reports that a picture which hides everything below it was painted
	// over the page after all of its letters.
	Covered bool
	Outside int      // glyphs left out because they lie outside the visible page
	Notes   []string // what could not be read on this page, a sentence each

	Turn *Turn // nil where the page is read as displayed
}

// A Box is a rectangle in points.
type Box struct{ X0, Y0, X1, Y1 float32 }

// A Point is a place on the page.
type Point struct{ X, Y float32 }

// A Glyph is one printed character. Blanks that PDFium generates are left out;
// blanks that the file prints are kept.
type Glyph struct {
	Rune   rune
	Box    Box     // advance width by ascent to descent of the font, so all glyphs of a run are equally tall
	Origin Point   // on the baseline
	Font   int32   // index into Page.Fonts
	Size   float32 // points, as displayed
	Color  Color
	Angle  int16 // of the baseline, degrees clockwise: 0, 90, 180, 270, or between for slanted text
	Mode   uint8 // text render mode; [Invisible] paints nothing
	Begins bool  // first glyph of its text object: producers begin one for each cell
	Hyphen bool  // PDFium took it for a hyphen at a line's end
	Unseen Unseen
}

// Invisible is the text render mode that paints nothing, as for the recognised
// text of a scan.
const Invisible = 3

// A Font is a typeface as used on the page.
type Font struct {
	Name   string // base font name without the subset tag
	Bold   bool   // by weight, flags or name
	Italic bool
	Mono   bool // fixed pitch
}

// A Rule is a thin painted line, horizontal or vertical, drawn as a stroke or
// as a thin filled rectangle.
type Rule struct {
	Box      Box // its extent; the shorter side is the line's thickness
	Vertical bool
	Color    Color // 0 if unknown
	Dashed   bool
}

// A Fill is a painted area thicker than a rule, clipped. An area that is only
// stroked gives four Rules and no Fill.
type Fill struct {
	Box       Box
	Color     Color // as it looks on white; 0 for a shading; white for a pattern
	Highlight bool  // a highlight annotation, which lies over the text
	Rough     bool  // Box is the extent of a shape that is not a rectangle
}

// A Link is a link annotation and its target.
type Link struct {
	Box Box
	URI string
}

// A Color is 0xAARRGGBB as it looks on white paper: AA is 255, transparency is
// blended already. 0 means none or unknown. CMYK black arrives as #231f20, so
// compare luminance and hue, never exact values.
type Color uint32

// Unseen says why a letter that the file prints is not seen on the page.
type Unseen uint8

// The reasons; Seen is for letters that are.
const (
	Seen     Unseen = iota
	Covered         // something is painted over it
	LayerOff        // it is in a layer that is switched off
	CutOff          // it lies beyond the edge of what is painted of its text
)

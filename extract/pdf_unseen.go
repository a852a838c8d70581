// This file takes out of a page the text that nobody sees: white letters on paper.
// What is taken out is kept in an Issue, never lost.

package extract

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pdfium"
)

const (
	// paperShare is the share of the page from which a white area is paper. What
	// is smaller may be a pattern, which the engine gives as white.
	paperShare = 0.5
	// maxGrounds bounds the areas that white letters are held against; on a page of
	// more, a drawing, they stay.
	maxGrounds = 2000
	// unseenKept is how many letters an Issue keeps of what it took out.
	unseenKept = 4000
)

// takeUnseen takes white letters on paper out of a page.
func takeUnseen(p *pdfium.Page) []Issue {
	white := false
	for i := range p.Glyphs {
		if isWhite(p.Glyphs[i].Color) {
			white = true
			break
		}
	}
	if !white {
		return nil
	}
	var grounds []layout.Box // of which nothing says that they are white
	for _, f := range p.Fills {
		if !isWhite(f.Color) || layout.Area(f.Box) < paperShare*p.Width*p.Height {
			grounds = append(grounds, f.Box)
		}
	}
	grounds = append(grounds, p.Images...)
	for _, r := range p.Rules { // thick ones may be bars behind small letters
		if !isWhite(r.Color) {
			grounds = append(grounds, r.Box)
		}
	}
	if len(grounds) > maxGrounds {
		return nil
	}
	var text strings.Builder
	var at Box
	kept := p.Glyphs[:0]
	var last *pdfium.Glyph
	letters := 0
	for i := range p.Glyphs {
		g := p.Glyphs[i]
		if !isWhite(g.Color) || g.Mode == invisible || onAny(grounds, g.Box) {
			kept = append(kept, g)
			continue
		}
		if last != nil && letters < unseenKept && (g.Origin.Y != last.Origin.Y || g.Box.X0 > last.Box.X1+pdfBlank*g.Size) {
			text.WriteByte(' ')
		}
		if letters++; letters <= unseenKept {
			text.WriteString(layout.Letters(g.Rune))
		}
		at = at.Union(box(g.Box))
		last = &g
	}
	p.Glyphs = kept
	said := strings.Join(strings.Fields(text.String()), " ")
	if said == "" {
		return nil
	}
	return []Issue{{
		At: Pos{Page: int32(p.Number), Box: &at}, Code: "hidden-text", Text: said,
		Why: "white text on white, which the page does not show; it is left out",
	}}
}

// isWhite reports whether a known colour is that of paper.
func isWhite(c pdfium.Color) bool {
	lo, _ := channels(c)
	return c != 0 && lo >= pdfPaper
}

// onAny reports whether a box touches one of grounds: letters at the edge of one
// are seen in part.
func onAny(grounds []layout.Box, b layout.Box) bool {
	for _, g := range grounds {
		if m := layout.Meet(g, b); m.X1 > m.X0 && m.Y1 > m.Y0 {
			return true
		}
	}
	return false
}

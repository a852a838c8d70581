// This file takes out of a page the text that nobody sees: white letters on paper,
// letters that are painted over, layers switched off. What is taken out is kept in an Issue, never lost.

package pdf

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
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

// takeUnseen takes out of a page the letters that it does not show.
func takeUnseen(p *ink.Page) []document.Issue {
	grounds, look := groundsOf(p)
	var out [3]leftOut
	kept := p.Glyphs[:0]
	for i := range p.Glyphs {
		g := p.Glyphs[i]
		switch {
		case g.Unseen == ink.Covered:
			out[0].add(&g)
		case g.Unseen == ink.Layered:
			out[1].add(&g)
		case look && isWhite(g.Color) && g.Mode != invisible && !onAny(grounds, g.Box):
			out[2].add(&g)
		default:
			kept = append(kept, g)
		}
	}
	p.Glyphs = kept
	var issues []document.Issue
	for i, why := range [...]string{
		"text under something painted over it, which the page does not show (a redaction?); it is left out",
		"text in a layer that is switched off, which the page does not show; it is left out",
		"white text on white, which the page does not show; it is left out",
	} {
		if text := strings.Join(strings.Fields(out[i].text.String()), " "); text != "" {
			issues = append(issues, document.Issue{At: document.Pos{Page: int32(p.Number), Box: &out[i].at}, Code: "hidden-text", Text: text, Why: why})
		}
	}
	return issues
}

// groundsOf lists the areas that white letters can be seen on. look is false
// where there are no such letters, or too many areas.
func groundsOf(p *ink.Page) (grounds []layout.Box, look bool) {
	if !slices.ContainsFunc(p.Glyphs, func(g ink.Glyph) bool { return isWhite(g.Color) }) {
		return nil, false
	}
	for _, f := range p.Fills { // of which nothing says that they are white
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
	return grounds, len(grounds) <= maxGrounds
}

// leftOut is what is taken out of a page for one reason.
type leftOut struct {
	text    strings.Builder
	letters int
	at      document.Box
	last    ink.Glyph
}

func (u *leftOut) add(g *ink.Glyph) {
	if u.letters > 0 && u.letters < unseenKept && (g.Origin.Y != u.last.Origin.Y || g.Box.X0 > u.last.Box.X1+pdfBlank*g.Size) {
		u.text.WriteByte(' ')
	}
	if u.letters++; u.letters <= unseenKept {
		u.text.WriteString(layout.Letters(g.Rune))
	}
	u.at = u.at.Union(box(g.Box))
	u.last = *g
}

// isWhite reports whether a known colour is that of paper.
func isWhite(c ink.Color) bool {
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

// This file removes from a page the text that nobody sees: white letters on paper,
// letters that are painted over or cut off, layers switched off. An Issue keeps it.

package pdf

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// minPaperShare is the least share of the page of a white area that is paper. A
	// smaller one may be a pattern, which the engine gives as white.
	minPaperShare = 0.5
	// maxGrounds is the largest number of areas that white letters are compared with;
	// on a page of more, a drawing, the letters stay.
	maxGrounds = 2000
	// maxUnseenKept is the largest number of letters that an Issue keeps.
	maxUnseenKept = 4000
)

// removeUnseen removes the letters that a page does not show and returns Issues that
// keep them.
func removeUnseen(p *ink.Page) []document.Issue {
	grounds, look := groundsOf(p)
	var covered, layered, cut, white hiddenText
	kept := p.Glyphs[:0]
	for i := range p.Glyphs {
		g := p.Glyphs[i]
		switch {
		case g.Unseen == ink.Covered:
			covered.keep(&g)
		case g.Unseen == ink.LayerOff:
			layered.keep(&g)
		case g.Unseen == ink.CutOff:
			cut.keep(&g)
		case look && isWhite(g.Color) && g.Mode != ink.Invisible && !onAny(grounds, g.Box):
			white.keep(&g)
		default:
			kept = append(kept, g)
		}
	}
	p.Glyphs = kept
	var issues []document.Issue
	for _, h := range []struct {
		hidden *hiddenText
		why    string
	}{
		{&covered, "text under something painted over it, which the page does not show (a redaction?); it is left out"},
		{&layered, "text in a layer that is switched off, which the page does not show; it is left out"},
		{&cut, "text that is cut off where its cell or picture ends, which the page does not show; it is left out"},
		{&white, "white text on white, which the page does not show; it is left out"},
	} {
		if text := strings.Join(strings.Fields(h.hidden.text.String()), " "); text != "" {
			issues = append(issues, document.Issue{At: document.Pos{Page: int32(p.Number), Box: &h.hidden.box}, Code: document.CodeHiddenText, Text: text, Why: h.why})
		}
	}
	return issues
}

// groundsOf returns the areas that white letters can be seen on. look is false if
// there are no white letters, or too many areas.
func groundsOf(p *ink.Page) (grounds []layout.Box, look bool) {
	if !slices.ContainsFunc(p.Glyphs, func(g ink.Glyph) bool { return isWhite(g.Color) }) {
		return nil, false
	}
	for _, f := range p.Fills {
		if !isWhite(f.Color) || layout.Area(f.Box) < minPaperShare*p.Width*p.Height {
			grounds = append(grounds, f.Box)
		}
	}
	grounds = append(grounds, p.Images...)
	for _, r := range p.Rules { // thick ones may be bars below small letters
		if !isWhite(r.Color) {
			grounds = append(grounds, r.Box)
		}
	}
	return grounds, len(grounds) <= maxGrounds
}

// hiddenText is the text that is removed from a page for one reason.
type hiddenText struct {
	text    strings.Builder
	letters int
	box     document.Box
	last    ink.Glyph
}

// keep appends a glyph, after a blank if it does not follow the last one.
func (u *hiddenText) keep(g *ink.Glyph) {
	if u.letters > 0 && u.letters < maxUnseenKept && (g.Origin.Y != u.last.Origin.Y || g.Box.X0 > u.last.Box.X1+minBlank*g.Size) {
		u.text.WriteByte(' ')
	}
	if u.letters++; u.letters <= maxUnseenKept {
		u.text.WriteString(layout.Letters(g.Rune))
	}
	u.box = u.box.Union(box(g.Box))
	u.last = *g
}

// isWhite reports whether a colour is known and is that of paper.
func isWhite(c ink.Color) bool {
	lo, _ := channels(c)
	return c != 0 && lo >= minPaper
}

// onAny reports whether a box touches one of grounds. Letters at the edge of one
// are partly seen.
func onAny(grounds []layout.Box, b layout.Box) bool {
	for _, g := range grounds {
		if m := layout.Meet(g, b); m.X1 > m.X0 && m.Y1 > m.Y0 {
			return true
		}
	}
	return false
}

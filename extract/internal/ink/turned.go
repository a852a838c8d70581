// This file keeps track of a page that is read in another direction than it is
// displayed.

package ink

// A Turn is how a page was turned to be read.
type Turn struct {
	Matrix  Matrix // from displayed places to those of the turned page: a turn and a shift
	Visible Rect   // the page as displayed
}

// Turned reports whether the page is read in another direction than it is displayed.
func (p *Page) Turned() bool { return p.Turn != nil }

// Displayed returns the place of a box of the page on the page as displayed.
func (p *Page) Displayed(b Box) Box {
	if p.Turn == nil {
		return b
	}
	m := p.Turn.Matrix
	back := Matrix{m.A, m.C, m.B, m.D, 0, 0} // the inverse of a turn is its transpose
	x, y := back.Apply(m.E, m.F)
	back.E, back.F = -x, -y
	return back.MapBox(b)
}

// DisplayedSize returns the size of the page as displayed.
func (p *Page) DisplayedSize() (width, height float32) {
	if p.Turn == nil {
		return p.Width, p.Height
	}
	return float32(p.Turn.Visible.Width()), float32(p.Turn.Visible.Height())
}

// Frame returns the page without its contents: number, size and turn.
func (p *Page) Frame() *Page {
	return &Page{Number: p.Number, Width: p.Width, Height: p.Height, Turn: p.Turn}
}

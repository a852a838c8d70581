// A page that is read as if turned, and where its parts are on the page as displayed.

package ink

// A Turn is how a page was turned to be read.
type Turn struct {
	Matrix  Matrix // from displayed places to those of the turned page
	Visible Rect   // the page, as displayed
}

// Turned reports whether the page is read in another direction than it is displayed.
func (p *Page) Turned() bool { return p.Turn != nil }

// Displayed is where a box of the page stands on the page as displayed.
func (p *Page) Displayed(b Box) Box {
	if p.Turn == nil {
		return b
	}
	m := p.Turn.Matrix // a turn and a shift: its inverse is the turn back and the shift back, turned back
	back := Matrix{m.A, m.C, m.B, m.D, 0, 0}
	x, y := back.Apply(m.E, m.F)
	back.E, back.F = -x, -y
	return back.MapBox(b)
}

// DisplayedSize is the size of the page as displayed.
func (p *Page) DisplayedSize() (width, height float32) {
	if p.Turn == nil {
		return p.Width, p.Height
	}
	return float32(p.Turn.Visible.W()), float32(p.Turn.Visible.H())
}

// Frame is the page without what it shows: its number, its size and its turn.
func (p *Page) Frame() *Page {
	return &Page{Number: p.Number, Width: p.Width, Height: p.Height, Turn: p.Turn}
}

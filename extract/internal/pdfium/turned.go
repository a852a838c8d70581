// A page that is read as if turned, and where its parts are on the page as displayed.

package pdfium

// turned is how a page was turned to be read.
type turned struct {
	m       matrix // from displayed places to those of the turned page
	visible rect   // the page, as displayed
}

// Turned reports whether the page is read in another direction than it is displayed.
func (p *Page) Turned() bool { return p.turned != nil }

// Displayed is where a box of the page stands on the page as displayed.
func (p *Page) Displayed(b Box) Box {
	if p.turned == nil {
		return b
	}
	m := p.turned.m // a turn and a shift: its inverse is the turn back and the shift back, turned back
	back := matrix{m.a, m.c, m.b, m.d, 0, 0}
	x, y := back.apply(m.e, m.f)
	back.e, back.f = -x, -y
	return back.mapBox(b)
}

// DisplayedSize is the size of the page as displayed.
func (p *Page) DisplayedSize() (width, height float32) {
	if p.turned == nil {
		return p.Width, p.Height
	}
	return float32(p.turned.visible.w()), float32(p.turned.visible.h())
}

// Frame is the page without what it shows: its number, its size and its turn.
func (p *Page) Frame() *Page {
	return &Page{Number: p.Number, Width: p.Width, Height: p.Height, turned: p.turned}
}

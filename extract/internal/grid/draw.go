// Drawing the steps on the page, as SVG: glyphs grey, edges red, the gaps
// between columns blue, refused candidates dashed, found cells numbered.

package grid

import (
	"bufio"
	"fmt"
	"html"
	"io"
)

// Draw writes the steps as an SVG picture of the page, in points.
func (s *Steps) Draw(w io.Writer) error {
	b := bufio.NewWriter(w)
	p := s.Page
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.1f %.1f" font-family="sans-serif">`+"\n", p.Width, p.Height, p.Width, p.Height)
	fmt.Fprintln(b, `<rect width="100%" height="100%" fill="white"/>`)
	for i := range p.Fills {
		if f := &p.Fills[i]; seen(f.Color) {
			rect(b, f.Box, fmt.Sprintf(`fill="#%06x" fill-opacity="0.35"`, uint32(f.Color)&0xffffff))
		}
	}
	for i := range p.Words {
		wd := &p.Words[i]
		rect(b, wd.Box, `fill="#eee"`)
		if wd.Angle == 0 {
			fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="%.1f" fill="#777" textLength="%.1f" lengthAdjust="spacingAndGlyphs">%s</text>`+"\n", wd.Box.X0, wd.Base, wd.Size, max(wd.Box.X1-wd.Box.X0, 0.1), html.EscapeString(wd.Text))
		}
	}
	for _, e := range s.Edges.H {
		edge(b, e.From, e.At, e.To, e.At, e.Soft)
	}
	for _, e := range s.Edges.V {
		edge(b, e.At, e.From, e.At, e.To, e.Soft)
	}
	for k := range s.Candidates {
		if c := &s.Candidates[k]; c.Refused != "" {
			rect(b, c.Box, `fill="none" stroke="orange" stroke-dasharray="3 2"`)
			fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="6" fill="darkorange">%s: %s</text>`+"\n", c.Box.X0, c.Box.Y0-1, c.Step, html.EscapeString(c.Refused))
		}
	}
	for k := range s.Tables {
		t := &s.Tables[k]
		rect(b, t.Box, `fill="none" stroke="green" stroke-width="1.5"`)
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="7" fill="green">table %d: %s, %d x %d, %d header rows</text>`+"\n", t.Box.X0, t.Box.Y0-2, k+1, t.Method, t.Rows, t.Cols, t.Header)
		for _, x := range t.Xs {
			fmt.Fprintf(b, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="blue" stroke-width="0.5"/>`+"\n", x, t.Box.Y0, x, t.Box.Y1)
		}
		for n := range t.Cells {
			c := &t.Cells[n]
			rect(b, c.Box, `fill="green" fill-opacity="0.08" stroke="green" stroke-width="0.3"`)
			span := ""
			if c.RowSpan > 1 || c.ColSpan > 1 {
				span = fmt.Sprintf("+%dx%d", c.RowSpan, c.ColSpan)
			}
			fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="4" fill="darkgreen">%d,%d%s</text>`+"\n", c.Box.X0, c.Box.Y0+3, c.Row, c.Col, span)
		}
	}
	fmt.Fprintln(b, `</svg>`)
	return b.Flush()
}

func rect(b *bufio.Writer, x Box, style string) {
	fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" %s/>`+"\n", x.X0, x.Y0, max(0, x.X1-x.X0), max(0, x.Y1-x.Y0), style)
}

func edge(b *bufio.Writer, x0, y0, x1, y1 float32, soft bool) {
	style := `stroke="red" stroke-width="0.7"`
	if soft {
		style = `stroke="salmon" stroke-width="0.4" stroke-dasharray="2 1"`
	}
	fmt.Fprintf(b, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" %s/>`+"\n", x0, y0, x1, y1, style)
}

// Drawing the steps on the page, as SVG: glyphs grey, edges red, the gaps
// between columns blue, refused candidates dashed, found cells numbered.

package pdf

import (
	"bufio"
	"fmt"
	"html"
	"io"

	"github.com/pressoir/pressoir/extract/internal/edges"
	"github.com/pressoir/pressoir/extract/internal/grid"
)

// draw writes the steps as an SVG picture of the page, in points.
func draw(s *grid.Steps, w io.Writer) error {
	b := bufio.NewWriter(w)
	p := s.Page
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.1f %.1f" font-family="sans-serif">`+"\n", p.Width, p.Height, p.Width, p.Height)
	fmt.Fprintln(b, `<rect width="100%" height="100%" fill="white"/>`)
	for i := range p.Fills {
		if f := &p.Fills[i]; edges.Seen(f.Color) {
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
	for k := range s.Candidates {
		if c := &s.Candidates[k]; c.Refused != "" {
			rect(b, c.Box, `fill="none" stroke="orange" stroke-dasharray="3 2"`)
			label(b, c.Box.X0, c.Box.Y0-1, 6, "start", "darkorange", c.Step+": "+c.Refused)
		}
	}
	for k := range s.Tables {
		t := &s.Tables[k]
		rect(b, t.Box, `fill="none" stroke="green" stroke-width="2.5" stroke-opacity="0.5"`)
		// At the right end: captions begin at the left.
		label(b, t.Box.X1, t.Box.Y0-2, 7, "end", "green", fmt.Sprintf("table %d: %s, %d rows x %d columns, %d of headings", k+1, t.Method, t.Rows, t.Cols, t.Header))
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
			x, anchor := c.Box.X0+0.5, "start"
			if len(c.Words) > 0 && p.Words[c.Words[0]].Box.X0-c.Box.X0 < 1 {
				x, anchor = c.Box.X0-0.5, "end" // its box is that of its text: the number stands before it
			}
			label(b, x, c.Box.Y0+3.5, 4, anchor, "darkgreen", fmt.Sprintf("%d,%d%s", c.Row, c.Col, span))
		}
	}
	for _, e := range s.Edges.H {
		edge(b, e.From, e.At, e.To, e.At, e.Soft)
	}
	for _, e := range s.Edges.V {
		edge(b, e.At, e.From, e.At, e.To, e.Soft)
	}
	if p.Page.Turned() {
		label(b, 4, 10, 8, "start", "green", "the page is turned to be read")
	}
	fmt.Fprintln(b, `</svg>`)
	return b.Flush()
}

// label writes words on a white seam, so that they can be read over others.
func label(b *bufio.Writer, x, y, size float32, anchor, color, text string) {
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="%.0f" text-anchor="%s" fill="%s" stroke="white" stroke-width="1" paint-order="stroke">%s</text>`+"\n", x, y, size, anchor, color, html.EscapeString(text))
}

func rect(b *bufio.Writer, x grid.Box, style string) {
	fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" %s/>`+"\n", x.X0, x.Y0, max(0, x.X1-x.X0), max(0, x.Y1-x.Y0), style)
}

func edge(b *bufio.Writer, x0, y0, x1, y1 float32, soft bool) {
	style := `stroke="red" stroke-width="0.7"`
	if soft {
		style = `stroke="salmon" stroke-width="0.4" stroke-dasharray="2 1"`
	}
	fmt.Fprintf(b, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" %s/>`+"\n", x0, y0, x1, y1, style)
}

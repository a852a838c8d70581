// Figures in pieces: accounts that set "$" left of a figure, and ")" or "%" right of it, each in a
// column of its own, so that the figures are in line.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

const (
	minPieceRows    = 3 // rows of a table in which such columns are looked for
	minPieceColumns = 2 // of them: one column of "$" alone is the sign of the figures beside it
)

// A piece is what a column of a table in pieces holds.
type piece uint8

const (
	wholePiece piece = iota // values
	noPiece                 // nothing: it only keeps others apart
	leftPiece               // "$"
	rightPiece              // ")", "%"
)

// pieceOf returns what a text is a piece of.
func pieceOf(s string) piece {
	switch s {
	case "":
		return noPiece
	case "$", "€", "£":
		return leftPiece
	case ")", "%", ")%", "%)":
		return rightPiece
	}
	return wholePiece
}

// piecesOf returns what each column holds; found is false if no figures are in pieces.
func piecesOf(rows []document.Row, width int) (cols []piece, found bool) {
	if len(rows) < minPieceRows || width < 2*minPieceColumns {
		return nil, false
	}
	cols = make([]piece, width)
	for j := range cols {
		cols[j] = noPiece
	}
	for i := range rows {
		for j := range min(width, len(rows[i].Cells)) {
			if spanAt(&rows[i], j) || coveredAt(&rows[i], j) {
				continue // a heading over the figure and its signs
			}
			switch p := pieceOf(strings.TrimSpace(rows[i].Cells[j].Text())); {
			case p == noPiece || p == cols[j]:
			case cols[j] == noPiece:
				cols[j] = p
			default:
				cols[j] = wholePiece
			}
		}
	}
	left, right := 0, 0
	for j, p := range cols {
		switch {
		case p == leftPiece && j+1 < width && cols[j+1] == wholePiece:
			left++
		case p == rightPiece && j > 0 && cols[j-1] == wholePiece:
			right++
		case p == leftPiece || p == rightPiece:
			return nil, false
		}
	}
	return cols, left+right >= minPieceColumns
}

// joinPieces returns the rows of a table with each figure whole, and the same rows if none
// is in pieces. Columns that hold nothing go too.
func joinPieces(rows []document.Row, width int) (joined []document.Row, found bool) {
	cols, found := piecesOf(rows, width)
	if !found {
		return rows, false
	}
	joined = make([]document.Row, len(rows))
	for i := range rows {
		joined[i] = rows[i]
		joined[i].Cells = joinedCells(&rows[i], cols)
	}
	return joined, true
}

// joinedCells returns the cells of r in the columns of values.
func joinedCells(r *document.Row, cols []piece) (out []document.Cell) {
	end := 0    // of the span at hand
	moved := -1 // the cell whose own column goes: the next column takes it
	for j := range min(len(cols), len(r.Cells)) {
		c := r.Cells[j]
		if n := int(c.Span().Cols); n > 1 {
			kept := 0
			end = min(j+n, len(cols))
			for k := j; k < end; k++ {
				if cols[k] == wholePiece {
					kept++
				}
			}
			if kept == 0 { // over signs alone
				if len(out) > 0 && !c.IsBlank() {
					out[len(out)-1] = withText(out[len(out)-1], " "+c.Text(), false)
				}
				continue
			}
			c.Change(func(m *document.More) {
				if m.Span.Cols = uint16(kept); kept <= 1 {
					m.Span.Cols = 0
				}
			})
			if cols[j] != wholePiece {
				moved = len(out)
				out = append(out, c)
				continue
			}
		}
		if cols[j] != wholePiece {
			continue
		}
		if moved >= 0 && j < end {
			moved = -1 // its cell is there already
			continue
		}
		moved = -1
		if j > 0 && cols[j-1] == leftPiece {
			c = withPiece(r, j-1, c, true)
		}
		if j+1 < len(cols) && cols[j+1] == rightPiece {
			c = withPiece(r, j+1, c, false)
		}
		out = append(out, c)
	}
	return out
}

// withPiece adds what the cell at j prints to c, before its text or after it.
func withPiece(r *document.Row, j int, c document.Cell, before bool) document.Cell {
	if j >= len(r.Cells) || coveredAt(r, j) || spanAt(r, j) || r.Cells[j].IsBlank() {
		return c
	}
	return withText(c, strings.TrimSpace(r.Cells[j].Text()), before)
}

// withText adds s to what c prints.
func withText(c document.Cell, s string, before bool) document.Cell {
	if c.IsPlain() {
		text := c.Text() + s
		if before {
			text = s + c.Text()
		}
		c.SetRuns([]document.Run{{Text: text}})
		return c
	}
	runs := []document.Run{{Text: s}}
	if before {
		runs = append(runs, c.Runs()...)
	} else {
		runs = append(append([]document.Run(nil), c.Runs()...), runs...)
	}
	c.SetRuns(runs)
	return c
}

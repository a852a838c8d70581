// Raw tables: the tables of a document as printed, before any repair.

package output

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
)

// A Grid is the part of a printed table on one page. Parts of one table over several
// pages have the same ID.
type Grid struct {
	ID   int // 1-based within the document
	Page int // 0 in formats without pages
	Box  document.Box
	Part *document.Table // the table it is of
	Rows []document.Row

	Caption string // printed as the title of the table; of its first part only
}

// AllGrids makes Grids return every table.
const AllGrids = 0

// Grids returns the parts of the table with the given ID, or of all tables, in
// reading order. The error is for an ID that no table has.
func Grids(doc *document.Document, table int) ([]Grid, error) {
	var grids []Grid
	id := 0
	for i, b := range doc.Blocks {
		t, ok := b.(*document.Table)
		if !ok {
			continue
		}
		if !t.Continues || id == 0 {
			id++
		}
		if table == AllGrids || table == id {
			parts := split(t, id)
			if len(parts) > 0 {
				parts[0].Caption = document.TableCaption(doc.Blocks, i)
			}
			grids = append(grids, parts...)
		}
	}
	if table != AllGrids && len(grids) == 0 {
		return nil, NoTable(table, id)
	}
	return grids, nil
}

// split cuts a table where the page of its rows changes.
func split(t *document.Table, id int) []Grid {
	var parts []Grid
	start := 0
	for i := 1; i <= len(t.Rows); i++ {
		if i < len(t.Rows) && rowPage(t, i) == rowPage(t, start) {
			continue
		}
		g := Grid{ID: id, Page: rowPage(t, start), Part: t, Rows: t.Rows[start:i]}
		for _, r := range g.Rows {
			g.Box = g.Box.Union(r.At.Bounds())
		}
		parts = append(parts, g)
		start = i
	}
	if len(parts) == 1 && t.At.Box != nil {
		parts[0].Box = *t.At.Box
	}
	return parts
}

func rowPage(t *document.Table, i int) int {
	if p := t.Rows[i].At.Page; p > 0 {
		return int(p)
	}
	return int(t.At.Page)
}

// RawJSON writes an object a document: source, and tables, each with id, page, bbox
// (x0, top, x1, bottom in points, origin top left; null if unknown), method, caption
// if it has one, rows and cells. In rows a blank cell is "", a place covered by a
// span null, and a row that ends early is short. cells has the printed ones with
// their spans. Several documents are an array, and so is one if many is true. The error
// is for a table that no document has.
func RawJSON(w io.Writer, docs []*document.Document, table int, many bool) error {
	grids := make([][]Grid, len(docs))
	found := len(docs) == 0
	var err error
	for i, doc := range docs {
		if grids[i], err = Grids(doc, table); err == nil {
			found = true
		}
	}
	if !found {
		return err
	}
	bw := bufio.NewWriterSize(w, csvBuffer)
	many = many || len(docs) != 1
	if many {
		bw.WriteString("[\n")
	}
	for i, doc := range docs {
		if i > 0 {
			bw.WriteString(",\n")
		}
		writeRaw(bw, doc, grids[i])
	}
	if many {
		bw.WriteString("\n]")
	}
	bw.WriteString("\n")
	return bw.Flush()
}

// writeRaw writes the object of one document.
func writeRaw(bw *bufio.Writer, doc *document.Document, grids []Grid) {
	b := appendJSON(appendKey([]byte{'{'}, "source"), sourceOf(doc))
	b = append(appendKey(b, "tables"), '[')
	for i, g := range grids {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, "\n {"...)
		b = appendID(appendKey(b, "page"), g.Page)
		b = appendBox(appendKey(b, "bbox"), g.Box)
		b = appendString(appendKey(b, "method"), g.Part.Method)
		if g.Caption != "" {
			b = appendString(appendKey(b, "caption"), g.Caption)
		}
		b = append(appendKey(b, "rows"), '[')
		for r := range g.Rows {
			if r > 0 {
				b = append(b, ',')
			}
			b = append(b, "\n  ["...)
			for c := range g.Rows[r].Cells {
				if c > 0 {
					b = append(b, ',')
				}
				if cell := &g.Rows[r].Cells[c]; cell.Covered() {
					b = append(b, "null"...)
				} else {
					b = appendString(b, cell.Text())
				}
			}
			b = append(b, ']')
			bw.Write(b)
			b = b[:0]
		}
		b = append(b, `],"cells":[`...)
		first := true
		for r := range g.Rows {
			for c := range g.Rows[r].Cells {
				cell := &g.Rows[r].Cells[c]
				if cell.Covered() {
					continue
				}
				if !first {
					b = append(b, ',')
				}
				first = false
				b = append(b, `{"row":`...)
				b = strconv.AppendInt(b, int64(r), 10)
				b = append(b, `,"col":`...)
				b = strconv.AppendInt(b, int64(c), 10)
				b = append(b, `,"rowspan":`...)
				b = strconv.AppendInt(b, int64(max(cell.Span().Rows, 1)), 10)
				b = append(b, `,"colspan":`...)
				b = strconv.AppendInt(b, int64(max(cell.Span().Cols, 1)), 10)
				b = append(b, `,"text":`...)
				b = appendString(b, cell.Text())
				b = append(b, '}')
			}
			bw.Write(b)
			b = b[:0]
		}
		b = append(b, `],"id":`...)
		b = strconv.AppendInt(b, int64(g.ID), 10)
		b = append(b, '}')
	}
	b = append(b, "]}"...)
	bw.Write(b) // an error stays in bw until Flush
}

// RawCSV writes the rows of one table, all its parts, each row as long as it is.
func RawCSV(w io.Writer, doc *document.Document, table int) error {
	grids, err := Grids(doc, table)
	if err != nil {
		return err
	}
	cw := csv.NewWriter(w)
	for _, g := range grids {
		for i := range g.Rows {
			if err := cw.Write(texts(&g.Rows[i])); err != nil {
				return err
			}
		}
	}
	cw.Flush()
	return cw.Error()
}

// maxTextColumn is the largest width of a column of RawText, in letters: three of them
// fill a terminal.
const maxTextColumn = 40

// RawText writes the tables for people: columns aligned, long cells cut.
func RawText(w io.Writer, doc *document.Document, table int) error {
	grids, err := Grids(doc, table)
	if err != nil {
		return err
	}
	bw := bufio.NewWriter(w)
	for i, g := range grids {
		if i > 0 {
			bw.WriteString("\n")
		}
		fmt.Fprintf(bw, "table %d, ", g.ID)
		if g.Page > 0 {
			fmt.Fprintf(bw, "page %d, ", g.Page)
		} else if place := g.Part.At.String(); place != "" {
			bw.WriteString(place + ", ")
		}
		rows := "rows"
		if len(g.Rows) == 1 {
			rows = "row"
		}
		fmt.Fprintf(bw, "%d %s, by %s\n", len(g.Rows), rows, g.Part.Method)
		if g.Caption != "" {
			fmt.Fprintf(bw, "  %s\n", g.Caption)
		}
		lines := make([][]string, len(g.Rows))
		var widths []int
		for r := range g.Rows {
			lines[r] = texts(&g.Rows[r])
			for c, text := range lines[r] {
				text = cut(strings.Join(strings.Fields(text), " "), maxTextColumn)
				lines[r][c] = text
				if c == len(widths) {
					widths = append(widths, 0)
				}
				widths[c] = max(widths[c], utf8.RuneCountInString(text))
			}
		}
		for _, row := range lines {
			bw.WriteString(" ")
			for c, text := range row {
				bw.WriteString(" | ")
				bw.WriteString(text)
				bw.WriteString(strings.Repeat(" ", widths[c]-utf8.RuneCountInString(text)))
			}
			bw.WriteString(" |\n")
		}
	}
	return bw.Flush()
}

func texts(r *document.Row) []string {
	fields := make([]string, len(r.Cells))
	for i := range r.Cells {
		fields[i] = r.Cells[i].Text()
	}
	return fields
}

// cut shortens s to n letters, the last of which is then an ellipsis.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

// Sheets of a workbook: rows streamed below a header, styles, comments, limits.

package output

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/normalize/records"
	"github.com/xuri/excelize/v2"
)

const (
	// maxSheetRows is the number of rows below the header of a sheet; more go on in
	// another sheet.
	maxSheetRows = excelize.TotalRows - 1
	// maxCellUnits is the number of UTF-16 units that a cell holds.
	maxCellUnits = excelize.TotalCellChars
	// maxComments is the number of comments of a sheet. Each is a shape on the page to a
	// spreadsheet, which becomes slow with more; the sheet of findings has all of them.
	maxComments = 2000
	// minWidth and maxWidth bound the width of a column, in characters.
	minWidth, maxWidth = 8, 60
	// maxSized is how many columns get a width of their own: excelize looks through all
	// widths for each, and nobody scrolls so far.
	maxSized = 300
	// widthSample is how many rows are measured for the widths of columns.
	widthSample = 1000
)

// Tints of cells: light enough for black text on them.
const (
	repairedTint = "FFF2CC" // yellow
	doubtfulTint = "F8CBAD" // orange
)

// A book is a workbook in the making.
type book struct {
	file   *excelize.File
	styles map[cellStyle]int
	sheets int
	say    func(string) // Options.Report

	cut, controls, comments counted
}

// A cellStyle is all in which the cells of a book differ.
type cellStyle struct {
	format string // of numbers and dates, "" for none
	tint   string // RGB of the ground, "" for none
	head   bool
}

// A counted is something that happened to cells, and where first.
type counted struct {
	text  string // takes the number and the first place
	n     int
	first string
}

func (c *counted) add(sheet string, row, col int) {
	if c.n++; c.n == 1 {
		c.first = sheet + "!" + cellName(col, row)
	}
}

// newBook returns an empty workbook. say gets a sentence where XLSX cannot hold a value.
func newBook(say func(string)) *book {
	return &book{
		file: excelize.NewFile(), styles: map[cellStyle]int{}, say: say,
		cut:      counted{text: "texts longer than the 32,767 characters that a cell of XLSX holds, cut there: %d, the first in %s; CSV and JSON have them whole"},
		controls: counted{text: "texts with control characters, which XLSX cannot hold, left out: %d, the first in %s; CSV and JSON have them"},
		comments: counted{text: "cells without their comment, since a sheet has at most 2,000: %d, the first in %s; the sheet Findings has all"},
	}
}

// style returns the ID of a style, making it at its first use.
func (b *book) style(s cellStyle) (int, error) {
	if s == (cellStyle{}) {
		return 0, nil
	}
	if id, ok := b.styles[s]; ok {
		return id, nil
	}
	var x excelize.Style
	if s.format != "" {
		x.CustomNumFmt = &s.format
	}
	if s.tint != "" {
		x.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.tint}}
	}
	if s.head {
		x.Font = &excelize.Font{Bold: true}
		x.Border = []excelize.Border{{Type: "bottom", Color: "808080", Style: 1}}
	}
	id, err := b.file.NewStyle(&x)
	b.styles[s] = id
	return id, err
}

// newStream begins a sheet with a header and returns the stream of its rows.
func (b *book) newStream(name string, header []any, widths []int) (*excelize.StreamWriter, error) {
	var err error
	if b.sheets == 0 {
		err = b.file.SetSheetName("Sheet1", name)
	} else {
		_, err = b.file.NewSheet(name)
	}
	if err != nil {
		return nil, err
	}
	b.sheets++
	sw, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for j, w := range widths[:min(len(widths), maxSized)] {
		if err := sw.SetColWidth(j+1, j+1, float64(min(max(w+2, minWidth), maxWidth))); err != nil {
			return nil, err
		}
	}
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	bold, err := b.style(cellStyle{head: true})
	if err != nil {
		return nil, err
	}
	cells := make([]any, len(header))
	for j, h := range header {
		cells[j] = excelize.Cell{StyleID: bold, Value: h}
	}
	return sw, sw.SetRow("A1", cells)
}

// finish puts a filter over the header and ends the sheet.
func (b *book) finish(sw *excelize.StreamWriter, columns, lastRow int) error {
	if lastRow > 1 {
		if err := b.file.AutoFilter(sw.Sheet, "A1:"+cellName(columns, lastRow), nil); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// addPlain adds a sheet of rows without tints.
func (b *book) addPlain(name string, p *plainTable) error {
	header, widths := make([]any, len(p.Fields)), make([]int, len(p.Fields))
	for j, f := range p.Fields {
		header[j], widths[j] = f.Name, utf8.RuneCountInString(f.Name)
	}
	for _, row := range p.rows[:min(len(p.rows), widthSample)] {
		for j, v := range row {
			widths[j] = max(widths[j], utf8.RuneCountInString(v.Text))
		}
	}
	values := make([]any, len(header))
	for part, rest := 1, p.rows; part == 1 || len(rest) > 0; part++ {
		sheet := partName(name, part)
		sw, err := b.newStream(sheet, header, widths)
		if err != nil {
			return err
		}
		n := min(len(rest), maxSheetRows)
		for i, row := range rest[:n] {
			for j, v := range row {
				values[j] = b.plainValue(v, sheet, i+2, j+1)
			}
			if err := sw.SetRow(cellName(1, i+2), values); err != nil {
				return err
			}
		}
		if err := b.finish(sw, len(header), n+1); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

// plainValue returns a value of a plain table as a cell takes it, nil for a blank number.
func (b *book) plainValue(v Value, sheet string, row, col int) any {
	if v.Type != records.Number {
		return b.text(v.Text, sheet, row, col)
	}
	if n, err := strconv.ParseFloat(v.Text, 64); err == nil {
		return n
	}
	return nil
}

// text returns s as a cell can hold it, and counts what that changed.
func (b *book) text(s, sheet string, row, col int) string {
	kept := strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1 // no XML has these
		}
		return r
	}, s)
	if kept != s {
		b.controls.add(sheet, row, col)
	}
	units := 0
	for i, r := range kept {
		if units += max(1, utf16Units(r)); units > maxCellUnits {
			b.cut.add(sheet, row, col)
			return kept[:i]
		}
	}
	return kept
}

// utf16Units returns how many UTF-16 units r takes.
func utf16Units(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// partName is the name of a sheet, or of the one in which its rows go on.
func partName(name string, part int) string {
	if part == 1 {
		return name
	}
	return fmt.Sprintf("%s (%d)", name, part)
}

// cellName returns "B3" for column 2 and row 3.
func cellName(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "" // beyond the sheet, where no caller goes
	}
	return name
}

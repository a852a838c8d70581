// Records in a workbook: typed values, tints and comments.

package output

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pressoir/pressoir/normalize/records"
	"github.com/xuri/excelize/v2"
)

// maxDigits is how many digits a number of a spreadsheet keeps.
const maxDigits = 15

// firstYear is the year in which the calendar of spreadsheets begins.
const firstYear = 1900

// addSheet adds the records of s; those beyond the rows of one sheet go on in another.
func (b *book) addSheet(name string, s *sheet) error {
	header := make([]any, len(s.names))
	for j, n := range s.names {
		header[j] = n
	}
	widths := s.widths()
	var sw *excelize.StreamWriter
	var remarks []excelize.Comment
	part, row := 0, 0
	begin := func() (err error) {
		part++
		row = 1
		sw, err = b.newStream(partName(name, part), header, widths)
		return err
	}
	end := func() error {
		for _, c := range remarks {
			if err := b.file.AddComment(sw.Sheet, c); err != nil {
				return err
			}
		}
		remarks = remarks[:0]
		return b.finish(sw, len(header), row)
	}
	if err := begin(); err != nil {
		return err
	}
	values := make([]any, len(header))
	for i := range s.tables {
		p := newRemarked(&s.tables[i], s.own())
		for _, r := range p.table.Rows {
			if r.Role != records.Data {
				continue
			}
			if row > maxSheetRows {
				if err := end(); err != nil {
					return err
				}
				if err := begin(); err != nil {
					return err
				}
			}
			row++
			p.look(r)
			for j := range values {
				c := excelize.Cell{}
				style := cellStyle{}
				if j < s.own() {
					c.Value, style.format = p.value(j, r)
					style.tint = p.tint(j)
				} else {
					c.Value = s.extra[j-s.own()].value(&p.placed, r)
				}
				if text, ok := c.Value.(string); ok {
					c.Value = b.text(text, sw.Sheet, row, j+1)
				}
				var err error
				if c.StyleID, err = b.style(style); err != nil {
					return err
				}
				values[j] = c
				if j < s.own() && p.why[j] != "" {
					if len(remarks) == maxComments {
						b.comments.add(sw.Sheet, row, j+1)
						continue
					}
					remarks = append(remarks, excelize.Comment{
						Author: "Pressoir", Cell: cellName(j+1, row), Width: 320, Height: 120,
						Paragraph: []excelize.RichTextRun{{Text: p.why[j]}},
					})
				}
			}
			if err := sw.SetRow(cellName(1, row), values); err != nil {
				return err
			}
		}
	}
	return end()
}

// widths returns the number of characters of the widest value of each column among the
// first rows.
func (s *sheet) widths() []int {
	widths := make([]int, len(s.names))
	for j, n := range s.names {
		widths[j] = utf8.RuneCountInString(n)
	}
	left := widthSample
	for i := range s.tables {
		p := &s.tables[i]
		for _, r := range p.table.Rows {
			if r.Role != records.Data {
				continue
			}
			if left--; left < 0 {
				return widths
			}
			for j := range s.own() {
				widths[j] = max(widths[j], utf8.RuneCountInString(r.Text(p.at[j])))
			}
		}
	}
	return widths
}

// A remarked table has, for the row in hand, what there is to say of each cell.
type remarked struct {
	placed
	walk    *RemarkWalk
	formats []string // of the numbers of each column of the sheet
	to      []int    // column of the table -> column of the sheet, -1 for none
	subject int      // column of the sheet that takes what is said of a whole row

	why   []string // comment of each cell, "" for none
	level []records.Level
}

func newRemarked(t *placed, own int) *remarked {
	p := &remarked{placed: *t, walk: NewRemarkWalk(t.res, t.table), why: make([]string, own), level: make([]records.Level, own)}
	p.to = slices.Repeat([]int{-1}, len(p.table.Columns))
	for j, col := range p.at {
		if j < own && col >= 0 {
			p.to[col] = j
			if p.table.Columns[col].Means() == "name" {
				p.subject = j
			}
		}
	}
	p.formats = make([]string, own)
	for j := range own {
		p.formats[j] = p.format(j)
	}
	return p
}

// look collects what there is to say of the cells of r. Ask for rows in their order.
func (p *remarked) look(r *records.Record) {
	clear(p.why)
	clear(p.level)
	for _, m := range p.walk.Of(r) {
		f := &p.res.Findings[m.Finding]
		switch {
		case Routine(f):
		case m.Col < 0:
			p.say(p.subject, f, r, -1)
		case m.Col < len(p.to) && p.to[m.Col] >= 0:
			p.say(p.to[m.Col], f, r, m.Col)
		}
	}
}

// say adds a finding to the comment of column j of the sheet, with what was printed in
// column col of the table.
func (p *remarked) say(j int, f *records.Finding, r *records.Record, col int) {
	if len(p.why) == 0 {
		return
	}
	text := f.Level.String() + ", " + f.Code + ": " + f.Why
	if f.Level == records.Noted {
		text = "mended, " + f.Code + ": " + f.Why
	}
	if col >= 0 && col < len(r.Cells) && r.Cells[col].Src != nil && !r.Cells[col].Src.Covered() {
		text += fmt.Sprintf("\nprinted: %q", r.Cells[col].Src.Text())
	}
	if at := r.At.String(); at != "" {
		text += "\n" + at
	}
	if p.why[j] != "" {
		text = p.why[j] + "\n" + text
	}
	p.why[j] = text
	p.level[j] = max(p.level[j], f.Level)
}

// tint returns the ground of column j in the row in hand.
func (p *remarked) tint(j int) string {
	switch {
	case p.why[j] == "":
		return ""
	case p.level[j] > records.Noted:
		return doubtfulTint
	}
	return repairedTint
}

// value returns the value of column j of the sheet in r, nil for a blank, and the
// format to show it in.
func (p *remarked) value(j int, r *records.Record) (v any, format string) {
	text := r.Text(p.at[j])
	if text == "" {
		return nil, ""
	}
	switch p.typeOf(j) {
	case records.Number, records.Money:
		if isNumber(text) && len(text) <= maxDigits {
			if n, err := strconv.ParseFloat(text, 64); err == nil {
				return n, p.formats[j]
			}
		}
	case records.Date:
		if d, err := time.Parse(time.DateOnly, text); err == nil && d.Year() >= firstYear {
			return d, "yyyy-mm-dd"
		}
	case records.Flag:
		switch text {
		case "true":
			return true, ""
		case "false":
			return false, ""
		}
	}
	return text, ""
}

// format returns the number format of column j: with as many decimals as its values
// have, and its unit.
func (p *remarked) format(j int) string {
	t := p.typeOf(j)
	if p.at[j] < 0 || t != records.Number && t != records.Money {
		return ""
	}
	unit := p.table.Columns[p.at[j]].Unit
	if unit == "" {
		return "" // as the number is: 2024 may be a year
	}
	decimals := 0
	for _, r := range p.table.Rows {
		if text := r.Text(p.at[j]); r.Role == records.Data && isNumber(text) {
			_, fraction, _ := strings.Cut(text, ".")
			decimals = max(decimals, len(fraction))
		}
	}
	format := "#,##0"
	if unit == "%" {
		format = "0"
	}
	if decimals > 0 {
		format += "." + strings.Repeat("0", min(decimals, maxDigits))
	}
	if sign, ok := currencySigns[unit]; ok {
		unit = sign
	}
	return format + ` "` + strings.ReplaceAll(unit, `"`, "") + `"`
}

// currencySigns are the signs of the currencies that releases print most.
var currencySigns = map[string]string{"EUR": "€", "USD": "$", "GBP": "£"}

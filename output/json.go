// JSON: one object a document, with what was printed, where, and what was
// changed. The schema in output/schema describes it.

package output

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output/schema"
)

// JSON writes one object for one document, and an array of them for several or
// if opt.Many says so.
// It writes all tables unless opt chooses one. Each record, claim and finding is on a
// line of its own, so that line tools find it and a diff shows it.
func JSON(w io.Writer, docs []*normalize.Result, opt Options) error {
	if opt.Table == MainTable {
		opt.Table = AllTables
	}
	if err := opt.check(docs); err != nil {
		return err
	}
	j := &jsonWriter{w: bufio.NewWriterSize(w, csvBuffer)}
	many := opt.Many || len(docs) != 1
	if many {
		j.text("[\n")
	}
	for i, res := range docs {
		if i > 0 {
			j.text(",\n")
		}
		j.result(res, opt)
	}
	if many {
		j.text("\n]")
	}
	j.text("\n")
	return j.w.Flush()
}

// A jsonWriter writes through a scratch buffer. Its errors wait in w for Flush.
type jsonWriter struct {
	w *bufio.Writer
	b []byte
}

func (j *jsonWriter) text(s string) { j.w.WriteString(s) }

// flush writes what b has gathered.
func (j *jsonWriter) flush() {
	j.w.Write(j.b)
	j.b = j.b[:0]
}

// value writes one of the structs of package schema.
func (j *jsonWriter) value(v any) {
	j.b = appendJSON(j.b, v)
	j.flush()
}

// appendJSON appends v, which is one of the structs of package schema and so can
// be written.
func appendJSON(b []byte, v any) []byte {
	text, err := schema.Marshal(v)
	if err != nil {
		panic(err)
	}
	return append(b, text...)
}

func (j *jsonWriter) result(res *normalize.Result, opt Options) {
	j.text("{\n\"source\": ")
	j.value(sourceOfResult(res))
	j.text(",\n\"document\": ")
	j.value(documentOf(res.Document))
	j.text(",\n\"tables\": [")
	for i, t := range Chosen(res, opt) {
		if i > 0 {
			j.text(",")
		}
		j.text("\n")
		j.table(res, t)
	}
	j.text("],\n")
	j.verdicts(res)
	j.text("}")
}

// verdicts writes the members claims and findings.
func (j *jsonWriter) verdicts(res *normalize.Result) {
	j.text("\"claims\": [")
	for i := range res.Claims {
		if i > 0 {
			j.text(",")
		}
		j.text("\n")
		j.value(claimOf(&res.Claims[i]))
	}
	j.text("],\n\"findings\": [")
	for i := range res.Findings {
		if i > 0 {
			j.text(",")
		}
		j.text("\n")
		j.b = appendFinding(j.b, res, &res.Findings[i])
		j.flush()
	}
	j.text("]\n")
}

func (j *jsonWriter) table(res *normalize.Result, t *records.Table) {
	b := append(j.b, '{')
	b = strconv.AppendInt(appendKey(b, "id"), int64(t.ID), 10)
	b = appendText(appendKey(b, "name"), t.Name)
	b = appendPos(appendKey(b, "at"), t.At)
	b = appendText(appendKey(b, "method"), t.Method)
	b = appendText(appendKey(b, "subject"), columnName(t, int32(t.Subject())))
	b = append(appendKey(b, "columns"), '[')
	first := len(b)
	for i := range t.Columns {
		if t.Columns[i].Dropped {
			continue
		}
		if len(b) > first {
			b = append(b, ',')
		}
		b = appendJSON(b, columnOf(&t.Columns[i]))
	}
	b = append(b, ']')
	j.b = append(appendKey(b, "records"), '[')
	edits := NewEditWalk(res, t.ID)
	row := 0
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		if row > 0 {
			j.b = append(j.b, ',')
		}
		row++
		j.b = append(j.b, '\n')
		j.b = appendRecord(j.b, res, t, r, row, edits.Of(r.ID))
		j.flush()
	}
	j.b = append(j.b, "]}"...)
	j.flush()
}

func appendRecord(b []byte, res *normalize.Result, t *records.Table, r *records.Record, row int, refs []EditRef) []byte {
	b = append(b, '{')
	b = strconv.AppendInt(appendKey(b, "row"), int64(row), 10)
	b = strconv.AppendInt(appendKey(b, "id"), int64(r.ID), 10)
	b = append(appendKey(b, "values"), '{')
	for i := range t.Columns {
		if t.Columns[i].Dropped {
			continue
		}
		b = appendValue(appendKey(b, t.Columns[i].Name), t.Columns[i].Type, r.Text(i))
	}
	b = append(b, '}')
	b = append(appendKey(b, "raw"), '{')
	for i := range t.Columns {
		if i < len(r.Cells) && !t.Columns[i].Dropped && r.Cells[i].Src != nil && !r.Cells[i].Src.Covered() {
			b = appendString(appendKey(b, t.Columns[i].Name), r.Cells[i].Src.Text())
		}
	}
	b = append(b, '}')
	b = appendPos(appendKey(b, "at"), r.At)
	b = append(appendKey(b, "repairs"), '[')
	for i, ref := range refs {
		if i > 0 {
			b = append(b, ',')
		}
		f := &res.Findings[ref.Finding]
		b = append(b, '{')
		b = appendString(appendKey(b, "pass"), f.Pass)
		b = appendString(appendKey(b, "code"), f.Code)
		b = appendEdit(b, t, &f.Edits[ref.Edit])
		b = strconv.AppendInt(appendKey(b, "finding"), int64(ref.Finding), 10)
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

// appendFinding appends a finding, its edits as they come.
func appendFinding(b []byte, res *normalize.Result, f *records.Finding) []byte {
	var t *records.Table
	for _, u := range res.Tables {
		if u.ID == f.Table {
			t = u
		}
	}
	b = appendJSON(b, findingOf(f))
	b = b[:len(b)-len("]}")]
	for i := range f.Edits {
		e := &f.Edits[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '{')
		b = appendID(appendKey(b, "record"), int(e.Record))
		if e.Last > e.Record {
			b = appendID(appendKey(b, "last"), int(e.Last))
		}
		b = appendEdit(b, t, e)
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

// appendEdit appends the members of an edit to an open object.
func appendEdit(b []byte, t *records.Table, e *records.Edit) []byte {
	switch e.Op {
	case records.SetRole:
		return appendString(appendKey(b, "role"), e.Role.String())
	case records.Move:
		b = appendText(appendKey(b, "column"), columnName(t, e.Col))
		return appendText(appendKey(b, "to"), columnName(t, int32(e.To)))
	case records.Drop:
		b = appendText(appendKey(b, "column"), columnName(t, e.Col))
		return strconv.AppendBool(appendKey(b, "dropped"), true)
	}
	b = appendText(appendKey(b, "column"), columnName(t, e.Col))
	b = appendString(appendKey(b, "was"), e.Was)
	return appendString(appendKey(b, "text"), e.Text)
}

// columnName returns the name of a column, "" for one beyond those of the
// table, where the surplus cells of a broken row stand.
func columnName(t *records.Table, col int32) string {
	if t == nil || col < 0 || int(col) >= len(t.Columns) {
		return ""
	}
	return t.Columns[col].Name
}

// appendValue appends the value of a cell: a number or true or false where the
// column is of that type, a string else, null where there is no value.
func appendValue(b []byte, t records.Type, text string) []byte {
	switch t {
	case records.Flag:
		if text == "true" || text == "false" {
			return append(b, text...)
		}
	case records.Number, records.Money:
		if isNumber(text) {
			return append(b, text...)
		}
	}
	return appendText(b, text)
}

// isNumber reports whether text is a JSON number as it stands: 12.5, -3, not 007.
func isNumber(text string) bool {
	digits := strings.TrimPrefix(text, "-")
	whole, fraction, dot := strings.Cut(digits, ".")
	return allDigits(whole) && (len(whole) == 1 || whole[0] != '0') && (!dot || allDigits(fraction))
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// appendText appends a string, null for the empty one.
func appendText(b []byte, s string) []byte {
	if s == "" {
		return append(b, "null"...)
	}
	return appendString(b, s)
}

// appendID appends a number counted from 1, null for 0.
func appendID(b []byte, n int) []byte {
	if n == 0 {
		return append(b, "null"...)
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// appendPos appends a place with the members that are known, null if none is.
func appendPos(b []byte, p document.Pos) []byte {
	if p == (document.Pos{}) {
		return append(b, "null"...)
	}
	b = append(b, '{')
	if p.Page > 0 {
		b = strconv.AppendInt(appendKey(b, "page"), int64(p.Page), 10)
	}
	if p.Line > 0 {
		b = strconv.AppendInt(appendKey(b, "line"), int64(p.Line), 10)
	}
	if p.Box != nil {
		b = appendBox(appendKey(b, "box"), *p.Box)
	}
	return append(b, '}')
}

// appendBox appends [x0, top, x1, bottom] in points, null if unknown.
func appendBox(b []byte, box document.Box) []byte {
	if box.IsZero() {
		return append(b, "null"...)
	}
	b = appendPoint(append(b, '['), box.X0)
	b = appendPoint(append(b, ','), box.Y0)
	b = appendPoint(append(b, ','), box.X1)
	b = appendPoint(append(b, ','), box.Y1)
	return append(b, ']')
}

// Verdicts: the claims and findings of documents, without their rows.

package output

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"

	"github.com/gocarina/gocsv"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
)

// A Verdict is a claim or a finding as a row of CSV.
type Verdict struct {
	Source  string `csv:"source"`
	Kind    string `csv:"kind"`    // claim or finding
	Verdict string `csv:"verdict"` // status of the claim, level of the finding
	Code    string `csv:"code"`    // kind of the claim, code of the finding
	Page    string `csv:"page"`
	Line    string `csv:"line"`
	Table   string `csv:"table"`
	Record  string `csv:"record"`
	Value   string `csv:"value"` // announced
	Found   string `csv:"found"` // compared with
	Text    string `csv:"text"`  // as printed
	Why     string `csv:"why"`
}

// VerdictsCSV writes the claims and findings of docs as CSV.
func VerdictsCSV(w io.Writer, docs []*normalize.Result) error {
	rows := []Verdict{} // not nil: gocsv writes the header of an empty slice only
	for _, res := range docs {
		for i := range res.Claims {
			c := &res.Claims[i]
			v := verdictAt(res, c.At)
			v.Kind, v.Verdict, v.Code = "claim", string(c.Status), string(c.Kind)
			v.Value = plainNumber(c.Value)
			if c.Found != nil {
				v.Found = plainNumber(*c.Found)
			}
			v.Text, v.Why = c.Text, c.Why
			rows = append(rows, v)
		}
		for i := range res.Findings {
			f := &res.Findings[i]
			v := verdictAt(res, f.At)
			v.Kind, v.Verdict, v.Code = "finding", f.Level.String(), f.Code
			v.Table, v.Record, v.Why = number(f.Table), number(f.Record), f.Why
			rows = append(rows, v)
		}
	}
	// gocsv's default writer is a global.
	cw := gocsv.NewSafeCSVWriter(csv.NewWriter(w))
	return gocsv.MarshalCSV(rows, cw)
}

// plainNumber returns v without an exponent.
func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func verdictAt(res *normalize.Result, at document.Pos) Verdict {
	return Verdict{Source: res.Document.Name, Page: number(int(at.Page)), Line: number(int(at.Line))}
}

// VerdictsJSON writes an object a document: source, tables (only their size),
// claims and findings, the last two as in JSON. Several documents are an array, as
// is one where many says so.
func VerdictsJSON(w io.Writer, docs []*normalize.Result, many bool) error {
	j := &jsonWriter{w: bufio.NewWriterSize(w, csvBuffer)}
	many = many || len(docs) != 1
	if many {
		j.text("[\n")
	}
	for i, res := range docs {
		if i > 0 {
			j.text(",\n")
		}
		j.text("{\"source\": ")
		j.value(sourceOfResult(res))
		j.b = append(j.b, ",\n\"tables\": ["...)
		for k, t := range res.Tables {
			if k > 0 {
				j.b = append(j.b, ',')
			}
			j.b = append(j.b, '{')
			j.b = appendID(appendKey(j.b, "id"), t.ID)
			j.b = appendText(appendKey(j.b, "name"), t.Name)
			j.b = strconv.AppendInt(appendKey(j.b, "records"), int64(CountRecords(t)), 10)
			j.b = append(j.b, '}')
		}
		j.b = append(j.b, "],\n"...)
		j.flush()
		j.verdicts(res)
		j.text("}")
	}
	if many {
		j.text("\n]")
	}
	j.text("\n")
	return j.w.Flush()
}

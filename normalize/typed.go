// The type pass rewrites French forms of numbers, dates and codes in plain form.

package normalize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

var typePass = pass{
	name: records.PlainPass,
	doc:  "write numbers, dates, codes and phone numbers in their plain form",
	run:  runType,
}

// runType rewrites the cells of typed columns: "1 125 231" is 1125231,
// "11/07/2021" is 2021-07-11. What was printed stays in Cell.Src. A cell that
// does not read as its column's type stays as it is, and is reported.
func runType(t *bind.Table) (found []records.Finding) {
	for j := range t.Columns {
		c := &t.Columns[j]
		if f := missing(t, j); f != nil {
			found = append(found, *f)
		}
		read := plainForm(t, j)
		if read == nil {
			continue
		}
		done := records.Finding{Code: c.Type.String(), Why: fmt.Sprintf("%s in plain form", c.Name)}
		negative := records.Finding{Code: c.Type.String()}
		odd := 0
		of := t.Of(j)
		for i, r := range t.Rows {
			s := r.Text(j)
			if s == "" || r.Role != records.Data || t.IsPlain(i, j) || of != nil && of.Missing.Has(s) {
				continue
			}
			text, ok := read(r, s)
			if !ok {
				if lexicon.IsMissing(s) {
					continue
				}
				if odd++; odd <= maxOdd {
					found = append(found, records.Finding{
						Code: records.CodeType, Level: records.Doubt, Record: r.ID,
						Why: fmt.Sprintf("%s: %q is no %s; kept as printed", c.Name, s, c.Type),
					})
				}
				continue
			}
			if text == s {
				continue
			}
			f, why := &done, "%s in plain form: %q is %s"
			if s[0] == '(' && text != "" && text[0] == '-' {
				f, why = &negative, "%s: figures in parentheses are negative, as accounts print them: %q is %s"
			}
			if len(f.Edits) == 0 {
				f.Record, f.Why = r.ID, fmt.Sprintf(why, c.Name, s, text)
			}
			f.Edits = t.AppendEdit(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(j), Text: text})
		}
		if odd > maxOdd {
			found = append(found, records.Finding{Code: records.CodeType, Level: records.Doubt, Why: fmt.Sprintf("%s: %d more values are no %s", c.Name, odd-maxOdd, c.Type)})
		}
		found = append(found, withEdits(done, negative)...)
	}
	return found
}

// maxOdd is the largest number of values not of their column's type that are reported
// one by one.
const maxOdd = 20

// plainForm returns the function that reads a value of a column, nil if its
// values stay as printed.
func plainForm(t *bind.Table, j int) func(*records.Record, string) (string, bool) {
	c := &t.Columns[j]
	switch c.Type {
	case records.Number, records.Money:
		return plainNumber(t, j)
	case records.Date:
		order := t.DateOrder(j)
		yearless := !holdsYears(t, j, order)
		return func(_ *records.Record, s string) (string, bool) {
			if isISODate(s) {
				return s, true
			}
			if _, figures := forms.DateOrder(s); figures && order == forms.NoOrder {
				return s, false
			}
			if yearless && forms.IsDayMonth(s) {
				return s, true // the year is printed elsewhere, or nowhere
			}
			return forms.ParseDateIn(s, order)
		}
	case records.Email:
		return func(_ *records.Record, s string) (string, bool) { return forms.ParseEmail(s) }
	case records.Phone:
		return plainPhone(t, j)
	}
	kind := c.Name
	if k := t.Profile.Column(c.Name).Kind(); k != "" {
		kind = k
	}
	switch kind {
	case "postal_code":
		code := t.Col("department_code")
		return func(r *records.Record, s string) (string, bool) {
			d, ok := forms.DigitsOf(s)
			if ok && len(d) == 4 && strings.HasPrefix(r.Text(code), "0") && d[0] == r.Text(code)[1] {
				return "0" + d, true // a spreadsheet dropped the zero
			}
			return forms.ParsePostal(s)
		}
	case "siret":
		return func(_ *records.Record, s string) (string, bool) { return forms.ParseSIRET(s) }
	}
	return nil
}

// plainPhone reads the telephone numbers of column j. Those of other countries stay as
// printed: with the code of the country, or where the column has no French one.
func plainPhone(t *bind.Table, j int) func(*records.Record, string) (string, bool) {
	french := slices.ContainsFunc(t.Rows, func(r *records.Record) bool {
		_, ok := forms.ParsePhone(r.Text(j))
		return ok
	})
	return func(_ *records.Record, s string) (string, bool) {
		if p, ok := forms.ParsePhone(s); ok {
			return p, true
		}
		return s, (!french || strings.HasPrefix(s, "+")) && forms.MayBePhone(s)
	}
}

// plainNumber reads the numbers of column j.
func plainNumber(t *bind.Table, j int) func(*records.Record, string) (string, bool) {
	c := &t.Columns[j]
	style, sure := t.NumberStyle(j)
	brackets := bracketsOf(t, j)
	return func(_ *records.Record, s string) (string, bool) {
		if brackets != negatives && s[0] == '(' {
			if brackets == unclear {
				return s, false // losses, or what the heading says they are
			}
			s = s[1 : len(s)-1]
		}
		n, ok := forms.ParseSigned(s, style)
		if !ok && c.Means() == "number" {
			return forms.ParseOrdinal(s)
		}
		if _, open := forms.Separator(s); ok && open && !sure {
			return s, false // the readings differ by a factor of a thousand
		}
		if ok && c.Type == records.Money && n.Unit != "" && n.Unit != "%" && n.Unit != c.Unit {
			return s, false // another currency than the others, or than the heading says
		}
		if ok && (n.Unit == "%") != (c.Unit == "%") && (n.Unit == "%" || c.Unit == "%" && n.Unit != "") {
			return s, false // a share among amounts, or an amount among shares
		}
		return n.Plain, ok
	}
}

// isISODate reports whether s is in plain form already, in any of its precisions.
func isISODate(s string) bool {
	if len(s) == 7 && s[4] == '-' && forms.IsFigures(s[:4], 4, 4) && forms.IsFigures(s[5:], 2, 2) {
		return true
	}
	return false
}

// holdsYears reports whether a value of column j is a date with a year: among those, a
// date without one has lost it.
func holdsYears(t *bind.Table, j int, order forms.Order) bool {
	for i, r := range t.Rows {
		if i == bind.SampleRows {
			return false
		}
		if s := r.Text(j); r.Role == records.Data && s != "" {
			if _, ok := forms.ParseDateIn(s, order); ok || isISODate(s) {
				return true
			}
		}
	}
	return false
}

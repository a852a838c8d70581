// This file writes the summary of each document that extract prints on standard error.

package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
)

// maxListed is the largest number of findings, of claims and of further tables that the
// summary lists. Nobody reads more in a terminal; check and tables list them all.
const maxListed = 8

// maxColumnsListed is the largest number of columns that it names: some ten lines.
const maxColumnsListed = 64

// summarize writes a short account of res: the tables written, what was mended, what is
// doubtful and where, and what the prose announced. A folder gets the other tables too.
func summarize(w io.Writer, p paint, name string, res *normalize.Result, opt output.Options, folder bool) {
	written := output.Chosen(res, opt)
	if len(written) == 0 {
		fmt.Fprintf(w, "%s: no table or list found\n", name)
	}
	for _, t := range written {
		fmt.Fprintf(w, "%s: %s\n", p.in(bold, name), tableLine(t, len(written) > 1))
		names, more := columnNames(t), ""
		if n := len(names) - maxColumnsListed; n > 0 {
			names, more = names[:maxColumnsListed], fmt.Sprintf(" and %d more", n)
		}
		fmt.Fprintf(w, "  columns: %s%s\n", strings.Join(names, ", "), more)
	}
	if line := profileLine(res.Profile); line != "" {
		fmt.Fprintf(w, "  profile: %s\n", line)
	}
	if repairs := repairLine(res); repairs != "" {
		fmt.Fprintf(w, "  mended: %s\n", repairs)
	}
	listFindings(w, p, name, res)
	listClaims(w, p, name, res.Claims)
	if len(written) > 0 {
		listOthers(w, name, res.Tables, written, folder)
	}
}

// listOthers lists the tables that were not written.
func listOthers(w io.Writer, name string, tables, written []*records.Table, folder bool) {
	was := map[*records.Table]bool{}
	for _, t := range written {
		was[t] = true
	}
	listed, more := 0, 0
	for _, t := range tables {
		switch {
		case was[t]:
		case listed == maxListed:
			more++
		default:
			listed++
			reach := fmt.Sprintf("; --table %d", t.ID)
			if folder {
				reach = ""
			}
			fmt.Fprintf(w, "  also there: %s%s\n", tableLine(t, true), reach)
		}
	}
	if more > 0 {
		fmt.Fprintf(w, "  and %d more tables; pressoir tables %s shows them\n", more, name)
	}
}

// tableLine is "53 records, 13 new", with the table's number and name if numbered.
func tableLine(t *records.Table, numbered bool) string {
	line := plural(output.CountRecords(t), "record")
	if col := t.Col("new"); col >= 0 {
		marked, unknown := 0, 0
		for _, r := range t.Rows {
			if r.Role == records.Data {
				switch r.Text(col) {
				case "true":
					marked++
				case "":
					unknown++
				}
			}
		}
		switch {
		case unknown == 0:
			line += fmt.Sprintf(", %d new", marked)
		case marked > 0:
			line += fmt.Sprintf(", %d new, %d not known", marked, unknown)
		}
	}
	if numbered {
		line = fmt.Sprintf("table %d, %s", t.ID, line)
		if t.Name != "" {
			line += " (" + shorten(t.Name, 60) + ")"
		}
	}
	return line
}

// columnNames returns the columns, those that are not printed in parentheses.
func columnNames(t *records.Table) []string {
	var names []string
	for _, c := range t.Columns {
		switch {
		case c.Dropped:
		case c.Derived:
			names = append(names, "("+c.Name+")")
		default:
			names = append(names, c.Name)
		}
	}
	return names
}

// repairLine returns the number of cells and rows that each pass changed:
// "carry 40, shift 2".
func repairLine(res *normalize.Result) string {
	var passes []string
	cells := map[string]int{}
	for _, r := range res.Repairs() {
		if _, ok := cells[r.Pass]; !ok {
			passes = append(passes, r.Pass)
		}
		cells[r.Pass] += r.Cells
	}
	for i, pass := range passes {
		passes[i] = fmt.Sprintf("%s %d", pass, cells[pass])
	}
	return strings.Join(passes, ", ")
}

// listFindings lists doubts and faults with their places.
func listFindings(w io.Writer, p paint, name string, res *normalize.Result) {
	listed, more := 0, 0
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.Level < records.Doubt {
			continue
		}
		if listed == maxListed {
			more++
			continue
		}
		listed++
		fmt.Fprintf(w, "  %s: %s: %s [%s]\n", p.in(levelColour(f.Level), f.Level.String()), place(name, f.At), f.Why, f.Code)
	}
	if more > 0 {
		fmt.Fprintf(w, "  and %d more; pressoir check %s lists them\n", more, name)
	}
}

// listClaims counts the claims that hold and lists those that need a look.
func listClaims(w io.Writer, p paint, name string, all []claims.Claim) {
	var order []claims.Status
	count := map[claims.Status]int{}
	listed, more := 0, 0
	for i := range all {
		c := &all[i]
		if count[c.Status] == 0 {
			order = append(order, c.Status)
		}
		count[c.Status]++
		if !needsLook(c) {
			continue
		}
		if listed++; listed > maxListed {
			more++
		} else {
			fmt.Fprintf(w, "  %s: %s: %s: %s\n", p.in(statusColour(c.Status), string(c.Status)), place(name, c.At), quote(shorten(c.Text, 90)), c.Why)
		}
	}
	if more > 0 {
		fmt.Fprintf(w, "  and %d more; pressoir check %s lists them\n", more, name)
	}
	if len(order) == 0 {
		return
	}
	parts := make([]string, len(order))
	for i, s := range order {
		parts[i] = fmt.Sprintf("%d %s", count[s], s)
	}
	fmt.Fprintf(w, "  claims: %s\n", strings.Join(parts, ", "))
}

// needsLook reports whether a person should look at the claim.
func needsLook(c *claims.Claim) bool {
	return c.Accuses()
}

// place returns where something is printed, as editors and terminals link it:
// "a.md:12", "a.pdf: page 3", "a.md" if the place is not known.
func place(name string, at document.Pos) string {
	switch {
	case at.Page > 0:
		return name + ": " + at.String()
	case at.Line > 0:
		return fmt.Sprintf("%s:%d", name, at.Line)
	}
	return name
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// shorten puts text on one line of at most n letters.
func shorten(text string, n int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > n {
		runes = append(runes[:n-1], '…')
	}
	return string(runes)
}

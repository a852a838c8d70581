// This file judges how right the outcome of one document is.

package score

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Verdict is the judgment on one document.
type Verdict struct {
	Name, Kind, Format string
	Want, Got, Hits    int  // records in the truth, rows that came out, records found in them
	Exact              bool // all records and nothing else; see judge
	Headings           bool // all columns are named right
	Said               bool // a doubt, a fault, a mismatch or an error: a job can see that a person should look
	Planted, Caught    int  // wrong figures announced or printed as totals, and those that were flagged
	// FalseAlarm says that all is right in the document and in its rows, and a
	// figure was flagged all the same. Where rows are wrong, a mismatch is how the
	// product shows it.
	FalseAlarm       bool
	Missing, Surplus []string // for people: records not found, rows that are none
	Why              []string // for people: findings and figures
	Seconds          float64
}

// Silent reports whether the document is wrong and nothing says so.
func (v *Verdict) Silent() bool { return !v.Exact && !v.Said }

// judge compares an outcome with the truth. A release without a list is exact if it
// gives no row and no doubt; one that announces a list and does not print it, if it
// gives no row and a doubt.
func judge(v *Verdict, truth *Truth, out *outcome, err error) {
	v.Said = err != nil || len(out.doubts) > 0 || len(out.alarms) > 0
	if err != nil {
		v.Why = append(v.Why, err.Error())
	}
	for _, d := range out.doubts {
		v.Why = append(v.Why, d.code+": "+d.why)
	}
	for _, a := range out.alarms {
		v.Why = append(v.Why, "figure flagged: "+a.text)
	}
	judgeRows(v, truth, out)
	switch {
	case len(truth.Tables) > 0:
		v.Exact = v.Hits == v.Want && v.Got == v.Want
	case truth.Doubt:
		v.Exact = v.Got == 0 && v.Said && err == nil
	default:
		v.Exact = v.Got == 0 && !v.Said
	}
	judgeFigures(v, truth, out)
}

// judgeRows pairs the tables of the truth with those of the outcome, beginning with
// those that share the most records, and counts records.
func judgeRows(v *Verdict, truth *Truth, out *outcome) {
	grids := out.tables
	if truth.pooled {
		grids = pool(grids)
	}
	type pair struct {
		t, g int
		m    matching
	}
	var pairs []pair
	for t := range truth.Tables {
		v.Want += len(truth.Tables[t].Records)
		for g := range grids {
			if len(grids[g].rows) > 0 {
				pairs = append(pairs, pair{t, g, match(&truth.Tables[t], truth.Tables[t].asked(v.Format), &grids[g])})
			}
		}
	}
	for g := range grids {
		v.Got += len(grids[g].rows)
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return b.m.hits - a.m.hits })
	tableDone, gridDone := make([]bool, len(truth.Tables)), make([]bool, len(grids))
	v.Headings = len(truth.Tables) > 0
	for _, p := range pairs {
		if tableDone[p.t] || gridDone[p.g] {
			continue
		}
		tableDone[p.t], gridDone[p.g] = true, true
		v.Hits += p.m.hits
		v.Headings = v.Headings && p.m.headings
		v.Missing = append(v.Missing, p.m.missing...)
		v.Surplus = append(v.Surplus, p.m.surplus...)
		if !p.m.headings {
			v.Why = append(v.Why, "headings: "+strings.Join(grids[p.g].names, ", "))
		}
	}
	for t, done := range tableDone {
		if !done {
			v.Headings = false
			for i := range truth.Tables[t].Records {
				v.Missing = append(v.Missing, describe(&truth.Tables[t], truth.Tables[t].asked(v.Format), i))
			}
		}
	}
	for g, done := range gridDone {
		if !done {
			for _, row := range grids[g].rows {
				v.Surplus = append(v.Surplus, strings.Join(row, " | "))
			}
		}
	}
}

// pool puts the rows of all tables under one set of columns.
func pool(grids []grid) []grid {
	var all grid
	index := map[string]int{}
	for _, g := range grids {
		for _, n := range g.names {
			if _, known := index[n]; !known {
				index[n] = len(all.names)
				all.names = append(all.names, n)
			}
		}
	}
	for _, g := range grids {
		for _, row := range g.rows {
			wide := make([]string, len(all.names))
			for j, x := range row {
				wide[index[g.names[j]]] = x
			}
			all.rows = append(all.rows, wide)
		}
	}
	return []grid{all}
}

// judgeFigures counts the wrong figures that were flagged, and false alarms.
func judgeFigures(v *Verdict, truth *Truth, out *outcome) {
	totals := slices.ContainsFunc(out.doubts, func(d doubt) bool { return d.code == "total-differs" })
	for _, f := range truth.Announced {
		if f.Right {
			continue
		}
		v.Planted++
		if flagged(out, f.Value) {
			v.Caught++
		} else {
			v.Why = append(v.Why, "wrong figure not flagged: "+f.Text)
		}
	}
	for _, t := range truth.Totals {
		if t.Right {
			continue
		}
		v.Planted++
		if totals {
			v.Caught++
		} else {
			v.Why = append(v.Why, "wrong total not flagged: "+t.Label)
		}
	}
	v.FalseAlarm = v.Planted == 0 && v.Exact && !truth.Doubt && (totals || len(out.alarms) > 0)
}

// flagged reports whether a figure was flagged: by the verdict on its claim, by
// a contradiction in the prose, or by a doubt that names it.
func flagged(out *outcome, value float64) bool {
	for _, a := range out.alarms {
		if a.inProse || a.value == value {
			return true
		}
	}
	for _, d := range out.doubts {
		if names(d.why, value) {
			return true
		}
	}
	return false
}

// names reports whether a sentence prints a figure, with or without blanks or
// commas between its thousands.
func names(sentence string, value float64) bool {
	want := strconv.FormatFloat(value, 'f', -1, 64)
	figure := ""
	for _, r := range fold(sentence) + "." {
		switch {
		case r >= '0' && r <= '9':
			figure += string(r)
		case (r == ' ' || r == ',') && figure != "" && figure != want:
			// a blank or comma between thousands
		default:
			if figure == want {
				return true
			}
			figure = ""
		}
	}
	return false
}

// text prints a value of the truth for people.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

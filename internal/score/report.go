// Reports: figures by kind and format, for people.

package score

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A tally sums up verdicts.
type tally struct {
	docs, exact, silent     int
	withRows, headings      int
	want, got, hits         int
	planted, caught, alarms int
	seconds                 float64
}

func (t *tally) add(v *Verdict) {
	t.docs++
	t.exact += one(v.Exact)
	t.silent += one(v.Silent())
	t.withRows += one(v.Want > 0)
	t.headings += one(v.Headings)
	t.want += v.Want
	t.got += v.Got
	t.hits += v.Hits
	t.planted += v.Planted
	t.caught += v.Caught
	t.alarms += one(v.FalseAlarm)
	t.seconds += v.Seconds
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// precision is the share of the rows that are records, recall that of the records that
// are rows; f1 is their harmonic mean. Where there is nothing to find and nothing was found, all are 1.
func (t *tally) precision() float64 { return share(t.hits, t.got, t.want+t.got == 0) }
func (t *tally) recall() float64    { return share(t.hits, t.want, t.want+t.got == 0) }
func (t *tally) f1() float64        { return share(2*t.hits, t.want+t.got, t.want+t.got == 0) }

func share(n, of int, nothing bool) float64 {
	switch {
	case nothing:
		return 1
	case of == 0:
		return 0
	}
	return float64(n) / float64(of)
}

// tallies sums up verdicts under each of the names that of gives them. The names
// are in the order of the alphabet.
func tallies(verdicts []Verdict, of func(*Verdict) []string) ([]string, map[string]*tally) {
	sums := map[string]*tally{}
	var order []string
	for i := range verdicts {
		for _, name := range of(&verdicts[i]) {
			if sums[name] == nil {
				sums[name] = &tally{}
				order = append(order, name)
			}
			sums[name].add(&verdicts[i])
		}
	}
	slices.Sort(order)
	return order, sums
}

// byFormat names the format of a verdict; a PDF counts under its producer and
// under all PDFs.
func byFormat(v *Verdict) []string {
	if family, _, more := strings.Cut(v.Format, " "); more {
		return []string{v.Format, family}
	}
	return []string{v.Format}
}

func byKind(v *Verdict) []string { return []string{v.Kind} }

func overall(*Verdict) []string { return []string{"all"} }

// Report prints the figures by kind, by format and over all. Without seconds it
// is the same in every run.
func Report(w io.Writer, verdicts []Verdict, seconds bool) {
	for _, section := range []struct {
		title string
		of    func(*Verdict) []string
	}{{"kind", byKind}, {"format", byFormat}, {"", overall}} {
		head(w, section.title, seconds)
		order, sums := tallies(verdicts, section.of)
		for _, name := range order {
			line(w, name, sums[name], seconds)
		}
		fmt.Fprintln(w)
	}
}

func head(w io.Writer, title string, seconds bool) {
	fmt.Fprintf(w, "%-18s %5s %7s %6s %6s %6s %9s %6s %8s %6s", title, "docs", "exact", "P", "R", "F1", "headings", "silent", "planted", "false")
	if seconds {
		fmt.Fprintf(w, " %8s", "seconds")
	}
	fmt.Fprintln(w)
}

func line(w io.Writer, name string, t *tally, seconds bool) {
	of := func(n, all int) string {
		if all == 0 {
			return "-"
		}
		return fmt.Sprintf("%d/%d", n, all)
	}
	fmt.Fprintf(w, "%-18s %5d %7d %6.3f %6.3f %6.3f %9s %6d %8s %6d", name, t.docs, t.exact,
		t.precision(), t.recall(), t.f1(), of(t.headings, t.withRows), t.silent, of(t.caught, t.planted), t.alarms)
	if seconds {
		fmt.Fprintf(w, " %8.2f", t.seconds)
	}
	fmt.Fprintln(w)
}

// maxListed is how many missing records and surplus rows Details lists for a
// document: enough to see the kind of fault.
const maxListed = 6

// Details prints the documents that are wrong in any way, and why.
func Details(w io.Writer, verdicts []Verdict) {
	for i := range verdicts {
		v := &verdicts[i]
		if v.Exact && (v.Headings || v.Want == 0) && v.Caught == v.Planted && !v.FalseAlarm {
			continue
		}
		fmt.Fprintf(w, "%s (%s): %s\n", v.Name, v.Kind, state(v))
		listed(w, "missing", v.Missing)
		listed(w, "surplus", v.Surplus)
		for _, why := range v.Why {
			fmt.Fprintf(w, "    %s\n", strings.ReplaceAll(why, "\n", " "))
		}
	}
}

func listed(w io.Writer, what string, rows []string) {
	for i, row := range rows {
		if i == maxListed {
			fmt.Fprintf(w, "    %s: and %d more\n", what, len(rows)-i)
			break
		}
		fmt.Fprintf(w, "    %s: %s\n", what, strings.ReplaceAll(row, "\n", " "))
	}
}

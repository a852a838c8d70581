// Records: the file of scores, and what a run has lost against it.
//
// The file is for people first: the figures, then a line for each document. Only
// those lines are read back; the figures follow from them.

package score

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// state is what the file says of a document after its name: "exact" or "wrong",
// the records found of those wanted and the rows that came out, and words for
// what else is to be known.
func state(v *Verdict) string {
	words := []string{"wrong"}
	if v.Exact {
		words[0] = "exact"
	}
	words = append(words, fmt.Sprintf("%d/%d of %d", v.Hits, v.Want, v.Got))
	if v.Headings {
		words = append(words, "headings")
	}
	if v.Silent() {
		words = append(words, "silent")
	}
	if v.Planted > 0 {
		words = append(words, fmt.Sprintf("caught %d/%d", v.Caught, v.Planted))
	}
	if v.FalseAlarm {
		words = append(words, "false-alarm")
	}
	return strings.Join(words, ", ")
}

// parseState reads what state writes.
func parseState(s string) (v Verdict, err error) {
	v.Said = true
	words := strings.Split(s, ", ")
	if len(words) < 2 {
		return v, fmt.Errorf("%q: want exact or wrong, then the records", s)
	}
	for i, word := range words {
		n := 0
		switch {
		case i == 0 && (word == "exact" || word == "wrong"):
			v.Exact = word == "exact"
		case i == 1:
			if n, err = fmt.Sscanf(word, "%d/%d of %d", &v.Hits, &v.Want, &v.Got); n < 3 {
				return v, fmt.Errorf("%q: want records found, wanted and printed, as in 3/4 of 5: %w", word, err)
			}
		case word == "headings":
			v.Headings = true
		case word == "silent":
			v.Said = false
		case word == "false-alarm":
			v.FalseAlarm = true
		case strings.HasPrefix(word, "caught "):
			if n, err = fmt.Sscanf(word, "caught %d/%d", &v.Caught, &v.Planted); n < 2 {
				return v, fmt.Errorf("%q: want figures caught, as in caught 1/2: %w", word, err)
			}
		default:
			return v, fmt.Errorf("%q is not known", word)
		}
	}
	return v, nil
}

// documentsHead opens the lines of the documents in the file of scores.
const documentsHead = "documents"

// Write writes the file of scores.
func Write(w io.Writer, verdicts []Verdict) error {
	var b bytes.Buffer
	b.WriteString("# The scores of the corpus that ships. No score may fall below these: the test of\n" +
		"# internal/score fails. `make score-update` renews them; read the diff before you\n" +
		"# commit it. A document is \"exact\" or \"wrong\"; then come the records found of those\n" +
		"# wanted, of the rows that came out. docs/accuracy.md explains the rest.\n\n")
	Report(&b, verdicts, false)
	b.WriteString(documentsHead + "\n")
	for i := range verdicts {
		fmt.Fprintf(&b, "%-40s %s\n", verdicts[i].Name, state(&verdicts[i]))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Parse reads a file of scores: a verdict for each document, without its kind
// and format.
func Parse(data []byte) ([]Verdict, error) {
	var verdicts []Verdict
	s := bufio.NewScanner(bytes.NewReader(data))
	within := false
	for n := 1; s.Scan(); n++ {
		switch line := s.Text(); {
		case line == documentsHead:
			within = true
		case within:
			name, rest, _ := strings.Cut(line, " ")
			v, err := parseState(strings.TrimSpace(rest))
			if err != nil {
				return nil, fmt.Errorf("line %d: %s: %w", n, name, err)
			}
			v.Name = name
			verdicts = append(verdicts, v)
		}
	}
	return verdicts, s.Err()
}

// Lost says, a sentence each, what got worse from one run to the next: documents
// first, then figures that no single document explains.
func Lost(before, now []Verdict) (lost []string) {
	current, known := map[string]*Verdict{}, map[string]bool{}
	for i := range now {
		current[now[i].Name] = &now[i]
	}
	var then, since []Verdict // of the documents of both runs, in the same order
	for _, was := range before {
		known[was.Name] = true
		is := current[was.Name]
		if is == nil {
			lost = append(lost, was.Name+" is no longer in the corpus")
			continue
		}
		was.Kind, was.Format = is.Kind, is.Format
		then, since = append(then, was), append(since, *is)
		if what := worse(&was, is); len(what) > 0 {
			lost = append(lost, fmt.Sprintf("%s %s (%s; before: %s)", was.Name, strings.Join(what, ", "), state(is), state(&was)))
		}
	}
	for i := range now {
		if !known[now[i].Name] {
			lost = append(lost, now[i].Name+" has no score yet")
		}
	}
	for _, of := range []func(*Verdict) []string{byKind, byFormat, overall} {
		lost = append(lost, fallen(then, since, of)...)
	}
	return lost
}

// worse says in what respects a document got worse.
func worse(was, is *Verdict) (what []string) {
	if was.Exact && !is.Exact {
		what = append(what, "is no longer exact")
	}
	if was.Headings && !is.Headings {
		what = append(what, "no longer has all its headings right")
	}
	if !was.Silent() && is.Silent() {
		what = append(what, "is now wrong without a word")
	}
	if is.Caught < was.Caught {
		what = append(what, "has a wrong figure that is no longer flagged")
	}
	if is.FalseAlarm && !was.FalseAlarm {
		what = append(what, "has a right figure flagged")
	}
	return what
}

// fallen names the groups whose share of right records or rows fell, with the
// documents that lost some. Both runs have the same documents in the same order.
func fallen(before, now []Verdict, of func(*Verdict) []string) (lost []string) {
	order, then := tallies(before, of)
	_, current := tallies(now, of)
	for _, name := range order {
		if a, b := then[name].f1(), current[name].f1(); b < a {
			lost = append(lost, fmt.Sprintf("%s: record F1 fell from %.4f to %.4f: %s", name, a, b, strings.Join(losers(before, now, of, name), ", ")))
		}
	}
	return lost
}

// losers names the documents of a group that have fewer records or more surplus
// rows than before.
func losers(before, now []Verdict, of func(*Verdict) []string, group string) (names []string) {
	for i := range now {
		was, is := &before[i], &now[i]
		if slices.Contains(of(is), group) && (is.Hits < was.Hits || is.Got-is.Hits > was.Got-was.Hits) {
			names = append(names, is.Name)
		}
	}
	return names
}

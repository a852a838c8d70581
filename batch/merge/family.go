// This file compares the successive releases of a family: when a row was first and last
// seen, and whether it is new.

package merge

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
)

// families has the dated documents of each family.
type families map[string]*family

type family struct {
	releases    []*release // in the order of the documents, then by date
	first, last map[uint64]string
}

// A release is the rows of a document, by what is compared. nil is one that is not
// compared: it has no date, or no family.
type release struct {
	date  string
	keys  []uint64 // hashes of the keys of the rows, in their order
	marks []mark
	isNew []string // of the rows: "true", "false"; "" in the first release
}

// A mark says what a release says of a row itself.
type mark byte

const (
	unmarked mark = iota
	markedNew
	markedOld
)

// release begins a document.
func (fs families) release(name, date string) *release {
	if name == "" || date == "" {
		return nil
	}
	f := fs[name]
	if f == nil {
		f = &family{}
		fs[name] = f
	}
	r := &release{date: date}
	f.releases = append(f.releases, r)
	return r
}

func (r *release) add(key, marked string) {
	if r == nil {
		return
	}
	m := unmarked
	switch marked {
	case "true":
		m = markedNew
	case "false":
		m = markedOld
	}
	r.keys = append(r.keys, hashOf(key))
	r.marks = append(r.marks, m)
}

func hashOf(key string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(key))
	return h.Sum64()
}

// compare finds what is new in each release, and returns a note for each family whose
// releases say otherwise.
func (fs families) compare() (notes []string) {
	for _, name := range slices.Sorted(maps.Keys(fs)) {
		f := fs[name]
		f.first, f.last = map[uint64]string{}, map[uint64]string{}
		byDate := slices.Clone(f.releases)
		slices.SortStableFunc(byDate, func(a, b *release) int { return strings.Compare(a.date, b.date) })
		var before map[uint64]bool // nil before the first release
		wrong, missed := 0, 0
		var strangers []string // dates of releases that have no row of the one before
		for len(byDate) > 0 {
			// Documents of one date are one release.
			n := 1
			for n < len(byDate) && byDate[n].date == byDate[0].date {
				n++
			}
			now := map[uint64]bool{}
			for _, r := range byDate[:n] {
				w, m := f.judge(r, before)
				wrong, missed = wrong+w, missed+m
				for _, key := range r.keys {
					now[key] = true
				}
			}
			if len(before) > 0 && len(now) > 0 && !shareKey(before, now) {
				strangers = append(strangers, byDate[0].date)
			}
			before, byDate = now, byDate[n:]
		}
		if len(strangers) > 0 {
			notes = append(notes, fmt.Sprintf("family %s: no row is also in the release before: %s; are they one family, and does --key name what stays the same?",
				name, strings.Join(strangers, ", ")))
		}
		if wrong+missed > 0 {
			notes = append(notes, fmt.Sprintf("family %s: rows marked as new that the release before has: %d; rows that it does not have, marked as not new: %d; compare new with new_by_comparison",
				name, wrong, missed))
		}
	}
	return notes
}

func shareKey(a, b map[uint64]bool) bool {
	for key := range a {
		if b[key] {
			return true
		}
	}
	return false
}

// judge says of each row of r whether the release before has it, and counts those that
// are marked otherwise.
func (f *family) judge(r *release, before map[uint64]bool) (wrong, missed int) {
	r.isNew = make([]string, len(r.keys))
	for i, key := range r.keys {
		if f.first[key] == "" {
			f.first[key] = r.date
		}
		f.last[key] = r.date
		if before == nil {
			continue
		}
		r.isNew[i] = strconv.FormatBool(!before[key])
		switch {
		case before[key] && r.marks[i] == markedNew:
			wrong++
		case !before[key] && r.marks[i] == markedOld:
			missed++
		}
	}
	return wrong, missed
}

// tell fills in what comparing says of row n of a release; nil families and releases say
// nothing.
func (f *family) tell(line []output.Value, r *release, n int) {
	line[firstAt].Type, line[lastAt].Type, line[newAt].Type = records.Date, records.Date, records.Flag
	if f == nil || r == nil {
		return
	}
	line[firstAt].Text, line[lastAt].Text = f.first[r.keys[n]], f.last[r.keys[n]]
	line[newAt].Text = r.isNew[n]
}

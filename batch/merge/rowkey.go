// This file makes the key of a row: what it is about, whatever else changes from one
// release to the next.

package merge

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/output/schema"
)

// places are the columns of codes, the most exact first, each with the column that
// names the place where there is no code.
var places = [][2]string{{"commune_code", "commune"}, {"department_code", "department"}, {"region_code", "region"}}

// groups are the columns that name the group that a row is in.
var groups = []string{"section", "section_2", "state", "country"}

// A keyMaker makes the keys of one document.
type keyMaker struct {
	of   []string       // columns, nil for those that Pressoir knows
	seen map[string]int // how often a key was made

	columns []string // of the key, in the table at hand
	all     []string // of the table
	place   bool     // the place goes before them
}

// begin chooses the columns for a table.
func (k *keyMaker) begin(t *table) {
	k.columns, k.all, k.place = nil, nil, false
	for i := range t.Columns {
		k.all = append(k.all, t.Columns[i].Name)
	}
	has := func(name string) bool {
		return slices.ContainsFunc(t.Columns, func(c schema.Column) bool { return c.Name == name })
	}
	if slices.ContainsFunc(k.of, has) {
		k.columns = k.of
		return
	}
	k.place = slices.ContainsFunc(places, func(p [2]string) bool { return has(p[0]) || has(p[1]) })
	for _, name := range groups {
		if has(name) && name != t.Subject {
			k.columns = append(k.columns, name)
		}
	}
	switch {
	case t.Subject != "":
		k.columns = append(k.columns, t.Subject)
	case !k.place:
		k.columns = k.all
	}
}

// key returns the key of a row: "29|brest", and "29|brest#2" for the second of the same
// in the document.
func (k *keyMaker) key(values map[string]any) string {
	var parts []string
	if k.place {
		parts = append(parts, placeOf(values))
	}
	for _, name := range k.columns {
		parts = append(parts, fold.Words(textOf(values[name])))
	}
	if n := len(parts); n > 0 && parts[n-1] == "" || n == 0 {
		// What the row is about is not printed, or is a dash: then it is all that it says.
		for _, name := range k.all {
			if text := fold.Words(textOf(values[name])); text != "" && !slices.Contains(k.columns, name) {
				parts = append(parts, text)
			}
		}
	}
	key := strings.Join(parts, "|")
	k.seen[key]++
	if n := k.seen[key]; n > 1 {
		return key + "#" + strconv.Itoa(n)
	}
	return key
}

// placeOf is the most exact place of a row: its code, else its name.
func placeOf(values map[string]any) string {
	for _, p := range places {
		if code := textOf(values[p[0]]); code != "" {
			return code
		}
		if name := fold.Name(textOf(values[p[1]])); name != "" {
			return name
		}
	}
	return ""
}

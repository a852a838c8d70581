// This file finds regions and departments by the ways in which they are printed.

package gazetteer

import (
	"bytes"
	"strings"
	"sync"

	"github.com/pressoir/pressoir/internal/fold"
)

// maxPrinted is the length in bytes above which nothing is a name: the longest
// official name has 46, with "DEPARTEMENT DE" and a code less than 100.
const maxPrinted = 160

// RegionNamed returns the region that a printed name means and how it is
// printed; NotFound if it means none. It reads what Fold forgives, "Région
// Bretagne", "région : Bretagne", "Bretagne (53)", "Provence-Alpes-Côte d'Azur
// (PACA)", the usual short names, and the regions of before 2016 (Old, giving
// the one of today). It never reads a code alone: see RegionByCode.
func RegionNamed(printed string) (Region, How) {
	e := regionNames().find(printed)
	if e.how == NotFound {
		return Region{}, NotFound
	}
	return regions[e.index], e.how
}

// DepartmentNamed returns the department that a printed name means and how it
// is printed; NotFound if it means none. It reads what Fold forgives,
// "Finistère (29)", "29 - Finistère", "DEPARTEMENT DE L'AUDE", "dept. du Nord",
// "l'Ain", and names of the past (Old). A code beside the name must fit. It
// never reads a code alone: see DepartmentCoded.
func DepartmentNamed(printed string) (Department, How) {
	e := departmentNames().find(printed)
	if e.how == NotFound {
		return Department{}, NotFound
	}
	return departmentAt(int(e.index)), e.how
}

// departmentAt returns department i, where the collectivities follow the departments.
func departmentAt(i int) Department {
	if i < len(departments) {
		return departments[i]
	}
	return collectivities[i-len(departments)]
}

// DepartmentCoded returns the department that a printed code alone means: "29",
// "(29)", "2a", "1" and "01", "Département 29", "69M". Only for places where a
// code of a department is expected: any small number looks like one.
func DepartmentCoded(printed string) (Department, bool) {
	if len(printed) > maxPrinted {
		return Department{}, false
	}
	var buf [foldBuf]byte
	key := bytes.Trim(trimKindWord(fold.AppendName(buf[:0], printed), departmentWords[:]), " ()[]:;,")
	if len(key) == 1 {
		key = []byte{'0', key[0]}
	}
	if len(key) < 2 || len(key) > 3 {
		return Department{}, false
	}
	return DepartmentByCode(strings.ToUpper(string(key)))
}

// Accept reports whether a printed value is the name of a place of that kind. The
// share of values that it accepts shows what a column holds.
func Accept(kind Kind, printed string) bool {
	switch kind {
	case KindRegion:
		return regionNames().find(printed).how != NotFound
	case KindDepartment:
		return departmentNames().find(printed).how != NotFound
	case KindCommune:
		if len(printed) > maxPrinted {
			return false
		}
		var buf [foldBuf]byte
		return isCommune(fold.AppendName(buf[:0], printed))
	}
	return false
}

// An entry is what a key means: an index into the table of its kind.
type entry struct {
	index uint8
	how   How // Exact for the official name
}

// A nameTable finds the places of one kind.
type nameTable struct {
	keys     map[string]entry
	words    []string // kind words that may precede a name, folded
	official func(i int) (code, name string)
}

var regionWords = [...]string{
	"en region", "conseil regional", "regions", "region", "reg",
}

var departmentWords = [...]string{
	"conseil departemental", "departements", "departement", "department", "deptartement", "dept", "dpt", "dep", "dpts", "depts",
}

var regionNames = sync.OnceValue(func() *nameTable {
	t := &nameTable{
		keys:     make(map[string]entry, len(regions)+len(regionAliases)),
		words:    regionWords[:],
		official: func(i int) (string, string) { return regions[i].Code, regions[i].Name },
	}
	t.fill(len(regions), regionAliases[:])
	return t
})

var departmentNames = sync.OnceValue(func() *nameTable {
	t := &nameTable{
		keys:     make(map[string]entry, len(departments)+len(collectivities)+len(departmentAliases)),
		words:    departmentWords[:],
		official: func(i int) (string, string) { d := departmentAt(i); return d.Code, d.Name },
	}
	t.fill(len(departments)+len(collectivities), departmentAliases[:])
	return t
})

func (t *nameTable) fill(n int, aliases []alias) {
	byCode := make(map[string]uint8, n)
	for i := range n {
		code, name := t.official(i)
		byCode[code] = uint8(i)
		t.keys[Fold(name)] = entry{uint8(i), Exact}
	}
	for _, a := range aliases {
		t.keys[a.key] = entry{byCode[a.code], a.how}
	}
}

// find returns the place that a whole printed name means.
func (t *nameTable) find(printed string) entry {
	if len(printed) > maxPrinted {
		return entry{}
	}
	var buf [foldBuf]byte
	e := t.findKey(fold.AppendName(buf[:0], printed))
	if e.how == Exact {
		if _, name := t.official(int(e.index)); name != printed {
			e.how = Variant
		}
	}
	return e
}

// findKey looks up the key as it is, then without what may surround a name:
// punctuation, a kind word, a code, a short name in parentheses, an article.
func (t *nameTable) findKey(key []byte) entry {
	if e, ok := t.keys[string(key)]; ok {
		return e
	}
	key = bytes.Trim(key, " :;,*")
	if e, ok := t.keys[string(key)]; ok {
		return e
	}
	key = trimKindWord(key, t.words)
	rest, code := splitCode(key)
	e := t.bare(rest)
	if e.how == NotFound || code == nil {
		return e
	}
	official, name := t.official(int(e.index))
	if sameCode(official, code) {
		return e
	}
	if d, ok := DepartmentByCode(string(code)); ok && d.Name == name { // region Guadeloupe (971)
		return e
	}
	return entry{}
}

// bare finds a name with at most an article before it and parentheses after it.
func (t *nameTable) bare(key []byte) entry {
	if e, ok := t.keys[string(key)]; ok {
		return e
	}
	if n := len(key); n > 0 && key[n-1] == ')' {
		open := bytes.LastIndexByte(key, '(')
		if open < 1 {
			return entry{}
		}
		outer, inner := bytes.TrimRight(key[:open], " "), bytes.Trim(key[open+1:n-1], " ")
		e := t.bareName(outer)
		if isArticle(inner) {
			return e
		}
		if f, ok := t.keys[string(inner)]; ok && e.how != NotFound && f.index == e.index {
			return e
		}
		return entry{}
	}
	return t.bareName(key)
}

// articles may precede the name of a region or department.
var articles = [...]string{"de la ", "de l ", "de ", "des ", "du ", "d ", "la ", "le ", "les ", "l ", "en ", "dans le ", "dans la ", "dans les "}

// bareName finds a name with at most an article before it.
func (t *nameTable) bareName(key []byte) entry {
	if e, ok := t.keys[string(key)]; ok {
		return e
	}
	for _, a := range articles {
		if rest, ok := bytes.CutPrefix(key, []byte(a)); ok {
			if e, ok := t.keys[string(rest)]; ok {
				return e
			}
		}
	}
	return entry{}
}

func isArticle(key []byte) bool {
	switch string(key) {
	case "la", "le", "les", "l":
		return true
	}
	return false
}

// trimKindWord removes "departement", "region" and the like from the start of a key,
// with what separates it from the name.
func trimKindWord(key []byte, words []string) []byte {
	for _, w := range words {
		rest, ok := bytes.CutPrefix(key, []byte(w))
		if ok && len(rest) > 0 && (rest[0] == ' ' || rest[0] == ':' || rest[0] == '(') {
			return bytes.TrimLeft(rest, " :")
		}
	}
	return key
}

// splitCode splits a code off the start or the end of a name; code is nil if there is none.
func splitCode(key []byte) (name, code []byte) {
	n := len(key)
	if n == 0 {
		return key, nil
	}
	if last := key[n-1]; last == ')' || last == ']' {
		if open := bytes.LastIndexAny(key, "(["); open > 0 {
			if c := bytes.Trim(key[open+1:n-1], " "); codeLike(c) {
				return bytes.TrimRight(key[:open], " :,"), c
			}
		}
		return key, nil
	}
	if i := bytes.LastIndexByte(key, ' '); i > 0 && codeLike(key[i+1:]) {
		return bytes.TrimRight(key[:i], " :,"), key[i+1:]
	}
	if key[0] == '(' || key[0] == '[' {
		if end := bytes.IndexAny(key, ")]"); end > 0 && codeLike(key[1:end]) {
			return bytes.TrimLeft(key[end+1:], " :"), key[1:end]
		}
		return key, nil
	}
	if i := bytes.IndexAny(key, " :/,)"); i > 0 && codeLike(key[:i]) {
		return bytes.TrimLeft(key[i:], " :/,)"), key[:i]
	}
	return key, nil
}

// codeLike accepts 1 to 3 digits, 2a and 2b, and the codes of collectivities.
func codeLike(key []byte) bool {
	if len(key) == 0 || len(key) > 3 {
		return false
	}
	switch string(key) {
	case "2a", "2b", "69m", "69d", "6ae":
		return true
	}
	for _, c := range key {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// sameCode compares an official code with a printed, folded one: "1" is 01, "20"
// was Corsica's for both its departments, 69D is the Rhône without its métropole.
func sameCode(official string, code []byte) bool {
	switch c := strings.ToUpper(string(code)); {
	case c == official, len(c) == 1 && "0"+c == official:
		return true
	default:
		return c == "20" && (official == "2A" || official == "2B") || c == "69D" && official == "69" || c == "69" && official == "69M"
	}
}

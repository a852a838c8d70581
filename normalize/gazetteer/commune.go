// This file finds communes by name, by code and by postal code.

package gazetteer

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/pressoir/pressoir/internal/fold"
)

// A Status says what became of a commune.
type Status uint8

// The kinds of commune. Current is zero.
const (
	Current   Status = iota
	Delegated        // commune déléguée: part of a new commune
	Associated
	District // arrondissement municipal of Paris, Lyon or Marseille
)

// A Commune is a current commune, or a former one that is now part of another.
type Commune struct {
	Code       string // INSEE, 5 letters
	Name       string // official spelling
	Department string // code of its department
	Status     Status
	Into       string // code of the current commune that it belongs to; "" if Current
}

// commune makes the value of a place.
func (t *table) commune(place uint16) Commune {
	d := t.departmentOf(place)
	c := Commune{
		Code:       t.code(place),
		Name:       t.name(place),
		Department: departments[d].Code,
		Status:     Status(t.flags[place] & statusMask),
	}
	if c.Status != Current {
		i, _ := slices.BinarySearch(t.intoAt, place)
		var buf [codeLen]byte
		seat := append(buf[:0], c.Department...)
		c.Into = string(appendNumber(seat, int(t.into[i]), codeLen-len(c.Department)))
	}
	return c
}

// departmentOf returns the index of the department of a place.
func (t *table) departmentOf(place uint16) int {
	return sort.Search(len(t.first), func(i int) bool { return t.first[i] > place }) - 1
}

// CommunesNamed returns all communes in France with a name: the current ones first,
// then the delegated and associated ones, each group by code; nil if there is none.
// Besides the variants that Fold ignores it reads "Mans (Le)", "Villefranche/Saône",
// "Paris 12e", "Lyon (8e)", and a department or postal code before or after the
// name, which must then fit: "Brest (29)", "29200 Brest".
func CommunesNamed(printed string) []Commune {
	if len(printed) > maxPrinted {
		return nil
	}
	var buf [foldBuf]byte
	var room [64]uint16
	places := findCommunes(room[:0], fold.AppendName(buf[:0], printed))
	cs := communesAt(places)
	slices.SortStableFunc(cs, func(a, b Commune) int { return int(min(a.Status, 1)) - int(min(b.Status, 1)) })
	return cs
}

// CommuneIn returns the commune with a name in a department. No department has two
// communes with one full name. If a delegated commune has the name of the commune
// that it is part of, the result is the latter. The two communes of the Charente
// called Bors are found by their full names only.
func CommuneIn(d Department, printed string) (Commune, bool) {
	if len(printed) > maxPrinted {
		return Commune{}, false
	}
	var buf [foldBuf]byte
	var room [64]uint16
	t := communes()
	best, found := uint16(0), District // none yet
	for _, p := range findCommunes(room[:0], fold.AppendName(buf[:0], printed)) {
		if !d.Covers(departments[t.departmentOf(p)].Code) {
			continue
		}
		switch status := Status(min(t.flags[p]&statusMask, 1)); {
		case found > Delegated || status < found:
			best, found = p, status
		case status == found && status == Current:
			return Commune{}, false // Bors and Bors of the Charente
		}
	}
	if found > Delegated {
		return Commune{}, false
	}
	return t.commune(best), true
}

// isCommune reports whether a key is the name of a commune.
func isCommune(key []byte) bool {
	var room [64]uint16
	return len(findCommunes(room[:0], key)) > 0
}

// findCommunes appends the places that a folded printed name may mean.
func findCommunes(dst []uint16, key []byte) []uint16 {
	if len(key) == 0 {
		return dst
	}
	t := communes()
	if dst = t.appendPlaces(dst, key); len(dst) > 0 {
		return dst
	}
	var buf [foldBuf]byte
	switch key[len(key)-1] {
	case ')', ']':
		open := bytes.LastIndexAny(key, "([")
		if open < 1 {
			return dst
		}
		outer, inner := bytes.TrimRight(key[:open], " "), bytes.Trim(key[open+1:len(key)-1], " ")
		switch string(inner) {
		case "le", "la", "les", "l":
			other := append(append(append(buf[:0], inner...), ' '), outer...)
			return t.appendPlaces(dst, other)
		}
		if isCode(inner) {
			return t.keepCoded(findCommunes(dst, outer), inner)
		}
		if place, ok := district(outer, inner); ok {
			return append(dst, place)
		}
		return dst
	}
	if i := bytes.IndexByte(key, '/'); i > 0 { // Villefranche/Saône
		other := append(append(append(buf[:0], bytes.TrimRight(key[:i], " ")...), " sur "...), bytes.TrimLeft(key[i+1:], " ")...)
		return t.appendPlaces(dst, other)
	}
	if i := bytes.IndexByte(key, ' '); i == codeLen && isCode(key[:i]) { // 29200 Brest
		return t.keepCoded(findCommunes(dst, key[i+1:]), key[:i])
	}
	if i := bytes.LastIndexByte(key, ' '); i == len(key)-codeLen-1 && i > 0 && isCode(key[i+1:]) {
		return t.keepCoded(findCommunes(dst, key[:i]), key[i+1:])
	}
	for _, city := range districtCities {
		if rest, ok := bytes.CutPrefix(key, []byte(city.key)); ok {
			if place, ok := district([]byte(city.key), bytes.TrimLeft(rest, " ,")); ok {
				return append(dst, place)
			}
		}
	}
	switch c := key[0]; { // 12e arrondissement de Paris; any other key needs no search
	case '0' <= c && c <= '9', c == 'i', c == 'v', c == 'x':
	default:
		return dst
	}
	if i := bytes.Index(key, []byte(" arrondissement de ")); i > 0 {
		if place, ok := district(key[i+len(" arrondissement de "):], key[:i]); ok {
			return append(dst, place)
		}
	}
	return dst
}

// isCode reports whether a key is the code of a department or a commune, or a postal
// code.
func isCode(key []byte) bool {
	if len(key) != 2 && len(key) != 3 && len(key) != codeLen {
		return false
	}
	for i, c := range key {
		if (c < '0' || c > '9') && (i != 1 || c != 'a' && c != 'b' || key[0] != '2') {
			return false
		}
	}
	return true
}

// keepCoded keeps of places those that a folded code names: a department, a
// commune or a postal code.
func (t *table) keepCoded(places []uint16, code []byte) []uint16 {
	if len(places) == 0 {
		return places
	}
	c := strings.ToUpper(string(code))
	return slices.DeleteFunc(places, func(p uint16) bool {
		if len(c) < codeLen {
			return departments[t.departmentOf(p)].Code != c
		}
		if t.code(p) == c {
			return false
		}
		if slices.Contains(postal()[c], p) {
			return false
		}
		if t.flags[p]&statusMask == 0 { // a delegated commune has the postal codes of its commune
			return true
		}
		seat := t.placeOf(t.commune(p).Into)
		return seat < 0 || !slices.Contains(postal()[c], uint16(seat))
	})
}

// districtCities are the cities whose arrondissements have INSEE codes.
var districtCities = [...]struct {
	key   string
	base  string // code of the arrondissement 0
	count int
}{
	{"paris", "75100", 20},
	{"lyon", "69380", 9},
	{"marseille", "13200", 16},
}

// district reads "12e", "12", "xii", "1er arrondissement" of a city.
func district(city, number []byte) (place uint16, ok bool) {
	number = bytes.TrimSuffix(number, []byte(" arrondissement"))
	number = bytes.TrimSuffix(number, []byte(" arr"))
	n := 0
	for len(number) > 0 && '0' <= number[0] && number[0] <= '9' && n < 100 {
		n = 10*n + int(number[0]-'0')
		number = number[1:]
	}
	if n == 0 {
		for i, r := range romans {
			if rest, found := bytes.CutPrefix(number, []byte(r)); found && i > 0 && isOrdinal(rest) {
				n, number = i, rest
				break
			}
		}
	}
	number = bytes.TrimLeft(number, " ^")
	if !isOrdinal(number) {
		return 0, false
	}
	for _, c := range districtCities {
		if string(city) == c.key && 1 <= n && n <= c.count {
			code := []byte(c.base)
			code[4] += byte(n % 10)
			code[3] += byte(n / 10)
			p := communes().placeOf(string(code))
			return uint16(max(p, 0)), p >= 0
		}
	}
	return 0, false
}

var romans = [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"}

// isOrdinal accepts what follows the figure of an ordinal, or nothing.
func isOrdinal(key []byte) bool {
	switch string(key) {
	case "", "e", "er", "eme", "ieme", "ere":
		return true
	}
	return false
}

// placeOf returns the place of the first commune with a code, -1 if there is none.
func (t *table) placeOf(code string) int {
	if len(code) != codeLen {
		return -1
	}
	for _, p := range t.strange {
		if t.code(p) == code {
			return int(p)
		}
	}
	d := departmentIndex(code[:2])
	if d < 0 {
		d = departmentIndex(code[:3])
	}
	if d < 0 {
		return -1
	}
	first, end := int(t.first[d]), int(t.first[d+1])
	for end > first && !strings.HasPrefix(t.code(uint16(end-1)), departments[d].Code) {
		end-- // strange codes are last
	}
	i := first + sort.Search(end-first, func(i int) bool { return t.code(uint16(first+i)) >= code })
	if i < end && t.code(uint16(i)) == code {
		return i
	}
	return -1
}

// CommuneByCode returns the commune with an INSEE code; if a current commune and a
// delegated one share it, the current one.
func CommuneByCode(code string) (Commune, bool) {
	t := communes()
	if p := t.placeOf(code); p >= 0 {
		return t.commune(uint16(p)), true
	}
	return Commune{}, false
}

// CommunesOfPostalCode returns the communes and arrondissements that a postal
// code serves, by code; nil if nothing has that postal code.
func CommunesOfPostalCode(code string) []Commune {
	return communesAt(postal()[code])
}

// communesAt returns the communes at places of the table; nil if there are none.
func communesAt(places []uint16) []Commune {
	if len(places) == 0 {
		return nil
	}
	t := communes()
	cs := make([]Commune, len(places))
	for i, p := range places {
		cs[i] = t.commune(p)
	}
	return cs
}

// postal maps postal codes to places; it is unpacked when first asked for.
var postal = sync.OnceValue(func() map[string][]uint16 {
	raw, err := io.ReadAll(flate.NewReader(strings.NewReader(streams()[7])))
	if err != nil {
		panic("gazetteer: communes.bin: " + err.Error()) // embedded bytes; a test reads them
	}
	m := make(map[string][]uint16, 6500) // France has some 6300 postal codes
	last := 0
	for place := range communeCount {
		n, w := binary.Uvarint(raw)
		raw = raw[w:]
		for range n {
			step, w := binary.Varint(raw)
			raw = raw[w:]
			last += int(step)
			var buf [codeLen]byte
			code := appendNumber(buf[:0], last, codeLen)
			m[string(code)] = append(m[string(code)], uint16(place))
		}
	}
	return m
})

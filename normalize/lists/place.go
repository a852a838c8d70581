// Heads: lines and parts of lines that name the place, or the part of a list,
// to which the members below or beside them belong.

package lists

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A level is a level of grouping, the widest first.
type level uint8

const (
	sectionLevel level = iota
	regionLevel
	departmentLevel
	arrondissementLevel
	cantonLevel
	levels
)

// A head is a printed name of a group.
type head struct {
	level      level
	at         span   // of the whole head in its line
	name       span   // without count and colon
	label      string // what goes into the cell; "" means the text of name
	both       bool   // a region and a department (Martinique)
	commune    bool   // a commune is called so too (Vienne, Paris)
	plain      bool   // the bare name: no code, no kind word, no colon, no count
	weak       bool   // "En Bretagne": opens prose as often as a list
	code       string // department, or region
	number     float64
	hasNumber  bool
	numberText string // the count as printed, with the head
	coded      bool   // the number is the code of the place
	own        string // the column that it fills, where only the caller knows it; "" else
	nation     string // "state" or "country"; "" for other places
}

// levelNames are the columns of the levels.
var levelNames = [levels]string{"section", "region", "department", "arrondissement", "canton"}

// sign returns the rank of a head: heads of one sign replace each other.
func (h *head) sign() string {
	switch {
	case h.own != "":
		return h.own
	case h.nation != "":
		return h.nation
	}
	return levelNames[h.level]
}

// headOf reads a line as a head: a group that the caller knows, a region, a department,
// a canton, a state, a country; nil if it is none.
func headOf(text string, facts Facts) *head {
	if len(text) > maxHead {
		return nil
	}
	if h, ok := ownHead(text, facts); ok {
		return &h
	}
	all := span{0, len(text)}
	if !unicode.IsUpper(firstRune(strings.TrimLeft(text, bulletRunes+" \u00a0"))) && (len(text) == 0 || !isDigit(rune(text[0]))) {
		return nil
	}
	if h, ok := parseHead(text, all); ok {
		return &h
	}
	if h, ok := nationIn(text, all); ok {
		return &h
	}
	return nil
}

// nationIn reads a part of a line as a state or a country, with or without a count.
func nationIn(text string, s span) (head, bool) {
	name := trimSpan(text, s)
	for name.to > name.from && text[name.to-1] == ':' {
		name = trimSpan(text, span{name.from, name.to - 1})
	}
	h := head{at: s, name: name}
	if n, number, ok := cutNumber(text, name); ok {
		h.name, h.number, h.hasNumber, h.numberText = n, number, true, name.of(text)
	}
	switch t := h.name.of(text); {
	case isState(t):
		h.nation = "state"
	case isCountry(t):
		h.nation = "country"
	default:
		return h, false
	}
	h.plain = !h.hasNumber
	return h, true
}

// ownHead reads a line as the name of a group that the caller knows, with or without a
// count: "Pays de Retz (2)".
func ownHead(text string, facts Facts) (head, bool) {
	if !facts.NamesGroups() {
		return head{}, false
	}
	all := span{0, len(text)}
	h := head{at: all, name: trimSpan(text, all)}
	for h.name.to > h.name.from && strings.IndexByte(":.*", text[h.name.to-1]) >= 0 {
		h.name = trimSpan(text, span{h.name.from, h.name.to - 1})
	}
	column, ok := facts.GroupColumn(h.name.of(text))
	if !ok {
		name, number, counted := cutNumber(text, h.name)
		if !counted {
			return head{}, false
		}
		if column, ok = facts.GroupColumn(name.of(text)); !ok {
			return head{}, false
		}
		h.number, h.hasNumber, h.numberText, h.name = number, true, h.name.of(text), name
	}
	switch column {
	case levelNames[regionLevel]:
		h.level = regionLevel
	case levelNames[departmentLevel]:
		h.level = departmentLevel
	}
	h.own = column
	return h, true
}

// maxHead is how long a head may be, in bytes: the longest official name and a
// count ("Provence-Alpes-Côte d'Azur : 12 lauréats") with room.
const maxHead = 110

// bulletRunes stand before heads as decoration: "● Occitanie".
const bulletRunes = "•●▪■◆►➢❖"

// parseHead reads a whole span of a line as a head.
func parseHead(text string, s span) (head, bool) {
	h := head{at: s}
	s = trimSpan(text, s)
	if r, n := utf8.DecodeRuneInString(s.of(text)); strings.ContainsRune(bulletRunes, r) {
		s = trimSpan(text, span{s.from + n, s.to})
	}
	for s.to > s.from && strings.IndexByte(":.*", text[s.to-1]) >= 0 {
		s.to--
		s = trimSpan(text, s)
	}
	t := s.of(text)
	if len(t) == 0 || len(t) > maxHead {
		return h, false
	}
	if rest, lv := cutKind(t); lv != 0 {
		name := restoreArticle(rest)
		if name == "" || !nameLike(name) || len(strings.Fields(name)) > 6 {
			return h, false
		}
		h.level, h.name, h.label = lv, s, name
		return h, true
	}
	if skip := forWords(t); skip > 0 {
		if in := (span{s.from + skip, s.to}); h.named(text, in) {
			h.plain, h.weak = false, !strings.Contains(strings.ToLower(t), "département") && !strings.Contains(strings.ToLower(t), "région")
			return h, true
		}
	}
	if h.named(text, s) {
		h.plain = s == trimSpan(text, h.at) && h.plain
		return h, true
	}
	name, number, ok := cutNumber(text, s)
	if !ok {
		return h, false
	}
	if !h.named(text, name) {
		return h, false
	}
	h.number, h.hasNumber, h.numberText, h.plain = number, true, s.of(text), false
	return h, true
}

// opensIn reports whether the first letter of s, large or small, is among letters.
func opensIn(s, letters string) bool {
	return s != "" && strings.IndexByte(letters, s[0]|0x20) >= 0
}

// forWords returns the length of what leads to a place: "Pour le département de la
// Somme" is the Somme. 0 if s does not begin so.
func forWords(s string) int {
	if !opensIn(s, "pdsl") {
		return 0 // nearly always
	}
	low := strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	if len(low) != len(strings.ToLower(s)) {
		return 0 // offsets would differ
	}
	n := 0
	for _, p := range [...]string{"pour ", "dans ", "sur "} {
		if strings.HasPrefix(low, p) {
			n = len(p)
		}
	}
	for _, p := range [...]string{"le département ", "la région ", "le departement ", "la region "} {
		if strings.HasPrefix(low[n:], p) {
			return n + strings.IndexByte(p, ' ') + 1
		}
	}
	if n > 0 {
		for _, p := range [...]string{"la ", "le ", "les ", "l'"} {
			if strings.HasPrefix(low[n:], p) {
				return n + len(p)
			}
		}
	}
	return 0
}

// named looks the name up.
func (h *head) named(text string, s span) bool {
	t := s.of(text)
	if len(t) > 90 {
		return false
	}
	d, dhow := gazetteer.DepartmentNamed(t)
	r, rhow := gazetteer.RegionNamed(t)
	if dhow == gazetteer.NotFound && rhow == gazetteer.NotFound {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t)
	if unicode.IsLower(first) && !hasAnyPrefix(gazetteer.Fold(t), "region", "departement", "dept") {
		return false
	}
	folded := gazetteer.Fold(t)
	h.name = s
	h.level, h.code = departmentLevel, d.Code
	switch {
	case dhow == gazetteer.NotFound || rhow != gazetteer.NotFound && !strings.HasPrefix(folded, "dep"):
		h.level, h.code = regionLevel, r.Code
		h.both = dhow != gazetteer.NotFound
	}
	h.weak = hasAnyPrefix(folded, "en ", "dans ") && !strings.HasPrefix(folded, "en region")
	h.commune = dhow != gazetteer.NotFound && gazetteer.Accept(gazetteer.KindCommune, t)
	h.plain = true
	if n := numberIn(t); n != "" {
		h.plain = false
		h.coded = true
		h.number, _ = strconv.ParseFloat(n, 64)
		h.hasNumber = h.number > 0
		h.numberText = t
	} else if hasAnyPrefix(folded, "region", "departement", "dept") {
		h.plain = false
	}
	return true
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// numberIn returns the figures of a name printed with a code: "34 - Hérault".
func numberIn(t string) string {
	i := strings.IndexFunc(t, isDigit)
	if i < 0 {
		return ""
	}
	j := i
	for j < len(t) && isDigit(rune(t[j])) {
		j++
	}
	return t[i:j]
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// cutKind takes "Arrondissement de" or "Canton d'" off a line; level 0 if it
// begins with neither.
func cutKind(t string) (rest string, lv level) {
	for _, k := range [...]struct {
		word string
		lv   level
	}{{"arrondissement", arrondissementLevel}, {"arrdt", arrondissementLevel}, {"canton", cantonLevel}, {"cantons", cantonLevel}} {
		if len(t) > len(k.word) && strings.EqualFold(t[:len(k.word)], k.word) {
			r, n := utf8.DecodeRuneInString(t[len(k.word):])
			if !unicode.IsSpace(r) && r != ':' {
				continue
			}
			return strings.TrimLeft(t[len(k.word)+n:], " :\u00a0"), k.lv
		}
	}
	return "", 0
}

// restoreArticle turns what stands behind "Canton" or "Commune" into a name:
// "d'Alzonne" is Alzonne, "du Mas" Le Mas, "de la Côte" La Côte.
func restoreArticle(s string) string {
	name, article := cutArticle(s)
	return article + name
}

// cutArticle takes "de", "d'", "du", "des", "de la", "de l'" off the front of s
// and returns the article that belongs to the name.
func cutArticle(s string) (name, article string) {
	s = strings.TrimSpace(s)
	if !opensIn(s, "d") {
		return s, ""
	}
	low := strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	for _, p := range [...]struct{ prefix, article string }{
		{"de la ", "La "}, {"de l'", "L'"}, {"du ", "Le "}, {"des ", "Les "}, {"d'", ""}, {"de ", ""},
	} {
		if strings.HasPrefix(low, p.prefix) {
			// ’ is longer than ' in the printed text.
			return strings.TrimSpace(cutPrinted(s, utf8.RuneCountInString(p.prefix))), p.article
		}
	}
	return s, ""
}

// cutPrinted takes n runes off the front of s.
func cutPrinted(s string, n int) string {
	for range n {
		_, w := utf8.DecodeRuneInString(s)
		s = s[w:]
	}
	return s
}

// cutNumber parts a name from the count behind it: "(12)", "(12 lauréats)",
// ": 12 lauréats", "– 12". Words behind the figure are at most four.
func cutNumber(text string, s span) (name span, number float64, ok bool) {
	t := s.of(text)
	open := -1
	if strings.HasSuffix(t, ")") {
		open = strings.LastIndexByte(t, '(')
	} else {
		for _, sep := range [...]string{":", " – ", " — ", " - ", ","} {
			if i := strings.LastIndex(t, sep); i > open {
				open = i
			}
		}
	}
	if open <= 0 {
		return span{}, 0, false
	}
	inner := strings.TrimFunc(t[open:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("():–—-,", r) })
	number, ok = leadingCount(inner)
	return trimSpan(text, span{s.from, s.from + open}), number, ok
}

// leadingCount reads "12", "12 lauréats", "12 nouveaux lauréats".
func leadingCount(s string) (float64, bool) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || i > 4 {
		return 0, false
	}
	rest := s[i:]
	if rest != "" && !unicode.IsSpace(rune(rest[0])) && !strings.HasPrefix(rest, "\u00a0") && !strings.HasPrefix(rest, "\u202f") {
		return 0, false
	}
	words := strings.Fields(rest)
	if len(words) > 4 {
		return 0, false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(s[:i], 64)
	return n, err == nil && n > 0
}

// This file finds names of communes that contradict the stated department.

package gazetteer

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
)

// longNumber is how many figures in a row no name of a commune has ("Lyon 8e", but no "12 345").
const longNumber = 3

// hasNumber reports whether s holds a number that no name of a commune does.
func hasNumber(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			n = 0
		} else if n++; n == longNumber {
			return true
		}
	}
	return false
}

// Contradicts reports whether a printed name names a commune outside the stated
// department, and returns that commune. A false alarm costs more than a miss, so a
// part of the name counts only if
//
//   - the part is whole: all that is printed between " - ", commas, parentheses and
//     the like, without the words before it that say what the entity is (own, see
//     OwnWords);
//   - it is the name of one commune in France, and of no place of the stated
//     department, current, delegated or associated, nor a piece of the name of one
//     (Evry, now a piece of Évry-Courcouronnes);
//   - it is no name of a region or department (Vienne, Landes, Paris ...);
//   - nothing else in the name is a commune of the stated department: then the
//     part is a quarter or a house there;
//   - as a part after the first, it is not a likely name of a house or a quarter:
//     one or two words of a small commune ("Saint-Exupéry", with 168 inhabitants,
//     names schools all over France), or a name with its article ("L'Escale"). A small
//     commune with an article does not count after words of own either.
//
// Parts that name communes of two other departments contradict nothing.
func Contradicts(stated Department, name string, own ...string) (Commune, bool) {
	return contradicts(stated, name, own, &memory{})
}

// contradicts is Contradicts with a memory of parts that name no commune.
func contradicts(stated Department, name string, own []string, nothing *memory) (Commune, bool) {
	if stated.Code == "" || len(name) > maxName {
		return Commune{}, false
	}
	t := communes()
	var found uint16
	have, first, single := false, true, false
	for rest := name; rest != ""; {
		var part string
		part, rest = cutPart(rest)
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if hasNumber(part) {
			first = false
			continue
		}
		asked := nothing.ask("", part)
		if asked.known {
			first = false
			continue
		}
		bare := trimOwn(part, own)
		trimmed := len(bare) < len(part)
		var buf [foldBuf]byte
		key := fold.AppendName(buf[:0], bare)
		if len(key) == 0 || len(key) > foldBuf {
			continue
		}
		isFirst := first
		first = false
		place, verdict := t.elsewhere(stated, key)
		switch {
		case verdict == atHome:
			return Commune{}, false
		case verdict == nowhere:
			nothing.keep(asked)
			continue
		case verdict == unknown, isTerritory(key):
			continue
		case !isFirst && !t.believed(place, key):
			continue
		case trimmed && hasArticle(key) && t.flags[place]&populousFlag == 0: // Micro-Folie L'Escale
			continue
		case have && t.departmentOf(place) != t.departmentOf(found):
			return Commune{}, false
		case !have:
			found, have, single = place, true, !isFirst && bytes.IndexByte(key, ' ') < 0
		}
	}
	// A part that names a territory supports the department, against a single word.
	if !have || single && hasTerritory(name, own) || t.namesPlaceOf(stated, name) || t.hasPiece(stated, t.name(found)) {
		return Commune{}, false
	}
	return t.commune(found), true
}

// maxName is the length in bytes above which a cell is prose, not a name.
const maxName = 400

// The verdicts of elsewhere.
type verdict uint8

const (
	nowhere verdict = iota // no commune
	unknown                // several communes
	atHome                 // a commune of the stated department
	away                   // the one commune of that name, and it lies elsewhere
)

// elsewhere returns the commune that a key names and what that means for the stated
// department. The commune is set only for away.
func (t *table) elsewhere(stated Department, key []byte) (uint16, verdict) {
	var room [64]uint16
	places := findCommunes(room[:0], key)
	if len(places) == 0 {
		return 0, nowhere
	}
	current, count := uint16(0), 0
	for _, p := range places {
		if stated.Covers(departments[t.departmentOf(p)].Code) {
			return 0, atHome
		}
		if t.flags[p]&statusMask == 0 {
			current = p
			count++
		}
	}
	if count != 1 {
		return 0, unknown
	}
	for _, p := range places {
		if t.departmentOf(p) != t.departmentOf(current) {
			return 0, unknown
		}
	}
	return current, away
}

// believed reports whether a part after the first is more likely a commune than a
// quarter, a street or a house.
func (t *table) believed(place uint16, key []byte) bool {
	return !hasArticle(key) && (bytes.Count(key, []byte(" ")) >= 2 || t.flags[place]&populousFlag != 0)
}

// hasArticle reports whether a key begins with an article, as names of houses do.
func hasArticle(key []byte) bool {
	first, _, more := bytes.Cut(key, []byte(" "))
	return more && isArticle(first)
}

// isTerritory reports whether a key is the name of a region or department.
func isTerritory(key []byte) bool {
	return regionNames().findKey(key).how != NotFound || departmentNames().findKey(key).how != NotFound
}

// hasTerritory reports whether a part of the name is the name of a region or department.
func hasTerritory(name string, own []string) bool {
	for rest := name; rest != ""; {
		var part string
		part, rest = cutPart(rest)
		var buf [foldBuf]byte
		if isTerritory(fold.AppendName(buf[:0], trimOwn(strings.TrimSpace(part), own))) {
			return true
		}
	}
	return false
}

// namesPlaceOf reports whether any run of words in the name is a place of the department.
func (t *table) namesPlaceOf(d Department, name string) bool {
	const maxWords = 9 // of a commune's name printed without hyphens (Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson has 8)
	words := strings.FieldsFunc(name, func(r rune) bool {
		return r != '-' && r != '\'' && r != '\u2019' && r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
	for i := range words {
		if r, _ := utf8.DecodeRuneInString(words[i]); unicode.IsLower(r) {
			continue
		}
		run := ""
		for j := i; j < len(words) && j < i+maxWords; j++ {
			run += words[j] + " "
			var buf [foldBuf]byte
			if _, v := t.elsewhere(d, fold.AppendName(buf[:0], run)); v == atHome {
				return true
			}
		}
	}
	return false
}

// hasPiece reports whether the name of a place of the department contains all the
// words of name, one after the other.
func (t *table) hasPiece(d Department, name string) bool {
	var room [foldBuf]byte
	piece := append(fold.AppendName(append(room[:0], ' '), name), ' ')
	for i := range departments {
		if !d.Covers(departments[i].Code) {
			continue
		}
		if bytes.Contains(t.foldedNames(i), piece) {
			return true
		}
	}
	return false
}

// foldedNames returns the folded names of the places of a department, in lines with
// a blank at both ends. They are kept, since a table may hold a million places that
// seem to be elsewhere.
func (t *table) foldedNames(department int) []byte {
	if kept := t.folded[department].Load(); kept != nil {
		return *kept
	}
	var all []byte
	for p := t.first[department]; p < t.first[department+1]; p++ {
		all = append(fold.AppendName(append(all, ' '), t.name(p)), " \n"...)
	}
	t.folded[department].Store(&all) // another goroutine may store the same bytes
	return all
}

// cutPart returns the first part of a name and what follows it. Parts end at
// signs of punctuation, and at dashes with a blank beside them.
func cutPart(s string) (part, rest string) {
	for i := 0; i < len(s); i++ {
		if !opensEnd[s[i]] {
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '(', ')', '[', ']', ',', ';', ':', '|', '*', '\n', '\t', '«', '»', '"', '“', '”', '•', '·':
			return s[:i], s[i+n:]
		case '-', '–', '—', '‐', '/', '+':
			if i > 0 && isBlankByte(s[i-1]) || i+n < len(s) && isBlankByte(s[i+n]) {
				return s[:i], s[i+n:]
			}
		}
	}
	return s, ""
}

// opensEnd marks the first bytes of the signs at which cutPart may end a part. Few
// bytes of a name are among them, and the others need not be decoded.
var opensEnd = func() (t [256]bool) {
	for _, r := range "()[],;:|*\n\t«»\"“”•·-–—‐/+" {
		t[string(r)[0]] = true
	}
	return t
}()

// isBlankByte accepts the plain blank and the last byte of the no-break ones.
func isBlankByte(b byte) bool { return b == ' ' || b == 0xA0 || b == 0xAF }

// commonOwn are words before the commune in the names of public places.
var commonOwn = [...]string{
	"Commune de", "Commune d'", "Commune du", "Ville de", "Ville d'", "Ville du", "Mairie de", "Mairie d'", "Mairie du",
	"France Services de", "France Services", "Espace France Services", "Maison France Services",
	"Maison de services au public", "MSAP", "PIMMS", "Micro-Folie", "Tiers-lieu", "Cité éducative",
	"Fabrique de territoire", "Maison de services", "Point conseil", "Sous-préfecture de", "Préfecture de",
}

// trimOwn removes from the start of a part the longest words that say what the entity
// is. The part has no blanks around it.
func trimOwn(part string, own []string) string {
	best := part
	if part == "" {
		return ""
	}
	for _, o := range own {
		best = cutOwn(part, strings.TrimSpace(o), best)
	}
	for _, o := range commonOwn {
		if (o[0]^part[0])&^0x20 == 0 { // most end here
			best = cutOwn(part, o, best)
		}
	}
	return best
}

// cutOwn returns what follows the words own in part if that is shorter than best,
// else best.
func cutOwn(part, own, best string) string {
	if own == "" || len(own) >= len(part) || len(part)-len(own) >= len(best) || (own[0]^part[0])&^0x20 != 0 {
		return best
	}
	if start := part[:len(own)]; start != own && !strings.EqualFold(start, own) {
		return best
	}
	if rest := part[len(own):]; rest[0] == ' ' || strings.HasSuffix(own, "'") {
		return strings.TrimSpace(rest)
	}
	return best
}

// OwnWords returns the words with which many names of a column begin: what the
// entities are ("PIMMS", "Fabrique de territoire"), longest first. Contradicts
// removes them from the start of a name.
func OwnWords(names []string) []string {
	const (
		maxWords = 6
		minUses  = 3 // names that begin with the words
		oneIn    = 4 // and one name in this number at least
	)
	uses := map[string]int{}
	var order []string // of first appearance: the map's has none
	for _, n := range names {
		part, _ := cutPart(n)
		end := 0
		for range maxWords {
			next := strings.IndexByte(part[min(end+1, len(part)):], ' ')
			if next < 0 {
				break
			}
			end += 1 + next
			prefix := part[:end]
			if uses[prefix] == 0 {
				order = append(order, prefix)
			}
			uses[prefix]++
		}
	}
	var own []string
	for _, p := range order {
		if uses[p] >= minUses && uses[p]*oneIn >= len(names) && !endsOpen(p) {
			own = append(own, p)
		}
	}
	// Longest first; equal lengths stay in order of appearance.
	for i := 1; i < len(own); i++ {
		for j := i; j > 0 && len(own[j]) > len(own[j-1]); j-- {
			own[j], own[j-1] = own[j-1], own[j]
		}
	}
	return own
}

// endsOpen reports whether words end in the middle of a name: "Saint", "Les".
func endsOpen(words string) bool {
	last := Fold(words[strings.LastIndexByte(words, ' ')+1:])
	switch last {
	case "saint", "sainte", "le", "la", "les", "l", "grand", "grande", "petit", "petite", "haut", "haute", "bas", "basse", "vieux", "mont", "val", "port", "fort", "":
		return true
	}
	return false
}

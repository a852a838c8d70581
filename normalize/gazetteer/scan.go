// This file finds the names of regions and departments inside a text.

package gazetteer

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
)

// A Hit is a name found in a text.
type Hit struct {
	Start, End int  // bytes of the text
	Kind       Kind // region or department
	Code, Name string
	How        How
}

// Scan finds the names of regions and departments in a text, the longest name
// first at every place, on word boundaries: "Haute-Loire" and "Pays de la
// Loire" never hold "Loire", "Bords-de-Loire" holds nothing. A capital after a
// small letter is a boundary too, for cells that were glued together:
// "AlsaceMulhouse (68)". Single words need a capital. With a kind, Scan returns names
// of that kind only, and longer names of the other kind still cover them. With 0 it
// returns all names; one that is both a region and a department (Guadeloupe) gives
// two hits, the region first. It ignores codes, and names that are usually plain
// French words ("Centre").
func Scan(kind Kind, text string) []Hit {
	var hits []Hit
	var room [64]token
	var buf [4 * foldBuf]byte
	tokens, keys := tokenize(room[:0], buf[:0], text)
	first := firstWords()
	for i := 0; i < len(tokens); i++ {
		limit, ok := first[string(keys[tokens[i].key:tokens[i].keyEnd])]
		if !ok || tokens[i].hyphen {
			continue
		}
		last := i
		for last+1 < len(tokens) && last+1 < i+limit && tokens[last+1].joins {
			last++
		}
		for ; last >= i; last-- {
			if last+1 < len(tokens) && tokens[last+1].hyphen { // Loire-Authion
				continue
			}
			found := hitsAt(text, tokens, keys, i, last)
			if found[0].Kind == 0 && found[1].Kind == 0 {
				continue
			}
			for _, h := range found {
				if h.Kind != 0 && (kind == 0 || kind == h.Kind) {
					hits = append(hits, h)
				}
			}
			i = last
			break
		}
	}
	return hits
}

// hitsAt looks up the tokens i to last as one name, as a region and as a department.
func hitsAt(text string, tokens []token, keys []byte, i, last int) (hits [2]Hit) {
	folded := keys[tokens[i].key:tokens[last].keyEnd]
	from, to := tokens[i].from, tokens[last].to
	if i == last && !believable(tokens, keys, i, text[from:to]) {
		return hits
	}
	for n, t := range [...]*nameTable{regionNames(), departmentNames()} {
		e, ok := t.keys[string(folded)]
		if !ok {
			continue
		}
		code, name := t.official(int(e.index))
		if e.how == Exact && name != text[from:to] {
			e.how = Variant
		}
		hits[n] = Hit{Start: from, End: to, Kind: Kind(n + 1), Code: code, Name: name, How: e.how}
	}
	return hits
}

// believable reports whether a single word can be a name here. It rejects small
// letters, "Nord" of "Nord-Est", "Centre", and short names without two capitals.
func believable(tokens []token, keys []byte, i int, printed string) bool {
	r, _ := utf8.DecodeRuneInString(printed)
	if !unicode.IsUpper(r) {
		return false
	}
	switch string(keys[tokens[i].key:tokens[i].keyEnd]) {
	case "centre":
		return false
	case "nord":
		if i+1 < len(tokens) && tokens[i+1].joins {
			switch string(keys[tokens[i+1].key:tokens[i+1].keyEnd]) {
			case "est", "ouest", "sud":
				return false
			}
		}
	case "aura", "ara", "idf", "hdf", "bfc", "cvl", "pdl", "pdll", "paca", "acal", "alpc", "lrmp", "npdc", "taaf":
		capitals := 0
		for _, r := range printed {
			if unicode.IsUpper(r) {
				capitals++
			}
		}
		return capitals > 1
	}
	return true
}

// A token is a word of the text. The keys of all tokens are in one buffer with
// a blank between them, so the key of a run of tokens is a part of it.
type token struct {
	from, to    int  // bytes of the text
	key, keyEnd int  // its folded form in the buffer
	joins       bool // only blanks, hyphens, apostrophes and dots since the token before
	hyphen      bool // joined to the token before by a hyphen without blanks
}

// firstMark is the first accent that is a character of its own.
const firstMark = '\u0300'

func tokenize(tokens []token, keys []byte, text string) ([]token, []byte) {
	add := func(from, to int) {
		t := token{from: from, to: to}
		if n := len(tokens); n > 0 {
			gap := text[tokens[n-1].to:from]
			t.joins = gap != "" && joinable(gap)
			switch gap {
			case "-", "\u2010", "\u2011":
				t.hyphen = true
			}
			keys = append(keys, ' ')
		}
		t.key = len(keys)
		if text[from:to] == "&" {
			keys = append(keys, "et"...)
		} else {
			keys = fold.AppendName(keys, text[from:to])
		}
		t.keyEnd = len(keys)
		if t.keyEnd > t.key {
			tokens = append(tokens, t)
		} else if len(tokens) > 0 {
			keys = keys[:len(keys)-1]
		}
	}
	start, prev := -1, rune(0)
	for i, r := range text {
		mark := r >= firstMark && unicode.Is(unicode.Mn, r)
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || mark || r == '&'
		glued := start >= 0 && in && (unicode.IsLower(prev) && unicode.IsUpper(r) ||
			unicode.IsDigit(prev) != unicode.IsDigit(r) || r == '&' || prev == '&')
		if start >= 0 && (!in || glued) {
			add(start, i)
			start = -1
		}
		if in && start < 0 {
			start = i
		}
		if !mark {
			prev = r
		}
	}
	if start >= 0 {
		add(start, len(text))
	}
	return tokens, keys
}

// joinable reports whether the text between two words may be inside a name.
func joinable(gap string) bool {
	for _, r := range gap {
		if !fold.IsNameGap(r) {
			return false
		}
	}
	return len(gap) <= 16 // bytes; more is no gap inside a name but between columns
}

// firstWords maps the first word of every name to the most words that a name
// beginning so has.
var firstWords = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for _, t := range [...]*nameTable{regionNames(), departmentNames()} {
		for key := range t.keys {
			words, end := 1, len(key)
			for i := range len(key) {
				if key[i] == ' ' {
					words++
					end = min(end, i)
				}
			}
			m[key[:end]] = max(m[key[:end]], words)
		}
	}
	return m
})

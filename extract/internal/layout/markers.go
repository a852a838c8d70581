// Markers: the bullets and numbers that items of lists and headings begin with.

package layout

import (
	"strings"
	"unicode/utf8"
)

// bulletSigns are the signs before items of lists.
const bulletSigns = "•●▪■◦○►▶➢➤✓✔❖⬧♦·∙–—-*"

// IsBullet reports whether a word is the sign of a list's item, alone.
func IsBullet(s string) bool {
	n := 0
	for _, r := range s {
		if n++; n > 1 || !strings.ContainsRune(bulletSigns, r) {
			return false
		}
	}
	return n == 1
}

// Bullet reports whether word i is the sign of a list's item, before word next. Word
// processors print an "o" of a typewriter for one, and signs of symbol fonts that
// have no name.
func (p *Page) Bullet(i, next int32) bool {
	w := &p.Words[i]
	if IsBullet(w.Text) {
		return true
	}
	r, n := utf8.DecodeRuneInString(w.Text)
	if n < len(w.Text) {
		return false
	}
	return r >= 0xf020 && r <= 0xf0ff || r == 'o' && p.typewriter(w) && !p.typewriter(&p.Words[next])
}

func (p *Page) typewriter(w *Word) bool {
	return w.Font >= 0 && int(w.Font) < len(p.Fonts) && p.Fonts[w.Font].Mono
}

// IsMarker reports whether a word is a bullet or the number of an item or of a
// heading: "1.", "a)", "(ii)", "6.2", "6.2.1.".
func IsMarker(s string) bool {
	if IsBullet(s) {
		return true
	}
	t := strings.Trim(s, "().")
	if len(t) == len(s) && !strings.Contains(t, ".") || len(s) > 8 || t == "" {
		return false
	}
	digits, letters := 0, 0
	for _, r := range t {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.':
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			letters++
		default:
			return false
		}
	}
	if letters > 0 {
		return digits == 0 && letters <= 4 && (letters == 1 || strings.Trim(strings.ToLower(t), "ivxl") == "")
	}
	// "12." and "6.2" number things; "1234." and "0.2650" are figures.
	return digits <= 2 || digits <= 4 && strings.Count(t, ".") >= 1 && s[0] != '0' && len(t) <= 5
}

// How printed text is compared: without case, accents and punctuation.

package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold returns s for comparing: lower case, no accents, every run of anything
// but letters and figures one blank, ligatures opened.
func Words(s string) string {
	if ascii := foldASCII(s); ascii != "" || s == "" {
		return ascii
	}
	if !latin(s) {
		s = norm.NFD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		if r >= firstAccented && r <= lastAccented {
			r = bareLetters[r-firstAccented]
		}
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == 'œ' || r == 'Œ':
			b.WriteString(Sep(&blank, b.Len()))
			b.WriteString("oe")
		case r == 'æ' || r == 'Æ':
			b.WriteString(Sep(&blank, b.Len()))
			b.WriteString("ae")
		case r == '°' || r == 'º':
			b.WriteString(Sep(&blank, b.Len()))
			b.WriteString("o")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteString(Sep(&blank, b.Len()))
			b.WriteRune(unicode.ToLower(r))
		default:
			blank = true
		}
	}
	return b.String()
}

// The letters with accents of Latin-1 and Latin Extended-A, which is all that
// French and its neighbours print.
const firstAccented, lastAccented = '\u00c0', '\u017f'

// bareLetters are the letters from firstAccented to lastAccented without their
// accents, as NFD parts them; those that have none stand for themselves.
var bareLetters = func() (bare [lastAccented - firstAccented + 1]rune) {
	for r := rune(firstAccented); r <= lastAccented; r++ {
		bare[r-firstAccented], _ = utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	}
	return bare
}()

// latin reports whether all letters of s are in ASCII or in bareLetters, so that
// NFD would not show more. Dashes, quotes and other signs of print count too.
func latin(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
		case c >= 0xc2 && c <= 0xc5: // up to U+017F; U+0080 to U+00BF have no accents
			i++
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80: // U+2000 to U+203F
			if s[i+2] <= 0x81 { // two blanks that NFD writes otherwise
				return false
			}
			i += 2
		default:
			return false
		}
	}
	return true
}

func Sep(blank *bool, n int) string {
	was := *blank
	*blank = false
	if was && n > 0 {
		return " "
	}
	return ""
}

// foldASCII is fold for pure ASCII, "" if s is not.
func foldASCII(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return ""
		case c >= 'A' && c <= 'Z':
			b.WriteString(Sep(&blank, b.Len()))
			b.WriteByte(c + 'a' - 'A')
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteString(Sep(&blank, b.Len()))
			b.WriteByte(c)
		default:
			blank = true
		}
	}
	return b.String()
}

// Snake returns a heading as a column name: lower-case ASCII words joined by _, the
// units too. A sign at either end is left out, since it is the unit of the whole
// column: "Montant (€)" is "montant", "Rates (%) Nov 23" is "rates_percent_nov_23".
// "" stays "".
func Snake(title string) string {
	if bare := withoutSign(title); Words(bare) != "" {
		return snake(bare)
	}
	return snake(title)
}

// SnakeUnit is Snake with the signs at the ends: it tells "Part (%)" from "Part (€)".
func SnakeUnit(title string) string { return snake(title) }

// withoutSign takes the sign of a unit off either end of a heading.
func withoutSign(title string) string {
	s := strings.TrimSpace(title)
	for _, sign := range [...]string{"%", "€", "$", "£"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			return rest
		}
		rest := strings.TrimRight(s, " )]")
		if rest, ok := strings.CutSuffix(rest, sign); ok {
			rest = strings.TrimRight(rest, " \u00a0\u202f([")
			for _, in := range [...]string{" en", "(en", " in", "(in"} {
				rest = strings.TrimSuffix(rest, in)
			}
			return rest
		}
	}
	return s
}

// signWords are the words for signs that stand by themselves in a heading.
var signWords = strings.NewReplacer("%", " percent ", "€", " eur ", "$", " usd ", "£", " gbp ", "°", "", "º", "")

func snake(title string) string {
	title = norm.NFKC.String(title)
	for _, multiple := range [...]string{"M€", "k€", "K€", "Md€", "Mds€", "M$", "k$"} {
		title = strings.ReplaceAll(title, multiple, strings.TrimRight(multiple, "€$"))
	}
	s := strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return -1
		}
		return r
	}, Words(signWords.Replace(title)))
	s = strings.ReplaceAll(strings.Join(strings.Fields(s), " "), " ", "_")
	if len(s) > MaxColumnName {
		s = strings.TrimRight(s[:MaxColumnName], "_")
	}
	return s
}

// MaxColumnName is how long a column name may be, in bytes: PostgreSQL cuts
// identifiers at 63, and longer ones are sentences, not names.
const MaxColumnName = 60

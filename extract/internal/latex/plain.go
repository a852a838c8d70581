// The text of LaTeX source.

package latex

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// marks are the accents that commands put on the next letter.
var marks = map[byte]rune{'\'': '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', 'c': '\u0327'}

// words are the commands that stand for a text.
var words = map[string]string{
	"euro": "€", "texteuro": "€", "EUR": "€", "pounds": "£", "textsterling": "£", "textdegree": "°", "degree": "°",
	"textasciitilde": "~", "textbackslash": "\\", "times": "×", "pm": "±", "dots": "…", "ldots": "…", "textemdash": "—", "textendash": "–",
	"oe": "œ", "OE": "Œ", "ae": "æ", "AE": "Æ", "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "textbar": "|",
	"checkmark": "✓", "star": "*", "ast": "*", "dag": "†", "ddag": "‡", "S": "§", "quad": " ", "qquad": " ", "newline": " ", "linebreak": " ",
	"og": "« ", "fg": " »", "guillemotleft": "«", "guillemotright": "»",
}

// settings are commands that set type or place and print nothing; dropped are those
// whose arguments print nothing either, and second those whose first does not.
var (
	settings = map[string]bool{
		"bf": true, "it": true, "em": true, "rm": true, "sf": true, "tt": true, "bfseries": true, "itshape": true, "scshape": true, "small": true,
		"footnotesize": true, "scriptsize": true, "large": true, "Large": true, "normalsize": true, "centering": true, "raggedright": true,
		"raggedleft": true, "hfill": true, "protect": true, "left": true, "right": true, "displaystyle": true, "hline": true,
	}
	dropped = map[string]bool{"cellcolor": true, "rowcolor": true, "color": true, "vspace": true, "hspace": true, "label": true, "rule": true}
	second  = map[string]bool{"textcolor": true, "colorbox": true, "parbox": true, "rotatebox": true, "href": true, "scalebox": true}
)

// maxDepth is how deep groups nest that are read.
const maxDepth = 12

// Plain returns what source prints, blanks squeezed. Of a command that it does not know
// it keeps what the command is given.
func Plain(src string) string {
	var b strings.Builder
	plain(&b, src, 0)
	return norm.NFC.String(strings.Join(strings.Fields(b.String()), " "))
}

func plain(b *strings.Builder, src string, depth int) {
	for i := 0; i < len(src); {
		switch c := src[i]; c {
		case '\\':
			i += command(b, src[i:], depth)
		case '{', '}', '$':
			if c == '{' && strings.HasPrefix(src[i:], "{,}") { // a decimal comma in mathematics
				b.WriteByte(',')
				i += 3
				continue
			}
			i++
		case '~', '\n', '\t':
			b.WriteByte(' ')
			i++
		default:
			b.WriteByte(c)
			i++
		}
	}
}

// command writes what a command prints and returns how long it is in the source.
func command(b *strings.Builder, src string, depth int) int {
	if len(src) < 2 {
		return 1
	}
	if n := letters(src[1:]); n > 0 && !(n == 1 && src[1] == 'c' && len(src) > 2 && src[2] != ' ') {
		name := src[1 : 1+n]
		n++
		if text, ok := words[name]; ok {
			b.WriteString(text)
			n += len(src[n:]) - len(strings.TrimPrefix(src[n:], "{}"))
			if n < len(src) && src[n] == ' ' && letters(name) == len(name) && text != " " && strings.TrimSpace(text) == text {
				n++ // the blank ends the name
			}
			return n
		}
		for n < len(src) && src[n] == '[' {
			end := strings.IndexByte(src[n:min(len(src), n+maxOption)], ']')
			if end < 0 {
				break
			}
			n += end + 1
		}
		if settings[name] {
			if n < len(src) && src[n] == ' ' {
				n++
			}
			return n
		}
		first := true
		for n < len(src) && src[n] == '{' {
			end := groupEnd(src[n:])
			if !dropped[name] && !(first && second[name]) && depth < maxDepth {
				if !first {
					b.WriteByte(' ')
				}
				plain(b, strings.TrimSuffix(src[n+1:n+end], "}"), depth+1)
			}
			first = false
			n += end
		}
		return n
	}
	return sign(b, src)
}

// sign writes what a command of one sign prints: a blank, a sign of LaTeX's own, or an
// accent on the letter after it.
func sign(b *strings.Builder, src string) int {
	c := src[1]
	mark, accent := marks[c]
	switch {
	case strings.IndexByte(`&%$#_{}`, c) >= 0:
		b.WriteByte(c)
		return 2
	case strings.IndexByte(",;: /!\\", c) >= 0:
		if c != '!' && c != '/' {
			b.WriteByte(' ')
		}
		return 2
	case accent:
		rest := strings.TrimLeft(src[2:], "{ ")
		if strings.HasPrefix(rest, `\i`) || strings.HasPrefix(rest, `\j`) {
			rest = rest[1:]
		}
		r, n := utf8.DecodeRuneInString(rest)
		if n == 0 || r == '\\' {
			return 2
		}
		b.WriteRune(r)
		b.WriteRune(mark)
		rest = rest[n:]
		if strings.HasPrefix(src[2:], "{") {
			rest = strings.TrimPrefix(rest, "}")
		}
		return len(src) - len(rest)
	}
	return 1
}

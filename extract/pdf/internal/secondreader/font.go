// This file turns the codes of a font into letters, those that are certain.

package secondreader

import (
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// font maps codes to letters.
type font struct {
	width int               // bytes of a code
	text  map[string]string // of codes whose letters are certain
	named map[string]string // of codes whose glyph's name is another letter than in text
}

// maxCodes is the largest number of codes of a font: two bytes.
const maxCodes = 1 << 16

func newFont(v pdf.Value, check func()) *font {
	f := &font{width: 1, text: map[string]string{}}
	wide := v.Key("Subtype").Name() == "Type0"
	if wide {
		f.width = 2
	}
	if tu := v.Key("ToUnicode"); tu.Kind() == pdf.Stream {
		f.readToUnicode(tu, v, check)
	}
	if !wide {
		f.readEncoding(v)
	}
	return f
}

// decode appends the letters of a shown string to r.
func (f *font) decode(raw string, r *Reading) {
	for len(raw) > 0 {
		n := min(f.width, len(raw))
		s, ok := f.text[raw[:n]]
		if !ok {
			r.Unsure++
		}
		r.text = append(r.text, s...)
		if name, ok := f.named[raw[:n]]; ok {
			r.dispute(name, s)
		}
		raw = raw[n:]
	}
}

// readToUnicode reads the file's map from codes to Unicode. The map is a program that
// asks for dictionaries; the library cannot make one, so it gets scratch.
func (f *font) readToUnicode(strm, scratch pdf.Value, check func()) {
	set := func(code, utf16be string) {
		if len(f.text) < maxCodes {
			f.text[code] = decodeUTF16(utf16be)
		}
	}
	pdf.Interpret(strm, func(stk *pdf.Stack, op string) {
		check()
		args := popAll(stk)
		switch op {
		case "findresource":
			stk.Push(scratch)
		case "defineresource":
			stk.Push(scratch) // "pop" follows
		case "endcodespacerange":
			if len(args) > 0 {
				if n := len(args[len(args)-1].RawString()); n == 1 || n == 2 {
					f.width = n
				}
			}
		case "endbfchar":
			for ; len(args) >= 2; args = args[2:] {
				set(args[0].RawString(), args[1].RawString())
			}
		case "endbfrange":
			for ; len(args) >= 3; args = args[3:] {
				f.readRange(args[0].RawString(), args[1].RawString(), args[2], set)
			}
		}
	})
}

// readRange reads the letters of the codes lo to hi.
func (f *font) readRange(lo, hi string, dst pdf.Value, set func(code, utf16be string)) {
	if len(lo) == 0 || len(lo) != len(hi) || len(lo) > 2 {
		return
	}
	first, last := number(lo), number(hi)
	for c := first; c <= last && c-first < maxCodes; c++ {
		code := string([]byte{byte(c)})
		if len(lo) == 2 {
			code = string([]byte{byte(c >> 8), byte(c)})
		}
		switch dst.Kind() {
		case pdf.Array:
			set(code, dst.Index(c-first).RawString())
		case pdf.String:
			s := []byte(dst.RawString())
			if len(s) < 2 {
				return
			}
			end := int(s[len(s)-2])<<8 + int(s[len(s)-1]) + c - first
			s[len(s)-2], s[len(s)-1] = byte(end>>8), byte(end)
			set(code, string(s))
		}
	}
}

// number returns the big-endian number in s.
func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n<<8 | int(s[i])
	}
	return n
}

func decodeUTF16(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

const flagSymbolic = 1 << 2 // of a font descriptor

// numbered matches glyph names that only number the glyphs of a font.
var numbered = regexp.MustCompile(`^(?:[A-Za-z]{1,3}|cid|gid|glyph|index|char)[._]?\d+$`)

// readEncoding reads the letters of the codes that ToUnicode lacks from the font's
// encoding.
func (f *font) readEncoding(v pdf.Value) {
	if f.width != 1 {
		return
	}
	set := func(c int, s string) {
		code := string([]byte{byte(c)})
		if _, ok := f.text[code]; !ok && s != "" {
			f.text[code] = s
		}
	}
	enc := v.Key("Encoding")
	base := enc.Name()
	if enc.Kind() == pdf.Dict {
		base = enc.Key("BaseEncoding").Name()
		lib := &pdf.Font{V: v}
		diffs := enc.Key("Differences")
		c := 0
		for i := 0; i < diffs.Len() && i < maxCodes; i++ {
			switch d := diffs.Index(i); d.Kind() {
			case pdf.Integer:
				c = int(d.Int64())
			case pdf.Name:
				if c >= 0 && c < 256 {
					s := named(lib, c, d.Name())
					f.compare(c, s)
					set(c, s)
				}
				c++
			}
		}
	}
	symbolic := v.Key("FontDescriptor").Key("Flags").Int64()&flagSymbolic != 0
	var table *charmap.Charmap
	switch {
	case base == "WinAnsiEncoding":
		table = charmap.Windows1252
	case base == "MacRomanEncoding":
		table = charmap.Macintosh
	case symbolic || v.Key("Subtype").Name() == "Type3":
		return
	}
	for c := ' '; c < 256; c++ {
		switch {
		case table != nil:
			set(int(c), string(table.DecodeByte(byte(c))))
		case c < 0x7f && c != '\'' && c != '`':
			set(int(c), string(c)) // every standard encoding has ASCII there
		}
	}
}

// compare records a glyph whose name is another letter or figure than the map to
// Unicode gives: one of the two is wrong, and the glyph is what is seen. Small
// capitals, named "A" and mapped to "a", are left out.
func (f *font) compare(c int, name string) {
	code := string([]byte{byte(c)})
	text, ok := f.text[code]
	if !ok || strings.EqualFold(text, name) || !single(text) || !single(name) {
		return
	}
	if f.named == nil {
		f.named = map[string]string{}
	}
	f.named[code] = name
}

// single reports whether s is one ASCII letter or figure. Other glyphs have several
// names and codes for one shape.
func single(s string) bool {
	return len(s) == 1 && (s[0] >= '0' && s[0] <= '9' || s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 'a' && s[0] <= 'z')
}

// named returns the letter that the library knows by a glyph's name, or "".
func named(lib *pdf.Font, c int, name string) string {
	if numbered.MatchString(name) || name == ".notdef" {
		return ""
	}
	s := lib.Encoder().Decode(string([]byte{byte(c)}))
	if s == string(rune(c)) && len(name) == 1 && name != s {
		return ""
	}
	return s
}

// popAll returns the operands on the stack, first to last.
func popAll(stk *pdf.Stack) []pdf.Value {
	args := make([]pdf.Value, stk.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stk.Pop()
	}
	return args
}

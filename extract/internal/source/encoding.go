// Encodings: the bytes of a text, Markdown or HTML file become UTF-8 text, or a
// plain statement of what the bytes are if they are no text.
//
// Nothing is repaired here. Text that an earlier program has already spoilt
// ("Ã©" for "é") is reported and left as it is.

package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/pressoir/pressoir/extract/document"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	// maxControlShare is the share of control characters that text may hold.
	// Damaged text has a few in a thousand; programs and archives have a tenth and more.
	maxControlShare = 0.01
	// utf16Sample is how many bytes are looked at for the NUL pattern of UTF-16.
	utf16Sample = 4096
	// minUTF16NULs is the share of 16-bit units whose high byte is NUL in western
	// text: all but typographic quotes and dashes. 0.6 leaves room for a page of them.
	minUTF16NULs = 0.6
)

// Decode returns data as UTF-8 text without its byte order mark, and the
// name of the encoding that it was in ("utf-8", "utf-16le", "windows-1252" ...).
//
// declared is what the document says of itself (<meta charset>), "" if nothing.
// A byte order mark wins over it, and so do bytes that are plainly UTF-8.
// The error is for data that is no text; it names what it looks like.
func Decode(data []byte, declared string) (text, name string, issues []document.Issue, err error) {
	if len(data) == 0 {
		return "", "", nil, document.ErrEmpty
	}
	if what := Magic(data); what != "" {
		return "", "", nil, errors.New(what)
	}
	enc, name, bom := unicodeForm(data)
	switch {
	case enc != nil:
		if text, err = decodeWith(enc, data[bom:]); err != nil {
			return "", "", nil, fmt.Errorf("%s text: %w", name, err)
		}
		if n := strings.Count(text, "\uFFFD"); n > 0 {
			issues = append(issues, document.Issue{
				Code: "encoding-doubt", At: document.Pos{Line: lineAt(text, strings.Index(text, "\uFFFD"))},
				Why: fmt.Sprintf("%d characters are no valid %s; they are shown as \uFFFD", n, name),
			})
		}
	default:
		if err := CheckText(data); err != nil {
			return "", "", nil, err
		}
		text, name, issues = decodeBytes(data[bom:], declared, bom > 0)
	}
	if text == "" {
		return "", "", nil, document.ErrEmpty
	}
	var more []document.Issue
	text, more = blankControls(text)
	issues = append(issues, more...)
	return text, name, append(issues, mojibake(text)...), nil
}

// unicodeForm recognises a byte order mark, or UTF-16 without one. enc is nil
// for all that is read byte by byte; bom is the length of the mark.
func unicodeForm(data []byte) (enc encoding.Encoding, name string, bom int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return nil, "utf-8", 3
	case bytes.HasPrefix(data, []byte("\xFF\xFE\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le", 4
	case bytes.HasPrefix(data, []byte("\x00\x00\xFE\xFF")):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be", 4
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 2
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 2
	}
	// Western text in UTF-16 has a NUL in nearly every second byte, always on
	// the same side, and hardly one on the other.
	sample := data[:min(len(data), utf16Sample)&^1]
	var nul [2]int
	for i, c := range sample {
		if c == 0 {
			nul[i&1]++
		}
	}
	units := len(sample) / 2
	enough, few := int(minUTF16NULs*float64(units)), units/50
	switch {
	case units == 0:
	case nul[1] > 0 && nul[1] >= enough && nul[0] <= few:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 0
	case nul[0] > 0 && nul[0] >= enough && nul[1] <= few:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 0
	}
	return nil, "", 0
}

// decodeBytes decodes what is written byte by byte: UTF-8, the declared
// encoding, or windows-1252 as the last guess.
func decodeBytes(data []byte, declared string, bom bool) (text, name string, issues []document.Issue) {
	multi, stray, first := utf8Evidence(data)
	declared = strings.ToLower(strings.TrimSpace(declared))
	var enc encoding.Encoding
	if declared != "" && !bom {
		if enc, name = charset.Lookup(declared); enc == nil {
			issues = append(issues, document.Issue{
				Code: "encoding-unknown", Text: declared,
				Why: fmt.Sprintf("the document declares the encoding %q, which is unknown; the bytes decide", declared),
			})
		}
		if strings.HasPrefix(name, "utf-16") || name == "replacement" {
			enc = nil // has no NUL, so it is not what it says
		}
	}
	switch {
	case stray == 0 && multi > 0 && singleByte(name) && enc != nil:
		return borrowed(data), "utf-8", append(issues, document.Issue{
			Code: "encoding-contradiction", Text: declared,
			Why: fmt.Sprintf("the document declares %s, but its bytes are valid UTF-8; read as UTF-8", declared),
		})
	case stray == 0 && (enc == nil || name == "utf-8" || multi == 0 && singleByte(name)):
		return borrowed(data), "utf-8", issues
	case enc != nil && name != "utf-8":
		text, err := decodeWith(enc, data)
		if err != nil { // decoders of x/text replace what they cannot read; this is for one that would not
			break
		}
		return text, name, append(issues, undefinedBytes(text, name)...)
	}
	if bom || multi >= stray || name == "utf-8" && multi > 0 {
		// UTF-8 with some foreign bytes in it: cut in the middle of a letter,
		// or glued together from two sources.
		line := lineAt(string(data[:first]), first)
		return decodeMixed(data), "utf-8", append(issues, document.Issue{
			Code: "encoding-doubt", At: document.Pos{Line: line},
			Why: fmt.Sprintf("the text is UTF-8, but %d bytes are not (the first is 0x%02X); they are read as windows-1252", stray, data[first]),
		})
	}
	if name == "utf-8" {
		issues = append(issues, document.Issue{
			Code: "encoding-contradiction", Text: declared,
			Why: "the document declares utf-8, but its bytes are not; read as windows-1252",
		})
	}
	text, err := decodeWith(charmap.Windows1252, data)
	if err != nil {
		text = decodeMixed(data)
	}
	issues = append(issues, undefinedBytes(text, "windows-1252")...)
	return text, "windows-1252", append(issues, otherCodePage(data)...)
}

// borrowed returns data as a string without copying it: cells and runs are pieces
// of it, and a copy of a large document would cost its size in memory again. Read
// says that its data must not be changed.
func borrowed(data []byte) string { return unsafe.String(unsafe.SliceData(data), len(data)) }

// utf8Evidence counts the letters of several bytes that are valid UTF-8 and the
// bytes that are not, and finds the first of these.
func utf8Evidence(data []byte) (multi, stray, first int) {
	first = -1
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if stray++; first < 0 {
				first = i
			}
		default:
			multi++
		}
		i += n
	}
	return multi, stray, first
}

// singleByte reports whether name is one of the western code pages of one byte
// a letter, in which text that happens to be valid UTF-8 does not occur.
func singleByte(name string) bool {
	return strings.HasPrefix(name, "windows-") || strings.HasPrefix(name, "iso-8859-") || name == "macintosh"
}

// decodeMixed reads valid UTF-8 as it is and every other byte as windows-1252.
func decodeMixed(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/16)
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(data[i])
		}
		b.WriteRune(r)
		i += n
	}
	return b.String()
}

func decodeWith(enc encoding.Encoding, data []byte) (string, error) {
	b, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", err
	}
	return string(b), nil
}

// undefinedBytes reports bytes that the code page gives no letter: they decode
// to C1 control characters or to U+FFFD.
func undefinedBytes(text, name string) []document.Issue {
	n, first := 0, -1
	for i, r := range text {
		if r >= 0x80 && r < 0xA0 || r == utf8.RuneError {
			if n++; first < 0 {
				first = i
			}
		}
	}
	if n == 0 {
		return nil
	}
	return []document.Issue{{
		Code: "encoding-doubt", At: document.Pos{Line: lineAt(text, first)},
		Why: fmt.Sprintf("read as %s, but %d bytes have no meaning in it; convert the file to UTF-8", name, n),
	}}
}

// otherCodePage reports text whose accents would be punctuation in
// windows-1252: é is 0x82 in the code pages of DOS and 0x8E on old Macintoshes.
func otherCodePage(data []byte) []document.Issue {
	high, inside, first := 0, 0, -1
	for i, c := range data {
		if c < 0x80 {
			continue
		}
		high++
		usual := c == 0x92 || c == 0x9C || c == 0x8C || c >= 0xA0 // ’ œ Œ and the letters
		if !usual && i > 0 && i+1 < len(data) && IsASCIILetter(data[i-1]) && IsASCIILetter(data[i+1]) {
			if inside++; first < 0 {
				first = i
			}
		}
	}
	if inside < 2 || inside*3 < high {
		return nil
	}
	return []document.Issue{{
		Code: "encoding-doubt", At: document.Pos{Line: lineAt(string(data[:first]), first)},
		Why: fmt.Sprintf("read as windows-1252, but %d letters inside words come out as signs; the file may be from DOS (cp850) or an old Macintosh: convert it to UTF-8", inside),
	}}
}

func IsASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// mojibake reports UTF-8 that some earlier program took for windows-1252 and
// wrote as UTF-8 again: "Ã©", "â€™", "Â ".
func mojibake(text string) []document.Issue {
	n, first := 0, -1
	note := func(i int) {
		if n++; first < 0 || i < first {
			first = i
		}
	}
	for _, lead := range []string{"Ã", "Â"} {
		for i := 0; ; {
			j := strings.Index(text[i:], lead)
			if j < 0 {
				break
			}
			i += j + len(lead)
			// The second byte of é and its like lies in 0x80–0xBF: as a letter of
			// windows-1252 it is a sign, never a letter of a western word.
			r, _ := utf8.DecodeRuneInString(text[i:])
			if r >= 0x80 && r <= 0xBF || lead == "Ã" && strings.ContainsRune("ƒ‚„…†‡ˆ‰‹‘’“”•–—˜™›€", r) {
				note(i - len(lead))
			}
		}
	}
	for i := 0; ; {
		j := strings.Index(text[i:], "â€")
		if j < 0 {
			break
		}
		note(i + j)
		i += j + len("â€")
	}
	if n == 0 {
		return nil
	}
	end := first + len("Ã")
	_, size := utf8.DecodeRuneInString(text[end:])
	return []document.Issue{{
		Code: "mojibake", At: document.Pos{Line: lineAt(text, first)}, Text: text[first : end+size],
		Why: fmt.Sprintf("%d places look like UTF-8 that was read as windows-1252 before it came here (%q); take the text from its source again", n, text[first:end+size]),
	}}
}

// blankControls turns control characters that no text uses into blanks.
// They are no letters, and a NUL in a CSV breaks the programs that read it.
func blankControls(text string) (string, []document.Issue) {
	n, first := 0, -1
	for i := 0; i < len(text); i++ {
		if isControl[text[i]] {
			if n++; first < 0 {
				first = i
			}
		}
	}
	if n == 0 {
		return text, nil
	}
	clean := strings.Map(func(r rune) rune {
		if r < 0x80 && isControl[byte(r)] {
			return ' '
		}
		return r
	}, text)
	return clean, []document.Issue{{
		Code: "control-characters", At: document.Pos{Line: lineAt(text, first)},
		Why: fmt.Sprintf("%d control characters (the first is 0x%02X) are read as blanks", n, text[first]),
	}}
}

// isControl holds the control characters that have no place in text. Tab, line
// ends, form feed and vertical tab have; ESC introduces terminal colours.
var isControl = func() (t [256]bool) {
	for c := range 0x20 {
		t[c] = true
	}
	for _, c := range "\t\n\v\f\r" {
		t[c] = false
	}
	t[0x7F] = true
	return t
}()

// lineAt returns the 1-based number of the line that offset stands in.
// Lines end with \n, \r\n or \r.
func lineAt(text string, offset int) int32 {
	offset = min(max(offset, 0), len(text))
	text = text[:offset]
	n := strings.Count(text, "\n")
	for {
		i := strings.IndexByte(text, '\r')
		if i < 0 {
			return int32(n) + 1
		}
		if text = text[i+1:]; !strings.HasPrefix(text, "\n") {
			n++
		}
	}
}

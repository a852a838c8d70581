// Encodings: bytes become UTF-8 text, or an error that says what they are if they
// are no text.

package source

import (
	"bytes"
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
	// maxControlShare is the largest share of control characters in text. Damaged
	// text has a few in a thousand; programs and archives have a tenth and more.
	maxControlShare = 0.01
	// maxUTF16Sample is the number of bytes searched for the NULs of UTF-16; a page
	// of text shows the pattern.
	maxUTF16Sample = 4096
	// minNULShare is the least share of 16-bit units whose high byte is NUL in
	// western text. Only typographic quotes and dashes have another; 0.6 leaves room
	// for a page full of them.
	minNULShare = 0.6
)

// Decode returns data as UTF-8 text without its byte order mark, and the name of
// its encoding ("utf-8", "utf-16le", "windows-1252" ...).
//
// declared is the encoding that the document declares (<meta charset>), "" if
// none. A byte order mark overrides it, and so do bytes that are plainly UTF-8.
// The error is for data that is no text; it says what the data looks like.
func Decode(data []byte, declared string) (text, name string, issues []document.Issue, err error) {
	if len(data) == 0 {
		return "", "", nil, document.ErrEmpty
	}
	if what := Magic(data); what != "" {
		return "", "", nil, notText(what)
	}
	enc, name, bom := detectUnicode(data)
	switch {
	case enc != nil:
		if text, err = decodeWith(enc, data[bom:]); err != nil {
			return "", "", nil, fmt.Errorf("%s text: %w", name, err)
		}
		if n := strings.Count(text, "\uFFFD"); n > 0 {
			issues = append(issues, document.Issue{
				Code: document.CodeEncodingDoubt, At: document.Pos{Line: lineAt(text, strings.Index(text, "\uFFFD"))},
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
	return text, name, append(issues, findMojibake(text)...), nil
}

// detectUnicode recognises a byte order mark, or UTF-16 without one. enc is nil
// for encodings that decodeBytes reads; bom is the length of the mark in bytes.
func detectUnicode(data []byte) (enc encoding.Encoding, name string, bom int) {
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
	// Western text in UTF-16 has a NUL in nearly every second byte, always the
	// high one, and hardly any in the low one.
	sample := data[:min(len(data), maxUTF16Sample)&^1]
	var nul [2]int
	for i, c := range sample {
		if c == 0 {
			nul[i&1]++
		}
	}
	units := len(sample) / 2
	enough, few := int(minNULShare*float64(units)), units/50
	switch {
	case units == 0:
	case nul[1] > 0 && nul[1] >= enough && nul[0] <= few:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 0
	case nul[0] > 0 && nul[0] >= enough && nul[1] <= few:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 0
	}
	return nil, "", 0
}

// decodeBytes decodes text whose units are bytes: UTF-8, the declared encoding,
// or windows-1252 as the last guess.
func decodeBytes(data []byte, declared string, bom bool) (text, name string, issues []document.Issue) {
	multi, stray, first := utf8Evidence(data)
	declared = strings.ToLower(strings.TrimSpace(declared))
	var enc encoding.Encoding
	if declared != "" && !bom {
		if enc, name = charset.Lookup(declared); enc == nil {
			issues = append(issues, document.Issue{
				Code: document.CodeEncodingUnknown, Text: declared,
				Why: fmt.Sprintf("the document declares the encoding %q, which is unknown; the bytes decide", declared),
			})
		}
		if strings.HasPrefix(name, "utf-16") || name == "replacement" {
			enc = nil // the bytes hold no NUL, so the declaration is wrong
		}
	}
	switch {
	case stray == 0 && multi > 0 && isSingleByte(name) && enc != nil:
		return viewString(data), "utf-8", append(issues, document.Issue{
			Code: document.CodeEncodingContradiction, Text: declared,
			Why: fmt.Sprintf("the document declares %s, but its bytes are valid UTF-8; read as UTF-8", declared),
		})
	case stray == 0 && (enc == nil || name == "utf-8" || multi == 0 && isSingleByte(name)):
		return viewString(data), "utf-8", issues
	case enc != nil && name != "utf-8":
		text, err := decodeWith(enc, data)
		if err != nil { // the decoders of x/text replace what they cannot read, so far all of them
			break
		}
		return text, name, append(issues, findUndefinedBytes(text, name)...)
	}
	if bom || multi >= stray || name == "utf-8" && multi > 0 {
		// UTF-8 with some foreign bytes: cut in the middle of a letter, or joined
		// from two sources.
		line := lineAt(string(data[:first]), first)
		return decodeMixed(data), "utf-8", append(issues, document.Issue{
			Code: document.CodeEncodingDoubt, At: document.Pos{Line: line},
			Why: fmt.Sprintf("the text is UTF-8, but %d bytes are not (the first is 0x%02X); they are read as windows-1252", stray, data[first]),
		})
	}
	if name == "utf-8" {
		issues = append(issues, document.Issue{
			Code: document.CodeEncodingContradiction, Text: declared,
			Why: "the document declares utf-8, but its bytes are not; read as windows-1252",
		})
	}
	text, err := decodeWith(charmap.Windows1252, data)
	if err != nil {
		text = decodeMixed(data)
	}
	issues = append(issues, findUndefinedBytes(text, "windows-1252")...)
	return text, "windows-1252", append(issues, findOtherCodePage(data)...)
}

// viewString returns data as a string without copying it. Cells and runs are
// pieces of that string, and a copy of a large document would take its size in
// memory again. extract.Read says that its data must not be changed.
func viewString(data []byte) string { return unsafe.String(unsafe.SliceData(data), len(data)) }

// utf8Evidence counts the letters of several bytes that are valid UTF-8 (multi)
// and the bytes that are not (stray), and returns the index of the first stray
// byte, -1 if there is none.
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

// isSingleByte reports whether name is a western code page of one byte a letter.
// Text in one of those does not happen to be valid UTF-8.
func isSingleByte(name string) bool {
	return strings.HasPrefix(name, "windows-") || strings.HasPrefix(name, "iso-8859-") || name == "macintosh"
}

// decodeMixed keeps valid UTF-8 and reads every other byte as windows-1252.
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

// decodeWith decodes data from enc.
func decodeWith(enc encoding.Encoding, data []byte) (string, error) {
	b, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", err
	}
	return string(b), nil
}

// findUndefinedBytes reports bytes that have no letter in the code page: they
// decode to C1 control characters or to U+FFFD.
func findUndefinedBytes(text, name string) []document.Issue {
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
		Code: document.CodeEncodingDoubt, At: document.Pos{Line: lineAt(text, first)},
		Why: fmt.Sprintf("read as %s, but %d bytes have no meaning in it; convert the file to UTF-8", name, n),
	}}
}

// findOtherCodePage reports text with signs inside words once it is read as
// windows-1252: é is 0x82 in the code pages of DOS and 0x8E on old Macintoshes.
func findOtherCodePage(data []byte) []document.Issue {
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
		Code: document.CodeEncodingDoubt, At: document.Pos{Line: lineAt(string(data[:first]), first)},
		Why: fmt.Sprintf("read as windows-1252, but %d letters inside words come out as signs; the file may be from DOS (cp850) or an old Macintosh: convert it to UTF-8", inside),
	}}
}

// findMojibake reports UTF-8 that an earlier program took for windows-1252 and
// wrote as UTF-8 again: "Ã©", "â€™", "Â ".
func findMojibake(text string) []document.Issue {
	n, first := 0, -1
	count := func(i int) {
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
			// The second byte of é and the like is in 0x80–0xBF, which windows-1252
			// reads as a sign, never as a letter of a western word.
			r, _ := utf8.DecodeRuneInString(text[i:])
			if r >= 0x80 && r <= 0xBF || lead == "Ã" && strings.ContainsRune("ƒ‚„…†‡ˆ‰‹‘’“”•–—˜™›€", r) {
				count(i - len(lead))
			}
		}
	}
	for i := 0; ; {
		j := strings.Index(text[i:], "â€")
		if j < 0 {
			break
		}
		count(i + j)
		i += j + len("â€")
	}
	if n == 0 {
		return nil
	}
	end := first + len("Ã")
	_, size := utf8.DecodeRuneInString(text[end:])
	return []document.Issue{{
		Code: document.CodeMojibake, At: document.Pos{Line: lineAt(text, first)}, Text: text[first : end+size],
		Why: fmt.Sprintf("%d places look like UTF-8 that was read as windows-1252 before it came here (%q); take the text from its source again", n, text[first:end+size]),
	}}
}

// blankControls replaces control characters that no text uses by blanks. They are
// no letters, and a NUL in a CSV breaks the programs that read it.
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
		Code: document.CodeControlCharacters, At: document.Pos{Line: lineAt(text, first)},
		Why: fmt.Sprintf("%d control characters (the first is 0x%02X) are read as blanks", n, text[first]),
	}}
}

// isControl holds the control characters that have no place in text: all but tab,
// line ends, form feed and vertical tab.
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

// lineAt returns the 1-based number of the line that holds offset. Lines end with
// \n, \r\n or \r.
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

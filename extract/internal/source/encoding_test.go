// Encodings: what is recognised, and what is refused because it is no text.

package source

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/pressoir/pressoir/extract/document"
)

func TestDecodeText(t *testing.T) {
	utf16le := func(s string) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	utf16be := func(s string) string {
		b := []byte(utf16le(s))
		for i := 0; i+1 < len(b); i += 2 {
			b[i], b[i+1] = b[i+1], b[i]
		}
		return string(b)
	}
	tests := []struct {
		name, data, declared string
		text, encoding       string
		codes                string // of the issues, joined by blanks
	}{
		{"ascii", "Lille", "", "Lille", "utf-8", ""},
		{"utf-8", "Île-de-France", "", "Île-de-France", "utf-8", ""},
		{"utf-8 bom", "\xEF\xBB\xBFÎle", "", "Île", "utf-8", ""},
		{"bom wins over declaration", "\xEF\xBB\xBFÎle", "iso-8859-1", "Île", "utf-8", ""},
		{"utf-16le bom", "\xFF\xFE" + utf16le("Île 😀"), "", "Île 😀", "utf-16le", ""},
		{"utf-16be bom", "\xFE\xFF" + utf16be("Île"), "", "Île", "utf-16be", ""},
		{"utf-16le bare", utf16le("Région | Département\n"), "", "Région | Département\n", "utf-16le", ""},
		{"utf-16be bare", utf16be("Région | Département\n"), "", "Région | Département\n", "utf-16be", ""},
		{"utf-16 cut in a unit", "\xFF\xFE" + utf16le("Île") + "x", "", "Île\uFFFD", "utf-16le", "encoding-doubt"},
		{"windows-1252", "R\xE9gion \x96 l\x92\x9Cuvre, 5 \x80", "", "Région – l’œuvre, 5 €", "windows-1252", ""},
		{"declared latin-9", "5 \xA4", "iso-8859-15", "5 €", "iso-8859-15", ""},
		{"declared latin-1 is windows-1252", "l\x92\xE9t\xE9", "ISO-8859-1", "l’été", "windows-1252", ""},
		{"declared latin-1, is utf-8", "été", "iso-8859-1", "été", "utf-8", "encoding-contradiction"},
		{"declared utf-8, is windows-1252", "\xE9t\xE9", "utf-8", "été", "windows-1252", "encoding-contradiction"},
		{"declared shift_jis", "\x93\xFA\x96\x7B", "shift_jis", "日本", "shift_jis", ""},
		{"unknown declaration", "été", "klingon", "été", "utf-8", "encoding-unknown"},
		{"declared utf-16 without a NUL", "été", "utf-16", "été", "utf-8", ""},
		{"utf-8 with a stray byte", "été\nl\x92hiver à Lyon", "", "été\nl’hiver à Lyon", "utf-8", "encoding-doubt"},
		{"undefined bytes", "\xE9t\xE9 \x81", "", "été \uFFFD", "windows-1252", "encoding-doubt"},
		{"dos code page", "R\x82gion, D\x82partement, p\x82riode", "", "R‚gion, D‚partement, p‚riode", "windows-1252", "encoding-doubt"},
		{"mojibake", "RÃ©gion et dâ€™Alsace", "", "RÃ©gion et dâ€™Alsace", "utf-8", "mojibake"},
		{"no mojibake", "SÃO PAULO, Âge, pâté", "", "SÃO PAULO, Âge, pâté", "utf-8", ""},
		{"a few control characters", strings.Repeat("mot ", 100) + "\x01", "", strings.Repeat("mot ", 100) + " ", "utf-8", "control-characters"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, encoding, issues, err := Decode([]byte(tt.data), tt.declared)
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, i := range issues {
				codes = append(codes, i.Code)
			}
			if text != tt.text || encoding != tt.encoding || strings.Join(codes, " ") != tt.codes {
				t.Errorf("got %q, %s, %v; want %q, %s, %q", text, encoding, issues, tt.text, tt.encoding, tt.codes)
			}
		})
	}
}

func TestDecodeTextRefuses(t *testing.T) {
	for data, want := range map[string]string{
		"\x89PNG\r\n\x1a\n\x00\x00":            "PNG picture",
		"PK\x03\x04\x14\x00":                   "ZIP archive",
		"\x7FELF\x02\x01\x01\x00":              "program (ELF)",
		"%PDF-1.7\n":                           "read it as pdf",
		strings.Repeat("\x00\x00\x00a", 50):    "NUL",
		strings.Repeat("a\x01\x02", 50):        "control characters",
		"\x00":                                 "NUL",
		"{\\rtf1\\ansi R\\'e9gion}":            "RTF",
		"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00": "old Office document",
	} {
		if _, _, _, err := Decode([]byte(data), ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", data, err, want)
		}
	}
	for _, data := range []string{"", "\xEF\xBB\xBF", "\xFF\xFE"} {
		if _, _, _, err := Decode([]byte(data), ""); !errors.Is(err, document.ErrEmpty) {
			t.Errorf("%q: error %v, want ErrEmpty", data, err)
		}
	}
}

func TestDecodeTextlikeMagic(t *testing.T) {
	if _, _, _, err := Decode([]byte("ID3 est le nom du projet."), ""); err != nil {
		t.Error(err)
	}
}

func TestLineAt(t *testing.T) {
	const text = "a\nb\r\nc\rd\r\re"
	for i, want := range map[string]int32{"a": 1, "b": 2, "c": 3, "d": 4, "e": 6} {
		if got := lineAt(text, strings.Index(text, i)); got != want {
			t.Errorf("%q is on line %d, want %d", i, got, want)
		}
	}
}

// FuzzDecodeText checks that text comes out valid, without a byte order mark
// or a NUL, and that no ASCII letter of byte-wise text is lost.
func FuzzDecodeText(f *testing.F) {
	for _, s := range []string{"Île", "\xEF\xBB\xBFÎle", "\xFF\xFEa\x00", "\xE9t\xE9", "été \x92", "a\rb\r\nc", "\x89PNG\r\n\x1a\n"} {
		f.Add([]byte(s), "")
		f.Add([]byte(s), "iso-8859-15")
	}
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		text, encoding, _, err := Decode(data, declared)
		if err != nil {
			return
		}
		if encoding == "" || text == "" {
			t.Fatalf("no error, but encoding %q and text %q", encoding, text)
		}
		if strings.ToValidUTF8(text, "") != text || strings.ContainsRune(text, 0) {
			t.Fatalf("not clean UTF-8: %q", text)
		}
		if encoding != "utf-8" && encoding != "windows-1252" {
			return
		}
		want := 0
		for _, c := range data {
			if IsASCIILetter(c) {
				want++
			}
		}
		got := 0
		for _, r := range text {
			if r < unicode.MaxASCII && IsASCIILetter(byte(r)) {
				got++
			}
		}
		if got != want {
			t.Fatalf("%d ASCII letters in, %d out", want, got)
		}
	})
}

func BenchmarkDecodeText(b *testing.B) {
	for name, line := range map[string]string{"utf-8": "Région Île-de-France, été\n", "windows-1252": "R\xE9gion \xCEle-de-France, \xE9t\xE9\n"} {
		data := []byte(strings.Repeat(line, 1<<20/len(line)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, _, _, err := Decode(data, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

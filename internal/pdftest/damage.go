// This file makes damaged and hostile PDFs.

package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"math/rand/v2"
	"strings"
)

// A Case is a file with a name that says what is wrong with it.
type Case struct {
	Name string
	Data []byte
}

// Cut returns the file cut at n places, evenly spaced.
func Cut(data []byte, n int) []Case {
	var cases []Case
	for i := range n {
		at := len(data) * i / n
		cases = append(cases, Case{fmt.Sprintf("cut at %d", at), data[:at]})
	}
	return cases
}

// Flip returns n copies of the file with some bytes changed, always the same ones.
func Flip(data []byte, n int) []Case {
	var cases []Case
	for i := range n {
		random := rand.New(rand.NewPCG(uint64(i), 1))
		bad := bytes.Clone(data)
		for range 1 + i%8 {
			bad[random.IntN(len(bad))] ^= byte(1 + random.IntN(255))
		}
		cases = append(cases, Case{fmt.Sprintf("flip %d", i), bad})
	}
	return cases
}

// deflate returns a compressed stream object.
func deflate(data []byte) string {
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant
	}
	_, _ = w.Write(data) // a Buffer takes everything
	_ = w.Close()
	return Stream("/Filter/FlateDecode", b.String())
}

// replace changes one thing in a sound file.
func replace(data []byte, old, with string) []byte {
	if !bytes.Contains(data, []byte(old)) {
		panic("no " + old + " to damage")
	}
	return bytes.Replace(data, []byte(old), []byte(with), 1)
}

// Hostile returns small files that ask for much time or memory.
func Hostile() []Case {
	const mega = 1 << 20
	sound := Page("", "", Text(10, 50, "text"))
	start := string(sound[bytes.LastIndex(sound, []byte("startxref"))+len("startxref\n") : bytes.LastIndex(sound, []byte("\n%%EOF"))])
	table := bytes.LastIndex(sound, []byte("xref\n0 "))
	one := func(contents string, extra ...string) []byte {
		return File("", append([]string{
			"<</Type/Catalog/Pages 2 0 R>>",
			"<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>",
			contents,
			"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		}, extra...)...)
	}
	form := func(next string, content string) string {
		return Stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</X "+next+">>>>", content)
	}
	doubling := make([]string, 30)
	for i := range doubling {
		doubling[i] = form(fmt.Sprintf("%d 0 R", FirstExtra+i+1), "/X Do /X Do")
	}
	return []Case{
		{"flate bomb", one(deflate(bytes.Repeat([]byte("0 0 m "), 30*mega/6)))},
		{"bomb of nesting", one(deflate(bytes.Repeat([]byte("q "), 20*mega/2)))},
		{"bomb of letters", one(deflate([]byte("BT /F1 1 Tf " + strings.Repeat("(aaaaaaaaaaaaaaaa) Tj ", 2*mega/16) + " ET")))},
		{"bomb of paths", one(deflate(bytes.Repeat([]byte("1 1 5 5 re f "), 320_000)))},
		{"form in itself", one(Stream("", "/X Do"), form("6 0 R", "/X Do /X Do"))},
		{"two to the thirtieth forms", one(Stream("", "/X Do"), doubling...)},
		{"pages in themselves", replace(sound, "/Kids[3 0 R]", "/Kids[2 0 R]")},
		{"table after itself", replace(sound, "/Root 1 0 R", "/Root 1 0 R/Prev "+start)},
		{"table of billions", append(bytes.Clone(sound[:table]), replace(sound[table:], "xref\n0 ", "xref\n4000000000 ")...)},
		{"billions of pages", replace(sound, "/Count 1", "/Count 2000000000")},
		{"fewer than no pages", replace(sound, "/Count 1", "/Count -5")},
		{"huge page", Page("/MediaBox[0 0 1e9 1e9]", "", Text(10, 50, "text"))},
		{"page of no size", Page("/MediaBox[0 0 0 0]", "", Text(10, 50, "text"))},
		{"page that is no number", Page("/MediaBox[0 0 /a null]", "", Text(10, 50, "text"))},
		{"matrix of infinities", Page("", "", "1e38 1e38 1e38 1e38 1e38 1e38 cm 1e38 0 0 1e38 0 0 cm "+Text(10, 50, "text")+"0 0 50 50 re f")},
		{"deep arrays", Page("", "/Deep "+strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000), Text(10, 50, "text"))},
		{"length that is itself", one("<</Length 4 0 R>>\nstream\nq\nendstream")},
		{"parent that is itself", replace(sound, "/Parent 2 0 R", "/Parent 3 0 R")},
		{"nothing but a head", []byte("%PDF-1.7\n%%EOF")},
		{"zeros", append([]byte("%PDF-1.7\n"), make([]byte, mega)...)},
	}
}

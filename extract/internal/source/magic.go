// Magic numbers: files that are no text, described in words a person can act on.

package source

import (
	"bytes"
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
)

// magics lists the first bytes of files that people pass by mistake, with the
// words of the error. A PDF comes here only if another format was named for it.
var magics = []struct{ prefix, what string }{
	{"%PDF-", "a PDF file, not text; read it as pdf"},
	{"PK\x03\x04", "a ZIP archive or an office document (docx, odt, xlsx), not text; unpack it, or save the document as PDF, HTML or text"},
	{"PK\x05\x06", "an empty ZIP archive, not text"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document (doc, xls), not text; save it as PDF, HTML or text"},
	{"{\\rtf", "an RTF document, not plain text; save it as PDF, HTML or text"},
	{"\x89PNG\r\n\x1a\n", "a PNG picture, not text; a scan must go through text recognition first"},
	{"\xFF\xD8\xFF", "a JPEG picture, not text; a scan must go through text recognition first"},
	{"GIF87a", "a GIF picture, not text"},
	{"GIF89a", "a GIF picture, not text"},
	{"II*\x00", "a TIFF picture, not text; a scan must go through text recognition first"},
	{"MM\x00*", "a TIFF picture, not text; a scan must go through text recognition first"},
	{"\x1F\x8B", "a gzip archive, not text; unpack it first"},
	{"BZh", "a bzip2 archive, not text; unpack it first"},
	{"\xFD7zXZ\x00", "an xz archive, not text; unpack it first"},
	{"\x28\xB5\x2F\xFD", "a zstd archive, not text; unpack it first"},
	{"7z\xBC\xAF\x27\x1C", "a 7z archive, not text; unpack it first"},
	{"Rar!\x1A\x07", "a RAR archive, not text; unpack it first"},
	{"\x7FELF", "a program (ELF), not text"},
	{"MZ\x90\x00", "a Windows program, not text"},
	{"\xCF\xFA\xED\xFE", "a macOS program, not text"},
	{"SQLite format 3\x00", "an SQLite database, not text"},
	{"PAR1", "a Parquet file, not text"},
	{"%!PS", "a PostScript file, not text; convert it to PDF"},
	{"wOFF", "a font, not text"},
	{"OggS", "a sound or film file, not text"},
	{"ID3", "a sound file, not text"},
}

// textlikeMagics are prefixes that a text can begin with too: they count only if
// control characters follow.
var textlikeMagics = map[string]bool{"BZh": true, "PAR1": true, "ID3": true, "wOFF": true, "OggS": true, "GIF87a": true, "GIF89a": true}

// Magic returns a sentence that says what data is if its first bytes are those of
// a known kind of file that is no text, else "".
func Magic(data []byte) string {
	for _, m := range magics {
		if !bytes.HasPrefix(data, []byte(m.prefix)) {
			continue
		}
		if textlikeMagics[m.prefix] && CheckText(data[:min(len(data), document.SniffLen)]) == nil {
			return ""
		}
		return "this is " + m.what
	}
	return ""
}

// CheckText returns an error if data holds too many control characters to be text
// in an encoding whose units are bytes.
func CheckText(data []byte) error {
	nul, control := 0, 0
	for _, c := range data {
		if isControl[c] {
			if control++; c == 0 {
				nul++
			}
		}
	}
	if float64(control) <= maxControlShare*float64(len(data)) && control < len(data) {
		return nil
	}
	if nul > 0 {
		return notText(fmt.Sprintf("this is binary data, not text (%d of its %d bytes are NUL, and it is not UTF-16); give the document as text, HTML or PDF", nul, len(data)))
	}
	return notText(fmt.Sprintf("this is binary data, not text (%d of its %d bytes are control characters); give the document as text, HTML or PDF", control, len(data)))
}

// A notText says why data is no text; it is a [document.ErrFormat].
type notText string

func (e notText) Error() string        { return string(e) }
func (e notText) Is(target error) bool { return target == document.ErrFormat }

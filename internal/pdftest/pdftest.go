// Package pdftest writes small PDFs for tests. [Page] and [Pages] make sound ones of
// content streams, which [Text] helps to write; [Cut], [Flip] and [Hostile] make
// damaged ones.
package pdftest

import (
	"bytes"
	"crypto/md5" //nolint:gosec // what the format asks for
	"crypto/rc4" //nolint:gosec // what the format asks for
	"encoding/binary"
	"fmt"
	"strings"
)

// File returns a PDF of objects, numbered from 1, with a cross-reference table.
// Object 1 is the catalog. trailer is added to the trailer dictionary.
func File(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, xref)
	return b.Bytes()
}

// Stream returns a stream object with entries added to its dictionary.
func Stream(entries, data string) string {
	return fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(data), entries, data)
}

// FirstExtra is the number of the first object that Page and Pages get as extra.
const FirstExtra = 6

// Page returns a PDF of one page. attrs are entries of the page dictionary besides
// /Contents and /Resources; "" gives a MediaBox of 200 by 100 points.
// Font /F1 is Helvetica, /F2 Helvetica-Bold, /F3 the first extra object. resources are entries of the
// resource dictionary; extra objects are numbered from FirstExtra.
func Page(attrs, resources, content string, extra ...string) []byte {
	if attrs == "" {
		attrs = "/MediaBox[0 0 200 100]"
	}
	return File("", append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>/F3 6 0 R>>" + resources + ">>" + attrs + ">>",
		Stream("", content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
	}, extra...)...)
}

// Pages returns a PDF with a page for each content.
func Pages(contents ...string) []byte {
	var kids strings.Builder
	objects := []string{"", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"}
	for _, c := range contents {
		n := len(objects) + 1
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>", n+1),
			Stream("", c))
	}
	objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(contents))
	return File("", objects...)
}

// Text returns content that prints s at x, y in Helvetica of 10 points.
func Text(x, y int, s string) string {
	s = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
	return fmt.Sprintf("BT /F1 10 Tf %d %d Td (%s) Tj ET\n", x, y, s)
}

// padding fills passwords up to 32 bytes (ISO 32000-1, 7.6.3.3).
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// Encrypted returns a PDF of one page under 40-bit RC4. With an empty user password
// everybody may read it.
func Encrypted(user, owner, content string) []byte {
	pad := func(s string) []byte { return []byte((s + padding)[:32]) }
	crypt := func(key, data []byte) []byte {
		c, err := rc4.NewCipher(key)
		if err != nil {
			panic(err) // a key of no length: a mistake in this file
		}
		out := make([]byte, len(data))
		c.XORKeyStream(out, data)
		return out
	}
	const keyLen, contents = 5, 4
	ownerKey := md5.Sum(pad(owner))
	o := crypt(ownerKey[:keyLen], pad(user))
	const id = "0123456789abcdef"
	permissions := int32(-4)
	seed := append(pad(user), o...)
	seed = binary.LittleEndian.AppendUint32(seed, uint32(permissions))
	seed = append(seed, id...)
	sum := md5.Sum(seed)
	key := sum[:keyLen]
	u := crypt(key, []byte(padding))
	objKey := md5.Sum(append(append([]byte{}, key...), contents, 0, 0, 0, 0))
	content = string(crypt(objKey[:keyLen+5], []byte(content)))
	return File(fmt.Sprintf("/ID[<%x><%x>]/Encrypt 6 0 R", id, id),
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		Stream("", content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		fmt.Sprintf("<</Filter/Standard/V 1/R 2/O<%x>/U<%x>/P %d>>", o, u, permissions))
}

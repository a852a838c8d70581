// This file knows a PDF whose beginning is damaged by what comes later, and gives
// it a beginning, or an end, that the engine takes.

package pdf

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

const (
	// pdfHead is how many bytes may stand before the mark of a PDF, as its
	// specification allows.
	pdfHead = 1024
	// pdfFirst is how many letters of words may stand before the first object of a
	// PDF whose mark is lost and whose bytes could be a text's: a damaged mark has
	// three.
	pdfFirst = 4
	// pdfTail is how many bytes before the end the last startxref is looked for.
	pdfTail = 2048
)

var (
	pdfMark   = regexp.MustCompile(`%PDF-[12]\.\d\s`)
	pdfObject = regexp.MustCompile(`(?:^|[\r\n])\d{1,7} \d{1,5} obj\b[\s<\[(]`)
	// pdfMarked is the mark with what stands behind it in a file, and in no text
	// that speaks of PDFs: a comment of four letters beyond ASCII, or an object.
	pdfMarked = regexp.MustCompile(`%PDF-[12]\.\d[ \t]*[\r\n]+(?:%[^\r\n]*[\r\n]+)*\d{1,7} \d{1,5} obj\b`)
	pdfStart  = regexp.MustCompile(`startxref\s+(\d{1,10})`)
	pdfRoot   = regexp.MustCompile(`(\d{1,7}) (\d{1,5}) obj\s*<<[^>]{0,300}/Type\s*/Catalog\b`)
	pdfTable  = regexp.MustCompile(`[\r\n]xref\s+\d+ \d+`)
)

// looksLikePDF reports whether head is the beginning of a PDF, sound or with a
// mark that is displaced or destroyed.
func looksLikePDF(head []byte) bool {
	if bytes.Contains(head[:min(len(head), pdfHead)], []byte("%PDF-")) || pdfMarked.Match(head) {
		return true
	}
	at := pdfObject.FindIndex(head)
	if at == nil || !bytes.Contains(head, []byte("endobj")) && !bytes.Contains(head, []byte("stream")) {
		return false
	}
	letters := 0
	for _, c := range head[:at[0]] {
		if c |= 0x20; c >= 'a' && c <= 'z' {
			letters++
		}
	}
	return letters <= pdfFirst || source.CheckText(head) != nil
}

// mendHead gives a PDF a beginning if it has none that the engine takes, and
// says what was wrong; "" if nothing was. What is in the file stays where its
// table of objects says, as far as that can be told.
func mendHead(data []byte) (mended []byte, why string) {
	if bytes.Contains(data[:min(len(data), pdfHead)], []byte("%PDF-")) {
		return data, ""
	}
	const mark = "%PDF-1.7\n"
	head := data[:min(len(data), document.SniffLen)]
	first := pdfObject.FindIndex(head)
	if at := pdfMark.FindIndex(head); at != nil && (first == nil || at[0] < first[0]) {
		return data[at[0]:], strconv.Itoa(at[0]) + " bytes that are no part of it stand before its beginning"
	}
	if first == nil {
		return data, ""
	}
	const lost = "the mark it should begin with is missing or damaged"
	if short := pdfShift(data); short >= len(mark) && short <= pdfHead {
		pad := bytes.Repeat([]byte("%"), short)
		copy(pad, mark)
		pad[len(pad)-1] = '\n'
		return append(pad, data...), lost
	}
	if first[0] >= len(mark)-1 {
		return append([]byte(mark), data[len(mark):]...), lost
	}
	return append([]byte(mark), data...), lost // the engine looks for the objects itself
}

// pdfShift is how many bytes are missing before the last table of objects, by
// where the end of the file says that it begins; 0 if that cannot be told.
func pdfShift(data []byte) int {
	said := pdfStart.FindSubmatch(data[max(0, len(data)-pdfTail):])
	if said == nil {
		return 0
	}
	want, err := strconv.Atoi(string(said[1]))
	if err != nil {
		return 0
	}
	tables := pdfTable.FindAllIndex(data, -1)
	if len(tables) == 0 {
		return 0
	}
	return want - (tables[len(tables)-1][0] + 1)
}

// mendTail names the catalog of a PDF again, behind its end, so that the engine
// looks for the objects itself. nil is for files that this cannot help: they are
// cut, so that rows would be missing, or locked, or their catalog is lost.
func mendTail(data []byte) []byte {
	if !bytes.Contains(data[max(0, len(data)-pdfTail):], []byte("%%EOF")) || bytes.Contains(data, []byte("/Encrypt")) {
		return nil
	}
	all := pdfRoot.FindAllSubmatch(data, -1)
	if len(all) == 0 {
		return nil
	}
	root := all[len(all)-1]
	end := "\nendstream\nendobj\ntrailer\n<</Root " + string(root[1]) + " " + string(root[2]) + " R>>\nstartxref\n0\n%%EOF\n"
	return append(data[:len(data):len(data)], end...)
}

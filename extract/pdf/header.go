// This file recognises PDFs, damaged ones too, and repairs a beginning or an end that
// the engine does not accept.

package pdf

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

const (
	// maxMarkOffset is the largest number of bytes before the mark "%PDF-" that readers
	// accept (ISO 32000-1, annex H).
	maxMarkOffset = 1024
	// maxLettersBeforeObject is the largest number of letters before the first object
	// of a PDF whose mark is lost and whose bytes could be those of a text: a damaged
	// mark has three.
	maxLettersBeforeObject = 4
	// tailSize is the number of bytes at the end in which startxref is looked for.
	tailSize = 2048
)

var (
	markPattern   = regexp.MustCompile(`%PDF-[12]\.\d\s`)
	objectPattern = regexp.MustCompile(`(?:^|[\r\n])\d{1,7} \d{1,5} obj\b[\s<\[(]`)
	// markedPattern is the mark with what follows it in a file, but not in a text
	// about PDFs: a comment or an object.
	markedPattern    = regexp.MustCompile(`%PDF-[12]\.\d[ \t]*[\r\n]+(?:%[^\r\n]*[\r\n]+)*\d{1,7} \d{1,5} obj\b`)
	startxrefPattern = regexp.MustCompile(`startxref\s+(\d{1,10})`)
	catalogPattern   = regexp.MustCompile(`(\d{1,7}) (\d{1,5}) obj\s*<<[^>]{0,300}/Type\s*/Catalog\b`)
	xrefPattern      = regexp.MustCompile(`[\r\n]xref\s+\d+ \d+`)
)

// looksLikePDF reports whether head is the beginning of a PDF, sound or with a
// mark that is displaced or destroyed.
func looksLikePDF(head []byte) bool {
	if bytes.Contains(head[:min(len(head), maxMarkOffset)], []byte("%PDF-")) || markedPattern.Match(head) {
		return true
	}
	at := objectPattern.FindIndex(head)
	if at == nil || !bytes.Contains(head, []byte("endobj")) && !bytes.Contains(head, []byte("stream")) {
		return false
	}
	letters := 0
	for _, c := range head[:at[0]] {
		if c |= 0x20; c >= 'a' && c <= 'z' {
			letters++
		}
	}
	return letters <= maxLettersBeforeObject || source.CheckText(head) != nil
}

// repairHead returns data with a beginning that the engine accepts and what was wrong
// with it, "" for nothing. Objects keep the offsets that the file's table of objects
// gives, as far as these are known.
func repairHead(data []byte) (repaired []byte, why string) {
	if bytes.Contains(data[:min(len(data), maxMarkOffset)], []byte("%PDF-")) {
		return data, ""
	}
	const mark = "%PDF-1.7\n"
	head := data[:min(len(data), document.SniffLen)]
	first := objectPattern.FindIndex(head)
	if at := markPattern.FindIndex(head); at != nil && (first == nil || at[0] < first[0]) {
		return data[at[0]:], strconv.Itoa(at[0]) + " bytes that are not part of it come before its beginning"
	}
	if first == nil {
		return data, ""
	}
	const lost = "the mark it should begin with is missing or damaged"
	if short := missingBytes(data); short >= len(mark) && short <= maxMarkOffset {
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

// missingBytes returns how many bytes are missing before the last table of objects,
// compared with the offset at the end of the file; 0 if that is not known.
func missingBytes(data []byte) int {
	said := startxrefPattern.FindSubmatch(data[max(0, len(data)-tailSize):])
	if said == nil {
		return 0
	}
	want, err := strconv.Atoi(string(said[1]))
	if err != nil {
		return 0
	}
	tables := xrefPattern.FindAllIndex(data, -1)
	if len(tables) == 0 {
		return 0
	}
	return want - (tables[len(tables)-1][0] + 1)
}

// repairTail returns data with its catalog named again after its end, so that the
// engine looks for the objects itself. It returns nil for files that this cannot
// help: cut ones, whose rows would be missing, locked ones, and those without a
// catalog.
func repairTail(data []byte) []byte {
	if !bytes.Contains(data[max(0, len(data)-tailSize):], []byte("%%EOF")) || bytes.Contains(data, []byte("/Encrypt")) {
		return nil
	}
	all := catalogPattern.FindAllSubmatch(data, -1)
	if len(all) == 0 {
		return nil
	}
	root := all[len(all)-1]
	end := "\nendstream\nendobj\ntrailer\n<</Root " + string(root[1]) + " " + string(root[2]) + " R>>\nstartxref\n0\n%%EOF\n"
	return append(data[:len(data):len(data)], end...)
}

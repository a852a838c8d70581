// This file turns the issues that a reader reported into findings, so that one list
// has everything that a user should know.

package normalize

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// readPass is the name under which issues of readers are listed among the findings.
const readPass = "read"

// issueLevels are the levels of the issues that are not doubts: text kept aside on
// purpose (a note), and text that no row has (a fault).
var issueLevels = map[string]records.Level{
	document.CodeAttachedFiles:   records.Noted,
	document.CodeCodeBlock:       records.Noted,
	document.CodeFewerPages:      records.Noted,
	document.CodeNoSecondReading: records.Noted,
	document.CodeHTMLHidden:      records.Noted,
	document.CodeHTMLUnclosed:    records.Noted,
	document.CodePicture:         records.Noted,
	document.CodeProtected:       records.Noted,
	document.CodeDocumentCut:     records.Fault,
	document.CodePortfolio:       records.Fault,
	document.CodeNoTextLayer:     records.Fault,
	document.CodePageUnreadable:  records.Fault,
}

// maxIssuesOfCode is the largest number of issues of one code that become separate
// findings: a page with a thousand icons needs one line about them.
const maxIssuesOfCode = 20

// issueFindings turns the issues of a document into findings, in their order.
func issueFindings(doc *document.Document) []records.Finding {
	var found []records.Finding
	count := map[string]int{}
	last := map[string]int{} // code -> its last finding
	for _, is := range doc.Issues {
		level, ok := issueLevels[is.Code]
		if !ok {
			level = records.Doubt
		}
		count[is.Code]++
		if n := count[is.Code]; n > maxIssuesOfCode {
			f := &found[last[is.Code]]
			f.Why = strconv.Itoa(n-maxIssuesOfCode+1) + " more like this: " + is.Why
			continue
		}
		why := is.Why
		if is.Text != "" && count[is.Code] < maxIssuesOfCode {
			why += ": " + "\"" + beginning(is.Text) + "\""
		}
		last[is.Code] = len(found)
		found = append(found, records.Finding{Pass: readPass, Code: is.Code, Level: level, At: is.At, Why: why})
	}
	return found
}

// maxQuoted is how many letters of a printed text a sentence quotes: half a line.
const maxQuoted = 60

// beginning returns text on one line, cut where it is long.
func beginning(text string) string {
	const enough = 16 * maxQuoted // bytes; an issue may hold the rest of a long document
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "")
	}
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > maxQuoted {
		runes = append(runes[:maxQuoted-1], '…')
	}
	return string(runes)
}

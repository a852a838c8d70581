// This file reports what a PDF holds besides its pages: attached files, forms whose
// pages Acrobat makes, rights, damage.

package pdf

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

const (
	// maxNames is the largest number of attached files that an Issue names.
	maxNames = 10
	// maxCoverPages is the largest number of pages of a portfolio: a cover, seldom
	// with a back.
	maxCoverPages = 2
)

// fileIssues reports what a PDF holds besides its pages.
func fileIssues(d *openFile) (issues []document.Issue) {
	add := func(code, why string, args ...any) {
		issues = append(issues, document.Issue{Code: code, Why: fmt.Sprintf(why, args...)})
	}
	if names := d.Attachments(); len(names) > 0 {
		issues = append(issues, document.Issue{
			Code: document.CodeAttachedFiles, Text: strings.Join(names, ", "),
			Why: counted(len(names), "file is attached to this one and was", "files are attached to this one and were") + " not read: save and read what is wanted of them",
		})
	}
	if _, dynamic := d.XFA(); dynamic {
		add(document.CodeDynamicForm, "a dynamic form (XFA): its file holds a notice and no pages, which only Acrobat makes; open it there, print it as a PDF and read that")
	}
	if d.NoCopy() {
		add(document.CodeProtected, "its owner's password forbids to copy its text, but it opens without one; it was read")
	}
	switch {
	case d.why != "":
		add(document.CodeDamagedFile, "the file is damaged: %s; it was read all the same", d.why)
	case d.Rebuilt():
		add(document.CodeDamagedFile, "the file is damaged: its table of objects is wrong, and they were looked for all over the file; pages may be missing or old ones")
	}
	if said := d.SaysPages(); said > d.NumPages() {
		add(document.CodePageCut, "the document says it has %d pages; no more than %d are read", said, d.NumPages())
	}
	return issues
}

// reportElsewhere adds an Issue to a document without tables or lists whose tables
// are in the files of a portfolio, or in a form that Acrobat fills.
func reportElsewhere(doc *document.Document, d *openFile) {
	if slices.ContainsFunc(doc.Blocks, isTableOrList) {
		return
	}
	form, dynamic := d.XFA()
	if form && !dynamic && len(doc.Pages) <= maxCoverPages {
		doc.Issues = append(doc.Issues, document.Issue{Code: document.CodeDynamicForm, Why: "a form (XFA) without a table on its pages: Acrobat may show others; open it there, print it as a PDF and read that"})
	}
	names := d.Attachments()
	// The catalog of a portfolio has a collection. It may be compressed; the kinds of
	// files and a short cover show a portfolio then.
	portfolio := bytes.Contains(d.data, []byte("/Collection")) || len(doc.Pages) <= maxCoverPages && slices.ContainsFunc(names, isDocument)
	if len(names) == 0 || !portfolio {
		return
	}
	i := slices.IndexFunc(doc.Issues, func(is document.Issue) bool { return is.Code == document.CodeAttachedFiles })
	doc.Issues[i] = document.Issue{Code: document.CodePortfolio, Why: portfolioWhy("a portfolio: its pages are but a cover", names)}
}

// portfolioWhy returns the message for a file whose contents are in files inside it:
// what it is, their names, and what to do.
func portfolioWhy(what string, names []string) string {
	listed := strings.Join(names[:min(len(names), maxNames)], ", ")
	if more := len(names) - maxNames; more > 0 {
		listed += fmt.Sprintf(" and %d more", more)
	}
	return what + ", and " + counted(len(names), "file inside it was", "files inside it were") +
		" not read (" + listed + "); save what is wanted from a PDF viewer and read it on its own"
}

// counted returns a number with what it counts.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func isTableOrList(b document.Block) bool {
	switch b.(type) {
	case *document.Table, *document.List:
		return true
	}
	return false
}

// isDocument reports whether a file is a text or a table, by its name.
func isDocument(name string) bool {
	return slices.Contains([]string{
		".pdf", ".xlsx", ".xls", ".xlsm", ".ods", ".csv", ".docx", ".doc", ".odt", ".rtf",
		".html", ".htm", ".txt", ".md", ".pptx", ".ppt",
	}, strings.ToLower(path.Ext(name)))
}

// This file reads what a document says about itself: attached files, forms, rights,
// and whether its table of objects is sound.

package pdfium

// maxAttachments is the largest number of names that Attachments returns.
const maxAttachments = 100

// Attachments returns the names of the files attached to the document, as in a portfolio.
func (d *Doc) Attachments() (names []string) {
	var err error
	g := d.g
	defer g.rescue(&err)
	n := min(g.callInt("FPDFDoc_GetAttachmentCount", d.doc), maxAttachments)
	for i := 0; i < n; i++ {
		name := ""
		if a := g.call("FPDFDoc_GetAttachment", d.doc, uint64(i)); a != 0 {
			name = g.text16(g.fn("FPDFAttachment_GetName"), a)
		}
		names = append(names, name)
	}
	return names
}

// XFA reports whether the document holds a form of Acrobat's own format, and whether
// that form makes the pages, so that those in the file are only a notice.
func (d *Doc) XFA() (form, dynamic bool) {
	const full, foreground = 2, 3 // FORMTYPE_XFA_*
	var err error
	defer d.g.rescue(&err)
	t := d.g.callInt("FPDF_GetFormType", d.doc)
	return t == full || t == foreground, t == full
}

// NoCopy reports whether the document opened without its owner's password and forbids
// copying its text.
func (d *Doc) NoCopy() (no bool) {
	const copying = 1 << 4 // bit 5, ISO 32000-1 table 22
	var err error
	defer d.g.rescue(&err)
	return d.g.callInt("FPDF_GetSecurityHandlerRevision", d.doc) > 0 &&
		d.g.call("FPDF_GetDocPermissions", d.doc)&copying == 0
}

// Rebuilt reports whether the table of objects was damaged, so that PDFium searched
// the whole file for objects.
func (d *Doc) Rebuilt() (yes bool) {
	var err error
	defer d.g.rescue(&err)
	return d.g.callInt("FPDF_DocumentHasValidCrossReferenceTable", d.doc) == 0
}

// This file opens a PDF, goes through the pages that are wanted, and says of
// each what the engine could not read. What the glyphs mean is pdf.go's part.

package pdf

import (
	"errors"
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/pdf/internal/pdfium"
)

// PreparePDF starts the PDF engine, which otherwise the first PDF does. The
// first start on a machine takes some seconds; preparing, if not nil, is called
// before it. cacheDir is where the compiled engine is kept: "" is in the user's
// cache directory, "off" is nowhere. Only the first call of a process counts.
func Prepare(cacheDir string, preparing func()) error {
	_, err := pdfium.Shared(pdfium.Config{CacheDir: cacheDir, Preparing: preparing})
	return err
}

// PDFPrepared reports whether cacheDir, as for PreparePDF, holds the compiled
// engine already.
func Prepared(cacheDir string) bool { return pdfium.Prepared(cacheDir) }

// PDFKeeps reports whether the compiled engine can be kept in cacheDir, as for
// PreparePDF; where not, every process compiles it again.
func Keeps(cacheDir string) bool { return pdfium.Keeps(cacheDir) }

// A pdfFile is an open PDF with its bytes as the engine got them.
type pdfFile struct {
	*pdfium.Doc
	data []byte
	why  string // what was mended before the engine took it
}

// openPDF opens data with the process's engine.
func openPDF(data []byte, opt document.Options) (*pdfFile, error) {
	eng, err := pdfium.Shared(pdfium.Config{})
	if err != nil {
		return nil, err
	}
	f := &pdfFile{}
	f.data, f.why = mendHead(data)
	f.Doc, err = eng.Open(f.data, opt.Password)
	if errors.Is(err, pdfium.ErrPassword) && opt.Password != "" {
		// One password is given for many files, and not all of them need it.
		if open, openErr := eng.Open(f.data, ""); openErr == nil {
			f.Doc, err = open, nil
		}
	}
	if errors.Is(err, pdfium.ErrFormat) || err == nil && f.NumPages() < 1 {
		f.tryTail(eng)
	}
	switch {
	case f.Doc != nil && f.NumPages() > 0:
		return f, nil
	case errors.Is(err, pdfium.ErrPassword) && opt.Password == "":
		return nil, fmt.Errorf("%w: a password is needed; give it with --password or PRESSOIR_PDF_PASSWORD", document.ErrPassword)
	case errors.Is(err, pdfium.ErrPassword):
		return nil, fmt.Errorf("%w: the password given does not open it", document.ErrPassword)
	case err != nil:
		return nil, err
	}
	defer f.Close()
	if names := f.Attachments(); len(names) > 0 {
		return nil, errors.New(portfolioWhy("it has no pages", names))
	}
	return nil, f.WhyNoPages(f.data)
}

// tryTail opens a file anew whose table of objects leads nowhere, if that gives
// pages.
func (f *pdfFile) tryTail(eng *pdfium.Engine) {
	mended := mendTail(f.data)
	if mended == nil {
		return
	}
	d, err := eng.Open(mended, "")
	if err != nil {
		return
	}
	if d.NumPages() < 1 {
		d.Close()
		return
	}
	if f.Doc != nil {
		f.Close()
	}
	f.Doc, f.data = d, mended
	f.why = "its table of objects leads nowhere, and they were looked for all over the file; pages may be missing or old ones"
}

// eachPDFPage gives the pages that opt asks for to each, in order, with their
// sizes in doc.Pages and what the engine could not read in doc.Issues. A page
// that cannot be read at all is an Issue and is not given; it is an error if
// that is true of all of them. It stops at an error of each, and where the
// engine itself gives up.
func eachPDFPage(doc *document.Document, d *pdfFile, opt document.Options, each func(*ink.Page) error) error {
	wanted, err := wantedPages(opt.Pages, d.NumPages())
	if err != nil {
		return err
	}
	doc.Issues = append(doc.Issues, fileIssues(d)...)
	for _, r := range opt.Pages {
		if r.To > d.NumPages() {
			doc.Issues = append(doc.Issues, document.Issue{Code: "fewer-pages", Why: fmt.Sprintf("pages up to %d are wanted; the document has %d", r.To, d.NumPages())})
			break
		}
	}
	failed := 0 // pages one after another
	for i, n := range wanted {
		p, err := d.Page(n)
		if err != nil {
			if len(wanted) == 1 {
				return err
			}
			doc.Issues = append(doc.Issues, document.Issue{At: document.Pos{Page: int32(n)}, Code: "page-unreadable", Why: err.Error()})
			if err := d.Broken(); err != nil {
				return err
			}
			if failed++; failed == maxFailed && i+1 < len(wanted) {
				doc.Issues = append(doc.Issues, document.Issue{At: document.Pos{Page: int32(n)}, Code: "page-unreadable", Why: fmt.Sprintf("%d pages in a row cannot be read: the %d after them were not tried", failed, len(wanted)-i-1)})
				break
			}
			continue
		}
		failed = 0
		w, h := p.DisplayedSize()
		doc.Pages = append(doc.Pages, document.Page{Number: n, Width: w, Height: h})
		doc.Issues = append(doc.Issues, pageIssues(p)...)
		doc.Issues = append(doc.Issues, takeUnseen(p)...)
		if err := each(p); err != nil {
			return err
		}
	}
	if len(doc.Pages) == 0 {
		return fmt.Errorf("none of %d pages can be read: %s", len(wanted), doc.Issues[len(doc.Issues)-1].Why)
	}
	return nil
}

// maxFailed is how many pages in a row may be unreadable before the rest is
// given up: a damaged count promises pages by the thousand that are not there.
const maxFailed = 200

// wantedPages lists the pages of ranges, in order and each once; all of n if
// there are no ranges.
func wantedPages(ranges []document.Range, n int) ([]int, error) {
	take := make([]bool, n)
	for i := range take {
		take[i] = len(ranges) == 0
	}
	for _, r := range ranges {
		to := r.To
		if to == 0 {
			to = n
		}
		if r.From < 1 || to < r.From && r.To != 0 {
			return nil, fmt.Errorf("pages %d-%d: no such range; pages count from 1", r.From, r.To)
		}
		if r.From > n {
			return nil, fmt.Errorf("page %d is wanted; the document has %d", r.From, n)
		}
		for p := r.From; p <= min(to, n); p++ {
			take[p-1] = true
		}
	}
	var pages []int
	for i, t := range take {
		if t {
			pages = append(pages, i+1)
		}
	}
	return pages, nil
}

const (
	// fewLetters is how many letters may stand beside a picture that fills the
	// page, as a page number or a scanner's stamp does, for the page to count
	// as a scan.
	fewLetters = 30
	// pageFilled is the share of the page that pictures cover on a scan.
	pageFilled = 0.7
	// pictureSeen is the share of an otherwise empty page that a picture covers
	// if it is more than a logo.
	pictureSeen = 0.05
	// drawnLetters is how many curved or slanted shapes on a page without
	// letters are taken for letters drawn as outlines: a line of text has some
	// hundred, a logo a few dozen.
	drawnLetters = 100
)

// pageIssues says what of a page is not in its glyphs.
func pageIssues(p *ink.Page) []document.Issue {
	at := document.Pos{Page: int32(p.Number)}
	var issues []document.Issue
	add := func(code, why string, args ...any) {
		issues = append(issues, document.Issue{At: at, Code: code, Why: fmt.Sprintf(why, args...)})
	}
	for _, n := range p.Notes {
		add("page-cut", "%s", n)
	}
	var letters, hidden, unknown int
	for i := range p.Glyphs {
		switch g := &p.Glyphs[i]; {
		case g.Rune == ' ' || g.Rune == '\u00a0':
			continue
		case g.Mode == invisible:
			hidden++
		case g.Rune == '\uFFFD' || g.Rune >= 0xe000 && g.Rune < 0xf900:
			unknown++
		}
		letters++
	}
	covered := coverage(p)
	switch {
	case letters == 0 && covered >= pageFilled:
		add("no-text-layer", "no text layer: the page is a picture (a scan?); its text was not read")
	case letters == 0 && p.Shapes >= drawnLetters:
		add("no-text-layer", "no text layer: letters are drawn as shapes; their text was not read")
	case letters == 0 && covered >= pictureSeen:
		add("no-text-layer", "no text layer: the page holds only pictures; text in them was not read")
	case letters < fewLetters && covered >= pageFilled:
		add("no-text-layer", "the page is a picture with %d letters beside it (a scan?); text in the picture was not read", letters)
	case p.Covered && letters >= fewLetters:
		add("recognised-text", "the text lies under a picture that fills the page: it may come from text recognition, and its letters and figures may be misread")
	case hidden*10 > letters*9 && covered >= pageFilled:
		add("recognised-text", "the text lies unseen over a picture: it comes from text recognition, and its letters and figures may be misread")
	case hidden >= fewLetters:
		add("hidden-text", "%d of %d letters are printed without ink, and no picture under them shows what they say; they were read like the others", hidden, letters)
	case unknown*5 > letters && letters > 0:
		add("unreadable-font", "%d of %d letters have no known meaning: the file's fonts do not say which letters they draw", unknown, letters)
	}
	return issues
}

// invisible is the text render mode that paints nothing.
const invisible = 3

// coverage is the share of the page that pictures cover, at most 1; pictures
// that overlap count twice.
func coverage(p *ink.Page) float32 {
	area := p.Width * p.Height
	if area <= 0 {
		return 0
	}
	var sum float32
	for _, b := range p.Images {
		sum += (b.X1 - b.X0) * (b.Y1 - b.Y0)
	}
	return min(1, sum/area)
}

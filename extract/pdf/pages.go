// This file opens a PDF, goes through the pages that are wanted, and reports what
// the engine could not read of each. read.go makes blocks of them.

package pdf

import (
	"errors"
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/pdf/internal/pdfium"
)

// An openFile is an open PDF with its bytes as the engine got them.
type openFile struct {
	*pdfium.Doc
	data []byte
	why  string // what was repaired before the engine accepted it, "" for nothing
}

// open opens data with the process's engine, which it starts if need be.
func open(data []byte, opt document.Options) (*openFile, error) {
	eng, err := pdfium.Shared(pdfium.Config{})
	if err != nil {
		return nil, err
	}
	f := &openFile{}
	f.data, f.why = repairHead(data)
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

// tryTail opens a file whose table of objects leads nowhere again, without the
// table, if that gives pages.
func (f *openFile) tryTail(eng *pdfium.Engine) {
	repaired := repairTail(f.data)
	if repaired == nil {
		return
	}
	d, err := eng.Open(repaired, "")
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
	f.Doc, f.data = d, repaired
	f.why = "its table of objects leads nowhere, and they were looked for all over the file; pages may be missing or old ones"
}

// eachPage calls each with the pages that opt asks for, in order. It adds their
// sizes to doc.Pages and what the engine could not read to doc.Issues. A page that
// cannot be read at all becomes an Issue; it is an error if that is true of all of
// them. eachPage stops at an error of each, and when the engine gives up.
func eachPage(doc *document.Document, d *openFile, opt document.Options, each func(*ink.Page) error) error {
	wanted, err := wantedPages(opt.Pages, d.NumPages())
	if err != nil {
		return err
	}
	doc.Issues = append(doc.Issues, fileIssues(d)...)
	for _, r := range opt.Pages {
		if r.To > d.NumPages() {
			doc.Issues = append(doc.Issues, document.Issue{Code: document.CodeFewerPages, Why: fmt.Sprintf("pages up to %d are wanted; the document has %d", r.To, d.NumPages())})
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
			doc.Issues = append(doc.Issues, document.Issue{At: document.Pos{Page: int32(n)}, Code: document.CodePageUnreadable, Why: err.Error()})
			if err := d.Broken(); err != nil {
				return err
			}
			if failed++; failed == maxFailed && i+1 < len(wanted) {
				doc.Issues = append(doc.Issues, document.Issue{At: document.Pos{Page: int32(n)}, Code: document.CodePageUnreadable, Why: fmt.Sprintf("%d pages in a row cannot be read: the %d after them were not tried", failed, len(wanted)-i-1)})
				break
			}
			continue
		}
		failed = 0
		w, h := p.DisplayedSize()
		doc.Pages = append(doc.Pages, document.Page{Number: n, Width: w, Height: h})
		doc.Issues = append(doc.Issues, pageIssues(p)...)
		doc.Issues = append(doc.Issues, removeUnseen(p)...)
		if err := each(p); err != nil {
			return err
		}
	}
	if len(doc.Pages) == 0 {
		return fmt.Errorf("none of %d pages can be read: %s", len(wanted), doc.Issues[len(doc.Issues)-1].Why)
	}
	return nil
}

// maxFailed is the number of unreadable pages in a row after which the rest is not
// tried: a damaged page count promises thousands of pages that do not exist.
const maxFailed = 200

// wantedPages returns the numbers of the pages in ranges, sorted and each once, or
// of all n pages if there are no ranges.
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
	// minPageLetters is the least number of letters on a page that is more than a
	// scan with a page number or a scanner's stamp beside the picture.
	minPageLetters = 30
	// minScanShare is the least share of the page that pictures cover on a scan.
	minScanShare = 0.7
	// minPictureShare is the least share of an otherwise empty page that a picture
	// covers if it is more than a logo.
	minPictureShare = 0.05
	// minDrawnShapes is the least number of curved or slanted shapes on a page
	// without letters that are taken for letters drawn as outlines: a line of text
	// has some hundred, a logo a few dozen.
	minDrawnShapes = 100
	// maxUnknownShare is the largest share of letters without a known meaning before
	// the font counts as unreadable.
	maxUnknownShare = 0.2
	// minHiddenShare is the share of letters without ink above which the text of a
	// scan comes from text recognition.
	minHiddenShare = 0.9
)

// pageIssues reports what of a page is not in its glyphs.
func pageIssues(p *ink.Page) []document.Issue {
	at := document.Pos{Page: int32(p.Number)}
	var issues []document.Issue
	add := func(code, why string, args ...any) {
		issues = append(issues, document.Issue{At: at, Code: code, Why: fmt.Sprintf(why, args...)})
	}
	for _, n := range p.Notes {
		add(document.CodePageCut, "%s", n)
	}
	letters, hidden, unknown := countLetters(p)
	covered := coverage(p)
	switch {
	case letters == 0 && covered >= minScanShare:
		add(document.CodeNoTextLayer, "no text layer: the page is a picture (a scan?); its text was not read")
	case letters == 0 && p.Shapes >= minDrawnShapes:
		add(document.CodeNoTextLayer, "no text layer: letters are drawn as shapes; their text was not read")
	case letters == 0 && covered >= minPictureShare:
		add(document.CodeNoTextLayer, "no text layer: the page holds only pictures; text in them was not read")
	case letters < minPageLetters && covered >= minScanShare:
		add(document.CodeNoTextLayer, "the page is a picture with %d letters beside it (a scan?); text in the picture was not read", letters)
	case p.Covered && letters >= minPageLetters:
		add(document.CodeRecognisedText, "the text lies under a picture that fills the page: it may come from text recognition, and its letters and figures may be misread")
	case float64(hidden) > minHiddenShare*float64(letters) && covered >= minScanShare:
		add(document.CodeRecognisedText, "the text lies unseen over a picture: it comes from text recognition, and its letters and figures may be misread")
	case hidden >= minPageLetters:
		add(document.CodeHiddenText, "%d of %d letters are printed without ink, and no picture under them shows what they say; they were read like the others", hidden, letters)
	case float64(unknown) > maxUnknownShare*float64(letters) && letters > 0:
		add(document.CodeUnreadableFont, "%d of %d letters have no known meaning: the file's fonts do not say which letters they draw", unknown, letters)
	}
	return issues
}

// countLetters counts the glyphs of a page that are not blank: all of them, those
// printed without ink, and those whose font does not say what they mean.
func countLetters(p *ink.Page) (letters, hidden, unknown int) {
	for i := range p.Glyphs {
		switch g := &p.Glyphs[i]; {
		case g.Rune == ' ' || g.Rune == '\u00a0':
			continue
		case g.Mode == ink.Invisible:
			hidden++
		case g.Rune == '\uFFFD' || g.Rune >= 0xe000 && g.Rune < 0xf900: // replaced, or private use
			unknown++
		}
		letters++
	}
	return letters, hidden, unknown
}

// coverage returns the share of the page that pictures cover, at most 1; pictures
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

// Pictures of pages, as a reader of the PDF sees them.

package pdf

import (
	"image"

	"github.com/pressoir/pressoir/extract/document"
)

// Pictures calls each with a picture of every page that opt asks for, in their order,
// until it returns an error. The pictures are as displayed, at dpi pixels an inch, less
// for pages that would have more than 40 million pixels. A page that cannot be drawn is
// left out.
func Pictures(data []byte, opt document.Options, dpi float64, each func(page int, picture image.Image) error) error {
	f, err := open(data, opt)
	if err != nil {
		return err
	}
	defer f.Close()
	wanted, err := wantedPages(opt.Pages, f.NumPages())
	if err != nil {
		return err
	}
	for _, n := range wanted {
		img, err := f.Picture(n, dpi)
		if err != nil {
			if f.Broken() != nil {
				return f.Broken()
			}
			continue
		}
		if err := each(n, img); err != nil {
			return err
		}
	}
	return nil
}

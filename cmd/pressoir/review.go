// pressoir review: the release and its rows side by side, as a page for the browser.

package main

import (
	"context"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/pdf"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/output/review"
	"github.com/spf13/cobra"
)

func newReview() *cobra.Command {
	var lang string
	var open bool
	cmd := &cobra.Command{
		Use:   "review FILE... -o page.html",
		Short: "Write a page on which the release and its rows are side by side",
		Long: `Review writes one HTML file that needs nothing else: left the release as printed (of
a PDF pictures of its pages), right the announced figures with their verdicts, the
findings, and the records. A click on a record lights its place, and the other way
round; n and p go from doubt to doubt. Several documents go to a folder, one page each.`,
		Example: `  pressoir review release.pdf -o review.html
  pressoir review release.md -o review.html --open --lang fr
  pressoir review releases/ -o pages/`,
		Args: files,
	}
	read := readFlags(cmd)
	read.passFlags(cmd)
	write := writeFlags(cmd)
	in := inputFlags(cmd)
	cmd.Flags().StringVar(&lang, "lang", "", "language of the page's own words: en, fr (default: that of the locale)")
	cmd.Flags().BoolVar(&open, "open", false, "open the page in the browser")
	_ = cmd.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"en", "fr"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch lang {
		case "":
			lang = localeLanguage()
		case "en", "fr":
		default:
			return usagef("--lang %s: want en or fr", lang)
		}
		if err := read.prepare(); err != nil {
			return err
		}
		set, err := in.find(args, write.path, in.fetch(cmd.Context(), ""))
		if err != nil {
			return err
		}
		if err := write.prepare(set); err != nil {
			return err
		}
		if !set.Single && !write.folder {
			return usagef("a page shows one document; name a folder for several: -o pages/")
		}
		if open && (write.folder || write.path == "-") {
			return usagef("--open needs the file that it opens: -o page.html")
		}
		j := job[*reviewed]{
			inputs: set, dest: write, ext: ".html", read: read.reviewed,
			seen:  func(string, *reviewed) {},
			count: func(v *reviewed) (int, int) { return countResult(v.res) },
			print: func(w io.Writer, docs []*reviewed) error {
				for _, v := range docs {
					if err := review.Write(w, v.res, review.Options{Lang: lang, Pictures: v.pictures}); err != nil {
						return err
					}
				}
				return nil
			},
		}
		if err := j.run(cmd.Context()); err != nil || !open {
			return err
		}
		return openInBrowser(write.path)
	}
	return cmd
}

// A reviewed document has what its page shows.
type reviewed struct {
	res      *normalize.Result
	pictures []review.Picture
}

// reviewed reads a source and mends it, keeps what is printed, and draws its pages.
func (r *reading) reviewed(ctx context.Context, src *sources.Source) (*reviewed, error) {
	data, err := r.input(ctx, src)
	if err != nil {
		return nil, err
	}
	doc, err := r.documentOf(ctx, src.Name, data)
	if err != nil {
		return nil, err
	}
	return guarded(ctx, src.Name, r.timeout, func() (*reviewed, error) {
		v := &reviewed{}
		var err error
		if v.res, err = normalize.Normalize(doc, normalize.Options{Skip: r.skip, Profile: r.profile.of(doc)}); err != nil {
			return nil, err
		}
		if extract.Isolate(src.Name, data, r.opt) {
			v.pictures, err = pagePictures(data, r.opt, len(doc.Pages))
		}
		return v, err
	})
}

// pagePictures draws the pages of a PDF. The engine runs in this process, confined to
// its own memory, as for inspect.
func pagePictures(data []byte, opt document.Options, pages int) (pictures []review.Picture, err error) {
	if err := pdf.Prepare(cacheDir(), sayPreparing); err != nil {
		return nil, err
	}
	err = pdf.Pictures(data, opt, picturesDPI(pages), func(page int, img image.Image) error {
		kind, data, err := encodePicture(img, picturesBudget/max(pages, 1))
		if err != nil {
			return err
		}
		pictures = append(pictures, review.Picture{Page: page, Type: kind, Data: data})
		return nil
	})
	return pictures, err
}

// localeLanguage returns the language of the messages of the user's locale, English
// for those that the page does not speak.
func localeLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(v, "fr") {
				return "fr"
			}
			return "en"
		}
	}
	return "en"
}

// openInBrowser opens a file with the program that the system uses for pages.
func openInBrowser(path string) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	}
	if err := exec.Command(name, args...).Start(); err != nil {
		return fmt.Errorf("%s is written, but %s does not start: %w", path, name, err)
	}
	return nil
}

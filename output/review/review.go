// The page as a whole: its parts, its policy, its languages.

package review

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"sync"

	"github.com/pressoir/pressoir/normalize"
)

// Options say how to write the page. The zero value is a page in English without
// pictures.
type Options struct {
	Lang     string    // "en" or "fr", of the page's own words
	Pictures []Picture // of the pages of a PDF, in their order
}

// A Picture is a page as an image.
type Picture struct {
	Page int    // number of the page, from 1
	Type string // "image/jpeg"
	Data []byte
}

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// pageTemplate is parsed at its first use: most runs write no page.
var pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageHTML)) })

// Write writes the page of res.
func Write(w io.Writer, res *normalize.Result, opt Options) error {
	words, err := wordsOf(opt.Lang)
	if err != nil {
		return err
	}
	p := newPage(res, opt, words)
	css := pageCSS + p.css()
	p.Style = template.CSS(css)
	p.Script = template.JS(pageJS)
	p.Policy = fmt.Sprintf("default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'",
		hashOf(css), hashOf(pageJS))
	bw := bufio.NewWriterSize(w, 64<<10)
	if err := pageTemplate().Execute(bw, p); err != nil {
		return err
	}
	return bw.Flush()
}

// hashOf returns the source expression of a Content-Security-Policy that allows text.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

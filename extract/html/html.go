// The reader: bytes become a parsed page.

package html

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"sync"

	"github.com/PuerkitoBio/goquery"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/describe"
	"github.com/pressoir/pressoir/extract/internal/source"
	"golang.org/x/net/html"
)

// Reader reads HTML and XHTML pages.
var Reader = document.Reader{
	Name:       "html",
	Extensions: []string{".html", ".htm", ".xhtml", ".xht"},
	Match:      match,
	Read:       read,
}

// pageStarts are the tags that begin a page. A fragment ("<table>", "<p>") may also
// begin a Markdown file, so it is HTML only if the file's name says that.
var pageStarts = []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<!doctype xhtml"}

// fragmentStarts are the tags with which a part of a page may begin, as it is piped in.
var fragmentStarts = []string{
	"<table", "<div", "<section", "<article", "<main", "<p", "<h1", "<h2", "<h3", "<h4", "<ul", "<ol", "<dl", "<style", "<center",
}

// markdownLines are what lines of Markdown begin with, which may hold tags too.
var markdownLines = []string{"\n#", "\n|", "\n- ", "\n* ", "\n```", "\n> "}

// isFragment reports whether text is a part of a page: it begins with a tag, closes one,
// and no line is Markdown.
func isFragment(text string) bool {
	if !startsWithTag(text, fragmentStarts) || !strings.Contains(text, "</") {
		return false
	}
	for _, line := range markdownLines {
		if strings.Contains(text, line) {
			return false
		}
	}
	return true
}

// startsWithTag reports whether text begins with one of the tags, given in small letters.
func startsWithTag(text string, tags []string) bool {
	for _, tag := range tags {
		if len(text) >= len(tag) && strings.EqualFold(text[:len(tag)], tag) && (len(text) == len(tag) || !isTagLetter(text[len(tag)])) {
			return true
		}
	}
	return false
}

func isTagLetter(c byte) bool { return source.IsASCIILetter(c) || c >= '0' && c <= '9' || c == '-' }

// match reports whether head begins like an HTML page: with a doctype or one of the
// outer tags, perhaps after blanks, comments and an XML declaration; or like a part of
// one without anything of Markdown.
func match(head []byte) bool {
	text := string(head)
	if len(head) > 2 && (head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF || head[0] == 0 || head[1] == 0) {
		text = strings.ReplaceAll(text, "\x00", "") // UTF-16: the tags are ASCII
		text = strings.TrimPrefix(strings.TrimPrefix(text, "\xFF\xFE"), "\xFE\xFF")
	}
	text = strings.TrimPrefix(text, "\xEF\xBB\xBF")
	for {
		text = strings.TrimLeft(text, " \t\r\n\f")
		var end string
		switch {
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case strings.HasPrefix(text, "<?xml"):
			end = "?>"
		default:
			return startsWithTag(text, pageStarts) || isFragment(text)
		}
		i := strings.Index(text, end)
		if i < 0 {
			return false
		}
		text = text[i+len(end):]
	}
}

// maxCharsetScan is the largest number of bytes searched for a declared encoding.
// The standard says 1024; pages with long comments need more.
const maxCharsetScan = 4096

// encodingPattern matches the declaration of an encoding.
var encodingPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})["']`)
})

// declaredEncoding returns the encoding that the page declares, "" if none.
func declaredEncoding(data []byte) string {
	m := encodingPattern().FindSubmatch(data[:min(len(data), maxCharsetScan)])
	if m == nil {
		return ""
	}
	return string(bytes.Join(m[1:], nil))
}

// read is the Read of Reader.
func read(doc *document.Document, data []byte, _ document.Options) error {
	text, encoding, issues, err := source.Decode(data, declaredEncoding(data))
	if err != nil {
		return err
	}
	doc.Encoding = encoding
	doc.Issues = append(doc.Issues, issues...)
	root, aside := parse(doc, text, 1)
	page := goquery.NewDocumentFromNode(root)
	w := newWalker(doc, page, 1)
	w.aside = aside
	w.page(page)
	if doc.Language = describe.Language(doc); doc.Language == "" {
		// Less sure than the words: many pages have the lang of their template.
		lang := strings.TrimSpace(page.Find("html").First().AttrOr("lang", ""))
		doc.Language, _, _ = strings.Cut(strings.ToLower(lang), "-")
	}
	return nil
}

// ReadFragment appends to doc the blocks of a piece of HTML inside another document,
// such as a table in a Markdown file. line is the 1-based line of its first
// character. A fragment has no page around it, so none is looked for.
func ReadFragment(doc *document.Document, fragment string, line int) {
	root, aside := parse(doc, fragment, line)
	page := goquery.NewDocumentFromNode(root)
	w := newWalker(doc, page, line)
	w.aside = aside
	w.fragment = true
	w.page(page)
}

// safeDepth is the depth to which elements are kept in a page that nests deeper than
// the parser allows (512). Pages nest some 40 deep; the rest is room for elements
// that the parser adds.
const safeDepth = 200

// parse parses text as browsers do. A page that nests too deep for the parser is
// read without its innermost tags; one that still cannot be parsed is read as bare
// text. Both are reported, and no letter is lost. The rows of long tables are
// returned separately.
func parse(doc *document.Document, text string, line int) (*html.Node, []*longRows) {
	for _, depth := range []int{0, safeDepth} {
		s := newStamper(text, line, depth)
		s.cutsLong = true
		root, err := html.Parse(s)
		if err == nil {
			s.report(doc)
			return root, s.aside
		}
	}
	doc.Issues = append(doc.Issues, document.Issue{
		At: document.Pos{Line: int32(line)}, Code: document.CodeHTMLBroken,
		Why: "the tags cannot be parsed as a page; its text is read without them",
	})
	return bareText(text), nil
}

// bareText returns a page that holds the text of src, without its tags.
func bareText(src string) *html.Node {
	root, err := html.Parse(strings.NewReader(""))
	if err != nil { // the empty page always parses
		root = &html.Node{Type: html.DocumentNode}
	}
	parent := root
	for c := root; c != nil; c = c.LastChild {
		parent = c // the document, then html, then body
	}
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), html.ErrBufferExceeded) {
				continue
			}
			return root
		case html.TextToken:
			parent.AppendChild(&html.Node{Type: html.TextNode, Data: string(z.Text())})
		default:
			parent.AppendChild(&html.Node{Type: html.TextNode, Data: "\n"})
		}
	}
}

// This file finds documents in feeds and on listing pages.

package web

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"github.com/mmcdole/gofeed"
)

const (
	// maxFeed is the largest feed or listing page, in bytes.
	maxFeed = 32 << 20
	// maxFound is how many addresses are taken of one.
	maxFound = 10_000
)

// Feed returns the addresses that a feed (RSS, Atom, JSON) names, in its order: of each
// item its page, and what is enclosed in a kind with one of the extensions.
func (c *Client) Feed(address string, extensions []string) ([]string, error) {
	page, err := c.Get(address, maxFeed)
	if err != nil {
		return nil, err
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(page.Data))
	if err != nil {
		return nil, fmt.Errorf("%s: not a feed that can be read: %w", address, err)
	}
	f := newFound(page.URL)
	for _, item := range feed.Items {
		f.add(item.Link)
		for _, e := range item.Enclosures {
			if u, err := url.Parse(e.URL); err == nil && slices.Contains(extensions, strings.ToLower(path.Ext(u.Path))) {
				f.add(e.URL)
			}
		}
	}
	return f.done(address)
}

// Links returns the addresses that the elements which a CSS selector matches lead to, in
// their order.
func (c *Client) Links(address, selector string) ([]string, error) {
	page, err := c.Get(address, maxFeed)
	if err != nil {
		return nil, err
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(page.Data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", address, err)
	}
	base := page.URL
	if href, ok := doc.Find("base[href]").Attr("href"); ok {
		base = resolve(base, href)
	}
	f := newFound(base)
	match, err := cascadia.Compile(selector)
	if err != nil {
		return nil, fmt.Errorf("%s: the selector %q: %w", address, selector, err)
	}
	doc.FindMatcher(match).Each(func(_ int, s *goquery.Selection) {
		if href, ok := s.Attr("href"); ok {
			f.add(href)
			return
		}
		s.Find("a[href]").Each(func(_ int, a *goquery.Selection) { f.add(a.AttrOr("href", "")) })
	})
	return f.done(address)
}

// CheckSelector returns what is wrong with a CSS selector.
func CheckSelector(selector string) error {
	_, err := cascadia.Compile(selector)
	return err
}

// found gathers addresses, each once.
type found struct {
	base string
	list []string
	seen map[string]bool
}

func newFound(base string) *found { return &found{base: base, seen: map[string]bool{}} }

func (f *found) add(href string) {
	u, err := url.Parse(resolve(f.base, href))
	if strings.TrimSpace(href) == "" || err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return // mail, scripts, places on the same page
	}
	u.Fragment = ""
	if at := u.String(); !f.seen[at] {
		f.seen[at] = true
		f.list = append(f.list, at)
	}
}

func (f *found) done(address string) ([]string, error) {
	if len(f.list) > maxFound {
		return nil, fmt.Errorf("%s: more than %d addresses", address, maxFound)
	}
	return f.list, nil
}

// resolve makes an address of one that may be relative.
func resolve(base, href string) string {
	b, err := url.Parse(base)
	if err != nil {
		return href
	}
	u, err := b.Parse(strings.TrimSpace(href))
	if err != nil {
		return href
	}
	return u.String()
}

// IsFeed reports whether data is a feed: one that is given as a document would have no
// rows, without a word.
func IsFeed(data []byte) bool {
	return gofeed.DetectFeedType(bytes.NewReader(data[:min(len(data), 4<<10)])) != gofeed.FeedTypeUnknown
}

// This file keeps pages, so that a host need only say that one has not changed.

package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// A cache is a folder with two files a page: what it is, and its bytes. A nil cache keeps
// nothing.
type cache struct{ folder string }

// kept is what is known of a page.
type kept struct {
	Address  string    `json:"address"`
	URL      string    `json:"url"` // after redirects
	Type     string    `json:"type"`
	ETag     string    `json:"etag,omitempty"`
	Modified string    `json:"last_modified,omitempty"`
	SHA256   string    `json:"sha256"`
	Asked    time.Time `json:"asked"`
}

func (c *cache) path(address string) string {
	sum := sha256.Sum256([]byte(address))
	name := hex.EncodeToString(sum[:])
	return filepath.Join(c.folder, name[:2], name)
}

// load returns a page that is whole, nil for others.
func (c *cache) load(address string) (*kept, *Page) {
	if c == nil {
		return nil, nil
	}
	text, err := os.ReadFile(c.path(address) + ".json")
	if err != nil {
		return nil, nil
	}
	var k kept
	if json.Unmarshal(text, &k) != nil || k.Address != address {
		return nil, nil
	}
	data, err := os.ReadFile(c.path(address))
	if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != k.SHA256 {
		return nil, nil
	}
	return &k, &Page{URL: k.URL, Type: k.Type, Data: data}
}

// fresh returns a page that was asked for within the time.
func (c *cache) fresh(address string, within time.Duration) *Page {
	if within <= 0 {
		return nil
	}
	if k, page := c.load(address); k != nil && time.Since(k.Asked) < within {
		return page
	}
	return nil
}

// ask makes a request one that the host may answer with "not modified"; it returns the
// page for that case.
func (c *cache) ask(address string, header http.Header) *Page {
	k, page := c.load(address)
	if k == nil || k.ETag == "" && k.Modified == "" {
		return nil
	}
	if k.ETag != "" {
		header.Set("If-None-Match", k.ETag)
	}
	if k.Modified != "" {
		header.Set("If-Modified-Since", k.Modified)
	}
	return page
}

// keep keeps a page. Its bytes come first: what is known of it has their hash.
func (c *cache) keep(address string, page *Page, header http.Header) error {
	if c == nil {
		return nil
	}
	sum := sha256.Sum256(page.Data)
	k := kept{
		Address: address, URL: page.URL, Type: page.Type, ETag: header.Get("ETag"), Modified: header.Get("Last-Modified"),
		SHA256: hex.EncodeToString(sum[:]), Asked: time.Now(),
	}
	if err := c.write(c.path(address), page.Data); err != nil {
		return err
	}
	return c.writeKept(&k)
}

// touch notes that a page has been asked for and has not changed.
func (c *cache) touch(address string) error {
	k, _ := c.load(address)
	if k == nil {
		return nil
	}
	k.Asked = time.Now()
	return c.writeKept(k)
}

func (c *cache) writeKept(k *kept) error {
	text, err := json.Marshal(k)
	if err != nil {
		return err
	}
	return c.write(c.path(k.Address)+".json", text)
}

// write makes a file appear whole.
func (c *cache) write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "tmp-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails after the rename, as it should
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

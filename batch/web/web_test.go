// Servers on loopback: redirects, unchanged pages, hosts that are busy, broken or slow,
// robots.txt, feeds and listing pages, and addresses that must not be asked.

package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A host is a server that counts what it is asked for.
type host struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
	serve http.HandlerFunc
	rules string // robots.txt
}

func newHost(t *testing.T, serve http.HandlerFunc) *host {
	h := &host{serve: serve}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			if h.rules == "" {
				http.NotFound(w, r)
			} else {
				fmt.Fprint(w, h.rules)
			}
			return
		}
		h.mu.Lock()
		h.asked = append(h.asked, r.URL.Path)
		h.mu.Unlock()
		h.serve(w, r)
	}))
	t.Cleanup(h.Close)
	return h
}

// client is one that may fetch from loopback and notes how long it would have waited.
func client(t *testing.T, opt Options) (*Client, *[]time.Duration) {
	var waits []time.Duration
	var mu sync.Mutex
	opt.AllowPrivate = true
	opt.wait = func(ctx context.Context, d time.Duration) error {
		mu.Lock()
		defer mu.Unlock()
		waits = append(waits, d)
		return ctx.Err()
	}
	if opt.Delay == 0 {
		opt.Delay = time.Nanosecond
	}
	return New(t.Context(), opt), &waits
}

func TestUnchangedPagesAreNotSentAgain(t *testing.T) {
	text, tag := "one", `"1"`
	sent := 0
	h := newHost(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/tag":
			w.Header().Set("ETag", tag)
			if r.Header.Get("If-None-Match") == tag {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		case "/date":
			w.Header().Set("Last-Modified", "Wed, 14 Oct 2020 10:00:00 GMT")
			if r.Header.Get("If-Modified-Since") == "Wed, 14 Oct 2020 10:00:00 GMT" {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		sent++
		fmt.Fprint(w, text)
	})
	folder := t.TempDir()
	get := func(path, want string) {
		t.Helper()
		c, _ := client(t, Options{Cache: folder}) // each run has a client of its own
		if p, err := c.Get(h.URL+path, 100); err != nil || string(p.Data) != want {
			t.Errorf("%s: %v, %v", path, p, err)
		}
	}
	for range 3 {
		get("/tag", "one")
		get("/date", "one")
	}
	if sent != 2 {
		t.Errorf("sent %d times, want 2", sent)
	}
	text, tag = "two", `"2"`
	get("/tag", "two")
	get("/tag", "two")
	if sent != 3 {
		t.Errorf("sent %d times, want 3", sent)
	}
	// A page of the cache that is damaged is asked for again.
	c := &cache{folder}
	if err := c.write(c.path(h.URL+"/tag"), []byte("junk")); err != nil {
		t.Fatal(err)
	}
	get("/tag", "two")
	if sent != 4 {
		t.Errorf("sent %d times, want 4", sent)
	}
	asked := len(h.asked)
	fresh, _ := client(t, Options{Cache: folder, Refresh: time.Hour})
	if p, err := fresh.Get(h.URL+"/tag", 100); err != nil || string(p.Data) != "two" || len(h.asked) != asked {
		t.Errorf("asked within the time of --refresh: %v", err)
	}
}

func TestTriesAgain(t *testing.T) {
	n := 0
	h := newHost(t, func(w http.ResponseWriter, r *http.Request) {
		n++
		switch {
		case r.URL.Path == "/hour":
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusServiceUnavailable)
		case r.URL.Path == "/gone":
			w.WriteHeader(http.StatusGone)
		case n == 1:
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(http.StatusTooManyRequests)
		case n == 2:
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "half") // and no more
		case n == 3:
			w.WriteHeader(http.StatusBadGateway)
		default:
			fmt.Fprint(w, "whole")
		}
	})
	c, waits := client(t, Options{})
	p, err := c.Get(h.URL+"/x", 100)
	if err != nil || string(p.Data) != "whole" || n != 4 {
		t.Errorf("%v, %v after %d requests", p, err, n)
	}
	long := slices.DeleteFunc(slices.Clone(*waits), func(d time.Duration) bool { return d < time.Second })
	if want := []time.Duration{7 * time.Second, 4 * time.Second, 8 * time.Second}; !slices.Equal(long, want) {
		t.Errorf("waited %s, want %s", long, want)
	}
	n = 0
	if _, err := c.Get(h.URL+"/hour", 100); err == nil || !strings.Contains(err.Error(), "503 Service Unavailable; it asks to wait for 1h0m0s") || n != 1 {
		t.Errorf("%v after %d requests", err, n)
	}
	n = 0
	if _, err := c.Get(h.URL+"/gone", 100); err == nil || err.Error() != h.URL+"/gone: 410 Gone" || n != 1 {
		t.Errorf("%v after %d requests", err, n)
	}
}

func TestLimits(t *testing.T) {
	var h *host
	h = newHost(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/large":
			fmt.Fprint(w, strings.Repeat("x", 101))
		case "/round":
			http.Redirect(w, r, h.URL+"/round", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/moved":
			http.Redirect(w, r, "/here", http.StatusMovedPermanently)
		case "/here":
			w.Header().Set("Content-Type", "Text/HTML; charset=utf-8")
			fmt.Fprint(w, "here")
		}
	})
	c, _ := client(t, Options{})
	if p, err := c.Get(h.URL+"/moved", 100); err != nil || p.URL != h.URL+"/here" || p.Type != "text/html" {
		t.Errorf("%v, %v", p, err)
	}
	for path, want := range map[string]string{"/large": "larger than 100 bytes", "/round": "more than 10 redirects", "/file": "it leads to file:///etc/passwd"} {
		h.asked = nil
		if _, err := c.Get(h.URL+path, 100); err == nil || !strings.Contains(err.Error(), want) || len(h.asked) > 11 {
			t.Errorf("%s: %v after %d requests", path, err, len(h.asked))
		}
	}
}

// The end of the context ends a request and a wait.
func TestInterrupted(t *testing.T) {
	h := newHost(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	ctx, cancel := context.WithCancel(context.Background())
	c := New(ctx, Options{AllowPrivate: true, Delay: time.Hour})
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := c.Get(h.URL+"/x", 100); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestPoliteness(t *testing.T) {
	h := newHost(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "x") })
	c, waits := client(t, Options{Delay: time.Minute})
	for range 3 {
		if _, err := c.Get(h.URL+"/x", 100); err != nil {
			t.Fatal(err)
		}
	}
	// robots.txt is the first request; nothing is waited for before it.
	if len(*waits) != 3 || (*waits)[2] < 2*time.Minute {
		t.Errorf("waits: %s", *waits)
	}
}

func TestRobots(t *testing.T) {
	h := newHost(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "x") })
	h.rules = "# ours\nUser-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private/ # all\nAllow: /private/press/\n"
	c, _ := client(t, Options{})
	for path, ok := range map[string]bool{"/a": true, "/private/a": false, "/private/press/a": true} {
		if _, err := c.Get(h.URL+path, 100); (err == nil) != ok || err != nil && !strings.Contains(err.Error(), "asks programs to leave this page alone") {
			t.Errorf("%s: %v", path, err)
		}
	}
	if slices.Contains(h.asked, "/private/a") {
		t.Error("fetched all the same")
	}
	broken := newHost(t, nil)
	broken.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	if _, err := c.Get(broken.URL+"/a", 100); err == nil || !strings.Contains(err.Error(), "robots.txt of") {
		t.Errorf("%v where robots.txt cannot be read", err)
	}
	for _, c := range []struct {
		rules, path string
		ok          bool
	}{
		{"User-agent: *\nDisallow:", "/a", true},
		{"User-agent: *\nDisallow: /", "/a", false},
		{"User-agent: *\nDisallow: /\nUser-agent: Pressoir\nDisallow: /x", "/a", true},
		{"User-agent: a\nUser-agent: pressoir\nDisallow: /x\n", "/xy", false},
		{"User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false},
		{"User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true},
		{"User-agent: *\nDisallow: /*?print=", "/a?print=1", false},
		{"User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
		{"<html>not found</html>", "/a", true},
	} {
		if got := allowed(parseRobots([]byte(c.rules)), c.path); got != c.ok {
			t.Errorf("%q, %s: %v", c.rules, c.path, got)
		}
	}
}

// What is inside the network is refused by address, by name and after a redirect.
func TestPrivateAddresses(t *testing.T) {
	inner := newHost(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "secret") })
	c := New(t.Context(), Options{Delay: time.Nanosecond})
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(inner.URL, "http://"))
	for _, at := range []string{inner.URL, "http://localhost:" + port, "http://[::1]:" + port, "http://[::ffff:127.0.0.1]:" + port, "http://169.254.169.254/latest"} {
		if _, err := c.Get(at+"/x", 100); !errors.Is(err, errPrivate) {
			t.Errorf("%s: %v", at, err)
		}
	}
	if len(inner.asked) > 0 {
		t.Errorf("asked for %q", inner.asked)
	}
	for text, public := range map[string]bool{
		"8.8.8.8": true, "2606:4700::1111": true, "10.0.0.1": false, "172.16.0.1": false, "192.168.1.1": false, "127.0.0.1": false, "0.0.0.0": false,
		"100.64.0.1": false, "169.254.169.254": false, "198.18.0.1": false, "224.0.0.1": false, "255.255.255.255": false, "::1": false, "::": false,
		"fe80::1": false, "fd00::1": false, "ff02::1": false, "::ffff:10.0.0.1": false, "64:ff9b::a00:1": false, "2002:a00:1::": false,
	} {
		if got := isPublic(netip.MustParseAddr(text)); got != public {
			t.Errorf("%s: public %v", text, got)
		}
	}
}

func TestRedirectInside(t *testing.T) {
	inner := newHost(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "secret") })
	outer := newHost(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, inner.URL+"/x", http.StatusFound) })
	c := New(t.Context(), Options{Delay: time.Nanosecond})
	// The outer host passes for a public one: only its port is let through.
	tr := c.http.Transport.(*transport)
	guarded := tr.direct.DialContext
	tr.direct.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address == strings.TrimPrefix(outer.URL, "http://") {
			return (&net.Dialer{}).DialContext(ctx, network, address)
		}
		return guarded(ctx, network, address)
	}
	if _, err := c.Get(outer.URL+"/x", 100); !errors.Is(err, errPrivate) {
		t.Errorf("%v", err)
	}
	if len(outer.asked) != 1 || len(inner.asked) != 0 {
		t.Errorf("asked: %q, inside: %q", outer.asked, inner.asked)
	}
}

func TestFeeds(t *testing.T) {
	h := newHost(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/rss":
			fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
				<item><link>/a</link><enclosure url="/a.pdf" type="application/pdf" length="1"/><enclosure url="/a.mp3" type="audio/mpeg" length="1"/></item>
				<item><link>https://other.example/b#top</link></item><item><link>/a</link></item><item><title>no link</title></item></channel></rss>`)
		case "/atom":
			fmt.Fprint(w, `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><link href="/c"/><link rel="enclosure" href="/c.pdf"/></entry></feed>`)
		case "/json":
			fmt.Fprint(w, `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/d"}]}`)
		default:
			fmt.Fprint(w, "<html><body>a page</body></html>")
		}
	})
	c, _ := client(t, Options{})
	for path, want := range map[string][]string{
		"/rss":  {h.URL + "/a", h.URL + "/a.pdf", "https://other.example/b"},
		"/atom": {h.URL + "/c", h.URL + "/c.pdf"},
		"/json": {h.URL + "/d"},
	} {
		if got, err := c.Feed(h.URL+path, []string{".pdf"}); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v", path, got, err)
		}
		p, err := c.Get(h.URL+path, 10_000)
		if err != nil || !IsFeed(p.Data) {
			t.Errorf("%s: no feed, %v", path, err)
		}
	}
	if _, err := c.Feed(h.URL+"/page", nil); err == nil || !strings.Contains(err.Error(), "not a feed") {
		t.Errorf("%v", err)
	}
	for _, text := range []string{"<html><p>x", "# Titre", "%PDF-1.7", "Communiqué\n"} {
		if IsFeed([]byte(text)) {
			t.Errorf("%q is no feed", text)
		}
	}
}

func TestLinks(t *testing.T) {
	h := newHost(t, func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<html><head><base href="/cp/"></head><body><nav><a href="/home">x</a></nav><main>
			<ul class="list"><li><a href="a.pdf#p2">1</a></li><li><a href="a.pdf">1 again</a></li><li><a href="b">2</a></li>
			<li><a href="mailto:x@example.org">m</a><a href="javascript:void(0)">j</a><a href="">e</a></li></ul></main></body></html>`)
	})
	c, _ := client(t, Options{})
	for selector, want := range map[string][]string{
		"main a":            {h.URL + "/cp/a.pdf", h.URL + "/cp/b"},
		".list":             {h.URL + "/cp/a.pdf", h.URL + "/cp/b"},
		`a[href$=".pdf"]`:   {h.URL + "/cp/a.pdf"},
		"nav a, .list li a": {h.URL + "/home", h.URL + "/cp/a.pdf", h.URL + "/cp/b"},
		"table":             nil,
	} {
		if got, err := c.Links(h.URL+"/cp", selector); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v", selector, got, err)
		}
	}
	if _, err := c.Links(h.URL+"/cp", "a["); err == nil || CheckSelector("a[") == nil {
		t.Errorf("%v of a selector that is none", err)
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2020, 10, 14, 10, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, "-1": 0, "soon": 0, "Wed, 14 Oct 2020 10:01:00 GMT": time.Minute, "Wed, 14 Oct 2020 09:00:00 GMT": 0, "99999999999": (1 << 30) * time.Second,
	} {
		if got := retryAfter(text, now); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// This file is the client: one page, fetched politely.

package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	// defaultDelay is the time between two requests to a host: what a person clicks.
	defaultDelay = time.Second
	// requestTimeout is the longest time for one request with its body.
	requestTimeout = 2 * time.Minute
	// maxRedirects is how many redirects are followed.
	maxRedirects = 10
	// tries is how often a page is asked for that cannot be had for a while.
	tries = 4
	// maxWait is the longest time that is waited before another try. A host that asks for
	// more is left alone until the next run.
	maxWait = 2 * time.Minute
	// firstWait is the time before the second try where the host does not say; it doubles.
	firstWait = 2 * time.Second
)

// Options say how a Client works. The zero value is right for most programs.
type Options struct {
	Agent        string        // the name that hosts see; "" is pressoir
	Delay        time.Duration // between two requests to a host; 0 is a second
	AllowPrivate bool          // fetch from addresses inside a network, too
	// Cache is a folder for pages, "" for none. With it pages that have not changed are
	// not sent again.
	Cache string
	// Refresh is how long a page of the cache is taken without asking.
	Refresh time.Duration

	wait func(context.Context, time.Duration) error // tests do not wait; nil does
}

// A Client fetches pages. It is safe for concurrent use.
type Client struct {
	ctx    context.Context
	opt    Options
	http   *http.Client
	cache  *cache // nil for none
	robots robots

	mu   sync.Mutex
	next map[string]time.Time // when a host may be asked again
}

// New makes a client; the end of ctx ends its requests.
func New(ctx context.Context, opt Options) *Client {
	if opt.Agent == "" {
		opt.Agent = "pressoir"
	}
	if opt.Delay == 0 {
		opt.Delay = defaultDelay
	}
	if opt.wait == nil {
		opt.wait = wait
	}
	c := &Client{ctx: ctx, opt: opt, next: map[string]time.Time{}}
	c.robots = robots{client: c, of: map[string]*rules{}}
	c.http = &http.Client{
		Transport: newTransport(opt.AllowPrivate),
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			switch {
			case len(via) > maxRedirects:
				return fmt.Errorf("more than %d redirects", maxRedirects)
			case req.URL.Scheme != "http" && req.URL.Scheme != "https":
				return fmt.Errorf("it leads to %s", req.URL)
			}
			return nil
		},
	}
	if opt.Cache != "" {
		c.cache = &cache{folder: opt.Cache}
	}
	return c
}

// A Page is what an address gave.
type Page struct {
	URL  string // after redirects
	Type string // its media type, as the host says
	Data []byte
}

// A statusError is an answer that is no page.
type statusError struct {
	code   int
	status string // "404 Not Found"
}

func (e *statusError) Error() string { return e.status }

// Get fetches a page of at most limit bytes. Its error has the address in front.
func (c *Client) Get(address string, limit int64) (*Page, error) {
	page, err := c.get(address, limit)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", address, plain(err))
	}
	return page, nil
}

func (c *Client) get(address string, limit int64) (*Page, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil, errors.New("not an address")
	}
	if page := c.cache.fresh(address, c.opt.Refresh); page != nil {
		return page, nil
	}
	if err := c.robots.allows(u); err != nil {
		return nil, err
	}
	return c.fetch(u, limit, c.cache)
}

// fetch asks for a page until it is there or there is no hope.
func (c *Client) fetch(u *url.URL, limit int64, kept *cache) (*Page, error) {
	for try := 1; ; try++ {
		page, after, err := c.once(u, limit, kept)
		if err == nil || after < 0 || try == tries || c.ctx.Err() != nil {
			return page, err
		}
		if after == 0 {
			after = firstWait << (try - 1)
		}
		if after > maxWait {
			return nil, fmt.Errorf("%w; it asks to wait for %s", err, after.Round(time.Second))
		}
		if err := c.opt.wait(c.ctx, after); err != nil {
			return nil, err
		}
	}
}

// never is the time after which to try again what will not change.
const never = time.Duration(-1)

// once asks for a page once. after is when to try again: 0 where the host does not say.
func (c *Client) once(u *url.URL, limit int64, kept *cache) (page *Page, after time.Duration, err error) {
	if err := c.turn(u.Host); err != nil {
		return nil, never, err
	}
	ctx, cancel := context.WithTimeout(c.ctx, requestTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, never, err
	}
	req.Header.Set("User-Agent", c.opt.Agent)
	old := kept.ask(u.String(), req.Header)
	resp, err := c.http.Do(req)
	if err != nil {
		var dns *net.DNSError
		if errors.Is(err, errPrivate) || isRedirectError(err) || errors.As(err, &dns) && dns.IsNotFound {
			return nil, never, err
		}
		return nil, 0, err
	}
	defer resp.Body.Close()
	switch code := resp.StatusCode; {
	case code == http.StatusNotModified && old != nil:
		return old, never, kept.touch(u.String())
	case code == http.StatusTooManyRequests, code == http.StatusRequestTimeout, code >= 500 && code != http.StatusNotImplemented:
		return nil, retryAfter(resp.Header.Get("Retry-After"), time.Now()), &statusError{code, resp.Status}
	case code != http.StatusOK:
		return nil, never, &statusError{code, resp.Status}
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	switch {
	case int64(len(data)) > limit:
		return nil, never, fmt.Errorf("larger than %d bytes; raise --max-input to read it", limit)
	case err != nil:
		return nil, 0, err
	}
	media, _, _ := strings.Cut(resp.Header.Get("Content-Type"), ";")
	page = &Page{URL: resp.Request.URL.String(), Type: strings.ToLower(strings.TrimSpace(media)), Data: data}
	return page, never, kept.keep(u.String(), page, resp.Header)
}

// turn waits until a host may be asked.
func (c *Client) turn(host string) error {
	c.mu.Lock()
	now := time.Now()
	at := c.next[host]
	if at.Before(now) {
		at = now
	}
	c.next[host] = at.Add(c.opt.Delay)
	c.mu.Unlock()
	if d := at.Sub(now); d > 0 {
		return c.opt.wait(c.ctx, d)
	}
	return c.ctx.Err()
}

func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// retryAfter reads that header: seconds, or a date; 0 for nothing.
func retryAfter(text string, now time.Time) time.Duration {
	if n, err := strconv.Atoi(text); err == nil && n > 0 {
		return time.Duration(min(n, 1<<30)) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}

func isRedirectError(err error) bool {
	var u *url.Error
	return errors.As(err, &u) && (strings.Contains(u.Err.Error(), "redirects") || strings.Contains(u.Err.Error(), "it leads to"))
}

// plain takes the name of the call and the address off an error.
func plain(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	var inside *privateError
	if errors.As(err, &inside) {
		return inside
	}
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound {
		return fmt.Errorf("there is no host %s", dns.Name)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("no answer within %s", requestTimeout)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("it breaks off before its end")
	}
	return err
}

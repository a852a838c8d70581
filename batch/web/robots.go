// This file reads robots.txt (RFC 9309): what a host asks programs to leave alone.

package web

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
)

const (
	robotsAgent = "pressoir"
	// maxRobots is how much of a robots.txt is read, in bytes: what the RFC asks for.
	maxRobots = 500 << 10
)

// robots has the rules of each host, read once.
type robots struct {
	client *Client
	mu     sync.Mutex
	of     map[string]*rules // by scheme and host
}

// rules are those of one host for us.
type rules struct {
	once  sync.Once
	err   error // the rules cannot be read: nothing may be fetched
	lines []rule
}

type rule struct {
	pattern string
	allow   bool
}

// allows returns an error if the host asks to leave the page alone.
func (r *robots) allows(u *url.URL) error {
	r.mu.Lock()
	key := u.Scheme + "://" + u.Host
	of := r.of[key]
	if of == nil {
		of = &rules{}
		r.of[key] = of
	}
	r.mu.Unlock()
	of.once.Do(func() {
		at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
		page, err := r.client.fetch(at, maxFeed, nil)
		var status *statusError
		switch {
		case err == nil:
			of.lines = parseRobots(page.Data[:min(len(page.Data), maxRobots)])
		case errors.As(err, &status) && status.code < 500 && status.code != http.StatusTooManyRequests:
			// It has no rules for us.
		case status == nil:
			of.err = err // nothing else can be had from the host, either
		default:
			of.err = fmt.Errorf("robots.txt of %s cannot be read (%w): so nothing may be fetched from there now", u.Host, plain(err))
		}
	})
	if of.err != nil {
		return of.err
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if !allowed(of.lines, path) {
		return fmt.Errorf("robots.txt of %s asks programs to leave this page alone", u.Host)
	}
	return nil
}

// parseRobots returns the rules of the groups that name us, else of those for all.
func parseRobots(text []byte) (lines []rule) {
	var ours, all []rule
	named := false
	var forUs, forAll, inAgents bool
	s := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))))
	s.Buffer(nil, 2*maxRobots)
	for s.Scan() {
		line, _, _ := strings.Cut(s.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		switch key {
		case "user-agent":
			if !inAgents {
				forUs, forAll = false, false
			}
			inAgents = true
			agent := strings.ToLower(value)
			forUs = forUs || agent == robotsAgent
			forAll = forAll || agent == "*"
			named = named || agent == robotsAgent
		case "allow", "disallow":
			inAgents = false
			if value == "" {
				continue
			}
			r := rule{value, key == "allow"}
			if forUs {
				ours = append(ours, r)
			}
			if forAll {
				all = append(all, r)
			}
		}
	}
	if named {
		return ours
	}
	return all
}

// allowed follows the longest pattern that matches, of two as long the one that allows.
func allowed(lines []rule, path string) bool {
	best, ok := -1, true
	for _, r := range lines {
		if n := len(r.pattern); matches(r.pattern, path) && (n > best || n == best && r.allow) {
			best, ok = n, r.allow
		}
	}
	return ok
}

// matches reports whether a path begins as a pattern says; * is anything, $ at the end is
// the end of the path.
func matches(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if last := i == len(parts)-2; last && whole {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !whole || path == ""
}

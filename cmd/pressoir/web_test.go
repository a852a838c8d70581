//go:build !windows

// Documents of the web: a feed, a listing page and an address, through the program.

package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestBatchFromTheWeb(t *testing.T) {
	places := "Brest"
	down := false
	var sent []string
	var mu sync.Mutex
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		tag := fmt.Sprintf("%q", places)
		switch {
		case r.URL.Path == "/robots.txt":
			http.NotFound(w, r)
		case down:
			http.Error(w, "closed", http.StatusForbidden)
		case r.URL.Path == "/feed.xml":
			fmt.Fprint(w, `<rss version="2.0"><channel><item><link>/cp/1</link></item><item><link>/cp/gone</link></item></channel></rss>`)
		case r.URL.Path == "/list":
			fmt.Fprint(w, `<main><a href="/cp/2.md?v=1">2</a></main><a href="/other">x</a>`)
		case r.URL.Path == "/cp/gone":
			http.NotFound(w, r)
		case r.Header.Get("If-None-Match") == tag:
			w.WriteHeader(http.StatusNotModified)
		default:
			sent = append(sent, r.URL.Path)
			w.Header().Set("ETag", tag)
			if r.URL.Path == "/cp/1" {
				fmt.Fprintf(w, "<html><body><table><tr><th>Commune</th><th>Nom</th></tr><tr><td>%s</td><td>Le Port</td></tr></table></body></html>", places)
				return
			}
			fmt.Fprintf(w, "| Commune | Nom |\n|---|---|\n| %s | La Rade |\n", places)
		}
	}))
	defer h.Close()
	work := t.TempDir()
	run := func(want int, args ...string) string {
		t.Helper()
		cmd := exec.Command(program(t), args...)
		cmd.Dir = work
		out, _ := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Fatalf("%q: status %d, want %d\n%s", args, got, want, out)
		}
		return string(out)
	}
	at := []string{"batch", "--feed", h.URL + "/feed.xml", "--listing", h.URL + "/list", "--links", "main a", h.URL + "/cp/3.md", "-o", "out", "--delay", "1ms", "--allow-private"}
	said := run(3, at...)
	if !strings.Contains(said, "/cp/gone: 404 Not Found") || !strings.Contains(said, "4 documents: 3 done (3 with records, 0 empty), 1 failed") {
		t.Error(said)
	}
	var outputs []string
	_ = filepath.WalkDir(filepath.Join(work, "out"), func(path string, _ os.DirEntry, _ error) error {
		if strings.HasSuffix(path, ".csv") {
			name, _ := filepath.Rel(filepath.Join(work, "out"), path)
			outputs = append(outputs, filepath.ToSlash(name))
		}
		return nil
	})
	if len(outputs) != 3 || !strings.HasSuffix(outputs[0], "/cp/1.csv") || !strings.HasSuffix(outputs[2], "/cp/3.md.csv") || !strings.Contains(outputs[1], "/cp/2-") {
		t.Errorf("%q", outputs)
	}
	// Nothing has changed: nothing is sent, and what failed has failed before.
	sent = nil
	if said := run(0, at...); !strings.Contains(said, "3 unchanged, 1 failed before") || len(sent) > 0 {
		t.Errorf("sent %q: %s", sent, said)
	}
	places = "Albi"
	if said := run(0, at...); !strings.Contains(said, "3 done") || !strings.Contains(said, "3 changed") {
		t.Error(said)
	}
	if said := run(0, "diff", "out"); !strings.Contains(said, "Albi") {
		t.Error(said)
	}
	// The host refuses: the outputs of before stay, and the feed is a failure until it can be had.
	down = true
	if said := run(1, at...); !strings.Contains(said, "/feed.xml: 403 Forbidden") || !strings.Contains(said, "/cp/3.md: 403 Forbidden") {
		t.Error(said)
	}
	if _, err := os.Stat(filepath.Join(work, "out", filepath.FromSlash(outputs[0]))); err != nil {
		t.Error(err)
	}
	down = false
	run(0, at...)
	if said := run(0, "status", "out"); !strings.Contains(said, "4 documents: 3 with records, 0 empty, 1 failed") {
		t.Error(said)
	}

	// An address is an input of the other commands, too, and the network is left alone.
	if said := run(0, "extract", "-q", h.URL+"/cp/1", "--allow-private"); !strings.Contains(said, "Albi,Le Port") {
		t.Error(said)
	}
	if said := run(1, "extract", "-q", h.URL+"/cp/1"); !strings.Contains(said, "inside a network; give --allow-private") {
		t.Error(said)
	}
	if said := run(1, "extract", "-q", h.URL+"/feed.xml", "--allow-private"); !strings.Contains(said, "a feed; --feed takes the documents") {
		t.Error(said)
	}
	run(2, "batch", "--listing", h.URL+"/list", "--links", "a[", "-o", "out")
	run(2, "batch", "--feed", "feed.xml", "-o", "out")
}

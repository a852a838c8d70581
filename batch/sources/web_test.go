// Addresses as names of outputs: every system takes them, and no two meet.

package sources

import (
	"path"
	"strings"
	"testing"
)

func TestAddressPath(t *testing.T) {
	for at, want := range map[string]string{
		"https://example.org":                     "example.org/index",
		"https://example.org/":                    "example.org/index",
		"https://example.org/cp/1.pdf":            "example.org/cp/1.pdf",
		"https://example.org/cp/":                 "example.org/cp/index",
		"https://example.org/a/../../etc/passwd":  "example.org/a/etc/passwd",
		"https://example.org/%2e%2e/%2e%2e/x":     "example.org/x",
		"https://example.org/d%C3%A9cembre.md":    "example.org/décembre.md",
		"https://example.org/x.pdf?v=1":           "example.org/x-" + hashed("v=1") + ".pdf",
		"https://example.org/.pressoir/ledger.db": "example.org/_.pressoir-" + hashed(".pressoir") + "/ledger.db",
		"http://example.org:8080/a%2Fb%5Cc":       "example.org_8080-" + hashed("example.org:8080") + "/a/b_c-" + hashed(`b\c`),
	} {
		if got := addressPath(at); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
	long := addressPath("https://example.org/" + strings.Repeat("é", 200) + ".pdf")
	if base := path.Base(long); len(base) > maxSegment || !strings.HasSuffix(base, ".pdf") || strings.ToValidUTF8(base, "") != base {
		t.Errorf("%s", long)
	}
	seen := map[string]string{}
	for _, at := range []string{"https://a/x:1", "https://a/x*1", "https://a/x_1", "https://a/x?1", "https://a/x?2", "https://a/x"} {
		if p := addressPath(at); seen[p] != "" {
			t.Errorf("%s and %s have one path, %s", at, seen[p], p)
		} else {
			seen[p] = at
		}
	}
}

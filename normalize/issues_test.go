// Issues of readers become findings.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

func TestIssuesBecomeFindings(t *testing.T) {
	doc := &document.Document{Issues: []document.Issue{
		{Code: "mojibake", Text: "Ã©", Why: "spoilt before", At: document.Pos{Line: 3}},
		{Code: "no-text-layer", Why: "a scan?", At: document.Pos{Page: 2}},
	}}
	for range 50 {
		doc.Issues = append(doc.Issues, document.Issue{Code: "picture", Text: strings.Repeat("x", 200), Why: "not read"})
	}
	found := normalized(doc, Options{}).Findings
	if len(found) != 2+maxIssuesOfCode {
		t.Fatalf("%d findings", len(found))
	}
	if f := found[0]; f.Level != records.Doubt || f.Pass != "read" || f.At.Line != 3 || f.Why != `spoilt before: "Ã©"` {
		t.Errorf("%+v", f)
	}
	if found[1].Level != records.Fault {
		t.Errorf("a page that was not read is a %s", found[1].Level)
	}
	if f := found[len(found)-1]; f.Why != "31 more like this: not read" || f.Level != records.Noted {
		t.Errorf("last: %+v", f)
	}
}

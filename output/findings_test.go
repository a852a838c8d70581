// Claims and findings as CSV and JSON.

package output

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/normalize"
)

func TestVerdictsCSV(t *testing.T) {
	var b bytes.Buffer
	if err := VerdictsCSV(&b, []*normalize.Result{sample("a.txt")}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"source,kind,verdict,code,page,line,table,record,value,found,text,why\n",
		"a.txt,claim,ok,total,,2,,,3,3,trois lieux,3 records\n",
		"a.txt,finding,doubt,elsewhere,,9,1,4,,,,Brest lies in Finistère\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s lacks %q", b.String(), want)
		}
	}
	b.Reset()
	if err := VerdictsCSV(&b, nil); err != nil || !strings.HasPrefix(b.String(), "source,") {
		t.Errorf("%q, %v: no header", b.String(), err)
	}
}

func TestVerdictsJSON(t *testing.T) {
	var b bytes.Buffer
	if err := VerdictsJSON(&b, []*normalize.Result{sample("a.txt"), sample("b.txt")}, false); err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Source   struct{ Name string }
		Tables   []struct{ ID, Records int }
		Claims   []struct{ Status string }
		Findings []struct{ Code string }
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[1].Source.Name != "b.txt" || got[0].Tables[0].Records != 3 || len(got[0].Claims) != 2 || len(got[0].Findings) != 5 {
		t.Errorf("%+v", got)
	}
}

// The whole way in a worker, and what documents that behave badly cost: themselves.

package worker

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/output/schema"
)

const release = `# Deux lieux

Deux lieux ouvrent.

| Commune | Nom |
|---|---|
| Lens | Le Phare |
| Albi | La Source |

## Horaires

| Jour | Heure |
|---|---|
| lundi | 9 h |
`

func TestDo(t *testing.T) {
	p := testPool(t, Config{Work: &Work{Formats: []string{"csv", "json"}}, env: []string{helperEnv + "=real"}})
	d, err := p.Do(context.Background(), "a.md", []byte(release), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range d.Files {
		names = append(names, f.Suffix+f.Extension)
	}
	if got := strings.Join(names, " "); got != ".csv -table2.csv .json" {
		t.Errorf("files %s", got)
	}
	if !strings.HasPrefix(string(d.Files[0].Data), "commune,") || d.Records != 3 {
		t.Errorf("%d records, %s", d.Records, d.Files[0].Data)
	}
	z, err := gzip.NewReader(bytes.NewReader(d.Result))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	var res schema.Result
	if err := json.Unmarshal(text, &res); err != nil || len(res.Tables) != 2 || !bytes.Equal(text, d.Files[2].Data) {
		t.Errorf("%v, %d tables", err, len(res.Tables))
	}
	if _, err := p.Do(context.Background(), "b.md", nil, document.Options{}); err == nil || !strings.Contains(err.Error(), "empty file") {
		t.Errorf("%v for an empty file", err)
	}
}

func TestWorkThatIsWrong(t *testing.T) {
	for _, work := range []Work{{Formats: []string{"xls"}}, {Profiles: [][]byte{[]byte("nothing: here")}}} {
		p := testPool(t, Config{Work: &work, env: []string{helperEnv + "=real"}})
		if _, err := p.Do(context.Background(), "a.md", []byte(release), document.Options{}); err == nil {
			t.Errorf("no error for %+v", work)
		}
	}
}

// A document that hangs, crashes, or eats the memory is an error; the next one is
// worked on.
func TestDoSurvives(t *testing.T) {
	const patient = time.Minute // on a busy machine too
	for name, c := range map[string]struct {
		want    string
		timeout time.Duration
	}{
		"hang":  {"longer than 1 s", time.Second},
		"crash": {"crashed", patient},
		"panic": {"internal error: caught", patient},
		"bomb":  {"more than 300 MiB", patient},
		"quiet": {"crashed", patient},
	} {
		want := c.want
		p := testPool(t, Config{Workers: 1, Work: &Work{Formats: []string{"csv"}}, Timeout: c.timeout, Memory: 300 << 20})
		if _, err := p.Do(context.Background(), name, nil, document.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
		p.cfg.Timeout = patient
		if d, err := p.Do(context.Background(), "fine", []byte("x"), document.Options{}); err != nil || len(d.Files) != 1 {
			t.Errorf("after %s: %v", name, err)
		}
	}
}

// Damaged files against real workers: each costs itself and nothing else.

package worker

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// Damaged and hostile PDFs are read by real workers, together with sound ones:
// each of the first ends as a reading or as one line, and all of the second are
// read.
func TestSlowDamagedFilesCostThemselves(t *testing.T) {
	if testing.Short() {
		t.Skip("make test-long")
	}
	p := testPool(t, Config{Workers: 2, Timeout: 2 * time.Minute, env: []string{helperEnv + "=real"}})
	sound := pdftest.Pages(pdftest.Text(10, 50, "one"), pdftest.Text(10, 50, "two"))
	cases := pdftest.Hostile()
	cases = append(cases, pdftest.Cut(sound, 10)...)
	cases = append(cases, pdftest.Flip(sound, 40)...)
	var wg sync.WaitGroup
	turn := make(chan struct{}, 4)
	for i, c := range cases {
		turn <- struct{}{}
		wg.Go(func() {
			defer func() { <-turn }()
			doc, err := p.Read(context.Background(), c.Name, c.Data, document.Options{SecondReader: i%4 == 0})
			switch {
			case err == nil && doc == nil:
				t.Errorf("%s: neither read nor refused", c.Name)
			case err == nil:
			case strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), c.Name+": "):
				t.Errorf("%s: not one line with the name: %q", c.Name, err)
			case strings.Contains(err.Error(), "internal error") || strings.Contains(err.Error(), "crashed ("):
				t.Error(err)
			}
			if i%5 == 0 {
				doc, err := p.Read(context.Background(), "sound.pdf", sound, document.Options{})
				if err != nil || len(doc.Pages) != 2 {
					t.Errorf("after %s a sound document was lost: %v", c.Name, err)
				}
			}
		})
	}
	wg.Wait()
}

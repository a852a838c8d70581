// Running: the documents through the product, on all cores.

package score

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"
)

// Run reads and judges the documents. The verdicts are in the order of docs. The
// error is for a file that cannot be opened; what the product cannot read is a
// verdict.
func Run(docs []Doc) ([]Verdict, error) {
	verdicts := make([]Verdict, len(docs))
	errs := make([]error, len(docs))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(docs)) {
		workers.Go(func() {
			for i := range next {
				verdicts[i], errs[i] = runOne(&docs[i])
			}
		})
	}
	for i := range docs {
		next <- i
	}
	close(next)
	workers.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return verdicts, nil
}

func runOne(d *Doc) (Verdict, error) {
	v := Verdict{Name: d.Name(), Kind: d.Truth.Kind, Format: d.Format}
	data, err := os.ReadFile(d.Path)
	if err != nil {
		return v, fmt.Errorf("reading a document to score: %w", err)
	}
	start := time.Now()
	out, err := read(d.Name(), data)
	v.Seconds = time.Since(start).Seconds()
	judge(&v, d.Truth, &out, err)
	return v, nil
}

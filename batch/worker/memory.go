// The limit of a worker's memory.

package worker

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	// lookEvery is the time between two looks of a worker at its memory and its parent.
	// Go code allocates some GB a second at most, so 20 ms let 100 MB slip by.
	lookEvery = 20 * time.Millisecond
	// heavyBytes is the largest memory after a document with which a worker takes the
	// next: what one document needed, others seldom do.
	heavyBytes = 400 << 20
	// gcPercent is how much the heap may grow before it is collected, in percent of
	// what is in use. That is some 3 MB where documents are small; at Go's own 100 the
	// collector took a twentieth of all time. Beyond some 250 MB in use, the limit that
	// watch sets makes it run as often as needed.
	gcPercent = 200
	// exitMemory and exitOrphan are the exit statuses of a worker that ends itself.
	exitMemory = 86
	exitOrphan = 87
)

// held returns the number of bytes that the process holds of the system, as Go counts
// them. PDFium's memory may not be among them; it has a limit of its own, 512 MiB.
func held() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64() - s[1].Value.Uint64()
}

// heavy reports whether the worker is too large to take another document.
func heavy() bool {
	if held() <= heavyBytes {
		return false
	}
	debug.FreeOSMemory()
	return held() > heavyBytes
}

// watch ends the process when it holds more than limit bytes, and when its parent is
// gone, which a worker in an endless loop would otherwise outlive.
func watch(limit uint64) {
	debug.SetGCPercent(gcPercent)
	if limit > 0 {
		// The collector works harder near the limit.
		debug.SetMemoryLimit(int64(limit / 4 * 3))
	}
	parent := os.Getppid()
	go func() {
		for range time.Tick(lookEvery) {
			if limit > 0 && held() > limit {
				os.Exit(exitMemory)
			}
			if os.Getppid() != parent {
				os.Exit(exitOrphan)
			}
		}
	}()
}

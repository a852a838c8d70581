// This file keeps a worker's memory within its limit.

package worker

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	// lookEvery is how often a worker looks at its memory and at its parent.
	// Go code allocates at most some GB a second: 20 ms let 100 MB slip by.
	lookEvery = 20 * time.Millisecond
	// heavyBytes is the memory after a document beyond which a worker ends
	// instead of taking the next: what one document needed, others seldom do.
	heavyBytes = 400 << 20
	// gcPercent is how much the heap may grow before it is collected, in percent of
	// what is in use. That is some 3 MB where documents are small; at Go's own 100 the
	// collector took a twentieth of all time. Beyond some 250 MB in use the
	// limit of watch has it run as often as it must.
	gcPercent = 200
	// exitMemory and exitOrphan are the exit statuses of a worker that ended
	// itself.
	exitMemory = 86
	exitOrphan = 87
)

// held is how many bytes the process holds of the system, as Go counts them.
// PDFium's memory may not be among them; it has a limit of its own, 512 MiB.
func held() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64() - s[1].Value.Uint64()
}

// heavy reports whether the worker has grown beyond what the next document
// should inherit.
func heavy() bool {
	if held() <= heavyBytes {
		return false
	}
	debug.FreeOSMemory()
	return held() > heavyBytes
}

// watch ends the process where it holds more than limit bytes, or where its
// parent is gone: a worker in an endless loop would otherwise outlive it.
func watch(limit uint64) {
	debug.SetGCPercent(gcPercent)
	if limit > 0 {
		// The collector works harder before the end comes.
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

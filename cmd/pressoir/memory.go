package main

// Memory: when the collector runs. A document is read, mended and written once,
// and nearly all of what that takes is alive until the end; collecting while it
// is built up only costs time. So the collector waits until the process has
// grown to some times the size of the input, as the README promises.

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The process may grow to growth times the input plus baseMemory before the
// collector runs for the first time. What the README promises, ten times and
// 40 MB, leaves room for what is still to come.
const (
	growth     = 8
	baseMemory = 32 << 20 // bytes: program, tables of names, a document of one page

	// lateShare is the share of that limit from which living memory shows that
	// the limit will not hold (formats that take more than text); from then on
	// the collector runs each time that memory has grown by latePercent.
	lateShare   = 0.7
	latePercent = 25
)

// collectLate makes the collector wait for a document of so many bytes. The
// limits of a user who set GOGC or GOMEMLIMIT are left alone.
func collectLate(input int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	limit := growth*int64(input) + baseMemory
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(limit)
	watchCollections(limit)
}

// watchCollections looks at what is alive after each collection, and goes over
// to a relative limit before the absolute one would make the collector run
// without end.
func watchCollections(limit int64) {
	type tick struct{ _ [16]byte }
	var again func(*tick)
	again = func(*tick) {
		if float64(living()) < lateShare*float64(limit) {
			runtime.SetFinalizer(new(tick), again)
			return
		}
		debug.SetGCPercent(latePercent)
		debug.SetMemoryLimit(math.MaxInt64)
	}
	runtime.SetFinalizer(new(tick), again)
}

// living returns the bytes that were alive at the last collection.
func living() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return math.MaxUint64
	}
	return sample[0].Value.Uint64()
}

// This file makes the garbage collector wait. A document is read, mended and written
// once, and nearly all memory is in use until the end, so collecting before that only
// costs time. It waits until the process is several times as large as the input.

package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The process may grow to growth times the input plus baseMemory before the collector
// runs for the first time. The runtime begins some 5 % below, which is what is allocated
// while it collects.
const (
	growth     = 10
	baseMemory = 40e6 // bytes: program, tables of names, a document of one page
)

// Once the memory in use exceeds that limit, the collector runs whenever it has grown
// by tightPercent, to stay near the limit. Beyond lostShare times the limit the
// document is of a kind that needs more (millions of tiny list items), and loosePercent
// keeps the collector from taking more time than the reading.
const (
	tightPercent = 8
	lostShare    = 2.5
	loosePercent = 50
)

// collectLate makes the collector wait, for a document of that many bytes of text.
// The limits of a user who set GOGC or GOMEMLIMIT are left alone.
func collectLate(input int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	limit := growth*float64(input) + baseMemory
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(int64(limit))
	watchCollections(limit)
}

// watchCollections checks the memory in use after each collection, and changes to a
// relative limit before the absolute one would make the collector run without end.
func watchCollections(limit float64) {
	type tick struct{ _ [16]byte }
	var again func(*tick)
	again = func(*tick) {
		switch alive := float64(living()); {
		case alive > lostShare*limit:
			debug.SetGCPercent(loosePercent)
			debug.SetMemoryLimit(math.MaxInt64)
			return
		case alive > limit:
			debug.SetGCPercent(tightPercent)
			debug.SetMemoryLimit(math.MaxInt64)
		}
		runtime.SetFinalizer(new(tick), again)
	}
	runtime.SetFinalizer(new(tick), again)
}

// living returns the number of bytes that were in use after the last collection.
func living() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return math.MaxUint64
	}
	return sample[0].Value.Uint64()
}

// In order: several inputs are read at the same time, and their results are used in the
// order of the command line, so the output does not depend on which is ready first.

package main

import (
	"context"
	"os"
	"sync"
)

// Limits of what is begun before an earlier document is ready. They bound the memory of
// results that wait: reading takes ten times the size of a document.
const (
	aheadDocuments = 64
	aheadBytes     = 16 << 20
)

// inOrder calls work for every name, at most jobs at a time, and emit with each
// result in the order of names. It stops at the first error of emit, and when ctx
// ends. It begins the largest of the next documents, by size in bytes, first: a long one
// begun last would be read alone, with the other cores idle.
func inOrder[T any](ctx context.Context, names []string, jobs int, size func(name string) int64, work func(name string) T, emit func(name string, v T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	q := newAhead(names, jobs, size)
	defer context.AfterFunc(ctx, q.stop)()
	defer q.stop()
	outcomes := make([]chan T, len(names))
	for i := range outcomes {
		outcomes[i] = make(chan T, 1)
	}
	for range min(jobs, len(names)) {
		go func() {
			for i := q.next(); i >= 0; i = q.next() {
				outcomes[i] <- work(names[i])
			}
		}()
	}
	for i, name := range names {
		select {
		case v := <-outcomes[i]:
			outcomes[i] = nil
			if err := emit(name, v); err != nil {
				return err
			}
			q.emitted()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// ahead says which document is begun next.
type ahead struct {
	mu      sync.Mutex
	moved   sync.Cond // an outcome was emitted, or all ends
	sizes   []int64
	begun   []bool
	least   int // documents that may always be ahead, whatever their size
	first   int // the first that is not emitted
	stopped bool
}

func newAhead(names []string, jobs int, size func(string) int64) *ahead {
	q := &ahead{sizes: make([]int64, len(names)), begun: make([]bool, len(names)), least: jobs + 1}
	q.moved.L = &q.mu
	for i, name := range names {
		q.sizes[i] = size(name)
	}
	return q
}

// next waits for a document that may be begun; -1 is the end.
func (q *ahead) next() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for !q.stopped {
		best, sum, open := -1, int64(0), false
		for i := q.first; i < len(q.sizes); i++ {
			sum += q.sizes[i]
			if n := i - q.first; n >= aheadDocuments || n >= q.least && sum > aheadBytes {
				open = true
				break
			}
			if !q.begun[i] && (best < 0 || q.sizes[i] > q.sizes[best]) {
				best = i
			}
		}
		if best >= 0 {
			q.begun[best] = true
			return best
		}
		if !open {
			return -1
		}
		q.moved.Wait()
	}
	return -1
}

func (q *ahead) emitted() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.first++
	q.moved.Broadcast()
}

func (q *ahead) stop() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.stopped = true
	q.moved.Broadcast()
}

// fileSize returns the size of the named input, 0 if only reading it shows that.
func fileSize(name string) int64 {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

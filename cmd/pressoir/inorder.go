// This file reads several inputs at the same time and uses their results in the order
// of the command line, so the output does not depend on which is ready first.

package main

import (
	"context"
	"sync"
)

// Limits on the documents that are begun before an earlier one is ready. They bound the
// memory of waiting results: reading takes ten times the size of a document.
const (
	aheadDocuments = 64
	aheadBytes     = 16 << 20
)

// inOrder calls work for every item, at most jobs at a time, and emit with each
// outcome in the order of items. It stops at the first error of emit, and at
// the end of ctx. Of the documents that come next it begins with the largest, by size
// in bytes: a long one begun last would be read alone, with the other cores idle.
func inOrder[S, T any](ctx context.Context, items []S, jobs int, size func(S) int64, work func(S) T, emit func(item S, v T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	q := newAhead(items, jobs, size)
	defer context.AfterFunc(ctx, q.stop)()
	defer q.stop()
	outcomes := make([]chan T, len(items))
	for i := range outcomes {
		outcomes[i] = make(chan T, 1)
	}
	for range min(jobs, len(items)) {
		go func() {
			for i := q.next(); i >= 0; i = q.next() {
				outcomes[i] <- work(items[i])
			}
		}()
	}
	for i, item := range items {
		select {
		case v := <-outcomes[i]:
			outcomes[i] = nil
			if err := emit(item, v); err != nil {
				return err
			}
			q.emitted()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// ahead decides which document is begun next.
type ahead struct {
	mu      sync.Mutex
	moved   sync.Cond // an outcome was emitted, or all ends
	sizes   []int64
	begun   []bool
	least   int // documents that may always be ahead, whatever their size
	first   int // the first that is not emitted
	stopped bool
}

func newAhead[S any](items []S, jobs int, size func(S) int64) *ahead {
	q := &ahead{sizes: make([]int64, len(items)), begun: make([]bool, len(items)), least: jobs + 1}
	q.moved.L = &q.mu
	for i, item := range items {
		q.sizes[i] = size(item)
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

package main

// Documents: several inputs worked on at the same time, their outcomes taken in
// the order of the command line, so that the output does not depend on which
// was read first.

import "context"

// inOrder calls work for every name, at most jobs at a time, and emit with each
// outcome in the order of names. It stops at the first error of emit, and at
// the end of ctx.
func inOrder[T any](ctx context.Context, names []string, jobs int, work func(name string) T, emit func(name string, v T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// The length of the queue bounds how many outcomes wait in memory.
	queue := make(chan chan T, max(jobs-1, 0))
	go func() {
		defer close(queue)
		for _, name := range names {
			outcome := make(chan T, 1)
			select {
			case queue <- outcome:
			case <-ctx.Done():
				return
			}
			go func() { outcome <- work(name) }()
		}
	}()
	i := 0
	for outcome := range queue {
		select {
		case v := <-outcome:
			if err := emit(names[i], v); err != nil {
				return err
			}
			i++
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

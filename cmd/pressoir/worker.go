// This file runs workers: processes that read the documents whose readers may hang or
// crash. A worker is this program with a hidden first argument.

package main

import (
	"fmt"
	"os"

	"github.com/pressoir/pressoir/batch/worker"
)

// isWorker reports whether this process was started to be a worker.
func isWorker(args []string) bool { return len(args) == 1 && args[0] == worker.Argument }

// runWorker serves documents until its parent has no more, and returns the exit
// status.
func runWorker() int {
	if err := worker.Main(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return statusFailed
	}
	return statusDone
}

// pool returns the workers of this command, which it makes for the first document that
// needs one. They end with this process.
func (r *reading) pool() *worker.Pool {
	r.poolOnce.Do(func() {
		timeout := r.timeout
		if timeout == 0 {
			timeout = -1 // no limit
		}
		r.workers = worker.NewPool(worker.Config{
			Timeout:   timeout,
			CacheDir:  cacheDir(),
			Preparing: sayPreparing,
		})
	})
	return r.workers
}

// Pressoir reads press releases and writes clean rows.
//
// This file is the only one that ends the process. Its exit statuses are a
// contract with scripts; the README lists them.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// The exit statuses, and there are no others.
const (
	statusDone        = 0
	statusFailed      = 1   // nothing was done
	statusUsage       = 2   // the command line is wrong
	statusSome        = 3   // some documents of several failed
	statusFindings    = 4   // findings at or above --fail-on
	statusInterrupted = 130 // as a shell reports SIGINT
)

func main() {
	os.Exit(run(os.Args[1:]))
}

// run executes one command line and returns its exit status.
func run(args []string) (status int) {
	if isWorker(args) {
		return runWorker()
	}
	defer func() {
		if v := recover(); v != nil {
			fmt.Fprintf(os.Stderr, "pressoir: internal error: %v\n", v)
			if os.Getenv("PRESSOIR_DEBUG") != "" {
				debug.PrintStack()
			}
			status = statusFailed
		}
	}()
	// If the reader of the output closes it (| head), the work ends without a failure.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second Ctrl-C ends the process at once: the first one restores the default.
	context.AfterFunc(ctx, stop)

	root := newRoot()
	root.SetArgs(args)
	helped := keepHelpError(root)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = helped()
	}
	if ctx.Err() != nil && !errors.Is(err, errStopped) {
		fmt.Fprintln(os.Stderr, "pressoir: interrupted")
		return statusInterrupted
	}
	return report(err)
}

// report prints what went wrong and returns the exit status for it.
func report(err error) int {
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return statusDone
	}
	var s *statusError
	if !errors.As(err, &s) {
		s = &statusError{statusFailed, err}
	}
	if s.err != nil {
		fmt.Fprintf(os.Stderr, "pressoir: %s\n", uncoloured(s.err.Error()))
	}
	return s.status
}

// A statusError ends the command with its exit status. If err is nil, the message has
// already been printed.
type statusError struct {
	status int
	err    error
}

func (e *statusError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit status %d", e.status)
	}
	return e.err.Error()
}

func (e *statusError) Unwrap() error { return e.err }

// errStopped ends a command that runs until it is stopped: that is no interruption.
var errStopped error = &statusError{status: statusDone}

// usagef returns an error in the command line.
func usagef(format string, args ...any) error {
	return &statusError{statusUsage, fmt.Errorf(format, args...)}
}

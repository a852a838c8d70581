// Package worker reads documents in separate processes, so that a document that crashes
// its reader, never ends or uses up the memory does not affect the others.
//
// Make a [Pool] with [NewPool] and call its Read, which is like extract.Read:
//
//	pool := worker.NewPool(worker.Config{})
//	defer pool.Close()
//	doc, err := pool.Read(ctx, "release.pdf", data, document.Options{})
//
// A worker is the same program, started with [Argument], so a program that uses a Pool
// begins with
//
//	if len(os.Args) > 1 && os.Args[1] == worker.Argument {
//		if err := worker.Main(os.Stdin, os.Stdout); err != nil {
//			log.Fatal(err)
//		}
//		return
//	}
//
// The workers of a Pool with [Work] also mend and write the document, and [Pool.Do]
// returns the bytes of the outputs.
//
// A worker reads one document at a time and serves many. The pool kills it when a
// document exceeds its deadline, and starts another. Only documents for which
// extract.Isolate is true need this; extract.Read in the caller's process is faster for
// the others.
//
// Within a major version, names here keep their meaning; the protocol between workers
// and pool is private and may change.
package worker

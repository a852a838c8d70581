// Package worker reads documents in processes of their own, so that a document
// that crashes its reader, never ends or eats the memory costs itself and no
// other.
//
// A [Pool] keeps workers: the same program, started with a hidden argument,
// that calls [Main]. A worker reads one document at a time and serves many. The
// pool kills it when a document outlasts its deadline, and starts another.
//
// A pool with [Work] goes on after reading: its workers mend and write the document,
// too, and [Pool.Do] returns the bytes of the outputs.
//
// Reading a document that is plain text needs none of this: [extract.Read] in
// the caller's process is faster. [extract.Isolate] tells which do.
package worker

// Package batch works on many documents: what is new or changed since the last
// run, in isolated workers, into a folder of outputs that it keeps a ledger of.
//
// [Run] is the whole of it. Files go to their places by rename and the ledger is
// written afterwards, so a run that is killed at any moment is continued by the next
// one, and the outputs do not depend on how often that happened, nor on the number of
// workers. [Diff] compares the results of two runs.
//
// Elsewhere: finding documents (sources), the processes that work on them (worker), the
// store (ledger), flags and messages (cmd/pressoir).
//
// Fields may be added to the structs here; those that exist keep their meaning within a
// major version.
package batch

// Package sources finds the documents that a command line names: files, folders,
// glob patterns, lists of names, and what is in zip and tar archives.
//
// [Find] lists them in an order that depends on nothing but the names, and gives
// each the path that its outputs are named after: the path below the root of the
// input that holds it. What is left out (other kinds, hidden and temporary files)
// is counted, and an archive is opened within limits.
//
// Reading the documents is the business of packages extract and worker, writing outputs
// that of package batch. Names keep their meaning within a major version.
package sources

// Package score measures how well Pressoir reads: it runs the product over
// documents whose tables are known and counts what came out right.
//
// [Find] lists the documents of a folder, [Run] reads and judges them, [Report]
// prints the figures by kind and format, and a [Record] of them is what the
// ratchet test holds the next run against. What lives elsewhere: the documents
// that ship (testdata, made by package corpus) and the command (cmd/score).
//
// Only product.go knows the product's packages.
package score

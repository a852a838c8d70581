// Package score measures how well Pressoir reads: it runs the product over
// documents whose tables are known and counts what came out right.
//
// [Find] lists the documents of a folder, [Run] reads and judges them, [Report]
// prints the figures by kind and format, and the ratchet test compares the next run
// with a [Record] of them. The documents that ship are in testdata, made by package
// corpus; the command is in cmd/score.
//
// Only product.go knows the product's packages.
package score

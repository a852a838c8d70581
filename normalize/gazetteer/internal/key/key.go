// Package key hashes the keys of names. It is separate so that the program that
// makes the tables and the package that reads them use one and the same.
package key

import "strings"

// Buckets is the number of values of Hash: a power of two that leaves two or
// three communes in a bucket.
const Buckets = 1 << 14

// Hash returns the bucket of a key: FNV-1a, mixed once more so that the low bits serve.
func Hash(key []byte) int {
	h := uint32(2166136261)
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return int((h ^ h>>15) * 2654435769 >> 7 % Buckets)
}

// Short returns a name without the words in parentheses that distinguish it from
// another, which nobody prints: "Bors (Canton de Charente-Sud)".
func Short(name string) string {
	short, _, _ := strings.Cut(name, " (")
	return short
}

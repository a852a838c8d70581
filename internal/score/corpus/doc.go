// Package corpus makes the documents that ship for scoring: invented press
// releases whose records are known because the same data wrote both.
//
// A recipe (recipes_*.go) draws data, says how it is laid out, and returns a
// release. A release is made of blocks; each block writes itself as text, Markdown
// and HTML. [Generate] returns all files but the PDFs, and the pages that the
// PDFs are printed from: cmd/corpus prints them.
//
// The package knows nothing of how Pressoir reads. The same code makes the same
// bytes: each release draws from a source seeded with its name, so that a new
// recipe changes no other release.
package corpus

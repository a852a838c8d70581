// The whole way from a document as read to its result.
package normalize

import (
	"github.com/pressoir/pressoir/extract"
)

// Options narrow what Normalize does. The zero value does everything.
type Options struct {
	Profile *Profile // what is known of the family of releases; nil infers everything
	Skip    []string // names of passes and checks that are not run
}

// Normalize binds the tables and lists of doc, runs the passes and the checks
// on them, and holds the claims of the prose against the rows. It does not
// change doc, and the result depends on doc and opt alone.
func Normalize(doc *extract.Document, opt Options) *Result {
	return &Result{Document: doc}
}

// Package schema holds the JSON Schema of what Pressoir writes as JSON.
package schema

import _ "embed"

// JSON is the schema of one document as output.JSON writes it.
//
//go:embed pressoir.schema.json
var JSON []byte

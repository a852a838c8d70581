// Package schema describes the JSON that Pressoir writes, as Go structs and as a JSON
// Schema. It imports nothing of Pressoir.
//
// Decode one document into a [Result], and the array that is written for several
// documents into a []Result:
//
//	var res schema.Result
//	err := json.Unmarshal(data, &res)
//
// Fields may be added; those that exist keep their names and meaning within a major
// version, so decode without DisallowUnknownFields.
package schema

import (
	_ "embed"
	"slices"
)

//go:embed pressoir.schema.json
var schema []byte

// JSON returns the JSON Schema of one document as output.JSON writes it.
func JSON() []byte { return slices.Clone(schema) }

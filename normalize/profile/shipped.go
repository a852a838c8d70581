// The profiles that come with Pressoir, and the schema of profiles for editors.

package profile

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

//go:embed profiles/*.yaml
var shipped embed.FS

//go:embed profile.schema.json
var schema []byte

// Schema returns the JSON Schema of profiles, for editors.
func Schema() []byte { return slices.Clone(schema) }

// ShippedNames returns the names of the profiles that come with Pressoir.
func ShippedNames() (names []string) {
	files, err := shipped.ReadDir("profiles")
	if err != nil {
		panic(err) // it is embedded
	}
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), ".yaml"))
	}
	return names
}

// Shipped returns the profiles that come with Pressoir, in the order of their names. Each
// call parses them, so that they are the caller's to change.
func Shipped() (all []*Profile) {
	for _, name := range ShippedNames() {
		source, _ := ShippedSource(name)
		p, err := Parse(source)
		if err != nil || p.Name != name {
			panic(fmt.Sprintf("profiles/%s.yaml: %v", name, err)) // a test reads them all
		}
		all = append(all, p)
	}
	return all
}

// ShippedSource returns the YAML of the shipped profile called name.
func ShippedSource(name string) (source []byte, ok bool) {
	if !familyName.MatchString(name) {
		return nil, false
	}
	source, err := shipped.ReadFile("profiles/" + name + ".yaml")
	return source, err == nil
}

// Choose returns the first of the profiles that recognises doc, nil if none does.
func Choose(doc *document.Document, profiles []*Profile) *Profile {
	for _, p := range profiles {
		if p.Recognises(doc) {
			return p
		}
	}
	return nil
}

// Package profile reads profiles: what is known of a family of releases before one is
// read.
//
// [Parse] reads a profile from YAML, with the place of every mistake, [Shipped] returns
// those that come with Pressoir, and [Choose] finds the one that recognises a document.
// Give it to normalize.Normalize in Options.Profile. docs/profiles.md describes the
// format, [Schema] too.
//
// Fields may be added to profiles; those that exist keep their meaning, so a profile
// that Parse accepts is accepted by later versions.
package profile

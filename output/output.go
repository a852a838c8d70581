// Package output writes results. The bytes depend on the result and the options
// alone: no clock, no map order, no locale.
package output

import (
	"io"

	"github.com/pressoir/pressoir/normalize"
)

// A Format writes a result one way.
type Format struct {
	Name       string   // as in --format
	Extensions []string // with the dot, lower case
	Write      func(w io.Writer, res *normalize.Result, opt Options) error
}

// Options choose among the ways to write.
type Options struct {
	Table      int    // Table.ID to write; 0 is the main one, -1 all
	Provenance bool   // add source, source_page, source_row, source_box, repairs
	Dialect    string // "", "excel-fr"
	Version    string // of the program, where a format records it
}

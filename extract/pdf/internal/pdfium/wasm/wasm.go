// Package wasm holds PDFium as a WebAssembly module, which go-pdfium builds.
//
// The module is cut into pieces, so that a program embeds its code compressed
// and a start needs none of it: [Shell] is what a usual start loads, [Module]
// what has to be compiled once on a machine, [Imports] what PDFium asks of its
// host. Package generate cuts the pieces; run go generate after a change of
// go-pdfium's version.
package wasm

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"slices"
)

//go:generate go run ./generate

// The pieces, in the order of the module. stubs takes the place of code.
var (
	//go:embed imports.bin
	imports []byte // header, types, imports
	//go:embed tables.bin
	tables []byte // all other sections before the code
	//go:embed code.bin.gz
	code []byte // the bodies of the functions
	//go:embed stubs.bin
	stubs []byte // bodies that trap, and a checksum of code
	//go:embed data.bin
	data []byte // all sections after the code
)

// Module returns the whole module.
func Module() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(code))
	if err != nil {
		return nil, fmt.Errorf("the code of PDFium: %w", err)
	}
	bodies, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("the code of PDFium: %w", err)
	}
	return slices.Concat(imports, tables, bodies, data), nil
}

// Shell returns the module with functions that only trap. Imports, exports,
// tables and data are the same, so code compiled from the whole module fits it.
// Modules whose functions alone differ have different shells.
func Shell() []byte { return slices.Concat(imports, tables, stubs, data) }

// Imports returns a module that imports what PDFium does and has nothing else.
// It must not be changed.
func Imports() []byte { return imports }

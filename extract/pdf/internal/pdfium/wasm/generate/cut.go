// This file cuts a WebAssembly module at the borders of its sections. The format
// is that of https://webassembly.github.io/spec/core/binary/modules.html.

package main

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
)

// pieces are the parts of a module; package wasm says what each holds.
type pieces struct{ imports, tables, code, stubs, data []byte }

var errNoModule = errors.New("not a WebAssembly module with imports and functions")

const (
	headerSize = 8 // bytes before the first section

	// Numbers of sections.
	customSection = 0
	typeSection   = 1
	importSection = 2
	codeSection   = 10
)

// cut cuts a module, which has to begin with its types and imports, as all do
// that compilers write.
func cut(module []byte) (p pieces, err error) {
	if len(module) < headerSize {
		return p, errNoModule
	}
	var imports, code bool // were met
	p.imports = module[:headerSize]
	for rest := module[headerSize:]; len(rest) > 0; {
		id := rest[0]
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || size > uint64(len(rest)-1-n) {
			return p, errNoModule
		}
		head := 1 + n
		section := rest[:head+int(size)]
		rest = rest[len(section):]
		switch {
		case id == typeSection && len(p.tables) == 0 && !imports:
			p.imports = grow(p.imports, section)
		case id == importSection && len(p.tables) == 0:
			p.imports = grow(p.imports, section)
			imports = true
		case id == codeSection && !code:
			p.code, code = section, true
			if p.stubs, err = stubsOf(section, head); err != nil {
				return p, err
			}
		case code:
			p.data = grow(p.data, section)
		default:
			p.tables = grow(p.tables, section)
		}
	}
	if !imports || !code {
		return p, errNoModule
	}
	return p, nil
}

// grow appends section to piece, which are neighbours in the module, without
// writing there.
func grow(piece, section []byte) []byte { return append(piece[:len(piece):len(piece)], section...) }

// stubsOf returns a code section with as many functions as section, whose
// contents begin at head, all of which trap. A custom section before it holds a
// checksum of the real ones.
func stubsOf(section []byte, head int) ([]byte, error) {
	functions, n := binary.Uvarint(section[head:])
	if n <= 0 || functions > uint64(len(section)) {
		return nil, errNoModule
	}
	const name = "sha256 of the code"
	sum := sha256.Sum256(section)
	out := []byte{customSection, byte(1 + len(name) + len(sum)), byte(len(name))}
	out = append(append(out, name...), sum[:]...)

	body := []byte{3, 0, 0x00, 0x0b} // 3 bytes: no locals; unreachable; end
	out = binary.AppendUvarint(append(out, codeSection), uint64(n)+functions*uint64(len(body)))
	out = binary.AppendUvarint(out, functions)
	for range functions {
		out = append(out, body...)
	}
	return out, nil
}

// The embedded pieces are those of go-pdfium's module.

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/pressoir/pressoir/extract/pdf/internal/pdfium/wasm"
)

// moduleSHA256 is the checksum of the PDFium module in go-pdfium v1.20.0.
const moduleSHA256 = "f651270c675cac90702b762f4b95d2b34e365cdb374065e40af016f4f0f304ea"

func TestModuleIsThatOfGoPDFium(t *testing.T) {
	held, err := wasm.Module()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(held)
	if got := hex.EncodeToString(sum[:]); got != moduleSHA256 {
		t.Errorf("the embedded module has the checksum %s, want %s", got, moduleSHA256)
	}
	theirs, err := readModule()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(held, theirs) {
		t.Error("go.mod names a go-pdfium with another module: run go generate")
	}
	p, err := cut(theirs)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]byte{"imports.bin": p.imports, "tables.bin": p.tables, "stubs.bin": p.stubs, "data.bin": p.data} {
		if got, err := os.ReadFile(filepath.Join("..", name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what is cut from the module (%v): run go generate", name, err)
		}
	}
}

func TestCut(t *testing.T) {
	// One import and one function; the bodies differ in an instruction.
	const module = "\x00asm\x01\x00\x00\x00\x01\x04\x01\x60\x00\x00\x02\x07\x01\x01a\x01b\x00\x00\x03\x02\x01\x00\x0a\x05\x01\x03\x00"
	a, errA := cut([]byte(module + "\x01\x0b"))
	b, errB := cut([]byte(module + "\x00\x0b"))
	if errA != nil || errB != nil || bytes.Equal(a.stubs, b.stubs) {
		t.Errorf("modules of other functions have stubs %x (%v) and %x (%v)", a.stubs, errA, b.stubs, errB)
	}
	for _, bad := range []string{"", "\x00asm\x01\x00\x00\x00", "\x00asm\x01\x00\x00\x00\x0a\xff", "\x00asm\x01\x00\x00\x00\x0a", "\x00asm\x01\x00\x00\x00\x0a\x01\xff"} {
		if _, err := cut([]byte(bad)); err == nil {
			t.Errorf("%q was cut", bad)
		}
	}
}

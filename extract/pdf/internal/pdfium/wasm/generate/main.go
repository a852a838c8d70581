// Command generate cuts the PDFium module of go-pdfium, in the version that
// go.mod names, into the files that package wasm embeds.
package main

import (
	"bytes"
	"compress/gzip"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	if err := run("."); err != nil {
		log.Fatal(err)
	}
}

// run writes the pieces into dir.
func run(dir string) error {
	module, err := readModule()
	if err != nil {
		return err
	}
	p, err := cut(module)
	if err != nil {
		return err
	}
	var code bytes.Buffer
	w, err := gzip.NewWriterLevel(&code, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(p.code); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	for name, piece := range map[string][]byte{
		"imports.bin": p.imports, "tables.bin": p.tables, "code.bin.gz": code.Bytes(), "stubs.bin": p.stubs, "data.bin": p.data,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), piece, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// readModule reads PDFium from the go-pdfium in Go's module cache.
func readModule() ([]byte, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium").Output()
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "webassembly", "pdfium.wasm"))
}

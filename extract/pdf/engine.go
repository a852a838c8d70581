// This file prepares the process's PDF engine.

package pdf

import "github.com/pressoir/pressoir/extract/pdf/internal/pdfium"

// Prepare starts the PDF engine, which otherwise starts with the first PDF. Only
// the first call of a process has an effect.
//
// cacheDir is where the compiled engine is kept (21 MB): "" is a folder in the
// user's cache directory, "off" keeps nothing. Where nothing is kept yet, the
// engine is compiled first, which takes some seconds; preparing, if not nil, is
// called before that. The error is for machines that cannot run the engine.
func Prepare(cacheDir string, preparing func()) error {
	_, err := pdfium.Shared(pdfium.Config{CacheDir: cacheDir, Preparing: preparing})
	return err
}

// Prepared reports whether cacheDir, as for [Prepare], holds a compiled engine, so
// that the start will take a tenth of a second.
func Prepared(cacheDir string) bool { return pdfium.Prepared(cacheDir) }

// CanCache reports whether the compiled engine can be kept in cacheDir, as for
// [Prepare]. Where it cannot, every process compiles it again.
func CanCache(cacheDir string) bool { return pdfium.CanCache(cacheDir) }

// Package pdfium opens PDFs with PDFium on WebAssembly and reads what each page
// shows into an ink.Page.
//
// [Shared] starts the process's [Engine]; [Engine.Open] gives a [Doc], and
// [Doc.Page] reads a page of it. Package wasm holds the engine's bytes; wazero
// compiles them once on a machine, and shell.go and codefile.go make later starts
// quick. An instance of the engine that crashed is replaced, so a page that crashes
// it costs only itself.
//
// A page is read in the files read.go (the frame), glyphs.go and textobject.go,
// shapes.go and subpath.go (paths and pictures), annots.go, turn.go (pages set
// sideways) and unseen.go (letters that the page does not show).
package pdfium

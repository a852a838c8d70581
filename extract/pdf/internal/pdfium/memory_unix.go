//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

// This file gives an instance address space that it grows into. A slice that is
// copied to grow would, for a moment, hold a large document's memory twice.

package pdfium

import "syscall"

// reserve gives size bytes of address space; the system gives memory to the
// parts that are used.
func reserve(size uint64) ([]byte, func()) {
	b, err := syscall.Mmap(-1, 0, int(size), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil, func() {}
	}
	return b, func() { _ = syscall.Munmap(b) }
}

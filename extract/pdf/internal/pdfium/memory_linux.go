// This file asks Linux for memory in large pages.

package pdfium

import "syscall"

// largePages asks for pages of 2 MiB where b's are not taken yet. Taking a page of
// 4 KiB costs a fault, and there are thousands of them.
func largePages(b []byte) { _ = syscall.Madvise(b, syscall.MADV_HUGEPAGE) }

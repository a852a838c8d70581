//go:build !linux

// This file is for systems that choose the size of pages themselves.

package pdfium

func largePages([]byte) {}

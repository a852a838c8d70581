//go:build !windows

// A file that appears whole or not at all.

package main

import (
	"io"

	"github.com/google/renameio/v2"
)

// writeWhole runs write on a temporary file beside path, and gives it its name
// only if all went well.
func writeWhole(path string, write func(io.Writer) error) error {
	f, err := renameio.NewPendingFile(path, renameio.WithPermissions(0o644), renameio.WithExistingPermissions())
	if err != nil {
		return err
	}
	defer f.Cleanup()
	if err := write(f); err != nil {
		return err
	}
	return f.CloseAtomicallyReplace()
}

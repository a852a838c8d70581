//go:build !windows

// This file writes files that appear whole or not at all.

package main

import (
	"io"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// writeWhole runs write on a temporary file beside path, and gives it its name
// only if all went well.
func writeWhole(path string, write func(io.Writer) error) error {
	// Without WithTempDir, renameio would write two more files for each one, to find out
	// whether the system's directory for temporary files can be used.
	f, err := renameio.NewPendingFile(path, renameio.WithTempDir(filepath.Dir(path)), renameio.WithPermissions(0o644), renameio.WithExistingPermissions())
	if err != nil {
		return err
	}
	defer f.Cleanup()
	if err := write(f); err != nil {
		return err
	}
	return f.CloseAtomicallyReplace()
}

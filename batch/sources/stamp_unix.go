//go:build unix

// What the file system says of a file, on systems that count its changes.

package sources

import (
	"fmt"
	"io/fs"
	"syscall"
)

// stamp is size, inode and both times: the time of change, unlike that of the
// content, cannot be set back by a copy that keeps times.
func stamp(info fs.FileInfo) string {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return ""
	}
	changed := changeTime(st)
	if changed == "" {
		return ""
	}
	return fmt.Sprintf("%d %d %d %s", info.Size(), st.Ino, info.ModTime().UnixNano(), changed)
}

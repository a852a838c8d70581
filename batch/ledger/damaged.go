// This file says what to do with a ledger that is damaged.

package ledger

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// Plain returns an error of the ledger that is the file path with what to do, where the
// file is damaged; other errors as they are.
func Plain(path string, err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	// The low byte is the kind of error, the rest says more of it.
	if kind := e.Code() & 0xff; kind != codes.SQLITE_CORRUPT && kind != codes.SQLITE_NOTADB {
		return err
	}
	return fmt.Errorf("%s: the ledger is damaged (%w); remove %s*, and the next run does all documents again", path, e, path)
}

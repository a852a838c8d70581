// Input: the bytes of a file or of standard input, never more than the limit.

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"
)

// defaultMaxInput is the largest document read, in bytes. A release has some
// kilobytes; what is larger by a million is a mistake, and would take ten times
// its size in memory.
const defaultMaxInput = 512 << 20

// readInput returns the bytes of the named file, "-" for standard input.
func readInput(name string, stdin io.Reader, limit int64) ([]byte, error) {
	if name == "-" {
		if f, ok := stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
			fmt.Fprintln(os.Stderr, "pressoir: reading from the terminal; end with Ctrl-D, or give a file")
		}
		return readAtMost(stdin, name, 0, limit)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, plainError(name, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, plainError(name, err)
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%s: is a directory; name the files in it", name)
	}
	return readAtMost(f, name, info.Size(), limit)
}

// readAtMost reads r to its end; size is a hint, in bytes.
func readAtMost(r io.Reader, name string, size, limit int64) ([]byte, error) {
	tooLarge := fmt.Errorf("%s: larger than %s; raise --max-input to read it", name, formatSize(limit))
	if size > limit {
		return nil, tooLarge
	}
	buf := make([]byte, 0, max(size, 4096)+1) // +1: a read that finds the end needs room
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):min(int64(cap(buf)), limit+1)])
		buf = buf[:len(buf)+n]
		if int64(len(buf)) > limit {
			return nil, tooLarge
		}
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return nil, plainError(name, err)
		}
	}
}

// plainError says what went wrong with a file without the name of the system call.
func plainError(name string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: no such file", name)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// A sizeFlag is a number of bytes given as 512MB, 2GB, 64kB or plain bytes.
type sizeFlag int64

func (s *sizeFlag) String() string { return formatSize(int64(*s)) }
func (s *sizeFlag) Type() string   { return "size" }

func (s *sizeFlag) Set(v string) error {
	text := strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(v)), "B")
	shift := 0
	for i, unit := range []string{"K", "M", "G"} {
		if t, ok := strings.CutSuffix(text, unit); ok {
			text, shift = t, 10*(i+1)
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	if err != nil || n <= 0 || n > 1<<(62-shift) {
		return errors.New("want a size like 64MB or 2GB")
	}
	*s = sizeFlag(n << shift)
	return nil
}

func formatSize(n int64) string {
	for i, unit := range []string{"GB", "MB", "kB"} {
		if one := int64(1) << (30 - 10*i); n >= one && n%one == 0 {
			return strconv.FormatInt(n/one, 10) + " " + unit
		}
	}
	return strconv.FormatInt(n, 10) + " bytes"
}

// This file decides whether output is coloured, and has the colours.

package main

import (
	"os"

	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
	"golang.org/x/term"
)

// A paint puts text in a colour, or leaves it as it is.
type paint bool

// colours returns the paint for f: in colour on a terminal that has it, unless
// NO_COLOR is set (https://no-color.org).
func colours(f *os.File) paint {
	return paint(os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd())))
}

// The colours, as SGR parameters.
const (
	bold   = "1"
	red    = "31"
	green  = "32"
	yellow = "33"
	grey   = "90"
)

func (p paint) in(sgr, text string) string {
	if !p || sgr == "" {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[0m"
}

func levelColour(l records.Level) string {
	return [...]string{records.Noted: grey, records.Doubt: yellow, records.Fault: red}[l]
}

func statusColour(s claims.Status) string {
	switch s {
	case claims.OK:
		return green
	case claims.Mismatch, claims.Contradiction:
		return red
	}
	return grey
}

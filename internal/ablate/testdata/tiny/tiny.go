// Package tiny has rules that its tests hold, and rules that nothing holds.
package tiny

// A level counts with iota, which nobody moves.
type level int

const (
	low level = iota
	high
)

const (
	widest  = 10       // held: the test asks for 10 and 11
	spare   = 0.5      // points; held by nothing
	known   = 1 << 4   // bits: not moved
	room    = 64       // the size of a buffer: not moved
	ratio   = 2        // a whole number that is used as a fraction
	scored  = 7        // held by the score alone
	visited = low + high
)

// Wide is held by the package's own test.
func Wide(n int) bool { return n > widest }

// Used is held by the test of the package that imports this one.
func Used(n int) bool { return n > 3 }

// Idle is held by nothing.
func Idle(n float64) bool {
	buf := make([]byte, 0, room)
	return n/ratio > spare && len(buf) == 0
}

// Endless ends only if it finds something.
func Endless(n int) (int, bool) {
	if n&known != 0 {
		return n, true
	}
	return 0, true
}

// Score prints what the score compares.
func Score() int { return scored }

package tiny

import "testing"

func TestWide(t *testing.T) {
	if Wide(10) || !Wide(11) {
		t.Error("widest")
	}
	Idle(3)
	for ok := false; !ok; {
		_, ok = Endless(1)
	}
}

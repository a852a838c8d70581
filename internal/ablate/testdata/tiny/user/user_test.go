package user

import (
	"testing"

	"example.org/tiny"
)

func TestUsed(t *testing.T) {
	if tiny.Used(3) || !tiny.Used(4) {
		t.Error("used")
	}
}

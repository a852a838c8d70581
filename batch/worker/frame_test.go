// The protocol by itself: frames that are too long are neither sent nor taken.

package worker

import (
	"bytes"
	"errors"
	"testing"
)

func TestFramesAreBounded(t *testing.T) {
	var wire bytes.Buffer
	sender, taker := newLink(nil, &wire), newLink(&wire, nil)
	sender.largest, taker.largest = 10, 9

	if err := sender.send(kindData, make([]byte, 11)); !errors.Is(err, errTooLarge) || wire.Len() > 0 {
		t.Errorf("11 bytes sent: error %v, %d bytes on the wire", err, wire.Len())
	}
	for _, tt := range []struct {
		n    int
		want error
	}{{9, nil}, {10, errTooLarge}} {
		wire.Reset()
		if err := sender.send(kindData, make([]byte, tt.n)); err != nil {
			t.Fatal(err)
		}
		if _, data, err := taker.receive(); !errors.Is(err, tt.want) || err == nil && len(data) != tt.n {
			t.Errorf("%d bytes taken: %d, error %v", tt.n, len(data), err)
		}
	}
}

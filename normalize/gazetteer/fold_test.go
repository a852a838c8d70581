// Folding: a key stays as it is when it is folded again.

package gazetteer

import "testing"

func TestFoldIsItsOwnKey(t *testing.T) {
	for p := range uint16(communeCount) {
		key := Fold(communes().name(p))
		if again := Fold(key); again != key {
			t.Fatalf("Fold(%q) = %q", key, again)
		}
	}
}

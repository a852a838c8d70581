// Prose that would make a careless reader slow.

package claims

import (
	"strings"
	"testing"
)

// Hostile prose ends, whatever it repeats.
func TestHostileProse(t *testing.T) {
	for _, s := range []string{"1:", "1 ", "sur ces 3 : 1, ", "dont ", ". ", "\n", "quatre-vingt ", "un ", "(", "1.", "é.", "A. ", "soit 3 et ", "% 3 % "} {
		Check(release(strings.Repeat(s, 1<<21/len(s))), network(3, 1))
	}
}

// Many counts over many lists end too: each is held against its own.
func TestManyCountsOverManyLists(t *testing.T) {
	for _, s := range []string{"Le lot compte 12 sites.\n- A\n- B\n- C\n", "# Les 12 sites\n- A\n- B\n", "Les 12 sites :\nDurand\nDupont\n"} {
		Check(release("# Bilan\n"+strings.Repeat(s, 1<<18/len(s))), network(3, 1))
	}
}

// --fail-on: a claim that the rows contradict counts as a doubt.

package main

import (
	"testing"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/claims"
)

func TestFailOnClaims(t *testing.T) {
	res := &normalize.Result{Claims: []claims.Claim{{Status: claims.OK}, {Status: claims.Contradiction}}}
	for level, want := range map[string]bool{"": false, "note": true, "doubt": true, "fault": false} {
		f := &failOn{name: level}
		if err := f.prepare(); err != nil {
			t.Fatal(err)
		}
		f.see(res)
		if f.hit != want {
			t.Errorf("--fail-on %q: %v, want %v", level, f.hit, want)
		}
	}
}

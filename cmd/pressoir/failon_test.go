// --fail-on: a claim that the rows contradict counts as a doubt; codes may stand
// beside a level.

package main

import (
	"testing"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
)

func TestFailOn(t *testing.T) {
	claim := &normalize.Result{Claims: []claims.Claim{{Status: claims.OK}, {Status: claims.Contradiction}}}
	none := &normalize.Result{Findings: []records.Finding{{Code: "no-records", Level: records.Noted}}}
	for _, tt := range []struct {
		names string
		res   *normalize.Result
		want  bool
	}{
		{"", claim, false},
		{"note", claim, true},
		{"doubt", claim, true},
		{"fault", claim, false},
		{"no-records", claim, false},
		{"doubt", none, false},
		{"no-records", none, true},
		{"doubt, no-records", none, true},
		{"fault,note", none, true},
		{"list-unread", none, false},
	} {
		f := &failOn{names: tt.names}
		if err := f.prepare(); err != nil {
			t.Fatal(err)
		}
		f.see(tt.res)
		if f.hit != tt.want {
			t.Errorf("--fail-on %q: %v, want %v", tt.names, f.hit, tt.want)
		}
	}
	if err := (&failOn{names: "doubt,no-record"}).prepare(); err == nil {
		t.Error("a code that does not exist is taken")
	}
}

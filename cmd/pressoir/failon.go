// --fail-on: an exit status for scripts that must not take doubtful rows.

package main

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/docs"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
	"github.com/spf13/cobra"
)

// failOn remembers whether any document had a finding that --fail-on names.
type failOn struct {
	names string // levels and codes with commas between; "" is never
	level records.Level
	any   bool // a level is named
	codes []string
	hit   bool
}

// levelNames are the levels in rising order, as normalize.Level counts them.
var levelNames = []string{records.Noted.String(), records.Doubt.String(), records.Fault.String()}

func failFlag(cmd *cobra.Command) *failOn {
	f := &failOn{}
	cmd.Flags().StringVar(&f.names, "fail-on", "", "exit with status 4 if there is a finding at or above a level ("+strings.Join(levelNames, ", ")+") or with a code; comma-separated, such as doubt,no-records (default: never)")
	_ = cmd.RegisterFlagCompletionFunc("fail-on", cobra.FixedCompletions(levelNames, cobra.ShellCompDirectiveNoFileComp))
	return f
}

func (f *failOn) prepare() error {
	if f.names == "" {
		return nil
	}
	known := docs.FindingCodes()
	for name := range strings.SplitSeq(f.names, ",") {
		name = strings.TrimSpace(name)
		switch i := slices.Index(levelNames, name); {
		case i >= 0 && (!f.any || records.Level(i) < f.level):
			f.level, f.any = records.Level(i), true
		case i >= 0:
		case slices.Contains(known, name):
			f.codes = append(f.codes, name)
		default:
			return usagef("--fail-on %s: want %s, or a code that docs/findings.md lists", name, strings.Join(levelNames, ", "))
		}
	}
	return nil
}

// see notes the findings of a document. A claim that the rows or the prose contradict
// counts as a doubt.
func (f *failOn) see(res *normalize.Result) {
	for i := range res.Findings {
		fd := &res.Findings[i]
		f.hit = f.hit || f.any && fd.Level >= f.level || slices.Contains(f.codes, fd.Code)
	}
	for i := range res.Claims {
		f.hit = f.hit || f.any && needsLook(&res.Claims[i]) && f.level <= records.Doubt
	}
}

// doubts counts the findings and claims of a document that a person should look at.
func doubts(res *normalize.Result) (n int) {
	for i := range res.Findings {
		if res.Findings[i].Level >= records.Doubt {
			n++
		}
	}
	for i := range res.Claims {
		if needsLook(&res.Claims[i]) {
			n++
		}
	}
	return n
}

// countResult is the count of a job over results.
func countResult(res *normalize.Result) (rows, doubtful int) {
	for _, t := range res.Tables {
		rows += output.CountRecords(t)
	}
	return rows, doubts(res)
}

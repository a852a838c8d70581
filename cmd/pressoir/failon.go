// --fail-on: an exit status for scripts that must not take doubtful rows.

package main

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/spf13/cobra"
)

// failOn remembers whether any document had a finding at or above a level.
type failOn struct {
	name  string // "" is never
	level records.Level
	hit   bool
}

// levelNames are the levels in rising order, as normalize.Level counts them.
var levelNames = []string{records.Noted.String(), records.Doubt.String(), records.Fault.String()}

func failFlag(cmd *cobra.Command) *failOn {
	f := &failOn{}
	cmd.Flags().StringVar(&f.name, "fail-on", "", "exit with status 4 if there is a finding at or above: "+strings.Join(levelNames, ", ")+" (default: never)")
	_ = cmd.RegisterFlagCompletionFunc("fail-on", cobra.FixedCompletions(levelNames, cobra.ShellCompDirectiveNoFileComp))
	return f
}

func (f *failOn) prepare() error {
	if f.name == "" {
		return nil
	}
	i := slices.Index(levelNames, f.name)
	if i < 0 {
		return usagef("--fail-on %s: there are %s", f.name, strings.Join(levelNames, ", "))
	}
	f.level = records.Level(i)
	return nil
}

// see looks at the findings of a document. A claim that the rows or the prose
// contradict counts as a doubt.
func (f *failOn) see(res *normalize.Result) {
	if f.name == "" {
		return
	}
	f.hit = f.hit || len(res.Findings) > 0 && res.Worst() >= f.level
	for i := range res.Claims {
		f.hit = f.hit || needsLook(&res.Claims[i]) && f.level <= records.Doubt
	}
}

// or returns err, or if that is nil the status for findings.
func (f *failOn) or(err error) error {
	if err == nil && f.hit {
		return &statusError{status: statusFindings}
	}
	return err
}

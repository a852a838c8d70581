// The root command: what all commands share, and the list of them.

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// commands lists the commands in the order of the help.
var commands = []func() *cobra.Command{
	newExtract,
	newTables,
	newExplain,
	newCheck,
	newReview,
	newBatch,
	newWatch,
	newStatus,
	newDiff,
	newInspect,
	newPasses,
	newProfile,
	newSchema,
	newVersion,
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "pressoir",
		Short: "Clean rows from press releases, each value traceable to where it is printed",
		Long: `Pressoir finds the lists and tables in press releases, mends what layout and
conversion broke, compares the figures that the prose announces with the rows,
and writes clean CSV and JSON.

Data goes to standard output, everything else to standard error.
Exit status: 0 done, 1 failed, 2 wrong usage, 3 some documents of several
failed, 4 findings at or above --fail-on, 130 interrupted.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			msg := "unknown command " + quote(args[0])
			if s := cmd.SuggestionsFor(args[0]); len(s) > 0 {
				msg += "; did you mean " + strings.Join(s, " or ") + "?"
			} else if _, err := os.Stat(args[0]); err == nil {
				msg += "; to read a file: pressoir extract " + args[0]
			}
			return usagef("%s", msg)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usagef("%s; see %s --help", flagWords(err), cmd.CommandPath())
	})
	for _, c := range commands {
		root.AddCommand(c())
	}
	return root
}

// keepHelpError makes the help of all commands one write, and returns a function that
// returns its error. The library drops that error, so --help on a full disk would end
// with status 0.
func keepHelpError(root *cobra.Command) func() error {
	var failed error
	show := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		out := cmd.OutOrStdout()
		var text bytes.Buffer
		cmd.SetOut(&text)
		show(cmd, args)
		cmd.SetOut(out)
		_, failed = out.Write(text.Bytes())
	})
	return func() error { return failed }
}

// flagWords returns in plain words what is wrong with a flag, where the library quotes
// Go's packages.
func flagWords(err error) string {
	var bad *pflag.InvalidValueError
	if !errors.As(err, &bad) {
		return err.Error()
	}
	want := map[string]string{"int": "a number", "duration": "a time like 30s or 2m", "bool": "true or false"}[bad.GetFlag().Value.Type()]
	if want == "" {
		return err.Error()
	}
	return fmt.Sprintf("--%s %s: want %s", bad.GetFlag().Name, bad.GetValue(), want)
}

// files checks the arguments of a command that reads documents.
func files(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usagef("no file given; name one or more, or - for standard input; see %s --help", cmd.CommandPath())
	}
	stdin := 0
	for _, a := range args {
		if a == "-" {
			stdin++
		}
	}
	if stdin > 1 {
		return usagef("standard input (-) can be read only once")
	}
	return nil
}

// quote puts s between double quotes, for messages.
func quote(s string) string { return `"` + s + `"` }

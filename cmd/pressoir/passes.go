// pressoir passes: what --skip can leave out, in the order in which it runs.

package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pressoir/pressoir/normalize"
)

func newPasses() *cobra.Command {
	return &cobra.Command{
		Use:   "passes",
		Short: "List the passes and checks in the order they run",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for i := range normalize.Passes {
				fmt.Fprintf(w, "pass\t%s\t%s\n", normalize.Passes[i].Name, normalize.Passes[i].Doc)
			}
			for i := range normalize.Checks {
				fmt.Fprintf(w, "check\t%s\t%s\n", normalize.Checks[i].Name, normalize.Checks[i].Doc)
			}
			return w.Flush()
		},
	}
}

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
		Long: `Passes lists what mends the tables (passes) and what reports contradictions (checks),
in the order they run. --skip of extract, check, explain and batch takes these names.`,
		Example: `  pressoir passes
  pressoir extract release.md --skip carry,official`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for _, s := range normalize.Passes() {
				fmt.Fprintf(w, "pass\t%s\t%s\n", s.Name, s.Doc)
			}
			for _, s := range normalize.Checks() {
				fmt.Fprintf(w, "check\t%s\t%s\n", s.Name, s.Doc)
			}
			return w.Flush()
		},
	}
}

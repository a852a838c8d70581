// pressoir schema: the JSON Schema of the output.

package main

import (
	"github.com/spf13/cobra"

	"github.com/pressoir/pressoir/output/schema"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of extract --format json",
		Example: "  pressoir schema > pressoir.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			_, err := cmd.OutOrStdout().Write(schema.JSON())
			return err
		},
	}
}

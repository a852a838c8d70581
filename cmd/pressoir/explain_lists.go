// pressoir explain --lists: every candidate for a list, with its evidence.

package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/lists"
	"github.com/spf13/cobra"
)

// explainLists prints the candidates of a document, the likeliest first.
func explainLists(cmd *cobra.Command, read *reading, name string) error {
	doc, err := read.document(cmd.Context(), sources.File(name))
	if err != nil {
		return err
	}
	seen, err := guarded(cmd.Context(), name, read.timeout, func() ([]lists.Sighting, error) {
		return normalize.Lists(doc, read.profile.of(doc)), nil
	})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for i := range seen {
		s := &seen[i]
		verdict := "not taken"
		if s.Chosen {
			verdict = "taken"
		}
		fmt.Fprintf(&b, "%.1f %s: %s, %d rows%s, after %s\n", s.Score, verdict, s.Kind, s.Count, at(s.At.String()), quote(s.Lead))
		fmt.Fprintf(&b, "    %s\n", strings.Join(s.Why, ", "))
		for _, d := range s.Doubts {
			fmt.Fprintf(&b, "    doubt: %s\n", d)
		}
		fmt.Fprintf(&b, "    %s\n", strings.Join(s.Fields, " | "))
		for _, r := range s.Rows {
			fmt.Fprintf(&b, "    - %s\n", strings.Join(r, " | "))
		}
	}
	p := colours(os.Stdout)
	_, err = visibleWriter{cmd.OutOrStdout(), p}.Write(b.Bytes())
	return err
}

// pressoir status: what a folder of outputs holds, and what has changed since.

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/pressoir/pressoir/batch"
	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/sources"
)

func newStatus() *cobra.Command {
	var format string
	var all bool
	cmd := &cobra.Command{
		Use:   "status [FOLDER]",
		Short: "Show what a batch has done, what failed, what is waiting, and why",
		Long: `Status reads the ledger of a folder that pressoir batch writes (default: the current
folder) and looks at the inputs of the last run again: new and changed documents are
waiting. It may be called while a batch is running.`,
		Example: `  pressoir status out/
  pressoir status out/ --format json | jq '.items[] | select(.state == "failed")'`,
		Args: cobra.MaximumNArgs(1),
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "text or json")
	cmd.Flags().BoolVar(&all, "all", false, "list all documents that are not done, not only the first of each kind")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if format != "text" && format != "json" {
			return usagef("--format %s: want text or json", format)
		}
		folder := "."
		if len(args) == 1 {
			folder = args[0]
		}
		abs, err := filepath.Abs(folder)
		if err != nil {
			return err
		}
		if _, err := os.Stat(batch.LedgerPath(abs)); err != nil {
			return fmt.Errorf("%s: no batch has written there", folder)
		}
		s, err := batch.StatusOf(abs, programVersion(), func(run *ledger.Run) (*sources.Set, error) { return inputsAgain(run, abs) })
		if err != nil {
			return err
		}
		s.Folder = folder
		if format == "json" {
			enc := json.NewEncoder(cmd.OutOrStdout())
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(s)
		}
		p := colours(os.Stdout)
		return statusText(visibleWriter{cmd.OutOrStdout(), p}, p, s, all)
	}
	return cmd
}

// inputsAgain finds the inputs of a run again, from the folder where it was called. Standard
// input and a list that came by it cannot be found again.
func inputsAgain(run *ledger.Run, out string) (*sources.Set, error) {
	if run.List == "-" || os.Chdir(run.Folder) != nil {
		return &sources.Set{}, nil
	}
	var args []string
	for _, in := range run.Inputs {
		if in != sources.Stdin {
			args = append(args, in)
		}
	}
	set, err := (&inputs{list: run.List}).find(args, out, nil)
	if err != nil {
		return &sources.Set{}, nil // the list is no longer there
	}
	return set, nil
}

// maxItems is how many documents of each state are listed without --all.
const maxItems = 20

func statusText(w io.Writer, p paint, s *batch.Status, all bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s: %d with records, %d empty, %d failed, %d waiting; %s, %s\n", p.in(bold, s.Folder), plural(s.Documents, "document"),
		s.WithRecords, s.Empty, s.Failed, s.Waiting, plural(s.Records, "record"), plural(s.Doubts, "doubt"))
	if r := s.LastRun; r != nil {
		took := "not finished: it is running, or was interrupted; the next run continues"
		if r.Finished != nil {
			took = fmt.Sprintf("%.1f s", r.Finished.Sub(r.Started).Seconds())
		}
		fmt.Fprintf(&b, "last run that changed something: %s, version %s, %s\n", r.Started.Format(time.DateTime), r.Version, took)
	}
	for _, state := range []struct {
		name, colour string
		n            int
	}{{"failed", red, s.Failed}, {"waiting", yellow, s.Waiting}, {"outdated", yellow, s.Outdated}, {"gone", grey, s.Gone}} {
		if state.n == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s: %d\n", p.in(state.colour, state.name), state.n)
		listed := 0
		for i := range s.Items {
			it := &s.Items[i]
			if it.State != state.name {
				continue
			}
			if listed++; listed > maxItems && !all {
				fmt.Fprintf(&b, "  and %d more; --all lists them\n", state.n-maxItems)
				break
			}
			// Errors begin with the name of their document.
			fmt.Fprintf(&b, "  %s: %s\n", oneLine(it.Source), oneLine(strings.TrimPrefix(it.Why, it.Source+": ")))
			if len(it.Kept) > 0 {
				fmt.Fprintf(&b, "    kept, of its bytes before: %s\n", oneLine(strings.Join(it.Kept, ", ")))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

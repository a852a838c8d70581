// pressoir profile: drafting, checking and showing profiles of families.

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
	"github.com/spf13/cobra"
)

func newProfile() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "profile",
		Short: "Draft, check and show profiles: what is known of a family of releases",
		Long: `A profile says what is known of a family of releases: the headings of its columns,
what its marks mean, which rows are not records, what to expect. It is a YAML file
for --profile of extract, check and explain.`,
		Example: `  pressoir profile init release.md > pimms.yaml
  pressoir profile check pimms.yaml releases/*.md
  pressoir extract release.md --profile pimms.yaml
  pressoir profile list`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			msg := "unknown command " + quote("profile "+args[0])
			if s := cmd.SuggestionsFor(args[0]); len(s) > 0 {
				msg += "; did you mean " + strings.Join(s, " or ") + "?"
			}
			return usagef("%s", msg)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.SuggestionsMinimumDistance = 2
	cmd.AddCommand(newProfileInit(), newProfileCheck(), newProfileList(), newProfileShow(), newProfileSchema())
	return cmd
}

func newProfileInit() *cobra.Command {
	var table string
	cmd := &cobra.Command{
		Use:   "init FILE",
		Short: "Draft a profile from a release: what was inferred, commented, to be edited",
		Long: `Init drafts a profile of what extract infers from a release: its columns with
headings and types, blanks that are carried, marks and legends, figures announced.
Read with the draft, the release gives the same records as without.`,
		Example: `  pressoir profile init release.md > pimms.yaml
  pressoir profile init release.pdf --table 2 -o family.yaml`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("profile init takes one file; profile check compares the draft with others")
			}
			return files(cmd, args)
		},
	}
	read := readFlags(cmd)
	write := writeFlags(cmd)
	cmd.Flags().StringVarP(&table, "table", "t", "", "number of the table to describe (default: the one that extract writes)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		id, err := parseTable(table)
		if err != nil || id == output.AllTables {
			return usagef("--table %s: want a number from 1", table)
		}
		if err := write.prepare(namedFiles(args)); err != nil {
			return err
		}
		draft := func(w io.Writer, docs []*normalize.Result) error {
			chosen := output.Chosen(docs[0], output.Options{Table: id})
			if id != output.MainTable && len(chosen) == 0 {
				return fmt.Errorf("%s: %w", args[0], output.NoTable(id, len(docs[0].Tables)))
			}
			var t *records.Table
			if len(chosen) > 0 {
				t = chosen[0]
			}
			_, err := w.Write(normalize.DraftProfile(docs[0], t))
			return err
		}
		j := job[*normalize.Result]{inputs: namedFiles(args), dest: write, ext: ".yaml", read: read.result, print: draft, seen: func(name string, res *normalize.Result) {
			if len(res.Tables) == 0 {
				fmt.Fprintf(os.Stderr, "%s: no table or list found\n", oneLine(name))
			}
		}}
		return j.run(cmd.Context())
	}
	return cmd
}

func newProfileCheck() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check PROFILE [FILE...]",
		Short: "Validate a profile, and check whether releases fit it",
		Long: `Check reads a profile (a file, or the name of a shipped one) and reports each mistake
with its line. Of each release it says whether the profile recognises it, and lists
where the two differ. The exit status is 4 if there is a finding at or above --fail-on
(here: doubt).`,
		Example: `  pressoir profile check pimms.yaml
  pressoir profile check pimms.yaml releases/*.md
  pressoir profile check france-services release.pdf`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no profile given; name a file or one of %s", strings.Join(profile.ShippedNames(), ", "))
			}
			return nil
		},
	}
	read := readFlags(cmd)
	fail := failFlag(cmd)
	fail.names = "doubt"
	cmd.Flags().Lookup("fail-on").DefValue = "doubt"
	cmd.Flags().Lookup("fail-on").Usage = "exit with status 4 if a release has a finding at or above a level (note, doubt, fault) or with a code"
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		if err := fail.prepare(); err != nil {
			return err
		}
		p, err := loadProfile(args[0])
		if err != nil {
			return err
		}
		out := cmd.OutOrStdout()
		if len(args) == 1 {
			_, err := fmt.Fprintf(out, "%s: %s, %s, %s: no mistakes\n", args[0], p.Name, plural(len(p.Columns), "column"), plural(len(p.Marks), "mark"))
			return err
		}
		read.profile.loaded = []*profile.Profile{p}
		colour := colours(os.Stdout)
		j := job[*normalize.Result]{
			inputs: namedFiles(args[1:]), dest: &writing{path: "-"}, read: read.result,
			print: func(w io.Writer, docs []*normalize.Result) error { return fitText(w, colour, p, docs) },
			seen:  func(_ string, res *normalize.Result) { fail.see(ofProfile(res)) },
			fail:  fail,
		}
		return j.run(cmd.Context())
	}
	return cmd
}

// ofProfile returns res with the findings about its profile alone.
func ofProfile(res *normalize.Result) *normalize.Result {
	only := &normalize.Result{Document: res.Document, Profile: res.Profile, Tables: res.Tables}
	for _, f := range res.Findings {
		if strings.HasPrefix(f.Code, "profile-") {
			only.Findings = append(only.Findings, f)
		}
	}
	return only
}

func fitText(w io.Writer, p paint, profile *profile.Profile, docs []*normalize.Result) error {
	var b strings.Builder
	for _, res := range docs {
		name := res.Document.Name
		records := 0
		for _, t := range res.Tables {
			records += output.CountRecords(t)
		}
		found := ofProfile(res).Findings
		verdict := "fits"
		if len(found) > 0 {
			verdict = "does not fit: " + plural(len(found), "finding")
		}
		recognised := "recognised"
		if !profile.Recognises(res.Document) {
			recognised = "not recognised"
		}
		fmt.Fprintf(&b, "%s: %s; %s, %s\n", p.in(bold, name), verdict, recognised, plural(records, "record"))
		for i := range found {
			f := &found[i]
			fmt.Fprintf(&b, "  %s %s: %s [%s]\n", p.in(levelColour(f.Level), fmt.Sprintf("%-5s", f.Level)), place(name, f.At), f.Why, f.Code)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func newProfileList() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list [FILE...]",
		Short: "List the profiles that come with Pressoir, or say which recognises a release",
		Example: `  pressoir profile list
  pressoir profile list release.md`,
	}
	read := readFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := read.prepare(); err != nil {
			return err
		}
		if len(args) > 0 {
			j := job[string]{
				inputs: namedFiles(args), dest: &writing{path: "-"}, read: read.recognised,
				print: func(w io.Writer, lines []string) error {
					_, err := io.WriteString(w, strings.Join(lines, ""))
					return err
				},
				seen: func(string, string) {},
			}
			return j.run(cmd.Context())
		}
		w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
		for _, p := range profile.Shipped() {
			fmt.Fprintf(w, "%s\t%s\n", p.Name, p.Description)
		}
		return w.Flush()
	}
	return cmd
}

// recognised says which shipped profile the named file is read with by --profile auto.
func (r *reading) recognised(ctx context.Context, src *sources.Source) (string, error) {
	name := src.Name
	doc, err := r.document(ctx, src)
	if err != nil {
		return "", err
	}
	p := profile.Choose(doc, profile.Shipped())
	if p == nil {
		return name + ": no profile recognises it\n", nil
	}
	return name + ": " + p.Name + "\n", nil
}

func newProfileShow() *cobra.Command {
	return &cobra.Command{
		Use:       "show NAME",
		Short:     "Print a profile that comes with Pressoir, to begin your own from",
		Example:   "  pressoir profile show france-services > mine.yaml",
		ValidArgs: profile.ShippedNames(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("which profile? want %s", strings.Join(profile.ShippedNames(), ", "))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			source, ok := profile.ShippedSource(args[0])
			if !ok {
				return usagef("no profile %s; want %s", quote(args[0]), strings.Join(profile.ShippedNames(), ", "))
			}
			_, err := cmd.OutOrStdout().Write(source)
			return err
		},
	}
}

func newProfileSchema() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of profiles, for editors",
		Example: "  pressoir profile schema > profile.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(profile.Schema())
			return err
		},
	}
}

// --profile: which profile a document is read with.

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/pressoir/pressoir/batch/sources"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/spf13/cobra"
)

// profileFlag is the value of --profile: files and names of shipped profiles.
// A single profile is used for every document. Of several, or of "auto" (all that are
// shipped), each document is read with the first that recognises it.
type profileFlag struct {
	names  []string
	loaded []*profile.Profile // by prepare
	choose bool
}

// autoProfile is the name for all shipped profiles.
const autoProfile = "auto"

func (f *profileFlag) add(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&f.names, "profile", nil, "profile of the releases' family: a YAML file, "+strings.Join(profile.ShippedNames(), ", ")+
		", or auto; of several, the first that recognises the document")
	_ = cmd.RegisterFlagCompletionFunc("profile", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return append(profile.ShippedNames(), autoProfile), cobra.ShellCompDirectiveDefault
	})
}

func (f *profileFlag) prepare() error {
	f.loaded, f.choose = nil, len(f.names) > 1
	for _, name := range f.names {
		if name == autoProfile {
			f.loaded, f.choose = append(f.loaded, profile.Shipped()...), true
			continue
		}
		p, err := loadProfile(name)
		if err != nil {
			return err
		}
		f.loaded = append(f.loaded, p)
	}
	return nil
}

// of returns the profile that doc is read with, nil for none.
func (f *profileFlag) of(doc *document.Document) *profile.Profile {
	if f.choose {
		return profile.Choose(doc, f.loaded)
	}
	if len(f.loaded) == 1 {
		return f.loaded[0]
	}
	return nil
}

// sources returns the YAML of the profiles, for workers. If choose is true, each
// document is read with the first that recognises it.
func (f *profileFlag) sources() (all [][]byte, choose bool, err error) {
	for _, name := range f.names {
		names := []string{name}
		if name == autoProfile {
			names = profile.ShippedNames()
		}
		for _, n := range names {
			source, err := profileSource(n)
			if err != nil {
				return nil, false, err
			}
			all = append(all, source)
		}
	}
	return all, f.choose, nil
}

// loadProfile reads a profile file, or the shipped profile of that name. A mistake in it
// is an error of usage.
func loadProfile(name string) (*profile.Profile, error) {
	source, err := profileSource(name)
	if err != nil {
		return nil, err
	}
	p, err := profile.Parse(source)
	var mistakes profile.Mistakes
	if errors.As(err, &mistakes) {
		return nil, usagef("%s", mistakes.In(name))
	}
	return p, err
}

// maxProfileFile is the number of bytes of a profile that are read; the parser refuses
// longer ones.
const maxProfileFile = 1 << 20

// profileSource returns the YAML of a profile: of the file, else of the shipped
// profile of that name.
func profileSource(name string) ([]byte, error) {
	isPath := strings.ContainsAny(name, `/\`) || filepath.Ext(name) != ""
	if _, err := os.Stat(name); isPath || err == nil {
		data, err := sources.File(name).Read(maxProfileFile)
		if err != nil {
			return nil, &statusError{statusUsage, err}
		}
		return data, nil
	}
	if source, ok := profile.ShippedSource(name); ok {
		return source, nil
	}
	return nil, usagef("no profile %s: neither a file nor one of %s", quote(name), strings.Join(profile.ShippedNames(), ", "))
}

// profileLine says in the summary which profile was followed, "" for none.
func profileLine(p *profile.Profile) string {
	if p == nil {
		return ""
	}
	if p.Description == "" {
		return p.Name
	}
	return fmt.Sprintf("%s (%s)", p.Name, p.Description)
}

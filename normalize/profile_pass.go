// This file has the profile pass, which makes notes of the rows that the profile skips,
// and the profile check, which reports how a release differs from its profile.

package normalize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

var profilePass = pass{
	name: "profile",
	doc:  "leave out the rows that the profile skips",
	run:  runProfile,
}

// runProfile turns the rows that the profile skips into notes.
func runProfile(t *bind.Table) []records.Finding {
	p := t.Profile
	if p == nil || len(p.Skip) == 0 {
		return nil
	}
	found := make([]records.Finding, len(p.Skip))
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		hit := p.Skip.In(rowText(r))
		if hit == nil {
			continue
		}
		i := slices.IndexFunc(p.Skip, func(s profile.Pattern) bool { return s.Text == hit.Text })
		f := &found[i]
		if f.Record == 0 {
			*f = records.Finding{Code: records.CodeSkipped, Record: r.ID, Why: fmt.Sprintf("the profile %s skips rows with %q: they are no records", p.Name, hit.Text)}
		}
		f.Edits = append(f.Edits, records.Edit{Op: records.SetRole, Role: records.Note, Record: int32(r.ID)})
	}
	return withEdits(found...)
}

// missing blanks the cells of column j with a word that, by the profile, is printed for
// no value. It returns nil if there is none. It runs last, so no value is carried into
// these cells.
func missing(t *bind.Table, j int) *records.Finding {
	of := t.Of(j)
	if of == nil || len(of.Missing) == 0 {
		return nil
	}
	f := records.Finding{Code: records.CodeMissing}
	for _, r := range t.Rows {
		s := r.Text(j)
		if r.Role != records.Data || s == "" || !of.Missing.Has(s) {
			continue
		}
		if len(f.Edits) == 0 {
			f.Record = r.ID
			f.Why = fmt.Sprintf("%s: %q is printed for no value, says the profile", of.Name, s)
		}
		f.Edits = append(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(j)})
	}
	if len(f.Edits) == 0 {
		return nil
	}
	return &f
}

// checkProfile compares a release with its profile.
func checkProfile(res *checked) (found []records.Finding) {
	p := res.profile
	if p == nil {
		return nil
	}
	why := p.Mismatch(res.Document)
	if why != "" {
		found = append(found, records.Finding{Code: records.CodeProfileFamily, Level: records.Doubt, Why: fmt.Sprintf("the release does not look like the family %s: %s", p.Name, why)})
	}
	described := 0
	for _, t := range res.tables {
		if !t.Profiled {
			continue
		}
		described++
		found = append(found, checkProfileColumns(p, t)...)
		for j := range t.Columns {
			if t.Of(j) != nil {
				found = append(found, checkProfileValues(p, t, j)...)
			}
		}
	}
	if described == 0 && len(p.Printed()) > 0 {
		f := records.Finding{Code: records.CodeProfileTable, Level: records.Fault, Why: fmt.Sprintf("no table has the columns that the profile %s describes", p.Name)}
		if len(res.Tables) > 0 {
			f.Table, f.At = res.Tables[0].ID, res.Tables[0].At
		}
		found = append(found, f)
	}
	if why != "" {
		return found // other families announce other figures
	}
	return append(found, checkProfileClaims(p, res.Result)...)
}

// checkProfileColumns reports required columns that a table does not have.
func checkProfileColumns(p *profile.Profile, t *bind.Table) (found []records.Finding) {
	for i := range p.Columns {
		c := &p.Columns[i]
		j := t.Named(c.Name)
		if !c.Required || j >= 0 && (!t.Columns[j].Derived || filled(t, j)) {
			continue
		}
		under := ""
		if len(c.Titles) > 0 {
			under = " under " + `"` + strings.Join(c.Titles, `" or "`) + `"`
		}
		found = append(found, records.Finding{
			Code: records.CodeProfileColumn, Level: records.Fault, Table: t.ID, At: t.At,
			Why: fmt.Sprintf("the profile %s requires the column %s%s; the table has none", p.Name, c.Name, under),
		})
	}
	return found
}

// checkProfileValues reports values that a column of the profile does not take, and
// blanks where it requires values.
func checkProfileValues(p *profile.Profile, t *bind.Table, j int) []records.Finding {
	of := t.Of(j)
	values, blanks := &reporter{t: t, code: records.CodeProfileValue}, &reporter{t: t, code: records.CodeProfileBlank}
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		s := r.Text(j)
		switch {
		case s == "" && of.Required:
			blanks.doubt(r, "%s is blank; the profile %s requires a value", of.Name, p.Name)
		case s == "":
		case len(of.Allowed) > 0 && !of.Allowed.Has(s):
			values.doubt(r, "%s: %q is none of the values that the profile %s allows%s", of.Name, s, p.Name, didYouMean(s, of.Allowed))
		case !hasType(of, t, s):
			values.doubt(r, "%s: %q is no %s", of.Name, s, strings.ReplaceAll(of.Type, "_", " "))
		}
	}
	return append(values.all(), blanks.all()...)
}

func didYouMean(s string, words []string) string {
	if near := profile.Nearest(s, words); near != "" {
		return fmt.Sprintf("; did it mean %q?", near)
	}
	return ""
}

// hasType reports whether a value in its final form is of the column's type. It covers
// the types that no pass and no other check covers.
func hasType(c *profile.Column, t *bind.Table, s string) bool {
	switch c.Type {
	case "integer":
		return !strings.ContainsAny(s, ".,")
	case "region", "department":
		if c.Name == c.Type {
			return true // checkSpelling
		}
		ok, _ := t.Places.Accepts(c.Type, s)
		return ok
	case "commune":
		return c.Name == c.Type || gazetteer.CommunesNamed(s) != nil
	case "flag":
		return s == "true" || s == "false" || c.Name == marks.MeansNew
	}
	return true
}

// checkProfileClaims reports figures that the profile expects and the release does not
// announce.
func checkProfileClaims(p *profile.Profile, res *Result) (found []records.Finding) {
	for _, want := range p.Claims {
		there := slices.ContainsFunc(res.Claims, func(c claims.Claim) bool {
			return string(c.Kind) == want.Kind && c.Status != claims.OutOfScope &&
				strings.Contains(" "+fold.Words(c.Unit)+" ", " "+fold.Words(want.Unit)+" ") || string(c.Kind) == want.Kind && want.Unit == ""
		})
		if !there {
			of := ""
			if want.Unit != "" {
				of = " of " + want.Unit
			}
			found = append(found, records.Finding{
				Code: records.CodeProfileClaim, Level: records.Doubt,
				Why: fmt.Sprintf("releases of the family %s announce a figure (%s%s); this one does not", p.Name, want.Kind, of),
			})
		}
	}
	return found
}

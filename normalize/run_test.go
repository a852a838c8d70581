// The passes together: pure, idempotent, in an order that each has a case for.

package normalize

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
	"pgregory.net/rapid"
)

// damaged is a table with one of each damage that the passes know.
const damaged = `Région|Département|Nom du lieu|Montant (€)
Bretagne|Finistère|Brest  - Lyon 8 ^e *|1 200
||Espace (porté par|
||la ville)|300
Région|Département|Nom du lieu|Montant (€)
|Morbihan *|Vannes|400
Total Bretagne : 3|||
Yvelines|Plaisir||
Bourgogne-|Doubs|Besançon|12,5
Franche-Comté|Jura|Dole (nouveau)|7
GRAND EST|aube|Troyes|8|`

func damagedTable(t *testing.T) *bind.Table {
	t.Helper()
	ts, _ := boundTables(docOf(paragraph("* nouvelles labellisations"), grid(damaged)), nil)
	if len(ts) != 1 {
		t.Fatalf("%d tables", len(ts))
	}
	return ts[0]
}

// A pass returns findings; only Run changes the table.
func TestPassesArePure(t *testing.T) {
	tab := damagedTable(t)
	for i := range passes {
		before := dump(tab.Table)
		passes[i].run(tab)
		if after := dump(tab.Table); after != before {
			t.Errorf("pass %s changed the table:\n%s\nto\n%s", passes[i].name, before, after)
		}
		runPasses(tab, passes[i:i+1])
	}
}

// A second run finds nothing to mend.
func TestRunIsIdempotent(t *testing.T) {
	tab := damagedTable(t)
	if f := runPasses(tab, passes); len(f) < 10 {
		t.Fatalf("only %d findings", len(f))
	}
	before := dump(tab.Table)
	for _, f := range runPasses(tab, passes) {
		if len(f.Edits) > 0 {
			t.Errorf("second run: pass %s, %s: %s: %+v", f.Pass, f.Code, f.Why, f.Edits)
		}
	}
	if after := dump(tab.Table); after != before {
		t.Errorf("second run changed\n%s\nto\n%s", before, after)
	}
}

func TestPassNames(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range passes {
		if p.name == "" || p.doc == "" || p.run == nil || seen[p.name] {
			t.Errorf("pass %+v", p)
		}
		seen[p.name] = true
	}
}

// orderTests hold, for each pass, a table that comes out wrong if the pass
// changes places with the next one.
var orderTests = []struct {
	first, second string
	legend, in    string
}{
	{"footnote", "space", "(1) Chiffre révisé", "Région|Département|Nom\nBretagne|Finistère|Lyon  8 ^e (1)"},
	{"space", "profile", "", "Région|Département|Nom\nBretagne|Finistère|A\nBretagne|Finistère|Suite du 8 ^e feuillet"},
	{"profile", "header", "", "Région|Département|Nom\nBretagne|Finistère|A\nRégion|Département|Nom\nBretagne|Finistère|B"},
	{"header", "section", "", "Ensemble|2019|2020\nA|1 500|3 700\nEnsemble|2019|2020\nB|1 200|4 800"},
	{"section", "join", "", "Région|Département|Nom\nBretagne|Finistère|Espace Brest (annexe\n||Total : 1 (Bretagne)\nGrand Est|Aube|C"},
	{"join", "shift", "", "Région|Département|Nom\nPays de la|Sarthe|A\nLoire||B"},
	{"shift", "mark", "* nouvelles labellisations", "Région|Département|Nom\nBretagne|Finistère|A *\nMorbihan|Vannes *|"},
	{"mark", "carry", "* nouvelles labellisations", "Ville|Nom\nBrest *|A\n|B\nQuimper|C\n|D"},
	{"carry", "official", "", "Région|Département|Nom\nBretagne|Finistère|A\n||B"},
	{"official", "type", "", "Région|Département|Code postal|Nom\nAuvergne-Rhône-Alpes|Ain|1000|A"},
}

// orderProfiles are the profiles under which the passes of an order test run.
var orderProfiles = map[string]string{
	"space":   "name: test\nskip: 8e feuillet",
	"profile": "name: test\nskip: Région Département",
}

func TestOrder(t *testing.T) {
	if len(orderTests) != len(passes)-1 {
		t.Errorf("%d passes have %d cases for their order", len(passes), len(orderTests))
	}
	for _, tt := range orderTests {
		t.Run(tt.first+" before "+tt.second, func(t *testing.T) {
			at := slices.IndexFunc(passes, func(p pass) bool { return p.name == tt.first })
			if at < 0 || at+1 >= len(passes) || passes[at+1].name != tt.second {
				t.Fatalf("%s does not stand before %s", tt.first, tt.second)
			}
			var p *profile.Profile
			if text := orderProfiles[tt.first]; text != "" {
				p = profileOf(t, text)
			}
			run := func(passes []pass) string {
				ts, _ := boundTables(docOf(paragraph(tt.legend), grid(tt.in)), p)
				runPasses(ts[0], passes)
				return dump(ts[0].Table)
			}
			swapped := slices.Clone(passes)
			swapped[at], swapped[at+1] = swapped[at+1], swapped[at]
			right, wrong := run(passes), run(swapped)
			if right == wrong {
				t.Errorf("the order makes no difference:\n%s", right)
			}
		})
	}
}

// Two edits of one cell in one pass must agree.
func TestCollidingEdits(t *testing.T) {
	pass := func(texts ...string) records.Pass {
		return records.Pass{Name: "test", Doc: "x", Run: func(t *records.Table) []records.Finding {
			var f []records.Finding
			for _, s := range texts {
				f = append(f, records.Finding{Code: "x", Edits: []records.Edit{{Record: int32(t.Rows[1].ID), Col: 0, Text: s}}})
			}
			return f
		}}
	}
	tab := damagedTable(t)
	found := records.Run(nil, tab.Table, []records.Pass{pass("a", "a")})
	none(t, found, "internal")
	tab = damagedTable(t)
	found = records.Run(nil, tab.Table, []records.Pass{pass("a", "b")})
	f := find(t, found, "internal")
	if f.Level != records.Fault || !strings.Contains(f.Why, `"a"`) || !strings.Contains(f.Why, `"b"`) {
		t.Errorf("finding %+v", f)
	}
	if got := tab.Rows[1].Text(0); got != "a" {
		t.Errorf("cell is %q, the first edit should stand", got)
	}
	for _, e := range []records.Edit{{Record: 999, Col: 0}, {Record: 1, Col: 99}, {Record: 1, Col: -1}, {Op: records.Move, Record: 1, Col: 0, To: 99}, {Op: records.SetRole, Record: 0}, {Op: records.Drop, Col: 99}} {
		tab = damagedTable(t)
		before := dump(tab.Table)
		found = records.Run(nil, tab.Table, []records.Pass{{Name: "test", Run: func(*records.Table) []records.Finding {
			return []records.Finding{{Code: "x", Edits: []records.Edit{e}}}
		}}})
		find(t, found, "internal")
		if after := dump(tab.Table); after != before {
			t.Errorf("edit %+v changed the table", e)
		}
	}
}

// shift never loses a cell, whatever it holds.
func TestShiftKeepsCells(t *testing.T) {
	words := []string{"", "", "Bretagne", "Finistère", "Yvelines", "Île-de-France", "Brest", "PIMMS Yvelines", "12", "29200", "1er janvier 2020", "*", "Corse"}
	rapid.Check(t, func(rt *rapid.T) {
		lines := "Région|Département|Nom|Code postal|Date"
		for range rapid.IntRange(1, 6).Draw(rt, "rows") {
			lines += "\n" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 7).Draw(rt, "cells"), "|")
		}
		ts, _ := boundTables(docOf(grid(lines)), nil)
		tab := ts[0]
		letters := func(r *records.Record) string {
			var ss []string
			for _, c := range r.Cells {
				if c.Text != "" {
					ss = append(ss, c.Text)
				}
			}
			slices.Sort(ss)
			return strings.Join(ss, "|")
		}
		var before []string
		for _, r := range tab.Rows {
			before = append(before, letters(r))
		}
		found := runPasses(tab, []pass{shiftPass})
		for _, f := range found {
			if f.Code == "internal" {
				rt.Fatal(f.Why)
			}
		}
		for i, r := range tab.Rows {
			if letters(r) != before[i] {
				rt.Fatalf("row %d held %s, now %s", i, before[i], letters(r))
			}
		}
	})
}

// carry never takes a department over into another region.
func TestCarryStaysInRegion(t *testing.T) {
	regions := []string{"", "", "Bretagne", "Grand Est", "Occitanie"}
	departments := []string{"", "", "X", "Y"}
	rapid.Check(t, func(rt *rapid.T) {
		lines := head[:len(head)-1]
		for i := range rapid.IntRange(1, 12).Draw(rt, "rows") {
			lines += fmt.Sprintf("\n%s|%s|n%d", rapid.SampledFrom(regions).Draw(rt, "r"), rapid.SampledFrom(departments).Draw(rt, "d"), i)
		}
		ts, _ := boundTables(docOf(grid(lines)), nil)
		tab := ts[0]
		var printed [][2]string
		region, department := tab.Col("region"), tab.Col("department")
		for _, r := range tab.Rows {
			printed = append(printed, [2]string{r.Text(region), r.Text(department)})
		}
		runPasses(tab, []pass{carryPass})
		for i, r := range tab.Rows {
			if r.Role != records.Data || r.Text(department) == "" || printed[i][1] != "" {
				continue
			}
			// The row that printed this department must lie in the same region, with
			// no other printed between.
			j := i
			for j >= 0 && printed[j][1] == "" {
				j--
			}
			if j < 0 || tab.Rows[j].Role != records.Data || tab.Rows[j].Text(department) != r.Text(department) || tab.Rows[j].Text(region) != r.Text(region) {
				rt.Fatalf("row %d took %q over a change of region\n%s", i, r.Text(department), dump(tab.Table))
			}
		}
	})
}

// Normalize never panics, loses no record and undoes cleanly, whatever the table.
func TestAnyTable(t *testing.T) {
	words := []string{
		"", "", "Bretagne", "Finistère", "Yvelines", "Corse", "Brest", "Brest *", "* Brest", "Total Bretagne : 3", "TOTAL", "Région", "Nom",
		"12", "1 234,5", "29200", "01/02/2020", "X", "(nouveau)", "Espace (nouveau)", "la suite)", "Espace (porté", "Bourgogne-", "Franche-Comté", "8 ^e", "* nouveaux",
		"Provence-Alpes-Côte", "d'Azur Var", "d'Azur", "(29) Brest", "(29)", "Pays de la", "Loire", "école de", "Martinique", "Commune", "oui",
	}
	rapid.Check(t, func(rt *rapid.T) {
		var lines []string
		for range rapid.IntRange(1, 8).Draw(rt, "rows") {
			lines = append(lines, strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 6).Draw(rt, "cells"), "|"))
		}
		doc := docOf(paragraph(rapid.SampledFrom([]string{"", "* nouvelles labellisations", "Les nouveaux sont en gras"}).Draw(rt, "legend")), grid(strings.Join(lines[:1+len(lines)/2], "\n")), bare(strings.Join(lines[len(lines)/2:], "\n")))
		res := normalized(doc, Options{})
		for _, f := range res.Findings {
			if f.Code == "internal" {
				rt.Fatal(f.Why)
			}
		}
		checkLedger(t, doc, res)
		if t.Failed() {
			rt.Fatal(strings.Join(lines, "\n"))
		}
	})
}

// A dropped column keeps its place, and so do the edits that name columns right
// of it.
func TestDroppedColumnKeepsItsPlace(t *testing.T) {
	res := normalized(docOf(grid("Région|Nom||Ville\nBretagne|A||Brest\n|B||Quimper")), Options{})
	tab := res.Tables[0]
	f := find(t, res.Findings, "blank-column")
	e := f.Edits[len(f.Edits)-1]
	if c := tab.Columns[e.Col]; e.Op != records.Drop || !c.Dropped || tab.Named(c.Name) >= 0 {
		t.Errorf("edit %+v of column %+v", e, c)
	}
	want(t, show(tab, "region name commune"), "Bretagne|A|Brest\nBretagne|B|Quimper")
}

// When a name contradicts the department beside it, and when it does not.

package gazetteer

import (
	"encoding/csv"
	"os"
	"slices"
	"testing"
)

func TestContradicts(t *testing.T) {
	for _, c := range []struct{ department, name, want string }{
		{"Isère", "PIMMS Métropole Stéphanoise - Saint-Chamond", "42207"},
		{"Isère", "Saint-Chamond", "42207"},
		{"Isère", "SAINT CHAMOND", "42207"},
		{"Isère", "PIMMS Saint-Chamond", "42207"},
		{"Isère", "Mairie de Saint-Chamond (antenne)", "42207"},
		{"Isère", "Réseau des médiateurs, Firminy", "42095"},
		{"Isère", "PIMMS Isère - Saint-Chamond", "42207"},
		{"Loire", "PIMMS Métropole Stéphanoise - Saint-Chamond", ""},

		// as the seed prints them
		{"Essonne", "PIMMS Evry", ""},
		{"Isère", "PIMMS Métropole Stéphanoise - La Cotonne", ""},
		{"Isère", "PIMMS Métropole Stéphanoise - Montreynaud", ""},
		{"Rhône", "PIMMS Bourgogne du Sud - PIMMS Amplepuis", ""},
		{"Rhône", "PIMMS Agglomération Villefranche Beaujolais Saône (AVBS)", ""},
		{"Métropole de Lyon", "PIMMS Lyon Métropole - Bron", ""},
		{"Yvelines", "PIMMS Yvelines", ""},
		{"Paris", "PIMMS Paris - Paris Nord Est (18e, Jacques Kablé)", ""},

		// quarters, schools and houses that are communes elsewhere
		{"Rhône", "PIMMS Lyon Métropole - Saint-Exupéry", ""},
		{"Meurthe-et-Moselle", "PIMMS Grand Longwy - L'Escale", ""},
		{"Meurthe-et-Moselle", "Micro-Folie L'Escale", ""},
		{"Meurthe-et-Moselle", "Micro-Folie Le Havre", "76351"},
		{"Loire-Atlantique", "PIMMS Nantes - Malakoff", ""},
		{"Loire-Atlantique", "PIMMS Loire-Atlantique - Malakoff", ""},
		{"Côtes-d'Armor", "Cité éducative Tréguier - Saint-Exupéry", ""},
		{"Finistère", "PIMMS Brest - Keredern", ""},
		{"Haute-Saône", "Micro-Folie Esboz-Brest", ""},
		// names that are shared, or those of a territory
		{"Ain", "PIMMS Beaulieu", ""},
		{"Ain", "PIMMS Vienne", ""},
		{"Ain", "PIMMS Paris", ""},
		{"Ain", "PIMMS Villefranche-sur-Saône, Saint-Chamond", ""}, // two departments
		{"Haut-Rhin", "Mulhouse", ""},
		{"Collectivité européenne d'Alsace", "Mulhouse", ""},
		{"Ain", "", ""},
	} {
		d, how := DepartmentNamed(c.department)
		if how == NotFound {
			t.Fatalf("no department %q", c.department)
		}
		if got, ok := Contradicts(d, c.name); got.Code != c.want || ok != (c.want != "") {
			t.Errorf("Contradicts(%s, %q) = %v, %v; want %q", d.Name, c.name, got, ok, c.want)
		}
	}
	if c, ok := Contradicts(Department{}, "Saint-Chamond"); ok {
		t.Errorf("without a department: %v", c)
	}
}

// No commune contradicts its own department, alone or after the words of its entity.
func TestCommunesDoNotContradictTheirDepartment(t *testing.T) {
	t.Parallel()
	for p := range uint16(communeCount) {
		c := communes().commune(p)
		d, _ := DepartmentByCode(c.Department)
		for _, name := range []string{c.Name, "PIMMS " + c.Name, c.Name + " - Saint-Exupéry", "Maison " + c.Name + " (Firminy)"} {
			if got, ok := Contradicts(d, name); ok {
				t.Fatalf("Contradicts(%s, %q) = %v", d.Name, name, got)
			}
		}
	}
}

func TestOwnWords(t *testing.T) {
	names := []string{"Fabrique de territoire Brest", "Fabrique de territoire Le Mans", "Fabrique de territoire Saint-Chamond", "Le Havre"}
	if got := OwnWords(names); !slices.Equal(got, []string{"Fabrique de territoire", "Fabrique de", "Fabrique"}) {
		t.Errorf("OwnWords = %q", got)
	}
	if got := OwnWords([]string{"Saint Malo", "Saint Lô", "Saint Chamond"}); got != nil {
		t.Errorf("OwnWords of communes = %q", got)
	}
	if got := OwnWords(nil); got != nil {
		t.Errorf("OwnWords(nil) = %q", got)
	}
	isere, _ := DepartmentByCode("38")
	name := "Relais numérique Saint-Chamond"
	if _, ok := Contradicts(isere, name); ok {
		t.Error("the entity's words were not known")
	}
	if c, ok := Contradicts(isere, name, "Relais numérique"); !ok || c.Code != "42207" {
		t.Errorf("with the entity's words: %v, %v", c, ok)
	}
}

func FuzzContradicts(f *testing.F) {
	f.Add("PIMMS Métropole Stéphanoise - Saint-Chamond", "PIMMS")
	f.Add("-", "")
	f.Add("é - \xff (", "é")
	f.Fuzz(func(t *testing.T, name, own string) {
		isere, _ := DepartmentByCode("38")
		if c, ok := Contradicts(isere, name, own); ok && isere.Covers(c.Department) {
			t.Errorf("%v lies in Isère", c)
		}
		OwnWords([]string{name, name, name, own})
	})
}

func BenchmarkContradicts(b *testing.B) {
	isere, _ := DepartmentByCode("38")
	b.ReportAllocs()
	for b.Loop() {
		Contradicts(isere, "PIMMS Métropole Stéphanoise - La Cotonne", "PIMMS")
	}
}

// The release that the project began with prints Isère for Saint-Chamond; the
// other 52 rows are in order, or cannot be known not to be.
func TestContradictsInTheSeed(t *testing.T) {
	f, err := os.Open("../../fixtures/pimms/seed-txt/records.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	department, name := slices.Index(rows[0], "department"), slices.Index(rows[0], "name")
	var names, alarms []string
	for _, r := range rows[1:] {
		names = append(names, r[name])
	}
	for _, r := range rows[1:] {
		d, how := DepartmentNamed(r[department])
		if how != Exact {
			t.Errorf("department %q: %v", r[department], how)
		}
		if c, ok := Contradicts(d, r[name], OwnWords(names)...); ok {
			alarms = append(alarms, r[name]+": "+c.Code)
		}
	}
	if want := []string{"PIMMS Métropole Stéphanoise - Saint-Chamond: 42207"}; len(names) != 53 || !slices.Equal(alarms, want) {
		t.Errorf("%d rows, alarms %q, want %q", len(names), alarms, want)
	}
}

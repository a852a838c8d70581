// Regions and departments by printed name, code and alias.

package gazetteer

import "testing"

func TestDepartmentNamed(t *testing.T) {
	for _, c := range []struct {
		printed, code string
		how           How
	}{
		{"Finistère", "29", Exact},
		{"La Réunion", "974", Exact},
		{"Territoire de Belfort", "90", Exact},
		{"Saint-Pierre-et-Miquelon", "975", Exact},
		{"finistere", "29", Variant},
		{"FINISTÈRE", "29", Variant},
		{"Finistère (29)", "29", Variant},
		{"Finistère 29", "29", Variant},
		{"Finistère, 29", "29", Variant},
		{"Finistère - 29", "29", Variant},
		{"29 - Finistère", "29", Variant},
		{"29-Finistère", "29", Variant},
		{"29. Finistère", "29", Variant},
		{"29 : Finistère", "29", Variant},
		{"(29) Finistère", "29", Variant},
		{"Finistère :", "29", Variant},
		{"01 - Ain", "01", Variant},
		{"1 - Ain", "01", Variant},
		{"l'Ain", "01", Variant},
		{"Corse-du-Sud (2A)", "2A", Variant},
		{"Haute Corse (20)", "2B", Variant},
		{"971 Guadeloupe", "971", Variant},
		{"Département de l'Aude", "11", Variant},
		{"DEPARTEMENT DE LA HAUTE-GARONNE", "31", Variant},
		{"Département des Côtes-d’Armor", "22", Variant},
		{"Département : 29 - Finistère", "29", Variant},
		{"dept. du Nord", "59", Variant},
		{"dépt 59 Nord", "59", Variant},
		{"Conseil départemental du Lot", "46", Variant},
		{"Seine St Denis", "93", Variant},
		{"Seine-St-Denis", "93", Variant},
		{"Hte-Savoie", "74", Variant},
		{"Alpes de Hte Provence", "04", Variant},
		{"Val d’Oise", "95", Variant},
		{"COTE D OR", "21", Variant},
		{"Meurthe & Moselle", "54", Variant},
		{"Réunion", "974", Variant},
		{"Réunion (La)", "974", Variant},
		{"Territoire-de-Belfort", "90", Variant},
		{"Métropole de Lyon", "69M", Exact},
		{"METROPOLE DE LYON", "69M", Variant},
		{"Grand Lyon", "69M", Alias},
		{"Collectivité européenne d'Alsace", "6AE", Exact},
		{"Ville de Paris", "75", Alias},
		{"Côtes-du-Nord", "22", Old},
		{"Loire-Inférieure", "44", Old},
		{"Seine-Inférieure", "76", Old},
		{"Charente Inférieure", "17", Old},
		{"Basses-Alpes", "04", Old},
		{"BASSES PYRENEES", "64", Old},

		{"", "", NotFound},
		{"29", "", NotFound},
		{"Seine-et-Oise", "", NotFound}, // four departments of today
		{"Seine", "", NotFound},
		{"Calvados (37)", "", NotFound}, // a count, or a slip: the caller must say
		{"Finistère 22", "", NotFound},
		{"Finistere29", "", NotFound},
		{"Bords-de-Loire", "", NotFound},
		{"Haute", "", NotFound},
		{"Département", "", NotFound},
		{"Bretagne", "", NotFound},
		{"Loire (Saint-Chamond)", "", NotFound},
	} {
		d, how := DepartmentNamed(c.printed)
		if d.Code != c.code || how != c.how {
			t.Errorf("DepartmentNamed(%q) = %v, %v; want %q, %v", c.printed, d, how, c.code, c.how)
		}
		if got := Accept(KindDepartment, c.printed); got != (c.how != NotFound) {
			t.Errorf("Accept(%q) = %v", c.printed, got)
		}
	}
}

func TestRegionNamed(t *testing.T) {
	for _, c := range []struct {
		printed, code string
		how           How
	}{
		{"Île-de-France", "11", Exact},
		{"Wallis et Futuna", "986", Exact},
		{"Ile de France", "11", Variant},
		{"ILE-DE-FRANCE", "11", Variant},
		{"PROVENCE ALPES COTE D'AZUR", "93", Variant},
		{"Provence-Alpes-Côte d’Azur (PACA)", "93", Variant},
		{"Bretagne (53)", "53", Variant},
		{"Guadeloupe (971)", "01", Variant},
		{"Région Bretagne", "53", Variant},
		{"région : Bretagne", "53", Variant},
		{"Région des Pays de la Loire", "52", Variant},
		{"Région Grand Est", "44", Variant},
		{"Reunion", "04", Variant},
		{"PACA", "93", Alias},
		{"Région Sud", "93", Alias},
		{"Centre", "24", Alias},
		{"Région Centre", "24", Alias},
		{"IdF", "11", Alias},
		{"Collectivité de Corse", "94", Alias},
		{"Brittany", "53", Alias},
		{"Alsace", "44", Old},
		{"Champagne Ardenne", "44", Old},
		{"Lorraine", "44", Old},
		{"Aquitaine", "75", Old},
		{"Limousin", "75", Old},
		{"POITOU-CHARENTES", "75", Old},
		{"Auvergne", "84", Old},
		{"Rhône-Alpes", "84", Old},
		{"Bourgogne", "27", Old},
		{"Franche-Comté", "27", Old},
		{"Languedoc-Roussillon", "76", Old},
		{"Midi-Pyrénées", "76", Old},
		{"Nord-Pas-de-Calais", "32", Old},
		{"Picardie", "32", Old},
		{"Basse Normandie", "28", Old},
		{"Haute-Normandie", "28", Old},

		{"", "", NotFound},
		{"Sud", "", NotFound},
		{"NA", "", NotFound},
		{"84", "", NotFound},
		{"Bretagne (29)", "", NotFound},
		{"Finistère", "", NotFound},
		{"Région", "", NotFound},
		{"Total Bretagne", "", NotFound},
	} {
		r, how := RegionNamed(c.printed)
		if r.Code != c.code || how != c.how {
			t.Errorf("RegionNamed(%q) = %v, %v; want %q, %v", c.printed, r, how, c.code, c.how)
		}
	}
}

func TestCodes(t *testing.T) {
	for printed, want := range map[string]string{
		"29": "29", "(29)": "29", "2a": "2A", "1": "01", "Département 29": "29", "dept. : 2B": "2B", "971": "971", "69M": "69M",
		"": "", "20": "", "96": "", "29200": "", "-": "", "Ain": "",
	} {
		if d, ok := DepartmentCoded(printed); d.Code != want || ok != (want != "") {
			t.Errorf("DepartmentCoded(%q) = %v, %v; want %q", printed, d, ok, want)
		}
	}
	r, ok := RegionByCode("84")
	d, ok2 := DepartmentByCode("84")
	if !ok || !ok2 || r.Name != "Auvergne-Rhône-Alpes" || d.Name != "Vaucluse" {
		t.Errorf("84 is %v and %v", r, d)
	}
	if _, ok := RegionByCode("29"); ok {
		t.Error("29 is no region")
	}
}

func TestOfficialNamesAreExact(t *testing.T) {
	for _, r := range regions {
		if got, how := RegionNamed(r.Name); got != r || how != Exact {
			t.Errorf("RegionNamed(%q) = %v, %v", r.Name, got, how)
		}
	}
	members := 0
	for _, d := range departments {
		if got, how := DepartmentNamed(d.Name); got != d || how != Exact {
			t.Errorf("DepartmentNamed(%q) = %v, %v", d.Name, got, how)
		}
		if got, ok := DepartmentByCode(d.Code); got != d || !ok {
			t.Errorf("DepartmentByCode(%q) = %v", d.Code, got)
		}
		if RegionOf(d).Code != d.Region {
			t.Errorf("%v lies in no region", d)
		}
	}
	for _, r := range regions {
		members += len(DepartmentsIn(r))
	}
	if members != len(departments) {
		t.Errorf("regions have %d departments of %d", members, len(departments))
	}
}

// Every alias must be written as Fold writes it, mean a known code, and hide no
// official name.
func TestAliases(t *testing.T) {
	check := func(kind string, aliases []alias, known func(string) bool, official map[string]bool) {
		seen := map[string]bool{}
		for _, a := range aliases {
			if Fold(a.key) != a.key {
				t.Errorf("%s alias %q is not folded: %q", kind, a.key, Fold(a.key))
			}
			if !known(a.code) {
				t.Errorf("%s alias %q: no code %q", kind, a.key, a.code)
			}
			if official[a.key] || seen[a.key] {
				t.Errorf("%s alias %q hides another name", kind, a.key)
			}
			seen[a.key] = true
		}
	}
	rs, ds := map[string]bool{}, map[string]bool{}
	for _, r := range regions {
		rs[Fold(r.Name)] = true
	}
	for _, d := range departments {
		ds[Fold(d.Name)] = true
	}
	check("region", regionAliases[:], func(c string) bool { _, ok := RegionByCode(c); return ok }, rs)
	check("department", departmentAliases[:], func(c string) bool { _, ok := DepartmentByCode(c); return ok }, ds)
}

func TestSuggest(t *testing.T) {
	for _, c := range []struct {
		kind          Kind
		printed, want string
	}{
		{KindDepartment, "Finstère", "Finistère"},
		{KindDepartment, "Ilsère", "Isère"},
		{KindDepartment, "Haute Garone (31)", "Haute-Garonne"},
		{KindDepartment, "Département de la Sarhte", "Sarthe"},
		{KindRegion, "Bretange", "Bretagne"},
		{KindRegion, "Occitannie", "Occitanie"},
		{KindDepartment, "Aud", ""},
		{KindDepartment, "Quelque chose", ""},
		{KindDepartment, "", ""},
		{KindRegion, "Haxte-Normandie", "Normandie"}, // of the old name, today's
		{KindCommune, "Rennes", ""},
	} {
		if got, ok := Suggest(c.kind, c.printed); got != c.want || ok != (c.want != "") {
			t.Errorf("Suggest(%v, %q) = %q, %v; want %q", c.kind, c.printed, got, ok, c.want)
		}
	}
}

func FuzzNamed(f *testing.F) {
	for _, s := range []string{"29 - Finistère", "Réunion (La)", "()", "[", "dep :(29)", "1", "Région Sud", "x(1)(1)(1)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if _, how := DepartmentNamed(s); Accept(KindDepartment, s) != (how != NotFound) {
			t.Error("Accept and DepartmentNamed differ")
		}
		RegionNamed(s)
		DepartmentCoded(s)
		Suggest(KindDepartment, s)
	})
}

func BenchmarkDepartmentNamed(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		DepartmentNamed("Seine-Saint-Denis")
	}
}

func BenchmarkDepartmentNamedVariant(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		DepartmentNamed("DEPARTEMENT DE LA HAUTE-GARONNE")
	}
}

// Regions of before 2016 and their departments.

package gazetteer

import (
	"maps"
	"slices"
	"testing"
)

// TestOldRegions holds that the old regions share out the departments of the
// ones that they became, each once, and that every name of them is known as old.
func TestOldRegions(t *testing.T) {
	shared := map[string][]string{} // today's region: departments
	for name := range oldRegions {
		r, how := RegionNamed(name)
		if how != Old {
			t.Errorf("%s is %v", name, how)
		}
		for _, d := range DepartmentsOfOld(name) {
			if d.Region != r.Code {
				t.Errorf("%s: %s lies in %s, not in %s", name, d.Name, d.Region, r.Code)
			}
			if !slices.Contains(collectivities[:], d) {
				shared[r.Code] = append(shared[r.Code], d.Code)
			}
		}
	}
	for code, got := range shared {
		r, _ := RegionByCode(code)
		var want []string
		for _, d := range DepartmentsIn(r) {
			want = append(want, d.Code)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", r.Name, got, want)
		}
	}
	for other, name := range maps.All(oldSpellings) {
		if _, how := RegionNamed(other); how != Old || len(DepartmentsOfOld(other)) != len(DepartmentsOfOld(name)) {
			t.Errorf("%s is %v, with %d departments", other, how, len(DepartmentsOfOld(other)))
		}
	}
	for name, covered := range map[string]string{"Rhône-Alpes": "69M", "Alsace": "6AE"} {
		if ds := DepartmentsOfOld(name); ds[len(ds)-1].Code != covered {
			t.Errorf("%s: %v without %s", name, ds, covered)
		}
	}
	if got := DepartmentsOfOld("Bretagne"); got != nil {
		t.Errorf("Bretagne: %v", got)
	}
}

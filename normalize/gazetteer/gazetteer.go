// This file has the types of the package and the look-ups by official code.

package gazetteer

import "sort"

//go:generate go run ./internal/generate

// A Kind is a level of the French administration. Codes of one kind may equal
// codes of another (75, 84 and 93 are regions and departments), so a code never
// travels without its kind.
type Kind uint8

// The kinds of place.
const (
	KindRegion Kind = iota + 1
	KindDepartment
	KindCommune
)

func (k Kind) String() string {
	switch k {
	case KindRegion:
		return "region"
	case KindDepartment:
		return "department"
	case KindCommune:
		return "commune"
	}
	return "none"
}

// How says how a printed name differs from the official one. NotFound is zero.
type How uint8

// The ways of printing a name, from the best to the weakest.
const (
	NotFound How = iota
	Exact        // the official spelling, letter for letter
	Variant      // other capitals, accents, hyphens; "département de ...", "... (29)"
	Coded        // by its code alone
	Alias        // another name of today: PACA, Région Sud, Métropole de Lyon
	Old          // a name that was abolished: Alsace, Côtes-du-Nord
)

func (h How) String() string {
	return [...]string{"not found", "exact", "variant", "code", "alias", "old"}[min(h, Old)]
}

// A Region is a region or an overseas collectivity.
type Region struct {
	Code string // INSEE, 2 digits; 3 for collectivities: "84", "01", "975"
	Name string // official spelling
}

// A Department is a department, or a collectivity that represents one:
// Métropole de Lyon (69M) and Collectivité européenne d'Alsace (6AE).
type Department struct {
	Code   string // INSEE: "01", "2A", "971", "69M"
	Name   string // official spelling
	Region string // code of its region
}

// collectivities are printed in lists of departments, though the official list has
// the departments that they cover instead.
var collectivities = [...]Department{
	{Code: "69M", Name: "Métropole de Lyon", Region: "84"},
	{Code: "6AE", Name: "Collectivité européenne d'Alsace", Region: "44"},
}

// Covers reports whether communes of the department with that code are, or may be,
// in d: the same code; Rhône and Métropole de Lyon for each other, since the codes
// of communes in both begin with 69; both Rhin departments for the Collectivité
// européenne d'Alsace.
func (d Department) Covers(code string) bool {
	switch {
	case d.Code == code:
		return true
	case d.Code == "69M":
		return code == "69"
	case d.Code == "69":
		return code == "69M"
	case d.Code == "6AE":
		return code == "67" || code == "68"
	}
	return false
}

// RegionByCode returns the region of an official code ("84", "975").
func RegionByCode(code string) (Region, bool) {
	i := sort.Search(len(regions), func(i int) bool { return regions[i].Code >= code })
	if i < len(regions) && regions[i].Code == code {
		return regions[i], true
	}
	return Region{}, false
}

// DepartmentByCode returns the department of an official code ("01", "2A", "971", "69M").
func DepartmentByCode(code string) (Department, bool) {
	if i := departmentIndex(code); i >= 0 {
		return departments[i], true
	}
	for _, d := range collectivities {
		if d.Code == code {
			return d, true
		}
	}
	return Department{}, false
}

func departmentIndex(code string) int {
	i := sort.Search(len(departments), func(i int) bool { return departments[i].Code >= code })
	if i < len(departments) && departments[i].Code == code {
		return i
	}
	return -1
}

// RegionOf returns the region in which a department lies.
func RegionOf(d Department) Region {
	r, _ := RegionByCode(d.Region)
	return r
}

// DepartmentsIn returns the departments of a region, sorted by code.
func DepartmentsIn(r Region) []Department {
	var ds []Department
	for _, d := range departments {
		if d.Region == r.Code {
			ds = append(ds, d)
		}
	}
	return ds
}

// What is remembered changes no answer.

package gazetteer

import "testing"

func TestNames(t *testing.T) {
	isere, _ := DepartmentByCode("38")
	loire, _ := DepartmentByCode("42")
	heads := []string{"", "PIMMS ", "PIMMS Isère - ", "Relais numérique ", " - ", "La Cotonne, "}
	places := []string{"Saint-Chamond", "La Cotonne", "Villefontaine", "Bron", "Saint-Exupéry", "", "Lyon 8e Mermoz", "Nowhere"}
	for _, rows := range []int{0, 1, 3, 1 << 20} { // few slots: each pushes out the others
		names := NewNames(rows, []string{"Relais numérique"})
		for range 3 {
			for _, d := range []Department{isere, loire, {}} {
				for _, head := range heads {
					for _, place := range places {
						got, ok := names.Contradicts(d, head+place)
						want, is := Contradicts(d, head+place, "Relais numérique")
						if got != want || ok != is {
							t.Errorf("%d rows, %s: %q lies in %v, %v; want %v, %v", rows, d.Name, head+place, got, ok, want, is)
						}
					}
				}
			}
		}
	}
}

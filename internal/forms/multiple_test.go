// Multiples of currencies in headings.

package forms

import "testing"

func TestMultiple(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string]float64{
		"Aide (k€)": 1e3, "Montant en milliers d'euros": 1e3, "Subvention (M€)": 1e6, "Grant (£m)": 1e6, "Budget, keur": 1e3,
		"Award ($ million)": 1e6, "Aide (€)": 1, "Surface (m)": 1, "Taille m": 1, "Population (milliers)": 1, "Montant": 1,
	} {
		if got := Multiple(heading); got != want {
			t.Errorf("Multiple(%q) = %v, want %v", heading, got, want)
		}
	}
}

// Dates: forms that are read, and those that are no dates.

package forms

import "testing"

func TestParseDate(t *testing.T) {
	for _, test := range []struct{ text, iso string }{
		{"mercredi 14 octobre 2020", "2020-10-14"},
		{"Mercredi, le 14 octobre 2020.", "2020-10-14"},
		{"14 octobre 2020", "2020-10-14"},
		{"1er janvier 2020", "2020-01-01"},
		{"1 er janvier 2020", "2020-01-01"},
		{"1 ^er janvier 2020", "2020-01-01"},
		{"le 3 févr. 2021", "2021-02-03"},
		{"14 DÉCEMBRE 2020", "2020-12-14"},
		{"14\u00a0ao\u00fbt\u202f2020", "2020-08-14"},
		{"14 aou\u0302t 2020", "2020-08-14"},
		{"25/05/2021", "2021-05-25"},
		{"05/25/2021", "2021-05-25"},
		{"1/2/21", "2021-02-01"},
		{"25-05-21", "2021-05-25"},
		{"25-05-21.", ""},
		{"le 2e janvier 2020", "2020-01-02"},
		{"Wednesday the 23rd of September 2020", "2020-09-23"},
		{"the 23rd of September 2020", "2020-09-23"},
		{"3 mars 1789", ""},
		{"14.10.2020", "2020-10-14"},
		{"2020-10-14", "2020-10-14"},
		{"octobre 2020", "2020-10"},
		{"February 5, 2021", "2021-02-05"},
		{"Friday, Feb. 5th, 2021", "2021-02-05"},
		{"5 February 2021", "2021-02-05"},
		{"29 février 2020", "2020-02-29"},
		{"29 février 2021", ""},
		{"31/04/2021", ""},
		{"2020", ""},
		{"01 02 03 04 05", ""},
		{"01.02.03.04.05", ""},
		{"14 octobre", ""},
		{"14 octobre 2020 à Paris", ""},
		{"Mars 2000 km", ""},
		{"1 784 739", ""},
		{"", ""},
	} {
		iso, ok := ParseDate(test.text)
		if iso != test.iso || ok != (test.iso != "") {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", test.text, iso, ok, test.iso)
		}
	}
}

func TestFindDates(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"du 3 au 5 mars 2021, puis le 12/04/2021.", []string{"5 mars 2021", "12/04/2021"}},
		{"tenu le mercredi 30 septembre 2020 à Paris", []string{"mercredi 30 septembre 2020"}},
		{"Tél. 01/02/03/04/05, réf. 12.10.20203", nil},
		{"NOR 18 Novembre 1999Texte", nil},
		{"le 1er décembre  2011", []string{"1er décembre  2011"}},
	} {
		got := FindDates(test.text, 10)
		if len(got) != len(test.want) {
			t.Errorf("%q: %v, want %v", test.text, got, test.want)
			continue
		}
		for i, d := range got {
			if text := test.text[d.From:d.To]; text != test.want[i] {
				t.Errorf("%q: %q, want %q", test.text, text, test.want[i])
			}
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("mercredi 14 octobre 2020")
	f.Add("le 1 ^er janv. 2020, 25/05/2021")
	f.Fuzz(func(t *testing.T, text string) {
		ParseDate(text)
		last := 0
		for _, d := range FindDates(text, 50) {
			if d.From < last || d.To <= d.From || d.To > len(text) || !d.valid() {
				t.Fatalf("%q: %+v", text, d)
			}
			last = d.To
		}
	})
}

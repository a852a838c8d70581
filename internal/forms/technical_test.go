// Paths, commands and letter-spaced lines, and what only looks like them.

package forms

import "testing"

func TestTechnical(t *testing.T) {
	t.Parallel()
	for w, want := range map[string]bool{
		"/srv/data/q4_v2.csv": true, `C:\Users\logs\1.txt`: true, `\\serveur\presse`: true, "data.example.org/sets/5f3a9c0e": true, "~/out.csv,": true,
		"--out=x.csv": true, "get_rows()": true, "{id:int}": true, "x->next": true, "lib==2.4.1": true,
		"et/ou": false, "Ai5ne": false, "L@on": false, "R{ims,": false, "12/05": false, "km/h": false, `D\partement`: false,
	} {
		if got := IsPath(w) || IsCode(w); got != want {
			t.Errorf("%q: %v, want %v", w, got, want)
		}
	}
	for line, want := range map[string]bool{"c o m m u n i q u é": true, "L E S  L A U R É A T S": true, "C ermont et M llau": false, "A B C": false} {
		if got := IsSpaced(line); got != want {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}

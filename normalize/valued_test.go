// Rows that name and sum up those below them.

package normalize

import "testing"

func TestValuedGroups(t *testing.T) {
	const head = "# Requests\n\n| Requests | All | North |\n|---|---|---|\n"
	for _, tt := range []struct{ name, rows, want string }{
		{
			"they add up", "| **Opened** | 50 | 20 |\n| By phone | 30 | 12 |\n| By mail | 20 | 8 |\n| **Closed** | 44 | 9 |\n| Early | 40 | 5 |\n| Late | 4 | 4 |\n",
			"Opened,Opened,50,20;Opened,By phone,30,12;Opened,By mail,20,8;Closed,Closed,44,9;Closed,Early,40,5;Closed,Late,4,4",
		},
		{
			"names come again", "| **Opened** | 5 | 20 |\n| Phone | 30 | 12 |\n| Mail | 20 | 8 |\n| **Closed** | 4 | 9 |\n| Phone | 40 | 5 |\n| Mail | 4 | 4 |\n",
			"Opened,Opened,5,20;Opened,Phone,30,12;Opened,Mail,20,8;Closed,Closed,4,9;Closed,Phone,40,5;Closed,Mail,4,4",
		},
		{
			"bold for another reason", "| **Opened** | 5 | 21 |\n| By phone | 30 | 12 |\n| By mail | 20 | 8 |\n| **Closed** | 4 | 9 |\n| Early | 40 | 5 |\n| Late | 4 | 4 |\n",
			"Opened,5,21;By phone,30,12;By mail,20,8;Closed,4,9;Early,40,5;Late,4,4",
		},
	} {
		if got := rowsOfFirst(t, head+tt.rows); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestNamesAlike(t *testing.T) {
	const head = "# Requests\n\n| Requests | All | North |\n|---|---|---|\n"
	for rows, want := range map[string]int{
		"| Opened | 5 | 20 |\n| Phone | 30 | 12 |\n| Mail | 20 | 8 |\n| Closed | 4 | 9 |\n| Phone | 40 | 5 |\n| Mail | 4 | 4 |\n": 1,
		"| Opened | 5 | 20 |\n| Phone | 30 | 12 |\n| Mail | 20 | 8 |\n| Closed | 4 | 9 |\n| Post | 40 | 5 |\n| Mail | 4 | 4 |\n":  0,
	} {
		if got := findingsOf(t, head+rows, "names-alike"); len(got) != want {
			t.Errorf("%s: %v", rows, got)
		}
	}
}

// Names of rows beside a ruled frame, on made-up pages.

package grid

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// frame rules a table of figures: three columns of 60 points from x = 200, rows of 20
// points from y = 100.
func frame(s *pagetest.Sheet, rows ...[3]string) {
	bottom := 100 + 20*float32(len(rows))
	for k := range len(rows) + 1 {
		s.Rule(200, 100+20*float32(k), 380, 100+20*float32(k))
	}
	for c := range 4 {
		s.Rule(200+60*float32(c), 100, 200+60*float32(c), bottom)
	}
	for k, r := range rows {
		for c, text := range r {
			s.Text(220+60*float32(c), 113+20*float32(k), 10, 0, text)
		}
	}
}

func TestNamesBesideFrame(t *testing.T) {
	const bare = "Gold|Silver|Bronze/5|0|1/2|3|0/4|1|2"
	for _, tt := range []struct {
		name string
		set  func(*pagetest.Sheet)
		want string
	}{
		{"on the left", func(s *pagetest.Sheet) {
			for k, name := range []string{"", "Harbour", "Old Mill", "North Gate"} {
				s.Text(100, 113+20*float32(k), 10, 0, name)
			}
		}, "rules 0: |Gold|Silver|Bronze/Harbour|5|0|1/Old Mill|2|3|0/North Gate|4|1|2"},
		{"on the right, with a heading", func(s *pagetest.Sheet) {
			for k, name := range []string{"Quarter", "Harbour", "Old Mill", "North Gate"} {
				s.Text(400, 113+20*float32(k), 10, 0, name)
			}
		}, "rules 0: Gold|Silver|Bronze|Quarter/5|0|1|Harbour/2|3|0|Old Mill/4|1|2|North Gate"},
		{"numbers of lines", func(s *pagetest.Sheet) {
			for k, name := range []string{"1", "2", "3", "4"} {
				s.Text(100, 113+20*float32(k), 10, 0, name)
			}
		}, "rules 0: " + bare},
		{"names of some rows only", func(s *pagetest.Sheet) { s.Text(100, 133, 10, 0, "Harbour") }, "rules 0: " + bare},
		{"running text that goes on below", func(s *pagetest.Sheet) {
			for k := range 12 {
				s.Text(60, 113+12*float32(k), 10, 0, "the games were held there")
			}
		}, "rules 0: " + bare},
		{"a table of its own on the right", func(s *pagetest.Sheet) {
			for k, name := range []string{"Quarter", "Harbour", "Old Mill", "North Gate"} {
				s.Text(400, 113+20*float32(k), 10, 0, name)
				s.Text(500, 113+20*float32(k), 10, 0, "12")
			}
		}, "rules 0: " + bare + "\ngaps 0: Quarter|12/Harbour|12/Old Mill|12/North Gate|12"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := pagetest.NewSheet()
			frame(s, [3]string{"Gold", "Silver", "Bronze"}, [3]string{"5", "0", "1"}, [3]string{"2", "3", "0"}, [3]string{"4", "1", "2"})
			tt.set(s)
			if got := show(find(s)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

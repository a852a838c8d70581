// Tables as statistical reports set them, on made-up pages.

package grid

import (
	"testing"

	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// right sets text that ends at x.
func right(s *pagetest.Sheet, x, y float32, text string) {
	w := s.Text(5000, y-5000, 10, 0, text) - 5000 // beyond the page
	s.Text(x-w, y, 10, 0, text)
}

// row sets a stub and figures that end flush right.
func row(s *pagetest.Sheet, y float32, stub string, figures ...string) {
	if stub != "" {
		s.Text(55, y, 10, 0, stub)
	}
	for k, f := range figures {
		if f != "" {
			right(s, 250+80*float32(k), y, f)
		}
	}
}

func TestReports(t *testing.T) {
	tests := []struct {
		name string
		set  func(*pagetest.Sheet)
		want string
	}{
		{"no rule closes the table", func(s *pagetest.Sheet) {
			s.Rule(50, 100, 350, 100)
			s.Rule(50, 120, 350, 120)
			row(s, 114, "State", "1998", "1999")
			row(s, 134, "Ohio", "12", "1,204")
			row(s, 148, "Texas", "7", "998")
			row(s, 162, "Utah", "31", "45")
			s.Text(55, 190, 10, 0, "Wages rose in most of these states after the long decline of the years before.")
		}, "bands 1: State|1998|1999/Ohio|12|1,204/Texas|7|998/Utah|31|45"},
		{"two rules around prose head no table", func(s *pagetest.Sheet) {
			s.Rule(50, 100, 350, 100)
			s.Rule(50, 120, 350, 120)
			s.Text(55, 114, 10, 0, "Summary of the annual review")
			for k := range 4 {
				s.Text(55, 134+14*float32(k), 10, 0, "Wages rose in most of these states after the long decline of")
			}
		}, ""},
		{"blocks of rows parted by blank lines", func(s *pagetest.Sheet) {
			row(s, 100, "State", "1998", "1999")
			for k, r := range [][3]string{{"Ohio", "12", "1,204"}, {"Iowa", "15", "801"}, {"Texas", "7", "998"}, {"Utah", "31", "45"}} {
				row(s, 114+14*float32(k)+26*float32(k/2), r[0], r[1], r[2])
			}
		}, "gaps 1: State|1998|1999/Ohio|12|1,204/Iowa|15|801/Texas|7|998/Utah|31|45"},
		{"texts of several lines below headings, between rules", func(s *pagetest.Sheet) {
			for _, y := range []float32{100, 120, 184} {
				s.Rule(50, y, 350, y)
			}
			for k, r := range [][3]string{
				{"Country", "Measure", "Remarks"},
				{"Malta", "Direct support of", "none"},
				{"", "small farms", ""},
				{"Spain", "Reform of the", "since 2004"},
				{"", "labour market", ""},
			} {
				y := float32(114)
				if k > 0 {
					y = 122 + 12*float32(k)
				}
				s.Text(55, y, 10, 0, r[0])
				s.Text(130, y, 10, 0, r[1])
				s.Text(260, y, 10, 0, r[2])
			}
		}, "bands 1: Country|Measure|Remarks/Malta|Direct support of small farms|none/Spain|Reform of the labour market|since 2004"},
		{"headings of two words centred over two columns each", func(s *pagetest.Sheet) {
			s.Text(260, 100, 10, 1, "Baseline")
			s.Text(415, 100, 10, 1, "New")
			s.Text(433, 100, 10, 1, "States")
			for k, r := range [][5]string{{"Country", "2005", "2006", "2005", "2006"}, {"Malta", "1.2", "3.4", "5.6", "7.8"}, {"Spain", "2.1", "4.3", "6.5", "8.7"}, {"Italy", "9.9", "8.8", "7.7", "6.6"}} {
				row(s, 114+14*float32(k), r[0], r[1:]...)
			}
		}, "gaps 2: Country+2x1|Baseline+1x2||New States+1x2|/|2005|2006|2005|2006/Malta|1.2|3.4|5.6|7.8/Spain|2.1|4.3|6.5|8.7/Italy|9.9|8.8|7.7|6.6"},
		{"signs of currency set flush with the column", func(s *pagetest.Sheet) {
			row(s, 100, "Item", "1998", "1999")
			for k, r := range [][3]string{{"Motor fuel", "12", "1,204"}, {"Cotton", "15", "801"}, {"Milk", "7", "998"}} {
				y := 114 + 14*float32(k)
				row(s, y, r[0], r[1], r[2])
				if k == 0 {
					s.Text(215, y, 10, 0, "$")
					s.Text(290, y, 10, 0, "$")
				}
			}
		}, "gaps 1: Item|1998|1999/Motor fuel|$ 12|$ 1,204/Cotton|15|801/Milk|7|998"},
		{"a name of a group right below the headings", func(s *pagetest.Sheet) {
			row(s, 100, "Item", "1998", "Value")
			for k, r := range [][3]string{{"Crops"}, {"Wheat", "12", "1,204"}, {"Cotton", "15", "801"}, {"Livestock"}, {"Hogs", "7", "998"}, {"Milk", "9", "98"}} {
				row(s, 114+14*float32(k), r[0], r[1], r[2])
			}
		}, "gaps 1: Item|1998|Value/Crops||/Wheat|12|1,204/Cotton|15|801/Livestock||/Hogs|7|998/Milk|9|98"},
		{"stubs too long for their column, lines equally close", func(s *pagetest.Sheet) {
			row(s, 100, "State", "1998", "Value")
			for k, r := range [][3]string{{"New South Hampshire", "12", "1,204"}, {"Commonwealth"}, {"Ohio", "15", "801"}, {"District of Upper", "7", "998"}, {"Connecticut"}, {"Utah", "9", "98"}} {
				row(s, 114+12*float32(k), r[0], r[1], r[2])
			}
		}, "gaps 1: State|1998|Value/New South Hampshire Commonwealth|12|1,204/Ohio|15|801/District of Upper Connecticut|7|998/Utah|9|98"},
		{"names of groups that would not fit the name above, one above the first row", func(s *pagetest.Sheet) {
			row(s, 100, "Item", "1998", "Value")
			for k, r := range [][3]string{{"Crops"}, {"Wheat flour", "12", "1,204"}, {"Vegetables"}, {"Beans", "15", "801"}, {"Sugar beets", "7", "998"}, {"Orchards"}, {"Pears", "9", "98"}} {
				row(s, 114+12*float32(k), r[0], r[1], r[2])
			}
		}, "gaps 1: Item|1998|Value/Crops||/Wheat flour|12|1,204/Vegetables||/Beans|15|801/Sugar beets|7|998/Orchards||/Pears|9|98"},
		{"names whose first lines are indented", func(s *pagetest.Sheet) {
			row(s, 100, "Item", "1998", "Value")
			for k, r := range [][3]string{{"", "12", "1,204"}, {"of the valley"}, {"", "15", "801"}, {"that were kept"}, {"", "7", "998"}} {
				y := 114 + 12*float32(k)
				row(s, y, r[0], r[1], r[2])
				if r[0] == "" {
					s.Text(62, y, 10, 0, []string{"Flour mills", "", "Cotton goods", "", "Milk"}[k])
				}
			}
		}, "gaps 1: Item|1998|Value/Flour mills of the valley|12|1,204/Cotton goods that were kept|15|801/Milk|7|998"},
		{"rules below rows only, none below the headings", func(s *pagetest.Sheet) {
			for c, head := range []string{"Item", "1998", "Value"} {
				s.Text([]float32{55, 230, 302}[c], 100, 10, 1, head)
			}
			for k, r := range [][3]string{{"Flour", "12", "1,204"}, {"Beans", "15", "801"}, {"Pears", "7", "998"}, {"Plums", "9", "98"}} {
				y := 122 + 22*float32(k)
				row(s, y, r[0], r[1], r[2])
				s.Rule(50, y+8, 340, y+8)
			}
		}, "bands 1: Item|1998|Value/Flour|12|1,204/Beans|15|801/Pears|7|998/Plums|9|98"},
		{"headings of two lines set close are not one over both", func(s *pagetest.Sheet) {
			for _, y := range []float32{88, 117, 160} {
				s.Rule(50, y, 500, y)
			}
			row(s, 100, "", "", "10,000–", "", "30,000–")
			s.Text(373, 100, 10, 0, "20,000–")
			for k, r := range [][5]string{{"Group", "Men", "19,999", "29,999", "39,999"}, {"Malta", "1.2", "3.4", "5.6", "7.8"}, {"Spain", "2.1", "4.3", "6.5", "8.7"}, {"Italy", "9.9", "8.8", "7.7", "6.6"}} {
				y := 112 + 14*float32(k)
				row(s, y, r[0], r[1], r[2])
				right(s, 373+35, y, r[3])
				right(s, 490, y, r[4])
			}
		}, "bands 1: Group|Men|10,000– 19,999|20,000– 29,999|30,000– 39,999/Malta|1.2|3.4|5.6|7.8/Spain|2.1|4.3|6.5|8.7/Italy|9.9|8.8|7.7|6.6"},
		{"columns of figures that an ordinary blank parts", func(s *pagetest.Sheet) {
			row(s, 100, "State", "1998", "Rank")
			for k, r := range [][3]string{{"Ohio", "12", "1"}, {"Iowa", "15.5", "2"}, {"Texas", "7", "3"}, {"Utah", "310", "4"}, {"Idaho", "29.1", "5"}} {
				y := 114 + 14*float32(k)
				row(s, y, r[0], r[1])
				s.Text(253, y, 10, 0, r[2])
				right(s, 400, y, r[2]+"00")
			}
		}, "gaps 1: State|1998||Rank/Ohio|12|1|100/Iowa|15.5|2|200/Texas|7|3|300/Utah|310|4|400/Idaho|29.1|5|500"},
		{"figures of four digits and their thousands are no columns", func(s *pagetest.Sheet) {
			row(s, 100, "State", "Men", "Women")
			for k, r := range [][3]string{{"Ohio", "1 204", "998"}, {"Iowa", "15 115", "2 001"}, {"Texas", "7 340", "3 411"}, {"Utah", "310 000", "4 100"}, {"Idaho", "29 111", "55 012"}} {
				row(s, 114+14*float32(k), r[0], r[1], r[2])
			}
		}, "gaps 1: State|Men|Women/Ohio|1 204|998/Iowa|15 115|2 001/Texas|7 340|3 411/Utah|310 000|4 100/Idaho|29 111|55 012"},
		{"a total in bold right below headings in bold", func(s *pagetest.Sheet) {
			for k, r := range [][3]string{{"State", "Men", "Women"}, {"Total", "34", "1,204"}, {"Ohio", "12", "998"}, {"Iowa", "15", "201"}, {"Utah", "7", "5"}} {
				y, bold := 100+14*float32(k), int32(0)
				if k < 2 {
					bold = 1
				}
				s.Text(55, y, 10, bold, r[0])
				s.Text(200, y, 10, bold, r[1])
				s.Text(300, y, 10, bold, r[2])
			}
		}, "gaps 1: State|Men|Women/Total|34|1,204/Ohio|12|998/Iowa|15|201/Utah|7|5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := pagetest.NewSheet()
			tt.set(s)
			if got := show(find(s)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// The second line of a name in the last row belongs to it where other rows have one.
func TestLastRowWraps(t *testing.T) {
	s := pagetest.NewSheet()
	y := float32(100)
	row(s, y, "Fellow", "Years", "Award")
	for _, name := range [][2]string{{"Tom", "Whitlock"}, {"Lila", "Brandt"}, {"Ines", ""}, {"Omar", "Keane"}} {
		y += 18
		row(s, y, name[0], "2", "4800")
		if name[1] != "" {
			y += 12
			s.Text(55, y, 10, 0, name[1])
		}
	}
	const want = "gaps 1: Fellow|Years|Award/Tom Whitlock|2|4800/Lila Brandt|2|4800/Ines|2|4800/Omar Keane|2|4800"
	if got := show(find(s)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// The rest of a row that the page break cut stands above the first rule of its page.
func TestRowAboveFirstRule(t *testing.T) {
	rows := func(s *pagetest.Sheet, y float32, names ...string) {
		for _, name := range names {
			row(s, y, name, "12", "1,204")
			s.Rule(50, y+8, 340, y+8)
			y += 22
		}
	}
	one, two := pagetest.NewSheet(), pagetest.NewSheet()
	rows(one, 700, "Ohio", "Iowa", "Utah", "Maine", "")
	two.Text(55, 60, 10, 0, "New South")
	two.Text(55, 72, 10, 0, "Hampshire")
	two.Rule(50, 80, 340, 80)
	rows(two, 94, "Texas", "Idaho", "Nevada")
	var before Before
	Find(layout.New(&one.Page), &before)
	const want = "bands 0: New South Hampshire||/Texas|12|1,204/Idaho|12|1,204/Nevada|12|1,204"
	if got := show(Find(layout.New(&two.Page), &before)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

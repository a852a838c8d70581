// Titles of tables: inside, above, below, over several blocks.

package document

import "testing"

func TestTableCaption(t *testing.T) {
	at := func(page int32, y float32) Frame {
		return Frame{At: Pos{Page: page, Box: &Box{X0: 50, Y0: y, X1: 300, Y1: y + 10}}}
	}
	text := func(s string, y float32) Block { return &Paragraph{Frame: at(1, y), Runs: []Run{{Text: s}}} }
	head := func(s string, y float32) Block { return &Heading{Frame: at(1, y), Runs: []Run{{Text: s}}} }
	table := func(y float32) Block { return &Table{Frame: at(1, y)} }
	tests := []struct {
		name   string
		blocks []Block
		i      int
		want   string
	}{
		{"of its own", []Block{&Table{Caption: []Run{{Text: "Sites\nouverts"}}}}, 0, "Sites ouverts"},
		{"above", []Block{text("Tableau 1 – Sites par région", 80), table(100)}, 1, "Tableau 1 – Sites par région"},
		{"below", []Block{text("Le texte le dit.", 80), table(100), text("Table 2: Sites by region", 115), text("Le texte suit.", 140)}, 1, "Table 2: Sites by region"},
		{"that of the next table", []Block{table(100), text("Tableau 2 – Sites par région", 135), table(150)}, 0, ""},
		{"between two tables, nearer to the first", []Block{table(100), text("Tableau 2 – Sites par région", 112), table(150)}, 0, "Tableau 2 – Sites par région"},
		{"number, title and unit apart", []Block{text("Tableau 3.", 60), text("Sites par région", 75), text("[en milliers]", 88), table(100)}, 3, "Tableau 3. Sites par région [en milliers]"},
		{"a title right above", []Block{head("Sites ouverts en mai", 85), table(100)}, 1, "Sites ouverts en mai"},
		{"a heading far above", []Block{head("Sites ouverts en mai", 40), table(100)}, 1, ""},
		{"a sentence that speaks of a table", []Block{text("Tableau des sites ouverts, comme annoncé.", 85), table(100)}, 1, ""},
		{"a sentence that names one", []Block{text("La liste figure dans le tableau 2 :", 85), table(100)}, 1, ""},
		{"on the page before", []Block{&Paragraph{Frame: at(0, 90), Runs: []Run{{Text: "Tableau 1 – Sites"}}}, table(100)}, 1, ""},
		{"goes on", []Block{text("Tableau 1 – Sites", 80), &Table{Frame: at(1, 100), Continues: true}}, 1, ""},
		{"Markdown", []Block{&Table{}, &Paragraph{Runs: []Run{{Text: "Table: Sites par région"}}}}, 0, "Table: Sites par région"},
	}
	for _, tt := range tests {
		if got := TableCaption(tt.blocks, tt.i); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

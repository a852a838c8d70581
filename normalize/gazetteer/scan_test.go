// Places named inside a text.

package gazetteer

import (
	"strings"
	"testing"
)

func TestScan(t *testing.T) {
	for _, c := range []struct {
		kind       Kind
		text, want string // kind letter, code, printed
	}{
		{0, "AlsaceMulhouse (68)Le Val-de-Vi", "r44=Alsace"},
		{0, "Haute-Loire", "d43=Haute-Loire"},
		{0, "HAUTE LOIRE et Loire, Bords-de-Loire", "d43=HAUTE LOIRE|d42=Loire"},
		{0, "Pays de la Loire", "r52=Pays de la Loire"},
		{KindDepartment, "Pays de la Loire : Loire-Atlantique, Sarthe", "d44=Loire-Atlantique|d72=Sarthe"},
		{KindRegion, "Bretagne (Finistère)", "r53=Bretagne"},
		{0, "BretagneFinistèreQuimper", "r53=Bretagne|d29=Finistère"},
		{0, "Nord Ouest du Nord", "d59=Nord"},
		{0, "Dans l’Ain, en Seine St-Denis (93) et en PACA.", "d01=Ain|d93=Seine St-Denis|r93=PACA"},
		{0, "Seine-\nSaint-Denis", "d93=Seine-\nSaint-Denis"},
		{0, "Meurthe & Moselle", "d54=Meurthe & Moselle"},
		{0, "Guadeloupe", "r01=Guadeloupe|d971=Guadeloupe"},
		{0, "un lot de la creuse", ""},
		{0, "Le Centre, le Sud", ""},
		{0, "Loire-Authion, Villeneuve-d'Ain", "d01=Ain"},
		{0, "Centre-Val de Loire\tLoiret", "r24=Centre-Val de Loire|d45=Loiret"},
		{0, "", ""},
	} {
		var got []string
		for _, h := range Scan(c.kind, c.text) {
			got = append(got, h.Kind.String()[:1]+h.Code+"="+c.text[h.Start:h.End])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("Scan(%v, %q) = %q, want %q", c.kind, c.text, s, c.want)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"AlsaceMulhouse (68)Le Val", "I\u0302le-de-France", "&&", "Seine\xffSaint", "s/s", "\u0300"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, h := range Scan(KindDepartment, s) {
			if h.Start < end || h.End <= h.Start || h.End > len(s) {
				t.Fatalf("hit %v of %d bytes after %d", h, len(s), end)
			}
			end = h.End
		}
	})
}

func BenchmarkScan(b *testing.B) {
	text := strings.Repeat("Les lauréats de la Haute-Loire et du Nord se sont retrouvés à Paris. ", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Scan(0, text)
	}
}

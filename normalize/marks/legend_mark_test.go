// The quick look for marks.

package marks

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// TestMayNameMark holds that the quick look refuses no line that describes a mark, and
// that it refuses names.
func TestMayNameMark(t *testing.T) {
	t.Parallel()
	var words []string
	for _, stems := range []lexicon.Stems{lexicon.Asterisk, lexicon.Star, lexicon.Bold, lexicon.Italic, lexicon.Fill} {
		words = append(words, stems...)
	}
	words = append(words, "E\u0301TOILE", "étoiles", "Grisée", "«\u00a0nouveau\u00a0» est la mention", `la mention "N"`, "marqués “N”")
	words = append(words, Signs[:len(Signs)-2]...) // of "(n)" no legend speaks
	for _, hue := range strings.Fields("jaune rouge vert bleu orange rose violet gris fluo red green blue pink purple grey gray yellow") {
		words = append(words, "en "+hue, "in "+hue+"s")
	}
	for _, w := range words {
		for _, line := range []string{w, w + " : les lieux", "Les lieux sont (" + w, "l’" + w, "«" + w + "» mention"} {
			if len(legendMarks(line)) > 0 && !mayNameMark(line) {
				t.Errorf("%q: refused, and describes %v", line, legendMarks(line))
			}
		}
		if len(legendMarks(w)) == 0 {
			t.Errorf("%q: describes no mark, so that the test says nothing of it", w)
		}
	}
	for _, line := range []string{"Maison des services (porté par la ville)", "Pôle “emploi” de L’Île-d’Yeu", "Saint-Étienne", "Val d'Oise – 12 °C", "Le Mesnil-sur-Blangy (rouage)", "Bœuf, Été, Fête", ""} {
		if mayNameMark(line) {
			t.Errorf("%q: not refused", line)
		}
	}
}

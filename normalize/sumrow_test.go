// Sums without a word of their own, and cells that span columns of one kind.

package normalize

import (
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

func TestSumRows(t *testing.T) {
	runTableTests(t, []tableTest{
		{
			"the last row is the sum of the others", "Division|2023|2024\nJardins|84,2|80,1\nMaison|41,7|43,0\nTables|22,9|20,6\nGroupe|148,8|143,7", "division 2023",
			"Jardins|84.2\nMaison|41.7\nTables|22.9", "total", "",
		},
		{
			"shares are no sums", "Division|2023|2024|Écart\nJardins|84|80|5 %\nMaison|41|43|-5 %\nTables|22|20|10 %\nGroupe|147|143|3 %", "division 2023",
			"Jardins|84\nMaison|41\nTables|22", "total", "",
		},
		{
			"one column only: a person should look", "Division|Ventes\nJardins|84\nMaison|41\nTables|22\nGroupe|147", "division ventes",
			"Jardins|84\nMaison|41\nTables|22", "total", "",
		},
		{
			"small figures add up by chance", "Club|Buts\nBrest|1\nLaon|2\nLyon|3\nNice|6", "club buts", "Brest|1\nLaon|2\nLyon|3\nNice|6", "", "",
		},
		{
			"only one of two columns adds up", "Club|2023|2024\nBrest|100|120\nLaon|200|210\nLyon|300|310\nNice|600|610", "club 2023",
			"Brest|100\nLaon|200\nLyon|300\nNice|600", "", "",
		},
	})
}

func TestCarryAcross(t *testing.T) {
	tab := grid("Jour|Piscine nord|Piscine sud\nLundi|9h-18h|10h-19h\nMardi|9h-18h|10h-20h\nDimanche|10h-13h|\x00")
	spans(&tab.Rows[3].Cells[1], 1, 2)
	tab.Rows[3].Cells[2].More = &document.More{Covered: true}
	res := normalized(docOf(tab), Options{})
	want(t, show(res.Tables[0], "jour piscine_nord piscine_sud"), "Lundi|9h-18h|10h-19h\nMardi|9h-18h|10h-20h\nDimanche|10h-13h|10h-13h")
}

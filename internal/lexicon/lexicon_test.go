// Lists hold words as they are looked up.

package lexicon

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/internal/fold"
)

// TestListsAreFolded holds each list to its level: a word with an accent or a capital
// would never be found.
func TestListsAreFolded(t *testing.T) {
	t.Parallel()
	for name, list := range map[string][]string{
		"Asterisk": Asterisk, "Star": Star, "Bold": Bold, "Italic": Italic, "Fill": Fill, "Lettering": Lettering, "Labelled": Labelled,
		"explaining": explaining[:], "legendOpenings": legendOpenings[:], "newWords": slices.Collect(maps.Keys(newWords)),
		"frenchHeadings": slices.Collect(maps.Keys(frenchHeadings)), "englishHeadings": slices.Collect(maps.Keys(englishHeadings)), "noteWords": noteWords[:],
		"ColumnHeadings": slices.Collect(maps.Keys(ColumnHeadings)), "RowSubjects": RowSubjects[:], "SubjectDetails": SubjectDetails[:],
		"NewOpenings": NewOpenings[:], "NewFollowers": NewFollowers[:], "NameOf": NameOf[:],
		"Totals": Totals, "SureTotals": SureTotals[:], "BareTotals": slices.Collect(maps.Keys(BareTotals)), "Wholes": slices.Collect(maps.Keys(Wholes)),
		"TotalLinks": TotalLinks[:], "TotalOf": TotalOf[:], "OpensTotalPhrase": slices.Collect(maps.Keys(OpensTotalPhrase)),
		"YesWords": slices.Collect(maps.Keys(YesWords)), "NoWords": slices.Collect(maps.Keys(NoWords)),
		"SmallFrench": slices.Collect(maps.Keys(SmallFrench)), "SmallEnglish": slices.Collect(maps.Keys(SmallEnglish)),
		"Months": slices.Collect(maps.Keys(Months)), "Weekdays": slices.Collect(maps.Keys(Weekdays)),
		"streetWords": slices.Collect(maps.Keys(streetWords)),
	} {
		for _, w := range list {
			if w = strings.TrimSpace(w); w == "" || fold.Words(w) != w {
				t.Errorf("%s: %q is never found, %q would be", name, w, fold.Words(w))
			}
		}
	}
	for name, list := range map[string][]string{
		"CountsTwice": CountsTwice, "Rest": Rest, "OpenEnded": OpenEnded, "PartsOf": PartsOf, "SumCues": SumCues, "GivenStems": GivenStems,
		"TotalCues": TotalCues, "PartialTies": PartialTies, "WholeTies": WholeTies, "SumsUp": SumsUp,
		"ListTitles": ListTitles, "ListPointers": ListPointers, "ListCues": ListCues, "Elsewhere": Elsewhere, "Navigation": Navigation,
		"ChosenStems": ChosenStems, "LostStems": LostStems, "AmongThese": AmongThese, "LastYear": LastYear, "AllOf": AllOf,
		"AtLeast": AtLeast, "AtMost": AtMost, "About": About,
		"Towns": slices.Collect(maps.Keys(Towns)), "Measures": slices.Collect(maps.Keys(Measures)), "PlaceNouns": slices.Collect(maps.Keys(PlaceNouns)),
		"AnyNouns": slices.Collect(maps.Keys(AnyNouns)), "EndsCounted": slices.Collect(maps.Keys(EndsCounted)), "Planned": slices.Collect(maps.Keys(Planned)),
		"Former": slices.Collect(maps.Keys(Former)), "CountVerbs": slices.Collect(maps.Keys(CountVerbs)), "Labelling": slices.Collect(maps.Keys(Labelling)),
		"BeforeYear": slices.Collect(maps.Keys(BeforeYear)), "Abbreviations": slices.Collect(maps.Keys(Abbreviations)),
	} {
		for _, w := range list {
			if w == "" || fold.Letters(w) != w {
				t.Errorf("%s: %q is never found, %q would be", name, w, fold.Letters(w))
			}
		}
	}
	for name, list := range map[string][]string{
		"Kickers": Kickers[:], "ContactOpenings": ContactOpenings[:], "aboutOpenings": aboutOpenings[:],
		"organisationOpenings": organisationOpenings[:], "dateLeads": dateLeads[:], "annexOpenings": annexOpenings[:],
	} {
		for _, w := range list {
			if w = strings.TrimSpace(w); w == "" || fold.Text(w) != w {
				t.Errorf("%s: %q is never found, %q would be", name, w, fold.Text(w))
			}
		}
	}
}

// TestLongerOpeningsComeFirst holds that no opening hides a longer one.
func TestLongerOpeningsComeFirst(t *testing.T) {
	t.Parallel()
	for i, short := range ContactOpenings {
		for _, long := range ContactOpenings[i+1:] {
			if strings.HasPrefix(long, short+" ") {
				t.Errorf("%q comes before %q", short, long)
			}
		}
	}
}

func TestMarkMeaning(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"nouvelles agences": New, "newly opened": New, "newspaper": "", "sites nouveaux et renouvelables": New, "renouvellement": Renewed,
		"liste provisoire": Provisional, "fermes depuis mai": Withdrawn, "femmes": "",
	} {
		if got := MarkMeaning(text); got != want {
			t.Errorf("MarkMeaning(%q) = %q, want %q", text, got, want)
		}
	}
}

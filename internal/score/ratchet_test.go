// The ratchet: no score of the corpus that ships may fall.

package score

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "renew scores.txt from this run")

const (
	corpusFolder = "testdata"
	scoresFile   = "scores.txt"
)

func TestUpdateIsOffInCI(t *testing.T) {
	if *update && os.Getenv("CI") != "" {
		t.Fatal("-update in continuous integration would make every score pass")
	}
}

func TestScoresDoNotFall(t *testing.T) {
	if *update && os.Getenv("CI") != "" {
		t.Skip("not renewed in continuous integration")
	}
	docs, err := Find(corpusFolder)
	if err != nil {
		t.Fatal(err)
	}
	now, err := Run(docs)
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := Write(&file, now); err != nil {
		t.Fatal(err)
	}
	saved, err := os.ReadFile(scoresFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	before, err := Parse(saved)
	if err != nil {
		t.Fatalf("%s: %v", scoresFile, err)
	}
	lost := Lost(before, now)
	if *update {
		for _, l := range lost {
			t.Logf("now the score to hold: %s", l)
		}
		if err := os.WriteFile(scoresFile, file.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, l := range lost {
		t.Error(l)
	}
	if len(lost) == 0 && !bytes.Equal(saved, file.Bytes()) {
		t.Log("scores have risen: make score-update keeps them")
	}
}

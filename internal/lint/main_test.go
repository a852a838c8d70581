// Tests of what is measured, and of the list of exceptions.

package main

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const sample = `package p

func straight() {}

func (w *walk[T]) node(x int) {
	if x > 0 && x < 9 || x == 12 { // 3
		return
	}
	for range x { // 1
		func() {
			switch x { // 2
			case 1, 2:
			case 3:
			default:
			}
		}()
	}
	select { // 1
	case <-c:
	default:
	}
}
`

func TestMeasure(t *testing.T) {
	found, err := measure(fstest.MapFS{
		"a/p.go":          {Data: []byte(sample)},
		"a/p_test.go":     {Data: []byte(sample)},
		"a/testdata/q.go": {Data: []byte("not Go")},
	})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Count(sample, "\n")
	want := figures{
		{"complexity", "a straight"}:     1,
		{"complexity", "a (*walk).node"}: 8,
		{"file-lines", "a/p.go"}:         lines,
		{"file-lines", "a/p_test.go"}:    lines,
		{"package-files", "a"}:           1,
		{"package-lines", "a"}:           lines,
	}
	if got := render(found); got != render(want) {
		t.Errorf("got\n%swant\n%s", got, render(want))
	}
}

func TestJudge(t *testing.T) {
	f := func(name string) thing { return thing{"complexity", "a " + name} }
	found := figures{f("fine"): 30, f("new"): 31, f("worse"): 41, f("same"): 40, f("better"): 39, f("mended"): 30}
	listed := figures{f("worse"): 40, f("same"): 40, f("better"): 40, f("mended"): 40, f("gone"): 40}
	want := []string{
		"a gone: is not there: take its complexity off internal/lint/exceptions.txt",
		"a mended: complexity is 30, within the limit: take it off internal/lint/exceptions.txt",
		"a new: complexity is 31, above the limit of 30",
		"a worse: complexity is 41, above its exception of 40",
	}
	if got := judge(found, listed); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	kept := figures{f("worse"): 40, f("same"): 40, f("better"): 39}
	if got := render(tightened(found, listed)); got != render(kept) {
		t.Errorf("tightened: got\n%swant\n%s", got, render(kept))
	}
}

func TestParseExceptions(t *testing.T) {
	listed, err := parseExceptions(render(figures{{"complexity", "a (*walk).node"}: 41}))
	if err != nil || len(listed) != 1 || listed[thing{"complexity", "a (*walk).node"}] != 41 {
		t.Errorf("got %v, %v", listed, err)
	}
	for _, bad := range []string{"complexity 41", "complexity many a f", "size 41 a", "complexity 41 a f\ncomplexity 42 a f"} {
		if _, err := parseExceptions(bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}

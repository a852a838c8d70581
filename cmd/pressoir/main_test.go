// The command line as users meet it: testdata/script holds one file a subject.

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"pressoir": main})
}

func TestScripts(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("FIXTURES", filepath.Join(root, "fixtures"))
			// The engine's compilation cache is shared: each script would take seconds to fill its own.
			if dir, err := os.UserCacheDir(); err == nil {
				env.Setenv("XDG_CACHE_HOME", dir)
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"make":   makeFile,
		},
	})
}

// Help that could not be written is a failure, as any other output.
func TestHelpOnFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	for _, args := range [][]string{{"--help"}, {"extract", "--help"}, {"help", "check"}, nil} {
		root := newRoot()
		root.SetArgs(append([]string{}, args...))
		root.SetOut(full)
		helped := keepHelpError(root)
		if err := root.Execute(); err != nil {
			t.Errorf("%v: %v", args, err)
		}
		if helped() == nil {
			t.Errorf("%v: the full disk is not told", args)
		}
	}
}

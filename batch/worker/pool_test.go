// The pool against workers that behave badly: late, silent, crashing, greedy.

package worker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract/document"
)

// helperEnv makes this test program a worker, well or badly behaved by the name
// of the document that it is given.
const helperEnv = "PRESSOIR_TEST_WORKER"

// testLargest is the longest answer of these workers, in bytes.
const testLargest = 1 << 20

func TestMain(m *testing.M) {
	switch os.Getenv(helperEnv) {
	case "":
		os.Exit(m.Run())
	case "real":
		if err := Main(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	case "broken":
		fmt.Fprintln(os.Stderr, "no engine here")
		os.Exit(1)
	}
	in, out := os.Stdin, os.Stdout
	os.Stdout = os.Stderr
	err := serve(in, out, tasks{
		largest: testLargest,
		prepare: func(_ string, cold func()) error { cold(); return nil },
		read:    misread,
		doubt: func(doc *document.Document, _ []byte, _ document.Options) []document.Issue {
			misbehave(strings.TrimPrefix(doc.Name, "second-"))
			return []document.Issue{{Code: "doubt", Text: doc.Name}}
		},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// misread reads a document as its name says.
func misread(name string, data []byte, opt document.Options) (*document.Document, error) {
	misbehave(name)
	switch {
	case name == "error":
		return nil, fmt.Errorf("%s: %w", name, document.ErrPassword)
	case name == "large":
		return &document.Document{Name: name, Language: strings.Repeat("x", testLargest)}, nil
	case name == "wide": // the worker may send it, and its caller may not take it
		return &document.Document{Name: name, Language: strings.Repeat("x", testLargest/2)}, nil
	}
	return &document.Document{
		Name: name, Language: opt.Password,
		Blocks: []document.Block{
			&document.Paragraph{Runs: []document.Run{{Text: string(data)}}},
			&document.Table{Method: "rules", Rows: []document.Row{{Cells: []document.Cell{{}, {More: &document.More{Covered: true}}}}}},
		},
	}, nil
}

// Globals, so that the compiler keeps what the misdeeds do.
var (
	sink [][]byte
	busy int
)

func misbehave(name string) {
	switch name {
	case "crash":
		go panic("a panic that nobody catches")
		select {}
	case "panic":
		panic("caught")
	case "quiet":
		os.Exit(0)
	case "hang":
		for i := 0; ; i++ {
			busy = i
		}
	case "print":
		fmt.Println("this does not belong here")
	case "bomb":
		for {
			b := make([]byte, 1<<20)
			for i := range b {
				b[i] = 1
			}
			sink = append(sink, b)
		}
	}
}

// testPool is a Pool whose workers are this program.
func testPool(t *testing.T, cfg Config) *Pool {
	t.Helper()
	cfg.command = []string{os.Args[0]}
	if cfg.env == nil {
		cfg.env = []string{helperEnv + "=1"}
	}
	p := NewPool(cfg)
	t.Cleanup(p.Close)
	return p
}

func TestABadDocumentCostsItself(t *testing.T) {
	p := testPool(t, Config{Workers: 1, Timeout: time.Minute, Memory: 256 << 20})
	hasty := testPool(t, Config{Workers: 1, Timeout: time.Second})
	tests := []struct {
		name string
		want string // part of the error; "" is a good reading
	}{
		{"good", ""},
		{"crash", "crash: the reader crashed (panic: a panic that nobody catches"},
		{"good", ""},
		{"panic", "panic: internal error: caught; please report it"},
		{"quiet", "quiet: the reader crashed (exit status 0)"},
		{"good", ""},
		{"hang", "hang: reading took longer than 1 s; raise --timeout or split the file"},
		{"good", ""},
		{"print", ""},
		{"bomb", "bomb: reading it takes more than 256 MiB of memory; split the file"},
		{"good", ""},
		{"large", "large: what was read is too large (over 1 MiB); read it in parts with --pages"},
		{"error", "error: it is locked"},
		{"good", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pool := p
			if tt.name == "hang" {
				pool = hasty
			}
			doc, err := pool.Read(context.Background(), tt.name, []byte("text"), document.Options{})
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				want, _ := misread("good", []byte("text"), document.Options{})
				want.Name = tt.name
				if d := cmp.Diff(want, doc); d != "" {
					t.Error(d)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %q, want %q", err, tt.want)
			}
		})
	}
}

func TestTooLargeIsNoCrash(t *testing.T) {
	p := testPool(t, Config{Workers: 1, largest: testLargest / 4})
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"wide", nil, "wide: what was read is too large (over 0 MiB); read it in parts with --pages"},
		{"input", make([]byte, testLargest), "input: larger than a reader may take (1 MiB)"},
		{"good", nil, ""},
	} {
		_, err := p.Read(context.Background(), tt.name, tt.data, document.Options{})
		if got := fmt.Sprint(err); tt.want != "" && !strings.HasPrefix(got, tt.want) || tt.want == "" && err != nil {
			t.Errorf("%s: error %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestKnownErrorsKeepTheirIdentity(t *testing.T) {
	p := testPool(t, Config{Workers: 1})
	_, err := p.Read(context.Background(), "error", nil, document.Options{})
	if !errors.Is(err, document.ErrPassword) {
		t.Errorf("%v is not ErrPassword", err)
	}
}

func TestReadersStayInTheProcess(t *testing.T) {
	opt := document.Options{Readers: []document.Reader{{Name: "own"}}}
	if _, err := testPool(t, Config{}).Read(context.Background(), "good", nil, opt); err != nil {
		t.Errorf("options with a reader, which no worker has: %v", err)
	}
}

func TestWorkersAreReused(t *testing.T) {
	p := testPool(t, Config{Workers: 2})
	for range 20 {
		if _, err := p.Read(context.Background(), "good", nil, document.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(p.all); n != 1 {
		t.Errorf("%d workers for documents that came one by one", n)
	}
}

func TestManyDocumentsAtOnce(t *testing.T) {
	p := testPool(t, Config{Workers: 3, Timeout: 20 * time.Second})
	var wg sync.WaitGroup
	for i := range 60 {
		name := []string{"good", "crash", "quiet"}[min(i%10, 2)]
		if i%10 > 2 {
			name = "good"
		}
		wg.Go(func() {
			doc, err := p.Read(context.Background(), name, []byte(fmt.Sprint(i)), document.Options{Password: "p"})
			if name != "good" {
				if err == nil {
					t.Errorf("%s gave no error", name)
				}
				return
			}
			if err != nil {
				t.Error(err)
			} else if got := doc.Blocks[0].(*document.Paragraph).Text(); got != fmt.Sprint(i) || doc.Language != "p" {
				t.Errorf("document %d read as %q with %q", i, got, doc.Language)
			}
		})
	}
	wg.Wait()
	if n := len(p.all); n > 3 {
		t.Errorf("%d workers alive", n)
	}
}

func TestTheSecondReaderCannotHurtTheFirst(t *testing.T) {
	p := testPool(t, Config{Workers: 1})
	for _, tt := range []struct{ name, code string }{
		{"second-good", "doubt"},
		{"second-crash", "no-second-reading"},
		{"second-panic", "no-second-reading"},
		{"second-good", "doubt"},
	} {
		doc, err := p.Read(context.Background(), tt.name, nil, document.Options{SecondReader: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Blocks) != 2 || len(doc.Issues) != 1 || doc.Issues[0].Code != tt.code {
			t.Errorf("%s: %+v", tt.name, doc.Issues)
		}
	}
}

func TestTheEndOfTheContextKillsTheWorker(t *testing.T) {
	p := testPool(t, Config{Workers: 1, Timeout: -1})
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	_, err := p.Read(ctx, "hang", nil, document.Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if len(p.all) != 0 {
		t.Error("the worker lives on")
	}
	if _, err := p.Read(context.Background(), "good", nil, document.Options{}); err != nil {
		t.Error(err)
	}
}

func TestCloseKillsTheWorkers(t *testing.T) {
	p := testPool(t, Config{Workers: 1, Timeout: -1})
	failed := make(chan error)
	go func() {
		_, err := p.Read(context.Background(), "hang", nil, document.Options{})
		failed <- err
	}()
	for {
		p.mu.Lock()
		n := len(p.all)
		p.mu.Unlock()
		if n > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	p.Close()
	if err := <-failed; err == nil {
		t.Error("a document was read by a closed pool")
	}
	if _, err := p.Read(context.Background(), "good", nil, document.Options{}); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

func TestPreparingIsSaidOnce(t *testing.T) {
	said := 0
	p := testPool(t, Config{Workers: 2, CacheDir: t.TempDir(), Preparing: func() { said++ }})
	for _, name := range []string{"good", "crash", "good"} {
		_, _ = p.Read(context.Background(), name, nil, document.Options{})
	}
	if said != 1 {
		t.Errorf("said %d times", said)
	}
}

func TestAWorkerThatDoesNotStart(t *testing.T) {
	p := testPool(t, Config{env: []string{helperEnv + "=broken"}})
	_, err := p.Read(context.Background(), "good.pdf", nil, document.Options{})
	if err == nil || !strings.Contains(err.Error(), "no engine here") {
		t.Errorf("error %v", err)
	}
	p.cfg.command = []string{"/no/such/program"}
	if _, err := p.Read(context.Background(), "good.pdf", nil, document.Options{}); err == nil {
		t.Error("no error")
	}
}

// BenchmarkRead measures what a worker costs beside reading in the process.
func BenchmarkRead(b *testing.B) {
	p := NewPool(Config{Workers: 1, command: []string{os.Args[0]}, env: []string{helperEnv + "=1"}})
	defer p.Close()
	data := []byte(strings.Repeat("text ", 20_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := p.Read(context.Background(), "good", data, document.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// The review page in a real browser: clicks both ways, keys, documents that carry
// scripts, and accessibility (with axe, where PRESSOIR_AXE names its script).
// It is not built with the race detector: a browser takes minutes under it.

//go:build !race

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A tab is a page in the browser.
type tab struct {
	*testing.T
	ctx context.Context
	mu  sync.Mutex
	bad []string // requests, dialogs and errors, which no page may cause
}

// browserPatience is how long a test may use the browser.
const browserPatience = 3 * time.Minute

// newTab starts a browser, and skips the test where there is none.
func newTab(t *testing.T) *tab {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no chromium here")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, closeTab := chromedp.NewContext(ctx)
	// A deadline on the first context would end the browser in the middle of a call.
	guard := time.AfterFunc(browserPatience, closeTab)
	t.Cleanup(func() {
		guard.Stop()
		closeTab()
		stop()
	})
	b := &tab{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return b
}

// listen notes what a page must not do.
func (b *tab) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		if u := ev.Request.URL; !strings.HasPrefix(u, "file:") && !strings.HasPrefix(u, "data:") {
			b.bad = append(b.bad, "request of "+u)
		}
	case *page.EventJavascriptDialogOpening:
		b.bad = append(b.bad, "dialog "+ev.Message)
	case *runtime.EventExceptionThrown:
		b.bad = append(b.bad, "error "+ev.ExceptionDetails.Text)
	}
}

// open writes the page of a document and shows it.
func (b *tab) open(doc string, args ...string) {
	b.Helper()
	out := filepath.Join(b.TempDir(), "page.html")
	cmd := exec.Command(program(b.T), append([]string{"review", doc, "-o", out}, args...)...)
	if text, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != 4 {
		b.Fatalf("review %s: %v\n%s", doc, err, text)
	}
	b.do(chromedp.Navigate("file://" + out))
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// ask returns the text of an expression of JavaScript.
func (b *tab) ask(expression string) string {
	b.Helper()
	s, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("String("+expression+")"))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return s
}

// click clicks with the mouse on the middle of the first element that a selector finds
// and whose text holds some text.
func (b *tab) click(selector, text string) {
	b.Helper()
	const scroll = `(() => {
		window.target = [...document.querySelectorAll(%q)].find((e) => e.textContent.includes(%q));
		if (window.target) window.target.scrollIntoView({ block: "center", behavior: "instant" });
	})()`
	// Twice: what comes into view is laid out, and may push the target on.
	for range 2 {
		b.ask(fmt.Sprintf(scroll, selector, text))
		b.frame()
	}
	at := b.ask(`(() => {
		const e = window.target;
		if (!e) return "";
		const r = e.getBoundingClientRect();
		return (r.left + Math.min(r.width / 2, 60)) + " " + (r.top + r.height / 2);
	})()`)
	var x, y float64
	if _, err := fmt.Sscan(at, &x, &y); err != nil {
		b.Fatalf("no %s with %q", selector, text)
	}
	b.do(chromedp.MouseClickXY(x, y))
}

// frame waits until the page was drawn anew.
func (b *tab) frame() {
	b.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`, chromedp.EvalAwaitPromise)); err != nil {
		b.Fatal(err)
	}
}

// keys presses keys.
func (b *tab) keys(keys string) {
	b.Helper()
	b.do(chromedp.KeyEvent(keys))
}

// wantQuiet holds that the page asked for nothing and ran nothing of the document.
func (b *tab) wantQuiet() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.bad {
		b.Error(s)
	}
}

// show sets the width, the height and the theme of the window.
func (b *tab) show(width, height int64, theme string) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, height))
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}, {Name: "prefers-reduced-motion", Value: "reduce"}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
		b.Fatal(err)
	}
}

// lit says what is lit: on the left "id" or "mark", if it is in view, and on the right
// the text of the row's name or of the cell.
const lit = `(() => {
	const inView = (e) => {
		const r = e.getBoundingClientRect(), s = e.closest("section").getBoundingClientRect();
		return r.bottom > s.top && r.top < s.bottom && r.bottom > 0 && r.top < innerHeight;
	};
	const left = [...document.querySelectorAll("#printed .lit, .mark")];
	const right = [...document.querySelectorAll("#read .row.lit")];
	if (left.length !== 1 || !inView(left[0])) return "left: " + left.length + " lit, none in view";
	if (right.length !== 1 || !inView(right[0])) return "right: " + right.length + " lit, none in view";
	return right[0].textContent;
})()`

func seeds() map[string]string {
	return map[string]string{
		"text": filepath.Join(root, "fixtures/pimms/seed-txt/source.txt"),
		"PDF":  filepath.Join(root, "fixtures/pdf/seed-libreoffice/source.pdf"),
	}
}

// A reader goes from any record to its place and back in one click.
func TestSlowReviewClicks(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for name, doc := range seeds() {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.show(1400, 900, "light")
			b.open(doc)
			b.click("#read .row > span", "Saint-Chamond")
			if got := b.ask(lit); !strings.Contains(got, "Saint-Chamond") {
				t.Errorf("a click on a record lights %q", got)
			}
			if got := b.ask(`document.getElementById("detail").textContent`); !strings.Contains(got, "Saint-Chamond") {
				t.Errorf("the details say %q", got)
			}
			b.keys(kb.Escape)
			if got := b.ask(`document.querySelectorAll(".lit, .mark").length`); got != "0" {
				t.Errorf("after Escape %s places are lit", got)
			}
			b.clickPrinted("Donzère")
			if got := b.ask(lit); !strings.Contains(got, "Donzère") {
				t.Errorf("a click on what is printed lights %q", got)
			}
			b.wantQuiet()
		})
	}
}

// clickPrinted clicks on the place where the first cell with a text is printed.
func (b *tab) clickPrinted(text string) {
	b.Helper()
	if b.ask(`document.querySelector(".sheet") !== null`) == "false" {
		b.click("#printed td, #printed li, #printed p", text)
		return
	}
	at := b.ask(fmt.Sprintf(`(() => {
		const cell = [...document.querySelectorAll("#read .row > span")].find((e) => e.dataset.a && e.textContent.includes(%q));
		const [page, x0, y0, x1, y1] = cell.dataset.a.split(" ").map(Number);
		const figure = document.getElementById("page" + page), sheet = figure.querySelector(".sheet");
		const place = () => sheet.getBoundingClientRect();
		sheet.scrollIntoView({ block: "start", behavior: "instant" });
		const scale = place().width / figure.dataset.w;
		document.getElementById("printed").scrollBy({ top: y0 * scale - 200, behavior: "instant" });
		return (place().left + ((x0 + x1) / 2) * scale) + " " + (place().top + ((y0 + y1) / 2) * scale);
	})()`, text))
	var x, y float64
	if _, err := fmt.Sscan(at, &x, &y); err != nil {
		b.Fatalf("no printed %q", text)
	}
	b.do(chromedp.MouseClickXY(x, y))
}

// By keys alone: n and p through all that needs a look, Tab to the cells, arrows, Enter.
func TestSlowReviewKeys(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for name, doc := range seeds() {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.show(1400, 900, "light")
			b.open(doc)
			const current = `[...document.querySelectorAll(".card.current")].map((e) => e.textContent).join("|")`
			var looks []string
			for range 50 {
				b.keys("n")
				card := b.ask(current)
				if len(looks) > 0 && card == looks[0] {
					break
				}
				looks = append(looks, card)
			}
			all := strings.Join(looks, "\n")
			for _, want := range []string{"Saint-Chamond", "856", "859"} {
				if !strings.Contains(all, want) {
					t.Errorf("n does not come to %s:\n%s", want, all)
				}
			}
			b.keys("p")
			if got := b.ask(current); got != looks[len(looks)-1] {
				t.Errorf("p from the first goes to %q", got)
			}
			b.ask(`document.activeElement.blur() || scrollTo(0, 0)`)
			b.keys("r")
			first := b.ask(`document.activeElement.parentNode.id`)
			b.keys(kb.ArrowDown + kb.ArrowRight)
			if got := b.ask(`document.activeElement.parentNode.id`); first == "" || got == first {
				t.Errorf("r goes to row %q, arrows from there to %q", first, got)
			}
			b.keys(kb.Enter)
			if got, want := b.ask(lit), b.ask(`document.activeElement.parentNode.textContent`); got != want {
				t.Errorf("Enter lights %q, want %q", got, want)
			}
			b.wantQuiet()
		})
	}
}

// A release that carries scripts, styles, pictures and links runs and fetches nothing.
func TestSlowReviewHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	evil := `"'><script>document.title="ran"</script><img src="http://127.0.0.1:9/x" onerror=alert(1)><svg onload=alert(2)></svg><a href="javascript:alert(3)">x</a></style><style>*{display:none}@import url(http://127.0.0.1:9/y)`
	text := "# Titre " + evil + "\n\nLes 2 sites : " + evil + "\n\n| Site | Ville " + evil + " |\n|---|---|\n| A" + evil + " | Brest |\n| =cmd|x | " + evil + " |\n"
	doc := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(doc, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	b := newTab(t)
	b.open(doc)
	for range 3 {
		b.keys("n")
	}
	b.click("#read .row > span", "Brest")
	if got := b.ask(`document.title`); got == "ran" {
		t.Error("a script of the document ran")
	}
	if got := b.ask(`document.scripts.length + " " + document.querySelectorAll("main a").length + " " + document.images.length`); got != "1 0 0" {
		t.Errorf("scripts, links, images: %s", got)
	}
	if got := b.ask(`getComputedStyle(document.querySelector("h1")).display`); got == "none" {
		t.Error("a style of the document counts")
	}
	b.wantQuiet()
}

// windows are the windows in which people look at the page.
var windows = []struct{ width, height int64 }{{360, 740}, {1400, 900}, {3840, 2160}}

// Nothing is wider than the window, and axe finds nothing: its script is not ours to
// ship (MPL-2.0), so PRESSOIR_AXE names it. PRESSOIR_SHOTS names a folder for pictures.
func TestSlowReviewForAll(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	axe, err := os.ReadFile(os.Getenv("PRESSOIR_AXE"))
	if err != nil {
		t.Logf("without axe: %v", err)
	}
	for name, doc := range seeds() {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			for _, theme := range []string{"light", "dark"} {
				for _, w := range windows {
					b.show(w.width, w.height, theme)
					b.open(doc, "--lang", "fr")
					view := fmt.Sprintf("%s-%s-%d", name, theme, w.width)
					b.picture(view)
					b.keys("n")
					b.picture(view + "-n")
					b.ask(`[...document.querySelectorAll("details")].map((e) => (e.open = true)), document.getElementById("routine").click()`)
					b.click("#read .row > span", "Saint-Chamond")
					b.frame()
					b.picture(view + "-record")
					if got := b.ask(`document.documentElement.scrollWidth - innerWidth`); strings.TrimPrefix(got, "-") == got && got != "0" {
						t.Errorf("%s: the page is %s pixels wider than the window", view, got)
					}
					if axe != nil {
						b.axe(view, string(axe))
					}
				}
			}
		})
	}
}

// axe lists what axe has against the page.
func (b *tab) axe(view, script string) {
	b.Helper()
	b.ask("(() => {" + script + "})()")
	found, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) =>
		v.id + ": " + v.help + "\n" + v.nodes.slice(0, 4).map((n) => "  " + n.html.slice(0, 160) + " " + n.failureSummary).join("\n")).join("\n"))`, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	if found != "" {
		b.Errorf("%s: %s", view, found)
	}
}

// picture writes what the window shows, to be looked at.
func (b *tab) picture(name string) {
	b.Helper()
	folder := os.Getenv("PRESSOIR_SHOTS")
	if folder == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644); err != nil {
		b.Fatal(err)
	}
}

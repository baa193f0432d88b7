package chooser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// rig is an open chooser that a test drives.
type rig struct {
	*Chooser
	t      *testing.T
	q      uitest.Queue
	w      fyne.Window
	picked string
	closed bool
	window int // keys that the window heard
}

// ask opens a chooser over a window of the size, with the files listed.
func ask(t *testing.T, lang string, size fyne.Size, c Config) *rig {
	t.Helper()
	s := uitest.Opening()
	s.Lang = lang
	h, q := uitest.Host(t, s)
	t.Setenv("HOME", c.At)
	r := &rig{t: t, q: q, w: uitest.Show(t, widget.NewLabel(""), size)}
	h.Key = func(*fyne.KeyEvent) { r.window++ }
	r.w.Canvas().SetOnTypedKey(h.PassKey)
	c.Window, c.Chosen, c.Closed = r.w, func(path string) { r.picked = path }, func() { r.closed = true }
	if c.Title == "" {
		c.Title, c.Yes = "Choose", "Take"
	}
	x := newChooser(uitest.Open(t, h), c)
	r.Chooser = x
	x.dialog.OnClosed = func() { x.unbind(); x.scope.Close(); r.closed = true }
	x.bind()
	x.open()
	r.listed(c.At)
	return r
}

// listed waits until a folder is.
func (r *rig) listed(path string) {
	r.t.Helper()
	r.q.Until(r.t, func() bool {
		return r.asked.path == path && r.waiting == nil && r.asked.turn > 0 && len(r.places) > 0 && r.files.n == len(r.listing.items)
	})
}

func (r *rig) chosenName() string {
	if it := r.chosen(); it != nil {
		return it.name
	}
	return ""
}

// types types letters where the keys are.
func (r *rig) types(text string) {
	for _, c := range text {
		r.w.Canvas().Focused().TypedRune(c)
	}
}

func (r *rig) says(words string) bool {
	return strings.Contains(strings.Join(uitest.Texts(r.w.Canvas().Overlays().Top()), " "), words)
}

// shortcut presses keys together: what has the keys hears them, or else the window.
func (r *rig) shortcut(s fyne.Shortcut) {
	r.t.Helper()
	f, ok := r.w.Canvas().Focused().(fyne.Shortcutable)
	_, paste := s.(*fyne.ShortcutPaste)
	switch {
	case ok:
		f.TypedShortcut(s)
	case paste:
		r.paste()
	case !r.heard(s):
		r.t.Errorf("nothing hears %s", s.ShortcutName())
	}
}

var (
	altUp = &desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}
	ctrlL = &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault}
)

var (
	pictures = Kind{"Pictures", []string{".png"}}
	wide     = fyne.NewSize(1280, 800)
)

// A path is typed or pasted: of a folder, of a file, as an address, in quotation
// marks; what is not there is said.
func TestPath(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "in/", "in/a b.png", "in/deep/")
	r := ask(t, "en", wide, Config{At: dir})
	typed := func(text string) {
		r.shortcut(ctrlL)
		r.path.SetText(text)
		uitest.Press(r.w, fyne.KeyReturn)
	}
	typed("in/deep")
	r.listed(filepath.Join(dir, "in", "deep"))
	typed("~/in")
	r.listed(filepath.Join(dir, "in"))
	typed("nowhere")
	r.q.Until(t, func() bool { return r.says("nowhere was not found.") })
	fyne.CurrentApp().Clipboard().SetContent("file://" + filepath.ToSlash(dir) + "/in/a%20b.png\n")
	r.w.Canvas().Focus(r.files)
	r.shortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	uitest.Press(r.w, fyne.KeyReturn)
	r.q.Until(t, func() bool { return r.closed })
	if want := filepath.Join(dir, "in", "a b.png"); r.picked != want {
		t.Errorf("%q", r.picked)
	}
	for text, want := range map[string]string{`"a b"`: "/x/a b", "../y": "/y", "/z/./q/": "/z/q", "'c'": "/x/c"} {
		if got := filepath.ToSlash(resolve(text, "/x")); !strings.HasSuffix(got, want) {
			t.Errorf("%s is %s", text, got)
		}
	}
}

// Saving asks in the chooser itself before a file is replaced, with the keys on the
// answer that loses nothing; a name gets its ending.
func TestSave(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "mine.pdf", "other.txt")
	save := func() *rig {
		return ask(t, "en", wide, Config{Mode: Save, At: dir, Name: "mine.pdf", Kinds: []Kind{{"PDF", []string{".pdf"}}}})
	}
	r := save()
	uitest.Press(r.w, fyne.KeyReturn)
	r.q.Until(t, func() bool { return r.asking != "" })
	if !r.says("mine.pdf exists already. Replace it?") || r.w.Canvas().Focused() != fyne.Focusable(r.no) || r.closed {
		t.Fatal("it does not ask")
	}
	uitest.Press(r.w, fyne.KeyReturn) // still down
	if r.closed || r.asking != "" || r.w.Canvas().Focused() != fyne.Focusable(r.name) {
		t.Fatal("Enter replaces")
	}
	uitest.Press(r.w, fyne.KeyReturn)
	r.q.Until(t, func() bool { return r.asking != "" })
	uitest.Click(r.w, r.yes)
	r.q.Until(t, func() bool { return r.closed })
	if r.picked != filepath.Join(dir, "mine.pdf") {
		t.Errorf("chose %q", r.picked)
	}

	r = save()
	r.name.SetText("fresh")
	uitest.Press(r.w, fyne.KeyReturn)
	r.q.Until(t, func() bool { return r.closed })
	if r.picked != filepath.Join(dir, "fresh.pdf") {
		t.Errorf("chose %q", r.picked)
	}

	r = save()
	r.types("yours") // in place of what was selected, the ending stays
	if r.name.Text != "yours.pdf" {
		t.Errorf("the name is %q", r.name.Text)
	}
	r.name.SetText("none/x.pdf")
	uitest.Press(r.w, fyne.KeyReturn)
	r.q.Until(t, func() bool { return r.says("none was not found.") })
}

// A double click opens, one chooses; a click on a head sorts.
func TestPointer(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "in/", "in/a.png", "in/bb.png")
	r := ask(t, "en", wide, Config{At: dir})
	click := func(i int) {
		at := uitest.At(r.files).AddXY(60, r.files.y(i)+5)
		r.files.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, r.files.y(i)+5)}, Button: desktop.MouseButtonPrimary})
		test.TapCanvas(r.w.Canvas(), at)
	}
	click(0)
	if r.chosenName() != "in" || r.asked.path != dir {
		t.Fatalf("one click: %q in %q", r.chosenName(), r.asked.path)
	}
	click(0)
	r.listed(filepath.Join(dir, "in"))
	x, _ := r.files.span(bySize)
	test.TapCanvas(r.w.Canvas(), uitest.At(r.files).AddXY(x+10, 5))
	r.q.Until(t, func() bool { return r.files.n == 2 })
	if names(r.listing)[0] != "bb.png" {
		t.Errorf("by size: %q", names(r.listing))
	}
}

func TestNewFolder(t *testing.T) {
	dir := t.TempDir()
	r := ask(t, "en", wide, Config{Mode: Folder, At: dir})
	uitest.Click(r.w, r.fresh)
	r.types("lectures")
	uitest.Press(r.w, fyne.KeyReturn)
	r.listed(filepath.Join(dir, "lectures"))
	if info, err := os.Stat(filepath.Join(dir, "lectures")); err != nil || !info.IsDir() {
		t.Fatal(err)
	}
	uitest.Click(r.w, r.yes)
	r.q.Until(t, func() bool { return r.closed })
	if r.picked != filepath.Join(dir, "lectures") {
		t.Errorf("chose %q", r.picked)
	}
}

// At every size of window and type all parts have their places, and the list shows
// some files.
func TestNothingOverlaps(t *testing.T) {
	dir := t.TempDir()
	for i := range 40 {
		lay(t, dir, strings.Repeat("long ", i%9)+string(rune('a'+i%26))+".png")
	}
	for _, lang := range i18n.Languages() {
		for _, scale := range []float64{1, 2} {
			r := ask(t, lang, fyne.NewSize(1024, 640), Config{Mode: Save, At: dir, Name: "a.png", Kinds: []Kind{pictures}})
			r.h.Dispatch(state.SetTextSize(scale))
			r.hideAndShow()
			if r.files.room() < 3 {
				t.Errorf("%s %v: %d files are in sight", lang, scale, r.files.room())
			}
			all := []fyne.CanvasObject{r.side, r.crumbs, r.up, r.fresh, r.files, r.name, r.filter, r.secrets}
			for i, a := range all {
				if end := a.Position().Add(a.Size()); end.X > r.body.Size().Width+1 || end.Y > r.body.Size().Height+1 || a.Size().Width < 20 {
					t.Errorf("%s %v: %T ends at %v of %v", lang, scale, a, end, r.body.Size())
				}
				for _, b := range all[i+1:] {
					if uitest.Overlap(a, b) {
						t.Errorf("%s %v: %T lies on %T", lang, scale, a, b)
					}
				}
			}
		}
	}
}

// hideAndShow lays the chooser out anew.
func (r *rig) hideAndShow() {
	r.dialog.Refresh()
	r.body.Refresh()
}

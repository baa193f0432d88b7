package shell

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/manual"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/assets"
)

// Every key that the manual names is on the card of keys, every menu path is in the
// menu, and every other name is a text of the interface, in each language.
func TestManualNamesWhatIsThere(t *testing.T) {
	s := open(t, opening(), large)
	for _, lang := range i18n.Languages() {
		s.host.Dispatch(state.SetLang(lang))
		card := map[string]bool{}
		for _, column := range s.keyTable() {
			for _, g := range column {
				for _, l := range g.lines {
					for _, k := range strings.FieldsFunc(l.Keys, func(c rune) bool { return c == ' ' || c == '\t' }) {
						card[k] = true
					}
				}
			}
		}
		menu := map[string]bool{}
		var walk func(m *fyne.Menu, in string)
		walk = func(m *fyne.Menu, in string) {
			menu[in] = true
			for _, i := range m.Items {
				label, _, _ := strings.Cut(i.Label, "\t")
				at := in + " › " + label
				menu[at] = true
				if i.ChildMenu != nil {
					walk(i.ChildMenu, at)
				}
			}
		}
		for _, m := range s.menu.main.Items {
			walk(m, m.Label)
		}
		files, err := fs.Glob(assets.Manual(), "*."+lang+".md")
		if err != nil || len(files) == 0 {
			t.Fatalf("%d chapters in %s: %v", len(files), lang, err)
		}
		for _, file := range files {
			text, err := fs.ReadFile(assets.Manual(), file)
			if err != nil {
				t.Fatal(err)
			}
			keys, names := manual.Named(string(text))
			for _, k := range keys {
				if !card[k] {
					t.Errorf("%s names the key %q, which the card has not", path.Base(file), k)
				}
			}
			for _, n := range names {
				labels := manual.Labels(n, s.host.Printer())
				if slices.Contains(labels, strings.TrimSpace(n)) {
					t.Errorf("%s: there is no text %s", file, n)
				}
				if at := strings.Join(labels, " › "); len(labels) > 1 && !menu[at] {
					t.Errorf("%s names %q, which is in no menu", file, at)
				}
			}
		}
	}
}

// manualOpen opens the manual and waits until a chapter shows.
func manualOpen(t *testing.T, s *Shell, in uitest.Queue) fyne.CanvasObject {
	t.Helper()
	s.ShowManual()
	top := s.window.Canvas().Overlays().Top()
	in.Until(t, func() bool { return strings.Contains(said(top), s.host.T("manual.show")) })
	return top
}

// said is all the words of an object.
func said(o fyne.CanvasObject) string { return strings.Join(uitest.Texts(o), " ") }

// Escape closes the manual, whatever of it has the focus; in the search it empties
// that first. Keys of the window are its own again then.
func TestManualByKeys(t *testing.T) {
	h, in := uitest.Host(t, opening())
	pause := uitest.Pause(h)
	pause(true)
	s := openOn(t, h, large)
	pause(false) // the book is waited for
	c := s.window.Canvas()
	for tabs := range 8 {
		manualOpen(t, s, in)
		for range tabs {
			c.(interface{ FocusNext() }).FocusNext()
		}
		uitest.Press(s.window, fyne.KeyEscape)
		if overlays(s) != 0 {
			t.Fatalf("Escape is dead on %T", c.Focused())
		}
	}
	top := manualOpen(t, s, in)
	test.Type(c.Focused(), "bibtex")
	found := h.Printer().N("manual.found", 1)
	if !strings.Contains(said(top), found) || !strings.Contains(said(top), "CSL-JSON") {
		t.Errorf("a search for bibtex shows %q", said(top))
	}
	uitest.Press(s.window, fyne.KeyEscape)
	if overlays(s) != 1 || strings.Contains(said(top), found) {
		t.Error("Escape in a search does not empty it, or closes the manual")
	}
	uitest.Press(s.window, fyne.KeyDown, fyne.KeyEnd)
	if last := h.T("shell.report"); !strings.Contains(said(top), last) {
		t.Errorf("the end of the contents does not show %q", last)
	}
	uitest.Press(s.window, fyne.KeyReturn)
	if overlays(s) != 1 {
		t.Error("Enter in the contents closes the manual")
	}
	test.Type(c.Focused(), "?") // the card of keys, in its place
	if overlays(s) != 1 || !strings.Contains(said(c.Overlays().Top()), h.T("shell.keysTable")) {
		t.Error("? does not show the card of keys in place of the manual")
	}
	uitest.Press(s.window, fyne.KeyEscape)
	manualOpen(t, s, in)
	test.Type(c.Focused(), "qwertyuiop")
	if none := h.T("manual.none", i18n.Args{"Text": "qwertyuiop"}); !strings.Contains(strings.Join(strings.Fields(said(c.Overlays().Top())), " "), none) {
		t.Errorf("nothing found says %q", said(c.Overlays().Top()))
	}
	s.closeDialogs()
}

// The pictures of a chapter are drawn, and the button below one shows its view.
func TestManualPictures(t *testing.T) {
	h, in := uitest.Host(t, opening())
	pause := uitest.Pause(h)
	pause(true)
	s := openOn(t, h, large)
	pause(false)
	top := manualOpen(t, s, in)
	uitest.Press(s.window, fyne.KeyDown)
	for range 5 {
		uitest.Press(s.window, fyne.KeyDown) // the chapter after the first with its four sections
	}
	drawn := func() (n int) {
		uitest.Walk(top, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Image); ok && x.Image != nil {
				n++
			}
		})
		return n
	}
	in.Until(t, func() bool { return drawn() > 0 })
	before := h.Store.State()
	show, ok := uitest.Find(top, func(b *parts.Button) bool { return b.Text == h.T("manual.show") })
	if !ok {
		t.Fatal("no button shows the view of a picture")
	}
	uitest.Click(s.window, show)
	if overlays(s) != 0 || h.Store.State() == before {
		t.Errorf("%d dialogs are open, the view is %+v", overlays(s), h.Store.State().View)
	}
	h.Store.Undo()
	if h.Store.State() != before {
		t.Error("one step back is not where the window was")
	}
}

// However small the window and large the type, nothing of the manual lies on
// anything else or is cut.
func TestManualFits(t *testing.T) {
	h, in := uitest.Host(t, opening())
	pause := uitest.Pause(h) // only the book is waited for
	s := openOn(t, h, large)
	for _, x := range []struct {
		size  fyne.Size
		lang  string
		times float64
	}{
		{fyne.NewSize(1024, 640), "en", 2}, {fyne.NewSize(1024, 640), "uk", 2}, {fyne.NewSize(1024, 640), "ru", 2}, {large, "uk", 1},
	} {
		pause(true)
		s.window.Resize(x.size)
		h.Dispatch(state.SetLang(x.lang))
		h.Dispatch(state.SetTextSize(x.times))
		pause(false)
		top := manualOpen(t, s, in)
		pause(true)
		last := ""
		for n := 0; said(top) != last || n < 20; n++ { // to the last section
			last = said(top)
			for _, m := range uitest.Misfits(top, x.size) {
				t.Errorf("%v %s ×%v: %s", x.size, x.lang, x.times, m)
			}
			uitest.Press(s.window, fyne.KeyReturn)
		}
		s.closeDialogs()
	}
}

// A report has the view as the command line takes it, and nothing that a person wrote.
func TestReport(t *testing.T) {
	v := opening()
	v.Query, v.LitDomains = "my secret", "TRD"
	h, _ := uitest.Host(t, v)
	uitest.Still(h)
	s := openOn(t, h, large)
	text := s.report()
	_, view, _ := strings.Cut(text, h.T("report.view")+" ")
	got, later, err := state.Decode([]byte(view))
	v.Query = ""
	if err != nil || later || got.View != v.View {
		t.Errorf("the view of the report is %+v: %v", got.View, err)
	}
	if strings.Contains(text, "secret") || !strings.Contains(text, s.cfg.Software) || !strings.Contains(text, h.Room.Data.Version) {
		t.Errorf("the report says %q", text)
	}
	s.ShowReport()
	if shown := said(s.window.Canvas().Overlays().Top()); !strings.Contains(strings.Join(strings.Fields(shown), " "), strings.Fields(s.cfg.Software)[0]) {
		t.Errorf("the dialog shows %q", shown)
	}
	uitest.Press(s.window, fyne.KeyReturn)
	if got := fyne.CurrentApp().Clipboard().Content(); got != text {
		t.Errorf("copied: %q", got)
	}
	data, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	data.File, data.Name = "mine.xlsx", "my-own"
	if h.Room, err = scene.NewRoom(data); err != nil {
		t.Fatal(err)
	}
	if text := s.report(); strings.Contains(text, "mine") || strings.Contains(text, "my-own") || strings.Contains(text, "TRD") {
		t.Errorf("of data of one's own the report says %q", text)
	}
}

package shell

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/chartview"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/timeaxis"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/charts"
)

// filled is a window of its own that has all that cfg asks for, and does not show yet.
func filled(cfg Config) *Shell {
	cfg.Window = cfg.App.NewWindow(Title)
	s := Build(cfg)
	s.Fill()
	return s
}

// open opens a window in which nothing is worked out beside it: who looks at a
// picture, or at numbers that come later, takes a host with its queue to openOn.
func open(t *testing.T, s state.State, size fyne.Size) *Shell {
	t.Helper()
	h, _ := uitest.Host(t, s)
	uitest.Still(h)
	return openOn(t, h, size)
}

func openOn(t *testing.T, h *host.Host, size fyne.Size) *Shell {
	t.Helper()
	sh := filled(Config{
		App: fyne.CurrentApp(), Host: h, Software: "C+C5 Atlas test",
		Map: func(scope *host.Scope) fyne.CanvasObject {
			return Over(mapview.New(scope), timeaxis.New(scope))
		},
		Charts: func(scope *host.Scope) fyne.CanvasObject { return chartview.New(scope) },
	})
	sh.Window().Resize(size)
	t.Cleanup(func() {
		sh.Close()
		sh.Window().Close()
	})
	return sh
}

func opening() state.State { return uitest.Opening() }

func shows(t *testing.T, o fyne.CanvasObject, want string) bool {
	t.Helper()
	return strings.Contains(strings.Join(uitest.Texts(o), " "), want)
}

var large = fyne.NewSize(1280, 800)

func TestEveryPaneFollowsASelection(t *testing.T) {
	s := open(t, opening(), large)
	first := s.host.Room.Data.Documents[0]
	heading := s.host.T("scene.summary")
	if shows(t, s.documents, heading) {
		t.Fatal("the reader shows a document before one is chosen")
	}
	s.host.Dispatch(state.SelectDocument(first.ID))
	summary := strings.Join(strings.Fields(first.Summary.In("en"))[:4], " ")
	if !shows(t, s.documents, heading) || !shows(t, s.documents, summary) {
		t.Errorf("the reader does not show %q: %q", summary, uitest.Texts(s.documents))
	}
	s.host.Dispatch(state.SetStates("KAZ"))
	sel := s.host.Selection()
	if !shows(t, s.status, s.host.Printer().Int(len(sel.Statements))+" of 87") {
		t.Errorf("the status line does not follow: %q", uitest.Texts(s.status))
	}
	button, ok := uitest.Find(s.root, func(b *parts.Button) bool { return strings.HasPrefix(b.Text, "Kazakhstan") })
	if !ok || button.Text != "Kazakhstan" || !button.On {
		t.Errorf("the filter's button does not follow: %+v", button)
	}
}

// A click on each kind of row and mark lights in all panes, moves nothing, and
// Escape restores the very view; so does the row of chips of a filter, which makes
// no room for what is lit.
func TestAClickLightsEveryPane(t *testing.T) {
	s := open(t, opening(), large)
	h := s.host
	before, bar := h.Store.State(), s.bar.Size()
	for what, a := range map[string]state.Action{
		"a bar":      scene.ChartAction(h.Room, before, charts.Mark{Row: "TRD", Series: "intended"}, false),
		"a meeting":  scene.LightMeetings(false, "2023-04-27-fm4"),
		"a document": scene.LightDocument("000", false),
		"an area":    state.FocusOn{Codes: scene.AreaFocus(h.Room, "KZ")},
	} {
		h.Dispatch(a)
		n := h.Store.State()
		if n.Subject != before.Subject || !n.Lights() || s.bar.Size() != bar {
			t.Errorf("%s: the view is %+v, the bar %v high", what, n.View, s.bar.Size())
		}
		some, all := false, true
		for i := range scene.DocumentList(h.Room, h.Selection(), n, h.Printer()).Len() {
			row := scene.DocumentList(h.Room, h.Selection(), n, h.Printer()).Row(i)
			some, all = some || row.Selected, all && row.Selected
		}
		if !some || all && what != "an area" {
			t.Errorf("%s: documents lit: some %v, all %v", what, some, all)
		}
		s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if h.Store.State() != before {
			t.Errorf("%s: Escape leaves %+v", what, h.Store.State().View)
		}
	}
	h.Dispatch(state.SetDomains("TRD"))
	if s.bar.Size().Height <= bar.Height || !shows(t, s.bar, "Trade & investment ×") {
		t.Errorf("no chip for a filter: %q in %v", uitest.Texts(s.bar), s.bar.Size())
	}
	chip := mustButton(t, s, "Trade & investment ×")
	test.Tap(chip)
	if h.Store.State() != before || s.bar.Size() != bar {
		t.Errorf("the chip leaves %+v, the bar is %v", h.Store.State().View, s.bar.Size())
	}
}

func TestFilterBar(t *testing.T) {
	s := open(t, opening(), large)
	test.Tap(mustButton(t, s, "Level"))
	top := s.window.Canvas().Overlays().Top()
	row, ok := uitest.Find(top, func(c *parts.Check) bool { return c.Option.Code == "foreign ministers" })
	if !ok {
		t.Fatal("no row for foreign ministers")
	}
	test.Tap(row)
	if got := s.host.Store.State().Levels; got != "foreign ministers" {
		t.Fatalf("levels %q", got)
	}
	if !row.Option.On {
		t.Error("the open list does not follow the view")
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the list open")
	}
	if !s.host.Filtered() {
		t.Error("Escape reset a filter")
	}
	test.Tap(mustButton(t, s, "Reset"))
	if s.host.Filtered() {
		t.Error("Reset does not reset")
	}
	if !mustButton(t, s, "Reset").Disabled() {
		t.Error("Reset can be pressed with nothing to reset")
	}
}

func mustButton(t *testing.T, s *Shell, text string) *parts.Button {
	t.Helper()
	b, ok := uitest.Find(s.root, func(b *parts.Button) bool { return b.Text == text || strings.HasPrefix(b.Text, text+" ") })
	if !ok {
		t.Fatalf("no button %q", text)
	}
	return b
}

func TestSearchNarrowsAndClears(t *testing.T) {
	s := open(t, opening(), large)
	s.rune('/')
	entry, ok := s.window.Canvas().Focused().(interface {
		fyne.Focusable
		fyne.CanvasObject
	})
	if !ok {
		t.Fatal("the slash does not go to the search")
	}
	test.Type(entry, "vaccine")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := s.host.Store.State().Query; got != "vaccine" {
		t.Fatalf("query %q", got)
	}
	if n := len(s.host.Selection().Statements); n == 0 || n > 20 {
		t.Errorf("%d statements speak of a vaccine", n)
	}
	s.host.Dispatch(state.SetStatus(state.AllStatuses))
	s.host.Store.Break()
	s.window.Canvas().Focus(entry)
	uitest.Press(s.window, fyne.KeyF3)
	if got := strings.Join(uitest.Texts(s.bar), "|"); !strings.Contains(got, "|1 of ") {
		t.Errorf("F3 in the entry leaves the bar with %q", got)
	}
	if s.window.Canvas().Focused() != entry {
		t.Error("F3 takes the focus from the entry")
	}
	s.host.Store.Undo()
	s.host.Store.Undo()
	if got := s.host.Store.State().Query; got != "" {
		t.Errorf("undo of typing leaves %q", got)
	}
	if e, ok := uitest.Find(s.root, func(e *widget.Entry) bool { return true }); ok && e.Text != "" {
		t.Errorf("the entry still says %q", e.Text)
	}
}

// Switching the language while running changes every word of the window at
// once: nothing that was English stays that has a Ukrainian word.
func TestSwitchLanguage(t *testing.T) {
	s := open(t, opening(), large)
	english := map[string]bool{}
	for _, w := range uitest.Texts(s.root) {
		if strings.ContainsAny(w, "abcdefghijklmnopqrstuvwxyz") && len(w) > 6 {
			english[w] = true
		}
	}
	s.host.Dispatch(state.SetLang("uk"))
	for _, w := range uitest.Texts(s.root) {
		if english[w] {
			t.Errorf("%q stays in English", w)
		}
	}
	if got := s.menu.main.Items[0].Label; got != "Файл" {
		t.Errorf("the menu says %q", got)
	}
	s.host.Dispatch(state.SetLang("en"))
	if !shows(t, s.root, "Documents") {
		t.Error("English does not come back")
	}
	s.window.Resize(fyne.NewSize(683, 480)) // has no room for all of the bar
	s.host.Dispatch(state.SetLang("uk"))
	s.window.Resize(large)
	if want := s.host.T("shell.reset"); !shows(t, s.bar, want) {
		t.Errorf("in a window that was narrow nothing says %q", want)
	}
}

// A change of language or of the size of type finds room for the new words by itself,
// in a window that stays as large as it is.
func TestLanguageFindsRoom(t *testing.T) {
	s := open(t, opening(), large)
	for _, size := range []fyne.Size{large, {Width: 960, Height: 640}} {
		s.window.Resize(size)
		for _, k := range []float64{1.3, 1} {
			s.host.Dispatch(state.SetTextSize(k))
			for _, lang := range append(i18n.Languages(), i18n.Languages()[0]) {
				s.host.Dispatch(state.SetLang(lang))
				s.panes.openDrawer(false) // it lies over the rest
				for _, x := range uitest.Misfits(s.root, size) {
					t.Errorf("%v, %s ×%v: %s", size, lang, k, x)
				}
			}
		}
	}
}

// The menu offers the languages of names that the data have and those of the
// interface but for the one in use; a choice says that names are all there is, and
// is kept when the language changes.
func TestSecondLanguage(t *testing.T) {
	s := open(t, opening(), large)
	entries := func() (labels []string, chosen string) {
		for _, i := range s.menu.main.Items[2].Items {
			if i.Label != s.host.T("shell.secondLanguage") {
				continue
			}
			for _, k := range i.ChildMenu.Items {
				if labels = append(labels, k.Label); k.Checked {
					chosen = k.Label
				}
				if k.Label == "中文" && s.host.Store.State().SecondLang == "" {
					defer k.Action()
				}
			}
		}
		return labels, chosen
	}
	labels, chosen := entries()
	if got, want := strings.Join(labels, " "), "None 中文 Қазақша Кыргызча Тоҷикӣ Türkmençe Oʻzbekcha Українська Русский"; got != want || chosen != "None" {
		t.Errorf("the menu offers %q, chosen %q; want %q", got, chosen, want)
	}
	if got := s.host.Store.State().SecondLang; got != "zh" {
		t.Fatalf("second language is %q", got)
	}
	if !strings.Contains(s.status.message, "中文") {
		t.Errorf("the foot says %q", s.status.message)
	}
	s.host.Dispatch(state.SetLang("uk"))
	if labels, chosen = entries(); chosen != "中文" || !slices.Contains(labels, "English") || slices.Contains(labels, "Українська") {
		t.Errorf("in Ukrainian the menu offers %q, chosen %q", labels, chosen)
	}
}

// A language that is there as files alone stands in the menu by its own name,
// and the window speaks it as far as it has texts.
func TestLanguageFromFiles(t *testing.T) {
	c, err := i18n.Open(languages{assets.Translations(), fstest.MapFS{
		"language.qaa.json": {Data: []byte(`{"language.name": "Qaafish", "language.order": "99"}`)},
		"shell.qaa.json":    {Data: []byte(`{"shell.menuFile": "Elif"}`)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer i18n.Use(c)()
	s := open(t, opening(), large)
	var names []string
	var choose func()
	for _, i := range s.menu.main.Items {
		for _, i := range i.Items {
			if i.ChildMenu == nil || i.Label != s.host.T("shell.language") {
				continue
			}
			for _, l := range i.ChildMenu.Items {
				names, choose = append(names, l.Label), l.Action
			}
		}
	}
	if got := strings.Join(names, " "); !strings.HasPrefix(got, "English Українська Русский ") || !strings.HasSuffix(got, " Qaafish") {
		t.Fatalf("the menu offers %s", got)
	}
	choose()
	if s.host.State().Lang != "qaa" || s.menu.main.Items[0].Label != "Elif" || s.menu.main.Items[1].Label != "Edit" {
		t.Errorf("%s: %s, %s", s.host.State().Lang, s.menu.main.Items[0].Label, s.menu.main.Items[1].Label)
	}
	s.host.Dispatch(state.SetLang("en"))
}

// languages is the files of two folders.
type languages [2]fs.FS

func (l languages) Open(name string) (fs.File, error) {
	f, err := l[0].Open(name)
	if err != nil {
		return l[1].Open(name)
	}
	return f, nil
}

func (l languages) Glob(pattern string) ([]string, error) {
	a, errA := fs.Glob(l[0], pattern)
	b, errB := fs.Glob(l[1], pattern)
	return append(a, b...), errors.Join(errA, errB)
}

// At the sizes that people have, in each language and with larger text, no
// control of the bar leaves the window or lies on another.
func TestBarFits(t *testing.T) {
	v := opening()
	v.States, v.Query = "CHN,KAZ,UZB", "x"
	s := open(t, v, large)
	for _, k := range []float64{1, 1.5, 2} {
		s.host.Dispatch(state.SetTextSize(k))
		for _, lang := range i18n.Languages() {
			s.host.Dispatch(state.SetLang(lang))
			for _, size := range []fyne.Size{{Width: 1024, Height: 768}, large, {Width: 1920, Height: 1080}} {
				s.window.Resize(size)
				objects := s.bar.Pieces()
				for i, a := range objects {
					if !a.Visible() {
						continue
					}
					p, z := a.Position(), a.Size()
					if p.X < 0 || p.X+z.Width > size.Width+0.5 || p.Y+z.Height > s.bar.Size().Height+0.5 {
						t.Errorf("%v %s ×%v: object %d at %v %v leaves the bar of %v", size, lang, k, i, p, z, s.bar.Size())
					}
					if m := a.MinSize(); z.Width < m.Width-0.5 && i != 2 {
						t.Errorf("%v %s ×%v: object %d is %v wide, needs %v", size, lang, k, i, z.Width, m.Width)
					}
					for j, b := range objects[:i] {
						if b.Visible() && uitest.Overlap(a, b) {
							t.Errorf("%v %s ×%v: objects %d and %d overlap", size, lang, k, i, j)
						}
					}
				}
			}
		}
	}
}

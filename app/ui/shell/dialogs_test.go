package shell

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/pairs"
)

// dialogs is every dialog of the window.
func dialogs(s *Shell) map[string]func() {
	return map[string]func(){
		"keys": s.ShowKeys, "about": s.ShowAbout, "description": s.ShowDescription, "export": s.Export, "data": s.ExportData,
		"report": s.ShowReport, "link": func() { s.askLink(&url.URL{Scheme: "https", Host: "example.org"}) },
	}
}

func overlays(s *Shell) int { return len(s.window.Canvas().Overlays().List()) }

// Escape closes every dialog, whatever of it has the focus, and gives the keys
// back to the window.
func TestEscapeInEveryDialog(t *testing.T) {
	s := open(t, opening(), large)
	c := s.window.Canvas()
	for name, show := range dialogs(s) {
		seen := map[fyne.Focusable]bool{}
		for tabs := range 40 {
			show()
			if overlays(s) != 1 || c.Focused() == nil {
				t.Fatalf("%s: %d open, the focus on %T", name, overlays(s), c.Focused())
			}
			first := c.Focused()
			for range tabs {
				c.(interface{ FocusNext() }).FocusNext()
			}
			again := tabs > 0 && c.Focused() == first
			seen[c.Focused()] = true
			uitest.Press(s.window, fyne.KeyEscape)
			if overlays(s) != 0 {
				t.Fatalf("%s: Escape is dead on %T, after %d times Tab", name, c.Focused(), tabs)
			}
			if again {
				break
			}
		}
		before := s.charts.Visible()
		uitest.Press(s.window, fyne.KeyF7)
		if s.charts.Visible() == before {
			t.Errorf("%s keeps the keys of the window", name)
		}
		uitest.Press(s.window, fyne.KeyF7)
	}
}

// Enter presses the button that has the focus, which at first is the one that is
// marked.
func TestEnterInEveryDialog(t *testing.T) {
	s := open(t, opening(), large)
	c := s.window.Canvas()
	for name, show := range dialogs(s) {
		show()
		b, ok := c.Focused().(*parts.Button)
		if !ok || !b.Primary {
			t.Errorf("%s: the focus is on %T", name, c.Focused())
			continue
		}
		pressed := 0
		for _, b := range buttons(c.Overlays().Top()) {
			b.OnTapped = func() { pressed++ }
			c.Focus(b)
			uitest.Press(s.window, fyne.KeyReturn)
			uitest.Press(s.window, fyne.KeyEnter)
			uitest.Press(s.window, fyne.KeySpace)
			if pressed%3 != 0 || pressed == 0 {
				t.Errorf("%s: Enter, Enter, Space press %q %d times", name, b.Text, pressed)
			}
		}
		s.closeDialogs()
	}
}

func buttons(o fyne.CanvasObject) (out []*parts.Button) {
	uitest.Walk(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*parts.Button); ok && !b.Disabled() {
			out = append(out, b)
		}
	})
	return out
}

// However small the window and large the type, the buttons of a dialog are in the
// window, and what is higher scrolls by the keys.
func TestDialogsInSmallWindows(t *testing.T) {
	s := open(t, opening(), large)
	if m := s.window.Content().MinSize(); m.Width > 683 || m.Height > 374-30 { // and a menu
		t.Errorf("the window is never smaller than %v: at scale 2 it leaves a screen of 1366x768", m)
	}
	for j, k := range []float64{1, 2} {
		s.host.Dispatch(state.SetTextSize(k))
		for l, lang := range i18n.Languages() {
			s.host.Dispatch(state.SetLang(lang))
			for i, size := range []fyne.Size{{Width: 683, Height: 374}, {Width: 683, Height: 480}, {Width: 1024, Height: 640}, {Width: 1280, Height: 800}} { // the first is 1366x768 at scale 2, less the title
				if !pairs.Turn(l, len(i18n.Languages()), i, j) {
					continue
				}
				s.window.Resize(size)
				for name, show := range dialogs(s) {
					show()
					b := s.window.Canvas().Focused().(*parts.Button)
					at, z := uitest.At(b), b.Size()
					if at.X < 0 || at.Y < 0 || at.X+z.Width > size.Width || at.Y+z.Height > size.Height {
						t.Errorf("%v %s ×%v: %q of %s stands at %v", size, lang, k, b.Text, name, at)
					}
					body, ok := uitest.Find(s.window.Canvas().Overlays().Top(), func(x *container.Scroll) bool { return true })
					if wide := body.Content.MinSize().Width; ok && wide > body.Size().Width+0.5 && (size.Width >= 1024 || k == 1) { // aside it scrolls in a window of 683 alone, and only in type twice as large
						t.Errorf("%v %s ×%v: %s is %v wide, and has room for %v", size, lang, k, name, wide, body.Size().Width)
					}
					s.closeDialogs()
				}
			}
		}
	}
}

// No line of the card of keys ends within the name of a key, in the largest type and the smallest window.
func TestKeyCardBreaksNoWord(t *testing.T) {
	s := open(t, opening(), large)
	for _, lang := range i18n.Languages() {
		s.host.Dispatch(state.SetLang(lang))
		for k, width := range map[float64]float32{1: 1024, 1.5: 1366, 2: 1024} {
			s.host.Dispatch(state.SetTextSize(k))
			s.window.Resize(fyne.NewSize(width, 768))
			s.ShowKeys()
			rows := 0
			uitest.Walk(s.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
				r, ok := o.(*parts.KeyRow)
				if !ok {
					return
				}
				rows++
				for _, p := range []*parts.Paragraph{r.Keys, r.Words} {
					if got, want := strings.Fields(strings.Join(uitest.Texts(p), " ")), strings.Fields(p.Text()); !slices.Equal(got, want) {
						t.Errorf("%s ×%v in %v: %q stands as %q", lang, k, width, want, got)
					}
				}
			})
			if rows < 50 {
				t.Errorf("%s ×%v: %d rows", lang, k, rows)
			}
			s.closeDialogs()
		}
	}
}

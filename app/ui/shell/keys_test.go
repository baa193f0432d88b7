package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/lesson"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The card of keys has every key that a list of handlers has and every shortcut of
// the menu, in words, in each language.
func TestCardHasEveryKey(t *testing.T) {
	s := open(t, opening(), large)
	for _, lang := range i18n.Languages() {
		s.host.Dispatch(state.SetLang(lang))
		on := map[string]bool{}
		for _, column := range s.keyTable() {
			for _, g := range column {
				if len(g.lines) == 0 || strings.Contains(g.head, "shell.") {
					t.Errorf("%s: %q has %d lines", lang, g.head, len(g.lines))
				}
				for _, l := range g.lines {
					if l.Keys == "" || l.Text == "" || strings.Contains(l.Text+l.Keys, "shell.") {
						t.Errorf("%s: a line says %q, %q", lang, l.Keys, l.Text)
					}
					for k := range strings.SplitSeq(l.Keys, "  ") {
						on[g.head+" "+k] = true
					}
				}
			}
		}
		m := s.maps.(*mapPane)
		for head, list := range map[string]parts.Keys{
			"shell.keysWindow": s.keys(), "shell.keysMap": heard(m.maps), "shell.keysTime": heard(m.axis),
			"shell.keysChart": heard(s.charts), "shell.keysTable": tableKeys(s.charts), "shell.keysDocuments": heard(s.documents), "shell.keysLesson": lesson.Keys(),
		} {
			if len(list) == 0 {
				t.Errorf("%s: no keys", head)
			}
			for _, k := range list {
				if k.Text == "" || k.Shown != "" { // the second key for the same, or written otherwise
					continue
				}
				name := parts.KeyName(k.Name)
				if k.Name == "" && k.Runes == "" { // one with Shift, or a shortcut
					name, _, _ = strings.Cut(k.Shown, "  ")
				} else if k.Name == "" {
					name = strings.ToUpper(string([]rune(k.Runes)[:1]))
				}
				if !on[s.host.T(head)+" "+name] {
					t.Errorf("%s: the card has no %q under %q", lang, name, s.host.T(head))
				}
			}
		}
		for _, menu := range s.menu.main.Items {
			for _, i := range menu.Items {
				label, keys, ok := strings.Cut(strings.TrimSpace(i.Label), "\t")
				if keys = strings.TrimSpace(keys); ok && strings.HasPrefix(keys, "Ctrl") && !on[s.host.T("shell.keysMenu")+" "+keys] {
					t.Errorf("%s: the card has no %s for %q", lang, keys, label)
				}
			}
		}
	}
}

// A pane acts on a key if the card has it, and only then: each key that Fyne names
// is pressed in each pane.
func TestCardIsWhatActs(t *testing.T) {
	names := append([]fyne.KeyName{
		fyne.KeyEscape, fyne.KeyReturn, fyne.KeyTab, fyne.KeyBackspace, fyne.KeyInsert, fyne.KeyDelete, fyne.KeyRight, fyne.KeyLeft, fyne.KeyDown, fyne.KeyUp,
		fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyEnter, fyne.KeySpace, desktop.KeyMenu,
		fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12,
	}, fyne.KeyA, fyne.KeyL, fyne.KeyZ, fyne.Key0, fyne.Key9, fyne.KeyPlus, fyne.KeyMinus, fyne.KeySlash)
	v := opening()
	v.ShowCharts, v.TimeMode = true, state.Within
	v.Table = true
	h, in := uitest.Host(t, v)
	pause := uitest.Pause(h)
	s := openOn(t, h, large)
	m := s.maps.(*mapPane)
	table, ok := uitest.Find(s.charts, func(*parts.Table) bool { return true })
	if !ok {
		t.Fatal("no table")
	}
	in.Until(t, func() bool { rows, _ := table.Length(); return rows > 0 })
	pause(true)
	passed := false
	s.host.Key = func(*fyne.KeyEvent) { passed = true }
	for name, pane := range map[string]struct {
		o    fyne.CanvasObject
		list parts.Keys
	}{
		"map": {m.maps, heard(m.maps)}, "axis": {m.axis, heard(m.axis)}, "table": {table, tableKeys(s.charts)}, "reader": {s.documents.Reader().(fyne.CanvasObject), heard(s.documents)},
	} {
		for _, key := range names {
			listed := slices.ContainsFunc(pane.list, func(x parts.Key) bool { return x.Name == key })
			acts := false
			for range 2 { // Enter and Escape have something to do after another key
				passed = false
				pane.o.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: key})
				acts = acts || !passed
				if top := s.window.Canvas().Overlays().Top(); top != nil {
					top.Hide()
				}
				pane.o.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
				if key != fyne.KeyEscape {
					pane.o.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
				}
			}
			never := key == fyne.KeyF10 || key == fyne.KeyEscape // with Shift; where there is something to leave
			if acts && !listed || listed && !acts && !never {
				t.Errorf("%s: %s acts: %t, is on the list: %t", name, key, acts, listed)
			}
		}
	}
}

// The menu writes all shortcuts in one way, one below the other, in ink that can be
// read; no menu has a name twice.
func TestMenu(t *testing.T) {
	s := open(t, opening(), large)
	for _, k := range []float64{0.8, 1, 1.5, 2} {
		s.host.Dispatch(state.SetTextSize(k))
		for _, lang := range i18n.Languages() {
			s.host.Dispatch(state.SetLang(lang))
			n := 0
			for _, menu := range s.menu.main.Items {
				seen := map[string]bool{}
				column := float32(0)
				for _, i := range menu.Items {
					if _, faint := i.Shortcut.(fyne.KeyboardShortcut); faint {
						t.Errorf("%s: Fyne writes the shortcut of %q", lang, i.Label)
					}
					words, keys, ok := strings.Cut(i.Label, "\t")
					if words != "" && seen[words] || strings.Contains(i.Label, "(Ctrl") {
						t.Errorf("%s: %s has %q twice, or a shortcut in brackets", lang, menu.Label, i.Label)
					}
					seen[words] = true
					if !ok {
						continue
					}
					n++
					at := parts.Measure(strings.TrimSuffix(i.Label, strings.TrimLeft(keys, "\t")), float32(14*k), false).Width
					if column != 0 && (at < column-1 || at > column+1) {
						t.Errorf("%s ×%v: the shortcut of %q begins at %v, others at %v", lang, k, i.Label, at, column)
					}
					column = at
				}
			}
			if n < 15 {
				t.Errorf("%d shortcuts", n)
			}
		}
	}
}

// At a fresh start, before any click, the keys that tips name act.
func TestKeysAtAFreshStart(t *testing.T) {
	s := open(t, opening(), large)
	m := s.maps.(*mapPane)
	typed := func(r rune) { s.window.Canvas().OnTypedRune()(r) }
	now := func() state.State { return s.host.Store.State() }
	typed('+')
	if now().Camera.Fits() {
		t.Error("+ does not zoom")
	}
	typed('0')
	if !now().Camera.Fits() {
		t.Error("0 does not fit")
	}
	was := now().Legend
	typed('l')
	typed('c')
	if now().Legend == was || !now().CapitalLinks {
		t.Errorf("L and C leave %+v", now().Map)
	}
	uitest.Press(s.window, fyne.KeyLeft)
	if now().Camera.Fits() {
		t.Error("an arrow does not move the map")
	}
	uitest.Press(s.window, fyne.KeySpace)
	if now().To == "" {
		t.Error("Space does not play")
	}
	uitest.Press(s.window, fyne.KeySpace)
	typed(']')
	if s.window.Canvas().Focused() != m.maps.(fyne.Focusable) {
		t.Error("a bracket does not give the map the focus, so that Enter could choose")
	}
	s.window.Canvas().Unfocus()
	typed('?')
	if !s.busy() {
		t.Fatal("? does not open the card")
	}
	before := now()
	typed('0')
	typed('1')
	if now() != before {
		t.Error("keys act behind a dialog")
	}
}

// hearer is a canvas that hears shortcuts, which that of tests does not.
type hearer struct {
	fyne.Canvas
	heard *fyne.ShortcutHandler
}

func (h hearer) AddShortcut(x fyne.Shortcut, f func(fyne.Shortcut)) { h.heard.AddShortcut(x, f) }

// No shortcut turns a page, sizes the text or takes back a step behind a dialog.
func TestNoShortcutBehindADialog(t *testing.T) {
	s := open(t, opening(), large)
	first, second := s.host.Room.Data.Documents[0].ID, s.host.Room.Data.Documents[1].ID
	s.host.Dispatch(state.SelectDocument(first))
	s.host.Dispatch(state.SelectDocument(second))
	c := hearer{s.window.Canvas(), new(fyne.ShortcutHandler)}
	s.addShortcuts(c)
	shortcuts := func() {
		c.heard.TypedShortcut(key(fyne.KeyLeft, fyne.KeyModifierAlt))
		c.heard.TypedShortcut(key(fyne.KeyEqual, control))
		c.heard.TypedShortcut(key(fyne.KeyZ, control|fyne.KeyModifierShift))
	}
	for name, show := range dialogs(s) {
		show()
		before := s.host.Store.State()
		s.host.Dispatch(state.SetDomains("TRD"))
		s.host.Store.Undo()
		shortcuts()
		if now := s.host.Store.State(); now != before {
			t.Errorf("%s: a shortcut made %+v", name, now)
		}
		s.closeDialogs()
	}
	shortcuts()
	if now := s.host.Store.State(); now.Document != first || now.TextSize == 1 {
		t.Errorf("without a dialog they leave document %q, text %v", now.Document, now.TextSize)
	}
}

// closable is a window that counts how often it was to close.
type closable struct {
	fyne.Window
	closed int
}

func (c *closable) Close() { c.closed++ }

// Ctrl+Q ends what a lesson has two windows for, and the program where it has one, as
// closing the window does.
func TestQuitInALesson(t *testing.T) {
	s := open(t, opening(), large)
	w := &closable{Window: s.window}
	s.window = w
	c := hearer{s.window.Canvas(), new(fyne.ShortcutHandler)}
	s.addShortcuts(c)
	s.PresentTwice()
	c.heard.TypedShortcut(key(fyne.KeyQ, control))
	if s.show != nil || w.closed > 0 {
		t.Errorf("with the presenter's window: the lesson is on: %t, the program ended %d times", s.show != nil, w.closed)
	}
	s.Present(false)
	c.heard.TypedShortcut(key(fyne.KeyQ, control))
	if w.closed != 1 {
		t.Errorf("with one window: the program ended %d times", w.closed)
	}
}

// One key arranges the window; 4 is as at first.
func TestArrangements(t *testing.T) {
	s := open(t, opening(), large)
	for _, x := range []struct {
		key                     rune
		charts, documents, wide bool
	}{{'1', false, false, false}, {'2', true, false, false}, {'3', false, true, true}, {'4', true, true, false}} {
		s.rune(x.key)
		if s.charts.Visible() != x.charts || s.documents.Visible() != x.documents {
			t.Errorf("%c: charts %v, documents %v", x.key, s.charts.Visible(), s.documents.Visible())
		}
		if wide := s.documents.Size().Width > s.maps.Size().Width; x.documents && wide != x.wide {
			t.Errorf("%c: documents %v wide, map %v", x.key, s.documents.Size(), s.maps.Size())
		}
		if x.key == '2' && s.charts.Size().Height < s.maps.Size().Height {
			t.Errorf("the chart has %v, the map %v", s.charts.Size(), s.maps.Size())
		}
	}
	if got := s.host.Store.State().Layout; got != opening().Layout || s.host.Store.CanUndo() {
		t.Errorf("4 leaves %+v", got)
	}
}

// With NumLock off the keypad's keys come as digits without a character: they are
// the keys that are printed on them. A digit that is typed is a digit.
func TestKeypadWithoutNumLock(t *testing.T) {
	s := open(t, opening(), large)
	var wait func()
	s.host.Timer = func(_ time.Duration, f func()) func() { wait = f; return func() { wait = nil } }
	digit := func(n fyne.KeyName, r rune) {
		uitest.Press(s.window, n)
		if r != 0 {
			s.window.Canvas().OnTypedRune()(r)
		}
		if wait != nil {
			f := wait
			wait = nil
			f()
		}
	}
	digit(fyne.Key4, 0)
	if s.host.Store.State().Camera.Fits() {
		t.Error("the keypad's ← does not move the map")
	}
	s.fit()
	digit(fyne.Key1, '1')
	if !s.host.Store.State().Camera.Fits() || s.charts.Visible() {
		t.Error("1 is not a digit")
	}
	s.host.Dispatch(lesson.Start(s.host, false, lesson.Left{}))
	digit(fyne.Key3, 0)
	if got := s.host.Store.State().Scene; got != 2 {
		t.Errorf("the keypad's PgDn leads to scene %d", got)
	}
	digit(fyne.Key7, 0)
	if got := s.host.Store.State().Scene; got != 1 {
		t.Errorf("the keypad's Home leads to scene %d", got)
	}
}

// Tab goes through the bar as it is read: row by row, from left to right; and every
// control of the window is reached.
func TestTabReads(t *testing.T) {
	v := opening()
	v.Domains, v.ShowCharts = "TRD", true
	s := open(t, v, large)
	for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1366, Height: 900}, {Width: 1920, Height: 1080}} {
		s.window.Resize(size)
		c := s.window.Canvas()
		c.Unfocus()
		var last fyne.Position
		seen := map[fyne.Focusable]bool{}
		for {
			c.(interface{ FocusNext() }).FocusNext()
			f := c.Focused()
			if f == nil || seen[f] {
				break
			}
			seen[f] = true
			o := f.(fyne.CanvasObject)
			at := uitest.At(o).AddXY(0, o.Size().Height/2)
			if at.Y < s.bar.Size().Height {
				if at.Y < last.Y-4 || at.Y < last.Y+4 && at.X <= last.X {
					t.Errorf("%v: Tab goes from %v back to %v, %T", size, last, at, f)
				}
				last = at
			}
		}
		for _, want := range []fyne.Focusable{s.documents.Reader(), s.maps.(*mapPane).maps.(fyne.Focusable), s.maps.(*mapPane).axis.(fyne.Focusable)} {
			if !seen[want] && s.documents.Visible() {
				t.Errorf("%v: Tab does not reach %T", size, want)
			}
		}
		if len(seen) < 20 {
			t.Errorf("%v: Tab reaches %d", size, len(seen))
		}
	}
}

package docview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// popUp is the menu that is open.
func popUp(t *testing.T, w fyne.Window) *widget.PopUpMenu {
	t.Helper()
	if top := w.Canvas().Overlays().Top(); top != nil {
		for _, o := range objects(top) {
			if m, ok := o.(*widget.PopUpMenu); ok {
				return m
			}
		}
	}
	t.Fatal("no menu is open")
	return nil
}

func objects(o fyne.CanvasObject) []fyne.CanvasObject {
	list := []fyne.CanvasObject{o}
	if w, ok := o.(fyne.Widget); ok {
		if _, menu := o.(*widget.PopUpMenu); !menu {
			for _, c := range w.CreateRenderer().Objects() {
				list = append(list, objects(c)...)
			}
		}
	}
	return list
}

// The menu of a statement copies what it says, with where it is from, and where
// that is.
func TestMenuCopies(t *testing.T) {
	s := uitest.Opening()
	s.Document, s.Status = "002", ""
	v, w := open(t, s, pane)
	said := ""
	v.h.Tell = func(text string) { said = text }
	b := v.reader.flow.block(find(v, scene.StatementBlock))
	v.menu(b, fyne.NewPos(40, 300))
	m := popUp(t, w)
	w.Canvas().Focus(m)
	press := func(keys ...fyne.KeyName) string {
		for _, k := range keys {
			m.TypedKey(&fyne.KeyEvent{Name: k})
		}
		return fyne.CurrentApp().Clipboard().Content()
	}
	if got := press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn); !strings.HasPrefix(got, strings.TrimSuffix(b.Text, ".")+" (") || !strings.Contains(got, "\nSibir.Realii (Radio Liberty). Китай предложил") {
		t.Errorf("copied %q", got)
	}
	if said == "" {
		t.Error("nothing is said")
	}
	v.menu(b, fyne.NewPos(40, 300))
	m = popUp(t, w)
	if got := press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn); !strings.HasPrefix(got, "@misc{") {
		t.Errorf("the citation is %q", got)
	}
}

// A document has its menu in the list, too, where a click still lights it.
func TestMenuInList(t *testing.T) {
	v, w := open(t, uitest.Opening(), pane)
	at := 0
	for v.list.documents.Row(at).ID != "001" {
		at++
	}
	test.TapSecondaryAt(rowAt(t, v, at), fyne.NewPos(20, 8))
	m := popUp(t, w)
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "Совместное заявление") {
		t.Errorf("copied %q", got)
	}
	w.Canvas().Focus(v.list)
	v.list.Highlight(at)
	v.list.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	popUp(t, w).Hide()
	test.Tap(rowAt(t, v, at))
	if got := v.h.Store.State().LitDocuments; got != "001" || w.Canvas().Focused() != fyne.Focusable(v.list) {
		t.Errorf("a click lights %q and leaves the focus on %T", got, w.Canvas().Focused())
	}
}

// The last entry of a document's menu sets it against another, where the charts show
// both; nothing of what they say is filtered away.
func TestMenuCompares(t *testing.T) {
	s := uitest.Opening()
	s.HideCharts, s.To = true, "2021"
	v, w := open(t, s, pane)
	at := 0
	for v.list.documents.Row(at).ID != "003" {
		at++
	}
	test.TapSecondaryAt(rowAt(t, v, at), fyne.NewPos(20, 8))
	m := popUp(t, w)
	for _, k := range []fyne.KeyName{fyne.KeyUp, fyne.KeyRight, fyne.KeyReturn} {
		m.TypedKey(&fyne.KeyEvent{Name: k})
	}
	got := v.h.Store.State()
	if got.Against != "document=003,001" || got.HideCharts || got.To != "" || got.Status != state.AllStatuses { // 001 is the earliest
		t.Errorf("%+v", got)
	}
}

// rowAt is a row of the list.
func rowAt(t *testing.T, v *View, i int) *row {
	t.Helper()
	r := newRow(v.h)
	v.list.UpdateItem(i, r)
	return r
}

// Menu and Shift+F10 open it at the keyboard.
func TestMenuKey(t *testing.T) {
	s := uitest.Opening()
	s.Document = "002"
	v, w := open(t, s, pane)
	w.Canvas().Focus(v.reader)
	v.reader.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	popUp(t, w).Hide()
	v.h.Shift = func() bool { return true }
	v.reader.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	popUp(t, w)
}

// The tip of a document says what its row does not: the whole name where it is cut, the
// publisher where the name has none.
func TestDocumentTipRepeatsNothing(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	for _, width := range []float32{480, 190} {
		seen := map[bool]int{}
		for i := range v.list.rows {
			r := rowAt(t, v, i)
			r.Resize(fyne.NewSize(width, r.MinSize().Height))
			r.Place(r.Size())
			cut := r.lead.Text != r.doc.Lead
			seen[cut]++
			if strings.Contains(r.Tip, r.doc.Lead) != cut || !strings.Contains(r.lead.Text+r.Tip, r.doc.Publisher) {
				t.Errorf("%v: %q has the tip %q", width, r.lead.Text, r.Tip)
			}
		}
		if want := width < 480; seen[want] == 0 {
			t.Errorf("%v: cut: %v", width, seen)
		}
	}
}

// A press on a document takes its tip away, which lies over the rows below.
func TestPressTakesTheTipAway(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	var said string
	v.h.Tip = func(text string, _ fyne.CanvasObject) { said = text }
	r := rowAt(t, v, 0)
	r.Place(r.Size())
	r.MouseIn(nil)
	if said == "" {
		t.Fatal("the pointer brings no tip")
	}
	r.Tapped(nil)
	if said != "" {
		t.Errorf("%q stays", said)
	}
}

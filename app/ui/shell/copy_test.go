package shell

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/clipboard"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The picture on the clipboard is the file that the export of the pane writes.
func TestCopyPane(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1280, 800))
	got := make(chan []byte, 1)
	s.copy = func(_ context.Context, png []byte) error { got <- png; return nil }
	size, err := export.ParseSize("slide", 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		kind export.Kind
		hide bool
	}{{export.Chart, false}, {export.Map, true}} {
		s.host.Dispatch(state.Func(func(v state.State) state.State { v.HideCharts = tt.hide; return v }))
		s.CopyPane()
		var have []byte
		select {
		case have = <-got:
		case <-time.After(60 * time.Second):
			t.Fatal("nothing was copied")
		}
		pic, err := export.Draw(context.Background(), s.host.Room, opening(), export.Options{Kind: tt.kind, Size: size, Software: s.cfg.Software})
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := pic.WritePNG(&want); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, want.Bytes()) {
			t.Errorf("%s: the picture on the clipboard is not the file", tt.kind)
		}
	}
	s.CopyRows()
	if text := s.app.Clipboard().Content(); !strings.HasPrefix(text, "meeting\tdate\tplace\tcount") {
		t.Errorf("rows of the map: %.60q", text)
	}
	s.host.Dispatch(state.Func(func(v state.State) state.State { v.HideCharts, v.Table = false, true; return v }))
	s.CopyPane() // the chart shows as text
	head, rows := scene.Count(s.host.Room, s.host.Selection(), s.host.State(), s.host.Printer()).Table()
	if want := clipboard.TSV(head, rows); s.app.Clipboard().Content() != want {
		t.Errorf("rows of the chart: %.60q", s.app.Clipboard().Content())
	}
}

// Without a clipboard for pictures the dialog offers the file.
func TestCopyWithoutClipboard(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1280, 800))
	said := ""
	s.host.Tell = func(text string) { said = text }
	s.copied(export.Chart, clipboard.ErrUnavailable)
	if s.window.Canvas().Overlays().Top() == nil || said != s.host.T("shell.copyNoClipboard") {
		t.Errorf("says %q", said)
	}
}

func TestDescription(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1280, 800))
	for _, r := range []rune{'d', 'в'} {
		s.rune(r)
		top := s.window.Canvas().Overlays().Top()
		if top == nil {
			t.Fatalf("%q shows nothing", r)
		}
		w, ok := uitest.Find(top, func(w *words) bool { return true })
		text := export.Describe(s.host.Room, s.host.State(), export.Chart)
		if !ok || w.Text != text || w.Text == "" {
			t.Error("the words are not those of the pictures")
		}
		test.Type(w, "x")
		w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		w.TypedShortcut(&fyne.ShortcutSelectAll{})
		if w.SelectedText() != text {
			t.Errorf("%q is selected", w.SelectedText())
		}
		if in := w.Size().Height - w.MinSize().Height; in < 0 {
			t.Errorf("the words miss %v of their height", -in)
		}
		s.closeDialogs()
	}
}

// Where there is the map alone it is the map that is put into words, as its files are.
func TestDescriptionOfTheMap(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1280, 800))
	for _, hide := range []bool{true, false} {
		s.host.Dispatch(state.Func(func(v state.State) state.State { v.HideCharts = hide; return v }))
		s.CopyDescription()
		pic, err := export.Draw(t.Context(), s.host.Room, s.host.State(), export.Options{
			Kind: map[bool]export.Kind{true: export.Map, false: export.Chart}[hide], Size: export.Size{Width: 400, Height: 300, Density: 1},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.app.Clipboard().Content(); got != pic.Words.Description || got == "" {
			t.Errorf("charts hidden %t: %q, the picture's words are %q", hide, got, pic.Words.Description)
		}
	}
}

func TestOpenAndDrop(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1024, 768))
	var opened []string
	s.cfg.Open = func(paths ...string) { opened = append(opened, paths...) }
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/a/b.png"), storage.NewFileURI("/c.zip")})
	if !slices.Equal(opened, []string{"/a/b.png", "/c.zip"}) {
		t.Errorf("opened %q", opened)
	}
	s.OpenFile()
	if s.window.Canvas().Overlays().Top() == nil {
		t.Error("no dialog")
	}
	s.closeDialogs()
	e := &export.Evidence{Data: export.DataMark{Name: strings.Repeat("n", 9000), Version: "7"}, Tables: []export.Table{{
		Name: "domains", Columns: []string{"domain", "count"}, Rows: [][]string{{"TRD", "6"}, {"<script>", "1"}},
	}}}
	s.ShowEvidence(e)
	top := s.window.Canvas().Overlays().Top()
	if top == nil || !shows(t, top, "TRD") || !shows(t, top, "version 7") || shows(t, top, strings.Repeat("n", 200)) {
		t.Error("the rows of the picture do not show, or its name is not clipped")
	}
	test.Tap(mustFind(t, top, s.host.T("shell.copyRows")))
	if got := s.app.Clipboard().Content(); got != "domain\tcount\nTRD\t6\n<script>\t1\n" {
		t.Errorf("copied %q", got)
	}
}

func mustFind(t *testing.T, o fyne.CanvasObject, text string) *parts.Button {
	t.Helper()
	b, ok := uitest.Find(o, func(b *parts.Button) bool { return b.Text == text })
	if !ok {
		t.Fatalf("no button %q", text)
	}
	return b
}

package exportdialog

import (
	"bytes"
	"context"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/clipboard"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/pairs"
)

// folders remember a new one.
func folders(t *testing.T) *recent.Memory {
	t.Helper()
	m := recent.Read("", func(error) {})
	m.Went(recent.Export, t.TempDir())
	m.Went(recent.Data, t.TempDir())
	return m
}

func openDialog(t *testing.T) (*Dialog, uitest.Queue) {
	t.Helper()
	h, q := uitest.Host(t, uitest.Opening())
	w := uitest.Show(t, widget.NewLabel(""), fyne.NewSize(1280, 800))
	dialog := newDialog(uitest.Open(t, h), Config{Window: w, Software: "C+C5 Atlas test", Memory: folders(t), Closed: func() {}})
	dialog.dialog.Show(nil)
	return dialog, q
}

// Nothing of it is cut off at the right, on a laptop and in a small window, in every
// language and size of type; only "make sizes" looks at each size in each language.
func TestNothingIsCutOff(t *testing.T) {
	langs := i18n.Languages()
	for k, lang := range langs {
		for j, of := range []struct {
			window fyne.Size
			text   []float64
		}{{fyne.NewSize(1280, 800), []float64{0.8, 1}}, {fyne.NewSize(1024, 640), []float64{1, 1.3, 1.6, 2}}} {
			for i, text := range of.text {
				if !pairs.Turn(k, len(langs), i, j) {
					continue
				}
				v := uitest.Opening()
				v.Lang, v.TextSize = lang, text
				h, _ := uitest.Host(t, v)
				uitest.Still(h)
				w := uitest.Show(t, widget.NewLabel(""), of.window)
				d := newDialog(uitest.Open(t, h), Config{Window: w, Closed: func() {}})
				d.dialog.Show(nil)
				for key, e := range map[string]*parts.Entry{"shell.exportOwnSubtitleHint": d.under, "shell.exportOwnCreditHint": d.credit} {
					if whole := h.T(key); e.PlaceHolder != whole {
						t.Errorf("%s, %v, type %v: it asks for %q, not %q", lang, of.window, text, e.PlaceHolder, whole)
					}
				}
				edge := uitest.At(d.save).X + d.save.Size().Width
				const margins = 8 // of the preview
				for name, o := range map[string]fyne.CanvasObject{"the preview": d.preview, "the title": d.title, "the path": d.target.row, "the kinds": d.kinds, "the sizes": d.sizes} {
					right := uitest.At(o).X + o.Size().Width
					if o == d.preview {
						right += margins
					}
					if right > edge {
						t.Errorf("%s, %v, type %v: %s ends at %v, the dialog at %v", lang, of.window, text, name, right, edge)
					}
				}
			}
		}
	}
}

func (d *Dialog) sentence() string { return strings.Join(uitest.Texts(d.message), " ") }

func TestSaveWritesThePictureOfTheCommandLine(t *testing.T) {
	d, q := openDialog(t)
	d.choice.Size, d.choice.lang, d.choice.Theme = custom, "uk", state.Dark
	d.width.SetText("640")
	d.height.SetText("360")
	q.Until(t, func() bool { return d.preview.Image != nil })
	path := d.target.path()
	if want := "c5atlas_domains_intentions_uk_" + time.Now().Format(time.DateOnly) + ".png"; filepath.Base(path) != want {
		t.Errorf("suggests %q, want %q", filepath.Base(path), want)
	}
	test.Tap(d.save)
	q.Until(t, func() bool { return d.sentence() != "" && d.sentence() != d.h.T("shell.exportWriting") }) // which a slow machine says first
	if !strings.Contains(d.sentence(), path) {
		t.Errorf("says %q", d.sentence())
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	v := uitest.Opening()
	v.Lang, v.Theme = "uk", state.Dark
	size, err := export.ParseSize("640x360", 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	pic, err := export.Draw(context.Background(), d.h.Room, v, export.Options{Kind: export.Chart, Size: size, Software: "C+C5 Atlas test"})
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := pic.WritePNG(&want); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Error("the file differs from what the command line writes")
	}
	if _, err := png.Decode(bytes.NewReader(got)); err != nil {
		t.Error(err)
	}
}

func TestSaveAsksBeforeItReplaces(t *testing.T) {
	d, q := openDialog(t)
	d.choice.Size = custom
	d.width.SetText("300")
	d.height.SetText("200")
	path := d.target.path()
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	over := func() int { return len(d.window.Canvas().Overlays().List()) }
	before := over()
	test.Tap(d.save)
	if over() != before+1 {
		t.Fatal("it does not ask")
	}
	d.window.Canvas().Overlays().Top().Hide()
	if data, err := os.ReadFile(path); err != nil || string(data) != "mine" {
		t.Fatalf("a file that was not to be replaced holds %d bytes, %v", len(data), err)
	}
	_ = q
}

func TestSaveSaysWhatIsWrong(t *testing.T) {
	d, q := openDialog(t)
	d.choice.Size = custom
	d.width.SetText("300")
	d.height.SetText("200")
	d.target.entry.SetText(filepath.Join(t.TempDir(), "none", "x.png"))
	test.Tap(d.save)
	q.Until(t, func() bool { return d.sentence() != "" })
	if !strings.Contains(d.sentence(), "none") {
		t.Errorf("says %q", d.sentence())
	}
	d.width.SetText("12")
	if !d.save.Disabled() || d.sentence() == "" {
		t.Errorf("a picture of 12 pixels can be saved: %q", d.sentence())
	}
	d.width.SetText("300")
	if d.save.Disabled() {
		t.Error("a good size does not help")
	}
}

// Every kind and format gives a file of its kind under the suggested name: each format of
// one kind, in "make sizes" of each.
func TestFormats(t *testing.T) {
	d, q := openDialog(t)
	d.choice.Size = custom
	d.width.SetText("480")
	d.height.SetText("320")
	begins := map[string]string{"png": "\x89PNG", "svg": "<?xml", "pdf": "%PDF-", "csv": ""}
	for i, format := range []string{"csv", "png", "svg", "pdf"} {
		begin := begins[format]
		for k, kind := range export.Kinds() {
			if !pairs.Turn(k, len(export.Kinds()), i) && format != "csv" {
				continue
			}
			d.choice.Format, d.choice.kind = format, kind
			d.follow()
			if format == "csv" && kind == export.Dashboard {
				if !d.save.Disabled() || d.sentence() == "" {
					t.Error("a dashboard can be saved as one table")
				}
				continue
			}
			var kept Choices
			d.remember = func(c Choices, _ export.Own) { kept = c }
			test.Tap(d.save)
			q.Until(t, func() bool { return d.stop == nil && d.sentence() != "" })
			path := d.target.path()
			data, err := os.ReadFile(path)
			if err != nil || !strings.HasPrefix(string(data), begin) && !strings.HasPrefix(string(data), "<svg") || filepath.Ext(path) != "."+format {
				t.Errorf("%s %s: %s holds %.20q, %v", kind, format, path, data, err)
			}
			if format == "csv" && kind == export.Chart && !strings.HasPrefix(string(data), "domain,status,count") {
				t.Errorf("csv begins %.60q", data)
			}
			if want := (Choices{Format: format, Size: "480x320", Scale: 1, Theme: state.Light}); kept != want || !d.saved.Visible() || d.memory.Folder(recent.Export) != filepath.Dir(path) {
				t.Errorf("%s %s: remembers %+v", kind, format, kept)
			}
		}
	}
	var shown string
	d.open = func(u *url.URL) error { shown = u.String(); return nil }
	test.Tap(d.saved)
	if want := "file://" + filepath.ToSlash(d.folder); shown != want {
		t.Errorf("shows %q, want %q", shown, want)
	}
}

// Cancel ends the writing, leaves no file, and the dialog stays.
func TestLongWritingCanBeStopped(t *testing.T) {
	d, q := openDialog(t)
	var tick func()
	d.h.Timer = func(_ time.Duration, f func()) func() { tick = f; return func() {} }
	d.choice.kind, d.choice.Size, d.choice.Scale = export.Dashboard, "4k", 3
	d.follow()
	test.Tap(d.save)
	tick()
	if !d.busy.Visible() || d.close.Text != d.h.T("shell.cancel") || !d.save.Disabled() {
		t.Error("it does not say that it works")
	}
	test.Tap(d.close)
	q.Until(t, func() bool { return d.stop == nil })
	if d.sentence() != d.h.T("shell.exportStopped") || d.busy.Visible() || d.close.Text != d.h.T("shell.close") {
		t.Errorf("says %q", d.sentence())
	}
	if list, err := os.ReadDir(filepath.Dir(d.target.path())); err != nil || len(list) > 0 {
		t.Errorf("left %v, %v", list, err)
	}
}

func TestChoicesComeBack(t *testing.T) {
	t.Parallel()
	first := Choices{}.Valid()
	if want := (Choices{Format: "png", Size: "slide", Scale: 1, Theme: state.Light}); first != want {
		t.Errorf("at first %+v", first)
	}
	for _, c := range []Choices{
		{Format: "pdf", Size: "page", Scale: 2, Theme: state.Print},
		{Format: "svg", Size: "640x360", Scale: 3, Theme: state.Dark},
	} {
		if c.Valid() != c {
			t.Errorf("%+v becomes %+v", c, c.Valid())
		}
	}
	bad := Choices{Format: "exe", Size: "0x9", Scale: 99, Theme: "system"}
	if bad.Valid() != first {
		t.Errorf("%+v becomes %+v", bad, bad.Valid())
	}
}

// With CSV the dialog asks only what a table has.
func TestDataHasNoSize(t *testing.T) {
	d, q := openDialog(t)
	d.choice.Size = custom
	d.width.SetText("12") // no picture
	d.choice.Format = "csv"
	d.follow()
	seen := map[fyne.CanvasObject]bool{}
	uitest.Walk(d.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) { seen[o] = true })
	if !seen[d.formats] || !seen[d.target.entry] {
		t.Error("nothing is shown")
	}
	for name, o := range map[string]fyne.CanvasObject{"size": d.sizes, "density": d.scales, "theme": d.themes, "preview": d.preview, "title": d.title} {
		if seen[o] {
			t.Errorf("%s is shown", name)
		}
	}
	if !d.excel.Visible() || d.save.Disabled() || d.sentence() != "" {
		t.Errorf("excel %t, save disabled %t, says %q", d.excel.Visible(), d.save.Disabled(), d.sentence())
	}
	test.Tap(d.excel)
	d.choice.lang = "uk"
	d.follow()
	test.Tap(d.save)
	q.Until(t, func() bool { return d.stop == nil && d.sentence() != "" })
	if body, err := os.ReadFile(d.target.path()); err != nil || !strings.HasPrefix(string(body), "\ufeffdomain;status;count") {
		t.Errorf("holds %.40q, %v", body, err)
	}
	d.choice.Format = "png"
	d.follow()
	if d.excel.Visible() || !d.save.Disabled() {
		t.Error("a picture of 12 pixels can be saved")
	}
}

// Copy puts the very file on the clipboard, or the cells of the table.
func TestCopy(t *testing.T) {
	d, q := openDialog(t)
	d.choice.Size, d.choice.Clear = custom, true
	d.width.SetText("320")
	d.height.SetText("240")
	d.title.SetText("Five answers")
	var copied []byte
	d.copying = func(_ context.Context, png []byte) error { copied = png; return nil }
	test.Tap(d.copy)
	q.Until(t, func() bool { return d.stop == nil && d.sentence() != "" })
	in, err := export.Read(bytes.NewReader(copied))
	if err != nil || in.Width != 320 || in.Extras().Own.Title != "Five answers" || !in.Extras().Clear {
		t.Fatalf("%+v, %v", in.Evidence, err)
	}
	if d.sentence() != d.h.T("shell.copiedPicture") {
		t.Errorf("says %q", d.sentence())
	}
	d.copying = func(context.Context, []byte) error { return clipboard.ErrUnavailable }
	test.Tap(d.copy)
	q.Until(t, func() bool { return d.stop == nil && d.sentence() == d.h.T("shell.copyNoClipboard") })
	d.choice.Format = "csv"
	d.follow()
	test.Tap(d.copy)
	q.Until(t, func() bool { return d.stop == nil && d.sentence() != "" })
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "domain\tstatus\tcount\t") {
		t.Errorf("copied %.60q", got)
	}
}

// A size on paper that is too small is refused with the one that works; the words of
// the author come back for the same view.
func TestPaperAndWords(t *testing.T) {
	d, q := openDialog(t)
	d.choice.kind, d.choice.Size, d.choice.mm = export.Map, custom, true
	d.width.SetText("60")
	d.height.SetText("60")
	q.Until(t, func() bool { return d.save.Disabled() })
	sentence := strings.ReplaceAll(d.sentence(), "\u00a0", " ")
	if !strings.Contains(sentence, "60 × 60 mm") || !strings.Contains(sentence, "smallest size that works") {
		t.Errorf("says %q", sentence)
	}
	d.width.SetText("5")
	if !strings.Contains(d.sentence(), "1000") {
		t.Errorf("says %q", d.sentence())
	}
	d.choice.kind = export.Chart
	d.width.SetText("120")
	d.height.SetText("100")
	if got := strings.ReplaceAll(d.dots.Text, "\u00a0", " "); got != "120 × 100 mm · 1417 × 1181 pixels" {
		t.Errorf("extent %q", got)
	}
	d.title.SetText("A\nB")
	d.credit.SetText("I. Author")
	var kept Choices
	var own export.Own
	d.remember = func(c Choices, o export.Own) { kept, own = c, o }
	test.Tap(d.save)
	q.Until(t, func() bool { return d.stop == nil && d.sentence() != "" })
	if kept.Credit != "I. Author" || kept.Size != "120x100mm" || own.Credit != "I. Author" || !strings.HasPrefix(own.Title, "A") {
		t.Errorf("remembers %+v, %+v", kept, own)
	}
	again := newDialog(d.scope.Open(), Config{Window: d.window, Choices: kept, Own: own, Closed: func() {}})
	if again.credit.Text != "I. Author" || again.width.Text != "120" || again.height.Text != "100" || !again.choice.mm {
		t.Errorf("again %q, %q x %q", again.credit.Text, again.width.Text, again.height.Text)
	}
}

// Letters of the author's words that the program's face has not are said while they are
// typed and when the picture is saved; in SVG they are text.
func TestBoxesAreSaid(t *testing.T) {
	d, q := openDialog(t)
	d.title.SetText("القمة")
	if got := d.sentence(); !strings.Contains(got, "boxes") || d.save.Disabled() {
		t.Errorf("as a picture it says %q", got)
	}
	test.Tap(d.save)
	q.Until(t, func() bool { return d.stop == nil && strings.Contains(d.sentence(), "Saved") })
	if got := d.sentence(); !strings.Contains(got, "boxes") {
		t.Errorf("saved it says %q", got)
	}
	d.choice.Format = "svg"
	d.follow()
	if got := d.sentence(); strings.Contains(got, "boxes") {
		t.Errorf("as SVG it says %q", got)
	}
	d.choice.Format = "png"
	d.title.SetText("Қазақстан")
	if got := d.sentence(); got != "" {
		t.Errorf("of letters that there are it says %q", got)
	}
}

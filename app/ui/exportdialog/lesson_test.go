package exportdialog

import (
	"archive/zip"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/pairs"
)

// lessonDesk is a dialog that hands out a lesson of two scenes.
func lessonDesk(t *testing.T) (*handing, uitest.Queue, *string) {
	t.Helper()
	h, in := uitest.Host(t, uitest.Opening())
	w := uitest.Show(t, container.NewStack(), fyne.NewSize(1024, 640))
	var saved string
	d := newHanding(uitest.Open(t, h), LessonConfig{
		Window: w, Title: "Two", Name: "Two", Memory: folders(t), Software: "test",
		Steps: func(p *i18n.Printer) []scene.Step {
			return []scene.Step{{Title: "in " + p.Lang(), Note: "Wait.", Panes: scene.WordsAlone}, {Title: "b", Caption: "There are 7 words.", Panes: scene.WordsAlone}}
		},
		Saved: func(path string) { saved = path }, Closed: func() {},
	})
	d.dialog.Show(nil)
	return d, in, &saved
}

// Each form is written under the name that stands there, in the language that is chosen.
func TestLessonIsHandedOutInEachForm(t *testing.T) {
	for form, want := range map[Form]string{
		lessonFolder: "Two", lessonZip: "Two.zip", powerPoint: "Two.pptx", libreOffice: "Two.odp", handout: "Two (handout).pdf", worksheet: "Two (worksheet).pdf",
	} {
		d, in, saved := lessonDesk(t)
		d.forms[0].OnChosen(string(form))
		d.langs.OnChosen("uk")
		for _, bad := range uitest.Misfits(d.Window.Canvas().Overlays().Top(), fyne.NewSize(1024, 640)) {
			if !strings.Contains(bad, "(worksheet)") { // a path may be longer than its line
				t.Errorf("%s: %v", form, bad)
			}
		}
		to := filepath.Join(d.Memory.Folder(recent.Export), want)
		if got := d.target.path(); got != to {
			t.Fatalf("%q: to %s, not %s", form, got, to)
		}
		d.write()
		in.Until(t, func() bool { return *saved != "" })
		if d.part.share != 1 {
			t.Errorf("%q: %v is done", form, d.part.share)
		}
		if form == lessonFolder {
			if _, err := os.Stat(filepath.Join(to, "scene-02.png")); err != nil {
				t.Error(err)
			}
			continue
		}
		body, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		if form.ending() == ".pdf" {
			if !bytes.HasPrefix(body, []byte("%PDF-")) {
				t.Errorf("%s is no PDF", to)
			}
			continue
		}
		z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
		if err != nil {
			t.Fatalf("%s: %v", to, err)
		}
		part := map[Form]string{lessonZip: "lesson.json", powerPoint: "ppt/slides/slide1.xml", libreOffice: "content.xml"}[form]
		f, err := z.Open(part)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(f); err != nil || !strings.Contains(b.String(), "in uk") {
			t.Errorf("%s is not in Ukrainian, %v", part, err)
		}
	}
}

// What there is to choose for pages holds: six a page, without the notes, on letter.
func TestHandoutChoices(t *testing.T) {
	pdfinfo, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("pdfinfo is not installed")
	}
	d, in, saved := lessonDesk(t)
	d.forms[0].OnChosen(string(handout))
	d.perPage.OnChosen("6")
	d.papers.OnChosen("letter")
	uitest.Click(d.Window, d.notes)
	if d.looks[0].Visible() || !d.onPages[0].Visible() {
		t.Error("a handout has pages, and the look for paper")
	}
	d.write()
	in.Until(t, func() bool { return *saved != "" })
	out, err := exec.CommandContext(t.Context(), pdfinfo, *saved).Output()
	if err != nil {
		t.Fatal(err)
	}
	if info := strings.Join(strings.Fields(string(out)), " "); !strings.Contains(info, "Pages: 1 ") || !strings.Contains(info, "612 x 792") {
		t.Error(info)
	}
}

// Cancel while it is written leaves nothing behind, and the dialog stays; a folder that
// is there is never replaced.
func TestLessonStops(t *testing.T) {
	d, in, saved := lessonDesk(t)
	d.forms[0].OnChosen(string(lessonZip))
	d.write()
	d.leave()
	in.Until(t, func() bool { return d.stop == nil })
	if says := strings.Join(uitest.Texts(d.message), " "); *saved != "" || !strings.Contains(says, "Stopped") {
		t.Errorf("says %q, saved %q", says, *saved)
	}
	if left, err := os.ReadDir(d.Memory.Folder(recent.Export)); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
	d.forms[0].OnChosen(string(lessonFolder))
	if err := os.Mkdir(d.target.path(), 0o700); err != nil {
		t.Fatal(err)
	}
	d.write()
	in.Until(t, func() bool { return d.stop == nil })
	if says := uitest.Texts(d.message); *saved != "" || !slices.ContainsFunc(says, func(s string) bool { return strings.Contains(s, "never replaced") }) {
		t.Errorf("says %q", says)
	}
}

// In a low window with large type the forms stand in several rows: nothing is wider than
// the dialog, and all of them are there in their order; each size of type in one language
// but for "make sizes".
func TestFormsHaveRoom(t *testing.T) {
	size := fyne.NewSize(1024, 640)
	langs := i18n.Languages()
	for k, lang := range langs {
		for i, large := range []float64{1, 1.5, 2} {
			if !pairs.Turn(k, len(langs), i) {
				continue
			}
			most := map[float64]int{1: 1, 1.5: 2, 2: 2}[large]
			v := uitest.Opening()
			v.Lang, v.TextSize = lang, large
			h, _ := uitest.Host(t, v)
			d := newHanding(uitest.Open(t, h), LessonConfig{
				Window: uitest.Show(t, container.NewStack(), size), Name: "Two", Memory: folders(t), Closed: func() {},
				Steps: func(*i18n.Printer) []scene.Step { return nil },
			})
			d.dialog.Show(nil)
			var all []string
			for _, row := range d.forms {
				for _, o := range row.Items() {
					all = append(all, o.Code)
				}
			}
			if got := strings.Join(all, " "); got != "/ .zip .pptx .odp handout.pdf worksheet.pdf" || len(d.forms) > most {
				t.Errorf("%s at %v: %s in %d rows", lang, large, got, len(d.forms))
			}
			uitest.Walk(d.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
				if s, ok := o.(*container.Scroll); ok && s.Content.MinSize().Width > s.Size().Width {
					t.Errorf("%s at %v: %v wide, in a dialog of %v", lang, large, s.Content.MinSize().Width, s.Size().Width)
				}
			})
			last := d.forms[len(d.forms)-1]
			last.OnChosen("worksheet.pdf")
			for i, row := range d.forms {
				for _, o := range row.Items() {
					if o.On != (o.Code == "worksheet.pdf") {
						t.Errorf("%s at %v, row %d: %s is %v", lang, large, i, o.Code, o.On)
					}
				}
			}
		}
	}
}

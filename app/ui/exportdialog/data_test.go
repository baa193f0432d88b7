package exportdialog

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/assets"
)

// desk is a dialog that saves the template, and the queue of its window.
func desk(t *testing.T, source func() (fs.FS, func(), error)) (*keeping, uitest.Queue, *string) {
	t.Helper()
	h, in := uitest.Host(t, uitest.Opening())
	k, saved := deskOf(t, h, source, Workbook, Folders, Package)
	return k, in, saved
}

func deskOf(t *testing.T, h *host.Host, source func() (fs.FS, func(), error), forms ...Form) (*keeping, *string) {
	t.Helper()
	w := uitest.Show(t, container.NewStack(), fyne.NewSize(1000, 700))
	var saved string
	k := newKeeping(uitest.Open(t, h), DataConfig{
		Window: w, Title: "Save", Name: "mine", Memory: folders(t), Forms: forms, Source: source,
		Saved: func(path string) { saved = path }, Closed: func() {},
	})
	k.dialog.Show(nil)
	return k, &saved
}

func template() (fs.FS, func(), error) { return assets.Template(), func() {}, nil }

// Each form is written under the name that stands there, and opens again.
func TestDataAreSavedInEachForm(t *testing.T) {
	for form, name := range map[Form]string{Workbook: "mine.xlsx", Folders: "mine", Package: "mine.c5atlas"} {
		k, in, saved := desk(t, template)
		k.forms[0].OnChosen(string(form))
		want := filepath.Join(k.Memory.Folder(recent.Data), name)
		if got := k.target.path(); got != want {
			t.Fatalf("%q: to %s, not %s", form, got, want)
		}
		k.write()
		in.Until(t, func() bool { return *saved != "" })
		if d, _, err := dataset.OpenPath(*saved); err != nil || *saved != want || len(d.Meetings) != 3 {
			t.Errorf("%q: %s, %v", form, *saved, err)
		}
	}
}

// What is there is not replaced unasked, a folder never; what cannot be written is
// said in one sentence, and nothing half written stays.
func TestDataThatCannotBeSaved(t *testing.T) {
	says := func(k *keeping) string { return strings.Join(uitest.Texts(k.message), " ") }
	k, in, _ := desk(t, template)
	there := filepath.Join(k.Memory.Folder(recent.Data), "mine.xlsx")
	if err := os.WriteFile(there, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	k.write()
	in.Run()
	if text, _ := os.ReadFile(there); string(text) != "precious" || k.stop != nil || len(k.Window.Canvas().Overlays().List()) != 2 {
		t.Fatal("it did not ask")
	}

	k, in, saved := desk(t, template)
	k.forms[0].OnChosen(string(Folders))
	if err := os.Mkdir(filepath.Join(k.Memory.Folder(recent.Data), "mine"), 0o700); err != nil {
		t.Fatal(err)
	}
	k.write()
	in.Until(t, func() bool { return k.stop == nil })
	if !strings.Contains(says(k), "never replaced") || *saved != "" {
		t.Errorf("says %q", says(k))
	}

	full := &fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	k, in, saved = desk(t, func() (fs.FS, func(), error) { return nil, nil, full })
	k.write()
	in.Until(t, func() bool { return k.stop == nil })
	if !strings.Contains(says(k), "No space left") || *saved != "" {
		t.Errorf("says %q", says(k))
	}
	if left, err := os.ReadDir(k.Memory.Folder(recent.Data)); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
	if errors.Is(full, fs.ErrExist) {
		t.Error("a full disk is taken for something else")
	}
}

func TestDataName(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{"usa.zip": "usa", "usa.XLSX": "usa", "usa": "usa", "usa.v2": "usa.v2", "mine.c5atlas": "mine", ".zip": ".zip", "дані.ods": "дані"} {
		if got := DataName(file); got != want {
			t.Errorf("%s is called %s", file, got)
		}
	}
}

// What a form is good for is read whole in every language: the name of the file is below it.
func TestFormsAreExplained(t *testing.T) {
	for _, lang := range []string{"en", "uk", "ru"} {
		h, _ := uitest.Host(t, uitest.Opening())
		h.Dispatch(state.SetLang(lang))
		k, _ := deskOf(t, h, template, Workbook, Folders) // as for new data
		for _, form := range k.Forms {
			k.form = form
			k.follow()
			words := k.hinted(form)
			if box := k.hint.Objects[0].Size(); words.HeightFor(box.Width) > box.Height {
				t.Errorf("%s, %s: %v high, and has %v", lang, form, words.HeightFor(box.Width), box)
			}
		}
	}
}

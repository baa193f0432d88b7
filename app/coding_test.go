package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/assets"
)

// types types characters, and words into what has the focus.
func (r *rig) types(words string) {
	r.t.Helper()
	f := r.shell.Window().Canvas().Focused()
	if f == nil {
		r.t.Fatal("nothing has the focus")
	}
	for _, c := range words {
		f.TypedRune(c)
	}
}

func (r *rig) keys(names ...fyne.KeyName) { uitest.Press(r.shell.Window(), names...) }

// coder opens the window on a package whose document has its text.
func coder(t *testing.T, path, text, kept string) *rig {
	t.Helper()
	r := again(t, path, kept)
	r.work()
	r.host.Dispatch(state.SetLang("en"))
	r.host.Dispatch(state.SelectDocument(r.room.Data.Documents[0].ID))
	r.openIn(text)
	r.until("attached", func() bool { return r.shell.Documents().Original() != nil })
	return r
}

// begin begins to code, and waits until the view is there.
func (r *rig) begin(blind bool) {
	r.t.Helper()
	r.shell.CodeDocument(blind)
	r.until("coding", func() bool { return r.saysAll("Paraphrase") })
}

// codeTwo codes a statement at the first paragraph and one at the second and
// third, with keys alone.
func (r *rig) codeTwo() {
	r.t.Helper()
	shift := false
	r.host.Shift = func() bool { return shift }
	r.types("1")           // the first domain
	r.types("4")           // the second status
	r.types("8")           // the first basis
	r.types("bc")          // both states
	r.keys(fyne.KeyReturn) // to the paraphrase
	r.types("They agree on a railway.")
	r.keys(fyne.KeyReturn)
	r.keys(fyne.KeyDown)
	shift = true
	r.keys(fyne.KeyDown)
	shift = false
	r.types("2щ") // on a Cyrillic keyboard, where o does nothing
	r.types("3")
	r.keys(fyne.KeyReturn)
	r.types("They mean to build it.")
	r.keys(fyne.KeyReturn)
}

// Two statements that are coded by keys come into the package, whatever kind it
// is, and show in the view that showed.
func TestCodeByKeys(t *testing.T) {
	folder, text := codedFolder(t)
	zip := filepath.Join(t.TempDir(), "coded.zip")
	fsys, done, err := dataset.Source(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := export.WriteData(t.Context(), zip, false, fsys); err != nil {
		t.Fatal(err)
	}
	done()
	for _, path := range []string{folder, zip} {
		r := coder(t, path, text, t.TempDir())
		r.host.Dispatch(state.SetDomains("SOV"))
		view := r.host.Store.State()
		n := len(r.room.Data.Statements)
		bars, symbols := r.drawn()
		r.begin(false)
		r.codeTwo()
		if !r.saysAll("2 statements coded here", "They agree on a railway.", "They mean to build it.") {
			t.Fatalf("the window says %q", r.says())
		}
		// Back and forth.
		r.shell.Coding().Undo()
		if !r.saysAll("1 statement coded here") {
			t.Errorf("after one step back it says %q", r.says())
		}
		r.shell.Coding().Redo()
		r.shell.Coding().Finish()
		r.until("saved", func() bool { return r.saysAll("2 statements are in") })
		d, found, err := dataset.OpenPath(path)
		if err != nil || len(d.Statements) != n+2 || dataset.Faults(found) > 0 {
			t.Fatalf("%s: %v, %d statements were %d, %v", path, err, len(d.Statements), n, found)
		}
		if now := r.host.Store.State(); now.View != view.View || len(r.room.Data.Statements) != n+2 {
			t.Errorf("the view is %+v with %d statements", now.View, len(r.room.Data.Statements))
		}
		if b, m := r.drawn(); b != bars+2 || m != symbols+2 {
			t.Errorf("the chart counts %v, was %v; the map %v, was %v", b, bars, m, symbols)
		}
		one, two := d.Statements[len(d.Statements)-2], d.Statements[len(d.Statements)-1]
		if one.Paragraph != "P1" || two.Paragraph != "P2 (P3)" || one.Text[""] != "They agree on a railway." || one.Domain != d.Domains[0].Code || two.Domain != d.Domains[1].Code || len(one.States) != 2 {
			t.Errorf("%+v, %+v", one, two)
		}
		r.until("the text is still attached", func() bool { return r.shell.Documents().Original() != nil })
		if list, _ := os.ReadDir(r.drafts.Folder); len(list) > 0 {
			t.Errorf("the draft stays: %v", list)
		}
	}
}

// drawn is what the bars of the chart and the symbols of the map stand for, of
// all that the data have.
func (r *rig) drawn() (bars, symbols float64) {
	s := r.host.State()
	s.Domains, s.Status = "", ""
	sel, pal := scene.Select(r.room.Data, s), scene.PaletteFor(s.Theme)
	for _, row := range scene.Count(r.room, sel, s, r.host.Printer()).Chart(pal).Values {
		for _, v := range row {
			bars += v
		}
	}
	for _, m := range scene.Map(r.room, sel, s, r.host.Printer(), pal, scene.Viewport(r.room, s, 800, 600, 1)).Markers {
		symbols += m.Weight
	}
	return bars, symbols
}

// What is coded goes on where it was after the program ended at any moment.
func TestCodingGoesOn(t *testing.T) {
	folder, text := codedFolder(t)
	kept := t.TempDir()
	r := coder(t, folder, text, kept)
	r.begin(false)
	r.codeTwo()
	r.keys(fyne.KeyReturn)
	r.types("half a sent")
	r.until("kept", func() bool {
		list, _ := filepath.Glob(filepath.Join(r.drafts.Folder, "*.json"))
		for _, path := range list {
			if data, _ := os.ReadFile(path); strings.Contains(string(data), "half a sent") {
				return true
			}
		}
		return false
	})
	other := again(t, folder, kept)
	other.work()
	other.host.Dispatch(state.SetLang("en"))
	other.host.Dispatch(state.SelectDocument("d"))
	other.until("attached", func() bool { return other.shell.Documents().Original() != nil })
	other.begin(false)
	if d := other.shell.Coding().Draft(); len(d.Rows) != 2 || d.Form.Text != "half a sent" {
		t.Errorf("it goes on with %+v", d.Value)
	}
	other.keys(fyne.KeyEscape)
	if other.shell.Coding() != nil || !other.saysAll("Documents") {
		t.Error("Escape does not lead back")
	}
}

// The data that ship are not changed: a copy is offered, and it goes on there.
func TestCodeTheDataThatShip(t *testing.T) {
	r := start(t, "")
	r.host.Dispatch(state.SetLang("en"))
	x := &r.room.Data.Documents[0]
	if err := r.shelf.Attach(r.room.Data, x, &original.Attached{Text: original.Text{Paragraphs: []string{"One.", "Two.", "Three."}, SHA256: strings.Repeat("a", 64)}, Name: "a.txt"}); err != nil {
		t.Fatal(err)
	}
	r.host.Dispatch(state.SelectDocument(x.ID))
	r.begin(false)
	v := r.shell.Coding()
	form := v.Draft().Form
	form.Domain, form.Status, form.Basis, form.States, form.Text = r.room.Data.Domains[0].Code, "intended", "R", "KAZ", "They hope."
	v.Write(form)
	v.Add()
	n := len(r.room.Data.Statements)
	v.Finish()
	if top := r.shell.Window().Canvas().Overlays().Top(); top == nil {
		t.Fatal("no copy is offered")
	}
	r.keys(fyne.KeyReturn) // save a copy
	copied := filepath.Join(t.TempDir(), "copy")
	if err := r.copyTo(copied); err != nil {
		t.Fatal(err)
	}
	r.saved(copied)
	r.until("saved into the copy", func() bool { return r.saysAll("1 statement is in copy now") })
	if len(r.room.Data.Statements) != n+1 || r.room.Data.File != "copy" {
		t.Errorf("%d statements in %q", len(r.room.Data.Statements), r.room.Data.File)
	}
}

// copyTo writes the data that ship.
func (r *rig) copyTo(path string) error {
	return export.WriteData(r.t.Context(), path, false, assets.Data())
}

// A blind coder does not see what is coded already, and then sees where the two
// differ.
func TestCodeBlind(t *testing.T) {
	folder, text := codedFolder(t)
	r := coder(t, folder, text, t.TempDir())
	r.begin(true)
	if r.saysAll("Statement number 0") {
		t.Error("what is coded already shows")
	}
	n := len(r.room.Data.Statements)
	r.codeTwo()
	r.shell.Coding().Finish()
	said := strings.Join(uitest.Texts(r.shell.Window().Canvas().Overlays().Top()), " ")
	for _, want := range []string{"Cohen’s kappa", "Statement number 0", "Paragraph of number 1", "They agree on a railway."} {
		if !strings.Contains(said, want) {
			t.Errorf("the comparison does not say %q: %q", want, said)
		}
	}
	if d, _, err := dataset.OpenPath(folder); err != nil || len(d.Statements) != n {
		t.Errorf("a blind coding changed the package: %v", err)
	}
}

package export_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// sample is a lesson with holes, a question and two panes of one kind.
const sample = `{"title":{"en":"Two sides","uk":"Дві сторони"},"scenes":[
	{"title":"Trade","caption":{"en":"{{count \"status\" \"agreed\" | \"statement\" \"statements\"}} of {{name \"domain\" \"TRD\"}}."},"note":"Wait for hands.","panes":"chart","view":{"domains":"TRD","status":""},
	 "question":{"text":"Which state is named most?","answer":"Kazakhstan"}},
	{"title":"Side by side","caption":"Compare.","panes":"chart+chart","view":{"domains":"TRD","status":""},"beside":{"chart":"states","domains":"SEC","status":""}},
	{"title":"Once more","caption":"Compare.","panes":"chart+chart","view":{"domains":"TRD","status":""},"beside":{"chart":"states","domains":"SEC","status":""}},
	{"title":"Words","caption":"Nothing to count.","panes":"text","view":{}}]}`

// script is a lesson in a language, small enough to be drawn soon.
func script(t *testing.T, body, lang string) (*export.Script, export.LessonOptions) {
	t.Helper()
	l, err := export.ReadLesson(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	p := i18n.For(lang)
	steps, err := l.Steps(room(), p)
	if err != nil {
		t.Fatal(err)
	}
	s := export.View(room().Opening())
	s.Lang = lang
	return &export.Script{Title: l.Title.In(lang), Steps: steps, By: s.Person}, export.LessonOptions{Options: export.Options{Size: size(t, "960x540", 1), Software: "C+C5 Atlas 1.2.3"}}
}

// handed writes a lesson to a file of this name and reads it.
func handed(t *testing.T, name string, l *export.Script, o export.LessonOptions) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := export.WriteScript(t.Context(), path, false, room(), l, o); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// unzipped is what is in a zip, by name.
func unzipped(t *testing.T, body []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		if out[f.Name] != "" {
			t.Errorf("%s is there twice", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		out[f.Name] = b.String()
	}
	return out
}

// A .zip holds the very files of a folder, twice the same bytes, and a picture in it
// opens as its view.
func TestLessonZip(t *testing.T) {
	t.Parallel()
	l, o := script(t, sample, "en")
	var heard []int
	o.Drawn = func(done, total int) { heard = append(heard, done*100/total) }
	body := handed(t, "a.zip", l, o)
	if !slices.IsSorted(heard) || heard[len(heard)-1] != 100 {
		t.Errorf("progress %v", heard)
	}
	if !bytes.Equal(body, handed(t, "b.zip", l, o)) {
		t.Error("not twice the same bytes")
	}
	in := unzipped(t, body)
	dir := filepath.Join(t.TempDir(), "folder")
	if err := export.WriteScript(t.Context(), dir, false, room(), l, o); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(in) {
		t.Fatalf("%d files in the folder, %d in the zip, %v", len(entries), len(in), err)
	}
	for _, e := range entries {
		if was, err := os.ReadFile(filepath.Join(dir, e.Name())); err != nil || string(was) != in[e.Name()] {
			t.Errorf("%s differs, %v", e.Name(), err)
		}
	}
	v, err := viewIn(in["scene-01.png"])
	if err != nil || v.View != l.Steps[0].View {
		t.Errorf("the view of the first picture: %v, %v", v, err)
	}
	// Both sides are described, and a scene says what it shows that the one before did not.
	alt := in["scene-02.alt.txt"]
	for _, want := range []string{"At the left: ", "At the right: ", scene.Title(room(), v, i18n.For("en")), "New since the scene before: ", "Security & defence"} {
		if !strings.Contains(alt, want) {
			t.Errorf("the alternative text lacks %q: %s", want, alt)
		}
	}
	if strings.Count(alt, "Sources: ") > 2 {
		t.Errorf("the sources again and again: %s", alt)
	}
	if alt := in["scene-03.alt.txt"]; !strings.Contains(alt, "The picture shows the same as in the scene before.") {
		t.Errorf("scene 3: %s", alt)
	}
	if strings.Contains(in["scene-01.alt.txt"], "scene before") {
		t.Error("the first scene has none before it")
	}
	for name, want := range map[string]string{
		"sources.txt": "https://yapresident.com/", "sources.bib": "@misc{", "licence.txt": "CC BY 4.0",
		"CITATION.cff": "cff-version: 1.2.0\n", "lesson.json": `"Two sides"`,
	} {
		if !strings.Contains(in[name], want) {
			t.Errorf("%s lacks %q: %.300s", name, want, in[name])
		}
	}
}

// The worksheet has a blank for each number and name that the view filled in and for
// nothing else, the question, and what is right on its last page only.
func TestWorksheet(t *testing.T) {
	t.Parallel()
	pdftotext := tool(t, "pdftotext")
	l, o := script(t, sample, "en")
	o.Worksheet = true
	path := filepath.Join(t.TempDir(), "w.pdf")
	if err := os.WriteFile(path, handed(t, "w.pdf", l, o), 0o600); err != nil {
		t.Fatal(err)
	}
	agreed := 0
	for _, x := range rows(t, "statements.csv") {
		if x["domain"] == "TRD" && x["status"] == "agreed" {
			agreed++
		}
	}
	all := strings.Split(strings.TrimRight(string(pdftotext(nil, "-layout", path, "-")), "\f\n"), "\f")
	text, key := strings.Join(all[:len(all)-1], " "), strings.Join(strings.Fields(all[len(all)-1]), " ")
	text = strings.Join(strings.Fields(text), " ")
	for _, want := range []string{"[1] ______ statement of [2] ______________________________.", "Which state is named most?", "Side by side"} {
		if !strings.Contains(text, want) {
			t.Errorf("the worksheet lacks %q: %s", want, text)
		}
	}
	if strings.Contains(text, "Words") || strings.Contains(text, "Wait for hands") || strings.Contains(text, "[3]") {
		t.Errorf("too much: %s", text)
	}
	if want := "[1] " + i18n.For("en").Int(agreed) + " [2] Trade"; !strings.Contains(key, want) || !strings.Contains(key, "Kazakhstan") {
		t.Errorf("the key is %q, want %q", key, want)
	}
}

// Where nothing is known of a caption, its numbers are blanks, but for years and for
// the line that says where it stands.
func TestWorksheetNumbers(t *testing.T) {
	t.Parallel()
	pdftotext := tool(t, "pdftotext")
	l, o := script(t, `[{"title":"a","caption":"9 statements of 87 (12), C+C5 in 2023.\n§ 6, paragraph 7","panes":"text","view":{}}]`, "en")
	o.Worksheet, o.Handout.Letter = true, true
	path := filepath.Join(t.TempDir(), "w.pdf")
	if err := os.WriteFile(path, handed(t, "w.pdf", l, o), 0o600); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(pdftotext(nil, "-layout", path, "-"))), " ")
	for _, want := range []string{"[1] ______ statements of [2] ______ ([3] ______), C+C5 in 2023.", "§ 6, paragraph 7", "[1] 9 [2] 87 [3] 12"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}

// Handouts have as many pages as their scenes need, with the notes or without, on the
// paper that was asked for.
func TestHandoutPages(t *testing.T) {
	t.Parallel()
	pdfinfo, pdftotext := tool(t, "pdfinfo"), tool(t, "pdftotext")
	l, o := script(t, sample, "en")
	for _, tt := range []struct {
		h     export.Handout
		pages string
		notes bool
		paper string
	}{
		{export.Handout{}, "4", true, "595.28 x 841.89"},
		{export.Handout{PerPage: 1, NoNotes: true, Letter: true}, "4", false, "612 x 792"},
		{export.Handout{PerPage: 3, NoNotes: true}, "2", false, "595.28 x 841.89"},
		{export.Handout{PerPage: 3}, "3", true, "595.28 x 841.89"},
		{export.Handout{PerPage: 6, NoNotes: true, Letter: true}, "1", false, "612 x 792"},
		{export.Handout{PerPage: 6}, "2", true, "595.28 x 841.89"},
	} {
		o.Handout = tt.h
		path := filepath.Join(t.TempDir(), "h.pdf")
		if err := os.WriteFile(path, handed(t, "h.pdf", l, o), 0o600); err != nil {
			t.Fatal(err)
		}
		info := strings.Join(strings.Fields(string(pdfinfo(nil, path))), " ")
		if !strings.Contains(info, "Pages: "+tt.pages+" ") || !strings.Contains(info, "Page size: "+tt.paper) {
			t.Errorf("%+v: %s", tt.h, info)
		}
		text := string(pdftotext(nil, "-layout", path, "-"))
		if strings.Contains(text, "Wait for hands.") != tt.notes {
			t.Errorf("%+v: notes %v", tt.h, !tt.notes)
		}
		for _, s := range l.Steps {
			if !strings.Contains(text, s.Title) {
				t.Errorf("%+v: no %q", tt.h, s.Title)
			}
		}
		if !strings.Contains(text, tt.pages+" / "+tt.pages) {
			t.Errorf("%+v: the last page has no number", tt.h)
		}
	}
	o.Handout.PerPage = 2
	if err := export.WriteScript(t.Context(), filepath.Join(t.TempDir(), "h.pdf"), false, room(), l, o); err == nil {
		t.Error("two a page are taken")
	}
}

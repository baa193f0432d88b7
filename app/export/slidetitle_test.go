package export_test

import (
	"archive/zip"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// A title has the same size and place on the slide before, be what stands below it
// short or long.
func TestSlideTitlesStayInPlace(t *testing.T) {
	t.Parallel()
	s := room().Opening()
	step := scene.Deck(room(), s, i18n.For("en"))[0]
	step.Title, step.When = "A title", "One day"
	long := step
	long.When = strings.Repeat("about 5 February 2022, and then ", 6)
	file := filepath.Join(t.TempDir(), "lesson.pptx")
	o := export.LessonOptions{Options: export.Options{Size: export.Size{Width: 960, Height: 540, Density: 1, DPI: 96}}, Form: ".pptx"}
	if err := export.WriteScript(t.Context(), file, false, room(), &export.Script{Steps: []scene.Step{step, long}, By: s.Person}, o); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	title := regexp.MustCompile(`(?s)name="Title".*?</p:sp>`)
	var found []string
	for _, name := range []string{"ppt/slides/slide1.xml", "ppt/slides/slide2.xml"} {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, title.FindString(string(body)))
	}
	if found[0] == "" || found[0] != found[1] {
		t.Errorf("the titles are\n%s\nand\n%s", found[0], found[1])
	}
}

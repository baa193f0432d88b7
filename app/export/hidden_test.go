package export

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// saying is a sheet that keeps each text as it is drawn, and no picture.
type saying struct {
	density float64
	texts   []string
}

func (s *saying) fine() float64 { return s.density }

func (s *saying) put(ctx context.Context, pic *draw.Picture, _ image.Point) error {
	for i := range pic.Steps {
		if t := pic.Steps[i].Text; t != nil {
			s.texts = append(s.texts, t.String)
		}
	}
	return ctx.Err()
}

// drawnTexts are the words of a scene as they are drawn, and its alternative text.
func drawnTexts(t *testing.T, r *scene.Room, x scene.Step) (words []string, alternative string) {
	t.Helper()
	o := Options{Kind: Slide, Size: Size{Width: 1600, Height: 900, Density: 1}, Scene: sceneIn([]scene.Step{x}, 0)}
	by := state.Default().Person
	by.Theme = state.Light
	j, err := newJob(r, seen(x, by), o)
	if err != nil {
		t.Fatal(err)
	}
	on := &saying{density: j.options.Size.Density}
	if err := j.compose(context.Background(), on); err != nil {
		t.Fatal(err)
	}
	return on.texts, j.words.Description
}

// What the caption of a scene says of a chart stands in it once.
func TestFindingIsSaidOnce(t *testing.T) {
	t.Parallel()
	r, p := shippedRoom(t), i18n.For("en")
	s := scene.Opening(r.Data)
	s.Lang = "en"
	charts := 0
	for _, x := range scene.Deck(r, s, p) {
		s.View = x.View
		finding := scene.Count(r, scene.Select(r.Data, s), s, p).Finding()
		if !slices.Contains(x.Panes.Parts(), "chart") || !strings.Contains(x.Caption, finding) {
			continue
		}
		charts++
		first := strings.Fields(finding)
		begun := strings.Join(first[:min(8, len(first))], " ") // a note may count the same points
		words, _ := drawnTexts(t, r, x)
		if said := strings.Count(strings.Join(words, " "), begun); said != 1 {
			t.Errorf("%s: %q is said %d times in %q", x.Title, begun, said, words)
		}
		x.Caption = "Look."
		if words, _ = drawnTexts(t, r, x); !strings.Contains(strings.Join(words, " "), begun) {
			t.Errorf("%s: without the caption nothing says %q", x.Title, begun)
		}
	}
	if charts == 0 {
		t.Error("no caption says what a chart shows")
	}
}

// What a page hides is neither drawn on it nor said in its alternative text; the
// page that shows it does both.
func TestHiddenIsNowhere(t *testing.T) {
	r := shippedRoom(t)
	var states, places, domains []string
	for i := range r.Data.Countries {
		states = append(states, r.Data.Countries[i].Name.In("en"))
	}
	for i := range r.Data.Meetings {
		if p := r.Data.Place(r.Data.Meetings[i].Place); p != nil {
			places = append(places, p.Name.In("en"))
		}
	}
	for i := range r.Data.Domains {
		domains = append(domains, r.Data.Domains[i].Name.In("en"))
	}
	number := regexp.MustCompile(`^[1-9][0-9]{0,2}$`)
	is := func(list []string) func(string) bool {
		return func(text string) bool {
			return slices.ContainsFunc(list, func(name string) bool { return strings.EqualFold(text, name) })
		}
	}
	for part, secret := range map[string]func(string) bool{
		state.HideStates: is(states), state.HideNames: is(places), state.HideLabels: is(domains), state.HideValues: number.MatchString,
		state.HideMarkers: number.MatchString,
		state.HideCaption: is([]string{"What they said."}),
	} {
		x := scene.Step{View: state.Default().View, Panes: scene.MapAndChart, Title: "Look", Caption: "What they said.", Hidden: state.Hidden(part)}
		if part == state.HideMarkers {
			x.Panes = scene.MapPane
		}
		pages := scene.Pages([]scene.Step{x})
		words, said := drawnTexts(t, r, pages[0])
		for _, text := range words {
			if secret(text) {
				t.Errorf("%s is hidden, and %q is drawn among %q", part, text, words)
			}
		}
		for _, name := range slices.Concat(states, places, domains) {
			if state.Hidden(part).Panes() && name != "" && strings.Contains(said, name) && !strings.Contains(scene.BoundaryNote(r, i18n.For("en")), name) {
				t.Errorf("%s is hidden, and the alternative text says %q: %s", part, name, said)
			}
		}
		words, _ = drawnTexts(t, r, pages[1])
		if !slices.ContainsFunc(words, secret) {
			t.Errorf("%s is nowhere on the page that shows it: %q", part, words)
		}
	}
}

// A lesson in a folder has what is hidden in no file of the page that hides it: no
// rows, no numbers; the lesson itself comes back as it was.
func TestHiddenPagesInAFolder(t *testing.T) {
	r := shippedRoom(t)
	v := state.Default().View
	steps := []scene.Step{
		{View: v, Panes: scene.ChartPane, Title: "Guess", Caption: "Zebra.", Hidden: "caption,values,labels", Question: scene.Question{Text: "Which is longest?", Answer: "Yak."}},
		{View: v, Panes: scene.MapPane, Title: "After"},
	}
	dir := filepath.Join(t.TempDir(), "box")
	by := state.Default().Person
	by.Theme = state.Light
	l := &Script{Title: "T", Steps: steps, By: by}
	if err := WriteScript(context.Background(), dir, false, r, l, LessonOptions{Options: Options{Size: Size{Width: 800, Height: 450, Density: 1}}}); err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	hidden, shown := read("scene-01.alt.txt"), read("scene-02.alt.txt")
	if !strings.Contains(hidden, "Which is longest?") || strings.Contains(hidden, "Zebra") || strings.Contains(hidden, "Yak") || strings.Contains(hidden, "Trade") {
		t.Errorf("the page that asks says %q", hidden)
	}
	if !strings.Contains(shown, "Zebra") || !strings.Contains(shown, "Yak") || !strings.Contains(shown, "Trade") {
		t.Errorf("the page that answers says %q", shown)
	}
	if _, err := os.Stat(filepath.Join(dir, "scene-01.csv")); err == nil {
		t.Error("the numbers lie beside the page that hides them")
	}
	if read("scene-02.csv") == "" || read("scene-03.png") == "" {
		t.Error("pages are missing")
	}
	for name, want := range map[string]bool{"scene-01.png": false, "scene-02.png": true} {
		in, err := Read(strings.NewReader(read(name)))
		if got := in.Evidence != nil; err != nil || got != want {
			t.Errorf("%s: evidence %v, %v", name, got, err)
		}
	}
	back, err := ReadLesson(strings.NewReader(read(LessonName)))
	if err != nil || len(back.Scenes) != 2 || back.Scenes[0].Reveals != "caption,values,labels" {
		t.Errorf("the lesson comes back as %+v, %v", back, err)
	}
}

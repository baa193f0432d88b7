package export_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// marked is a lesson of two scenes: a line across the middle of the second pane of the
// first, in the first pen, and nothing on the second, which hides values and was drawn
// on afterwards.
const marked = `{"c5lesson":1,"title":"M","scenes":[
	{"title":"Drawn on","panes":"map+chart","caption":"Look.","view":{"status":""},"strokes":[{"pane":2,"points":[0.1,0.5,0.9,0.5]}]},
	{"title":"Guess","panes":"chart","caption":"Look.","view":{"status":""},"reveals":"values","question":{"text":"How many?"},"strokes":[{"pane":1,"pen":1,"points":[0.2,0.2,0.8,0.2]}]}]}`

// penned counts the pixels of the colour of a pen.
func penned(img image.Image, pen int) (n int, box image.Rectangle) {
	want := scene.PaletteFor(state.Light).Pen(pen)
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) == want {
				n++
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return n, box
}

// What was drawn over a scene is in its picture, where it was drawn, and in words beside
// it; not on a page that hides something, nor on the worksheet; and the rows in the
// picture stay what they were.
func TestStrokesArePrinted(t *testing.T) {
	t.Parallel()
	l, o := script(t, marked, "en")
	o.Worksheet = true
	with := unzipped(t, handed(t, "m.zip", l, o))
	bare := *l
	bare.Steps = append([]scene.Step(nil), l.Steps...)
	for i := range bare.Steps {
		bare.Steps[i].Strokes = nil
	}
	without := unzipped(t, handed(t, "m.zip", &bare, o))
	for i, want := range []int{0, -1, 1} { // the pen on each page
		name := fmt.Sprintf("scene-%02d", i+1)
		img, err := png.Decode(strings.NewReader(with[name+".png"]))
		if err != nil {
			t.Fatal(err)
		}
		says := strings.Contains(with[name+".alt.txt"], "With handwritten marks.")
		for pen := range 2 {
			n, box := penned(img, pen)
			switch {
			case pen != want && n > 20:
				t.Errorf("%s: pen %d is there, at %v", name, pen, box)
			case pen == want && (n < 200 || box.Dy() > 12 || box.Dx() < 150):
				t.Errorf("%s: pen %d has %d pixels at %v", name, pen, n, box)
			}
		}
		if says != (want >= 0) {
			t.Errorf("%s: its words are %q", name, with[name+".alt.txt"])
		}
		if (with[name+".png"] == without[name+".png"]) != (want < 0) || with[name+".csv"] != without[name+".csv"] {
			t.Errorf("%s: its picture or its numbers are not as without strokes", name)
		}
		one, err := export.Read(strings.NewReader(with[name+".png"]))
		if err != nil {
			t.Fatal(err)
		}
		two, err := export.Read(strings.NewReader(without[name+".png"]))
		if err != nil {
			t.Fatal(err)
		}
		if one.Evidence == nil || two.Evidence == nil {
			if i != 1 || one.Evidence != two.Evidence {
				t.Errorf("%s: it has no evidence", name)
			}
			continue // the page that hides something has none
		}
		if fmt.Sprint(one.Tables, string(one.View)) != fmt.Sprint(two.Tables, string(two.View)) {
			t.Errorf("%s: strokes change the evidence", name)
		}
	}
	if with["worksheet.pdf"] != without["worksheet.pdf"] {
		t.Error("strokes are on the worksheet, which the class is to mark")
	}
	if with["handout.pdf"] == without["handout.pdf"] {
		t.Error("the handout has none")
	}
	again, err := export.ReadLesson(strings.NewReader(with["lesson.json"]))
	if err != nil || len(again.Scenes[0].Strokes) != 1 || again.Scenes[0].Strokes[0].Pane != 2 {
		t.Errorf("%v: the lesson in the box has %+v", err, again.Scenes)
	}
}

// The page of a handout has the strokes, as another program draws it.
func TestStrokesInTheHandout(t *testing.T) {
	t.Parallel()
	ppm := tool(t, "pdftoppm")
	l, o := script(t, marked, "uk")
	o.Handout.PerPage = 1
	path := filepath.Join(t.TempDir(), "h.pdf")
	if err := os.WriteFile(path, handed(t, "h.pdf", l, o), 0o600); err != nil {
		t.Fatal(err)
	}
	for page, want := range map[int]int{1: 0, 3: 1} {
		img, err := png.Decode(bytes.NewReader(ppm(nil, "-png", "-r", "150", "-f", strconv.Itoa(page), "-l", strconv.Itoa(page), path)))
		if err != nil {
			t.Fatal(err)
		}
		if n, box := penned(img, want); n < 150 {
			t.Errorf("page %d has %d pixels of pen %d, at %v", page, n, want, box)
		}
	}
}

// Strokes come back as they were written, an older file has none, and what no hand can
// have drawn is refused in a sentence that names its scene.
func TestStrokesOfAFile(t *testing.T) {
	t.Parallel()
	l, err := export.ReadLesson(strings.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := export.WriteLesson(&b, l); err != nil {
		t.Fatal(err)
	}
	again, err := export.ReadLesson(&b)
	if err != nil || fmt.Sprint(again) != fmt.Sprint(l) || len(l.Scenes[1].Strokes[0].Points) != 2 {
		t.Errorf("%v: %+v, want %+v", err, again, l)
	}
	many := strings.TrimSuffix(strings.Repeat(`{"points":[0,0]},`, scene.MaxStrokes+1), ",")
	long := `{"points":[` + strings.TrimSuffix(strings.Repeat("0.5,", 2*scene.MaxPoints+2), ",") + `]}`
	for strokes, want := range map[string]string{
		many: "301 strokes", long: "points", `{"points":[NaN,0]}`: "", `{"points":[1e999,0]}`: "", `{"points":[1e300,0]}`: "far off", `{"points":[0.5]}`: "two for each",
		`{"points":[]}`: "two for each", `{}`: "two for each", `{"pane":3,"points":[0,0]}`: "pane 3", `{"pane":-1,"points":[0,0]}`: "pane -1", `{"pen":4,"points":[0,0]}`: "pen 4",
		`{"hidden":"all","points":[0,0]}`: "can not be revealed", `{"points":"0 0"}`: "", `7`: "",
	} {
		_, err := export.ReadLesson(strings.NewReader(`{"scenes":[{"view":{}},{"view":{},"strokes":[` + strokes + `]}]}`))
		if !errors.Is(err, export.ErrLesson) || want != "" && (!strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "scene 2")) {
			t.Errorf("%.60s: %v", strokes, err)
		}
	}
	if _, err := l.Steps(room(), i18n.For("en")); err != nil {
		t.Error(err)
	}
}

// A dot that a hand set on a town is on that town in a picture of any size, wherever
// its map looks; of another camera, too.
func TestStrokesLieOnTheLand(t *testing.T) {
	t.Parallel()
	rm := room()
	astana := orb.Point{71.43, 51.13}
	for _, at := range []state.Camera{{}, {Lon: 75, Lat: 45, Span: 2500}} {
		v := state.Default()
		v.Theme, v.Lang, v.Camera = state.Light, "en", at
		home := scene.Home(rm, v.View)
		x, y := home.ToScreen(astana)
		step := scene.Step{Title: "T", View: v.View, Panes: scene.MapAndChart, Strokes: []scene.Stroke{{Pane: 1, Points: []orb.Point{{x / home.Width, y / home.Height}}}}}
		for _, size := range []export.Size{{Width: 1920, Height: 1080, Density: 1.8}, {Width: 900, Height: 900, Density: 1}} {
			img, set, err := export.PreviewSlide(t.Context(), rm, v, export.Options{Kind: export.Slide, Size: size, NoData: true, Scene: &export.SceneOf{Step: step, N: 1, Total: 1}}, 2000)
			if err != nil {
				t.Fatal(err)
			}
			_, box := penned(img, 0)
			pane := set.Panes[0]
			x, y := pane.View.ToScreen(astana)
			fine := float64(pane.Box.Dx()) / pane.View.Width
			x, y = x*fine+float64(pane.Box.Min.X), y*fine+float64(pane.Box.Min.Y)
			if got := box.Min.Add(box.Max).Div(2); math.Abs(float64(got.X)-x) > 3 || math.Abs(float64(got.Y)-y) > 3 || box.Dx() > 20 {
				t.Errorf("camera %+v, %dx%d: the dot is at %v, the town at %.0f, %.0f", at, size.Width, size.Height, box, x, y)
			}
		}
	}
}

package export

import (
	"image"
	"image/draw"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
)

// The definitions of a picture's terms stand under it and in its alternative
// text, whole or not at all; without them nothing changes.
func TestDefinitionsUnderThePicture(t *testing.T) {
	t.Parallel()
	room := shippedRoom(t)
	for _, kind := range []Kind{Chart, Map} {
		for _, lang := range []string{"en", "uk", "ru"} {
			s := room.Opening()
			s.Lang = lang
			o := Options{Kind: kind, Size: Size{Width: 1000, Height: 600, Density: 1}, NoData: true, Extras: Extras{Definitions: true}}
			with, err := Draw(t.Context(), room, s, o)
			if err != nil {
				t.Fatal(err)
			}
			o.Definitions = false
			without, err := Draw(t.Context(), room, s, o)
			if err != nil {
				t.Fatal(err)
			}
			if with.Image.Rect != without.Image.Rect {
				t.Errorf("%s, %s: the page is %v, not %v", kind, lang, with.Image.Rect, without.Image.Rect)
			}
			said := strings.TrimPrefix(with.Description, without.Description)
			statement := term(room.Data, "statement")
			if !strings.Contains(said, statement.Definition.In(lang)) {
				t.Errorf("%s, %s: it does not say what a statement is: %q", kind, lang, said)
			}
			j, err := newJob(room, s, Options{Kind: kind, Size: o.Size, Extras: Extras{Definitions: true}})
			if err != nil {
				t.Fatal(err)
			}
			strip := image.Rect(0, j.page().Max.Y, 1000, 600)
			if strip.Dy() < 30 || strip.Dy() > 240 {
				t.Errorf("%s, %s: they take %d of 600", kind, lang, strip.Dy())
			}
			if ink := inked(with.Image, strip); ink == 0 {
				t.Errorf("%s, %s: nothing is written there", kind, lang)
			}
		}
	}
	s := room.Opening()
	low, err := newJob(room, s, Options{Kind: Chart, Size: Size{Width: 400, Height: 60, Density: 1}, Extras: Extras{Definitions: true}})
	if err != nil {
		t.Fatal(err)
	}
	if low.below != 0 {
		t.Errorf("a page without room gives them %d", low.below)
	}
	if s.Page != "" || state.Default().Page != "" {
		t.Error("the opening view has a page")
	}
}

func term(d *dataset.Dataset, id string) dataset.Term {
	for _, t := range d.Terms {
		if t.ID == id {
			return t
		}
	}
	return dataset.Term{}
}

// inked counts the dark pixels of a part of a picture.
func inked(pic draw.Image, box image.Rectangle) int {
	n := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if r, _, _, _ := pic.At(x, y).RGBA(); r < 0x8000 {
				n++
			}
		}
	}
	return n
}

package backrow_test

import (
	"image"
	"image/color"
	"testing"

	"c5atlas.org/c5atlas/internal/backrow"
)

func rgb(r, g, b uint8) color.NRGBA { return color.NRGBA{r, g, b, 255} }

// A scene with text of 12 pixels on a screen of 1080 lines, an orange mark on white, and
// red and green categories without pattern has these three faults and no other.
func TestPlanted(t *testing.T) {
	white, black := rgb(255, 255, 255), rgb(0, 0, 0)
	p := &backrow.Page{
		Height: 1080, Lines: 5, Labels: 12,
		Texts: []backrow.Text{{Words: "a title", Size: 60, Ink: black, Ground: white}, {Words: "a note", Size: 12, Ink: black, Ground: white}},
		Fills: [][]backrow.Fill{
			{{Name: "orange", Color: rgb(0xE6, 0x9F, 0x00), Ground: white}},
			{{Name: "red", Color: rgb(0xC0, 0x30, 0x20), Ground: white}, {Name: "green", Color: rgb(0x4E, 0x7A, 0x1E), Ground: white}},
		},
	}
	got := backrow.Check(p)
	want := []struct {
		kind   backrow.Kind
		object string
	}{{backrow.SmallType, "a note"}, {backrow.FaintMark, "orange"}, {backrow.AlikeMarks, "red / green"}}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i, w := range want {
		if got[i].Kind != w.kind || got[i].Object != w.object {
			t.Errorf("%+v, want %v", got[i], w)
		}
	}
	one, two := image.Rect(0, 0, 9, 9), image.Rect(20, 20, 30, 30)
	p.Fills[0][0].Box, p.Fills[1][0].Box, p.Fills[1][1].Box = one, one, two
	if got := backrow.Check(p); got[1].Box != one || got[2].Box != image.Rect(0, 0, 30, 30) {
		t.Errorf("marks are at %v and %v", got[1].Box, got[2].Box)
	}
	p.Fills[1][1].Pattern = 1 // a second channel
	if got := backrow.Check(p); len(got) != 2 {
		t.Errorf("with a pattern: %+v", got)
	}
}

// Each rule holds at its edge.
func TestRules(t *testing.T) {
	white := rgb(255, 255, 255)
	text := func(words string, size float64, ink color.NRGBA) backrow.Page {
		return backrow.Page{Height: 1000, Texts: []backrow.Text{{Words: words, Size: size, Ink: ink, Ground: white}}}
	}
	for name, c := range map[string]struct {
		p    backrow.Page
		want backrow.Kind
	}{
		"a fiftieth":          {text("a", 20, rgb(0, 0, 0)), ""},
		"less":                {text("a", 19, rgb(0, 0, 0)), backrow.SmallType},
		"Han at a fiftieth":   {text("中国", 20, rgb(0, 0, 0)), backrow.SmallType},
		"Han at a fortieth":   {text("中国", 25, rgb(0, 0, 0)), ""},
		"4.48:1":              {text("a", 20, rgb(0x77, 0x77, 0x77)), ""}, // #777 on white, 4.48:1, is within the rounding
		"4.0:1":               {text("a", 20, rgb(0x80, 0x80, 0x80)), backrow.FaintText},
		"4.0:1, large":        {text("a", 34, rgb(0x80, 0x80, 0x80)), ""},
		"eight lines":         {backrow.Page{Lines: 8}, ""},
		"nine lines":          {backrow.Page{Lines: 9}, backrow.TooManyWords},
		"thirteen labels":     {backrow.Page{Labels: 13}, backrow.TooManyLabels},
		"five passages":       {backrow.Page{Passages: 5}, backrow.TooManyTexts},
		"the same once again": {backrow.Page{Repeats: true}, backrow.NoChange},
	} {
		got := backrow.Check(&c.p)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || got[0].Kind != c.want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// The ratios are those that the tables of the palette's authors give on white
// (research/anchors.md 3.6, computed apart from this program).
func TestContrast(t *testing.T) {
	for c, want := range map[color.NRGBA]float64{
		rgb(0xE6, 0x9F, 0x00): 2.3, rgb(0x56, 0xB4, 0xE9): 2.3, rgb(0x00, 0x9E, 0x73): 3.4, rgb(0xF0, 0xE4, 0x42): 1.3, rgb(0x00, 0x72, 0xB2): 5.2,
		rgb(0xD5, 0x5E, 0x00): 3.9, rgb(0xCC, 0x79, 0xA7): 3.1, rgb(0x00, 0x44, 0x88): 9.6, rgb(0x33, 0x22, 0x88): 12.2,
	} {
		if got := backrow.Contrast(c, rgb(255, 255, 255)); got < want-0.06 || got > want+0.06 {
			t.Errorf("%v has %.2f, want %.1f", c, got, want)
		}
	}
}

// Colours are seen as two other programs that use the same paper see them, to a step
// of sRGB.
func TestVisions(t *testing.T) {
	for in, want := range map[color.NRGBA][3]color.NRGBA{
		rgb(0xFF, 0, 0):       {rgb(0x6D, 0x5F, 0), rgb(0xA3, 0x90, 0), rgb(0xFF, 0, 0x0F)},
		rgb(0, 0xFF, 0):       {rgb(0xFF, 0xE5, 0), rgb(0xEF, 0xD6, 0x3A), rgb(0, 0xF7, 0xD9)},
		rgb(0, 0, 0xFF):       {rgb(0, 0x59, 0xFF), rgb(0, 0x3D, 0xFB), rgb(0, 0x6B, 0x96)},
		rgb(0xCD, 0x4B, 0x0A): {rgb(0x71, 0x63, 0), rgb(0x91, 0x81, 0), rgb(0xE2, 0x25, 0x41)},
		rgb(0x5D, 0x99, 0xD2): {rgb(0x81, 0x9B, 0xD5), rgb(0x72, 0x8F, 0xD1), rgb(0, 0xA6, 0xAD)},
	} {
		for i, v := range backrow.Visions()[1:] {
			got := v.See(in)
			for _, d := range []int{int(got.R) - int(want[i].R), int(got.G) - int(want[i].G), int(got.B) - int(want[i].B)} {
				if d < -1 || d > 1 {
					t.Errorf("%s sees %v as %v, want %v", v.Name, in, got, want[i])
				}
			}
		}
	}
}

package export_test

import (
	"bytes"
	"context"
	"image/color"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/pairs"
)

// A map that is small, narrow or low has a legend: all names of levels of the raw table
// that have a meeting at a place. Only where a picture is smaller than any paper some are
// left out.
func TestSmallMapsHaveALegend(t *testing.T) {
	t.Parallel()
	met := map[string]bool{}
	for _, x := range rows(t, "meetings.csv") {
		if x["place"] != "" && x["mode"] != "online" {
			met[x["level"]] = true
		}
	}
	for i, sizeName := range []string{"300x400", "320x480", "300x1200", "400x400", "500x350", "450x900", "600x600", "960x600"} {
		for k, lang := range []string{"en", "uk", "ru"} {
			if !pairs.Turn(k, 3, i) {
				continue
			}
			if sizeName == "300x400" && lang == "ru" {
				continue // an SVG leaves letters more room, since others may set them: its legend has no room there for the last of them
			}
			s := state.Default()
			s.Lang = lang
			var b bytes.Buffer
			if err := export.WriteSVG(t.Context(), &b, room(), s, export.Options{Kind: export.Map, Size: size(t, sizeName, 1)}); err != nil {
				t.Fatal(err)
			}
			all := lettering(t, b.Bytes())
			for _, x := range rows(t, "codes.csv") {
				column := "name"
				if lang != "en" {
					column += "@" + lang
				}
				if x["list"] == "level" && met[x["code"]] && x[column] != "" && !strings.Contains(all, x[column]) {
					t.Errorf("%s, %s: no row of the legend is %q:\n%s", sizeName, lang, x[column], all)
				}
			}
		}
	}
}

// The paper of a high map, beyond the pole and the southern end of the sheet, is in one
// place, where the legend is: none lies over the earth.
func TestNoPaperOverTheEarth(t *testing.T) {
	t.Parallel()
	for _, sizeName := range []string{"300x1200", "320x1000", "400x1600"} {
		pic, err := export.Draw(context.Background(), room(), state.Default(), export.Options{Kind: export.Map, Size: size(t, sizeName, 1)})
		if err != nil {
			t.Fatal(err)
		}
		// Down the middle of the map, from its upper edge: the sea or land come before paper does.
		paper := pic.Image.RGBAAt(3, 3)
		x, y := pic.Image.Rect.Dx()/2, pic.Image.Rect.Dy()/2
		for y > 0 && pic.Image.RGBAAt(x, y) == paper {
			y--
		}
		run := 0
		for ; y > 130 && run < 12; y-- {
			if pic.Image.RGBAAt(x, y) == (color.RGBA{paper.R, paper.G, paper.B, paper.A}) {
				run++
			} else {
				run = 0
			}
		}
		if run >= 12 {
			t.Errorf("%s: paper at %d,%d, over the earth", sizeName, x, y)
		}
	}
}

package maps

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/draw"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestSVGIsWellFormed(t *testing.T) {
	t.Parallel()
	var buf bytes.Buffer
	m := fullMap(t, 800, 500, 1)
	m.Furniture.Legend = nil
	m.Markers[0].Label = `A <b> & "c"`
	if err := SVG(t.Context(), &buf, m, 0, 0); err != nil {
		t.Fatal(err)
	}
	texts := map[string]bool{}
	count := map[string]int{}
	dec := xml.NewDecoder(&buf)
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			count[tok.Name.Local]++
		case xml.CharData:
			texts[strings.TrimSpace(string(tok))] = true
		}
	}
	for _, want := range []string{"CHINA", "KAZAKHSTAN", "Almaty", `A <b> & "c"`} {
		if !texts[want] {
			t.Errorf("no text %q", want)
		}
	}
	if count["image"] != 1 || count["pattern"] == 0 || count["path"] < 50 {
		t.Errorf("elements: %v", count)
	}
}

// TestContoursStayInTheWindow: shapes are cut, give or take the width of a
// stroke, and what is written ends where they do.
func TestContoursStayInTheWindow(t *testing.T) {
	t.Parallel()
	pic, _, err := Record(t.Context(), fullMap(t, 400, 300, 1))
	if err != nil {
		t.Fatal(err)
	}
	for i := range pic.Steps {
		st := &pic.Steps[i]
		for _, c := range st.contours(pic, 10) {
			for _, p := range c.points {
				if p[0] < -10.01 || p[1] < -10.01 || p[0] > 410.01 || p[1] > 310.01 {
					t.Fatalf("%s: %v", st.Layer, p)
				}
			}
			last := c.points[len(c.points)-1]
			if x, y, ok := pathEnd(t, string(appendPath(nil, c))); ok && (math.Abs(x-last[0]) > 0.11 || math.Abs(y-last[1]) > 0.11) {
				t.Fatalf("%s: the path ends at %v, %v, not %v", st.Layer, x, y, last)
			}
		}
	}
}

// pathEnd walks path data to the last point, in device pixels.
func pathEnd(t *testing.T, d string) (x, y float64, ok bool) {
	t.Helper()
	fields := strings.Fields(strings.NewReplacer("M", " ", "l", " ", "z", " ", "-", " -").Replace(d))
	for i := 0; i+1 < len(fields); i += 2 {
		dx, err1 := strconv.ParseFloat(fields[i], 64)
		dy, err2 := strconv.ParseFloat(fields[i+1], 64)
		if err1 != nil || err2 != nil {
			t.Fatalf("path %.60q", d)
		}
		x, y, ok = x+dx/svgUnits, y+dy/svgUnits, true
	}
	return x, y, ok
}

// The overlay of the relief, laid over a picture without it, gives the picture
// with it.
func TestOverlay(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 500, 320, 1)
	m.Labels, m.Markers, m.Links, m.Furniture = nil, nil, nil, Furniture{}
	if m.Style.ReliefStrength == 0 {
		t.Fatal("the style has no relief")
	}
	pic, _, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(pic.Steps, func(s Step) bool { return s.Kind == StepShade })
	paint := func(steps []Step) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, 500, 320))
		if err := drawImage(t.Context(), img, &Picture{Width: 500, Height: 320, Density: 1, Steps: steps}); err != nil {
			t.Fatal(err)
		}
		return img
	}
	want, got := paint(pic.Steps[:at+1]), paint(pic.Steps[:at])
	plain := paint(pic.Steps[:at])
	draw.Draw(got, got.Rect, pic.Steps[at].overlay(pic), image.Point{}, draw.Over)
	shaded := 0
	for i, v := range want.Pix {
		if want.Pix[i/4*4] == plain.Pix[i/4*4] {
			continue // sea, or level ground
		}
		shaded++
		if d := int(v) - int(got.Pix[i]); d > 8 || d < -8 {
			t.Fatalf("pixel %d, %d: %d, want %d", i/4%500, i/4/500, got.Pix[i], v)
		}
	}
	if shaded < 20000 {
		t.Errorf("only %d values are shaded", shaded)
	}
}

package maps

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestSVGIsWellFormed(t *testing.T) {
	t.Parallel()
	var buf bytes.Buffer
	m := fullMap(t, 800, 500, 1)
	m.Furniture.Legend = nil
	m.Markers[0].Label = `A <b> & "c"`
	if err := SVG(t.Context(), &buf, m); err != nil {
		t.Fatal(err)
	}
	texts := map[string]bool{}
	count := map[string]int{}
	dec := xml.NewDecoder(&buf)
	for {
		tok, err := dec.Token()
		if err == io.EOF {
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
	if count["image"] > 0 || count["pattern"] == 0 || count["path"] < 50 {
		t.Errorf("elements: %v", count)
	}
}

// TestSVGStaysInTheWindow: shapes are cut, give or take the width of a stroke.
func TestSVGStaysInTheWindow(t *testing.T) {
	t.Parallel()
	pic, _, err := Record(t.Context(), fullMap(t, 400, 300, 1))
	if err != nil {
		t.Fatal(err)
	}
	s := svgWriter{pic: pic}
	for i := range pic.Steps {
		st := &pic.Steps[i]
		if st.Kind != StepFill && st.Kind != StepStroke {
			continue
		}
		d := strings.NewReplacer("M", " ", "L", " ", "Z", " ").Replace(s.path(st, 10))
		for k, f := range strings.Fields(d) {
			limit := 400.0
			if k%2 == 1 {
				limit = 300
			}
			var v float64
			if _, err := fmt.Sscan(f, &v); err != nil || v < -10.01 || v > limit+10.01 {
				t.Fatalf("%s: coordinate %q", st.Layer, f)
			}
		}
	}
}

package maps

import (
	"bytes"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/elements"
)

func TestSVGIsWellFormed(t *testing.T) {
	t.Parallel()
	var buf bytes.Buffer
	m := fullMap(t, 800, 500, 1)
	m.Furniture.Legend = nil
	m.Markers[0].Label = `A <b> & "c"`
	doc := draw.NewSVG(800, 500, "", "", "")
	if err := doc.Put(t.Context(), record(t, m), 0, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := doc.WriteTo(&buf); err != nil {
		t.Fatal(err)
	}
	texts := map[string]bool{}
	count := map[string]int{}
	for _, e := range elements.Of(t, &buf) {
		count[e.Name.Local]++
		texts[strings.TrimSpace(e.Text)] = true
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

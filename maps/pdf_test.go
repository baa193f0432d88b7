package maps

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/names"
)

func pdfPages(t *testing.T, m *Map) []byte {
	t.Helper()
	doc := draw.NewPDF(draw.PDFOptions{})
	for _, width := range []float64{m.View.Width, m.View.Width - 30, m.View.Width} { // two reliefs, one of them twice
		m := *m
		m.View.Width = width
		doc.AddPage(600, 400)
		if err := doc.Put(t.Context(), record(t, &m), 10, 10, 0.5); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if _, err := doc.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A map as PDF is the same each time, of a reasonable size, and its names are
// found: spaced, turned, broken into lines, in Cyrillic.
func TestPDF(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 1000, 640, 1)
	m.Labels = names.Labels(testNames(t), "uk", "2020-07-16")
	m.Labels = append(m.Labels, names.Label{ID: "x", Text: "Назва (довга) \\ 𝔘", Kind: names.City, LonLat: orb.Point{95, 44}})
	one := pdfPages(t, m)
	small := fullMap(t, 420, 300, 1)
	again := pdfPages(t, small)
	for range 4 { // what depends on the order of a map may be right by chance
		if !bytes.Equal(again, pdfPages(t, small)) {
			t.Fatal("two runs differ")
		}
	}
	if len(one) > 3<<20 {
		t.Errorf("%d bytes", len(one))
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: names were not read back")
	}
	cmd := exec.CommandContext(t.Context(), "pdftotext", "-", "-")
	cmd.Stdin = bytes.NewReader(one)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"КАЗАХСТАН", "КИТАЙ", "Алмати", "Symbols", "Назва (довга) \\", "Boundaries, names and dashed lines do not imply"} {
		if n := strings.Count(string(out), want); n == 0 {
			t.Errorf("pdftotext does not find %q", want)
		}
	}
	if n := strings.Count(string(out), "Алмати"); n != 3 { // once a page
		t.Errorf("Алмати is found %d times", n)
	}
}

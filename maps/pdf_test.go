package maps

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/maps/names"
)

func pdfPages(t *testing.T, m *Map) []byte {
	t.Helper()
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 600, Ht: 400}})
	doc.SetCreationDate(time.Unix(0, 0))
	doc.SetModificationDate(time.Unix(0, 0))
	doc.SetCatalogSort(true)
	doc.AddPage()
	pages := NewPDF(doc, "")
	for _, width := range []float64{m.View.Width, m.View.Width - 30, m.View.Width} { // two reliefs, one of them twice
		m := *m
		m.View.Width = width
		if err := pages.Draw(t.Context(), &m, 10, 10, 0.5); err != nil {
			t.Fatal(err)
		}
		doc.AddPage()
	}
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
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
	m.Labels = append(m.Labels, names.Label{ID: "x", Text: "Назва (довга) \\ 𝔘", Kind: names.City, LonLat: orb.Point{60, 46}})
	one := pdfPages(t, m)
	for range 4 { // what depends on the order of a map may be right by chance
		if !bytes.Equal(one, pdfPages(t, m)) {
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

func TestPDFStops(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	doc := fpdf.New("P", "pt", "A4", "")
	doc.AddPage()
	if err := NewPDF(doc, "").Draw(ctx, fullMap(t, 300, 200, 1), 0, 0, 1); !errors.Is(err, ctx.Err()) {
		t.Errorf("Draw = %v", err)
	}
}

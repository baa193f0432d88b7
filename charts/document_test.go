package charts

import (
	"bytes"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/elements"
)

// As SVG a chart is well-formed and holds every text as text, and the names of its
// marks.
func TestInSVG(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		c := sample()
		c.Title += ` <script>"&'`
		r, l := record(c, Size{800, 480, 16})
		doc := draw.NewSVG(800, 480, "t", "d", "uk")
		if err := doc.Put(t.Context(), r.pic, 0, 0); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := doc.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		texts := map[string][]string{}
		for _, e := range elements.Of(t, &b) {
			texts[e.Name.Local] = append(texts[e.Name.Local], e.Text)
		}
		var want []string
		for _, text := range r.texts {
			want = append(want, text.text)
		}
		if !slices.Equal(texts["text"], want) {
			t.Errorf("%s: texts are %q, want %q", name, texts["text"], want)
		}
		for _, m := range l.Marks {
			if c.Kind == Bars && !m.Total && m.Folded == 0 && m.Value > 0 && !slices.Contains(texts["title"], m.Name) {
				t.Errorf("%s: no title %q", name, m.Name)
			}
		}
	}
}

// A number keeps the end that stands beside its mark, in whatever face it is set:
// what stands left of a dot ends there.
func TestAnchors(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]*Chart{"compare": compareChart(), "timeline": timelineChart(), "matrix": matrixChart()} {
		r, l := record(c, Size{960, 600, 1})
		for i := range r.pic.Steps {
			set := r.pic.Steps[i].Text
			if set == nil || set.Anchor != draw.Start {
				continue
			}
			text := r.texts[slices.IndexFunc(r.texts, func(s recordedText) bool { return s.step == i })]
			for _, m := range l.Marks {
				if near := m.X - text.right(); !m.Total && m.Y < text.bottom() && text.y < m.Y+m.H && near > 0 && near < 8 && c.Kind == Compare {
					t.Errorf("%s: %q ends %.1f before %s but is held at its beginning", name, text.text, near, m.Name)
				}
				if mid := text.x + text.w/2 - m.X - m.W/2; c.Kind == Grid && !m.Total && m.Y < text.y && text.bottom() < m.Y+m.H && mid < 0.5 && mid > -0.5 {
					t.Errorf("%s: %q in the middle of %s is held at its beginning", name, text.text, m.Name)
				}
			}
		}
	}
}

// Where poppler is installed, it reads the texts of a PDF back.
func TestInPDF(t *testing.T) {
	t.Parallel()
	c := longChart()
	r, _ := record(c, Size{960, 540, 16})
	doc := draw.NewPDF(draw.PDFOptions{})
	doc.AddPage(720, 405)
	if err := doc.Put(t.Context(), r.pic, 0, 0, 0.75); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := doc.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 200_000 {
		t.Errorf("%d bytes: faces are not cut to the letters used", b.Len())
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: texts were not read back")
	}
	cmd := exec.CommandContext(t.Context(), "pdftotext", "-layout", "-", "-")
	cmd.Stdin = &b
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{c.Subtitle, "Підлягає підписанню", "взаємопов’язаності"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("pdftotext does not find %q", want)
		}
	}
}

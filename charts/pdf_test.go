package charts

import (
	"bytes"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/assets"
)

func TestPDF(t *testing.T) {
	t.Parallel()
	o := PDFOptions{Regular: assets.FontRegular(), Bold: assets.FontBold(), Author: "C+C5 Atlas"}
	for name, sample := range samples {
		c := sample()
		c.Lang = "uk"
		var a, b bytes.Buffer
		if err := PDF(&a, c, Size{800, 480, 1}, o); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := PDF(&b, c, Size{800, 480, 2}, o); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two runs differ", name)
		}
		if a.Len() > 200_000 {
			t.Errorf("%s: %d bytes: faces are not cut to the letters used", name, a.Len())
		}
	}
	if err := PDF(io.Discard, domainsChart(), Size{800, 480, 1}, PDFOptions{}); err == nil {
		t.Error("PDF without faces: no error")
	}
	if err := PDF(brokenWriter{}, domainsChart(), Size{800, 480, 1}, o); !errors.Is(err, errBroken) {
		t.Errorf("PDF = %v, want %v", err, errBroken)
	}
}

// Where poppler is installed, it reads the texts back.
func TestPDFText(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Log("pdftotext is not installed: texts were not read back")
		return
	}
	var b bytes.Buffer
	c := longChart()
	if err := PDF(&b, c, Size{960, 540, 1}, PDFOptions{Regular: assets.FontRegular(), Bold: assets.FontBold()}); err != nil {
		t.Fatal(err)
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

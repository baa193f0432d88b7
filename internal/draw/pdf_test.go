package draw

import (
	"bytes"
	"context"
	"errors"
	"testing"
)

// TestPDF is read back where poppler is installed; see maps for real pictures.
func TestPDF(t *testing.T) {
	t.Parallel()
	write := func() []byte {
		doc := NewPDF(PDFOptions{Title: "Назва", Lang: "uk"})
		for _, density := range []float64{1, 2, 1} {
			doc.AddPage(595, 842)
			if err := doc.Put(t.Context(), everything(t, density), 40, 40, 0.75); err != nil {
				t.Fatal(err)
			}
		}
		var b bytes.Buffer
		if _, err := doc.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if one := write(); !bytes.Equal(one, write()) || !bytes.HasPrefix(one, []byte("%PDF-")) {
		t.Error("two runs differ")
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	doc := NewPDF(PDFOptions{})
	doc.AddPage(100, 100)
	if err := doc.Put(ctx, everything(t, 1), 0, 0, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("Put = %v", err)
	}
	if _, err := doc.WriteTo(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("WriteTo = %v", err)
	}
}

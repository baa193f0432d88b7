package charts

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// A paragraph takes as much room as it says, loses no word where it has that, and
// says with an ellipsis that it has not.
func TestParagraph(t *testing.T) {
	t.Parallel()
	words := strings.Repeat(longUkrainian+". ", 4) + "https://example.org/a/very/long/address/that/has/to/be/broken 中华人民共和国"
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for _, size := range []float64{12, 20, 33} {
		for _, width := range []float64{150, 300, 1200} {
			g := &Paragraph{Text: words, Size: size, Style: &light}
			height := g.Height(width)
			for _, share := range []float64{1, 0.5, 0.1} {
				pic := &draw.Picture{Width: int(width) + 1, Height: int(height*share) + 1, Density: 1}
				g.Draw(pic, width, height*share)
				var set strings.Builder
				for _, s := range read(pic).texts {
					set.WriteString(s.text)
					if s.right() > width+0.01 || s.bottom() > height*share+size*0.3 && share == 1 {
						t.Errorf("%v in %v: %q at %v", size, width, s.text, s.rect)
					}
				}
				got := squeeze(set.String())
				if whole := got == squeeze(words); whole != (share == 1) || !whole && !strings.HasSuffix(got, text.Ellipsis) {
					t.Errorf("%v in %v x %.2f: %q", size, width, share, got)
				}
			}
		}
	}
	if h := (&Paragraph{Size: 20, Style: &light}).Height(100); h != (font{regular, 20, black}).block(1) {
		t.Errorf("an empty paragraph is %v high", h)
	}
}

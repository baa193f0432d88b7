package charts

import (
	"fmt"
	"image/png"
	"io"
	"testing"
)

// Drawing and encoding apart, each kind on a slide and on a 4K screen.
func BenchmarkImage(b *testing.B) {
	for _, name := range []string{"domains", "timeline", "matrix", "multiples", "compare"} {
		for _, s := range []Size{{1920, 1080, 1}, {1920, 1080, 2}} {
			b.Run(fmt.Sprintf("%s/%vx%v", name, s.Width*s.Density, s.Height*s.Density), func(b *testing.B) {
				b.ReportAllocs()
				c := samples[name]()
				for b.Loop() {
					mustImage(b, c, s)
				}
			})
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	for _, s := range []Size{{1920, 1080, 1}, {1920, 1080, 2}} {
		b.Run(fmt.Sprintf("%vx%v", s.Width*s.Density, s.Height*s.Density), func(b *testing.B) {
			img, _, err := Image(domainsChart(), s)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if err := png.Encode(io.Discard, img); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAt(b *testing.B) {
	_, l := record(manyChart(), Size{1920, 1080, 1})
	b.ReportAllocs()
	for b.Loop() {
		l.At(900, 500)
	}
}

package export_test

import (
	"bytes"
	"testing"

	"c5atlas.org/c5atlas/app/export"
)

// BenchmarkExport times every kind at two sizes: drawing, encoding as PNG, and
// the whole of SVG and PDF. The bytes of the file are reported with it.
func BenchmarkExport(b *testing.B) {
	for _, kind := range export.Kinds() {
		for _, name := range []string{"slide", "4k"} { // 1920x1080, 3840x2160
			sz, err := export.ParseSize(name, 1, 0)
			if err != nil {
				b.Fatal(err)
			}
			o := export.Options{Kind: kind, Size: sz}
			run := func(step string, f func(out *bytes.Buffer) error) {
				b.Run(string(kind)+"/"+name+"/"+step, func(b *testing.B) {
					var out bytes.Buffer
					b.ReportAllocs()
					for b.Loop() {
						out.Reset()
						if err := f(&out); err != nil {
							b.Fatal(err)
						}
					}
					b.ReportMetric(float64(out.Len()), "file-B")
				})
			}
			run("draw", func(*bytes.Buffer) error {
				_, err := export.Draw(b.Context(), room(), room().Opening(), o)
				return err
			})
			pic, err := export.Draw(b.Context(), room(), room().Opening(), o)
			if err != nil {
				b.Fatal(err)
			}
			run("encode", func(out *bytes.Buffer) error { return pic.WritePNG(out) })
			if name == "slide" { // vectors have no pixels
				run("svg", func(out *bytes.Buffer) error { return export.WriteSVG(b.Context(), out, room(), room().Opening(), o) })
				run("pdf", func(out *bytes.Buffer) error { return export.WritePDF(b.Context(), out, room(), room().Opening(), o) })
			}
		}
	}
}

package charts

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"testing"
)

// An SVG is well-formed, holds every text as text, and has title, desc and the
// names of its marks.
func TestSVG(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		c := sample()
		c.Title += ` <script>"&'` + "\x00"
		c.Description = "In words"
		c.Lang = "uk"
		s := Size{800, 480, 1}
		var b bytes.Buffer
		if err := SVG(&b, c, s); err != nil {
			t.Fatal(err)
		}
		texts := map[string][]string{}
		var open []string
		for d := xml.NewDecoder(&b); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch v := token.(type) {
			case xml.StartElement:
				open = append(open, v.Name.Local)
			case xml.EndElement:
				open = open[:len(open)-1]
			case xml.CharData:
				if len(open) > 0 {
					texts[open[len(open)-1]] = append(texts[open[len(open)-1]], string(v))
				}
			}
		}
		r, l := record(c, Size{800, 480, svgDensity})
		var want []string
		for _, text := range r.texts {
			want = append(want, string(bytes.ReplaceAll([]byte(text.text), []byte{0}, []byte("\ufffd"))))
		}
		if !slices.Equal(texts["text"], want) {
			t.Errorf("%s: texts are %q, want %q", name, texts["text"], want)
		}
		if !slices.Contains(texts["desc"], "In words") {
			t.Errorf("%s: desc is %q", name, texts["desc"])
		}
		for _, m := range l.Marks {
			if c.Kind == Bars && !m.Total && m.Folded == 0 && m.Value > 0 && !slices.Contains(texts["title"], m.Name) {
				t.Errorf("%s: no title %q", name, m.Name)
			}
		}
	}
}

// Writing fails where the file does.
func TestSVGError(t *testing.T) {
	t.Parallel()
	if err := SVG(brokenWriter{}, domainsChart(), Size{800, 480, 1}); !errors.Is(err, errBroken) {
		t.Errorf("SVG = %v, want %v", err, errBroken)
	}
}

var errBroken = errors.New("disk full")

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

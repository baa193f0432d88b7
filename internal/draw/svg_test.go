package draw

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/internal/elements"
)

// shipped is the face that the atlas embeds.
func shipped(tb testing.TB) *text.Face {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "atlas-regular.ttf"))
	if err != nil {
		tb.Fatal(err)
	}
	f, err := text.Parse(data)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// everything is a picture with a step of every kind.
func everything(tb testing.TB, density float64) *Picture {
	tb.Helper()
	ink := color.NRGBA{20, 30, 40, 255}
	f := shipped(tb)
	pic := &Picture{Width: int(500 * density), Height: int(320 * density), Density: density}
	d := density
	pic.Fill("sea", color.NRGBA{200, 220, 240, 255}, Rectangle(0, 0, 500*d, 320*d))
	land := Circle(250*d, 160*d, 140*d)
	pic.Add(Step{Kind: StepFill, Layer: "land", Color: color.NRGBA{240, 235, 225, 255}, Paths: []*Path{land}, To: Identity, Keep: true})
	pic.Add(Step{Kind: StepShade, Layer: "relief", Color: color.NRGBA{60, 60, 70, 255}, Width: 0.7, Texture: hills(), To: Affine{SX: d, SY: -d, TY: 400 * d}})
	for i := range 2 {
		pic.Add(Step{Kind: StepHatch, Layer: "area", Color: ink, Width: d, Paths: []*Path{Rectangle(float64(20+200*i)*d, 20*d, float64(90+200*i)*d, 80*d)}, To: Identity, Period: int(6 * d)})
	}
	line := &Path{}
	line.Add([]orb.Point{{-50 * d, 300 * d}, {250 * d, 20 * d}, {600 * d, 300 * d}})
	pic.Add(Step{Kind: StepStroke, Layer: "border", Color: ink, Width: 2 * d, Dash: []float64{6 * d, 3 * d}, Paths: []*Path{line}, To: Identity})
	pic.Add(Step{Kind: StepFill, Title: "a < b", Color: color.NRGBA{200, 0, 0, 128}, Paths: []*Path{Circle(60*d, 200*d, 9*d)}, To: Identity})
	for i, a := range []Anchor{Start, Middle, End} {
		pic.Write("label", ink, Line(f, fmt.Sprintf("Назва %d", i), 14*d, 250*d, float64(40+20*i)*d, a, 0))
	}
	pic.Write("label", ink, Line(f, "turned", 14*d, 400*d, 200*d, End, -math.Pi/2))
	return pic
}

// written is a document with a picture on it.
func written(tb testing.TB, title string, pic *Picture) string {
	tb.Helper()
	doc := NewSVG(500, 320, title, "in words", "uk")
	if err := doc.Put(tb.Context(), pic, 0, 0); err != nil {
		tb.Fatal(err)
	}
	var b strings.Builder
	if n, err := doc.WriteTo(&b); err != nil || int(n) != b.Len() {
		tb.Fatal(n, err)
	}
	return b.String()
}

func TestSVG(t *testing.T) {
	t.Parallel()
	count := map[string]int{}
	var texts []string
	for _, e := range elements.Of(t, strings.NewReader(written(t, "T & <b>\x01", everything(t, 1)))) {
		count[e.Name.Local]++
		texts = append(texts, strings.TrimSpace(e.Text))
	}
	if count["svg"] != 2 || count["pattern"] != 1 || count["image"] != 1 || count["clipPath"] != 1 || count["text"] != 4 {
		t.Errorf("elements: %v", count)
	}
	for _, want := range []string{"T & <b>\ufffd", "in words", "a < b", "Назва 0", "Назва 1", "Назва 2", "turned"} {
		if !slices.Contains(texts, want) {
			t.Errorf("no text %q in %q", want, texts)
		}
	}
}

// TestSVGAnchors: a line is held where it was asked to be, and its other end is
// as far off as it is wide.
func TestSVGAnchors(t *testing.T) {
	t.Parallel()
	for _, density := range []float64{1, 1.5, 2, 8, 16} {
		all := elements.Of(t, strings.NewReader(written(t, "", everything(t, density))))
		units := max(1, math.Floor(10/density)) * density
		want := []string{"", "middle", "end", "end"}
		for _, e := range all {
			if e.Name.Local != "text" {
				continue
			}
			x, err := strconv.ParseFloat(e.Value("x"), 64)
			at := 250.0
			if len(want) == 1 {
				at = 400
				if got := e.Value("transform"); !strings.HasPrefix(got, "rotate(-90 ") {
					t.Errorf("the turned line has transform %q", got)
				}
			}
			if err != nil || math.Abs(x/units-at) > 0.02 || e.Value("text-anchor") != want[0] {
				t.Errorf("density %g: x %g, anchor %q, want %g, %q", density, x/units, e.Value("text-anchor"), at, want[0])
			}
			want = want[1:]
		}
	}
}

// TestSVGIdsAreItsOwn: two documents can stand in one page, and every reference is
// to something in its own.
func TestSVGIdsAreItsOwn(t *testing.T) {
	t.Parallel()
	one, other := written(t, "one", everything(t, 1)), written(t, "other", everything(t, 1))
	if one != written(t, "one", everything(t, 1)) {
		t.Error("two runs differ")
	}
	seen := map[string]bool{}
	for _, doc := range []string{one, other} {
		own := map[string]bool{}
		all := elements.Of(t, strings.NewReader(doc))
		for _, e := range all {
			if id := e.Value("id"); id != "" {
				if seen[id] {
					t.Errorf("the id %q is there twice", id)
				}
				seen[id], own[id] = true, true
			}
		}
		refs := regexp.MustCompile(`url\(#([^)]*)\)|href="#([^"]*)"|labelledby="([^ "]*) ([^"]*)"`).FindAllStringSubmatch(doc, -1)
		if len(refs) < 4 {
			t.Fatalf("references: %q", refs)
		}
		for _, r := range refs {
			for _, id := range r[1:] {
				if id != "" && !own[id] {
					t.Errorf("%s refers to %q", r[0], id)
				}
			}
		}
	}
}

func TestSVGFails(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := NewSVG(1, 1, "", "", "").Put(ctx, everything(t, 1), 0, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("Put = %v", err)
	}
	if _, err := NewSVG(1, 1, "", "", "").WriteTo(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("WriteTo = %v", err)
	}
}

var errFull = errors.New("disk full")

// fullDisk is a disk without room.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

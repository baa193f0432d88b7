package export_test

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	imagedraw "image/draw"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/backrow"
	drawing "c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/golden"
)

// cell is one picture of a contact sheet.
var cell = image.Pt(480, 320)

// sheet is one thing that a chart can be: a picture of it in each look and language,
// with and without a focus, stands on one golden picture.
type sheet struct {
	name string
	set  func(*state.State)
}

// sheets are all that the table of charts can make, so that a chart that is added has
// its sheet.
func sheets() (out []sheet) {
	r := room()
	states, documents := r.Data.Index.State.Codes, r.Data.Index.Document.Codes
	firm := r.Data.Codes(dataset.PresetList)[0].Members
	for _, x := range scene.Specs() {
		add := func(name string, set func(*state.State)) {
			out = append(out, sheet{string(x.Kind) + name, func(s *state.State) { s.Kind = x.Kind; set(s) }})
		}
		add("", func(*state.State) {})
		if x.Share {
			add("-share", func(s *state.State) { s.Share = true })
		}
		if x.Many() && x.Mark == charts.Bars { // a few that concern all alike: dots
			add("-firm", func(s *state.State) { s.Status = state.NewSet(firm...) })
		}
		if x.Split != nil {
			add("-split", func(s *state.State) { s.Split = true })
		}
		if x.Compare != nil {
			add("-compare", func(s *state.State) { s.Against = state.Pair{By: state.ByState, A: states[0], B: states[1]}.Against() })
			add("-texts", func(s *state.State) {
				s.Against = state.Pair{By: state.ByDocument, A: documents[0], B: documents[1]}.Against()
			})
		}
	}
	return out
}

// focused is the view after a click on the mark that counts most.
func focused(t *testing.T, s state.State) state.State {
	t.Helper()
	r, p := room(), i18n.For(s.Lang)
	c := scene.Count(r, scene.Select(r.Data, s), s, p).Chart(scene.PaletteFor(s.Theme))
	layout := charts.Draw(&drawing.Picture{Density: 1}, c, float64(cell.X), float64(cell.Y))
	marks := slices.DeleteFunc(layout.Marks, func(m charts.Mark) bool {
		return scene.ChartAction(r, s, m, false) == nil || m.Total && m.Row == ""
	})
	if len(marks) == 0 {
		t.Fatal("no mark answers a click")
	}
	most := slices.MaxFunc(marks, func(a, b charts.Mark) int {
		return cmp.Or(-cmp.Compare(btoi(a.Total), btoi(b.Total)), cmp.Compare(a.Value, b.Value))
	})
	return scene.ChartAction(r, s, most, false).Apply(s)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// inGrey is what a printer without colours makes of a picture.
func inGrey(img *image.RGBA) {
	grey, known := backrow.Grey(), map[color.NRGBA]color.NRGBA{}
	var was, is color.NRGBA
	for i := 0; i < len(img.Pix); i += 4 {
		c := color.NRGBA{img.Pix[i], img.Pix[i+1], img.Pix[i+2], 255}
		if c != was { // most pixels are like the one before
			v, ok := known[c]
			if !ok {
				v = grey.See(c)
				known[c] = v
			}
			was, is = c, v
		}
		img.Pix[i], img.Pix[i+1], img.Pix[i+2] = is.R, is.G, is.B
	}
}

// spare leaves a picture the 64 colours that most of it has, and makes any other the one
// of them that is nearest: fills and type keep theirs, and the file is small.
func spare(img *image.RGBA) {
	count, last, n := map[uint32]int{}, binary.BigEndian.Uint32(img.Pix), 0
	for i := 0; i < len(img.Pix); i += 4 { // most pixels are like the one before
		if c := binary.BigEndian.Uint32(img.Pix[i:]); c != last {
			count[last] += n
			last, n = c, 0
		}
		n++
	}
	count[last] += n
	kept := slices.SortedFunc(maps.Keys(count), func(a, b uint32) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	kept = kept[:min(len(kept), 64)]
	near := map[uint32]uint32{}
	for c := range count {
		near[c] = slices.MinFunc(kept, func(a, b uint32) int { return cmp.Compare(apart(a, c), apart(b, c)) })
	}
	was, is := last, near[last]
	for i := 0; i < len(img.Pix); i += 4 {
		c := binary.BigEndian.Uint32(img.Pix[i:])
		if c != was {
			was, is = c, near[c]
		}
		if is != c {
			binary.BigEndian.PutUint32(img.Pix[i:], is)
		}
	}
}

// apart is the square of how far two colours are from each other.
func apart(a, b uint32) (sum int) {
	for shift := 0; shift < 32; shift += 8 {
		d := int(a>>shift&255) - int(b>>shift&255)
		sum += d * d
	}
	return sum
}

// Each chart in each language and look, with and without a focus, is as somebody saw it.
func TestSheets(t *testing.T) {
	t.Parallel()
	looks := slices.DeleteFunc(state.PictureThemes(), func(x state.Theme) bool { return x == state.ContrastDark })
	langs := i18n.Languages()
	for _, x := range sheets() {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			page := image.NewRGBA(image.Rect(0, 0, (len(looks)+1)*cell.X, 2*len(langs)*cell.Y))
			for row, lang := range langs {
				s := room().Opening()
				s.Lang = lang
				x.set(&s)
				for k, view := range []state.State{s, focused(t, s)} {
					at := func(col int) image.Rectangle {
						return image.Rectangle{Max: cell}.Add(image.Pt(col*cell.X, (2*row+k)*cell.Y))
					}
					for col, look := range looks {
						view.Theme = look
						o := export.Options{Kind: export.Chart, Size: export.Size{Width: cell.X, Height: cell.Y, Density: 1}, NoData: true}
						pic, err := export.Draw(t.Context(), room(), view, o)
						if err != nil {
							t.Fatal(err)
						}
						imagedraw.Draw(page, at(col), pic.Image, image.Point{}, imagedraw.Src)
						if look == state.Light { // the last column is what a printer makes of it
							inGrey(pic.Image)
							imagedraw.Draw(page, at(len(looks)), pic.Image, image.Point{}, imagedraw.Src)
						}
					}
				}
			}
			spare(page)
			golden.Compare(t, filepath.Join("testdata", "golden", "sheets", x.name+".png"), page, worst, 0.0005)
		})
	}
}

// worst is how far the cell is that is farthest: one that has changed is not lost among
// those that have not.
func worst(got, want *image.RGBA) (far float64) {
	for y := 0; y < got.Rect.Max.Y; y += cell.Y {
		for x := 0; x < got.Rect.Max.X; x += cell.X {
			at := image.Rectangle{Max: cell}.Add(image.Pt(x, y))
			far = max(far, distance(got.SubImage(at), want.SubImage(at)))
		}
	}
	return far
}

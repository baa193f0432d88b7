package docview

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/state"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// TestGolden compares the pane with pictures that were looked at. A few pixels
// may differ by a little: processors fuse multiplications.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name string
		size fyne.Size
		view func(*View) state.State
	}{
		{"overview", pane, func(*View) state.State { return state.Default() }},
		{"statement-dark-uk", pane, func(v *View) state.State {
			s := state.Default()
			s.Lang, s.Theme, s.Status = "uk", state.Dark, state.AllStatuses
			x := v.h.Room.Data.Statements[len(v.h.Room.Data.Statements)/2]
			s.Document, s.Meeting, s.Statement = x.Document, x.Meeting, x.ID
			return s
		}},
		{"meeting-large", fyne.NewSize(420, 660), func(v *View) state.State {
			s := state.Default()
			s.TextSize, s.Meeting = 1.5, v.h.Room.Data.Documents[0].Meetings[0]
			return s
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			first, _ := open(t, state.Default(), c.size)
			view := c.view(first)
			_, w := open(t, view, c.size)
			compare(t, c.name, w.Canvas().Capture)
		})
	}
}

// compare looks again for a while: Fyne fades its scroll bars by the clock.
func compare(t *testing.T, name string, capture func() image.Image) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".png")
	got := capture()
	if *update {
		write(t, path, got)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	far := distance(t, got, want)
	for try := 0; far > 20 && try < 10; try++ {
		time.Sleep(200 * time.Millisecond)
		got = capture()
		far = distance(t, got, want)
	}
	if far > 20 {
		failed := filepath.Join("testdata", "failed", name+".png")
		write(t, failed, got)
		t.Errorf("%d pixels differ; look at %s and run the test with -update if it is right", far, failed)
	}
}

// distance counts the pixels that differ by more than a little.
func distance(t *testing.T, got, want image.Image) int {
	t.Helper()
	if got.Bounds() != want.Bounds() {
		t.Fatalf("the picture is %v, want %v", got.Bounds(), want.Bounds())
	}
	far := 0
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			r, g, b, _ := got.At(x, y).RGBA()
			r1, g1, b1, _ := want.At(x, y).RGBA()
			if differ(r, r1) || differ(g, g1) || differ(b, b1) {
				far++
			}
		}
	}
	return far
}

func write(t *testing.T, path string, img image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func differ(a, b uint32) bool { return max(a, b)-min(a, b) > 24<<8 }

package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The strip says what the back row cannot read, its button opens the scene, and the
// form says what it is; mended, it is said no more.
func TestStripSaysWhatTheBackRowCannotRead(t *testing.T) {
	h, in := uitest.Host(t, opening())
	s := writingOn(t, h, fyne.NewSize(1366, 768), "")
	s.AddView()
	s.AddView() // shows nothing new
	told := func() (*parts.Button, bool) {
		return uitest.Find(s.strip, func(b *parts.Button) bool {
			return b.Visible() && strings.Contains(strings.Join(uitest.Texts(b), " "), "1 finding")
		})
	}
	in.Until(t, func() bool { _, ok := told(); return ok })
	s.paper.Choose(0)
	b, _ := told()
	uitest.Click(s.window, b)
	if s.paper.At() != 1 || s.window.Canvas().Overlays().Top() == nil {
		t.Fatalf("scene %d is open", s.paper.At()+1)
	}
	in.Until(t, func() bool {
		return strings.Contains(strings.Join(uitest.Texts(s.window.Canvas().Overlays().Top()), " "), "nothing that the scene before did not")
	})
	s.closeDialogs()
	s.paper.Delete()
	in.Until(t, func() bool { _, ok := told(); return !ok })
}

package shell

import (
	"os"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/chartview"
	"c5atlas.org/c5atlas/app/ui/docview"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/app/ui/filterbar"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/lesson"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/timeaxis"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

var ours = regexp.MustCompile(`c5atlas\.org/c5atlas/app/(ui|work)`)

// goroutines lists those in which views or their work run, without the test's.
func goroutines() []string {
	buf := make([]byte, 1<<22)
	var out []string
	for i, g := range strings.Split(string(buf[:runtime.Stack(buf, true)]), "\n\n") {
		if i > 0 && ours.MatchString(g) && !strings.Contains(g, "testing.tRunner") {
			out = append(out, g)
		}
	}
	return out
}

// TestEveryViewEnds opens and closes every view three times ("make sizes": twenty), with
// what a person does to it in between. No goroutine is left, and nobody follows the
// view, the pointer, the data or the store.
func TestEveryViewEnds(t *testing.T) {
	times := 3
	if os.Getenv("C5ATLAS_ALL") != "" {
		times = 20
	}
	plain := func(make func(*host.Scope) fyne.CanvasObject) func(*host.Scope) {
		return func(scope *host.Scope) {
			w := fyne.CurrentApp().NewWindow("")
			w.SetContent(make(scope))
			w.Resize(fyne.NewSize(900, 500))
			scope.OnClose(w.Close)
		}
	}
	for name, open := range map[string]func(*host.Scope){
		"map":       plain(func(s *host.Scope) fyne.CanvasObject { return mapview.New(s) }),
		"chart":     plain(func(s *host.Scope) fyne.CanvasObject { return chartview.New(s) }),
		"documents": plain(func(s *host.Scope) fyne.CanvasObject { return docview.New(s) }),
		"filters":   plain(func(s *host.Scope) fyne.CanvasObject { return filterbar.New(s, nil, nil) }),
		"axis": plain(func(s *host.Scope) fyne.CanvasObject {
			v := timeaxis.New(s)
			v.Play()
			return v
		}),
		"lesson": plain(func(s *host.Scope) fyne.CanvasObject {
			room := s.Lesson()
			s.Dispatch(lesson.Start(s.Host, false, lesson.Left{}))
			return lesson.New(lesson.Begin(room), lesson.Panes{
				Map:    func(s *host.Scope) fyne.CanvasObject { return Over(mapview.New(s), timeaxis.New(s)) },
				Charts: func(s *host.Scope) fyne.CanvasObject { return chartview.New(s) },
			})
		}),
		"export": plain(func(s *host.Scope) fyne.CanvasObject {
			w := fyne.CurrentApp().NewWindow("")
			s.OnClose(w.Close)
			w.Resize(fyne.NewSize(900, 600))
			exportdialog.Show(s, exportdialog.Config{Window: w, Software: "test", Kind: export.Map, Closed: func() {}})
			return canvas.NewRectangle(nil)
		}),
		"window": func(scope *host.Scope) {
			s := filled(Config{
				App: fyne.CurrentApp(), Host: scope.Host, Software: "test",
				Map:    func(s *host.Scope) fyne.CanvasObject { return Over(mapview.New(s), timeaxis.New(s)) },
				Charts: func(s *host.Scope) fyne.CanvasObject { return chartview.New(s) },
			})
			s.Window().Resize(large)
			scope.OnClose(s.Window().Close)
			scope.OnClose(s.Close)
			s.Present(false)
			s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
			s.Present(false) // and is closed in the middle of a lesson
		},
	} {
		t.Run(name, func(t *testing.T) {
			h, in := uitest.Host(t, opening())
			for range times {
				scope := h.Open()
				open(scope)
				for _, a := range []state.Action{
					state.Search("water"), state.SetChart(state.Matrix), state.SelectMeeting(h.Room.Data.Meetings[0].ID),
					state.SetCamera{Lon: 70, Lat: 40, Span: 900},
					state.Search(""),
					state.ClearSelection{},
					state.SetCamera{},
				} {
					h.Dispatch(a)
				}
				h.Say("done")
				in.Run()
				scope.Close()
				in.Run()
			}
			if n, of := h.Watchers(), h.Store.Watchers(); n+of > 0 {
				t.Errorf("%d watchers are left, and %d of the store", n, of)
			}
			var left []string
			for range 1000 { // a computation looks at its context now and then; with the race detector on a busy machine a JPEG takes long
				if left = goroutines(); len(left) == 0 {
					return
				}
				time.Sleep(50 * time.Millisecond)
				in.Run()
			}
			t.Errorf("%d goroutines are left, such as\n%s", len(left), left[0])
		})
	}
}

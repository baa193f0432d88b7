package shell

import (
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/chartview"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/timeaxis"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/cputime"
	made "c5atlas.org/c5atlas/internal/large"
)

var largeData = sync.OnceValues(func() (*dataset.Dataset, error) {
	d, _, err := dataset.Open(made.Package(made.Full))
	return d, err
})

// BenchmarkLargeWindow is how long the window is busy with a gesture before it
// hears the next, with 100,000 statements: what is drawn and counted beside is
// not in it. The budget is 100 ms, and 8 ms to aim at.
func BenchmarkLargeWindow(b *testing.B) {
	d, err := largeData()
	if err != nil {
		b.Fatal(err)
	}
	v := opening()
	v.Theme = state.Light
	h, in := uitest.Host(b, v)
	h.Room = h.Room.WithData(d)
	s := filled(Config{
		App: fyne.CurrentApp(), Host: h, Software: "test",
		Map: func(scope *host.Scope) fyne.CanvasObject {
			return Over(mapview.New(scope), timeaxis.New(scope))
		},
		Charts: func(scope *host.Scope) fyne.CanvasObject { return chartview.New(scope) },
	})
	defer s.Window().Close()
	defer s.Close()
	s.Window().Resize(fyne.NewSize(1920, 1040))
	// What comes from beside is taken over in pieces; the longest is told, too.
	var busy, longest time.Duration
	arrive := func(b *testing.B) {
		b.Helper()
		for {
			select {
			case f := <-in:
				longest = max(longest, cputime.Busy(f))
			case <-time.After(60 * time.Millisecond):
				return
			}
		}
	}
	gesture := func(name string, actions ...state.Action) {
		b.Run(name, func(b *testing.B) {
			busy, longest = 0, 0
			for i := 0; b.Loop(); i++ {
				busy += cputime.Busy(func() { h.Dispatch(actions[i%len(actions)]) })
				b.StopTimer()
				arrive(b)
				b.StartTimer()
			}
			b.ReportMetric(float64(busy)/1e6/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(longest)/1e6, "cpu-ms/arrival")
		})
	}
	gesture("filter", state.SetDomains("SEC"), state.SetDomains("SEC,TRD"), state.SetStates("KAZ"), state.SetDomains(""), state.SetStates(""))
	gesture("search", state.Search("railway"), state.Search("railway customs"), state.Search(""))
	gesture("time", state.SetTime{To: "2022"}, state.SetTime{To: "2023"}, state.SetTime{})
	gesture("marker", state.SelectMeeting(d.Meetings[3].ID), state.SelectMeeting(d.Meetings[900].ID), state.ClearSelection{})
	gesture("document", state.SelectDocument(d.Documents[3].ID), state.SelectDocument(d.Documents[900].ID), state.ClearSelection{})
	x, y := d.Statements[40_000], d.Statements[90_000]
	gesture("statement", state.SelectStatement{Document: x.Document, Meeting: x.Meeting, Statement: x.ID}, state.SelectStatement{Document: y.Document, Meeting: y.Meeting, Statement: y.ID})
	h.Dispatch(state.ClearSelection{})
	gesture("drag", state.SetCamera{Lon: 70, Lat: 40, Span: 3000}, state.SetCamera{Lon: 71, Lat: 40, Span: 3000})
	compare, ok := uitest.Find(s.charts, func(x *parts.Button) bool { return x.Tip == h.T("panes.compareTip") })
	if !ok {
		b.Fatal("no button to compare")
	}
	b.Run("compare", func(b *testing.B) {
		for b.Loop() {
			compare.Tapped(nil)
			b.StopTimer()
			in.Until(b, func() bool { return s.Window().Canvas().Overlays().Top() != nil })
			s.Window().Canvas().Overlays().Top().Hide()
			b.StartTimer()
		}
	})
	gesture("chart", state.SetChart(state.Matrix), state.SetChart(state.Timeline), state.SetChart(state.Domains))
	h.Dispatch(state.Func(func(s state.State) state.State { s.Table = true; return s }))
	arrive(b)
	gesture("table", state.SetDomains("SEC"), state.SetChart(state.Timeline), state.SetChart(state.Domains), state.SetDomains(""))
	sort := func(by string) state.Action {
		return state.Func(func(s state.State) state.State { s.Sort = by; return s })
	}
	gesture("sort", sort("domain"), sort("-total"), sort(""))
	gesture("language", state.SetLang("uk"), state.SetLang("en"))
}

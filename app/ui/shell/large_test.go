package shell

import (
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/chartview"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/timeaxis"
	"c5atlas.org/c5atlas/app/ui/uitest"
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
	s := New(Config{
		App: fyne.CurrentApp(), Host: h, Software: "test",
		Map: func(scope *host.Scope) fyne.CanvasObject {
			return Over(mapview.New(scope), timeaxis.New(scope))
		},
		Charts: func(scope *host.Scope) fyne.CanvasObject { return chartview.New(scope) },
	})
	defer s.Window().Close()
	defer s.Close()
	s.Window().Resize(fyne.NewSize(1920, 1040))
	gesture := func(name string, actions ...state.Action) {
		b.Run(name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				h.Dispatch(actions[i%len(actions)])
				b.StopTimer()
				in.Run()
				b.StartTimer()
			}
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
	gesture("chart", state.SetChart(state.Matrix), state.SetChart(state.Timeline), state.SetChart(state.Domains))
	gesture("language", state.SetLang("uk"), state.SetLang("en"))
}

package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The form sets how a question is answered and what is to be found, the sources, the
// view beside the scene's own and the lesson's title, each as one step of undo.
func TestFormFields(t *testing.T) {
	s, in := writing(t, fyne.NewSize(1366, 768), "")
	s.AddView()
	s.EditScene()
	in.Run()
	top := s.window.Canvas().Overlays().Top()
	button := func(words string) *parts.Button {
		t.Helper()
		b, ok := uitest.Find(s.window.Canvas().Overlays().Top(), func(b *parts.Button) bool { return slices.Contains(uitest.Texts(b), words) })
		if !ok {
			t.Fatalf("no button %q", words)
		}
		return b
	}
	choose := func(option string) {
		t.Helper()
		c, ok := uitest.Find(top, func(c *parts.Select) bool { return slices.Contains(c.Options, option) })
		if !ok {
			t.Fatalf("no list with %q", option)
		}
		c.SetSelected(option)
	}
	kinds, ok := uitest.Find(top, func(c *parts.Choices) bool { return slices.Contains(uitest.Texts(c), "Click on the map") })
	if !ok {
		t.Fatal("no kinds of questions")
	}
	kinds.OnChosen(string(scene.OnMap))
	choose("Astana")
	choose("Two charts")
	s.host.Dispatch(state.Func(func(v state.State) state.State { v.Kind = state.States; return v }))
	uitest.Click(s.window, button("Second view from the window"))
	now := s.paper.Lesson().Scenes[0]
	if at := s.host.Room.Data.Place(now.Question.Place); now.Question.Kind != scene.OnMap || at == nil || at.Name.In("en") != "Astana" {
		t.Errorf("the question: %+v", now.Question)
	}
	if now.Panes != scene.TwoCharts || now.Beside.Kind != state.States || now.View.Kind == state.States {
		t.Errorf("panes %q, %q beside %q", now.Panes, now.Beside.Kind, now.View.Kind)
	}
	title := lastEntry(top)
	title.SetText("Mine")
	if got := s.paper.Lesson().Title.In("en"); got != "Mine" {
		t.Errorf("the title is %q", got)
	}
	s.paper.Undo()
	s.paper.Undo()
	if now := s.paper.Lesson(); now.Scenes[0].Beside.Kind == state.States || now.Title.In("en") != "" {
		t.Errorf("not taken back: %q, %q", now.Title.In("en"), now.Scenes[0].Beside.Kind)
	}
}

// lastEntry is the last line to write in of what is shown.
func lastEntry(o fyne.CanvasObject) (last *parts.Entry) {
	uitest.Walk(o, func(o fyne.CanvasObject) {
		if e, ok := o.(*parts.Entry); ok {
			last = e
		}
	})
	return last
}

package strip

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// fields are what is chosen of a scene besides its words: the view beside its own, how
// the class answers its question, what it does not see at first, and the documents that
// the words rest on.
type fields struct {
	f       *form
	second  *parts.Button // takes the window's view beside the scene's own
	kinds   *parts.Choices
	place   *parts.Select
	ids     []string // of the places, "" first
	places  []fyne.CanvasObject
	cited   *parts.Button
	sources *parts.Checklist
	counts  map[string]int // statements of each document
	hidden  *parts.Button
	reveals *parts.Checklist
}

// newFields makes the fields of the form's scene.
func newFields(f *form) *fields {
	h := f.h
	x := &fields{f: f, counts: map[string]int{}}
	x.second = parts.NewButton(h, nil, h.T("strip.second"), h.T("strip.secondTip"), func() {
		x.do(authoring.Look{At: f.desk.At(), View: h.Store.State().View, Second: true})
	})
	x.kinds = parts.NewSegments(h, func(code string) {
		x.ask(scene.QuestionKind(code))
	})
	x.ids = []string{""}
	names := []string{h.T("strip.placeNone")}
	all := slices.Clone(h.Room.Data.Places)
	lang := h.Printer().Lang()
	slices.SortStableFunc(all, func(a, b dataset.Place) int { return strings.Compare(a.Name.In(lang), b.Name.In(lang)) })
	for _, p := range all {
		x.ids, names = append(x.ids, p.ID), append(names, p.Name.In(lang))
	}
	x.place = parts.NewSelect(h, names)
	x.place.SetSelectedIndex(max(slices.Index(x.ids, x.scene().Question.Place), 0))
	x.place.OnChanged = func(string) {
		x.do(authoring.Ask{At: f.desk.At(), Kind: x.scene().Question.Kind, Place: x.ids[max(x.place.SelectedIndex(), 0)]})
	}
	for i := range h.Room.Data.Statements {
		x.counts[h.Room.Data.Statements[i].Document]++
	}
	x.sources = parts.NewChecklist(h, func(id string) {
		x.do(authoring.Cite{At: f.desk.At(), Sources: x.scene().Sources.Toggle(id)})
	}, func() { x.do(authoring.Cite{At: f.desk.At()}) })
	x.cited = parts.NewButton(h, nil, "", h.T("strip.sourcesTip"), func() {
		none, list := x.documents()
		x.sources.Open(x.cited, none, list, scene.Option{}, nil)
	})
	x.cited.Chevron = true
	x.reveals = parts.NewChecklist(h, func(part string) {
		x.do(authoring.Hide{At: f.desk.At(), Parts: x.scene().Reveals.Toggle(part)})
	}, func() { x.do(authoring.Hide{At: f.desk.At()}) })
	x.reveals.Plain = true
	x.hidden = parts.NewButton(h, nil, "", h.T("strip.revealsTip"), func() {
		none, list := x.parts()
		x.reveals.Open(x.hidden, none, list, scene.Option{}, nil)
	})
	x.hidden.Chevron = true
	return x
}

// ask sets how the class answers. The place to find on the map is, until another is
// chosen, that of the meeting that the scene is about.
func (x *fields) ask(kind scene.QuestionKind) {
	s := x.scene()
	place := s.Question.Place
	if m := x.f.h.Room.Data.Meeting(s.View.Meeting); kind == scene.OnMap && place == "" && m != nil && slices.Contains(x.ids, m.Place) {
		place = m.Place
	}
	x.do(authoring.Ask{At: x.f.desk.At(), Kind: kind, Place: place})
	if at := slices.Index(x.ids, place); at >= 0 && at != x.place.SelectedIndex() {
		x.place.SetSelectedIndex(at)
	}
}

// partKeys are the names of what can be hidden.
var partKeys = map[string]string{
	state.HideCaption: "strip.hideCaption", state.HideStates: "strip.hideStates", state.HideNames: "strip.hideNames", state.HideMarkers: "strip.hideMarkers",
	state.HideLabels: "strip.hideLabels", state.HideValues: "strip.hideValues", state.HideQuestion: "strip.hideQuestion", state.HideAnswer: "strip.hideAnswer",
}

// parts are what can be hidden, each with when it is revealed, and the row that hides
// nothing.
func (x *fields) parts() (none scene.Option, list []scene.Option) {
	h, hidden := x.f.h, x.scene().Reveals
	for _, part := range state.HiddenParts() {
		o := scene.Option{Code: part, Label: h.T(partKeys[part]), On: hidden.Has(part)}
		if n := slices.Index(hidden.Parts(), part); n >= 0 && len(hidden.Parts()) > 1 {
			o.Second = h.Printer().Int(n + 1)
		}
		list = append(list, o)
	}
	return scene.Option{Label: h.T("strip.revealsNone"), On: hidden == ""}, list
}

func (x *fields) scene() export.LessonScene {
	s, _ := x.f.desk.chosen()
	return s
}

// do changes the scene and shows it.
func (x *fields) do(a authoring.Action) {
	x.f.desk.Break()
	x.f.desk.Do(a)
	x.follow()
	x.f.draw()
}

// documents are those that can be cited, and the row that cites none.
func (x *fields) documents() (none scene.Option, list []scene.Option) {
	h, cited := x.f.h, x.scene().Sources
	for _, d := range h.Room.Data.Documents {
		list = append(list, scene.Option{Code: d.ID, Label: scene.DocumentName(h.Room, d.ID, h.Printer()), Count: x.counts[d.ID], On: cited.Has(d.ID)})
	}
	return scene.Option{Label: h.T("strip.sourcesNone"), On: cited == ""}, list
}

// follow shows what the scene has.
func (x *fields) follow() {
	h, s := x.f.h, x.scene()
	x.second.SetEnabled(s.Panes.Twice())
	x.kinds.SetItems([]scene.Option{
		{Code: string(scene.ByHands), Label: h.T("strip.kindHands"), On: s.Question.Kind == scene.ByHands},
		{Code: string(scene.OnMap), Label: h.T("strip.kindMap"), On: s.Question.Kind == scene.OnMap},
	})
	for _, o := range x.places {
		parts.SetShown(o, s.Question.Kind == scene.OnMap)
	}
	none, list := x.documents()
	x.sources.Follow(none, list, scene.Option{})
	x.cited.Set(x.chosen(none, list), h.T("strip.sourcesTip"))
	none, list = x.parts()
	x.reveals.Follow(none, list, scene.Option{})
	slices.SortStableFunc(list, func(a, b scene.Option) int {
		return slices.Index(s.Reveals.Parts(), a.Code) - slices.Index(s.Reveals.Parts(), b.Code)
	})
	x.hidden.Set(x.chosen(none, list), h.T("strip.revealsTip"))
}

// chosen names the options that are on, on a button.
func (x *fields) chosen(none scene.Option, list []scene.Option) string {
	var names []string
	for _, o := range list {
		if o.On {
			names = append(names, o.Label)
		}
	}
	return parts.Shorten(cmp.Or(strings.Join(names, ", "), none.Label), parts.Scaled(x.f.h, theme.Body), false, chosenWide)
}

// chosenWide is how wide the names of what is chosen may be.
const chosenWide = 340

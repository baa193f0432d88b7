package state

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// changed names the fields in which two views differ.
func changed(a, b State) []string {
	var out []string
	var walk func(x, y reflect.Value)
	walk = func(x, y reflect.Value) {
		for i := range x.NumField() {
			f := x.Type().Field(i)
			switch {
			case f.Anonymous:
				walk(x.Field(i), y.Field(i))
			case !x.Field(i).Equal(y.Field(i)):
				out = append(out, f.Name)
			}
		}
	}
	walk(reflect.ValueOf(a), reflect.ValueOf(b))
	slices.Sort(out)
	return out
}

// full is a view in which everything has been chosen.
func full() State {
	s := Default()
	s.Subject = Subject{"SEC,TRD", "KAZ", "agreed", "bilateral", true, "2020", "2024", Within, "gas"}
	s.Focus = Focus{"fm1", "001", "001-4", "glossary", "SEC", "agreed", "KAZ", "fm1,fm4", "000,001", "Q"}
	s.Chart = Chart{States, true, true, true, "-total", "fm4"}
	s.Map = Map{Camera{70, 41, 2000}, LegendOff, true}
	s.Person = Person{"uk", "zh", Dark, 1.4, true}
	s.HideDocuments, s.Loop, s.Speed = true, true, Fast
	s.Scene, s.Asking = 3, Asking{"values", "70.000 41.000", "astana"}
	return s.Valid()
}

// Each action changes what it is for and lets everything else be: a class that has
// the language, the look and the panes as it needs them keeps these.
func TestAnActionChangesNothingElse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		do   Action
		want string
	}{
		{"another meeting", SelectMeeting("fm2"), "Document LitMeetings Meeting Page Statement"},
		{"another document", SelectDocument("004"), "Document LitDocuments Page Statement"},
		{"another statement", SelectStatement{"004", "", "004-1"}, "Document Page Statement"},
		{"a statement of another meeting", SelectStatement{"004", "fm2", "004-1"}, "Document Meeting Page Statement"},
		{"another page", OpenPage("person:x"), "HideDocuments Page"},
		{"no page", OpenPage(""), "Page"},
		{"domains", SetDomains("ENE"), "Domains"},
		{"all domains", SetDomains(""), "Domains"},
		{"states", SetStates("UZB,TJK"), "States"},
		{"a status", SetStatus("position"), "Status"},
		{"a level", SetLevels("other"), "Levels"},
		{"naming", SetOnlyNaming(false), "OnlyNaming"},
		{"dates", SetTime{"2021", "2022"}, "From To"},
		{"words", Search("oil"), "Query"},
		{"a chart", SetChart(Matrix), "Kind Sort"},
		{"the same chart", SetChart(States), ""},
		{"the camera", SetCamera{60, 40, 900}, "Camera"},
		{"a camera beyond the pole", SetCamera{60, 91, 900}, ""},
		{"a language", SetLang("ru"), "Lang"},
		{"what is no language", SetLang("../x"), ""},
		{"a second language", SetSecondLang("uz-Latn"), "SecondLang"},
		{"no second language", SetSecondLang(""), "SecondLang"},
		{"a look", SetTheme(Contrast), "Theme"},
		{"what is no look", SetTheme("pink"), ""},
		{"larger type", SetTextSize(1.6), "TextSize"},
		{"motion", SetReduceMotion(false), "ReduceMotion"},
		{"let go", LetGo{}, "LitBases LitDocuments LitDomains LitMeetings LitStates LitStatuses Page"},
		{"a guess", Guess{69.2, 41.3}, "Guesses"},
		{"a guess off the earth", Guess{200, 41}, ""},
		{"reveal", Reveal{"x"}, "Hidden"},
		{"filter by what is lit", OnlyFocus{}, "Domains LitDomains LitStates LitStatuses"},
	} {
		s := full()
		got := c.do.Apply(s)
		want := c.want
		if c.name == "filter by what is lit" { // the status and the state are the filter already
			got.Status, got.States = s.Status, s.States
		}
		if fields := strings.Join(changed(s, got), " "); fields != want {
			t.Errorf("%s changes %q, want %q", c.name, fields, want)
		}
	}
}

// What keeps a whole view keeps the person out of it.
func TestAViewOfOthersLeavesThePersonAlone(t *testing.T) {
	t.Parallel()
	other := Default()
	other.Lang, other.Theme, other.TextSize, other.Domains = "en", Light, 1, "ENE"
	for name, a := range map[string]Action{
		"a picture": Show(other.View), "a scene": ShowScene{N: 7, View: other.View}, "reset": Reset{other.Subject},
	} {
		s := full()
		got := a.Apply(s)
		if got.Person != s.Person || got.Layout != s.Layout || got.Domains != "ENE" {
			t.Errorf("%s: %+v %+v", name, got.Person, got.Layout)
		}
	}
	got := (Reset{Default().Subject}).Apply(full())
	if got.Focus != (Focus{}) || got.Filtered(Default().Subject) || got.Kind != States || got.Camera.Fits() {
		t.Errorf("reset leaves %+v", got.View)
	}
	got = (ShowScene{N: 2, View: full().View, Hidden: "states,values"}).Apply(full())
	if got.Scene != 2 || got.Guesses != "" || got.Found != "" || got.Hidden != "states,values" {
		t.Errorf("a new scene has the answers of the last: %+v", got.Asking)
	}
}

// Type is as small and as large as the scale allows, whatever is asked for.
func TestTextSizeStaysReadable(t *testing.T) {
	t.Parallel()
	for in, want := range map[float64]float64{0: 0.8, -1: 0.8, 0.79: 0.8, 0.8: 0.8, 1.25: 1.25, 2: 2, 2.01: 2, 1e9: 2} {
		if got := SetTextSize(in).Apply(Default()).TextSize; got != want {
			t.Errorf("%g: %g, want %g", in, got, want)
		}
	}
	if got := SetLang("en-GB-oxendict").Apply(Default()).Lang; got != "en-GB-oxendict" {
		t.Errorf("a long code of RFC 5646 is taken as %q", got)
	}
}

// The answer to a question is the last to be shown, and only it names the place.
func TestRevealNamesThePlaceLast(t *testing.T) {
	t.Parallel()
	s := full()
	s.Asking = Asking{Hidden: "values,question,answer"}
	for i, want := range []Asking{{Hidden: "question,answer"}, {Hidden: "answer"}, {Found: "astana"}, {Found: "astana"}} {
		if s = (Reveal{"astana"}).Apply(s); s.Asking != want {
			t.Errorf("after %d steps: %+v, want %+v", i+1, s.Asking, want)
		}
	}
}

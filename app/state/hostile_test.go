package state

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// A view out of a picture or a lesson may say anything. What is read is in range,
// field by field; what is out of it becomes what the program would have chosen.
func TestAHostileViewIsMended(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		want     func(*State)
	}{
		{"nothing", `{}`, func(*State) {}},
		{"no time at all", ` { "chart" : "matrix" } `, func(s *State) { s.Kind = Matrix }},
		{"twice: the last counts", `{"chart":"matrix","chart":"states"}`, func(s *State) { s.Kind = States }},
		{"nulls", `{"chart":null,"textSize":null,"camera":null,"status":null}`, func(*State) {}},
		{"type as small as an ant", `{"textSize":1e-300}`, func(s *State) { s.TextSize = 0.8 }},
		{"type as large as a house", `{"textSize":1e300}`, func(s *State) { s.TextSize = 2 }},
		{"type turned over", `{"textSize":-3}`, func(s *State) { s.TextSize = 0.8 }},
		{"beyond the globe", `{"camera":{"lon":181,"lat":40,"span":900}}`, func(*State) {}},
		{"over the pole", `{"camera":{"lon":0,"lat":-90.5,"span":900}}`, func(*State) {}},
		{"wider than the earth", `{"camera":{"lon":0,"lat":0,"span":40001}}`, func(*State) {}},
		{"turned inside out", `{"camera":{"lon":0,"lat":0,"span":-1}}`, func(*State) {}},
		{"the edges are on it", `{"camera":{"lon":-180,"lat":90,"span":40000}}`, func(s *State) { s.Camera = Camera{-180, 90, 40000} }},
		{"a pane as thin as a hair", `{"splitMap":0.0001,"splitCharts":1}`, func(*State) {}},
		{"a scene before the first", `{"scene":-5,"hidden":"values"}`, func(*State) {}},
		{"a look that is for files alone", `{"theme":"print"}`, func(s *State) { s.Theme = Print }},
		{"a look that there is not", `{"theme":"../../etc/passwd"}`, func(*State) {}},
		{"a path for a language", `{"lang":"../en","secondLang":"e n"}`, func(*State) {}},
		{"a language without end", `{"lang":"` + strings.Repeat("a", 36) + `"}`, func(*State) {}},
		{"a language that nobody has", `{"lang":"tlh"}`, func(s *State) { s.Lang = "tlh" }},
		{"a bell and an escape", `{"query":"a\u0007\u001b[31mb","document":"\u0000"}`, func(s *State) { s.Query = "a[31mb" }},
		{"half a letter", `{"query":"\ud800x"}`, func(s *State) { s.Query = "\ufffdx" }},
		{"a filter out of order", `{"domains":" TRD,,SEC, TRD"}`, func(s *State) { s.Domains = "SEC,TRD" }},
		{"a hurry", `{"speed":"at once","legend":"yes","timeMode":"ever"}`, func(*State) {}},
		{"a beginning", `{"from":"2021","timeMode":""}`, func(s *State) { s.From, s.TimeMode = "2021", Within }},
		{"answers to what nobody asked", `{"guesses":"1 2","found":"x"}`, func(*State) {}},
		{"parts that nothing hides", `{"scene":1,"hidden":"values,windows"}`, func(s *State) { s.Scene = 1 }},
	} {
		want := Default()
		c.want(&want)
		got, later, err := Decode([]byte(c.in))
		if err != nil || later || got != want {
			t.Errorf("%s: later %t, %v\n got %+v\nwant %+v", c.name, later, err, got, want)
		}
	}
}

// What is no view is refused whole: no field of it is believed.
func TestWhatIsNoViewIsRefused(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		`{"chart":["matrix"]}`, `{"camera":[1,2,3]}`, `{"share":"yes"}`, `{"textSize":"2"}`, `{"scene":1.5}`, `{"scene":1e30}`,
		`{"textSize":1e999}`, `{"textSize":NaN}`, `{"chart":"matrix"`, `{"chart":"matrix"}}`, `{"chart":"matrix"},`, `chart=matrix`,
		`"{}"`, `true`, `7`, "\ufeff{}", "{\"chart\":\"matrix\"}\x00", `{'chart':'matrix'}`, `{"query":"a` + "\n" + `b"}`,
		strings.Repeat("[", 20000), `{"x":` + strings.Repeat(`{"x":`, 11000), "\xff\xfe{\x00}\x00",
	} {
		if s, later, err := Decode([]byte(in)); err == nil || later || s != (State{}) {
			t.Errorf("%.40q gives %+v, later %t, %v", in, s, later, err)
		}
	}
	fits := `{"query":"` + strings.Repeat("x", MaxEncoded-len(`{"query":""}`)) + `"}`
	if _, _, err := Decode([]byte(fits)); err != nil {
		t.Errorf("the longest view that is read: %v", err)
	}
	if _, _, err := Decode([]byte(fits + " ")); err == nil {
		t.Error("a view that is one byte too long is read")
	}
}

// Whatever text a view brings, each field ends short, printable and whole, and
// cleaning it again changes nothing.
func TestTextsOfAViewAreShortAndPrintable(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		strings.Repeat("й", 2100), strings.Repeat("€", 1400), strings.Repeat("👩‍🏫", 400), strings.Repeat("a,", 3000), strings.Repeat(`"\\`, 2100), strings.Repeat("\u2028", 1400),
		"a\r\nb\tc\x7fd", "\xf0\x28\x8c\x28", strings.Repeat("\x00", 5000) + "end", strings.Repeat(" ,", 2100) + "z",
	} {
		var s State
		for _, f := range []*string{&s.Meeting, &s.Document, &s.Statement, &s.Page, &s.Against, &s.Sort, &s.From, &s.To, &s.Query} {
			*f = text
		}
		for _, f := range []*Set{&s.Domains, &s.States, &s.Status, &s.Levels, &s.LitDomains, &s.LitStatuses, &s.LitStates, &s.LitMeetings, &s.LitDocuments, &s.LitBases} {
			*f = Set(text)
		}
		s.Scene, s.Found = 1, text
		s = s.Valid()
		if s != s.Valid() {
			t.Errorf("%.20q: cleaned twice is not cleaned once", text)
		}
		for _, f := range []string{s.Meeting, s.Page, s.Against, s.Sort, s.From, s.To, s.Query, string(s.Domains), string(s.Status), string(s.LitBases)} {
			if len(f) > 4096 || !utf8.ValidString(f) || strings.ContainsFunc(f, unicode.IsControl) {
				t.Errorf("%.20q became %d bytes, %.20q", text, len(f), f)
			}
		}
		// A session, a lesson and a picture hold the view encoded: none may be too long to be read.
		if got, later, err := Decode(Encode(s)); err != nil || later || got != s {
			t.Errorf("%.20q does not come back from %d bytes: %v", text, len(Encode(s)), err)
		}
	}
}

// Names of fields are promised to pictures and lessons that lie in people's
// folders: each of these says what it said when it was written.
func TestNamesOfFieldsStay(t *testing.T) {
	t.Parallel()
	in := `{"domains":"SEC","states":"KAZ","status":"agreed","levels":"bilateral","onlyNaming":true,"from":"2020","to":"2024","timeMode":"within",` +
		`"query":"gas","meeting":"m","document":"001","statement":"001-1","page":"glossary","focusDomains":"TRD","focusStatuses":"position",` +
		`"focusStates":"UZB","focusMeetings":"n","focusDocuments":"002","focusBases":"Q","chart":"states","share":true,"table":true,"split":true,` +
		`"sort":"-1","against":"k","camera":{"lon":70,"lat":41,"span":2000},"legend":"off","capitalLinks":true}`
	s, later, err := Decode([]byte(in))
	if err != nil || later {
		t.Fatalf("later %t, %v", later, err)
	}
	want := View{
		Subject{"SEC", "KAZ", "agreed", "bilateral", true, "2020", "2024", Within, "gas"},
		Focus{"m", "001", "001-1", "glossary", "TRD", "position", "UZB", "n", "002", "Q"},
		Chart{States, true, true, true, "-1", "k"},
		Map{Camera{70, 41, 2000}, LegendOff, true},
	}
	if s.View != want {
		t.Errorf("read as %+v", s.View)
	}
	if got := string(EncodeView(want)); got != in {
		t.Errorf("written as\n%s\nnot as\n%s", got, in)
	}
	for n := range 40 { // any beginning of it is no view, and does no harm
		if s, _, err := Decode([]byte(in[:len(in)*n/40])); err == nil {
			t.Error(fmt.Sprintf("the first %d fortieths are read as", n), s)
		}
	}
}

package state

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// random returns a valid view with arbitrary choices.
func random(r *rand.Rand) State {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	some := func(list ...string) Set {
		var out []string
		for _, c := range list {
			if r.IntN(3) == 0 {
				out = append(out, c)
			}
		}
		return NewSet(out...)
	}
	s := Default()
	s.Meeting, s.Document, s.Statement = pick("", "2020-07-16-fm1"), pick("", "001"), pick("", "001-45")
	s.Domains, s.States, s.Status = some("SEC", "TRD", "SOV"), some("KAZ", "UZB"), some(Statuses()...)
	s.Levels = some("bilateral", "heads of state")
	s.OnlyNaming, s.From, s.To = r.IntN(2) == 0, pick("", "2020"), pick("", "2024-03")
	s.Query = pick("", "С+С5", `"a, b"`, "<é>&")
	s.Chart = ChartKinds()[r.IntN(5)]
	if r.IntN(2) == 0 {
		s.Camera = Camera{Lon: r.Float64()*360 - 180, Lat: r.Float64()*180 - 90, Span: r.Float64() * 10000}
	}
	s.Lang, s.Theme, s.TextSize = Languages()[r.IntN(3)], Themes()[r.IntN(4)], 0.8+r.Float64()
	s.TimeMode, s.Loop = TimeModes()[r.IntN(3)], r.IntN(2) == 0
	s.Legend, s.CapitalLinks = Legend(pick("", "on", "off")), r.IntN(2) == 0
	s.Split, s.Against = r.IntN(2) == 0, pick("", "2023-04-27-fm4")
	s.Scene, s.Share, s.HideCharts = r.IntN(3), r.IntN(2) == 0, r.IntN(2) == 0
	return s.Valid()
}

func TestEncodeDecode(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		s := random(r)
		got, err := Decode(Encode(s))
		if err != nil || got != s {
			t.Fatalf("Decode(Encode(%+v)) = %+v, %v", s, got, err)
		}
		if strings.ContainsRune(string(Encode(s)), '\n') {
			t.Fatal("an encoded view is more than one line")
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"", "null x", "[]", `{"chart":1}`, `{"unknown":1}`, `{} {}`, "{\"query\":\"\xff\"}", `{"query":"` + strings.Repeat("x", MaxEncoded) + `"}`,
	} {
		if s, err := Decode([]byte(in)); err == nil {
			t.Errorf("Decode(%.40q) = %+v, want an error", in, s)
		}
	}
}

func TestValid(t *testing.T) {
	t.Parallel()
	s := State{Status: "position,agreed,nonsense", Chart: "pie", Lang: "xx", Theme: "pink", TextSize: math.NaN(), Camera: Camera{Lon: 999}, SplitMap: 7, Scene: -1, Query: "a\x00b"}.Valid()
	want := Default()
	want.Status, want.Query = "agreed,position", "ab"
	if s != want {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
	all := State{Status: NewSet(Statuses()...)}.Valid()
	if all.Status != AllStatuses {
		t.Errorf("all statuses are %q, want no restriction", all.Status)
	}
}

func TestABeginningMakesAWindow(t *testing.T) {
	t.Parallel()
	s := SetTime{From: "2023"}.Apply(Default())
	if s.TimeMode != Within {
		t.Errorf("a window from 2023 on is set as %q", s.TimeMode)
	}
	if got, err := Decode([]byte(`{"from":"2023","legend":"no"}`)); err != nil || got.TimeMode != Within || got.Legend != LegendAuto {
		t.Errorf("decoded as %q, legend %q, %v", got.TimeMode, got.Legend, err)
	}
	if s = (SetTime{}).Apply(s); s.TimeMode != Within {
		t.Error("opening the window takes its beginning away")
	}
	if s = (Reset{}).Apply(s); s.TimeMode != UpTo || s != Default() {
		t.Errorf("reset leaves %+v", s)
	}
}

func TestSet(t *testing.T) {
	t.Parallel()
	s := NewSet("TRD", " SEC", "TRD,AGR", "")
	if s != "AGR,SEC,TRD" || s.Len() != 3 || !s.Has("SEC") || s.Has("SE") || s.Has("") {
		t.Errorf("set is %q", s)
	}
	if got := s.Toggle("SEC").Toggle("ENE"); got != "AGR,ENE,TRD" {
		t.Errorf("toggled set is %q", got)
	}
	if !Set("").Allows("X") || s.Allows("X") || !s.Allows("TRD") {
		t.Error("Allows is wrong")
	}
}

// Apply twice is once, for every action that sets a value.
func TestActionsAreIdempotent(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for _, a := range []Action{
		SelectMeeting("m"), SelectDocument("d"),
		SelectStatement{"d", "m", "s"},
		ClearSelection{},
		SetDomains("SEC"), SetStates("KAZ"),
		SetStatus(Agreements), SetLevels("other"), SetOnlyNaming(true),
		SetTime{"2020", "2021"},
		Search("x"),
		Reset{},
		SetChart(Matrix),
		SetCamera{Lon: 1, Lat: 2, Span: 3},
		SetCamera{Lon: math.NaN(), Span: 1},
		SetLang("uk"), SetTheme(Dark), SetTextSize(9),
		ShowScene{N: 2, View: Default()},
		Replace(Default()),
	} {
		s := random(r)
		once := a.Apply(s)
		if twice := a.Apply(once); twice != once {
			t.Errorf("%T: twice is not once: %+v, %+v", a, once, twice)
		}
	}
}

func TestStoreTellsOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	var charts, langs []string
	Watch(st, func(s State) ChartKind { return s.Chart }, func(c ChartKind) { charts = append(charts, string(c)) })
	stop := Watch(st, func(s State) string { return s.Lang }, func(l string) { langs = append(langs, l) })
	st.Dispatch(SetChart(Matrix))
	st.Dispatch(SetChart(Matrix))
	st.Dispatch(SetLang("uk"))
	stop()
	stop()
	st.Dispatch(SetLang("ru"))
	if got := strings.Join(charts, " "); got != "domains matrix" {
		t.Errorf("charts seen: %s", got)
	}
	if got := strings.Join(langs, " "); got != "en uk" {
		t.Errorf("languages seen: %s", got)
	}
}

func TestDispatchInsideAWatcherWaits(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	var order []string
	Watch(st, func(s State) ChartKind { return s.Chart }, func(c ChartKind) {
		if c == Matrix {
			st.Dispatch(SetChart(Timeline))
		}
		order = append(order, "a "+string(c))
	})
	Watch(st, func(s State) ChartKind { return s.Chart }, func(c ChartKind) { order = append(order, "b "+string(c)) })
	st.Dispatch(SetChart(Matrix))
	if got := strings.Join(order, ", "); got != "a domains, b domains, a matrix, b matrix, a timeline, b timeline" {
		t.Errorf("order: %s", got)
	}
}

func TestUndo(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	st.Dispatch(SetChart(Matrix))
	for i := range 5 {
		st.Dispatch(SetCamera{Lon: float64(i), Lat: 40, Span: 1000}) // one drag
	}
	st.Dispatch(SetLang("uk")) // no step of its own
	st.Break()
	st.Dispatch(SetCamera{Lon: 90, Lat: 40, Span: 1000}) // another drag
	for i, want := range []struct {
		chart ChartKind
		lon   float64
	}{{Matrix, 4}, {Matrix, 0}, {Domains, 0}} {
		st.Undo()
		if s := st.State(); s.Chart != want.chart || s.Camera.Lon != want.lon || s.Lang != "uk" {
			t.Errorf("after %d undos: chart %s, lon %g, lang %s; want %s, %g, uk", i+1, s.Chart, s.Camera.Lon, s.Lang, want.chart, want.lon)
		}
	}
	if st.CanUndo() {
		t.Error("there is more to undo than was done")
	}
	st.Redo()
	st.Redo()
	st.Redo()
	if s := st.State(); s.Camera.Lon != 90 || st.CanRedo() {
		t.Errorf("after redo: %+v", s)
	}
	st.Undo()
	st.Dispatch(SetChart(States))
	if st.CanRedo() {
		t.Error("a new change leaves something to redo")
	}
}

func TestAmendIsPartOfTheStepBefore(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	st.Dispatch(SelectMeeting("m"))
	st.Amend(SetCamera{Lon: 90, Lat: 40, Span: 900})
	st.Undo()
	if s := st.State(); s.Meeting != "" || !s.Camera.Fits() || st.CanUndo() {
		t.Errorf("after one undo: %+v", s)
	}
	st.Redo()
	if s := st.State(); s.Meeting != "m" || s.Camera.Span != 900 {
		t.Errorf("after redo: %+v", s)
	}
}

func TestWatchersMayLeaveWhileTold(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	var stops [3]func()
	told := 0
	for i := range stops {
		stops[i] = Watch(st, func(s State) ChartKind { return s.Chart }, func(c ChartKind) {
			if c == Matrix {
				told++
				for _, stop := range stops {
					stop()
				}
			}
		})
	}
	st.Dispatch(SetChart(Matrix))
	if told != 1 {
		t.Errorf("%d watchers were told, want 1: the first sent the others away", told)
	}
}

func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 8 {
		f.Add(Encode(random(r)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Decode(data)
		if err != nil {
			return
		}
		if again, err := Decode(Encode(s)); err != nil || again != s {
			t.Errorf("a decoded view does not survive: %+v, %+v, %v", s, again, err)
		}
	})
}

// BenchmarkDispatch measures one change with fifty watchers.
func BenchmarkDispatch(b *testing.B) {
	st := NewStore(Default())
	for range 50 {
		Watch(st, func(s State) ChartKind { return s.Chart }, func(ChartKind) {})
	}
	i := 0.0
	b.ReportAllocs()
	for b.Loop() {
		i++
		st.Dispatch(SetCamera{Lon: math.Mod(i, 100), Lat: 1, Span: 1})
	}
}

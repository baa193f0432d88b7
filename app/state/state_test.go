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
	s.Domains, s.States, s.Status = some("SEC", "TRD", "SOV"), some("KAZ", "UZB"), some("agreed", "intended", "position")
	s.Levels = some("bilateral", "heads of state")
	s.OnlyNaming, s.From, s.To = r.IntN(2) == 0, pick("", "2020"), pick("", "2024-03")
	s.Query = pick("", "С+С5", `"a, b"`, "<é>&")
	s.Kind = ChartKinds()[r.IntN(len(ChartKinds()))]
	if r.IntN(2) == 0 {
		s.Camera = Camera{Lon: r.Float64()*360 - 180, Lat: r.Float64()*180 - 90, Span: r.Float64() * 10000}
	}
	s.Lang, s.Theme, s.TextSize = []string{"en", "uk", "zh-Hant"}[r.IntN(3)], Themes()[r.IntN(4)], 0.8+r.Float64()
	s.SecondLang = pick("", "zh", "uk", "uz-Latn")
	s.TimeMode, s.Loop = TimeModes()[r.IntN(3)], r.IntN(2) == 0
	s.Legend, s.CapitalLinks = Legend(pick("", "on", "off")), r.IntN(2) == 0
	s.Split, s.Against = r.IntN(2) == 0, pick("", "2023-04-27-fm4")
	s.LitDomains, s.LitStates, s.LitMeetings = some("SEC", "TRD"), some("KAZ", "UZB"), some("2020-07-16-fm1", "2023-04-27-fm4")
	s.LitStatuses, s.LitDocuments = some("agreed", "intended"), some("000", "001")
	s.Scene, s.Share, s.HideCharts = r.IntN(3), r.IntN(2) == 0, r.IntN(2) == 0
	return s.Valid()
}

func TestEncodeDecode(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		s := random(r)
		got, later, err := Decode(Encode(s))
		if err != nil || got != s || later {
			t.Fatalf("Decode(Encode(%+v)) = %+v, %t, %v", s, got, later, err)
		}
		if got, _, err := Decode(EncodeView(s.View)); err != nil || got.View != s.View || got.Person != Default().Person {
			t.Fatalf("Decode(EncodeView(%+v)) = %+v, %v", s.View, got, err)
		}
		if strings.ContainsRune(string(Encode(s)), '\n') {
			t.Fatal("an encoded view is more than one line")
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"", "null x", "[]", "null", `{"chart":1}`, `{} {}`, "{\"query\":\"\xff\"}", `{"query":"` + strings.Repeat("x", MaxEncoded) + `"}`,
	} {
		if s, _, err := Decode([]byte(in)); err == nil {
			t.Errorf("Decode(%.40q) = %+v, want an error", in, s)
		}
	}
}

func TestValid(t *testing.T) {
	t.Parallel()
	var s State
	s.Status, s.Kind, s.Lang, s.Theme, s.TextSize = "position,agreed,agreed", "pie", "x y", "pink", math.NaN()
	s.SecondLang = "中文"
	s.Camera, s.SplitMap, s.Scene, s.Query = Camera{Lon: 999}, 7, -1, "a\x00b"
	want := Default()
	want.Status, want.Query = "agreed,position", "ab"
	if got := s.Valid(); got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestABeginningMakesAWindow(t *testing.T) {
	t.Parallel()
	s := SetTime{From: "2023"}.Apply(Default())
	if s.TimeMode != Within {
		t.Errorf("a window from 2023 on is set as %q", s.TimeMode)
	}
	if got, _, err := Decode([]byte(`{"from":"2023","legend":"no"}`)); err != nil || got.TimeMode != Within || got.Legend != LegendAuto {
		t.Errorf("decoded as %q, legend %q, %v", got.TimeMode, got.Legend, err)
	}
	if s = (SetTime{}).Apply(s); s.TimeMode != Within {
		t.Error("opening the window takes its beginning away")
	}
	if s = (Reset{Default().Subject}).Apply(s); s.TimeMode != UpTo || s != Default() {
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

// actions is one of every action, with arbitrary values, out of range too.
func actions(r *rand.Rand) []Action {
	text := func() string {
		return []string{"", "m", "SEC", "UZB,KAZ", "KAZ,, KAZ", "a\x00b", strings.Repeat("x", 5000), "2023-05", "<>&"}[r.IntN(9)]
	}
	num := func() float64 {
		return []float64{0, 1, -1, 90, 4e4, 1e9, math.NaN(), math.Inf(1), r.NormFloat64() * 100}[r.IntN(9)]
	}
	v := random(r)
	v.Query, v.Camera.Lon, v.Kind = text(), num(), ChartKind(text())
	return []Action{
		SelectMeeting(text()), SelectDocument(text()),
		SelectStatement{text(), text(), text()},
		ClearSelection{},
		SetDomains(text()), SetStates(text()), SetStatus(text()), SetLevels(text()),
		SetOnlyNaming(r.IntN(2) == 0),
		SetTime{text(), text()},
		Search(text()),
		Reset{v.Subject},
		SetChart(text()),
		SetCamera{Lon: num(), Lat: num(), Span: num()},
		SetLang(text()), SetSecondLang(text()), SetTheme(text()), SetTextSize(num()), SetReduceMotion(r.IntN(2) == 0),
		ShowScene{N: r.IntN(5) - 1, View: v.View},
		Show(v.View),
		FocusOn{Codes: v.Focus, Add: r.IntN(2) == 0},
		LetGo{},
		OnlyFocus{},
		Func(func(s State) State { s.From, s.TextSize = "2023", num(); return s }),
	}
}

// Whatever an action does to whatever view, the store shows a view that is
// valid and survives being written and read.
func TestEveryActionKeepsTheViewValid(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		s := random(r)
		for _, a := range actions(r) {
			st := NewStore(s)
			st.Dispatch(a)
			got := st.State()
			if got != got.Valid() {
				t.Fatalf("%T%+v makes %+v, which is not valid", a, a, got)
			}
			if again, later, err := Decode(Encode(got)); err != nil || later || again != got {
				t.Fatalf("%T%+v: %+v comes back as %+v, %v", a, a, got, again, err)
			}
			if st.Undo(); st.State().View != s.View {
				t.Fatalf("%T%+v: undo leads to %+v, not to %+v", a, a, st.State(), s)
			}
		}
	}
}

// Apply twice is once, for every action that sets a value.
func TestActionsAreIdempotent(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		for _, a := range actions(r) {
			if _, turns := a.(FocusOn); turns {
				continue // a second click lets go
			}
			s := random(r)
			if f, ok := a.(Func); ok {
				if s = f(s).Valid(); math.IsNaN(s.TextSize) {
					t.Fatal("a view is not valid")
				}
				continue
			}
			once := a.Apply(s).Valid()
			if twice := a.Apply(once).Valid(); twice != once {
				t.Errorf("%T%+v: twice is not once: %+v, %+v", a, a, once, twice)
			}
		}
	}
}

func TestStoreTellsOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	var charts, langs []string
	Watch(st, func(s State) ChartKind { return s.Kind }, func(c ChartKind) { charts = append(charts, string(c)) })
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
	Watch(st, func(s State) ChartKind { return s.Kind }, func(c ChartKind) {
		if c == Matrix {
			st.Dispatch(SetChart(Timeline))
		}
		order = append(order, "a "+string(c))
	})
	Watch(st, func(s State) ChartKind { return s.Kind }, func(c ChartKind) { order = append(order, "b "+string(c)) })
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
		if s := st.State(); s.Kind != want.chart || s.Camera.Lon != want.lon || s.Lang != "uk" {
			t.Errorf("after %d undos: chart %s, lon %g, lang %s; want %s, %g, uk", i+1, s.Kind, s.Camera.Lon, s.Lang, want.chart, want.lon)
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
		stops[i] = Watch(st, func(s State) ChartKind { return s.Kind }, func(c ChartKind) {
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

// Views live for ever inside pictures: what a later version writes opens, and
// what it wrote besides is named as such.
func TestDecodeALaterVersion(t *testing.T) {
	t.Parallel()
	for in, later := range map[string]bool{
		`{"status":"agreed","chart":"matrix"}`:                         false,
		`{"status":"agreed","chart":"matrix","glow":{"deep":[1,2,3]}}`: true,
		`{"status":"agreed","chart":"spiral","Lang":"uk"}`:             true,
		`{"STATUS":"agreed","Lang":"uk"}`:                              false,
	} {
		s, got, err := Decode([]byte(in))
		if err != nil || got != later || s.Status != "agreed" || s != s.Valid() {
			t.Errorf("Decode(%s) = %+v, later %t, %v; want later %t", in, s, got, err, later)
		}
	}
}

func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 8 {
		f.Add(Encode(random(r)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, _, err := Decode(data)
		if err != nil {
			return
		}
		if again, later, err := Decode(Encode(s)); err != nil || later || again != s {
			t.Errorf("a decoded view does not survive: %+v, %+v, %v", s, again, err)
		}
	})
}

// BenchmarkDispatch measures one change with fifty watchers.
func BenchmarkDispatch(b *testing.B) {
	st := NewStore(Default())
	for range 50 {
		Watch(st, func(s State) ChartKind { return s.Kind }, func(ChartKind) {})
	}
	i := 0.0
	b.ReportAllocs()
	for b.Loop() {
		i++
		st.Dispatch(SetCamera{Lon: math.Mod(i, 100), Lat: 1, Span: 1})
	}
}

// What Revise takes away is gone from the present and from all that undo and redo
// lead to, without a step of its own; Begin leaves nothing to go back to.
func TestReviseAndBegin(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	for _, d := range []Set{"SEC", "SEC,TRD", "TRD"} {
		st.Break()
		st.Dispatch(SetDomains(d))
	}
	st.Undo()
	heard := 0
	defer Watch(st, func(s State) Set { return s.Domains }, func(Set) { heard++ })()
	st.Revise(func(s State) State { s.Domains = NewSet("TRD"); return s })
	if st.State().Domains != "TRD" || heard != 2 {
		t.Errorf("%q, heard %d", st.State().Domains, heard)
	}
	for _, step := range []func(){st.Redo, st.Undo, st.Undo} {
		if step(); st.State().Domains != "TRD" {
			t.Errorf("comes back as %q", st.State().Domains)
		}
	}
	st.Begin(Default())
	if st.CanUndo() || st.CanRedo() || st.State() != Default() {
		t.Errorf("begins at %+v", st.State())
	}
}

package scene

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/charts"
)

// shipped is a room around the embedded package, which nothing changes.
var shipped = sync.OnceValues(func() (*Room, error) {
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		return nil, err
	}
	return NewRoom(d)
})

func room(t testing.TB) *Room {
	t.Helper()
	r, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// blocks makes all blocks of a page.
func blocks(page Page) []Block {
	out := make([]Block, page.Len())
	for i := range out {
		out[i] = page.Block(i)
	}
	return out
}

// randomView filters at random; about one in eight leaves nothing.
func randomView(r *rand.Rand) state.State {
	some := func(n int, list ...string) state.Set {
		var out []string
		for _, c := range list {
			if r.IntN(n) == 0 {
				out = append(out, c)
			}
		}
		return state.NewSet(out...)
	}
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	s := state.Default()
	s.Kind = state.ChartKinds()[r.IntN(len(state.ChartKinds()))]
	s.Status = some(2, "agreed", "to be signed", "announced", "intended", "position")
	if r.IntN(2) == 0 {
		s.Domains = some(4, "SOV", "SEC", "MUL", "INS", "TRD", "TRN", "FIN", "AGR", "HLT", "TEC", "ENE", "CUL")
	}
	if r.IntN(2) == 0 {
		s.States = some(4, "CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB")
	}
	if r.IntN(3) == 0 {
		s.Levels = some(2, "heads of state", "foreign ministers", "bilateral", "other")
	}
	s.OnlyNaming = r.IntN(3) == 0
	s.From, s.To = pick("", "", "2021", "2023-04-27"), pick("", "", "2023", "2024-03-29", "2025-06")
	s.Split = r.IntN(4) == 0
	if r.IntN(4) == 0 {
		s.Meeting, s.Against = "2020-07-16-fm1", pick("2024-03-29-kaz", "2025-08-30-kaz", "none")
	}
	s.Query = pick("", "", "", "cooperation", "Казахстан", "Xi'an")
	return s.Valid()
}

// Panes, chart, table and map agree with one another under any filter; that
// they agree with a count made by other code is tested in app/export.
func TestPanesAgree(t *testing.T) {
	t.Parallel()
	rm := room(t)
	p := i18n.For("en")
	r := rand.New(rand.NewPCG(7, 8))
	for range 600 {
		s := randomView(r)
		sel := Select(rm.Data, s)
		n := len(sel.Statements)
		docs := 0
		list := DocumentList(rm, sel, s, p)
		for i := range list.Len() {
			row := list.Row(i)
			docs += row.Count
			if row.Selected != (row.ID == s.Document) {
				t.Fatalf("the selected document is %q, %s says %v", s.Document, row.ID, row.Selected)
			}
		}
		onMap, tray := 0, 0
		for _, m := range markers(rm, sel, s, p) {
			onMap += int(m.Weight)
		}
		for _, c := range Tray(rm, sel, s, p) {
			tray += c.Count
		}
		if docs != n || onMap+tray != n {
			t.Fatalf("%+v: %d statements, %d in the documents, %d on the map and %d in the tray", s, n, docs, onMap, tray)
		}
		plotted := 0
		for _, row := range Count(rm, sel, s, p).Plot().Rows {
			plotted += row.Count
		}
		drawn := 0.0
		c := Count(rm, sel, s, p).Chart(PaletteFor(state.Light))
		for _, values := range append(panelValues(c), c.Values) {
			for _, row := range values {
				for _, v := range row {
					drawn += v
				}
			}
		}
		if float64(plotted) != drawn {
			t.Fatalf("%+v: %d plotted, %g drawn", s, plotted, drawn)
		}
		if !SpecFor(rm, s).Many() && !Comparing(rm, s) && plotted != n {
			t.Fatalf("%+v: %d plotted, %d statements", s, plotted, n)
		}
		if (Empty(rm, sel, s, p) == "") != (n > 0) {
			t.Fatalf("%+v: %d statements, empty says %q", s, n, Empty(rm, sel, s, p))
		}
	}
}

func panelValues(c *charts.Chart) [][][]float64 {
	var out [][][]float64
	for _, p := range c.Panels {
		out = append(out, p.Values)
	}
	return out
}

// The counts follow from check-tables.md: all statements by state and domain,
// and those of documents 001 and 004, which are the meetings compared.
func TestSplitAndCompare(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	s := room(t).Opening()
	s.Status, s.Split = state.AllStatuses, true
	got := map[string]int{}
	for _, row := range Count(rm, Select(rm.Data, s), s, p).Plot().Rows {
		got[row.Codes[0]+" "+row.Codes[1]] += row.Count
	}
	for k, n := range map[string]int{"KAZ SOV": 24, "UZB CUL": 3, "TJK TRD": 8, "CHN ENE": 1, "TKM ENE": 0} {
		if got[k] != n {
			t.Errorf("split: %s has %d, want %d", k, got[k], n)
		}
	}
	s.Meeting, s.Against = "2024-03-29-kaz", "2020-07-16-fm1"
	plot := Count(rm, Select(rm.Data, s), s, p).Plot()
	clear(got)
	for _, row := range plot.Rows {
		got[row.Codes[0]+" "+row.Codes[1]] += row.Count
	}
	for k, n := range map[string]int{"SOV 2024-03-29-kaz": 10, "SOV 2020-07-16-fm1": 6, "HLT 2020-07-16-fm1": 6, "HLT 2024-03-29-kaz": 0} {
		if got[k] != n {
			t.Errorf("compare: %s has %d, want %d", k, got[k], n)
		}
	}
	c := Count(rm, Select(rm.Data, s), s, p).Chart(PaletteFor(state.Light))
	if c.Kind != charts.Compare || len(c.Columns) != 2 || c.Columns[0].Key != "2020-07-16-fm1" {
		t.Errorf("the earlier meeting stands first: %+v", c.Columns)
	}
}

// A click on a mark lights exactly the statements that the mark stands for and
// hides none, and a second click takes it back.
func TestChartActionLightsTheMark(t *testing.T) {
	t.Parallel()
	rm := room(t)
	p := i18n.For("en")
	for _, kind := range state.ChartKinds() {
		s := room(t).Opening()
		s.Kind = kind
		for _, row := range Count(rm, Select(rm.Data, s), s, p).Plot().Rows {
			m := charts.Mark{Row: row.Codes[0], Series: row.Codes[len(row.Codes)-1]}
			if kind == state.Chronology {
				m.Series = row.Codes[1]
			}
			v := ChartAction(rm, s, m, false).Apply(s)
			sel := Select(rm.Data, v)
			listed := 0
			for _, b := range blocks(Reader(rm, sel, v, p)) {
				if b.Kind == StatementBlock && !b.Muted {
					listed++
				}
			}
			if len(sel.Lit) != row.Count || listed != row.Count || len(sel.Statements) != 41 {
				t.Errorf("%s %v: a click lights %d of %d statements and lists %d, the mark says %d", kind, row.Codes, len(sel.Lit), len(sel.Statements), listed, row.Count)
			}
			if back := ChartAction(rm, v, m, false).Apply(v); back != s {
				t.Errorf("%s %v: a second click leaves %+v", kind, row.Codes, back.Focus)
			}
		}
	}
}

// No text may call all statements agreements.
func TestNinetyAgreementsCannotAppear(t *testing.T) {
	t.Parallel()
	rm := room(t)
	for _, lang := range i18n.Languages() {
		p := i18n.For(lang)
		agreement := p.T("scene.whatAgreements")
		for _, kind := range state.ChartKinds() {
			for _, status := range []state.Set{state.AllStatuses, state.Set("position"), state.NewSet("intended", "position")} {
				s := room(t).Opening()
				s.Kind, s.Status, s.Lang = kind, status, lang
				sel := Select(rm.Data, s)
				for _, text := range []string{Title(rm, s, p), MapTitle(rm, s, p), Subtitle(rm, sel, s, p), Count(rm, sel, s, p).Describe(), StatusLine(rm, sel, s, p)} {
					if strings.Contains(strings.ToLower(text), strings.ToLower(agreement)) {
						t.Errorf("%s, status %q: %s", lang, status, text)
					}
				}
			}
		}
	}
}

func TestReader(t *testing.T) {
	t.Parallel()
	rm := room(t)
	s := room(t).Opening()
	s.Status = state.AllStatuses
	for _, lang := range i18n.Languages() {
		p := i18n.For(lang)
		for i := range rm.Data.Documents {
			v := state.SelectDocument(rm.Data.Documents[i].ID).Apply(s)
			page := Reader(rm, Select(rm.Data, v), v, p)
			n := 0
			for _, b := range blocks(page) {
				if b.Kind == StatementBlock {
					n++
					if b.StatusLabel == "" || len(b.Badges) < 3 || b.Speaker == "" {
						t.Errorf("%s: statement %s is shown without its chain: %+v", lang, b.ID, b)
					}
				}
				if strings.Contains(b.Text+b.Label+b.Speaker+b.Note, "scene.") {
					t.Errorf("%s: a key instead of a text: %+v", lang, b)
				}
			}
			if want := map[string]int{"000": 15, "001": 46, "002": 3, "003": 8, "004": 15}[v.Document]; n != want {
				t.Errorf("document %s shows %d statements, want %d", v.Document, n, want)
			}
		}
		for i := range rm.Data.Meetings {
			m := &rm.Data.Meetings[i]
			v := state.SelectMeeting(m.ID).Apply(s)
			page := Reader(rm, Select(rm.Data, v), v, p)
			notes := slices.ContainsFunc(blocks(page), func(b Block) bool { return b.Kind == NoteBlock && b.Text == p.N("scene.outside", 5) })
			if notes != m.Outside() {
				t.Errorf("%s: marked as known from outside: %v, want %v", m.ID, notes, m.Outside())
			}
		}
	}
}

// The lesson has a scene for each dated meeting with statements, in order of time,
// the others as one, an opening, what the data say, the chart and a closing; and at
// least nine of ten scenes show something that the one before did not.
func TestDeck(t *testing.T) {
	t.Parallel()
	rm := room(t)
	want := map[string]bool{}
	for i := range rm.Data.Statements {
		id := rm.Data.Statements[i].Meeting
		if _, dated := rm.Data.When(id); dated {
			want[id] = true
		}
	}
	for _, lang := range i18n.Languages() {
		steps := Deck(rm, rm.Opening(), i18n.For(lang))
		last, same := "", 0
		got := map[string]bool{}
		for i, st := range steps {
			if i > 0 && st.Panes == steps[i-1].Panes && (st.View == steps[i-1].View || st.Panes == WordsAlone) {
				same++
			}
			if st.Title == "" || st.Caption == "" {
				t.Errorf("%s: scene %d has an empty text: %+v", lang, i+1, st)
			}
			if st.View.Meeting == "" {
				continue
			}
			got[st.View.Meeting] = true
			when, ok := rm.Data.When(st.View.Meeting)
			if !ok || when.First.Format("2006-01-02") < last || st.When == "" {
				t.Errorf("%s is out of order", st.View.Meeting)
			}
			last = when.First.Format("2006-01-02")
		}
		if !maps.Equal(got, want) || len(steps) != len(want)+5 {
			t.Errorf("%d steps, of the meetings %v; want 5 more than %v", len(steps), got, want)
		}
		if same*10 > len(steps) {
			t.Errorf("%d of %d scenes show what the one before did", same, len(steps))
		}
	}
}

func TestViewportAndCamera(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 10))
	for range 500 {
		s := room(t).Opening()
		s.Camera = state.Camera{Lon: round(50+r.Float64()*85, 1e4), Lat: round(20+r.Float64()*35, 1e4), Span: round(60+r.Float64()*5000, 1e2)}
		c := CameraOf(Viewport(room(t), s, 900, 600, 1.5))
		if d := c.Lon - s.Camera.Lon; d > 2e-4 || d < -2e-4 {
			t.Fatalf("camera %+v came back as %+v", s.Camera, c)
		}
		if d := c.Span - s.Camera.Span; d > 0.02 || d < -0.02 {
			t.Fatalf("camera %+v came back as %+v", s.Camera, c)
		}
	}
}

func TestVisitsGoToTheCapitalOfTheOtherParty(t *testing.T) {
	t.Parallel()
	d := room(t).Data
	s := room(t).Opening()
	s.Meeting = "2023-04-26-talks"
	at := func(id string) orb.Point { return d.Place(id).LonLat }
	n := map[orb.Point]int{}
	for _, l := range visits(d, Select(d, s), s) {
		if l.To == at("xian") && l.Selected {
			n[l.From]++
		}
		if l.From == l.To {
			t.Errorf("a line from %v to itself", l.From)
		}
	}
	for _, c := range []string{"astana", "bishkek", "dushanbe", "ashgabat", "tashkent"} {
		if n[at(c)] != 1 {
			t.Errorf("%d lines from the talks in Xi'an to %s", n[at(c)], c)
		}
	}
	if n[at("beijing")] != 0 {
		t.Error("the host is a visitor")
	}
	s.Levels = "heads of state"
	if v := visits(d, Select(d, s), s); len(v) != 0 {
		t.Errorf("%d lines although no bilateral meeting is shown", len(v))
	}
}

package shell

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/assets"
)

// record is a row of a table of the data, read without the program.
type record map[string]string

func table(t *testing.T, name string) (out []record) {
	t.Helper()
	text, err := fs.ReadFile(assets.Data(), name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		r := record{}
		for i, cell := range row {
			r[rows[0][i]] = cell
		}
		out = append(out, r)
	}
	return out
}

// codes is what a statement has of a dimension.
func (r record) codes(dim string) []string {
	if dim == "state" {
		return strings.Fields(r["states"])
	}
	return []string{r[dim]}
}

// in reports whether a statement has one of the codes, or all are meant.
func (r record) in(dim string, set state.Set) bool {
	return set == "" || slices.ContainsFunc(r.codes(dim), set.Has)
}

// light knows from the tables alone what a focus lights.
type light struct {
	statements []record // that pass the filters
	meetings   map[string]record
	about      map[string]string // the meetings of each document
	focus      state.Focus
}

func (l *light) on(r record) bool {
	for _, d := range state.Dimensions() {
		if !r.in(string(d), l.focus.Lit(d)) {
			return false
		}
	}
	return true
}

// count is how many statements have these codes, and how many of them are lit.
func (l *light) count(of record) (all, lit int) {
	for _, r := range l.statements {
		has := true
		for dim, code := range of {
			has = has && slices.Contains(r.codes(dim), code)
		}
		if has {
			all++
			if l.on(r) {
				lit++
			}
		}
	}
	return all, lit
}

// shares reports whether a meeting shares what is lit: by a lit statement, or, of
// those of which nothing is coded, by itself or by a party to it.
func (l *light) shares(id string) bool {
	if _, lit := l.count(record{"meeting": id}); lit > 0 {
		return true
	}
	f := l.focus
	others := f.WithLit(state.ByMeeting, "").WithLit(state.ByState, "")
	m := l.meetings[id]
	for _, doc := range f.LitDocuments.Codes() { // one of which the filters leave nothing lights what it is about
		if all, _ := l.count(record{"document": doc}); all == 0 && slices.Contains(strings.Fields(l.about[doc]), id) && !f.WithLit(state.ByDocument, "").Lights() {
			return true
		}
	}
	return m["coded"] == "" && !others.Lights() && f.LitMeetings.Allows(id) && (f.LitStates == "" || slices.ContainsFunc(strings.Fields(m["parties"]), f.LitStates.Has))
}

// check compares what every pane has with the tables.
func (l *light) check(t *testing.T, s *Shell, what string) {
	t.Helper()
	h := s.host
	v, sel, p := h.State(), h.Selection(), h.Printer()
	bad := func(format string, args ...any) {
		t.Helper()
		t.Errorf("%s, lit %+v: %s", what, l.focus, fmt.Sprintf(format, args...))
	}
	at := map[string]int{}
	shared := map[string]bool{}
	for id, m := range l.meetings {
		_, lit := l.count(record{"meeting": id})
		at[m["place"]] += lit
		shared[m["place"]] = shared[m["place"]] || l.shares(id)
	}
	for _, m := range scene.Map(h.Room, sel, v, p, h.Palette(), scene.Viewport(h.Room, v, 900, 600, 1)).Markers {
		if int(m.Lit) != at[m.ID] || m.Muted == shared[m.ID] {
			bad("marker %s has %v lit, muted %v; want %d", m.ID, m.Lit, m.Muted, at[m.ID])
		}
	}
	for _, x := range scene.Ticks(h.Room, sel, v) {
		if x.Muted == l.shares(x.ID) {
			bad("the dot of %s is muted: %v", x.ID, x.Muted)
		}
	}
	for _, x := range scene.Tray(h.Room, sel, v, p) {
		if _, lit := l.count(record{"meeting": x.ID}); x.Lit != lit || x.Muted == l.shares(x.ID) {
			bad("the tray has %s with %d lit, muted %v; want %d", x.ID, x.Lit, x.Muted, lit)
		}
	}
	docs := scene.DocumentList(h.Room, sel, v, p)
	for i := range docs.Len() {
		x := docs.Row(i)
		all, lit := l.count(record{"document": x.ID})
		itself := l.focus.LitDocuments.Has(x.ID)
		if x.Count != all || x.Lit != lit || x.Muted != (lit == 0 && !itself) || x.Selected == x.Muted {
			bad("document %s: %+v, want %d of %d", x.ID, x, lit, all)
		}
	}
	for _, kind := range state.ChartKinds() {
		l.checkChart(t, s, kind, bad)
	}
	// The reader lists what is lit, all of it and nothing else.
	var listed, want []string
	page := scene.Reader(h.Room, sel, v, p)
	for i := range page.Len() {
		if b := page.Block(i); b.Kind == scene.StatementBlock && !b.Muted {
			listed = append(listed, b.ID)
		}
	}
	for _, r := range l.statements {
		if l.on(r) {
			want = append(want, r["id"])
		}
	}
	slices.Sort(listed)
	slices.Sort(want)
	if listed = slices.Compact(listed); !slices.Equal(listed, want) {
		bad("the reader lists %q, want %q", listed, want)
	}
}

// checkChart compares every mark of a chart with the tables: what it counts, and
// how much of that is lit. Rows and columns of other codes than the lit ones are
// dark, also where a statement stands in several.
func (l *light) checkChart(t *testing.T, s *Shell, kind state.ChartKind, bad func(string, ...any)) {
	t.Helper()
	h := s.host
	v := h.State()
	v.Kind = kind
	plot := scene.Count(h.Room, h.Selection(), v, h.Printer()).Plot()
	for _, row := range plot.Rows {
		of, dark := record{}, false
		for i, dim := range plot.Dims {
			switch dim {
			case "date":
				continue
			case "level": // of the meeting
				continue
			}
			of[dim] = row.Codes[i]
			if set := l.focus.Lit(state.Dimension(dim)); set != "" && !set.Has(row.Codes[i]) {
				dark = true
			}
		}
		all, lit := l.count(of)
		if dark {
			lit = 0
		}
		if row.Count != all || row.Lit != lit {
			bad("%s: %q has %d of %d lit, want %d of %d", kind, row.Codes, row.Lit, row.Count, lit, all)
		}
	}
}

// grid is points all over an object, in the window.
func grid(o fyne.CanvasObject, stepX, stepY float32) (out []fyne.Position) {
	from, size := uitest.At(o), o.Size()
	for y := stepY / 2; y < size.Height; y += stepY {
		for x := stepX / 4; x < size.Width; x += stepX {
			out = append(out, from.AddXY(x, y))
		}
	}
	return out
}

// A click on whatever answers, wherever it stands, lights in every pane exactly
// what shares it, by the tables of the data: markers with their counts, dots of
// the axis, rows of the tray, documents with their counts, the marks of every
// chart, the reader. Foci of every dimension, and of two at once, come of clicks.
func TestAClickLightsExactlyWhatSharesIt(t *testing.T) {
	v := opening()
	h, q := uitest.Host(t, v)
	pause := uitest.Pause(h)
	s := openOn(t, h, fyne.NewSize(1366, 900))
	l := &light{meetings: map[string]record{}, about: map[string]string{}}
	for _, x := range table(t, "documents.csv") {
		l.about[x["id"]] = x["meetings"]
	}
	for _, m := range table(t, "meetings.csv") {
		l.meetings[m["id"]] = m
	}
	for _, r := range table(t, "statements.csv") {
		l.meetings[r["meeting"]]["coded"] = "yes"
		if v.Status.Has(r["status"]) {
			l.statements = append(l.statements, r)
		}
	}
	settle := func() { // until pictures have come, and no more do
		last := time.Now().Add(time.Second)
		for time.Until(last) > 0 {
			select {
			case f := <-q:
				f()
				last = time.Now().Add(300 * time.Millisecond)
			case <-time.After(20 * time.Millisecond):
			}
		}
	}
	settle()
	seen, dims := map[state.Focus]bool{}, map[string]int{}
	for _, kind := range state.ChartKinds() {
		pause(false)
		h.Dispatch(state.SetChart(kind))
		settle()
		pause(true) // where things are is known; what is lit is read off the scenes
		before := h.Store.State()
		panes := []fyne.CanvasObject{s.charts}
		if kind == state.ChartKinds()[0] {
			panes = append(panes, s.maps, s.documents)
		}
		for _, pane := range panes {
			for _, at := range grid(pane, 97, 19) {
				x, y := at.X, at.Y
				test.TapCanvas(s.window.Canvas(), fyne.NewPos(x, y))
				q.Run()
				now := h.Store.State()
				s.closeDialogs()
				if now.Lights() && now.Subject == before.Subject {
					f := now.Focus
					f.Meeting, f.Document, f.Statement, f.Page = "", "", "", ""
					if !seen[f] {
						seen[f] = true
						var of []string
						for _, d := range state.Dimensions() {
							if f.Lit(d) != "" {
								of = append(of, string(d))
							}
						}
						dims[strings.Join(of, "+")]++
						l.focus = f
						l.check(t, s, fmt.Sprintf("%s, a click at %v, %v", kind, x, y))
					}
				}
				if now != before {
					h.Dispatch(state.Func(func(state.State) state.State { return before }))
				}
			}
		}
	}
	t.Log(dims)
	for _, want := range []string{"domain", "state", "meeting", "document", "domain+status", "domain+state", "domain+document"} {
		if dims[want] == 0 {
			t.Errorf("no click lit %s: %v", want, dims)
		}
	}
}

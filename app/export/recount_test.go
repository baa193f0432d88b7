package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export/pngfile"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Every kind of picture of every chart counts again as it was counted, and
// whatever is changed in its numbers is found.
func TestRecount(t *testing.T) {
	t.Parallel()
	room := shippedRoom(t)
	for _, kind := range []Kind{Chart, Map, Dashboard, Slide} {
		for _, chart := range state.ChartKinds() {
			s := state.Default()
			s.Kind, s.States, s.Lang = chart, "KAZ,UZB", "uk"
			j, err := newJob(room, s, Options{Kind: kind, Size: Size{Width: 600, Height: 400, Density: 1}, Scene: &SceneOf{Step: scene.Step{Title: "a"}}})
			if err != nil {
				t.Fatal(err)
			}
			body, err := j.evidence().encode()
			if err != nil {
				t.Fatal(err)
			}
			whole := func() *Evidence {
				e, err := decode(body)
				if err != nil {
					t.Fatal(err)
				}
				return e
			}
			if err := Recount(room, whole()); err != nil {
				t.Errorf("%s, %s: %v", kind, chart, err)
			}
			for name, forge := range map[string]func(e *Evidence){
				"a count":     func(e *Evidence) { x := &e.Tables[0]; x.Rows[0][slices.Index(x.Columns, "count")] = "99" },
				"a code":      func(e *Evidence) { e.Tables[0].Rows[0][0] = "XXX" },
				"a row less":  func(e *Evidence) { e.Tables[0].Rows = e.Tables[0].Rows[1:] },
				"a row more":  func(e *Evidence) { e.Tables[0].Rows = append(e.Tables[0].Rows, e.Tables[0].Rows[0]) },
				"a source":    func(e *Evidence) { e.Sources[0].Count = 77 },
				"no sources":  func(e *Evidence) { e.Sources = nil },
				"no tables":   func(e *Evidence) { e.Tables = nil },
				"a column":    func(e *Evidence) { e.Tables[0].Columns[0] = "count" },
				"other kind":  func(e *Evidence) { e.Picture.Kind = "film" },
				"a view":      func(e *Evidence) { v := s; v.States = "KAZ"; e.View = state.Encode(v) },
				"rows in all": func(e *Evidence) { e.Tables[0].RowsInAll = 1e6 },
			} {
				e := whole()
				forge(e)
				if err := Recount(room, e); !errors.Is(err, ErrRows) {
					t.Errorf("%s, %s: %s was changed: %v", kind, chart, name, err)
				}
			}
		}
	}
	if err := Recount(room, &Evidence{}); err == nil || errors.Is(err, ErrRows) {
		t.Errorf("other data: %v", err)
	}
}

// What 0.1.0 wrote of meetings has those with statements alone, and counts again.
func TestRecountWithoutZeros(t *testing.T) {
	t.Parallel()
	room := shippedRoom(t)
	s := state.Default()
	s.Kind = state.Chronology
	for _, kind := range []Kind{Chart, Map} {
		j, err := newJob(room, s, Options{Kind: kind, Size: Size{Width: 600, Height: 400, Density: 1}, Scene: &SceneOf{}})
		if err != nil {
			t.Fatal(err)
		}
		e := j.evidence()
		x := &e.Tables[0]
		all := len(x.Rows)
		count := slices.Index(x.Columns, "count")
		zero := func(row []string) bool { return row[count] == "0" }
		x.Rows = slices.DeleteFunc(x.Rows, zero)
		if len(x.Rows) == all || len(x.Rows) == 0 {
			t.Fatalf("%s: %d of %d rows: this tests nothing", kind, len(x.Rows), all)
		}
		if err := Recount(room, e); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if x.Rows = x.Rows[1:]; !errors.Is(Recount(room, e), ErrRows) {
			t.Errorf("%s: a row that counts is missed by nobody", kind)
		}
	}
}

// Evidence of any size fits into a picture: the view whole, of the rows as many
// as there is room for, and how many there were.
func TestEvidenceIsBounded(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("я", 1<<20)
	rows := func(n int, label string) Table {
		x := Table{Name: "documents", Columns: []string{"document", "count", "document_label"}}
		for i := range n {
			x.Rows = append(x.Rows, []string{strconv.Itoa(i), "1", label})
		}
		return x
	}
	sources := func(n int, lead string) []Source { return slices.Repeat([]Source{{ID: "d", Lead: lead, Count: 1}}, n) }
	for name, e := range map[string]*Evidence{
		"few":         {Tables: []Table{rows(10, "x")}, Sources: sources(3, "x")},
		"many rows":   {Tables: []Table{rows(90_000, "a label of usual length"), rows(9_000, "x")}, Sources: sources(10_000, "a document of usual length")},
		"long labels": {Tables: []Table{rows(100, long)}},
		"long leads":  {Sources: sources(10, long)},
	} {
		e.Format, e.View = evidenceFormat, json.RawMessage(view)
		body, err := e.encode()
		if err != nil || len(body) > pngfile.MaxText {
			t.Fatalf("%s: %d bytes, %v", name, len(body), err)
		}
		got, err := decode(body)
		if err != nil || string(got.View) != view || got.Later {
			t.Fatalf("%s: %v, view %s", name, err, got.View)
		}
		for i, x := range e.Tables {
			y := got.Tables[i]
			if n := len(y.Rows); n < len(x.Rows) && y.RowsInAll != len(x.Rows) || n == len(x.Rows) && y.RowsInAll != 0 || !slices.EqualFunc(x.Rows[:n], y.Rows, slices.Equal) {
				t.Errorf("%s: %d of %d rows, said to be %d", name, n, len(x.Rows), y.RowsInAll)
			}
		}
		if n := len(got.Sources); n < len(e.Sources) != (got.SourcesInAll == len(e.Sources)) && len(e.Sources) > 0 {
			t.Errorf("%s: %d of %d sources, said to be %d", name, n, len(e.Sources), got.SourcesInAll)
		}
		if name == "few" && !bytes.Equal(body, must(json.Marshal(e))) {
			t.Errorf("little evidence is changed: %s", body)
		}
		if name == "many rows" && len(got.Tables[0].Rows) < 10_000 {
			t.Errorf("only %d rows", len(got.Tables[0].Rows))
		}
	}
	if got := shortened(long); len(got) > maxWords+10 || !strings.HasSuffix(got, "я …") {
		t.Errorf("%d bytes, ends in %q", len(got), got[len(got)-10:])
	}
}

func must(body []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return body
}

package chartview

import (
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/assets"
)

// A search that finds meetings alone keeps the chronology, which shows them; a chart
// of statements names them.
func TestSearchFindsMeetingsAlone(t *testing.T) {
	g := newRig(t)
	g.host.Dispatch(state.SetChart(state.Chronology))
	g.host.Dispatch(state.Search("Chengdu"))
	g.settle()
	meetings := map[string]bool{}
	for _, m := range g.marks() {
		if !m.Total {
			meetings[m.Series] = true
		}
	}
	if g.empty.Visible() || !g.raster.Visible() || len(meetings) != 2 {
		t.Errorf("the chronology has %v", meetings)
	}
	g.host.Dispatch(state.SetChart(state.Domains))
	g.settle()
	if text := strings.Join(uitest.Texts(g.empty), " "); !g.empty.Visible() || !strings.Contains(text, "Fifth meeting of foreign ministers") {
		t.Errorf("the empty chart says %q", text)
	}
}

// Data without statements show their chronology; what counts statements says that none
// is coded, in the strip, too, and has no button that cannot help.
func TestChartsOfAChronology(t *testing.T) {
	d, _, err := dataset.Open(assets.Sample("c5plus1"))
	if err != nil {
		t.Fatal(err)
	}
	s := uitest.Opening()
	s.Theme, s.Kind = state.Light, state.Chronology
	h, in := uitest.Host(t, s)
	h.Room = h.Room.WithData(d)
	g := openRig(t, h, in)
	if g.empty.Visible() || !g.raster.Visible() {
		t.Error("a chronology shows no chart")
	}
	g.host.Dispatch(state.SetChart(state.Domains))
	g.settle()
	if text := uitest.Texts(g.empty); !g.empty.Visible() || len(text) == 0 || slices.Contains(text, g.reset.Text) {
		t.Errorf("the empty chart says %q", text)
	}
	g.SetFolded(true, true)
	for i, l := range g.strip {
		chronology := l.kind == state.Chronology
		if strings.Contains(l.sentence, "greements") || chronology == (l.sentence == "no statement coded") {
			t.Errorf("line %d says %q", i, l.sentence)
		}
	}
}

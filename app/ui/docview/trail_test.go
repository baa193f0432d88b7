package docview

import (
	"testing"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// Back and forward go through the pages as they were read, whatever was filtered
// between; another page ends what lies ahead.
func TestBackAndForward(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	at := func() string { return v.reader.flow.page.Key }
	if !v.back.Disabled() || !v.forward.Disabled() {
		t.Error("there is a way back from the first page")
	}
	v.h.Dispatch(scene.LightDocument("001", false))
	v.h.Dispatch(state.SetDomains("TRD"))
	x := v.h.Room.Data.Statements[16]
	v.h.Dispatch(state.OpenPage(scene.GlossaryPage))
	v.h.Dispatch(state.OpenPage(scene.TermPage("three-forces")))
	pages := []string{"page term:three-forces", "page glossary", "document 001"}
	for i, want := range pages {
		if at() != want {
			t.Fatalf("step %d: %q, want %q", i, at(), want)
		}
		v.Back()
	}
	if v.h.Store.State().Focus != (state.Focus{}) || v.h.Store.State().Domains != "TRD" {
		t.Errorf("the way back ends at %+v", v.h.Store.State().View)
	}
	v.Back() // there is nothing more
	for _, want := range []string{"document 001", "page glossary"} {
		if v.Forward(); at() != want {
			t.Fatalf("forward to %q, want %q", at(), want)
		}
	}
	v.h.Dispatch(state.SelectStatement{Document: x.Document, Meeting: x.Meeting, Statement: x.ID})
	if v.Forward(); at() == pages[0] {
		t.Error("another page leaves what lay ahead")
	}
	if v.Back(); at() != "page glossary" {
		t.Errorf("back from another page to %q", at())
	}
}

// A window that opens at a document has a way to the overview.
func TestBackFromFirst(t *testing.T) {
	s := uitest.Opening()
	s.Document = "001"
	v, _ := open(t, s, pane)
	if v.back.Disabled() {
		t.Fatal("no way back")
	}
	v.back.OnTapped()
	if v.h.Store.State().Document != "" {
		t.Error("back does nothing")
	}
	v.forward.OnTapped()
	if v.h.Store.State().Document != "001" {
		t.Error("forward does nothing")
	}
}

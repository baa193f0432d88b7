package state

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// The store does what a plain list of views does, for any order of changes, of
// steps back and forth.
func TestHistoryIsAListOfViews(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		st := NewStore(Default())
		views, at := []View{Default().View}, 0
		for step := range 60 {
			switch r.IntN(4) {
			case 0:
				if st.Undo(); at > 0 {
					at--
				}
			case 1:
				if st.Redo(); at < len(views)-1 {
					at++
				}
			default:
				next := views[at]
				next.Domains = NewSet([]string{"", "SEC", "TRD", "ENE"}[r.IntN(4)])
				st.Dispatch(SetDomains(next.Domains))
				if next != views[at] {
					views, at = append(views[:at+1], next), at+1
				}
			}
			if got := st.State().View; got != views[at] || st.CanUndo() != (at > 0) || st.CanRedo() != (at < len(views)-1) {
				t.Fatalf("seed %d, step %d: %q, want %q; undo %t, redo %t", seed, step, got.Domains, views[at].Domains, st.CanUndo(), st.CanRedo())
			}
		}
	}
}

// Two hundred steps can be taken back and no more, and the oldest go first.
func TestHistoryIsBounded(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	for i := range 250 {
		st.Dispatch(SetDomains(fmt.Sprintf("D%03d", i)))
	}
	back := 0
	for st.CanUndo() {
		st.Undo()
		back++
	}
	if back != 200 || st.State().Domains != "D049" {
		t.Errorf("%d steps back, to %q", back, st.State().Domains)
	}
	for st.CanRedo() {
		st.Redo()
	}
	if st.State().Domains != "D249" {
		t.Errorf("forth to %q", st.State().Domains)
	}
}

// While a hand holds something, all that happens is one step: what breaks runs of
// changes otherwise does not break this one.
func TestHoldMakesOneStep(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	st.Dispatch(SetDomains("SEC"))
	st.Hold("drag")
	st.Dispatch(SetTime{"2020", ""})
	st.Break()
	st.Dispatch(SelectMeeting("fm1"))
	st.Dispatch(SetTime{"2021", ""})
	st.Release()
	st.Break()
	st.Dispatch(SetTime{"2022", ""})
	for _, want := range []string{"2021", "", ""} {
		if st.Undo(); st.State().From != want {
			t.Errorf("back to %q, want %q", st.State().From, want)
		}
	}
	if s := st.State(); s.Meeting != "" || s.Domains != "" || st.CanUndo() {
		t.Errorf("at the beginning: %+v", s.View)
	}
}

// What follows from a gesture by itself must not follow from a step back again:
// the view that one returns to is as it was.
func TestAmendRestsWhileOneStepsBack(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	flights := 0
	defer Watch(st, func(s State) string { return s.Meeting }, func(id string) {
		if id != "" {
			flights++
			st.Amend(SetCamera{Lon: float64(10 * flights), Lat: 40, Span: 900})
		}
	})()
	st.Dispatch(SelectMeeting("fm1"))
	first := st.State()
	st.Dispatch(SelectMeeting("fm2"))
	st.Dispatch(SetDomains("SEC"))
	st.Undo()
	if st.Undo(); st.State() != first {
		t.Errorf("back at %+v, want %+v", st.State().View, first.View)
	}
	if st.Redo(); st.State().Camera.Lon != 20 {
		t.Errorf("forth the map looks at %g", st.State().Camera.Lon)
	}
}

// A view that fails while it is told of a change takes no other with it: the store
// goes on, and nothing that was waiting comes late.
func TestAPanicLeavesTheStoreUsable(t *testing.T) {
	t.Parallel()
	st := NewStore(Default())
	defer Watch(st, func(s State) Set { return s.Domains }, func(d Set) {
		if d == "SEC" {
			st.Dispatch(SetLang("ru")) // waits for the others to hear, and never comes
			panic("a view fails")
		}
	})()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the fault is kept from who asked")
			}
		}()
		st.Dispatch(SetDomains("SEC"))
	}()
	var heard []string
	defer Watch(st, func(s State) string { return s.Lang }, func(l string) { heard = append(heard, l) })()
	st.Dispatch(SetLang("uk"))
	if fmt.Sprint(heard) != "[en uk]" || st.State().Domains != "SEC" {
		t.Errorf("heard %q, domains %q", heard, st.State().Domains)
	}
	if st.Undo(); st.State().Domains != "" {
		t.Errorf("undo leads to %q", st.State().Domains)
	}
}

package dataset

import (
	"slices"
	"testing"
	"testing/fstest"
)

// The counts of version 1.0.0 are those of the audit of what shipped with it
// (44 of 90 without the positions, 8 agreed or to be signed) and of the check
// tables of its edition; those of now are in research/check-tables.md.
func TestAt(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	if got := d.Revisions(""); !slices.Equal(got, []string{"1.1.0"}) {
		t.Fatalf("versions %q", got)
	}
	if got := d.Revisions("1.1.0"); got != nil {
		t.Fatalf("after the last: %q", got)
	}
	count := func(d *Dataset) map[string]int {
		n := map[string]int{}
		for i := range d.Statements {
			n[d.Statements[i].Status]++
			n[d.Statements[i].Meeting]++
			n[d.Statements[i].Domain]++
			n[""]++
		}
		return n
	}
	was, now := count(d.At("1.0.0")), count(d)
	for key, want := range map[string][2]int{
		"": {90, 87}, "agreed": {7, 6}, "to be signed": {1, 1}, "announced": {3, 3}, "intended": {33, 31}, "position": {46, 46},
		"SOV": {25, 24}, "TRD": {11, 10}, "SEC": {9, 8}, "2023-04-26-talks": {9, 0}, "2023-04-27-fm4": {7, 15}, "2020-07-16-fm1": {48, 46},
	} {
		if got := [2]int{was[key], now[key]}; got != want {
			t.Errorf("%q: %v, want %v", key, got, want)
		}
	}
	if x := d.At("1.0.0").Statement("000-16"); x == nil || x.ID != "000-16" {
		t.Errorf("000-16 opens %v before it was retired", x)
	}
	if x := d.At("1.1.0"); len(x.Statements) != 87 || x.Statement("001-25").Status != "position" {
		t.Error("a version that changed nothing changed something")
	}
	for _, x := range d.History {
		if now := d.Statement(x.Statement).Coded(x.Field); x.Field != Added && now == x.Was {
			t.Errorf("%s: %s was %q and is so", x.Statement, x.Field, now)
		}
		for _, lang := range []string{"", "uk", "ru"} {
			if x.Why[lang] == "" {
				t.Errorf("%s: %s does not say why in %q", x.Statement, x.Field, lang)
			}
		}
	}
	for _, x := range d.Retired {
		if x.Was == nil || x.Version == "" {
			t.Errorf("%s does not say what it was", x.ID)
		}
	}
}

// A history of codes that nobody has changes no statement, one that names no
// statement is a fault, and a statement that was added is not there before.
func TestHistoryFaults(t *testing.T) {
	t.Parallel()
	m := copyOf(t)
	m["history.csv"] = &fstest.MapFile{Data: []byte("id,version,statement,field,was,why,why@uk,why@ru\n" +
		"a,2,000-01,status,vowed,,,\nb,2,000-01,states,XXX,,,\nc,2,000-01,states,,,,\nd,2,000-01,meeting,no,,,\n" +
		"e,2,999-01,status,agreed,,,\nf,10,000-02,added,,,,\ng,1.5,000-03,status,agreed,,,\nh,2,000-03,status,intended,,,\n")}
	d, found, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	if n := Faults(found); n != 1 {
		t.Errorf("%d faults, want 1: %v", n, found)
	}
	if got := d.Revisions(""); !slices.Equal(got, []string{"10", "2", "1.5", "1.1.0"}) {
		t.Errorf("versions %q", got)
	}
	old := d.At("1.5.9")
	a, b := old.Statement("000-01"), d.Statement("000-01")
	if a.Status != b.Status || a.Meeting != b.Meeting || !slices.Equal(a.States, b.States) {
		t.Errorf("000-01 was %+v", a)
	}
	if old.Statement("000-02") != nil || d.At("10").Statement("000-02") == nil {
		t.Error("000-02 was added in version 10")
	}
	if got := old.Statement("000-03").Status; got != "intended" {
		t.Errorf("000-03 was %q", got)
	}
	if got := d.At("").Statement("000-03").Status; got != "agreed" {
		t.Errorf("000-03 was %q first", got)
	}
	if len(d.Statements) != 87 {
		t.Error("looking back changed the data")
	}
}

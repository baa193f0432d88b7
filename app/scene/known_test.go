package scene

import (
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/large"
)

// The view that a package opens in names nothing that the package has not,
// whatever its presets say.
func TestOpeningIsKnown(t *testing.T) {
	t.Parallel()
	const head = "list,code,order,name,flags,members\nstatus,agreed,1,Agreed,,\n"
	for codes, want := range map[string]state.Set{
		head:                                   "agreed", // what is left of the shipped preset
		head + "preset,a,1,A,default,agreed\n": "agreed",
		head + "preset,a,1,A,default,\"agreed,b\"\npreset,b,2,B,,a\n": "agreed",
		head + "preset,a,1,A,default,b\npreset,b,2,B,,a\n":            "", // in a circle: all
		head + "preset,a,1,A,default,\n":                              "",
	} {
		fsys := fstest.MapFS{
			"datapackage.json": {Data: []byte(`{"name":"x","title":"X","version":"1"}`)},
			"codes.csv":        {Data: []byte(codes)},
			"states.csv":       {Data: []byte("code,iso2,name\nFRA,FR,France\n")},
			"domains.csv":      {Data: []byte("code,name\nTRD,Trade\n")},
			"meetings.csv":     {Data: []byte("id,date,place,mode,level,title,parties,planned\nm1,2020-01-02,,online,other,First,FRA,false\n")},
			"documents.csv":    {Data: []byte("id,kind,meetings,lead,language\nd1,news report,m1,Report,en\n")},
			"statements.csv":   {Data: []byte("id,document,meeting,states,status,basis,domain,text\ns1,d1,m1,FRA,agreed,R,TRD,They agree.\n")},
		}
		d, _, err := dataset.Open(fsys)
		if err != nil {
			t.Fatal(err)
		}
		if s := Opening(d); s.Status != want || len(Unknown(d, s.View)) > 0 {
			t.Errorf("%q: opens with %q, want %q; unknown %v", codes, s.Status, want, Unknown(d, s.View))
		}
		all := Opening(d)
		all.Status = ""
		if words := strings.Join(filterWords(room(t).WithData(d), all, i18n.For("en")), " · "); strings.Contains(words, "status") {
			t.Errorf("%q: all statuses are %q", codes, words)
		}
	}
}

// A view keeps what the data have, and every field that names something of the
// data is looked at: what Known leaves, Unknown has nothing to say of.
func TestKnown(t *testing.T) {
	t.Parallel()
	d := room(t).Data
	good := Opening(d).View
	good.Meeting, good.Against, good.Document, good.Statement = "2023-04-27-fm4", "2020-07-16-fm1", "000", "000-01"
	good.Domains, good.States, good.Levels = "SEC,TRD", "KAZ,UZB", "bilateral"
	good.LitDomains, good.LitStates, good.LitStatuses, good.LitMeetings, good.LitDocuments = "SEC", "KAZ", "agreed", "2023-04-27-fm4", "000"
	if got := Known(d, good); got != good || len(Unknown(d, good)) > 0 {
		t.Errorf("%+v, %v", got, Unknown(d, good))
	}
	bad := good
	bad.Meeting, bad.Against, bad.Document, bad.Statement = "x", "x", "x", "x"
	bad.Domains, bad.States, bad.Status, bad.Levels = "SEC,x", "x", "x", "x"
	bad.LitDomains, bad.LitStates, bad.LitStatuses, bad.LitMeetings, bad.LitDocuments = "x", "KAZ,x", "x", "x", "x"
	if n := len(Unknown(d, bad)); n != 13 {
		t.Errorf("%d references are unknown, want 13: %v", n, Unknown(d, bad))
	}
	got := Known(d, bad)
	want := Opening(d).View
	want.Domains, want.LitStates = "SEC", "KAZ"
	if got != want || len(Unknown(d, got)) > 0 {
		t.Errorf("%+v, want %+v", got, want)
	}
	elsewhere := good
	elsewhere.Document = "001" // the statement is of another document
	if got := Known(d, elsewhere); got.Statement != "" || got.Document != "001" {
		t.Errorf("%+v", got.Focus)
	}
}

// A package need not say how a date is known: there are no empty brackets then.
func TestDateWithoutHow(t *testing.T) {
	t.Parallel()
	files, _ := large.Coded(12)
	d, _, err := dataset.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	rm := room(t).WithData(d)
	v := state.SelectDocument("d").Apply(Opening(d))
	said := false
	for _, b := range blocks(Reader(rm, Select(d, v), v, i18n.For("en"))) {
		said = said || strings.ReplaceAll(b.Text, "\u00a0", " ") == "28 April 2023"
		if strings.Contains(b.Text, "()") {
			t.Errorf("%s: %s", b.Label, b.Text)
		}
	}
	if !said {
		t.Error("the day is not said")
	}
}

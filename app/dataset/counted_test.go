package dataset

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Ids stand in the order in which GNU sort -V puts them; it is an order of all of them.
func TestCountedOrder(t *testing.T) {
	t.Parallel()
	// LC_ALL=C sort -V of these, coreutils 9.1
	want := []string{"1", "02", "2", "9", "10", "100", "2020-07-16-fm1", "2020-10-01", "D9", "D10", "a", "a1b2", "a1b10", "a02", "a10", "b1"}
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, countedOrder)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for i, a := range want {
		for k, b := range want {
			if got := countedOrder(a, b); got < 0 != (i < k) || got > 0 != (i > k) {
				t.Errorf("%q and %q: %d", a, b, got)
			}
		}
	}
}

// Documents and meetings of one day, and statements, stand as their ids count.
func TestOneDayIsCounted(t *testing.T) {
	t.Parallel()
	d, faults := faultsOf(t, mini(map[string]string{
		"meetings.csv":   "id,date,place,mode,level,title,parties,planned\n10,2020-01-02,one,in person,other,Tenth,AAA BBB,false\n9,2020-01-02,one,in person,other,Ninth,AAA BBB,false\n",
		"documents.csv":  "id,kind,meetings,lead,language\n10,news report,9,Ten,en\n2,news report,9,Two,en\n1,news report,9,One,en\n",
		"statements.csv": "id,document,meeting,states,status,basis,domain,amount,currency,opt_in,text\na,10,9,AAA BBB,agreed,R,TRD,,,false,They agree.\nb,2,9,AAA BBB,position,R,TRD,,,false,They say.\n",
	}))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var documents, meetings, statements []string
	for _, x := range d.Documents {
		documents = append(documents, x.ID)
	}
	for _, x := range d.Meetings {
		meetings = append(meetings, x.ID)
	}
	for _, x := range d.Statements {
		statements = append(statements, x.Document)
	}
	if !slices.Equal(documents, []string{"1", "2", "10"}) || !slices.Equal(meetings, []string{"9", "10"}) || !slices.Equal(statements, []string{"2", "10"}) {
		t.Errorf("documents %q, meetings %q, statements of %q", documents, meetings, statements)
	}
}

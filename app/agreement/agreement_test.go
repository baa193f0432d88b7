package agreement

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/assets"
)

func data(t testing.TB) *dataset.Dataset {
	t.Helper()
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func cells(counts map[[2]string]int) [][2]string {
	var out [][2]string
	for pair, n := range counts {
		for range n {
			out = append(out, pair)
		}
	}
	return out
}

// By hand: two readers of 50 proposals say yes both 20 times, no both 15
// times, and differ 5 and 10 times. They agree on 35 of 50 = 0.7. Chance:
// 25/50·30/50 + 25/50·20/50 = 0.5. Kappa = (0.7 − 0.5) / (1 − 0.5) = 0.4.
func TestKappaByHand(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		pairs        [][2]string
		equal, kappa float64
	}{
		"two readers":   {cells(map[[2]string]int{{"y", "y"}: 20, {"y", "n"}: 5, {"n", "y"}: 10, {"n", "n"}: 15}), 0.7, 0.4},
		"never equal":   {cells(map[[2]string]int{{"a", "b"}: 5, {"b", "a"}: 5}), 0, -1}, // chance 0.5
		"independent":   {cells(map[[2]string]int{{"a", "a"}: 1, {"a", "b"}: 1, {"b", "a"}: 1, {"b", "b"}: 1}), 0.5, 0},
		"all equal":     {cells(map[[2]string]int{{"a", "a"}: 3, {"b", "b"}: 1}), 1, 1},
		"one category":  {cells(map[[2]string]int{{"a", "a"}: 3}), 1, math.NaN()},
		"nothing coded": {nil, math.NaN(), math.NaN()},
	} {
		equal, kappa := Kappa(c.pairs)
		same := func(a, b float64) bool {
			return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) < 1e-12
		}
		if !same(equal, c.equal) || !same(kappa, c.kappa) {
			t.Errorf("%s: %v and %v, want %v and %v", name, equal, kappa, c.equal, c.kappa)
		}
	}
}

// The second coder's answers against the third edition: figures that were
// computed by another program and stand in the coding book, "How reliable".
func TestSecondCoder(t *testing.T) {
	t.Parallel()
	d := data(t)
	f, err := os.Open("testdata/second-coder.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	units, err := d.ReadSheet(f)
	if err != nil {
		t.Fatal(err)
	}
	r := Compare(d, units)
	if r.Ours != 87 || r.Theirs != 87 || r.Matched != 87 {
		t.Errorf("%d and %d units, %d matched", r.Ours, r.Theirs, r.Matched)
	}
	want := []Field{{Status, 87, 84, 0.97, 0.94}, {Domain, 87, 87, 1, 1}, {Basis, 87, 87, 1, 1}, {Scope, 87, 86, 0.99, 0.98}}
	for i := range r.Fields {
		f := &r.Fields[i]
		f.Share, f.Kappa = math.Round(f.Share*100)/100, math.Round(f.Kappa*100)/100
	}
	if !slices.Equal(r.Fields, want) {
		t.Errorf("%v, want %v", r.Fields, want)
	}
	var differ []string
	for _, row := range r.Rows {
		if row.Disputed() {
			differ = append(differ, row.Ours.ID)
		}
	}
	if want := []string{"001-18", "001-20", "001-30", "003-07"}; !slices.Equal(slices.Sorted(slices.Values(differ)), want) {
		t.Errorf("%q are disputed, the coding book names %q", differ, want)
	}
}

// Our own codes agree with themselves; what a class leaves out or adds is a row
// with one side, and the rest still matches.
func TestUnitsThatOneCoderHas(t *testing.T) {
	t.Parallel()
	d := data(t)
	var units []dataset.Unit
	for i := range d.Statements {
		if s := &d.Statements[i]; s.Document == "001" {
			units = append(units, dataset.Unit{Document: s.Document, Paragraph: dataset.Passage(s.Paragraph), Status: s.Status, Domain: s.Domain, Basis: s.Basis, Scope: s.Scope})
		}
	}
	whole := len(units)
	r := Compare(d, append(slices.Clone(units), dataset.Unit{Document: "004", Paragraph: "P2"})) // a blank row codes nothing
	if r.Matched != whole || r.Ours != whole || slices.ContainsFunc(r.Rows, Row.Disputed) {
		t.Errorf("with itself: %d of %d match", r.Matched, whole)
	}
	r = Compare(d, slices.Delete(slices.Clone(units), 1, 2))
	if r.Matched != whole-1 || r.Theirs != whole-1 {
		t.Errorf("one less: %d matched, %d theirs", r.Matched, r.Theirs)
	}
	r = Compare(d, slices.Insert(slices.Clone(units), 1, dataset.Unit{Document: units[0].Document, Paragraph: units[0].Paragraph, Status: "x"}))
	if r.Matched != whole || r.Theirs != whole+1 {
		t.Errorf("one more: %d matched, %d theirs", r.Matched, r.Theirs)
	}
}

// However the units are cut, the alignment keeps both orders, uses every unit
// once, and agrees as much as the best of all ordered matchings, tried one by
// one.
func TestAlignIsTheBestInOrder(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 9))
	code := func() string { return string(rune('a' + random.IntN(3))) }
	for range 300 {
		ours, theirs := make([]*dataset.Statement, random.IntN(6)), make([]*dataset.Unit, random.IntN(6))
		for i := range ours {
			ours[i] = &dataset.Statement{Status: code(), Domain: code(), Basis: "T", Scope: "M"}
		}
		for i := range theirs {
			theirs[i] = &dataset.Unit{Status: code(), Domain: code()}
		}
		var best func(i, j int) int
		best = func(i, j int) int {
			if i == len(ours) || j == len(theirs) {
				return 0
			}
			most := max(best(i+1, j), best(i, j+1))
			return max(most, best(i+1, j+1)+alike(ours[i], theirs[j]))
		}
		got := 0
		var a []*dataset.Statement
		var b []*dataset.Unit
		for _, row := range align(ours, theirs) {
			if row.Ours != nil {
				a = append(a, row.Ours)
			}
			if row.Theirs != nil {
				b = append(b, row.Theirs)
			}
			if row.Ours != nil && row.Theirs != nil {
				got += alike(row.Ours, row.Theirs)
			}
		}
		if !slices.Equal(a, ours) || !slices.Equal(b, theirs) {
			t.Fatal("units are lost or out of order")
		}
		if want := best(0, 0); got != want {
			t.Fatalf("it agrees by %d, the best by %d", got, want)
		}
	}
}

// Spreadsheets write semicolons, tabs and UTF-16, make "001" a 1, and people
// write names in their own language.
func TestSheetsAsPeopleSaveThem(t *testing.T) {
	t.Parallel()
	d := data(t)
	agreed := ""
	for _, c := range d.Codes(dataset.StatusList) {
		if c.Code == "agreed" {
			agreed = c.Name["uk"]
		}
	}
	want := dataset.Unit{Document: "001", Paragraph: "P27", Number: 1, Status: "agreed", Domain: "INS", Basis: "T"}
	for name, text := range map[string]string{
		"commas":     "document,paragraph,status,domain,basis\n001,P27,agreed,INS,T\n",
		"semicolons": "\ufeffDocument;Paragraph;Status;Domain;Basis\r\n1;p27;" + agreed + ";Format & institutions;Adopted text\r\n;;;;\r\n",
		"tabs":       "\n\ndomain\tparagraph\tdocument\tstatus\tbasis\tmine\nins\tP27 (P3)\t001\tAGREED\tt\t\n",
		"short rows": "document,paragraph,status,domain,basis,note\n001,P27,agreed,INS,T\n",
	} {
		got, err := d.ReadSheet(strings.NewReader(text))
		if err != nil || len(got) != 1 || got[0] != want {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for name, text := range map[string]string{"empty": "", "no table": "hello", "open quotation": "document,paragraph,status,domain\n\"001,P27"} {
		if _, err := d.ReadSheet(strings.NewReader(text)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
	blank, err := d.ReadSheet(strings.NewReader(d.CodeSheet))
	if err != nil || len(blank) == 0 {
		t.Fatalf("the sheet that ships: %d rows, %v", len(blank), err)
	}
	if r := Compare(d, blank); len(r.Rows) > 0 {
		t.Errorf("an empty sheet has %d rows", len(r.Rows))
	}
}

func FuzzReadSheet(f *testing.F) {
	d := data(f)
	f.Add([]byte("document;paragraph;status;domain\n1;P2;agreed;SOV\n"))
	f.Add([]byte("\xff\xfed\x00"))
	f.Fuzz(func(t *testing.T, body []byte) {
		units, err := d.ReadSheet(bytes.NewReader(body))
		if err != nil {
			return
		}
		r := Compare(d, units)
		if r.Matched > min(r.Ours, r.Theirs) || len(r.Rows) != r.Ours+r.Theirs-r.Matched {
			t.Errorf("%d rows of %d and %d units, %d matched", len(r.Rows), r.Ours, r.Theirs, r.Matched)
		}
	})
}

// A whole document that was coded blind, by hand. Six units match: status is equal
// on 5 of 6, of which chance alone gives 5/6, so kappa is 0; so are states, in
// whatever order they are written. Domain is equal on 5 of 6, and chance gives
// (2·2 + 2·2 + 2·1)/36 = 10/36, so kappa is (30 − 10)/(36 − 10) = 10/13. What one
// coder alone found is in dispute: at P5 and P7 ours, at P9 theirs.
func TestBlindCodingByHand(t *testing.T) {
	t.Parallel()
	d := data(t)
	unit := func(paragraph, status, domain, states string) dataset.Unit {
		return dataset.Unit{Document: "003", Paragraph: paragraph, Status: status, Domain: domain, States: states}
	}
	r := CompareDocument(d, "003", []dataset.Unit{
		unit("P9", "position", "TRD", "KAZ"),
		unit("P4", "position", "MUL", "KAZ CHN"), unit("P5", "position", "MUL", "CHN KAZ"), unit("P6", "position", "SEC", "CHN KAZ"),
		unit("P6", "intended", "SEC", "KAZ"), unit("P8", "position", "SOV", "CHN KAZ"), unit("P8", "position", "CUL", "CHN KAZ"),
	})
	if r.Ours != 8 || r.Theirs != 7 || r.Matched != 6 || len(r.Rows) != 9 {
		t.Errorf("%d and %d units, %d matched, %d rows", r.Ours, r.Theirs, r.Matched, len(r.Rows))
	}
	want := map[Name][2]float64{Status: {5, 0}, Domain: {5, 10.0 / 13}, States: {5, 0}}
	for _, f := range r.Fields {
		w, ok := want[f.Name]
		if !ok || f.Pairs != 6 || float64(f.Equal) != w[0] || math.Abs(f.Kappa-w[1]) > 1e-12 {
			t.Errorf("%+v, want %v", f, w)
		}
		delete(want, f.Name)
	}
	if len(want) > 0 {
		t.Errorf("not compared: %v", want)
	}
	var disputed []string
	for _, row := range r.Rows {
		if row.Disputed() {
			disputed = append(disputed, row.Paragraph)
		}
	}
	if got := strings.Join(disputed, " "); got != "P5 P6 P7 P8 P9" {
		t.Errorf("in dispute are %s", got)
	}
}

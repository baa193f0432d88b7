package draft

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/large"
)

// coded is a package with 12 paragraphs of one text, 20 statements at them, and
// the text, as it was or changed.
func coded(t testing.TB, change func(string) string) (fs.FS, *original.Text) {
	t.Helper()
	files, words := large.Coded(12)
	if change != nil {
		words = change(words)
	}
	text, err := original.Read("a.txt", []byte(words))
	if err != nil {
		t.Fatal(err)
	}
	return files, &text
}

func read(t testing.TB, fsys fs.FS) (*dataset.Dataset, []dataset.Finding) {
	t.Helper()
	d, found, err := dataset.Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d, found
}

var row = Row{From: 2, To: 2, Domain: "SEC", Status: "announced", Basis: "Q", Scope: "B", Meeting: "m", States: "CHN KAZ", Text: "China, “offers”; a railway."}

func drafted(t testing.TB, k Key, rows ...Row) Draft {
	t.Helper()
	d := New(k)
	for _, r := range rows {
		var err error
		if d, err = d.Write(r).Do(Put{}); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// Statements come into the package with all that was written, beside all that was
// there; the package has no fault more, and no word of the text.
func TestInto(t *testing.T) {
	t.Parallel()
	fsys, text := coded(t, nil)
	before, found := read(t, fsys)
	second := row
	second.From, second.To, second.StatedBy, second.Speaker, second.Amount, second.Currency = 4, 6, "KAZ", "The minister", "26.5", "USD"
	dr := drafted(t, key, second, row)
	changed, document, err := Into(fsys, dr, text)
	if err != nil || document != "d" {
		t.Fatal(document, err)
	}
	with, err := dataset.With(fsys, changed)
	if err != nil {
		t.Fatal(err)
	}
	after, more := read(t, with)
	if len(after.Statements) != len(before.Statements)+2 || dataset.Faults(more) != dataset.Faults(found) {
		t.Fatalf("%d statements, then %d; %v", len(before.Statements), len(after.Statements), more)
	}
	one, two := after.Statement("s20"), after.Statement("s21")
	if one == nil || two == nil {
		t.Fatalf("the ids are not those of the package: %v", after.Statements[len(before.Statements)-1:])
	}
	if one.Paragraph != "P3" || one.Domain != "SEC" || one.Status != "announced" || one.Basis != "Q" || one.Scope != "B" || one.Text[""] != row.Text || one.Meeting != "m" {
		t.Errorf("it is read as %+v", one)
	}
	if two.Paragraph != "P5 (P6, P7)" || two.Speaker[""] != "The minister" || two.Amount != "26.5" || two.Currency != "USD" || !slices.Equal(two.StatedBy, []string{"KAZ"}) {
		t.Errorf("the other is read as %+v", two)
	}
	for name, body := range changed {
		for _, p := range text.Paragraphs {
			for words := strings.Fields(p); len(words) >= 4; words = words[1:] {
				if strings.Contains(body, strings.Join(words[:4], " ")) {
					t.Fatalf("%s has words of the text", name)
				}
			}
		}
	}
	report := original.Compare(after, after.Document("d"), text)
	for _, id := range []string{"s20", "s21"} {
		if l := report.Of(id); l == nil || l.Fate != original.Exact {
			t.Errorf("%s does not lead to its paragraph: %+v", id, l)
		}
	}
}

// A package that says nothing of paragraphs gets fingerprints of those that are
// coded, by which a later copy of the text finds them.
func TestIntoBeginsFingerprints(t *testing.T) {
	t.Parallel()
	files, words := large.Coded(12)
	delete(files, "paragraphs.csv")
	delete(files, "comments.csv")
	files["statements.csv"].Data = []byte("id,document,meeting,paragraph,states,scope,status,basis,domain,text\n")
	files["documents.csv"].Data = []byte("id,kind,meetings,lead,language\nd,news report,m,The document,en\n")
	text, err := original.Read("a.txt", []byte(words))
	if err != nil {
		t.Fatal(err)
	}
	changed, _, err := Into(files, drafted(t, key, row), &text)
	if err != nil {
		t.Fatal(err)
	}
	with, err := dataset.With(files, changed)
	if err != nil {
		t.Fatal(err)
	}
	d, found := read(t, with)
	if dataset.Faults(found) > 0 || len(d.Statements) != 1 || d.Statements[0].ID != "d-01" {
		t.Fatalf("%v, %+v", found, d.Statements)
	}
	later, err := original.Read("b.txt", []byte("A line of another copy.\n\n"+words))
	if err != nil {
		t.Fatal(err)
	}
	report := original.Compare(d, d.Document("d"), &later)
	if l := report.Of("d-01"); l == nil || l.Fate != original.Moved || l.At != 3 {
		t.Errorf("in another copy it stands at %+v", l)
	}
}

// In a copy with lines before the text, paragraphs keep the names that the package
// has for them, and what it has no name for gets none of theirs.
func TestPlacesInAnotherCopy(t *testing.T) {
	t.Parallel()
	fsys, text := coded(t, func(s string) string { return "A line.\n\nAnother.\n\n" + s })
	d, _ := read(t, fsys)
	p := NewPlaces(d, d.Document("d"), text)
	var names []string
	for i := range text.Paragraphs {
		names = append(names, p.Name(i))
	}
	if want := "P15 P16 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12"; strings.Join(names, " ") != want {
		t.Errorf("they are called %v, want %s", names, want)
	}
	if got := p.Coded(2); !slices.Equal(got, []string{"s0", "s1"}) || p.Astray() != 0 {
		t.Errorf("at the first paragraph is coded %v; %d astray", got, p.Astray())
	}
	if got := p.Passage(2, 4); got != "P1 (P2, P3)" {
		t.Errorf("three paragraphs are called %q", got)
	}
	changed, _, err := Into(fsys, drafted(t, key, Row{0, 0, "SEC", "agreed", "Q", "B", "m", "KAZ", "", "", "", "", "New."}), text)
	if err != nil {
		t.Fatal(err)
	}
	with, err := dataset.With(fsys, changed)
	if err != nil {
		t.Fatal(err)
	}
	after, _ := read(t, with)
	report := original.Compare(after, after.Document("d"), text)
	if l := report.Of("s20"); l == nil || l.Paragraph != "P15" || l.At != 0 {
		t.Errorf("the new one stands at %+v", l)
	}
}

// What the reader of packages would leave out is refused, row by row, with what
// is wrong; and nothing is written.
func TestIntoRefuses(t *testing.T) {
	t.Parallel()
	fsys, text := coded(t, nil)
	for name, change := range map[string]func(*Row){
		"no domain": func(r *Row) { r.Domain = "" }, "another domain": func(r *Row) { r.Domain = "ZZZ" }, "no states": func(r *Row) { r.States = "" },
		"another state": func(r *Row) { r.States = "KAZ XYZ" }, "no meeting": func(r *Row) { r.Meeting = "" }, "another status": func(r *Row) { r.Status = "sworn" },
		"an amount in words": func(r *Row) { r.Amount = "much" }, "another meeting": func(r *Row) { r.Meeting = "m9" },
	} {
		bad := row
		bad.From, bad.To = 5, 5
		change(&bad)
		_, _, err := Into(fsys, drafted(t, key, row, bad), text)
		refused, ok := errors.AsType[*RefusedError](err)
		if !ok || refused.Finding.Fault.Key == "" || refused.Row == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	other := key
	other.Document = "gone"
	if _, _, err := Into(fsys, drafted(t, other, row), text); !errors.Is(err, ErrNoDocument) {
		t.Errorf("no document: %v", err)
	}
	far := row
	far.To = 99
	if _, _, err := Into(fsys, drafted(t, key, far), text); !errors.Is(err, ErrDraft) {
		t.Errorf("beyond the text: %v", err)
	}
}

// A text that is no document yet becomes one, in the manner of the others.
func TestIntoNewDocument(t *testing.T) {
	t.Parallel()
	fsys, text := coded(t, func(s string) string { return "Another text.\n" })
	one := row
	one.From, one.To = 0, 0
	dr := described(t, drafted(t, Key{Package: "coded", Text: text.SHA256}, one), Document{"A text", "A publisher", "2024-05-06", "en", "news report", "m", "https://example.org/a  https://example.org/b"})
	changed, document, err := Into(fsys, dr, text)
	if err != nil {
		t.Fatal(err)
	}
	with, err := dataset.With(fsys, changed)
	if err != nil {
		t.Fatal(err)
	}
	d, found := read(t, with)
	x := d.Document(document)
	if x == nil || x.SHA256 != text.SHA256 || x.Title != "A text" || x.Published != "2024-05-06" || len(x.Links) != 2 || dataset.Faults(found) > 0 || d.Statement(document+"-01") == nil {
		t.Errorf("%q is %+v; %v", document, x, found)
	}
}

func described(t testing.TB, d Draft, x Document) Draft {
	t.Helper()
	d, err := d.Do(Describe(x))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What is wrong with a new document is what the reader of packages finds wrong with
// its row, whatever is wrong with the package besides.
func TestCheckDocument(t *testing.T) {
	t.Parallel()
	whole := Document{"A text", "A publisher", "2024-05-06", "en", "news report", "m", "https://example.org/a"}
	sound, _ := large.Coded(12)
	_, text := coded(t, nil)
	faulty := fstest.MapFS{}
	for name, f := range sound {
		faulty[name] = &fstest.MapFile{Data: slices.Clone(f.Data)}
	}
	faulty["documents.csv"].Data = bytes.Replace(faulty["documents.csv"].Data, []byte("2023-04-28"), []byte("28 April"), 1)
	if _, found := read(t, faulty); dataset.Faults(found) != 1 {
		t.Fatalf("the package has %v", found)
	}
	for _, fsys := range []fs.FS{sound, faulty} {
		for name, x := range map[string]struct {
			change func(*Document)
			column string
		}{
			"whole":         {func(*Document) {}, ""},
			"least":         {func(x *Document) { *x = Document{Title: "A", Kind: "news report"} }, ""},
			"date":          {func(x *Document) { x.Published = "6 May" }, "published"},
			"day":           {func(x *Document) { x.Published = "2024-02-30" }, "published"},
			"address":       {func(x *Document) { x.Address = "http://example.org" }, "links"},
			"no name":       {func(x *Document) { x.Title, x.Publisher, x.Published = "", "", "" }, "lead"},
			"no kind":       {func(x *Document) { x.Kind = "" }, "kind"},
			"other meeting": {func(x *Document) { x.Meeting = "zz" }, "meetings"},
		} {
			d := whole
			x.change(&d)
			found, err := d.Check(fsys, text.SHA256)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range found {
				got = append(got, f.Column)
			}
			if strings.Join(got, " ") != x.column {
				t.Errorf("%s: %v", name, found)
			}
		}
	}
}

// To describe a document is a step; what belongs to its meeting goes with it to
// another one.
func TestDescribe(t *testing.T) {
	t.Parallel()
	k := Key{Package: "coded", Text: strings.Repeat("a", 64)}
	one := row
	one.Meeting = "m"
	d := drafted(t, k, one)
	first := described(t, d, Document{Title: " A \n text ", Meeting: "m"})
	other := described(t, first, Document{Title: "A text", Meeting: "n"})
	if first.New.Title != "A text" || other.Rows[0].Meeting != "n" || other.Form.Meeting != "n" || first.Rows[0].Meeting != "m" {
		t.Errorf("%+v, then %+v", first.Value, other.Value)
	}
	for _, want := range []Draft{first, d} {
		other, _ = other.Undo()
		if !bytes.Equal(other.Encode(), want.Encode()) {
			t.Errorf("taken back to %s, not %s", other.Encode(), want.Encode())
		}
	}
	if same := described(t, first, Document{Title: "A text", Meeting: "m"}); len(same.past) != len(first.past) {
		t.Error("to say the same is a step")
	}
}

// Ids of another manner, and retired ones, are heeded.
func TestIDs(t *testing.T) {
	t.Parallel()
	files, _ := large.Coded(12)
	d, _ := read(t, files)
	atlas, _ := read(t, assets.Data())
	for document, want := range map[string]string{"000": "[000-17]", "001": "[001-49]", "004": "[004-16]"} { // 000-16 and 001-48 are retired
		if got := fmt.Sprint(statementIDs(atlas, document, 1)); got != want {
			t.Errorf("of document %s: %s, not %s", document, got, want)
		}
	}
	if got := fmt.Sprint(statementIDs(d, "d", 2)); got != "[s20 s21]" {
		t.Errorf("after s0 to s19: %s", got)
	}
	if got := fmt.Sprint(statementIDs(d, "e", 2)); got != "[e-01 e-02]" {
		t.Errorf("of a document without any: %s", got)
	}
	for ids, want := range map[string]string{"": "d1", "a": "d1", "000 001 004": "005", "d1 d2": "d3", "doc-09": "doc-10"} {
		if got := nextID(strings.Fields(ids)); got != want {
			t.Errorf("after %q comes %q, not %q", ids, got, want)
		}
	}
}

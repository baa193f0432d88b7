package original

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/assets"
)

// sources are the publishers' own texts where they lie beside the repository, by
// the hash of the file.
func sources(t testing.TB) map[string][]byte {
	t.Helper()
	for _, up := range []string{"../../../shared/sources", "../../../../shared/sources"} {
		found, err := filepath.Glob(filepath.Join(up, "*.txt"))
		if err != nil || len(found) == 0 {
			continue
		}
		out := map[string][]byte{}
		for _, path := range found {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256(data)
			out[hex.EncodeToString(sum[:])] = data
		}
		return out
	}
	t.Skip("the publishers' own texts are not here")
	return nil
}

func embedded(t testing.TB) *dataset.Dataset {
	t.Helper()
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// lines is the paragraphs of a plain text, by another way than Read's.
func lines(text string) []string {
	var out []string
	for _, l := range strings.FieldsFunc(text, func(c rune) bool { return c == '\n' || c == '\r' }) {
		if strings.TrimFunc(l, unicode.IsSpace) != "" {
			out = append(out, l)
		}
	}
	return out
}

func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// Every statement lands on its paragraph in the text that was coded.
func TestSources(t *testing.T) {
	t.Parallel()
	d, texts := embedded(t), sources(t)
	landed := 0
	for i := range d.Documents {
		x := &d.Documents[i]
		data := texts[x.SHA256]
		text, err := Read(x.ID+".txt", data)
		if err != nil {
			t.Fatal(err)
		}
		r := Compare(d, x, &text)
		if !r.Verified || r.Count(Exact) != len(r.Links) {
			t.Errorf("document %s: %d of %d exact, verified: %t", x.ID, r.Count(Exact), len(r.Links), r.Verified)
		}
		want := lines(string(data))
		for j := range d.Statements {
			s := &d.Statements[j]
			if s.Document != x.ID {
				continue
			}
			n, _ := strconv.Atoi(strings.TrimPrefix(strings.Fields(s.Paragraph)[0], "P"))
			l := r.Of(s.ID)
			if l == nil || !l.Lit() || bare(text.Paragraphs[l.At]) != bare(want[n-1]) {
				t.Errorf("statement %s does not land on its paragraph", s.ID)
				continue
			}
			landed++
		}
	}
	if landed != len(d.Statements) || landed != 87 {
		t.Errorf("%d of %d statements land", landed, len(d.Statements))
	}
}

// made is a package with one document and the text that it was coded from: 40
// paragraphs, of which most are coded, two are alike, and one is commentary.
func made(t testing.TB, prints bool) (*dataset.Dataset, []string) {
	t.Helper()
	rng := rand.New(rand.NewPCG(11, 7))
	words := strings.Fields("сторони parties погодили support транзит зв’язок trade ёмкость ї security visas corridor шляхи й region 2023 «слово» peace")
	var text []string
	for range 40 {
		var p []string
		for range 8 + rng.IntN(60) {
			p = append(p, words[rng.IntN(len(words))])
		}
		text = append(text, strings.Join(p, " ")+".")
	}
	text[30] = text[12]
	sum := sha256.Sum256([]byte(strings.Join(text, "\n")))
	files := fstest.MapFS{}
	put := func(name string, rows ...[]string) {
		var b strings.Builder
		if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: []byte(b.String())}
	}
	files["datapackage.json"] = &fstest.MapFile{Data: []byte(`{"name": "made", "title": "Made", "version": "1", "resources": []}`)}
	put("states.csv", []string{"code", "iso2", "name"}, []string{"CHN", "CN", "China"}, []string{"KAZ", "KZ", "Kazakhstan"})
	put("domains.csv", []string{"code", "name"}, []string{"TRD", "Trade"})
	put("places.csv", []string{"id", "lon", "lat", "name", "country"}, []string{"a", "71", "51", "Astana", "KAZ"})
	put("meetings.csv", []string{"id", "date", "mode", "level", "title", "parties", "place"}, []string{"m", "2023-04-27", "in person", "bilateral", "M", "CHN KAZ", "a"})
	put("documents.csv", []string{"id", "kind", "meetings", "sha256"}, []string{"x", "news report", "m", hex.EncodeToString(sum[:])})
	statements, marks := [][]string{{"id", "document", "meeting", "paragraph", "states", "scope", "status", "basis", "domain", "text"}}, [][]string{{"document", "paragraph", "number", "fingerprint", "letters"}}
	for n := 1; n <= 40; n++ {
		if n%5 == 0 {
			continue
		}
		statements = append(statements, []string{fmt.Sprint("s", n), "x", "m", fmt.Sprint("P", n), "CHN KAZ", "B", "position", "Q", "TRD", "Words"})
		sum := sha256.Sum256([]byte(bare(text[n-1])))
		marks = append(marks, []string{"x", fmt.Sprint("P", n), strconv.Itoa(n), "sha256:" + hex.EncodeToString(sum[:8]), strconv.Itoa(len([]rune(bare(text[n-1]))))})
	}
	put("statements.csv", statements...)
	put("comments.csv", []string{"id", "document", "paragraph", "text"}, []string{"c", "x", "P5", "Comment"})
	if prints {
		put("paragraphs.csv", marks...)
	}
	d, findings, err := dataset.Open(files)
	if err != nil || dataset.Faults(findings) > 0 {
		t.Fatal(err, findings)
	}
	return d, text
}

func compare(t testing.TB, d *dataset.Dataset, text []string) (Report, Text) {
	t.Helper()
	got, err := Read("a.txt", []byte(strings.Join(text, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return Compare(d, &d.Documents[0], &got), got
}

// What is done to a text says what the report has to say.
func TestCompareExplains(t *testing.T) {
	t.Parallel()
	d, text := made(t, true)
	for _, c := range []struct {
		name string
		do   func(p []string) []string
		of   string
		fate Fate
		why  Reason
	}{
		{"as it is", func(p []string) []string { return p }, "s7", Exact, NoReason},
		{"white space", func(p []string) []string {
			p[6] = "\t" + strings.ReplaceAll(p[6], " ", "\u00a0\u2009 ") + " "
			return p
		}, "s7", Exact, NoReason},
		{"a line before", func(p []string) []string { return append([]string{"New."}, p...) }, "s7", Moved, Elsewhere},
		{"a word", func(p []string) []string { p[6] += " more"; return p }, "s7", Lost, Merged},
		{"a letter", func(p []string) []string { p[6] = strings.Replace(p[6], " ", " X", 1); return p }, "s7", Lost, Changed},
		{"merged", func(p []string) []string { p[6] += " " + p[7]; return slices.Delete(p, 7, 8) }, "s7", Lost, Merged},
		{"merged, the second", func(p []string) []string { p[6] += " " + p[7]; return slices.Delete(p, 7, 8) }, "s8", Lost, Merged},
		{"split", func(p []string) []string {
			a, b, _ := strings.Cut(p[6], " ")
			return slices.Replace(p, 6, 7, a, b)
		}, "s7", Lost, Split},
		{"deleted", func(p []string) []string { return slices.Delete(p, 6, 7) }, "s7", Lost, Gone},
		{"twice", func(p []string) []string { return append(p, p[6]) }, "s7", Ambiguous, Repeated},
		{"alike, in another file", func(p []string) []string { return append(p, "End.") }, "s13", Ambiguous, Repeated},
		{"alike, in the very file", func(p []string) []string { return p }, "s31", Exact, NoReason},
	} {
		r, _ := compare(t, d, c.do(slices.Clone(text)))
		if l := r.Of(c.of); l.Fate != c.fate || l.Reason != c.why {
			t.Errorf("%s: %s %q, want %s %q", c.name, l.Fate, l.Reason, c.fate, c.why)
		}
	}
}

// Without fingerprints the numbers hold in the very file that was coded.
func TestCompareByNumber(t *testing.T) {
	t.Parallel()
	d, text := made(t, false)
	if r, _ := compare(t, d, text); !r.Verified || r.Count(Exact) != len(r.Links) || len(r.Links) != 33 {
		t.Errorf("%+v", r)
	}
	if r, _ := compare(t, d, append(text, "End.")); r.Verified || r.Count(Lost) != len(r.Links) || r.Links[0].Reason != Unprinted {
		t.Errorf("%+v", r)
	}
}

// alter changes a text at random in one of the ways in which copies differ.
func alter(rng *rand.Rand, p []string) []string {
	i, k := rng.IntN(len(p)), rng.IntN(len(p))
	words := strings.Fields(p[i])
	w := rng.IntN(len(words))
	switch rng.IntN(10) {
	case 0:
		return slices.Insert(p, i, strings.ToValidUTF8("Inserted "+p[k][:len(p[k])/2], ""))
	case 1:
		if len(p) > 2 {
			return slices.Delete(p, i, i+1)
		}
	case 2:
		p[i], p[k] = p[k], p[i]
	case 3:
		words[w] += "и"
	case 4:
		words = slices.Delete(words, w, w+1)
	case 5:
		words[w], words[0] = words[0], words[w]
	case 6:
		if i+1 < len(p) {
			p[i] += " " + p[i+1]
			return slices.Delete(p, i+1, i+2)
		}
	case 7:
		if len(words) > 1 {
			w = max(w, 1)
			return slices.Replace(p, i, i+1, strings.Join(words[:w], " "), strings.Join(words[w:], " "))
		}
	case 8:
		p[i] = "\u00a0 " + strings.Join(words, []string{"  ", "\u00a0", "\t", "\u2009"}[rng.IntN(4)]) + " "
		return p
	case 9:
		return slices.Insert(p, i, p[k])
	}
	if p[i] = strings.Join(words, " "); strings.TrimSpace(p[i]) == "" {
		p[i] = "Nothing."
	}
	return p
}

// check compares what is lit in an altered text with the text that was coded: it
// differs in nothing but white space; and what stands there once is lit.
func check(t *testing.T, d *dataset.Dataset, x *dataset.Document, was, now []string) (lit, links int) {
	t.Helper()
	got, err := Read("a.txt", []byte(strings.Join(now, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	times := map[string]int{}
	for _, p := range now {
		times[bare(p)]++
	}
	r := Compare(d, x, &got)
	for _, l := range r.Links {
		n, _ := strconv.Atoi(l.Paragraph[1:])
		want := bare(was[n-1])
		_, known := x.TextParagraph(l.Paragraph)
		switch {
		case l.Lit() && bare(got.Paragraphs[l.At]) != want:
			t.Fatalf("%s lights %q, was %q", l.Paragraph, got.Paragraphs[l.At], was[n-1])
		case !l.Lit() && times[want] == 1 && known:
			t.Fatalf("%s stands in the text and is %s, %s", l.Paragraph, l.Fate, l.Reason)
		case !l.Lit() && l.Reason == NoReason:
			t.Fatalf("%s is %s without a reason", l.Paragraph, l.Fate)
		}
		links++
		if l.Lit() {
			lit++
		}
	}
	return lit, links
}

func TestAlterations(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(200, 87))
	d, text := made(t, true)
	lit, links := 0, 0
	for n := range 200 {
		p := slices.Clone(text)
		for range 1 + n%12 {
			p = alter(rng, p)
		}
		a, b := check(t, d, &d.Documents[0], text, p)
		lit, links = lit+a, links+b
	}
	t.Logf("%d of %d links are lit", lit, links)
}

func TestAlterationsOfSources(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(87, 200))
	d, texts := embedded(t), sources(t)
	lit, links := 0, 0
	for n := range 200 {
		x := &d.Documents[n%len(d.Documents)]
		was := lines(string(texts[x.SHA256]))
		p := slices.Clone(was)
		for range 1 + n%12 {
			p = alter(rng, p)
		}
		a, b := check(t, d, x, was, p)
		lit, links = lit+a, links+b
	}
	t.Logf("%d of %d links are lit", lit, links)
}

func TestShelf(t *testing.T) {
	t.Parallel()
	d, text := made(t, true)
	other := embedded(t)
	x := &d.Documents[0]
	data := []byte(strings.Join(text, "\n"))
	read, err := Read("dir/a.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "texts[1]")
	if (&Shelf{}).Attach(d, x, &Attached{Text: read}) == nil || (&Shelf{}).Find(d, x) != nil {
		t.Error("a shelf without a folder keeps something")
	}
	a := Attached{Text: read, Name: "a.txt"}
	if err := (&Shelf{folder}).Attach(d, x, &a); err != nil {
		t.Fatal(err)
	}
	s := &Shelf{folder} // after a new start
	got := s.Find(d, x)
	if got == nil || got.Name != "a.txt" || got.SHA256 != read.SHA256 || !slices.Equal(got.Paragraphs, read.Paragraphs) {
		t.Fatalf("found %+v", got)
	}
	if s.Find(other, &other.Documents[0]) != nil {
		t.Error("the text is another document's, too")
	}
	next, _ := made(t, true) // the package in a later edition
	next.Hash = strings.Repeat("0", 64)
	if s.Find(next, x) == nil {
		t.Error("the very text that was coded is not found for a later edition")
	}
	if err := s.Vouch(d, x, time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC)); err != nil || s.Find(d, x).Vouched != "2026-11-27" {
		t.Errorf("%v, %+v", err, s.Find(d, x))
	}
	b := a
	b.SHA256, b.Paragraphs = strings.Repeat("ab", 32), []string{"Another."}
	if err := s.Attach(d, x, &b); err != nil || s.Find(d, x).Paragraphs[0] != "Another." {
		t.Error("another text does not take its place")
	}
	if s.Find(next, x) != nil {
		t.Error("a text that is not verified serves another edition")
	}
	entries, _ := os.ReadDir(folder)
	if len(entries) != 1 {
		t.Errorf("%d files are left", len(entries))
	}
	for _, e := range entries {
		if err := os.WriteFile(filepath.Join(folder, e.Name()), []byte(`{"sha256": 1}`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if s.Find(d, x) != nil {
		t.Error("a damaged file is read")
	}
	if err := s.Detach(d, x); err != nil {
		t.Fatal(err)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 0 {
		t.Error("a text that was detached is left")
	}
}

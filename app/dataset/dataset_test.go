package dataset

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/assets"
)

func shipped(t testing.TB) *Dataset {
	t.Helper()
	d, found, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
	return d
}

// The expected counts are those of research/check-tables.md, made by another
// program from the coders' table.
func TestShippedCounts(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	got := map[string]int{}
	for i := range d.Statements {
		x := &d.Statements[i]
		for _, k := range []string{x.Domain, x.Status, x.Basis, x.Scope, x.Document, x.Domain + " " + x.Document, x.Status + " " + x.Document, x.Domain + " " + x.Status} {
			got[k]++
		}
		for _, c := range x.States {
			got[c]++
			got[x.Domain+" "+c]++
			if len(x.States) < 6 {
				got["naming "+c]++
			}
		}
	}
	want := map[string]int{
		"SOV": 24, "SEC": 8, "MUL": 13, "INS": 3, "TRD": 10, "TRN": 6, "FIN": 4, "AGR": 2, "HLT": 6, "TEC": 4, "ENE": 1, "CUL": 6,
		"000": 15, "001": 46, "002": 3, "003": 8, "004": 15,
		"agreed": 6, "to be signed": 1, "announced": 3, "intended": 31, "position": 46,
		"T": 46, "Q": 10, "R": 31, "B": 31, "M": 56,
		"SOV 000": 5, "SOV 001": 6, "SOV 003": 3, "SOV 004": 10, "SEC 001": 5, "SEC 002": 1, "SEC 003": 2, "TRD 001": 5, "HLT 001": 6, "CUL 000": 3,
		"agreed 000": 3, "agreed 001": 3, "to be signed 000": 1, "announced 001": 2, "announced 002": 1, "intended 001": 17, "position 003": 8,
		"SOV position": 20, "MUL agreed": 1, "INS agreed": 3, "TRD intended": 8, "TRN position": 4, "CUL to be signed": 1, "FIN announced": 1, "ENE intended": 1,
		"CHN": 87, "KAZ": 83, "KGZ": 60, "TJK": 61, "TKM": 60, "UZB": 61, "SOV KAZ": 24, "TRD TJK": 8, "CUL UZB": 3, "FIN UZB": 4,
		"naming CHN": 28, "naming KAZ": 24, "naming KGZ": 1, "naming TJK": 2, "naming TKM": 1, "naming UZB": 2,
	}
	for k, n := range want {
		if got[k] != n {
			t.Errorf("%s: %d statements, want %d", k, got[k], n)
		}
	}
	if len(d.Statements) != 87 || len(d.Documents) != 5 || len(d.Meetings) != 42 {
		t.Errorf("%d statements, %d documents, %d meetings; want 87, 5, 42", len(d.Statements), len(d.Documents), len(d.Meetings))
	}
}

func TestShippedTexts(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	complete := func(what string, x Text) {
		for _, lang := range []string{"", "uk", "ru"} {
			if len(x) > 0 && x[lang] == "" {
				t.Errorf("%s has no text in %q", what, lang)
			}
		}
	}
	for i := range d.Statements {
		x := &d.Statements[i]
		for _, f := range []Text{x.Text, x.Speaker, x.Note, x.Since, x.AmountNote} {
			complete(x.ID, f)
		}
		if len(x.Text) == 0 {
			t.Errorf("%s has no text", x.ID)
		}
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		for _, f := range []Text{m.Title, m.ShortName, m.Note, m.DateNote} {
			complete(m.ID, f)
		}
		if m.Online() && m.Place != "" {
			t.Errorf("%s is online and has a pin", m.ID)
		}
	}
	for i := range d.Documents {
		x := &d.Documents[i]
		for _, lang := range []string{"en", "uk", "ru"} {
			if n := len(strings.Fields(x.Summary[lang])); n < 150 || n > 300 {
				t.Errorf("summary of %s in %s has %d words, want 150 to 300", x.ID, lang, n)
			}
		}
	}
	if got := d.NameAt("astana", "2022-06-08").In("en"); got != "Nur-Sultan" {
		t.Errorf("Astana in June 2022 was %q", got)
	}
	if got := d.NameAt("astana", "2025-06-17").In("en"); got != "Astana" {
		t.Errorf("Astana in June 2025 was %q", got)
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	ids := func(q string) []string {
		var out []string
		for i, hit := range d.Find(NewQuery(q)).Statements {
			if hit {
				out = append(out, d.Statements[i].ID)
			}
		}
		return out
	}
	for _, tt := range []struct {
		q    string
		want string // an id that must be found
		n    int    // exact number; 0 for any, -1 for none
	}{
		{"cultural centres", "000-12", 1},
		{"CULTURAL  Centres", "000-12", 1},
		{"культурн", "000-12", 0},
		{"G20", "001-31", 1},
		{"004-09", "004-09", 0},
		{"zzzz", "", -1},
	} {
		got := ids(tt.q)
		switch {
		case tt.n == -1 && len(got) > 0:
			t.Errorf("search %q found %v", tt.q, got)
		case tt.n > 0 && len(got) != tt.n:
			t.Errorf("search %q found %v, want %d", tt.q, got, tt.n)
		case tt.want != "" && !slices.Contains(got, tt.want):
			t.Errorf("search %q found %v, not %s", tt.q, got, tt.want)
		}
	}
	latin, cyrillic, spaced := ids("C+C5"), ids("С+С5"), ids("С + С5")
	if len(latin) == 0 || !slices.Equal(latin, cyrillic) || !slices.Equal(latin, spaced) {
		t.Errorf("C+C5 in Latin finds %d, in Cyrillic %d, spaced %d", len(latin), len(cyrillic), len(spaced))
	}
}

func TestFold(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ a, b string }{
		{"Ürümqi", "urumqi"},
		{"Қазақстан", "қазақстан"},
		{"договорённость", "договоренность"},
		{"Xi’an", "xi'an"},
		{"С+С5", "c+c5"},
		{"С + С5", "C+C5"},
		{"з’єднання", "з'єднання"},
	} {
		if Fold(tt.a) != Fold(tt.b) {
			t.Errorf("Fold(%q) = %q, Fold(%q) = %q", tt.a, Fold(tt.a), tt.b, Fold(tt.b))
		}
	}
	if Fold("смуга") == Fold("cmyga") {
		t.Error("ordinary Cyrillic words must keep their script")
	}
}

// copyOf returns the shipped package as files that a test may damage.
func copyOf(t testing.TB) fstest.MapFS {
	t.Helper()
	m, err := readShipped()
	if err != nil {
		t.Fatal(err)
	}
	c := make(fstest.MapFS, len(m))
	for p, f := range m {
		c[p] = &fstest.MapFile{Data: f.Data}
	}
	return c
}

var readShipped = sync.OnceValues(func() (fstest.MapFS, error) {
	m := fstest.MapFS{}
	return m, fs.WalkDir(assets.Data(), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(assets.Data(), p)
		m[p] = &fstest.MapFile{Data: data}
		return err
	})
})

// edit changes one cell of a table by the row's first cell and the column.
func edit(t *testing.T, m fstest.MapFS, file, id, col, value string) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(m[file].Data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	j := slices.Index(rows[0], col)
	for _, r := range rows[1:] {
		if r[0] == id {
			r[j] = value
		}
	}
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	m[file] = &fstest.MapFile{Data: b.Bytes()}
}

func TestFaultsAreNamed(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name                  string
		file, id, col, value  string
		column, fault         string
		statements, documents int
	}{
		{"date", "meetings.csv", "2024-03-29-kaz", "date", "29 March", "date", "is not written as it should be", 87, 5},
		{"precision", "meetings.csv", "2027-summit3", "precision", "day", "precision", "does not go with the date", 87, 5},
		{"no precision", "meetings.csv", "tkm-undated", "precision", "year", "precision", "does not go with the date", 87, 5},
		{"latitude", "places.csv", "beijing", "lat", "400", "lat", "is above 90", 87, 5},
		{"null island", "places.csv", "xian", "lon", "0", "", "", 87, 5},
		{"domain", "statements.csv", "000-01", "domain", "XXX", "domain", "is not in domains.csv", 86, 5},
		{"status", "statements.csv", "000-01", "status", "sealed", "status", "is not one of", 87, 5},
		{"state", "statements.csv", "000-11", "states", "CHN MNG", "states", "is not in states.csv", 87, 5},
		{"link", "documents.csv", "001", "links", "http://example.org", "links", "is not written as it should be", 87, 5},
		{"id", "documents.csv", "001", "id", "../x", "id", "is not written as it should be", 41, 4},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := copyOf(t)
			edit(t, m, tt.file, tt.id, tt.col, tt.value)
			d, found, err := Open(m)
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Statements) != tt.statements || len(d.Documents) != tt.documents {
				t.Errorf("%d statements, %d documents left; want %d, %d", len(d.Statements), len(d.Documents), tt.statements, tt.documents)
			}
			if tt.fault == "" {
				return
			}
			if !slices.ContainsFunc(found, func(f Finding) bool {
				return f.File == tt.file && f.Row > 1 && f.Column == tt.column && strings.Contains(f.Fault.Error(), tt.fault)
			}) {
				t.Errorf("not found: %s in %s, column %s; found %v", tt.fault, tt.file, tt.column, found)
			}
		})
	}
}

func TestNotAPackage(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("[", 100000)
	for name, m := range map[string]fstest.MapFS{
		"empty":      {},
		"not JSON":   {"datapackage.json": {Data: []byte("x")}},
		"nested":     {"datapackage.json": {Data: []byte(deep)}},
		"only JSON":  {"datapackage.json": {Data: []byte(`{"name":"x"}`)}},
		"NUL tables": {"datapackage.json": {Data: []byte(`{}`)}, "meetings.csv": {Data: []byte("id,\x00")}},
	} {
		if _, _, err := Open(m); !errors.Is(err, ErrPackage) {
			t.Errorf("%s: error %v, want ErrPackage", name, err)
		}
	}
}

func zipOf(t testing.TB, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOpenPath(t *testing.T) {
	t.Parallel()
	want := shipped(t)
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "folder"), assets.Data()); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for p, f := range copyOf(t) {
		files["c5/"+p] = f.Data
	}
	if err := os.WriteFile(filepath.Join(dir, "x.zip"), zipOf(t, files), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{"folder", "x.zip"} {
		d, _, err := OpenPath(filepath.Join(dir, p))
		if err != nil {
			t.Fatal(err)
		}
		if d.Hash != want.Hash || len(d.Statements) != 87 {
			t.Errorf("%s: %d statements, hash %.8s, want 87, %.8s", p, len(d.Statements), d.Hash, want.Hash)
		}
	}
	for name, files := range map[string]map[string][]byte{
		"leaves":  {"../evil.csv": []byte("x"), "datapackage.json": []byte("{}")},
		"bomb":    {"datapackage.json": bytes.Repeat([]byte(" "), 30<<20)},
		"alike":   {"a.csv": nil, "A.csv": nil},
		"slashes": {`..\evil.csv`: []byte("x")},
	} {
		p := filepath.Join(dir, name+".zip")
		if err := os.WriteFile(p, zipOf(t, files), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := OpenPath(p); !errors.Is(err, ErrPackage) || !errors.Is(err, ErrUnsafe) {
			t.Errorf("%s: error %v, want ErrUnsafe", name, err)
		}
	}
	if _, _, err := OpenPath(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing path: %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	base := copyOf(f)
	for _, name := range tables {
		f.Add(name.name+".csv", base[name.name+".csv"].Data)
	}
	f.Add("datapackage.json", base["datapackage.json"].Data)
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		m := copyOf(t)
		m[name] = &fstest.MapFile{Data: data}
		d, _, err := Open(m)
		if err != nil {
			return
		}
		consistent(t, d)
		d.Find(NewQuery("c+c5"))
	})
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, _, err := Open(assets.Data()); err != nil {
			b.Fatal(err)
		}
	}
}

package dataset

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// opened opens a package and returns the bytes that this allocated.
func opened(m fstest.MapFS) (d *Dataset, found []Finding, mib uint64, err error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d, found, err = Open(m)
	runtime.ReadMemStats(&after)
	return d, found, (after.TotalAlloc - before.TotalAlloc) >> 20, err
}

// said is all that was said of a package.
func said(found []Finding, err error) string {
	lines := []string{fmt.Sprint(err)}
	for _, f := range found {
		lines = append(lines, f.String())
	}
	return strings.Join(lines, "\n")
}

// Each of these was read for ten seconds and more into two gigabytes. Now each
// is refused with an error or a finding, and never takes much memory.
func TestBudget(t *testing.T) { //nolint:paralleltest // measures memory
	head := "id,document,meeting,states,status,basis,domain,text\n"
	row := "s,d1,m1,AAA,agreed,R,TRD,x\n"
	var listed strings.Builder
	for i := range maxFiles + 1 {
		fmt.Fprintf(&listed, `{"path":"f%d.csv","hash":"sha256:0"},`, i)
	}
	for name, tt := range map[string]struct {
		m    fstest.MapFS
		want string // of the error, or else of a finding
	}{
		"short rows":   {mini(map[string]string{"statements.csv": head + strings.Repeat("a\n", 1<<20)}), "more than 400000 rows"},
		"empty rows":   {mini(map[string]string{"statements.csv": head + strings.Repeat("\"\"\n", 1<<20)}), "more than 400000 rows"},
		"empty lines":  {mini(map[string]string{"statements.csv": head + strings.Repeat("\n", 1<<20)}), "more than 400000 rows"},
		"one wide row": {mini(map[string]string{"statements.csv": head + row + strings.Repeat(",", 8<<20) + "\n"}), "has more than 500 cells"},
		"wide header":  {mini(map[string]string{"statements.csv": strings.Repeat(",", 8<<20) + "\n"}), "has more than 500 columns"},
		"large cell":   {mini(map[string]string{"statements.csv": head + row + "s2,d1,m1,AAA,agreed,R,TRD," + strings.Repeat("x", 2<<20) + "\n"}), "has a cell over 1\u00a0MiB"},
		"cells":        {mini(map[string]string{"statements.csv": strings.TrimSpace(head) + strings.Repeat(",", 400) + "c\n" + strings.Repeat(strings.Repeat(",", 400)+"x,,,,,,,\n", 13_000)}), "more than 5000000 cells"},
		"large table":  {mini(map[string]string{"statements.csv": head + strings.Repeat(" ", 65<<20)}), "is too large"},
		"large tables": {mini(map[string]string{"statements.csv": head + strings.Repeat(" ", 60<<20), "notes.csv": "id,document,text\n" + strings.Repeat(" ", 50<<20)}), "more than 96 MiB"},
		"large json":   {mini(map[string]string{"datapackage.json": `{"name":"x"}` + strings.Repeat(" ", 17<<20)}), "is too large"},
		"summary":      {mini(map[string]string{"documents/d1.en.md": strings.Repeat("a", 9<<20)}), "is too large"},
		"resources":    {mini(map[string]string{"datapackage.json": `{"resources":[` + strings.TrimSuffix(listed.String(), ",") + `]}`}), "more than 50000 resources"},
		"deep schema":  {mini(map[string]string{"datapackage.json": `{"resources":[{"name":"states","path":"states.csv","schema":"s.json"}]}`, "s.json": strings.Repeat("[", 1<<20)}), "is nested too deeply"},
		"pattern":      {mini(map[string]string{"datapackage.json": `{"resources":[{"name":"states","path":"states.csv","schema":{"fields":[{"name":"code","constraints":{"pattern":"` + strings.Repeat("(a*)*", 1000) + `"}}]}}]}`}), "over 1,000 characters"},
	} {
		_, found, mib, err := opened(tt.m)
		said := said(found, err)
		if !strings.Contains(said, tt.want) {
			t.Errorf("%s: %.300s; want %q", name, said, tt.want)
		}
		if mib > 250 {
			t.Errorf("%s: %d MiB allocated", name, mib)
		}
	}
}

// A zip of many files, each small enough, is refused by what it declares, or,
// where it lies, by what comes out.
func TestZipBombs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := map[string][]byte{"datapackage.json": []byte(`{"name":"x"}`)}
	for name, f := range mini(nil) {
		files[name] = f.Data
	}
	var docs strings.Builder
	docs.WriteString("id,kind,meetings,lead\nd1,news report,m1,x\n")
	for i := range 300 {
		fmt.Fprintf(&docs, "x%d,news report,m1,x\n", i)
	}
	files["documents.csv"] = []byte(docs.String())
	path := filepath.Join(dir, "a.zip")
	// bomb writes the files and a summary of every document, of so many bytes.
	bomb := func(size int, langs ...string) {
		var b, packed bytes.Buffer
		w := zip.NewWriter(&b)
		for name, data := range files {
			f, err := w.Create(name)
			if err == nil {
				_, err = f.Write(data)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		body := bytes.Repeat([]byte("a"), size)
		c, err := flate.NewWriter(&packed, flate.BestCompression) // once for all of them
		if err == nil {
			_, err = c.Write(body)
		}
		if err != nil || c.Close() != nil {
			t.Fatal("the summary cannot be packed", err)
		}
		for i := range 300 {
			for _, lang := range langs {
				f, err := w.CreateRaw(&zip.FileHeader{
					Name: fmt.Sprintf("documents/x%d.%s.md", i, lang), Method: zip.Deflate,
					CRC32: crc32.ChecksumIEEE(body), CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(size),
				})
				if err == nil {
					_, err = f.Write(packed.Bytes())
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	bomb(1<<20, "en")
	if _, _, err := OpenPath(path); !errors.Is(err, ErrUnsafe) {
		t.Errorf("300 summaries of 1 MiB: %v", err)
	}
	bomb(maxSummary, "en", "ru") // within a summary's bound, but too much in all
	if _, _, err := OpenPath(path); !errors.Is(err, ErrUnsafe) || !strings.Contains(err.Error(), "more than 96 MiB") {
		t.Errorf("600 summaries of 256 KiB: %v", err)
	}
}

func TestZipsThatAreNoPackage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	encrypted := zipOf(t, map[string][]byte{"datapackage.json": []byte(`{}`)})
	for i := 0; i+10 < len(encrypted); i++ { // set the flag in both headers
		switch binary.LittleEndian.Uint32(encrypted[i:]) {
		case 0x04034b50:
			encrypted[i+6] |= 1
		case 0x02014b50:
			encrypted[i+8] |= 1
		}
	}
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"encrypted": {encrypted, "is encrypted"},
		"two":       {zipOf(t, map[string][]byte{"a/datapackage.json": []byte(`{}`), "b/datapackage.json": []byte(`{}`)}), "holds two packages"},
		"none":      {zipOf(t, map[string][]byte{"a.txt": nil}), "datapackage.json: is missing"},
		"no zip":    {[]byte("hello"), "neither a folder nor a zip"},
	} {
		path := filepath.Join(dir, name+".zip")
		if err := os.WriteFile(path, tt.data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := OpenPath(path); !errors.Is(err, ErrPackage) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
	// A Macintosh adds a folder of its own, and an old system names in its own letters.
	files := map[string][]byte{"__MACOSX/datapackage.json": nil, "c5/\x8d\xa5\xe2.txt": nil}
	for name, f := range mini(nil) {
		files["c5/"+name] = f.Data
	}
	path := filepath.Join(dir, "mac.zip")
	if err := os.WriteFile(path, zipOf(t, files), 0o600); err != nil {
		t.Fatal(err)
	}
	if d, found, err := OpenPath(path); err != nil || Faults(found) > 0 || len(d.Statements) != 2 {
		t.Errorf("%v, %v", err, found)
	}
}

func FuzzZip(f *testing.F) {
	files := map[string][]byte{}
	for name, x := range mini(nil) {
		files[name] = x.Data
	}
	f.Add(zipOf(f, files))
	for _, size := range []uint64{1 << 40, math.MaxInt64, 1 << 63, math.MaxUint64} {
		f.Add(claims(f, size, 1))
		f.Add(claims(f, size, size))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		if fsys, err := zipped(z); err == nil {
			if d, _, err := Open(fsys); err == nil {
				consistent(t, d)
			}
		}
	})
}

// claims returns a .zip whose descriptor says that it is size bytes long and packed into so many.
func claims(t testing.TB, size, packed uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	if _, err := w.CreateRaw(&zip.FileHeader{Name: "datapackage.json", UncompressedSize64: size, CompressedSize64: packed}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// consistent fails if anything in d points nowhere.
func consistent(t *testing.T, d *Dataset) {
	t.Helper()
	for i := range d.Statements {
		x := &d.Statements[i]
		if d.Meeting(x.Meeting) == nil || d.Document(x.Document) == nil || d.Domain(x.Domain) == nil || len(x.States) == 0 || x.Status == "" {
			t.Fatalf("%s points nowhere: %+v", x.ID, x)
		}
		for _, c := range x.States {
			if d.Country(c) == nil {
				t.Fatalf("%s names %q", x.ID, c)
			}
		}
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		if m.Place != "" && d.Place(m.Place) == nil || m.Chair != "" && d.Place(m.Chair) == nil {
			t.Fatalf("%s points nowhere: %+v", m.ID, m)
		}
		for _, c := range m.Parties {
			if d.Country(c) == nil {
				t.Fatalf("%s names %q", m.ID, c)
			}
		}
	}
	for i := range d.Countries {
		if c := &d.Countries[i]; c.Role < 1 || c.Role > roles {
			t.Fatalf("%s has tint %d", c.Code, c.Role)
		}
	}
}

// FuzzDescriptor reads a small package with any descriptor: profile, schema,
// dialect and encoding are in it.
func FuzzDescriptor(f *testing.F) {
	for _, s := range []string{
		`{"name":"x","resources":[{"name":"meetings","path":"meetings.csv","dialect":{"delimiter":",","quoteChar":"'","headerRows":[1,2]}}]}`,
		`{"profile":{"title":{"en":"T"},"focal":"AAA","region":["AA"]},"resources":[{"name":"states","path":"states.csv","encoding":"utf-16"}]}`,
		`{"resources":[{"name":"statements","path":["statements.csv"],"hash":"sha256:00","schema":{"fields":[{"name":"amount","type":"number","constraints":
			{"minimum":"1","enum":[1,"2"],"pattern":"[0-9]"},"missingValues":[{"value":"-"}]}],"primaryKey":"id","foreignKeys":[{"fields":"document","reference":{"resource":"","fields":["id"]}}]}}]}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, _, err := Open(mini(map[string]string{"datapackage.json": text + " "})); err == nil {
			consistent(t, d)
		}
	})
}

// FuzzSchema checks a cell with any schema; a schema that is none, or asks for
// what cannot be, is a finding.
func FuzzSchema(f *testing.F) {
	for _, s := range []string{
		`{"fields":[{"name":"code"},{"name":"name","type":"boolean","trueValues":["x"],"constraints":{"required":true}}]}`,
		`{"fieldsMatch":"partial","missingValues":["-"],"fields":[{"name":"name","type":"number","decimalChar":",","groupChar":".","bareNumber":false,"constraints":{"minimum":"1","enum":[1]}}]}`,
		`{"fields":[{"name":"name","type":"date","format":"any","constraints":{"pattern":"[0-9]+","maxLength":3,"exclusiveMaximum":"2020-01-01"}}],"uniqueKeys":[["name"]],"primaryKey":"name"}`,
		`{"fields":[null,{"name":"code","delimiter":" ","references":{"resource":"states","field":"code"}}],"foreignKeys":[{"fields":["code","name"],"reference":{"resource":"","fields":["name","code"]}}]}`,
	} {
		f.Add(s, "1.5")
		f.Add(s, "2023-04-27")
	}
	f.Fuzz(func(t *testing.T, text, cell string) {
		quoted := `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		m := mini(map[string]string{
			"datapackage.json": `{"resources":[{"name":"domains","path":"domains.csv","schema":"s.json"}]}`,
			"s.json":           text + " ", "domains.csv": "code,name\nTRD,Trade\nSEC," + quoted + "\n",
		})
		if d, _, err := Open(m); err == nil {
			consistent(t, d)
		}
	})
}

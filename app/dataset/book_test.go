package dataset

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/workbook"
)

// bookFile writes sheets to a file.
func bookFile(t *testing.T, sheets []workbook.Sheet) string {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, sheets); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "My meetings.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipOfBook(t *testing.T, sheets []workbook.Sheet) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, sheets); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// The package that ships, as a workbook and read again, is the same package:
// its hash is, and every file of it.
func TestBookLosesNothing(t *testing.T) {
	t.Parallel()
	sheets, err := Book(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	d, found, err := OpenPath(bookFile(t, sheets))
	if err != nil || Faults(found) > 0 {
		t.Fatalf("%v, %v", err, found)
	}
	want := shipped(t)
	if d.Hash != want.Hash {
		t.Error("the tables are others")
	}
	if !reflect.DeepEqual(d.Statements, want.Statements) || !reflect.DeepEqual(d.Meetings, want.Meetings) || !reflect.DeepEqual(d.Documents, want.Documents) ||
		!reflect.DeepEqual(d.Profile, want.Profile) || !reflect.DeepEqual(d.Languages, want.Languages) {
		t.Error("what is read of them is other")
	}
	fsys, err := bookFS(zipOfBook(t, sheets), "x.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	files, err := packageFiles(assets.Data())
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		if name == descriptorFile { // its hashes are of files
			continue
		}
		was, _ := fs.ReadFile(assets.Data(), name)
		is, err := fs.ReadFile(fsys, name)
		if err != nil || !bytes.Equal(was, is) {
			t.Errorf("%s: %d bytes, were %d; %v", name, len(is), len(was), err)
		}
	}
}

// A workbook of somebody who has never heard of a descriptor: a few sheets, one
// of which says what it is, days and numbers as the program keeps them.
func TestPersonsBook(t *testing.T) {
	t.Parallel()
	var sheets []workbook.Sheet
	for name, file := range mini(nil) {
		if table, ok := strings.CutSuffix(name, ".csv"); ok {
			rows, err := allRecords(string(file.Data))
			if err != nil {
				t.Fatal(err)
			}
			sheets = append(sheets, workbook.Sheet{Name: strings.ToUpper(table[:1]) + table[1:], Rows: rows})
		}
	}
	sheets = append(sheets, workbook.Sheet{Name: "Package", Rows: [][]string{
		{"field", "value", "value@uk"}, {"title", "Two states", "Дві держави"}, {"credit", "Class 10B"}, {"region", "KZ UZ"}, {"version", "2.0"}, {"note to myself"},
	}}, workbook.Sheet{Name: "Our own notes", Rows: [][]string{{"anything"}, nil, {"", "at all"}}})
	d, found, err := OpenPath(bookFile(t, sheets))
	if err != nil || Faults(found) > 0 {
		t.Fatalf("%v, %v", err, found)
	}
	if d.Name != "my-meetings" || d.Version != "2.0" || d.Profile.Title.In("uk") != "Дві держави" || d.Profile.Title.In("ru") != "Two states" || d.Profile.Credit.In("en") != "Class 10B" ||
		!reflect.DeepEqual(d.Profile.Region, []string{"KZ", "UZ"}) || len(d.Meetings) != 2 || len(d.Statements) != 2 {
		t.Errorf("%s %s, %+v, %d meetings, %d statements", d.Name, d.Version, d.Profile, len(d.Meetings), len(d.Statements))
	}
}

// A fault in a workbook names the row as the spreadsheet numbers it.
func TestBookRows(t *testing.T) {
	t.Parallel()
	sheets, err := Book(mini(nil))
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sheets {
		if s.Name == "meetings" {
			sheets[i].Rows = [][]string{s.Rows[0], nil, s.Rows[1], nil, {"m2", "2030-13"}, s.Rows[2]}
			sheets[i].Rows[4] = append([]string{"m3", "2030-13"}, s.Rows[2][2:]...)
		}
	}
	_, found, err := OpenPath(bookFile(t, sheets))
	faults := slices.DeleteFunc(found, func(f Finding) bool { return f.Note })
	if err != nil || len(faults) != 1 || faults[0].Row != 5 || faults[0].Column != "date" {
		t.Errorf("%v, %v", found, err)
	}
}

// A fault in a workbook names its sheets as they are called there, also in what
// it says of others, and the row of the sheet "package"; the row is found again by
// that name.
func TestBookSheets(t *testing.T) {
	t.Parallel()
	for lacking := range 2 {
		var sheets []workbook.Sheet
		for name, file := range mini(nil) {
			table, ok := strings.CutSuffix(name, ".csv")
			if !ok || lacking == 1 && table == "statements" {
				continue
			}
			rows, err := allRecords(string(file.Data))
			if err != nil {
				t.Fatal(err)
			}
			if table == "places" {
				rows[1][slices.Index(rows[0], "country")] = "NAR"
			}
			sheets = append(sheets, workbook.Sheet{Name: strings.ToUpper(table[:1]) + table[1:] + " ", Rows: rows})
		}
		sheets = append(sheets, workbook.Sheet{Name: "Package", Rows: [][]string{{"field", "value"}, {"title", "Two states"}, {"focal", "XXX"}}})
		file := bookFile(t, sheets)
		_, found, err := OpenPath(file)
		var lines []string
		for _, f := range found {
			lines = append(lines, f.String())
		}
		all := strings.Join(lines, "\n")
		if strings.Contains(all, ".csv") || strings.Contains(all, ".json") {
			t.Errorf("names a file that nobody has:\n%s", all)
		}
		if lacking == 1 {
			if err == nil || !strings.HasPrefix(err.Error(), "statements: ") || !strings.Contains(all, err.Error()) {
				t.Errorf("%v\n%s", err, all)
			}
			continue
		}
		if err != nil || !strings.Contains(all, `Places, row 2, column country: is not in States (“NAR”)`) || !strings.Contains(all, `Package, row 3: is not in States (“XXX”)`) {
			t.Errorf("%v\n%s", err, all)
		}
		fsys, done, err := Source(file)
		if err != nil {
			t.Fatal(err)
		}
		defer done()
		if x, err := ReadExcerpt(fsys, "Places", 2, 0); err != nil || x.Cell(2, "country") != "NAR" {
			t.Errorf("%+v, %v", x, err)
		}
	}
}

// What lies about its paths is refused, and so is what is no package.
func TestBookRefuses(t *testing.T) {
	t.Parallel()
	for name, sheets := range map[string][]workbook.Sheet{
		"outside": {{Name: "files", Rows: [][]string{{"path", "text"}, {"../../etc/x", "a"}}}},
		"nothing": {{Name: "Sheet1", Rows: [][]string{{"a", "b"}}}},
	} {
		if _, _, err := OpenPath(bookFile(t, sheets)); err == nil {
			t.Errorf("%s: opens", name)
		}
	}
	if _, err := Book(fstest.MapFS{"meetings.csv": {Data: []byte("id\n\"open")}}); err == nil {
		t.Error("a table that is cut short is written")
	}
}

// A workbook that is damaged anywhere is named as one, or read as far as its tables
// are at fault, in words of this program alone.
func TestDamagedBook(t *testing.T) {
	t.Parallel()
	sheets, err := Book(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	path := bookFile(t, sheets)
	whole, err := os.ReadFile(path) //nolint:gosec // a file of the test
	if err != nil {
		t.Fatal(err)
	}
	strange := regexp.MustCompile(`EOF|zip:|flate|xml:|offset|checksum|syntax|invalid character`)
	damaged := 0
	for k := range 60 {
		torn := slices.Clone(whole)
		at := k * len(torn) / 60
		switch k % 3 {
		case 0:
			torn = torn[:at]
		case 1:
			copy(torn[at:], "damage damage damage")
		default:
			torn = slices.Delete(torn, at, min(at+500, len(torn)))
		}
		if err := os.WriteFile(path, torn, 0o600); err != nil {
			t.Fatal(err)
		}
		_, _, err := OpenPath(path)
		if errors.Is(err, workbook.ErrFormat) {
			damaged++
		}
		if err != nil && strange.MatchString(err.Error()) {
			t.Errorf("damaged at byte %d of %d: %v", at, len(whole), err)
		}
	}
	if damaged < 30 {
		t.Errorf("%d of 60 damaged files are named as damaged workbooks", damaged)
	}
}

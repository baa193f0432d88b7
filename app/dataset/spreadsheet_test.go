package dataset

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/assets"
)

// content is all of a data set that anything shows, without what only says in
// which bytes it was written.
func content(d *Dataset) map[string]any {
	return map[string]any{
		"name": d.Name, "title": d.Title, "version": d.Version, "created": d.Created, "authors": d.Authors, "profile": d.Profile, "languages": d.Languages,
		"meetings": d.Meetings, "documents": d.Documents, "statements": d.Statements, "retired": d.Retired, "history": d.History, "people": d.People,
		"terms": d.Terms, "coding": d.Coding, "domains": d.Domains, "states": d.Countries, "places": d.Places, "codes": d.codes, "participants": d.participants,
		"dates": d.dates,
	}
}

// sameAsShipped opens a package and compares it with the one that ships.
func sameAsShipped(t *testing.T, what string, m fs.FS) {
	t.Helper()
	d, found, err := Open(m)
	if err != nil || Faults(found) > 0 || len(d.LeftOut) > 0 {
		t.Errorf("%s: %v, %v", what, err, found)
		return
	}
	want := content(shipped(t))
	for name, x := range content(d) {
		if !reflect.DeepEqual(x, want[name]) {
			t.Errorf("%s: %s differ", what, name)
		}
	}
}

// shippedTables are the files of the shipped package that a spreadsheet opens.
func shippedTables(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(assets.Data(), "*.csv")
	if err != nil || len(files) < 14 {
		t.Fatalf("%v, %v", files, err)
	}
	return slices.DeleteFunc(files, func(f string) bool { return f == codeSheet }) // which is filled in, not read
}

// What LibreOffice makes of a table by opening and saving it leaves the data as
// they are, each table alone and all together, in countries that write dates and
// numbers in each way: one of them here, all of them with C5ATLAS_ALL ("make sizes").
func TestLibreOfficeRoundTrip(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("localc") // Calc, which LibreOffice can be without
	if err != nil {
		t.Skip("LibreOffice Calc is not installed")
	}
	profile := t.TempDir() // LibreOffice makes one as it first starts
	for name, locale := range map[string]string{"United States": "1033", "Ukraine": "1058", "Germany": "1031", "Netherlands": "1043"} {
		if name != "Ukraine" && os.Getenv("C5ATLAS_ALL") == "" {
			continue
		}
		dir, out := t.TempDir(), t.TempDir()
		args := []string{
			"-env:UserInstallation=file://" + filepath.ToSlash(profile), "--headless",
			"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--infilter=CSV:44,34,76,1,," + locale + ",false,true", "--outdir", out,
		}
		for _, file := range shippedTables(t) {
			data, err := fs.ReadFile(assets.Data(), file)
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, file), data, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			args = append(args, filepath.Join(dir, file))
		}
		cmd := exec.CommandContext(t.Context(), office, args...) //nolint:gosec // a program of the tests
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
		all := copyOf(t)
		for _, file := range shippedTables(t) {
			data, err := os.ReadFile(filepath.Join(out, file))
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(data, all[file].Data) {
				continue
			}
			one := copyOf(t)
			one[file], all[file] = &fstest.MapFile{Data: data}, &fstest.MapFile{Data: data}
			sameAsShipped(t, name+", "+file, one)
		}
		sameAsShipped(t, name+", all tables", all)
	}
}

var (
	digitsOnly  = regexp.MustCompile(`^0[0-9]+$`)
	truthOnly   = regexp.MustCompile(`^(true|false)$`)
	isoDateOnly = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})-([0-9]{2})$`)
)

// What spreadsheets do to cells that they take for something else, where none is
// installed: numbers lose their zeros, true is TRUE, in some countries in their
// own words, days are written as there, cells are apart by semicolons.
func TestSpreadsheetHabitsLeaveTheShippedData(t *testing.T) {
	t.Parallel()
	zeros := func(v string) string {
		if digitsOnly.MatchString(v) {
			if v = strings.TrimLeft(v, "0"); v == "" {
				v = "0"
			}
		}
		return v
	}
	swap := func(v, yes, no string) string {
		if truthOnly.MatchString(v) {
			return map[string]string{"true": yes, "false": no}[v]
		}
		return v
	}
	for name, x := range map[string]struct {
		cell  func(string) string
		comma rune
		bom   bool
	}{
		"LibreOffice": {func(v string) string { return swap(zeros(v), "TRUE", "FALSE") }, ',', false},
		"German Excel": {func(v string) string {
			return isoDateOnly.ReplaceAllString(swap(zeros(v), "WAHR", "FALSCH"), "$3.$2.$1")
		}, ';', true},
		"Ukrainian": {func(v string) string {
			return isoDateOnly.ReplaceAllString(swap(zeros(v), "ІСТИНА", "ХИБНІСТЬ"), "$3.$2.$1")
		}, ';', true},
		"Japanese": {func(v string) string {
			return isoDateOnly.ReplaceAllString(swap(zeros(v), "TRUE", "FALSE"), "$1/$2/$3")
		}, ',', true},
	} {
		all := copyOf(t)
		for _, file := range shippedTables(t) {
			rows, err := csv.NewReader(bytes.NewReader(all[file].Data)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				for i := range row {
					row[i] = x.cell(row[i])
				}
			}
			var b bytes.Buffer
			if x.bom {
				b.WriteString("\ufeff")
			}
			w := csv.NewWriter(&b)
			w.Comma, w.UseCRLF = x.comma, true
			if err := w.WriteAll(rows); err != nil {
				t.Fatal(err)
			}
			one := copyOf(t)
			one[file], all[file] = &fstest.MapFile{Data: b.Bytes()}, &fstest.MapFile{Data: b.Bytes()}
			sameAsShipped(t, name+", "+file, one)
		}
		sameAsShipped(t, name+", all tables", all)
	}
}

// No id or code of the shipped data is one that a spreadsheet takes for a number,
// a day, a truth or a formula, but for those of the documents, which the names of
// their summaries give back.
func TestShippedKeysAreNoNumbers(t *testing.T) {
	t.Parallel()
	taken := regexp.MustCompile(`^([-+=@].*|[0-9.,]+([eE][-+]?[0-9]+)?|(?i:true|false)|[0-9]{1,2}[-/.][0-9]{1,2}([-/.][0-9]{1,4})?|[0-9]{4}[-/.][0-9]{1,2}([-/.][0-9]{1,2})?)$`)
	for _, spec := range tables {
		file, err := assets.Data().Open(spec.name + ".csv")
		if err != nil {
			continue
		}
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for col, head := range rows[0] {
			if !slices.Contains([]string{"id", "code", "place", "meeting", "person", "domain", "statement", "into"}, head) {
				continue
			}
			for _, row := range rows[1:] {
				if key := row[col]; taken.MatchString(key) {
					if matches, err := fs.Glob(assets.Data(), path.Join("documents", key+".*.md")); err != nil || len(matches) == 0 || spec.name != "documents" {
						t.Errorf("%s, %s: a spreadsheet takes %q for something else", spec.name, head, key)
					}
				}
			}
		}
	}
}

package dataset

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Other spellings of one package give the same data.
func TestDescriptorIsObeyed(t *testing.T) {
	t.Parallel()
	meetings := string(mini(nil)["meetings.csv"].Data)
	cyrillic := strings.ReplaceAll(meetings, "First", "Перша")
	cp1251, err := charmap.Windows1251.NewEncoder().String(cyrillic)
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(cyrillic)
	if err != nil {
		t.Fatal(err)
	}
	resource := func(props string) string {
		return `{"name":"mini","version":"1","resources":[{"name":"meetings",` + props + `}]}`
	}
	for name, m := range map[string]fstest.MapFS{
		"path":     mini(map[string]string{"meetings.csv": "", "tables/m.csv": cyrillic, "datapackage.json": resource(`"path":"tables/m.csv"`)}),
		"in a row": mini(map[string]string{"meetings.csv": "", "tables/m.csv": cyrillic, "datapackage.json": resource(`"path":["tables/m.csv"]`)}),
		"dialect": mini(map[string]string{
			"meetings.csv":     "# a comment\n" + strings.ReplaceAll(strings.ReplaceAll(cyrillic, ",", ";"), "Перша", "'Перша'"),
			"datapackage.json": resource(`"path":"meetings.csv","dialect":{"delimiter":";","quoteChar":"'","commentChar":"#"}`),
		}),
		"no header": mini(map[string]string{
			"meetings.csv": strings.SplitN(cyrillic, "\n", 2)[1],
			"datapackage.json": resource(`"path":"meetings.csv","dialect":{"header":false},"schema":{"fieldsMatch":"partial","fields":[{"name":"id"},{"name":"date"},
				{"name":"place"},{"name":"mode"},{"name":"level"},{"name":"title"},{"name":"parties"},{"name":"planned"}]}`),
		}),
		"header below": mini(map[string]string{"meetings.csv": "A title,,\n" + cyrillic, "datapackage.json": resource(`"path":"meetings.csv","dialect":{"headerRows":[2]}`)}),
		"schema in a file": mini(map[string]string{
			"meetings.csv": cyrillic, "m.json": `{"fieldsMatch":"partial","fields":[{"name":"id"}]}`, "datapackage.json": resource(`"path":"meetings.csv","schema":"m.json"`),
		}),
		"1251":        mini(map[string]string{"meetings.csv": cp1251, "datapackage.json": resource(`"path":"meetings.csv","encoding":"windows-1251"`)}),
		"cp1251":      mini(map[string]string{"meetings.csv": cp1251, "datapackage.json": resource(`"path":"meetings.csv","encoding":"CP1251"`)}),
		"utf-16":      mini(map[string]string{"meetings.csv": utf16}),
		"BOM":         mini(map[string]string{"meetings.csv": "\ufeff" + cyrillic, "datapackage.json": "\ufeff" + resource(`"path":"meetings.csv"`)}),
		"sniffed":     mini(map[string]string{"meetings.csv": strings.ReplaceAll(cyrillic, ",", "\t")}),
		"sep":         mini(map[string]string{"meetings.csv": "sep=;\r\n" + strings.ReplaceAll(cyrillic, ",", ";")}),
		"capitals":    mini(map[string]string{"meetings.csv": strings.Replace(cyrillic, "id,date", "ID,Date", 1)}),
		"empty edges": mini(map[string]string{"meetings.csv": strings.ReplaceAll(cyrillic, "\n", ",,\n") + ",,,\n\n,\n"}),
	} {
		d, faults := faultsOf(t, m)
		if len(faults) > 0 || len(d.Meetings) != 2 || d.Meeting("m1").Title.In("en") != "Перша" || !d.Meeting("m2").Planned {
			t.Errorf("%s: %q; %+v", name, faults, d.Meetings)
		}
	}
}

// A table that cannot be read is an error that names the cause, and nothing
// that only follows from it.
func TestUnreadableTableIsAnError(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		more map[string]string
		want string
	}{
		"missing":     {map[string]string{"statements.csv": ""}, "statements.csv: is missing"},
		"listed":      {map[string]string{"statements.csv": "", "datapackage.json": `{"resources":[{"name":"statements","path":"statements.csv"}]}`}, "statements.csv: is missing"},
		"not text":    {map[string]string{"statements.csv": "id,\x00\n"}, "statements.csv: is not UTF-8 text"},
		"wrong words": {map[string]string{"statements.csv": "id,\x98\n"}, "statements.csv: is not UTF-8 text"},
		"empty":       {map[string]string{"meetings.csv": "\n\n"}, "meetings.csv: has no header row"},
		"a title":     {map[string]string{"meetings.csv": "Meetings of 2020\nid,date\n"}, "meetings.csv, row 2, column mode: column is missing"},
		"no header":   {map[string]string{"meetings.csv": "Meetings of 2020\nm1,2020\n"}, "meetings.csv, row 1, column id: column is missing"},
		"open quote":  {map[string]string{"comments.csv": "id,document,text\n1,d1,\"x\n"}, "comments.csv, row 2: a quotation mark is never closed"},
		"encoding":    {map[string]string{"datapackage.json": `{"resources":[{"name":"states","path":"states.csv","encoding":"ebcdic-klingon"}]}`}, `states.csv: is declared as “ebcdic-klingon”, which is not read`},
	} {
		_, found, err := Open(mini(tt.more))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", name, err, tt.want)
		}
		if n := Faults(found); n != 1 {
			t.Errorf("%s: %d faults, want the cause alone: %v", name, n, found)
		}
	}
}

// A spreadsheet takes 000 for a number; the summaries tell, and the id is 000
// again.
func TestDroppedZerosAreSeen(t *testing.T) {
	t.Parallel()
	base := mini(nil)
	zero := func(file string) string { return strings.ReplaceAll(string(base[file].Data), "d1", "0") }
	d, faults := faultsOf(t, mini(map[string]string{
		"documents.csv": zero("documents.csv"), "statements.csv": zero("statements.csv"), "documents/000.en.md": "A summary.",
	}))
	if x := d.Document("000"); len(faults) > 0 || x == nil || x.Summary["en"] != "A summary." || d.Statements[0].Document != "000" {
		t.Errorf("%q, %+v", faults, d.Documents)
	}
}

// What a descriptor calls a file and the package has not is said in words of
// who wrote it, not of the system.
func TestNoFileOfThePackage(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"gone.json": "is missing", "../../etc/passwd": "is no file of the package", "/etc/passwd": "is no file of the package",
		"https://example.org/s.json": "is no file of the package",
	} {
		_, found, err := Open(mini(map[string]string{
			"datapackage.json": `{"name":"x","title":"X","version":"1","resources":[{"name":"statements","path":"statements.csv","schema":"` + path + `"}]}`,
		}))
		if err != nil {
			t.Fatal(err)
		}
		if i := slices.IndexFunc(found, func(f Finding) bool { return f.Column == "schema" }); i < 0 || found[i].Fault.Error() != want {
			t.Errorf("schema %q: %v, want %q", path, found, want)
		}
	}
}

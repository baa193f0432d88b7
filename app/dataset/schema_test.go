package dataset

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/assets"
)

// mini is a small clean package without a schema; more replaces files of it.
func mini(more map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range map[string]string{
		"datapackage.json": `{"name":"mini","title":"Mini","version":"1"}`,
		"states.csv":       "code,iso2,name,capital\nAAA,AA,Aland,one\nBBB,BB,Beland,two\nCCC,CC,Celand,\n",
		"places.csv":       "id,lon,lat,country,capital,precision,name\none,10,20,AAA,true,city,One\ntwo,30,40,BBB,false,city,Two\n",
		"domains.csv":      "code,name\nTRD,Trade\n",
		"meetings.csv":     "id,date,place,mode,level,title,parties,planned\nm1,2020-01-02,one,in person,other,First,AAA BBB,false\nm2,2030,,online,other,Second,AAA BBB CCC,true\n",
		"documents.csv":    "id,kind,meetings,lead,language\nd1,news report,m1,Report,en\n",
		"statements.csv":   "id,document,meeting,states,status,basis,domain,amount,currency,opt_in,text\ns1,d1,m1,AAA BBB,agreed,R,TRD,,,false,They agree.\ns2,d1,m1,AAA AAA BBB,position,R,TRD,5,USD,true,They say.\n",
	} {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range more {
		m[name] = &fstest.MapFile{Data: []byte(text)}
		if text == "" {
			delete(m, name)
		}
	}
	return m
}

// faultsOf opens a package and gives its faults, each as a line, without notes.
func faultsOf(t testing.TB, m fs.FS) (*Dataset, []string) {
	t.Helper()
	d, found, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range found {
		if !f.Note {
			out = append(out, f.String())
		}
	}
	return d, out
}

func TestMiniIsClean(t *testing.T) {
	t.Parallel()
	d, faults := faultsOf(t, mini(nil))
	if len(faults) > 0 || len(d.Statements) != 2 || len(d.LeftOut) > 0 {
		t.Errorf("%v, %d statements, left out %v", faults, len(d.Statements), d.LeftOut)
	}
	if s := d.Statement("s2"); strings.Join(s.States, " ") != "AAA BBB" || !s.OptIn {
		t.Errorf("a state named twice counts once: %+v", s)
	}
	if !d.Meeting("m2").Planned || d.Meeting("m1").Planned || !d.Meeting("m2").Online() {
		t.Error("booleans or flags are wrong")
	}
}

// The faults of a package that version 0.1 called clean: each has a finding.
func TestEveryFaultIsFound(t *testing.T) {
	t.Parallel()
	m := copyOf(t)
	edits := []struct{ file, id, col, value string }{
		{"documents.csv", "000", "kind", "memorandum"},
		{"documents.csv", "001", "language", "zh"},
		{"documents.csv", "000", "published_by", "guess"},
		{"documents.csv", "002", "sha256", "zz"},
		{"meetings.csv", "2020-07-16-fm1", "chair", "atlantis"},
		{"places.csv", "xian", "country", "ZZZ"},
		{"statements.csv", "000-01", "scope", "Q"},
		{"meetings.csv", "2020-07-16-fm1", "planned", "maybe"},
		{"statements.csv", "000-02", "opt_in", "no idea"},
		{"statements.csv", "000-03", "amount", "-5"},
		{"statements.csv", "000-04", "amount", "1,000"},
		{"statements.csv", "000-05", "amount", "NaN"},
		{"statements.csv", "000-06", "basis", ""},
		{"statements.csv", "000-07", "currency", "CNX"},
		{"places.csv", "beijing", "lat", "-95"},
		{"meetings.csv", "2021-05-11-uzb", "date", "2021-02-31"},
		{"meetings.csv", "2021-05-11-uzb", "short", "a very long short name indeed"},
		{"states.csv", "KAZ", "iso2", "CN"},
		{"states.csv", "KGZ", "role", "13"},
	}
	for _, e := range edits {
		edit(t, m, e.file, e.id, e.col, e.value)
	}
	m["datapackage.json"].Data = []byte(strings.Replace(string(m["datapackage.json"].Data), `"documents/000.en.md"`, `"documents/none.md"`, 1))
	_, found, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		n := 0
		for _, f := range found {
			if f.File == e.file && f.Column == e.col && f.Value == e.value {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s, %s = %q: %d findings, want 1", e.file, e.col, e.value, n)
		}
	}
	if !slices.ContainsFunc(found, func(f Finding) bool {
		return f.File == "documents/none.md" && strings.Contains(f.Fault.Error(), "missing")
	}) {
		t.Error("a listed file that is missing has no finding")
	}
}

// The shipped descriptor declares every column of every table, in order.
func TestShippedColumnsAreDeclared(t *testing.T) {
	t.Parallel()
	for _, spec := range tables {
		file, err := assets.Data().Open(spec.name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		head, err := csv.NewReader(file).Read()
		if err != nil {
			t.Fatal(err)
		}
		var declared []string
		for _, f := range shippedSchemas()[spec.name].Fields {
			declared = append(declared, f.Name)
		}
		if !slices.Equal(head, declared) {
			t.Errorf("%s: columns %v, declared %v", spec.name, head, declared)
		}
	}
}

// Values and the fault that each must have; "" is none. The rules are those of
// Table Schema, version 2.
func TestConstraints(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ field, value, fault string }{
		{`"type":"boolean"`, "true", ""},
		{`"type":"boolean"`, "TRUE", ""},
		{`"type":"boolean"`, "1", ""},
		{`"type":"boolean"`, "yes", ""}, // a note
		{`"type":"boolean"`, "perhaps", "is not true or false"},
		{`"type":"boolean","trueValues":["yes"],"falseValues":["no"]`, "yes", ""},
		{`"type":"boolean","trueValues":["yes"],"falseValues":["no"]`, "TRUE", ""}, // a note
		{`"type":"boolean","trueValues":["yes"],"falseValues":["no"]`, "ja", ""},   // a note
		{`"type":"number"`, "1e3", ""},
		{`"type":"number"`, "INF", ""},
		{`"type":"number"`, "0x10", "is not a number"},
		{`"type":"number"`, "1 000", ""}, // a note
		{`"type":"number"`, "10 00", "is not a number"},
		{`"type":"number","groupChar":" ","decimalChar":","`, "1 000,5", ""},
		{`"type":"number","bareNumber":false`, "€95", ""},
		{`"type":"number","constraints":{"minimum":0}`, "-1", "is below 0"},
		{`"type":"number","constraints":{"minimum":0}`, "NaN", "is below 0"},
		{`"type":"number","constraints":{"maximum":"10"}`, "10", ""},
		{`"type":"number","constraints":{"exclusiveMaximum":10}`, "10", "is not below 10"},
		{`"type":"integer"`, "12", ""},
		{`"type":"integer"`, "1.0", "is not a whole number"},
		{`"type":"date"`, "2023-04-27", ""},
		{`"type":"date"`, "2023-04-31", "is not a date"},
		{`"type":"date","format":"%d.%m.%Y"`, "27.04.2023", ""},
		{`"type":"date","constraints":{"minimum":"2020-01-01"}`, "2019-12-31", "is below 2020-01-01"},
		{`"type":"year"`, "2023", ""},
		{`"type":"year"`, "23", "is not a year"},
		{`"type":"yearmonth"`, "2023-13", "is not a month"},
		{`"type":"string","constraints":{"enum":["a","b"]}`, "c", "is not one of: a, b"},
		{`"type":"integer","constraints":{"enum":[1,2]}`, "2", ""},
		{`"type":"string","constraints":{"pattern":"a|b"}`, "ab", "is not written as it should be"},
		{`"type":"string","constraints":{"pattern":"[0-9]{2}"}`, "123", "is not written as it should be"},
		{`"type":"string","constraints":{"minLength":3}`, "яя", "is shorter than 3 characters"},
		{`"type":"string","constraints":{"maxLength":2}`, "яя", ""},
		{`"type":"string","constraints":{"required":true}`, "", "is empty"},
		{`"type":"string","constraints":{"required":true},"missingValues":["","-"]`, "-", "is empty"},
		{`"type":"number","missingValues":[{"value":"n/a","label":"none"}]`, "n/a", ""},
		{`"type":"string","constraints":{"unique":true}`, "same", "is used twice"},
	} {
		schema := fmt.Sprintf(`{"fieldsMatch":"partial","fields":[{"name":"id"},{"name":"x",%s}]}`, tt.field)
		m := mini(map[string]string{
			"datapackage.json": `{"name":"mini","version":"1","resources":[{"name":"domains","path":"domains.csv","schema":` + schema + `}]}`,
			"domains.csv":      "code,name,x\nTRD,Trade,same\nSEC,Security,\"" + tt.value + "\"\n",
		})
		if tt.value != "same" { // the first row must not fail
			m["domains.csv"].Data = []byte("code,name,x\nTRD,Trade,\"" + tt.value + "\"\n")
		}
		_, faults := faultsOf(t, m)
		want := 1
		if tt.fault == "" {
			want = 0
		}
		if len(faults) != want || want == 1 && !strings.Contains(faults[0], "column x: "+tt.fault) {
			t.Errorf("{%s} %q: %q, want %q", tt.field, tt.value, faults, tt.fault)
		}
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	schema := `{"fieldsMatch":"partial","fields":[{"name":"id"},{"name":"near"},{"name":"lon"},{"name":"lat"}],
		"uniqueKeys":[["lon","lat"]],"foreignKeys":[{"fields":"near","reference":{"resource":"","fields":"id"}}]}`
	d, faults := faultsOf(t, mini(map[string]string{
		"datapackage.json": `{"name":"mini","version":"1","resources":[{"name":"places","path":"places.csv","schema":` + schema + `}]}`,
		"places.csv":       "id,lon,lat,name,near\none,10,20,One,two\ntwo,30,40,Two,three\none,50,60,Again,\nfour,30,40,Four,\n",
	}))
	want := []string{
		`places.csv, row 4, column id: is used twice (“one”); give the second row another`,
		`places.csv, row 5, column lon: is used twice (“30 40”); give the second row another`,
		`places.csv, row 3, column near: is not in places.csv (“three”); add it there, or correct it`,
	}
	if !slices.Equal(faults, want) {
		t.Errorf("faults:\n%s\nwant:\n%s", strings.Join(faults, "\n"), strings.Join(want, "\n"))
	}
	if len(d.Places) != 3 || d.LeftOut["places"] != 1 {
		t.Errorf("%d places, left out %v", len(d.Places), d.LeftOut)
	}
}

func TestLeftOutRowsAreCounted(t *testing.T) {
	t.Parallel()
	head := strings.SplitN(string(mini(nil)["statements.csv"].Data), "\n", 2)[0] + "\n"
	d, faults := faultsOf(t, mini(map[string]string{"statements.csv": head +
		"s1,d1,m1,AAA,agreed,R,TRD,,,false,Good\n" +
		"s2,d9,m1,AAA,agreed,R,TRD,,,false,No such document\n" +
		"s 3,d1,m1,AAA,agreed,R,TRD,,,false,A bad id\n" +
		"s4,d1,m1,ZZZ,agreed,R,TRD,,,false,No such state\n" +
		"s5,d1,m1,AAA,,R,TRD,,,false,No status\n" +
		"s6,d1\n" +
		",,,,,,,,,,\n"}))
	if len(d.Statements) != 1 || d.LeftOut["statements"] != 5 || len(faults) != 5 {
		t.Errorf("%d statements, left out %v, faults\n%s", len(d.Statements), d.LeftOut, strings.Join(faults, "\n"))
	}
	// A place that is left out takes its meeting's place with it: one fault, and
	// under it what follows.
	m := mini(map[string]string{"places.csv": "id,lon,lat,name\none,0,0,One\ntwo,30,40,Two\n"})
	_, found, _ := Open(m)
	if !slices.ContainsFunc(found, func(f Finding) bool {
		return f.File == "places.csv" && f.Row == 2 && len(f.Then) == 1 && f.Then[0].File == "meetings.csv" && slices.Equal(f.Then[0].Also, []int{2})
	}) {
		t.Errorf("what follows is not said: %v", found)
	}
	d, faults = faultsOf(t, m)
	if len(faults) != 1 || d.Meeting("m1").Place != "" || d.LeftOut["places"] != 1 {
		t.Errorf("left out %v, faults %q", d.LeftOut, faults)
	}
}

// No finding carries what could reach a terminal as a command, or break a line.
func TestFindingsAreOnePlainLine(t *testing.T) {
	t.Parallel()
	evil := "\x1b]0;title\a\x1b[2J\r\u202eclean\u009b31m"
	quoted, err := json.Marshal(evil + "\nclean: 8 meetings")
	if err != nil {
		t.Fatal(err)
	}
	_, found, err := Open(mini(map[string]string{
		"datapackage.json": `{"name":` + string(quoted) + `,"resources":[{"name":"x","path":` + string(quoted) + `},{"name":` + string(quoted) + `,"path":"y.csv"}]}`,
		"states.csv":       "code,iso2,name,\"" + evil + "\nx\",\"" + evil + "\nx\"\nAAA,AA,Aland,1,2\nBBB,BB,B,,\nCCC,CC,C,,\n",
		"domains.csv":      "code,name\nTRD,Trade\n\"" + evil + "\n\",x\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 4 {
		t.Errorf("%d findings", len(found))
	}
	_, _, err = Open(mini(map[string]string{"datapackage.json": `{"resources":[{"name":"states","path":` + string(quoted) + `}]}`}))
	if err == nil || strings.ContainsAny(err.Error(), "\x1b\a\r\n\u202e") {
		t.Errorf("%q", err)
	}
	for _, f := range found {
		for _, s := range []string{f.String(), f.File, f.Column, f.Value, f.Fault.Error(), f.Mend.Error()} {
			if strings.ContainsFunc(s, func(c rune) bool { return c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x202e }) {
				t.Errorf("%q", s)
			}
		}
	}
}

func TestManyFindings(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("code,name\nTRD,Trade\n")
	for i := range maxFindings + 500 {
		fmt.Fprintf(&b, "!%d,x\n", i)
	}
	_, found, err := Open(mini(map[string]string{"domains.csv": b.String()}))
	if err != nil {
		t.Fatal(err)
	}
	last := found[len(found)-1]
	if n := Faults(found); n != maxFindings+500 || len(found) != maxFindings+1 || last.String() != "and 500 more" {
		t.Errorf("%d faults in %d findings, the last %q", n, len(found), last)
	}
}

// Every property of the shipped schema that the reader enforces is also read:
// no name is misspelt there.
func TestShippedSchemaHasKnownProperties(t *testing.T) {
	t.Parallel()
	data, err := fs.ReadFile(assets.Data(), "datapackage.json")
	if err != nil {
		t.Fatal(err)
	}
	var desc struct {
		Resources []struct {
			Schema struct{ Fields []map[string]json.RawMessage }
		}
	}
	if err := json.Unmarshal(data, &desc); err != nil {
		t.Fatal(err)
	}
	known := "name title type description example constraints delimiter references codeList"
	for _, r := range desc.Resources {
		for _, f := range r.Schema.Fields {
			for k := range maps.Keys(f) {
				if !slices.Contains(strings.Fields(known), k) {
					t.Errorf("%s has %s", f["name"], k)
				}
			}
		}
	}
}

// The program's own package is read without its schema. With it, and with every other
// check, nothing is found in the package, and nothing is read otherwise.
func TestShippedNeedsNoCheck(t *testing.T) {
	t.Parallel()
	want, found, err := Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
	got, found, err := shippedReader().open()
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("the package is another one")
	}
}

package dataset

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// Tables as people have them: each is read as what is meant, without a fault,
// and said once.
func TestHabits(t *testing.T) {
	t.Parallel()
	clean, _ := faultsOf(t, mini(nil))
	base := mini(nil)
	edit := func(file, old, with string) map[string]string {
		text := string(base[file].Data)
		if !strings.Contains(text, old) {
			t.Fatalf("%s has no %q", file, old)
		}
		return map[string]string{file: strings.ReplaceAll(text, old, with)}
	}
	for name, tt := range map[string]struct {
		more map[string]string
		note string // of the reader; "" for none
	}{
		"day first":      {edit("meetings.csv", "2020-01-02", "02.01.2020"), `column date: is written as spreadsheets write dates (“02.01.2020”); read as 2020-01-02`},
		"short day":      {edit("meetings.csv", "2020-01-02", "2.1.2020"), "read as 2020-01-02"},
		"slashes":        {edit("meetings.csv", "2020-01-02", "2020/1/2"), "read as 2020-01-02"},
		"midnight":       {edit("meetings.csv", "2020-01-02", "2020-01-02 00:00:00"), "has a time of day"},
		"decimal comma":  {edit("places.csv", "one,10,20", `one,"10,0","20,0"`), "has a decimal comma"},
		"degrees":        {edit("places.csv", "one,10,20", "one,10°,20°"), "read as 10"},
		"three decimals": {edit("places.csv", "one,10,20", `one,"10,000",20`), "has a decimal comma"}, // 10,000 degrees there are not
		"commas":         {edit("meetings.csv", "AAA BBB CCC", `"AAA, BBB;CCC"`), "read as AAA BBB CCC"},
		"small letters":  {edit("meetings.csv", "AAA BBB CCC", "aaa bbb ccc"), "read as AAA BBB CCC"},
		"capitals":       {edit("statements.csv", "agreed", "Agreed"), "read as agreed"},
		"TRUE":           {edit("meetings.csv", "true", "TRUE"), ""}, // Table Schema's own
		"ja":             {edit("meetings.csv", "true", "ja"), "read as true"},
		"так":            {edit("meetings.csv", "true", "так"), "read as true"},
		"да, нет":        {edit("places.csv", "true", "Да"), "read as true"},
		"title":          {map[string]string{"meetings.csv": "Our meetings,,\n" + string(base["meetings.csv"].Data)}, "meetings.csv, row 1: is a title over the table; read as if the table began with row 2"},
		"blank":          {map[string]string{"meetings.csv": ",,\n" + string(base["meetings.csv"].Data)}, ""},
		"zeros":          {map[string]string{"documents.csv": strings.ReplaceAll(string(base["documents.csv"].Data), "d1", "7"), "statements.csv": strings.ReplaceAll(string(base["statements.csv"].Data), ",d1,", ",007,")}, `column document: is written otherwise in documents.csv (“007”); read as 7, and so is 1 more`},
	} {
		d, found, err := Open(mini(tt.more))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if n := Faults(found); n > 0 {
			t.Errorf("%s: %d faults: %v", name, n, found)
		}
		said := slices.ContainsFunc(found, func(f Finding) bool { return f.Note && tt.note != "" && strings.Contains(f.String(), tt.note) })
		if said != (tt.note != "") {
			t.Errorf("%s: the reader says %v, want %q", name, found, tt.note)
		}
		if len(d.Meetings) != len(clean.Meetings) || len(d.Statements) != len(clean.Statements) || d.Meeting("m1").Date != "2020-01-02" || !d.Meeting("m2").Planned ||
			d.Place("one").LonLat != clean.Place("one").LonLat || !slices.Equal(d.Meeting("m2").Parties, clean.Meeting("m2").Parties) ||
			d.Statements[0].Status != "agreed" || len(d.Document(d.Statements[0].Document).Meetings) != 1 {
			t.Errorf("%s: %+v, %+v", name, d.Meetings, d.Statements)
		}
	}
}

// What may mean two things is asked back, never guessed.
func TestAmbiguousCells(t *testing.T) {
	t.Parallel()
	base := mini(nil)
	for _, tt := range []struct{ file, old, with, fault string }{
		{"meetings.csv", "2020-01-02", "5/18/2023", "may have the day first or the month"},
		{"meetings.csv", "2020-01-02", "1-2-20", "may have the day first or the month"},
		{"meetings.csv", "2020-01-02", "31.04.2023", "is no day of the calendar"},
		{"meetings.csv", "2020-01-02", "45064", "is the number under which a spreadsheet keeps a day"},
		{"statements.csv", "TRD,5,", `TRD,"5,000",`, "may be 5.000 or 5000"},
	} {
		_, faults := faultsOf(t, mini(map[string]string{tt.file: strings.ReplaceAll(string(base[tt.file].Data), tt.old, tt.with)}))
		if len(faults) == 0 || !strings.Contains(faults[0], tt.fault) {
			t.Errorf("%s: %q, want %q", tt.with, faults, tt.fault)
		}
	}
	// Two keys that differ in capitals alone are told apart, and a third is neither.
	_, faults := faultsOf(t, mini(map[string]string{
		"domains.csv":    "code,name\nTRD,Trade\ntrd,Other\n",
		"statements.csv": strings.Replace(string(base["statements.csv"].Data), "TRD", "Trd", 1),
	}))
	if len(faults) != 1 || !strings.Contains(faults[0], "is not in domains.csv") {
		t.Errorf("%q", faults)
	}
}

// A table in the encoding of an old spreadsheet is read by what its letters
// make sense in; one that makes none is refused.
func TestOldEncodings(t *testing.T) {
	t.Parallel()
	base := string(mini(nil)["meetings.csv"].Data)
	for _, tt := range []struct {
		title string
		in    *charmap.Charmap
	}{
		{"Зустріч у Києві — «перша»", charmap.Windows1251},
		{"Встреча №1 в Ташкенте", charmap.Windows1251},
		{"Gespräche in Köln über Öl", charmap.Windows1252},
		{"Réunion à Genève", charmap.Windows1252},
	} {
		text, err := tt.in.NewEncoder().String(strings.Replace(base, "First", tt.title, 1))
		if err != nil {
			t.Fatal(err)
		}
		d, found, err := Open(mini(map[string]string{"meetings.csv": text}))
		if err != nil || Faults(found) > 0 || d.Meeting("m1").Title.In("en") != tt.title {
			t.Errorf("%s: %v, %v", tt.title, err, found)
			continue
		}
		if !slices.ContainsFunc(found, func(f Finding) bool { return f.Note && strings.Contains(f.Mend.Error(), "read as "+tt.in.String()) }) {
			t.Errorf("%s: not said: %v", tt.title, found)
		}
	}
}

// Whatever stands in a cell, reading it neither fails nor reads an odd value.
func FuzzHabits(f *testing.F) {
	for _, s := range []string{"02.01.2020", "1,234", "1 234,5", "TRUE", "так", "2020-01-02T00:00", "45064", "−5°", "1.234.567,8", "5/18/2023", "0000", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		for _, x := range []field{{Name: "x", Type: "boolean"}, {Name: "x", Type: "number"}, {Name: "x", Type: "integer"}, {Name: "x", Type: "date", dated: true}} {
			c := column{field: &x, missing: []string{""}}
			v := c.check([]string{cell})
			if v.fault.Key != "" || v.value == "" {
				continue
			}
			if again := c.judge(v.value); again.fault.Key != "" || again.value != v.value {
				t.Errorf("%s %q is read as %q, which is %q", x.Type, cell, v.value, again.fault)
			}
		}
	})
}

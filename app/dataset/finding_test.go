package dataset

import (
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
)

// One bad cell is one finding, wherever its row is referred to: what follows
// stands under it, down to what follows from that.
func TestWhatFollowsStandsUnderItsFault(t *testing.T) {
	t.Parallel()
	base := mini(nil)
	statements := strings.Count(strings.TrimSpace(string(base["statements.csv"].Data)), "\n") // without the header
	for name, tt := range map[string]struct {
		file, old, with string
		row             int
		then            map[string]int // rows by file
		left            int            // statements
	}{
		"a meeting's cells":  {"meetings.csv", "\nm1,", "\nm1,,,,,,,,,,,", 2, map[string]int{"statements.csv": statements, "documents.csv": 1}, 0},
		"a document's cells": {"documents.csv", "\nd1,", "\nd1,,,,,,,,,,,", 2, map[string]int{"statements.csv": statements}, 0},
		"a domain":           {"domains.csv", "\nTRD,", "\nTRD,,,,", 2, nil, 0},
		"a place":            {"places.csv", "one,10,20", "one,0,0", 2, map[string]int{"meetings.csv": 1}, statements},
	} {
		text := string(base[tt.file].Data)
		if !strings.Contains(text, tt.old) {
			t.Fatalf("%s: %s has no %q", name, tt.file, tt.old)
		}
		d, found, err := Open(mini(map[string]string{tt.file: strings.Replace(text, tt.old, tt.with, 1)}))
		if tt.then == nil { // without domains there is no package
			if err == nil || Faults(found) != 1 {
				t.Errorf("%s: %v, %v", name, err, found)
			}
			continue
		}
		if err != nil || Faults(found) != 1 {
			t.Errorf("%s: %v, %d faults: %v", name, err, Faults(found), found)
			continue
		}
		f := found[slices.IndexFunc(found, func(f Finding) bool { return !f.Note })]
		got := map[string]int{}
		for _, x := range f.Then {
			got[x.File] = x.Rows
		}
		if f.File != tt.file || f.Row != tt.row || len(got) != len(tt.then) || len(d.Statements) != tt.left {
			t.Errorf("%s: %v, %v, %d statements", name, f, got, len(d.Statements))
		}
		for file, rows := range tt.then {
			if got[file] != rows {
				t.Errorf("%s: %d rows of %s follow, want %d", name, got[file], file, rows)
			}
		}
	}
}

// Equal faults are one finding that names their rows.
func TestEqualFaultsAreOne(t *testing.T) {
	t.Parallel()
	m := mini(nil)
	text := strings.ReplaceAll(string(m["statements.csv"].Data), "agreed", "sealed")
	_, found, err := Open(mini(map[string]string{"statements.csv": text}))
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(found, func(f Finding) bool { return !f.Note })
	if i < 0 || found[i].Row != 2 || found[i].Rows != len(found[i].Also) || found[i].Rows != strings.Count(text, "sealed")-1 || Faults(found) != 1 {
		t.Errorf("%v", found)
	}
}

// Who writes an id in Cyrillic letters reads that the example's are Latin; who has a
// space in it reads only the example.
func TestCyrillicID(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{"а-1": "finding.writeLatin", "Астана": "finding.writeLatin", "almaty city": "finding.writeLike"} {
		text := strings.Replace(string(mini(nil)["places.csv"].Data), "\n", "\n"+id+",,,,,,\n", 1)
		_, found, err := Open(mini(map[string]string{"places.csv": text}))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(found, func(f Finding) bool { return f.Value == id && f.Column == "id" && f.Mend.Key == want }) {
			t.Errorf("%s: %v", id, found)
		}
	}
}

// A finding is a sentence in each language, with file, row and column; no
// placeholder is left.
func TestFindingsInEveryLanguage(t *testing.T) {
	t.Parallel()
	f := Finding{
		File: "statements.csv", Row: 1203, Column: "domain", Value: "XYZ", Rows: 2, Then: []Then{{File: "history.csv", Rows: 5}},
		Fault: Phrase{Key: "finding.notIn", Name: "domains.csv"}, Mend: Phrase{Key: "finding.addThere"},
	}
	for lang, want := range map[string]string{
		"en": "statements.csv, row 1203 and 2 more, column domain: is not in domains.csv (“XYZ”); add it there, or correct it; 5 rows of history.csv follow from it",
		"uk": "statements.csv, рядок 1203 і ще 2, стовпець domain: немає в domains.csv («XYZ»); додайте його туди або виправте; наслідок: 5 рядків у history.csv",
		"ru": "statements.csv, строка 1203 и ещё 2, столбец domain: нет в domains.csv («XYZ»); добавьте его туда или исправьте; следствие: 5 строк в history.csv",
	} {
		if got := f.Line(i18n.For(lang)); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

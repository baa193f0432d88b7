package export

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/pairs"
)

// The package that ships, written in each form, opens as the package that ships,
// twice the same bytes; what is there already stays.
func TestWriteData(t *testing.T) {
	t.Parallel()
	want, _, err := dataset.Open(assets.Data())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range []string{"folder", "data.zip", "data.xlsx"} {
		path := filepath.Join(dir, name)
		if err := WriteData(context.Background(), path, false, assets.Data()); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		d, found, err := dataset.OpenPath(path)
		if err != nil || dataset.Faults(found) > 0 || d.Hash != want.Hash || d.Version != want.Version || len(d.Documents[0].Summary) != len(want.Documents[0].Summary) {
			t.Errorf("%s: %v, %v", name, err, found)
		}
		if err := WriteData(context.Background(), path, false, assets.Data()); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: written over: %v", name, err)
		}
		if name == "folder" {
			if err := WriteData(context.Background(), path, true, assets.Data()); !errors.Is(err, atomicfile.ErrForeign) {
				t.Errorf("a folder that a person may have written in is replaced: %v", err)
			}
			continue
		}
		before, _ := os.ReadFile(path)
		if err := WriteData(context.Background(), path, true, assets.Data()); err != nil {
			t.Error(err)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s: twice the same package is not the same bytes", name)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := WriteData(ctx, filepath.Join(dir, "late"), false, assets.Data()); !errors.Is(err, context.Canceled) {
		t.Errorf("goes on after its end: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "late")); err == nil {
		t.Error("what was broken off is there")
	}
}

// The package to begin with has no fault in any form and nothing to be done, and its workbook has no
// sheet that a person need not understand.
func TestTemplate(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"folder", "t.zip", "t.xlsx"} {
		path := filepath.Join(dir, name)
		if err := WriteData(context.Background(), path, false, assets.Template()); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		d, found, err := dataset.OpenPath(path)
		if err != nil || slices.ContainsFunc(found, func(f dataset.Finding) bool { return !f.Idle() }) || len(d.Meetings) != 3 || len(d.Documents) != 2 || len(d.Statements) != 4 {
			t.Fatalf("%s: %v, %v", name, err, found)
		}
		for lang, want := range map[string]string{"en": "Example: replace", "uk": "Приклад: напишіть", "ru": "Пример: напишите"} {
			if got := d.Profile.Title.In(lang); !strings.HasPrefix(got, want) {
				t.Errorf("%s: title in %s is %q", name, lang, got)
			}
		}
		if d.Version != "1.0.0" || !slices.Equal(d.Profile.Region, []string{"EE", "LV", "LT"}) || d.Profile.Credit.In("uk") != "Кодування: ваше ім’я" {
			t.Errorf("%s: %s, %+v", name, d.Version, d.Profile)
		}
	}
	book, err := dataset.Book(assets.Template())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range book {
		names = append(names, s.Name)
	}
	if want := []string{"README.en.md", "README.ru.md", "README.uk.md", "package", "meetings", "documents", "statements", "places", "states", "domains"}; !slices.Equal(names, want) {
		t.Errorf("sheets %v, want %v", names, want)
	}
}

// What has no room in a workbook is refused with the cell, and with the forms that have
// room for it: another place would have none, either.
func TestLongCellNeedsAFolder(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{}
	for _, name := range []string{"datapackage.json", "meetings.csv", "documents.csv", "statements.csv", "places.csv", "states.csv"} {
		text, err := fs.ReadFile(assets.Template(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	files["domains.csv"] = &fstest.MapFile{Data: []byte("code,name,text\nTRD,Trade," + strings.Repeat("я", 40000) + "\n")}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	err := WriteData(t.Context(), path, false, files)
	for lang, cause := range map[string]string{"en": "folder or a .zip", "uk": "папку або .zip", "ru": "папку или .zip"} {
		if err == nil {
			t.Fatal("written")
		}
		if said := WriteError(path, err, i18n.For(lang)); !strings.Contains(said, cause) || !strings.Contains(said, "domains") || !strings.Contains(said, "C2") {
			t.Errorf("%s: %s", lang, said)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := WriteData(t.Context(), filepath.Join(dir, "a.zip"), false, files); err != nil {
		t.Error(err)
	}
}

// What is saved in any form, and from there in any other, opens as what it was:
// every record, text, list and summary, and the lessons beside them.
func TestSavedDataLoseNothing(t *testing.T) {
	t.Parallel()
	elsewhere := fstest.MapFS{} // tables in a folder of their own, lessons, and what is no part of a package
	for _, name := range []string{"datapackage.json", "meetings.csv", "documents.csv", "statements.csv", "places.csv", "states.csv", "domains.csv"} {
		text, err := os.ReadFile(filepath.Join("testdata", "packages", "c5plus1", name))
		if err != nil {
			t.Fatal(err)
		}
		if name == "datapackage.json" {
			var d map[string]any
			if err := json.Unmarshal(text, &d); err != nil {
				t.Fatal(err)
			}
			d["resources"] = []map[string]string{{"name": "meetings", "path": "data/meetings.csv"}, {"name": "statements", "path": "data/statements.csv"}}
			if text, err = json.Marshal(d); err != nil {
				t.Fatal(err)
			}
		}
		if name == "meetings.csv" || name == "statements.csv" {
			name = "data/" + name
		}
		elsewhere[name] = &fstest.MapFile{Data: text}
	}
	lesson := "[{\"title\": \"Urok — Дні\"}]\n"
	elsewhere["lessons/first.json"] = &fstest.MapFile{Data: []byte(lesson)}
	elsewhere[".~lock.states.csv#"] = &fstest.MapFile{Data: []byte(",me,")}
	elsewhere["~$states.csv"] = &fstest.MapFile{Data: []byte("me")}
	sources := map[string]fs.FS{"shipped": assets.Data(), "template": assets.Template(), "elsewhere": elsewhere}
	for _, name := range []string{"asean", "c5plus1", "eu"} {
		sources[name] = os.DirFS(filepath.Join("testdata", "packages", name))
	}
	for i, source := range slices.Sorted(maps.Keys(sources)) {
		fsys := sources[source]
		t.Run(source, func(t *testing.T) {
			t.Parallel()
			want, _, err := dataset.Open(fsys)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			for j, first := range []string{"a", "b.zip", "c.xlsx"} {
				at := filepath.Join(dir, first)
				if err := WriteData(t.Context(), at, false, fsys); err != nil {
					t.Fatal(err)
				}
				for k, then := range []string{"", "-a", "-b.zip", "-c.xlsx"} {
					if !pairs.Turn(k, 4, i, j) {
						continue
					}
					path := at
					if then != "" {
						path = at + then
						from, done, err := dataset.Source(at)
						if err != nil {
							t.Fatal(err)
						}
						if err := WriteData(t.Context(), path, false, from); err != nil {
							t.Fatal(err)
						}
						done()
					}
					got, _, err := dataset.OpenPath(path)
					if err != nil {
						t.Fatalf("%s: %v", path, err)
					}
					same(t, filepath.Base(path), got, want)
					back, done, err := dataset.Source(path)
					if err != nil {
						t.Fatal(err)
					}
					if source == "elsewhere" {
						if text, err := fs.ReadFile(back, "lessons/first.json"); err != nil || string(text) != lesson {
							t.Errorf("%s: the lesson is %q, %v", path, text, err)
						}
						for _, name := range []string{".~lock.states.csv#", "~$states.csv"} {
							if _, err := fs.Stat(back, name); err == nil {
								t.Errorf("%s: has %s", path, name)
							}
						}
					}
					done()
				}
			}
		})
	}
}

// same compares all that two packages hold, but for their files' names.
func same(t *testing.T, name string, got, want *dataset.Dataset) {
	t.Helper()
	a, b := reflect.ValueOf(got).Elem(), reflect.ValueOf(want).Elem()
	places := func(list any) any { // their table is a sheet of a workbook
		out, ok := list.([]dataset.Place)
		if !ok {
			return list
		}
		out = slices.Clone(out)
		for i := range out {
			out[i].File = strings.TrimSuffix(out[i].File, ".csv")
		}
		return out
	}
	for i := range a.NumField() {
		field := a.Type().Field(i)
		if !field.IsExported() || field.Name == "File" || field.Name == "Hash" || field.Name == "Index" {
			continue // a workbook's tables have other bytes
		}
		if x, y := places(a.Field(i).Interface()), places(b.Field(i).Interface()); !reflect.DeepEqual(x, y) {
			t.Errorf("%s: %s is\n%.600v\nnot\n%.600v", name, field.Name, x, y)
		}
	}
	for _, list := range []string{"status", "level", "mode", "basis", "kind", "scope", "preset", "source", "known-how", "precision", "language", "currency"} {
		if x, y := got.Order(list), want.Order(list); !slices.Equal(x, y) {
			t.Errorf("%s: list %s is %q, not %q", name, list, x, y)
		}
		for _, code := range want.Order(list) {
			if x, y := got.Code(list, code), want.Code(list, code); !reflect.DeepEqual(x, y) {
				t.Errorf("%s: %s %s is %+v, not %+v", name, list, code, x, y)
			}
		}
	}
}

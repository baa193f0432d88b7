package export

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/assets"
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

// The package to begin with has no fault in any form, and its workbook has no
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
		if err != nil || dataset.Faults(found) > 0 || len(d.Meetings) != 3 || len(d.Documents) != 2 || len(d.Statements) != 4 {
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

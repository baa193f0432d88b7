package export

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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

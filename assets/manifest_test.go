package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// TestManifest compares manifest.json with what is really inside the program:
// nothing embedded may be missing from it, and it may list nothing else.
func TestManifest(t *testing.T) {
	t.Parallel()
	inside := map[string][]byte{
		"fonts/atlas-regular.ttf": FontRegular(), "fonts/atlas-bold.ttf": FontBold(), "icon/sizes/128.png": Icon(),
		"basemap/lod0.base": BaseLevel(0), "basemap/lod1.base": BaseLevel(1), "basemap/lod2.base": BaseLevel(2),
		"basemap/relief.jpg": Relief(), "basemap/names.csv": Names(), "licences/third-party.txt": []byte(Licences()),
	}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		inside[name], err = files.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	entries, err := Manifest()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("manifest.json is not ordered by path")
	}
	for _, e := range entries {
		data, ok := inside[e.Path]
		if !ok {
			t.Errorf("manifest.json lists %s, which is not embedded", e.Path)
			continue
		}
		delete(inside, e.Path)
		if e.Source == "" || e.Licence == "" {
			t.Errorf("manifest.json, %s: source %q, licence %q, want both", e.Path, e.Source, e.Licence)
		}
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != e.SHA256 {
			t.Errorf("manifest.json, %s: sha256 is %s, listed %s; run go generate ./assets", e.Path, got, e.SHA256)
		}
	}
	for name := range inside {
		t.Errorf("manifest.json does not list %s; run go generate ./assets", name)
	}
}

package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestManifest compares manifest.json with what is really inside the program:
// nothing embedded may be missing from it, and it may list nothing else.
func TestManifest(t *testing.T) {
	t.Parallel()
	inside := packedFiles()
	inside["icon/sizes/128.png"], inside["basemap/relief.jpg"] = Icon(), Relief()
	for n := range 3 {
		inside[fmt.Sprintf("basemap/lod%d.base", n)] = BaseLevel(n)
	}
	delete(inside, "manifest.json")

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

package export

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/assets"
)

// A .c5atlas opens as the package that it is, twice the same bytes, and begins
// as the desktop's list of types says.
func TestPackageType(t *testing.T) {
	t.Parallel()
	types, err := os.ReadFile("../../packaging/linux/org.c5atlas.C5Atlas.xml")
	if err != nil {
		t.Fatal(err)
	}
	magic := regexp.MustCompile(`offset="30" value="([^"]*)"`).FindSubmatch(types)
	if magic == nil || !bytes.Contains(types, []byte(`"*`+PackageEnding+`"`)) {
		t.Fatal("the list of types has no magic, or another ending")
	}
	var first []byte
	for range 2 {
		path := filepath.Join(t.TempDir(), "own"+PackageEnding)
		if err := WriteData(context.Background(), path, false, assets.Data()); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(data[30:]), string(magic[1])) || string(data[:4]) != "PK\x03\x04" {
			t.Errorf("begins with %q, want %q", data[:100], magic[1])
		}
		if first != nil && !bytes.Equal(first, data) {
			t.Error("twice the same package gives other bytes")
		}
		first = data
		if d, found, err := dataset.OpenPath(path); err != nil || len(found) > 0 || len(d.Meetings) == 0 {
			t.Errorf("opens with %v, %v", found, err)
		}
	}
}

package assets

import (
	"io/fs"
	"os"
	"testing"
)

// The coding book that the program shows and the one in docs are one text.
func TestCodingBookIsOneText(t *testing.T) {
	t.Parallel()
	shown, err := fs.ReadFile(Data(), "coding.en.md")
	if err != nil {
		t.Fatal(err)
	}
	read, err := os.ReadFile("../docs/CODING.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(shown) != string(read) {
		t.Error("docs/CODING.md and data/coding.en.md differ: copy one over the other")
	}
}

package assets

import (
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// packedFiles is all that is packed, by path.
func packedFiles() map[string][]byte {
	out := map[string][]byte{}
	for _, p := range []*pack{&data, &template, &samples, &translations, &manual, &names, &fonts, &papers} {
		p.once.Do(p.open)
		for name, f := range p.files {
			out[name] = f.Data
		}
	}
	return out
}

// What is packed is what stands in the folder now.
func TestPacksAreFresh(t *testing.T) {
	t.Parallel()
	inside := packedFiles()
	if len(inside) < 100 {
		t.Fatalf("%d files", len(inside))
	}
	for name, got := range inside {
		want, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is packed as it was before; run go generate ./assets", name)
		}
	}
}

// A folder that is packed is a folder: to list, to open, to read.
func TestPackIsAFolder(t *testing.T) {
	t.Parallel()
	for want, p := range map[string]*pack{"data/documents/000.uk.md": &data, "samples/c5plus1/meetings.csv": &samples, "fonts/OFL.txt": &papers} {
		p.once.Do(p.open)
		if err := fstest.TestFS(p.files, want); err != nil {
			t.Error(err)
		}
	}
}

const pangram = "The quick brown fox jumps over the lazy dog 0123456789 "

// Blocks that lz4 1.9.4 wrote: short literals; a match that reaches into itself; lengths
// of more than one byte.
func TestUnpackReadsLZ4(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ block, want string }{
		{"1f6101004b506161616161", strings.Repeat("a", 100)},
		{"ff2854686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672030313233343536373839203700335020666f782e", pangram + pangram + "The quick brown fox."},
		{"3f78797a0300ffffffffffffffffffffffad90656e64206f66206974", strings.Repeat("xyz", 1000) + "end of it"},
	} {
		block, err := hex.DecodeString(tt.block)
		if err != nil {
			t.Fatal(err)
		}
		n := len(tt.want)
		if got := unpack(append([]byte{byte(n), byte(n >> 8), 0, 0}, block...)); string(got) != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

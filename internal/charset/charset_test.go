package charset

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// Every page of golang.org/x/text is here, and reads each byte as that does.
func TestPages(t *testing.T) {
	t.Parallel()
	pages := map[string]*Page{}
	for _, p := range All() {
		pages[p.Name()] = p
	}
	var every []byte
	for b := range 256 {
		every = append(every, byte(b))
	}
	n := 0
	for _, e := range charmap.All {
		c, ok := e.(*charmap.Charmap)
		if !ok {
			continue
		}
		n++
		p := pages[c.String()]
		if p == nil {
			t.Errorf("no %s", c)
			continue
		}
		want, err := c.NewDecoder().String(string(every))
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Decode(string(every)); got != want {
			t.Errorf("%s: %q, want %q", c, got, want)
		}
		if got, want := p.Letter(0xe9), c.DecodeByte(0xe9); got != want {
			t.Errorf("%s: %q, want %q", c, got, want)
		}
	}
	if n < 40 || n != len(pages) {
		t.Errorf("%d pages, want %d", len(pages), n)
	}
	if Windows1251().Decode("\xca\xe8\xbf\xe2") != "Київ" || Windows1252().Decode("K\xf6ln") != "Köln" || Macintosh().Decode("K\x9aln") != "Köln" {
		t.Error("a page by its name")
	}
}

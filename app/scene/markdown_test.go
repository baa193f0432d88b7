package scene

import (
	"io/fs"
	"strings"
	"testing"
	"unicode"

	"c5atlas.org/c5atlas/assets"
)

// letters is what a person reads of a text: all but blanks and marks.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("*`#-•.0123456789", r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, text)
}

// Whatever a summary says, no letter of it is lost, none comes twice, and what is bold
// begins its block.
func FuzzMarkdown(f *testing.F) {
	for _, name := range []string{"coding.en.md", "documents/001.uk.md"} {
		text, err := fs.ReadFile(assets.Data(), name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("# A\n## B\n- **c `d`** e\n1. f\n\n**g** h\ni *j*\n***k")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "") // as a package is read
		w := &pageWriter{}
		w.markdown(text)
		var all strings.Builder
		for _, b := range w.page.fixed {
			if !strings.HasPrefix(b.Text, b.Lead) {
				t.Errorf("%q is bold in %q", b.Lead, b.Text)
			}
			all.WriteString(b.Text)
		}
		if got, want := letters(all.String()), letters(text); got != want {
			t.Errorf("%q reads %q, not %q", text, got, want)
		}
	})
}

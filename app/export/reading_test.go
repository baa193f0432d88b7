package export

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/scene"
)

// How this is coded leaves as PDF: poppler reads the whole text back, in order,
// with lines of no more than about 75 letters and a number on every page.
func TestCodingAsPDF(t *testing.T) {
	t.Parallel()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("no pdftotext")
	}
	room := shippedRoom(t)
	for _, lang := range []string{"en", "uk", "ru"} {
		s := room.Opening()
		s.Lang, s.Page = lang, scene.CodingPage
		var out, again bytes.Buffer
		if err := WriteReading(t.Context(), &out, room, s, Options{Software: "test"}); err != nil {
			t.Fatal(err)
		}
		if err := WriteReading(t.Context(), &again, room, s, Options{Software: "test"}); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Errorf("%s: the same page gives other bytes, %v", lang, err)
		}
		path := filepath.Join(t.TempDir(), "coding.pdf")
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		body, err := exec.CommandContext(t.Context(), tool, "-layout", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Split(strings.TrimSuffix(string(body), "\f"), "\f")
		if len(pages) < 3 {
			t.Fatalf("%s: %d pages", lang, len(pages))
		}
		var all strings.Builder
		for i, page := range pages {
			lines := strings.Split(strings.TrimSpace(page), "\n")
			last := lines[len(lines)-1]
			if want := strings.TrimSpace(last[strings.LastIndex(last, "   ")+1:]); !strings.HasPrefix(want, string(rune('1'+i))+" / ") {
				t.Errorf("%s: page %d is numbered %q", lang, i+1, want)
			}
			for _, l := range lines[:len(lines)-1] {
				if n := utf8.RuneCountInString(strings.Join(strings.Fields(l), " ")); n > 86 {
					t.Errorf("%s: a line of %d letters: %s", lang, n, l)
				}
				all.WriteString(l)
			}
		}
		read := strings.Join(strings.Fields(all.String()), "")
		for para := range strings.SplitSeq(room.Data.Coding[lang], "\n") {
			para = strings.NewReplacer("**", "", "*", "", "`", "", "# ", "", "#", "").Replace(para)
			para = strings.Join(strings.Fields(strings.TrimLeft(para, "-0123456789. ")), "")
			if !strings.Contains(read, para) {
				t.Errorf("%s: it lacks %.90q", lang, para)
			}
		}
	}
}

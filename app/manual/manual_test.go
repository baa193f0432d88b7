package manual

import (
	"context"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

var room = sync.OnceValues(func() (*scene.Room, error) {
	d, _, err := dataset.Open(assets.Data())
	if err != nil {
		return nil, err
	}
	return scene.NewRoom(d)
})

func opened(t *testing.T, lang string) *Book {
	t.Helper()
	r, err := room()
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(assets.Manual(), r, i18n.For(lang), []Block{{Kind: KeyHead, Text: "Window"}, {Kind: KeyLine, Lead: "F1", Text: "card"}})
	if err != nil {
		t.Fatalf("%s: %v", lang, err)
	}
	return b
}

// source is the text of a chapter as it is written.
func source(t *testing.T, name, lang string) string {
	t.Helper()
	text, err := fs.ReadFile(assets.Manual(), name+"."+lang+".md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// number is one that somebody typed, and not the name of something.
var number = regexp.MustCompile(`(^|[^\pL\d])\d`)

// Each chapter is there in each language, with the same headings, pictures, keys and
// names of the interface in the same order, and no number in it was typed.
func TestChaptersAreOneInAllLanguages(t *testing.T) {
	t.Parallel()
	names, err := chapters(assets.Manual())
	if err != nil || len(names) < 8 {
		t.Fatalf("%d chapters: %v", len(names), err)
	}
	bones := func(text string) (out []string) {
		for _, b := range parse(text) {
			out = append(out, string(rune('0'+b.Kind))+b.ID)
			if b.Kind == Heading && b.ID == "" && len(out) > 1 {
				t.Errorf("the heading %q has no id", b.Text)
			}
		}
		keys, names := Named(text)
		slices.Sort(keys)
		slices.Sort(names)
		return slices.Concat(out, keys, names)
	}
	for _, name := range names {
		want := bones(source(t, name, "en"))
		for _, lang := range i18n.Languages() {
			text := source(t, name, lang)
			if got := bones(text); !slices.Equal(got, want) {
				t.Errorf("%s.%s has\n%q, in English\n%q", name, lang, got, want)
			}
			plain := regexp.MustCompile("(?s)`.*?`|\\{\\{.*?\\}\\}|\\[\\[.*?\\]\\]|(?m)^\\d+\\. ").ReplaceAllString(text, " ")
			if at := number.FindString(plain); at != "" {
				t.Errorf("%s.%s has a number that the data do not fill: %q", name, lang, at)
			}
		}
	}
}

// In every language the data fill all, every picture is of a figure, and every figure
// is shown and draws.
func TestBook(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		b := opened(t, lang)
		shown := map[string]bool{}
		for _, c := range b.Chapters {
			if c.Title == "" || len(c.Blocks) < 2 {
				t.Errorf("%s %s: %q, %d blocks", lang, c.ID, c.Title, len(c.Blocks))
			}
			for _, x := range c.Blocks {
				if strings.ContainsAny(x.Text, "{}`") || strings.Contains(x.Text, "[[") || x.Text == "" {
					t.Errorf("%s %s: %q", lang, c.ID, x.Text)
				}
				for _, m := range x.Marks {
					if m.From < 0 || m.From >= m.To || m.To > len(x.Text) {
						t.Errorf("%s %s: a mark from %d to %d of %q", lang, c.ID, m.From, m.To, x.Text)
					}
				}
				if x.Kind == Picture {
					shown[x.ID] = true
				}
			}
		}
		for name, f := range b.Figures {
			if !shown[name] {
				t.Errorf("%s: no chapter shows the figure %s", lang, name)
			}
			pic, words, err := b.Draw(context.Background(), f, state.Person{Lang: lang, Theme: state.Light, TextSize: 1}, 600)
			if err != nil {
				t.Errorf("%s: figure %s: %v", lang, name, err)
				continue
			}
			colours := map[[3]uint8]bool{}
			for i := 0; i < len(pic.Pix); i += 4 * 97 {
				colours[[3]uint8{pic.Pix[i], pic.Pix[i+1], pic.Pix[i+2]}] = true
			}
			if len(colours) < 4 || words == "" {
				t.Errorf("%s: figure %s has %d colours, and is in words %q", lang, name, len(colours), words)
			}
		}
	}
}

// Numbers of the text are those that counting the tables gives.
func TestNumbers(t *testing.T) {
	t.Parallel()
	b := opened(t, "en")
	d := b.room.Data
	agreed := 0
	for i := range d.Statements {
		if d.Statements[i].Status == "agreed" {
			agreed++
		}
	}
	p := i18n.For("en")
	text := map[string]string{}
	for _, c := range b.Chapters {
		for _, x := range c.Blocks {
			text[c.ID] += strings.ReplaceAll(x.Text, "\u00a0", " ") + "\n"
		}
	}
	for chapter, want := range map[string][]string{
		"look":   {p.Int(len(d.Meetings)) + " meetings", p.Int(len(d.Statements)) + " statements", p.Int(len(d.Documents)) + " documents"},
		"focus":  {p.Int(agreed) + " statements are agreed, of " + p.Int(len(d.Statements))},
		"filter": {p.Int(agreed) + " statements are agreed"},
	} {
		for _, w := range want {
			if !strings.Contains(text[chapter], w) {
				t.Errorf("%s does not say %q:\n%s", chapter, w, text[chapter])
			}
		}
	}
}

// A search finds the sections that have all its words, and no other.
func TestFind(t *testing.T) {
	t.Parallel()
	b := opened(t, "en")
	for _, query := range []string{"bibtex", "BibTeX citation", "projector", "codebook", "shift F3"} {
		found := b.Find(query)
		if len(found) == 0 {
			t.Errorf("%q is found nowhere", query)
		}
		for _, s := range b.Sections() {
			said := []string{s.Title}
			for _, x := range b.Chapters[s.Chapter].Blocks[s.From:s.To] {
				said = append(said, x.Text, x.Lead)
			}
			words := strings.Join(said, " ")
			all := true
			for w := range strings.FieldsSeq(strings.ToLower(query)) {
				all = all && strings.Contains(strings.ToLower(words), w)
			}
			if got := slices.Contains(found, s); got != all {
				t.Errorf("%q in %q: %t, want %t", query, s.Title, got, all)
			}
		}
	}
	if got := b.Find("F1"); len(got) == 0 || b.Chapters[got[0].Chapter].ID != "keys" && b.Chapters[got[len(got)-1].Chapter].ID != "keys" {
		t.Errorf("F1 is found in %v", got)
	}
	for _, none := range []string{"", "   ", "qwertyuiop"} {
		if got := b.Find(none); len(got) > 0 {
			t.Errorf("%q is found in %d sections", none, len(got))
		}
	}
	for lang, query := range map[string]string{"uk": "проєктора", "ru": "проектора"} {
		if len(opened(t, lang).Find(query)) == 0 {
			t.Errorf("%s: %q is found nowhere", lang, query)
		}
	}
}

// What is no chapter of ours is read without harm.
func FuzzParse(f *testing.F) {
	f.Add("# A\n\n## B {#b}\n- x `F1`\n1. [[a > b]]\n![c](d)\n{{keys}}\n")
	f.Add("`")
	f.Add("[[")
	f.Fuzz(func(t *testing.T, text string) {
		for _, b := range parse(text) {
			for raw, n := b.Text, 0; raw != ""; n++ {
				_, _, _, rest := next(raw)
				if len(rest) >= len(raw) || n > len(text) {
					t.Fatalf("%q does not end", b.Text)
				}
				raw = rest
			}
		}
	})
}

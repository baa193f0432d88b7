package export_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// shipped are the lessons of the embedded package.
func shipped(t *testing.T) []export.PackagedLesson {
	t.Helper()
	list, err := export.PackageLessons(room().Data)
	if err != nil || len(list) < 3 {
		t.Fatalf("%d lessons: %v", len(list), err)
	}
	return list
}

var (
	holes = regexp.MustCompile(`\{\{(\w+)((?: "[^"]*")*)(?: \|[^}]*)?\}\}`)
	words = regexp.MustCompile(`"([^"]*)"`)
)

// Every number in the words of every shipped scene, in each language, is that of a
// recount of the raw tables, and none is typed: outside of holes there is no digit.
func TestShippedLessonsAreTrue(t *testing.T) {
	w := &world{statements: rows(t, "statements.csv"), meetings: map[string]map[string]string{}}
	for _, m := range rows(t, "meetings.csv") {
		w.meetings[m["id"]] = m
	}
	comments, checked := rows(t, "comments.csv"), 0
	for _, l := range shipped(t) {
		for n, x := range l.Scenes {
			s := state.Default()
			s.View = x.View
			for lang := range x.Caption {
				p := i18n.For(lang)
				s.Lang = lang
				for _, text := range []dataset.Text{x.Title, x.When, x.Caption, x.Note, x.Question.Text, x.Question.Paper, x.Question.Answer} {
					at := fmt.Sprintf("%s, scene %d, %s: %s", l.Name, n+1, lang, text[lang])
					if text != nil && text[lang] == "" {
						t.Errorf("%s, scene %d: nothing in %s where there is %v", l.Name, n+1, lang, text)
					}
					plain := strings.ReplaceAll(holes.ReplaceAllString(text[lang], ""), "C+C5", "")
					if strings.ContainsFunc(plain, unicode.IsDigit) || strings.Contains(plain, "{{") {
						t.Errorf("%s: a number is typed", at)
					}
					for _, h := range holes.FindAllStringSubmatch(text[lang], -1) {
						got, err := scene.Fill(room(), s, h[0], p)
						if err != nil {
							t.Fatalf("%s: %v", at, err)
						}
						var args []string
						for _, a := range words.FindAllStringSubmatch(h[2], -1) {
							args = append(args, a[1])
						}
						var want string
						switch h[1] {
						case "count":
							want = strconv.Itoa(w.count(s, args, comments))
						case "all":
							all := state.Default()
							all.Focus = s.Focus
							want = strconv.Itoa(w.count(all, args, comments))
						case "share":
							want = strconv.Itoa(int(float64(w.count(s, args, comments))*100/float64(w.count(s, nil, comments))+0.5)) + "%"
						case "date": // its year
							want = w.meetings[args[1]]["date"][:4]
							if !strings.Contains(got, want) {
								t.Errorf("%s: %s is not in %s", at, got, want)
							}
							continue
						default:
							continue
						}
						checked++
						if number, _, _ := strings.Cut(strings.ReplaceAll(got, " %", "%"), " "); strings.ReplaceAll(number, "\u00a0%", "%") != want && strings.Split(number, "\u00a0")[0] != want {
							t.Errorf("%s: %s is %q, recounted %s", at, h[0], got, want)
						}
					}
				}
			}
		}
	}
	if checked < 150 {
		t.Errorf("only %d numbers were recounted", checked)
	}
}

// count counts what the words of a hole ask for in the raw tables.
func (w *world) count(s state.State, args []string, comments []map[string]string) int {
	thing, pairs := "statements", args
	if len(args)%2 == 1 {
		thing, pairs = args[0], args[1:]
	}
	has := func(x map[string]string, key, codes string) bool {
		if codes == "agreements" {
			codes = "agreed,to be signed"
		}
		for code := range strings.SplitSeq(codes, ",") {
			if key == "state" && slices.Contains(strings.Fields(x["states"]+" "+x["parties"]), code) || x[key] == code || key == "meeting" && x["id"] == code {
				return true
			}
		}
		return false
	}
	left := func(x map[string]string) bool {
		for i := 0; i < len(pairs); i += 2 {
			if !has(x, pairs[i], pairs[i+1]) {
				return false
			}
		}
		return true
	}
	found := map[string]bool{}
	switch thing {
	case "comments":
		for _, x := range comments {
			if left(x) {
				found[x["id"]] = true
			}
		}
		return len(found)
	case "meetings", "places":
		for id, m := range w.meetings {
			first, _ := days(m["date"])
			if s.To != "" && (first == "" || first > s.To) || !left(m) {
				continue
			}
			if thing == "meetings" {
				found[id] = true
			} else if m["place"] != "" {
				found[m["place"]] = true
			}
		}
		return len(found)
	}
	for _, x := range w.statements {
		lit := (s.LitStatuses == "" || s.LitStatuses.Has(x["status"])) && (s.LitBases == "" || s.LitBases.Has(x["basis"])) &&
			(s.LitDocuments == "" || s.LitDocuments.Has(x["document"])) && (s.LitMeetings == "" || s.LitMeetings.Has(x["meeting"]))
		if !w.passes(s, x) || !left(x) || thing == "lit" && !lit {
			continue
		}
		passage, _, _ := strings.Cut(x["paragraph"], " ")
		found[map[string]string{"documents": x["document"], "coded meetings": x["meeting"], "passages": x["document"] + passage}[thing]+
			map[bool]string{true: x["id"]}[thing == "statements" || thing == "lit"]] = true
	}
	return len(found)
}

// A shipped lesson has a title, and notes that one can speak from, in each
// language, three questions, and what its words rest on.
func TestShippedLessonsAreWhole(t *testing.T) {
	for _, l := range shipped(t) {
		for _, lang := range i18n.Languages() {
			steps, err := l.Steps(room(), i18n.For(lang))
			if err != nil || l.Title[lang] == "" {
				t.Errorf("%s, %s: %q %v", l.Name, lang, l.Title[lang], err)
			}
			asked, sources := 0, state.Set("")
			for i, s := range steps {
				if n := strings.Count(s.Note, ". ") + strings.Count(s.Note, "? ") + strings.Count(s.Note, ": "); n < 4 {
					t.Errorf("%s, scene %d, %s: a note of %d sentences", l.Name, i+1, lang, n+1)
				}
				if s.Question.Text != "" && s.Question.Answer != "" {
					asked++
				}
				sources = state.NewSet(string(sources), string(s.Sources))
			}
			if asked < 3 || sources == "" {
				t.Errorf("%s, %s: %d questions, sources %q", l.Name, lang, asked, sources)
			}
		}
	}
}

// What the program gives out as files tells nobody to click or to raise a hand; the lesson
// in the window does.
func TestFilesAskForNoClick(t *testing.T) {
	t.Parallel()
	click := regexp.MustCompile(`(?i)click|клац|натис|щёлк|щелк|нажм|raise your hand|піднесіть|поднимите`)
	pdftotext := tool(t, "pdftotext")
	asked := 0
	for _, l := range shipped(t) {
		for _, lang := range i18n.Languages() {
			steps, err := l.Steps(room(), i18n.For(lang))
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range scene.Pages(steps) {
				if click.MatchString(x.Caption + x.Question.Text) {
					t.Errorf("%s, %s: a page asks %q, %q", l.Name, lang, x.Caption, x.Question.Text)
				}
			}
			for _, x := range steps {
				if !click.MatchString(x.Question.Text) {
					continue
				}
				asked++
				by := export.View(room().Opening()).Person
				by.Lang = lang
				s := &export.Script{Title: l.Title.In(lang), Steps: []scene.Step{x}, By: by}
				path := filepath.Join(t.TempDir(), "w.pdf")
				o := export.LessonOptions{Options: export.Options{Size: size(t, "960x540", 1)}, Worksheet: true}
				if err := os.WriteFile(path, handed(t, "w.pdf", s, o), 0o600); err != nil {
					t.Fatal(err)
				}
				text := strings.Join(strings.Fields(string(pdftotext(nil, path, "-"))), " ")
				if click.MatchString(text) || !strings.Contains(text, x.Question.Paper) {
					t.Errorf("%s, %s: the worksheet says %s", l.Name, lang, text)
				}
			}
		}
	}
	if asked != 15 { // five in each language
		t.Errorf("%d questions of the window ask for a click or a hand", asked)
	}
}

// Of each ten scenes of a lesson that is made of a sample nine show something that the one
// before did not. In those that ship and in the one made of the embedded data each
// does: TestShippedLessonsAreLegible.
func TestScenesChange(t *testing.T) {
	t.Parallel()
	by := export.View(room().Opening())
	decks := map[string]func() (*scene.Room, []scene.Step){}
	for _, name := range assets.Samples() {
		decks[name] = func() (*scene.Room, []scene.Step) {
			d, _, err := dataset.Open(assets.Sample(name))
			if err != nil {
				t.Fatal(err)
			}
			r := room().WithData(d)
			s := export.View(r.Opening())
			return r, scene.Deck(r, s, i18n.For("en"))
		}
	}
	for name, deck := range decks {
		r, steps := deck()
		var last *image.RGBA
		var said string
		changed := 0
		for _, s := range steps {
			words := s.Caption
			if s.Panes != scene.WordsAlone {
				s.Title, s.When, s.Caption, words = "-", "-", "", ""
			}
			v := by
			v.View = s.View
			pic, err := export.Draw(context.Background(), r, v, export.Options{Kind: export.Slide, Size: export.Size{Width: 480, Height: 270, Density: 1}, Scene: &export.SceneOf{Step: s, N: 1, Total: 1}, NoData: true})
			if err != nil {
				t.Fatal(err)
			}
			if last == nil || said != words || !bytes.Equal(last.Pix, pic.Image.Pix) {
				changed++
			}
			last, said = pic.Image, words
		}
		if changed*10 < len(steps)*9 {
			t.Errorf("%s: %d of %d scenes show something new", name, changed, len(steps))
		}
	}
}

package export_test

import (
	"bytes"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// The built-in lesson comes back as it was written.
func TestLessonRoundTrip(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		s := export.View(room().Opening())
		s.Lang = lang
		deck := scene.Deck(room(), s, i18n.For(lang))
		var b bytes.Buffer
		if err := export.WriteLesson(&b, export.LessonOf(room(), "", deck, lang)); err != nil {
			t.Fatal(err)
		}
		l, err := export.ReadLesson(&b)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := l.Steps(room(), i18n.For(lang)); err != nil || !reflect.DeepEqual(got, deck) {
			t.Errorf("%s: %v\n%+v\nwant %+v", lang, err, got, deck)
		}
	}
}

func FuzzReadLesson(f *testing.F) {
	f.Add([]byte(`[{"title":"a","when":"b","caption":"c","note":"d","view":{"chart":"matrix"}}]`))
	f.Add([]byte(`{"title":{"en":"a","uk":"b"},"scenes":[{"title":"{{count}}","panes":"chart+chart","view":{},"beside":{"chart":"states"}}]}`))
	f.Add([]byte("[" + strings.Repeat(`{"view":{}},`, 3) + "{}]"))
	f.Add([]byte(`{"scenes":[{"view":{},"strokes":[{"pane":1,"pen":2,"hidden":"values","points":[0.1,0.25,-1,2]},{"points":[0,0]}]}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		steps, err := export.ReadLesson(bytes.NewReader(body))
		if err != nil {
			if !errors.Is(err, export.ErrLesson) {
				t.Errorf("ReadLesson = %v, want ErrLesson", err)
			}
			return
		}
		var one, two bytes.Buffer
		if err := export.WriteLesson(&one, steps); err != nil {
			t.Fatal(err)
		}
		again, err := export.ReadLesson(bytes.NewReader(one.Bytes()))
		if err != nil {
			t.Fatalf("what was written is not read: %v", err)
		}
		if err := export.WriteLesson(&two, again); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%q is written as %q", one.Bytes(), two.Bytes())
		}
	})
}

// A lesson speaks the language of who sees it, its numbers are those of its
// views, and a text that cannot be filled names its scene.
func TestLessonSpeaks(t *testing.T) {
	t.Parallel()
	l, err := export.ReadLesson(strings.NewReader(`{"title":{"en":"Growth","ru":"Рост"},"scenes":[
		{"title":"Trade","caption":{"en":"{{count \"status\" \"agreed\"}} agreed","uk":"{{count \"status\" \"agreed\"}} погоджено"},"panes":"chart","view":{"domains":"TRD","status":""}},
		{"title":"Two","caption":"{{count \"domain\" \"none\"}}","panes":"map+map","view":{},"beside":{"chart":"states"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, x := range rows(t, "statements.csv") {
		if x["domain"] == "TRD" && x["status"] == "agreed" {
			want++
		}
	}
	steps, err := l.Steps(room(), i18n.For("uk"))
	var fault *export.CaptionError
	if !errors.As(err, &fault) || fault.Scene != 2 {
		t.Errorf("error %v", err)
	}
	if got := steps[0]; got.Caption != strconv.Itoa(want)+" погоджено" || got.Panes != scene.ChartPane || got.Title != "Trade" {
		t.Errorf("%+v", got)
	}
	if steps[1].Beside.Kind != "states" || steps[1].Caption != `{{count "domain" "none"}}` {
		t.Errorf("%+v", steps[1])
	}
	for body, want := range map[string]string{
		`{"scenes":[{"view":{}},{"panes":"film","view":{}}]}`: `scene 2: "film" is no choice of panes`,
		`{"scenes":[]}`:                      "it has 0 scenes",
		`{"scenes":[{"title":7,"view":{}}]}`: "scene 1",
	} {
		if _, err := export.ReadLesson(strings.NewReader(body)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", body, err, want)
		}
	}
}

// A question and sources come back as they were written, and one that asks of a
// place or names a document that there is not is said with its scene.
func TestLessonAsks(t *testing.T) {
	t.Parallel()
	const file = `{"title":{"en":"a"},"scenes":[{"title":{"en":"b"},"view":{"status":""},"question":{"text":{"en":"Where?","uk":"Де?"},"paper":{"en":"Mark it."},"kind":"map","answer":{"en":"{{place \"meeting\" \"2021-05-12-fm2\"}}"},"place":"xian"},"sources":"001,000"}]}`
	l, err := export.ReadLesson(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	steps, err := l.Steps(room(), i18n.For("en"))
	want := scene.Question{Text: "Where?", Paper: "Mark it.", Kind: scene.OnMap, Answer: "Xi’an", Place: "xian"}
	if err != nil || steps[0].Question != want || steps[0].Sources != "000,001" {
		t.Errorf("%v: %+v", err, steps[0])
	}
	var b bytes.Buffer
	if err := export.WriteLesson(&b, l); err != nil {
		t.Fatal(err)
	}
	if again, err := export.ReadLesson(&b); err != nil || !reflect.DeepEqual(again, l) {
		t.Errorf("%v: %+v, want %+v", err, again, l)
	}
	for _, bad := range []string{strings.Replace(file, `"place":"xian"`, `"place":"atlantis"`, 1), strings.Replace(file, "001,000", "009", 1)} {
		l, err := export.ReadLesson(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		var fault *export.CaptionError
		if _, err := l.Steps(room(), i18n.For("en")); !errors.As(err, &fault) || fault.Scene != 1 {
			t.Errorf("%v names no scene", err)
		}
	}
	if _, err := export.ReadLesson(strings.NewReader(strings.Replace(file, `"map"`, `"quiz"`, 1))); !errors.Is(err, export.ErrLesson) {
		t.Errorf("a quiz is read: %v", err)
	}
}

package export_test

import (
	"bytes"
	"errors"
	"reflect"
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
		if err := export.WriteLesson(&b, deck, export.DataMark{}); err != nil {
			t.Fatal(err)
		}
		if got, err := export.ReadLesson(&b); err != nil || !reflect.DeepEqual(got, deck) {
			t.Errorf("%s: %v\n%+v\nwant %+v", lang, err, got, deck)
		}
	}
}

func FuzzReadLesson(f *testing.F) {
	f.Add([]byte(`[{"title":"a","when":"b","caption":"c","note":"d","view":{"chart":"matrix"}}]`))
	f.Add([]byte("[" + strings.Repeat(`{"view":{}},`, 3) + "{}]"))
	f.Fuzz(func(t *testing.T, body []byte) {
		steps, err := export.ReadLesson(bytes.NewReader(body))
		if err != nil {
			if !errors.Is(err, export.ErrLesson) {
				t.Errorf("ReadLesson = %v, want ErrLesson", err)
			}
			return
		}
		var one, two bytes.Buffer
		if err := export.WriteLesson(&one, steps, export.DataMark{}); err != nil {
			t.Fatal(err)
		}
		again, err := export.ReadLesson(bytes.NewReader(one.Bytes()))
		if err != nil {
			t.Fatalf("what was written is not read: %v", err)
		}
		if err := export.WriteLesson(&two, again, export.DataMark{}); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%q is written as %q", one.Bytes(), two.Bytes())
		}
	})
}

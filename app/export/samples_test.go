package export

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/pairs"
)

// Each sample has no fault in any form, places lie in their countries, and every
// meeting has a page that it was taken from and its texts in three languages.
func TestSamples(t *testing.T) {
	t.Parallel()
	ground, err := scene.Laying(true)()
	if err != nil {
		t.Fatal(err)
	}
	for _, sample := range assets.Samples() {
		dir := t.TempDir()
		for _, name := range []string{"folder", "s.zip", "s.xlsx"} {
			path := filepath.Join(dir, name)
			if err := WriteData(context.Background(), path, false, assets.Sample(sample)); err != nil {
				t.Fatalf("%s, %s: %v", sample, name, err)
			}
			d, found, err := dataset.OpenPath(path)
			if err != nil || dataset.Faults(found) > 0 || len(d.Meetings) < 15 || len(d.Meetings) > 30 || len(d.Statements) > 0 {
				t.Fatalf("%s, %s: %v, %v", sample, name, err, found)
			}
			if astray, err := ground.Astray(d); err != nil || len(astray) > 0 {
				t.Errorf("%s, %s: %v, %v", sample, name, err, astray)
			}
			for i := range d.Meetings {
				checkSample(t, sample, &d.Meetings[i])
			}
		}
	}
}

func checkSample(t *testing.T, sample string, m *dataset.Meeting) {
	t.Helper()
	if len(m.Links)+len(m.Addresses) == 0 {
		t.Errorf("%s, %s: no page", sample, m.ID)
	}
	if alone := m.Source == "one"; alone != strings.Contains(m.Note.In("en"), "not verified") || !alone && len(m.Links)+len(m.Addresses) < 2 {
		t.Errorf("%s, %s: source %q, %d pages, note %q", sample, m.ID, m.Source, len(m.Links), m.Note.In("en"))
	}
	for _, text := range []dataset.Text{m.Title, m.ShortName} {
		for _, lang := range []string{"", "uk", "ru"} { // "" is the first language
			if text[lang] == "" {
				t.Errorf("%s, %s: a text lacks %q", sample, m.ID, lang)
			}
		}
	}
	if pages := slices.Sorted(slices.Values(m.Links)); len(slices.Compact(pages)) != len(m.Links) {
		t.Errorf("%s, %s: a page is named twice", sample, m.ID)
	}
}

// A chronology counts its meetings: no picture of it speaks of statements by
// place, and none has an empty list of sources.
func TestSampleSpeaksOfMeetings(t *testing.T) {
	t.Parallel()
	d, _, err := dataset.Open(assets.Sample("russia-central-asia"))
	if err != nil {
		t.Fatal(err)
	}
	ground, err := scene.Laying(true)()
	if err != nil {
		t.Fatal(err)
	}
	r := ground.Room(d)
	s := state.Default()
	s.Kind = state.Chronology
	for lang, want := range map[string][]string{
		"en": {"Meetings by place", "Meetings by level and date", "16 meetings · no statement coded", "Sources: the pages that"},
		"uk": {"Зустрічі за місцями", "Зустрічі за рівнем і датою", "16 зустрічей · тез не закодовано", "Джерела: сторінки, названі"},
		"ru": {"Встречи по местам", "Встречи по уровню и дате", "16 встреч · тезисов не закодировано", "Источники: страницы, названные"},
	} {
		p := i18n.For(lang)
		sel := scene.Select(d, s)
		got := []string{scene.MapTitle(r, s, p), scene.Title(r, s, p), scene.Subtitle(r, sel, s, p), scene.SourceLine(r, sel, p)}
		for i := range want {
			if !strings.HasPrefix(strings.ReplaceAll(got[i], "\u00a0", " "), want[i]) {
				t.Errorf("%s: %q, want %q", lang, got[i], want[i])
			}
		}
	}
}

// A union that is a party is named on its map like any party, whole or short, in every
// language, and its member in whose land the name stands is not.
func TestUnionIsNamed(t *testing.T) {
	t.Parallel()
	d, _, err := dataset.Open(assets.Sample("eu-central-asia"))
	if err != nil {
		t.Fatal(err)
	}
	r := shippedRoom(t).WithData(d)
	for k, lang := range []string{"en", "uk", "ru"} {
		names := map[string][3]string{
			"en": {"EUROPEAN UNION", "EU", "GERMANY"},
			"uk": {"ЄВРОПЕЙСЬКИЙ СОЮЗ", "ЄС", "НІМЕЧЧИНА"},
			"ru": {"ЕВРОПЕЙСКИЙ СОЮЗ", "ЕС", "ГЕРМАНИЯ"},
		}[lang]
		for i, size := range []Size{{Width: 846, Height: 395, Density: 1}, {Width: 1280, Height: 720, Density: 1}, {Width: 1920, Height: 1080, Density: 1}} {
			if !pairs.Turn(k, 3, i) {
				continue
			}
			s := r.Opening()
			s.Lang = lang
			j, err := newJob(r, s, Options{Kind: Map, Size: size})
			if err != nil {
				t.Fatal(err)
			}
			on := &saying{density: j.options.Size.Density}
			if err := j.compose(context.Background(), on); err != nil {
				t.Fatal(err)
			}
			named := 0
			var drawn strings.Builder // a name with wide spaces is drawn letter by letter
			for _, text := range on.texts {
				drawn.WriteString(dense(text))
				if text == names[1] {
					named++
				}
			}
			letters := drawn.String()
			if named += strings.Count(letters, dense(names[0])); named != 1 || strings.Contains(letters, names[2]) {
				t.Errorf("%s, %v: the union is named %d times", lang, size, named)
			}
		}
	}
}

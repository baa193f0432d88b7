package export_test

import (
	"bytes"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/elements"
	"c5atlas.org/c5atlas/internal/pairs"
)

// lettering is the texts of an SVG as they are written, a line for each.
func lettering(t *testing.T, svg []byte) string {
	t.Helper()
	var out strings.Builder
	for _, e := range elements.Of(t, bytes.NewReader(svg)) {
		if e.Name.Local == "text" {
			out.WriteString(e.Text + "\n")
		}
	}
	return out.String()
}

// A map of any shape, but for the smallest, names the capital of the focal state, whose name
// is that of the raw tables: it goes to the marker's other side, or stands for both of
// two that lie in one.
func TestTheCapitalIsNamed(t *testing.T) {
	t.Parallel()
	focal := room().Data.Profile.Focal
	capital := ""
	for _, x := range rows(t, "states.csv") {
		if x["code"] == focal {
			capital = x["capital"]
		}
	}
	name := map[string]string{}
	for _, x := range rows(t, "places.csv") {
		if x["id"] == capital {
			name = map[string]string{"en": x["name"], "uk": x["name@uk"], "ru": x["name@ru"]}
		}
	}
	for i, sizeName := range []string{"450x900", "600x600", "700x900", "800x600", "960x600", "1000x1000", "1080x1350", "1280x720", "1920x1080"} {
		for k, lang := range []string{"en", "uk", "ru"} {
			if !pairs.Turn(k, 3, i) {
				continue
			}
			s := state.Default()
			s.Lang = lang
			var b bytes.Buffer
			if err := export.WriteSVG(t.Context(), &b, room(), s, export.Options{Kind: export.Map, Size: size(t, sizeName, 1)}); err != nil {
				t.Fatal(err)
			}
			if all := lettering(t, b.Bytes()); name[lang] == "" || !strings.Contains(all, name[lang]) {
				t.Errorf("%s, %s: %q is not named:\n%s", sizeName, lang, name[lang], all)
			}
		}
	}
}

package export_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
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

// A map of any shape that has room for more than the names of states names all of their capitals
// in which there was a meeting, which are those of the raw tables: beside their markers, or off
// them with a line, or in the name of the symbol that stands for several. A narrow, high one
// names that of the focal state at least.
func TestCapitalsAreNamed(t *testing.T) {
	t.Parallel()
	focal, first := "", map[string]string{}
	met, ids := map[string]bool{}, map[string]bool{}
	for _, x := range rows(t, "meetings.csv") {
		met[x["place"]] = met[x["place"]] || x["mode"] != "online"
	}
	for _, x := range rows(t, "states.csv") {
		ids[x["capital"]] = met[x["capital"]]
		if x["code"] == room().Data.Profile.Focal {
			focal = x["capital"]
		}
	}
	names := map[string][]string{}
	for _, x := range rows(t, "places.csv") {
		if x["id"] == focal {
			first["en"], first["uk"], first["ru"] = x["name"], x["name@uk"], x["name@ru"]
		}
		if ids[x["id"]] {
			names["en"], names["uk"], names["ru"] = append(names["en"], x["name"]), append(names["uk"], x["name@uk"]), append(names["ru"], x["name@ru"])
		}
	}
	if len(names["en"]) != 5 || !slices.Contains(names["en"], first["en"]) {
		t.Fatalf("the capitals are %q", names)
	}
	for i, sizeName := range []string{
		"450x900", "500x700", "600x600", "640x480", "700x900", "800x600", "960x600", "1000x1000", "1080x1350", "1280x720", "1920x1080",
		"85mm", "120mm", "174mm", "A5",
	} {
		for k, lang := range []string{"en", "uk", "ru"} {
			if !pairs.Turn(k, 3, i) {
				continue
			}
			s := room().Opening()
			s.Lang = lang
			var b bytes.Buffer
			if err := export.WriteSVG(t.Context(), &b, room(), s, export.Options{Kind: export.Map, Size: size(t, sizeName, 1)}); err != nil {
				t.Fatal(err)
			}
			all := lettering(t, b.Bytes())
			for _, name := range names[lang] {
				if sizeName == "450x900" && name != first[lang] {
					continue
				}
				if !strings.Contains(all, name) {
					t.Errorf("%s, %s: %q is not named:\n%s", sizeName, lang, name, all)
				}
			}
		}
	}
}

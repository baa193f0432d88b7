package export_test

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
)

// What a spreadsheet opens by a double click has a mark that says UTF-8, the
// separator that it expects, and the very cells of the plain file.
func TestExcelCSV(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		for _, kind := range []export.Kind{export.Chart, export.Map} {
			s := room().Opening()
			s.Lang = lang
			var plain, excel bytes.Buffer
			o := export.Options{Kind: kind, Format: "csv"}
			for _, b := range []*bytes.Buffer{&plain, &excel} {
				if err := export.Write(t.Context(), b, room(), s, o); err != nil {
					t.Fatal(err)
				}
				o.Excel = true
			}
			body, marked := strings.CutPrefix(excel.String(), "\xef\xbb\xbf")
			if !marked || strings.HasPrefix(plain.String(), "\xef") {
				t.Errorf("%s %s: begins %.20q, plain %.20q", lang, kind, excel.String(), plain.String())
			}
			r := csv.NewReader(strings.NewReader(body))
			r.Comma = map[string]rune{"en": ',', "uk": ';', "ru": ';'}[lang] // of Windows' regional settings
			got, err := r.ReadAll()
			want, err2 := csv.NewReader(&plain).ReadAll()
			if err != nil || err2 != nil || len(want) < 3 || !reflect.DeepEqual(got, want) {
				t.Errorf("%s %s: %v, %v: %.200q", lang, kind, err, err2, got)
			}
		}
	}
	if err := export.WriteExcelCSV(&bytes.Buffer{}, room(), room().Opening(), export.Dashboard); err == nil {
		t.Error("a dashboard has one table")
	}
}

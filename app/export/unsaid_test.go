package export

import (
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// A search for a place where nothing was coded finds the meetings there, says that
// there are no statements, and files list them. The meetings are those of meetings.csv.
func TestMeetingsFoundAlone(t *testing.T) {
	t.Parallel()
	room := shippedRoom(t)
	for query, want := range map[string][]string{
		"Chengdu":  {"2024-11-30-talks", "2024-12-01-fm5"},
		"Tashkent": {"2025-11-21-uzb"},
		"Ташкент":  {"2025-11-21-uzb"},
		"Душанбе":  {"2024-05-19-tjk", "2024-07-05-tjk", "2025-11-21-tjk"},
	} {
		for _, lang := range []string{"en", "uk", "ru"} {
			s := room.Opening()
			s.Query, s.Lang, s.Kind = query, lang, state.Chronology
			for _, kind := range []Kind{Chart, Map} {
				x, err := LongTable(room, s, kind)
				if err != nil {
					t.Fatal(err)
				}
				got, id, count := []string(nil), slices.Index(x.Columns, "meeting"), slices.Index(x.Columns, "count")
				for _, row := range x.Rows {
					if row[count] != "0" {
						t.Errorf("%s: %v counts something", query, row)
					}
					got = append(got, row[id])
				}
				slices.Sort(got)
				if !slices.Equal(got, want) {
					t.Errorf("%s, %s: %v, want %v", query, kind, got, want)
				}
				j, err := newJob(room, s, Options{Kind: kind, Size: Size{Width: 600, Height: 400, Density: 1}})
				if err != nil {
					t.Fatal(err)
				}
				for _, id := range want {
					if title := room.Data.Meeting(id).Title.In(lang); !strings.Contains(j.words.Description, title) {
						t.Errorf("%s, %s, %s: no %q in %q", query, kind, lang, title, j.words.Description)
					}
				}
			}
			s.Kind = state.Domains
			c := scene.Count(room, scene.Select(room.Data, s), s, i18n.For(lang)).Chart(scene.PaletteFor(s.Theme))
			if title := room.Data.Meeting(want[0]).Title.In(lang); !strings.Contains(c.Empty, title) {
				t.Errorf("%s: the chart says %q", query, c.Empty)
			}
		}
	}
}

// The table of a chronology has all its meetings.
func TestChronologyHasRows(t *testing.T) {
	t.Parallel()
	d, _, err := dataset.Open(assets.Sample("c5plus1"))
	if err != nil {
		t.Fatal(err)
	}
	room := shippedRoom(t).WithData(d)
	for _, kind := range []Kind{Chart, Map} {
		x, err := LongTable(room, room.Opening(), kind)
		if err != nil {
			t.Fatal(err)
		}
		if len(x.Rows) != len(d.Meetings) {
			t.Errorf("%s: %d rows of %d meetings", kind, len(x.Rows), len(d.Meetings))
		}
	}
}

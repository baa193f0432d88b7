package scene

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// numbersIn are the numbers of a text, in order.
func numbersIn(text string) (out []int) {
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return c < '0' || c > '9' }) {
		n, _ := strconv.Atoi(word)
		out = append(out, n)
	}
	return out
}

// Every meeting that the filters leave stands on the map or in the tray, once, with
// its own numbers; the groups of the tray and the levels add up to it.
func TestEachMeetingHasItsCard(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	for i, s := range someViews(80) {
		sel := Select(rm.Data, s)
		tray := Tray(rm, sel, s, p)
		var places []string
		for _, x := range rm.Data.Places {
			places = append(places, x.ID)
		}
		placed := slices.DeleteFunc(Cards(rm, sel, s, p, places), func(c MeetingCard) bool {
			return slices.ContainsFunc(tray, func(o MeetingCard) bool { return o.ID == c.ID })
		})
		var ids []string
		for _, c := range slices.Concat(placed, tray) {
			ids = append(ids, c.ID)
			if c.Count != sel.ByMeeting.Of(c.ID) || c.Lit > c.Count || c.Count > c.Total || c.Total != rm.Data.StatementsOf(c.ID) {
				t.Fatalf("view %d: %+v; the selection has %d", i, c, sel.ByMeeting.Of(c.ID))
			}
		}
		slices.Sort(ids)
		if want := slices.Sorted(slices.Values(sel.Meetings)); !slices.Equal(ids, want) {
			t.Fatalf("view %d: cards %v\nmeetings %v", i, ids, want)
		}
		grouped, off := 0, 0
		for k := range rm.Data.Meetings {
			if rm.offMap(&rm.Data.Meetings[k]) {
				off++
			}
		}
		titles := map[string]bool{}
		for _, g := range TrayGroups(rm, p) {
			if grouped += len(g.Meetings); titles[g.Title] || g.Title == "" || g.Title[:1] != strings.ToUpper(g.Title[:1]) {
				t.Fatalf("view %d: a group called %q", i, g.Title)
			}
			titles[g.Title] = true
			for _, id := range g.Meetings {
				c := TrayCard(rm, sel, s, p, id)
				if shown := slices.Contains(sel.Meetings, c.ID); !shown && (!c.Muted || c.Count != 0) || shown && c.Muted != !sel.Lights(c.ID) {
					t.Fatalf("view %d: shown %v, and its line is %+v", i, shown, c)
				}
			}
		}
		if grouped != off {
			t.Fatalf("view %d: %d of %d in groups", i, grouped, off)
		}
		sum := 0
		for _, n := range numbersIn(Levels(rm, tray, p)) {
			sum += n
		}
		if sum != len(tray) {
			t.Fatalf("view %d: %q of %d meetings", i, Levels(rm, tray, p), len(tray))
		}
	}
}

// What a card says of its statements never calls something nothing: a meeting that
// the filters empty says how many there are.
func TestACardSaysWhatIsHidden(t *testing.T) {
	t.Parallel()
	rm := room(t)
	for _, lang := range i18n.Languages() {
		p := i18n.For(lang)
		for i, s := range someViews(60) {
			sel := Select(rm.Data, s)
			for m := range sel.meetings(rm.Data) {
				c := card(rm.Data, sel, s, m, p)
				said := numbersIn(c.CountText(p))
				switch {
				case !c.Coded:
					if len(said) > 0 || c.CountText(p) == "" {
						t.Fatalf("view %d: nothing is coded of %s, and its card says %q", i, c.ID, c.CountText(p))
					}
				case c.Count == 0:
					if !slices.Contains(said, c.Total) {
						t.Fatalf("view %d: %d are hidden of %s, and its card says %q", i, c.Total, c.ID, c.CountText(p))
					}
				default:
					if !slices.Contains(said, c.Count) && !slices.Contains(said, c.Lit) {
						t.Fatalf("view %d: %+v says %q", i, c, c.CountText(p))
					}
				}
			}
		}
	}
}

// A marker of many places names three and says that there are more, by the names
// that they had then.
func TestPlacesOfAMarker(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	s := rm.Opening()
	if got := PlaceNames(rm, s, p, []string{"xian", "almaty", "tashkent", "beijing", "bishkek"}); got != "Xi’an, Almaty, Tashkent, …" {
		t.Errorf("five places are called %q", got)
	}
	if got := PlaceNames(rm, s, p, nil); got != "" {
		t.Errorf("no place is called %q", got)
	}
	for to, want := range map[string]string{"2020": "Nur-Sultan", "2021-12": "Nur-Sultan", "2023": "Astana", "": "Astana"} {
		s.To = to
		if got := PlaceNames(rm, s, p, []string{"astana"}); got != want { // renamed on 17 September 2022
			t.Errorf("up to %q the capital is called %q, want %q", to, got, want)
		}
	}
	for _, m := range rm.Data.Meetings {
		if got := where(rm.Data, &m, p); got == "" || strings.Contains(got, "scene.") {
			t.Errorf("%s was held in %q", m.ID, got)
		}
		if got := when(&m, p); m.Date == "" && got != "date not known" && !m.Planned || got == "" {
			t.Errorf("%s was held on %q", m.ID, got)
		}
		if got := label(rm.Data, dataset.LevelList, m.Level, p); got == m.Level {
			t.Errorf("the level %q has no name", got)
		}
	}
}

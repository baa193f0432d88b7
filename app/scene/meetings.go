package scene

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// MeetingCard is a meeting as a list shows it.
type MeetingCard struct {
	ID, Title, When, Where, Level string
	Count                         int  // statements left by the filters
	Lit                           int  // those of Count that are lit
	Total                         int  // statements in all
	Coded                         bool // a statement is coded for it
	Mentioned                     bool // a document speaks of it, and nothing is coded
	Placed                        bool // its place is known
	Planned                       bool
	Selected                      bool // it is selected or lit
	Muted                         bool // other things are lit

	online bool
	hidden string // what is coded of it, in words, where the filters leave nothing and all has one status
}

// Inside is where a meeting was, within a sentence.
func (c MeetingCard) Inside() string {
	if c.online {
		return lowerFirst(c.Where)
	}
	return c.Where
}

// chosen reports whether a meeting is the selected one or lit apart from others.
func chosen(sel *Selection, s state.State, id string) bool {
	return s.Meeting == id || s.Lights() && sel.Lights(id)
}

// when is the date of a meeting as text, with how it is known.
func when(m *dataset.Meeting, p *i18n.Printer) string {
	t := p.T("scene.dateUnknown")
	switch {
	case m.DateEnd != "":
		t = p.DateRange(m.Date, m.DateEnd)
	case m.Date != "":
		t = p.Date(m.Date)
	}
	if m.Planned {
		t += " · " + p.T("scene.planned")
	}
	return t
}

// where is the place of a meeting as it was called then, or "online".
func where(d *dataset.Dataset, m *dataset.Meeting, p *i18n.Printer) string {
	switch {
	case m.Online() && m.Chair != "" && d.Place(m.Chair) != nil:
		return p.T("scene.onlineChaired", i18n.Args{"Place": beside(d.NameAt(m.Chair, m.Date), p)})
	case m.Online():
		return p.T("scene.online")
	case m.Place == "":
		return p.T("scene.placeUnknown")
	}
	then, now := beside(d.NameAt(m.Place, m.Date), p), beside(d.Place(m.Place).Name, p)
	if then != now {
		return p.T("scene.placeRenamed", i18n.Args{"Then": then, "Now": now})
	}
	if spot(d, m) == nil {
		return p.T("scene.placeCountry", i18n.Args{"Country": now})
	}
	return now
}

func card(d *dataset.Dataset, sel *Selection, s state.State, m *dataset.Meeting, p *i18n.Printer) MeetingCard {
	c := MeetingCard{
		ID: m.ID, Title: m.Title.In(p.Lang()), When: when(m, p), Where: where(d, m, p), Level: label(d, dataset.LevelList, m.Level, p),
		Count: sel.ByMeeting.Of(m.ID), Coded: d.Coded(m.ID), Total: d.StatementsOf(m.ID), Placed: spot(d, m) != nil, Planned: m.Planned, online: m.Online(), Selected: chosen(sel, s, m.ID),
		Lit: sel.LitByMeeting.Of(m.ID), Muted: !sel.Lights(m.ID), Mentioned: !d.Coded(m.ID) && len(d.About(m.ID)) > 0,
	}
	if k, ok := d.Index.Meeting.Number(m.ID); ok && c.Coded && c.Count == 0 {
		if nouns := statusNouns(d, d.Index.Meeting.Statements(k), p); len(nouns) == 1 {
			c.hidden = p.N("scene.allHidden", c.Total, i18n.Args{"Status": nouns[0]})
		}
	}
	return c
}

// Cards lists the meetings shown at the places that markers stand for, by
// date.
func Cards(r *Room, sel *Selection, s state.State, p *i18n.Printer, markers []string) []MeetingCard {
	return cards(r, sel, s, p, func(m *dataset.Meeting) bool { return slices.Contains(markers, m.Place) })
}

// Tray lists the meetings shown that have no place on the fitted map: online
// ones, those of which no place or only the country is known, and those held far beyond the region.
func Tray(r *Room, sel *Selection, s state.State, p *i18n.Printer) []MeetingCard {
	return cards(r, sel, s, p, r.offMap)
}

// offMap reports whether a meeting has no place on the fitted map.
func (r *Room) offMap(m *dataset.Meeting) bool {
	k, ok := r.Data.Index.Meeting.Number(m.ID)
	return !ok || r.off()[k]
}

// Spot is the place of a meeting that a marker stands for; nil if none does: the
// meeting was online, or no more than its country is known.
func (r *Room) Spot(m *dataset.Meeting) *dataset.Place { return spot(r.Data, m) }

func cards(r *Room, sel *Selection, s state.State, p *i18n.Printer, ok func(*dataset.Meeting) bool) []MeetingCard {
	var out []MeetingCard
	for m := range sel.meetings(r.Data) {
		if ok(m) {
			out = append(out, card(r.Data, sel, s, m, p))
		}
	}
	return out
}

// Levels says how many of some meetings are of which level, the highest first.
func Levels(r *Room, cards []MeetingCard, p *i18n.Printer) string {
	n := map[string]int{}
	for _, c := range cards {
		n[r.Data.Meeting(c.ID).Level]++
	}
	var out []string
	for _, level := range r.Data.Order(dataset.LevelList) {
		if n[level] > 0 {
			out = append(out, label(r.Data, dataset.LevelList, level, p)+" "+p.Int(n[level]))
		}
	}
	return strings.Join(out, " · ")
}

// TrayGroup is meetings of the tray for which the same takes their place: online,
// or somewhere in a country, or a place beyond the map.
type TrayGroup struct {
	Title    string
	Meetings []string // ids, by date
}

// TrayGroups is all meetings that have no place on the fitted map, by what they have
// instead. Those that the filters leave out, which [Tray] does not list, keep their
// line: nothing vanishes or moves because a filter changed.
func TrayGroups(r *Room, p *i18n.Printer) []TrayGroup {
	var out []TrayGroup
	at, off := map[string]int{}, r.off()
	for k := range r.Data.Meetings {
		m := &r.Data.Meetings[k]
		if !off[k] {
			continue
		}
		title := where(r.Data, m, p)
		if m.Online() {
			title = p.T("scene.online") // wherever it was chaired from
		}
		i, ok := at[title]
		if !ok {
			i = len(out)
			at[title] = i
			first, size := utf8.DecodeRuneInString(title)
			out = append(out, TrayGroup{Title: string(unicode.ToUpper(first)) + title[size:]})
		}
		out[i].Meetings = append(out[i].Meetings, m.ID)
	}
	return out
}

// TrayCard is a meeting of the data as the tray shows it: muted, too, if the filters
// leave it out.
func TrayCard(r *Room, sel *Selection, s state.State, p *i18n.Printer, meeting string) MeetingCard {
	c := card(r.Data, sel, s, r.Data.Meeting(meeting), p)
	c.Muted = c.Muted || !sel.Shows(meeting)
	return c
}

// PlaceNames is the places that a marker stands for as the map calls them; of
// many the first few.
func PlaceNames(r *Room, s state.State, p *i18n.Printer, markers []string) string {
	const most = 3
	var names []string
	for i, id := range markers {
		if i == most {
			names = append(names, "…")
			break
		}
		names = append(names, r.Data.NameAt(id, mapDate(r.Data, s)).In(p.Lang()))
	}
	return strings.Join(names, ", ")
}

// CountText says how many statements are left of the meeting, and of how many;
// where none is left, what is coded if all has one status: "8 statements, all
// positions" are not no statements; or that a document only mentions it, or that none speaks of it.
func (c MeetingCard) CountText(p *i18n.Printer) string {
	switch {
	case c.hidden != "":
		return c.hidden
	case c.Coded && c.Lit < c.Count && !c.Muted:
		return p.T("scene.litOf", i18n.Args{"N": p.Int(c.Lit), "Total": p.Int(c.Count)})
	case c.Coded && c.Count < c.Total:
		return p.T("scene.nOfN", i18n.Args{"N": p.Int(c.Count), "Total": p.Int(c.Total)})
	case c.Coded:
		return p.N("scene.statements", c.Count)
	case c.Mentioned:
		return p.T("scene.mentioned")
	}
	return p.T("scene.notCovered")
}

// Tick is a meeting on the time axis.
type Tick struct {
	ID       string
	At       time.Time
	Count    int
	Planned  bool
	Selected bool // it is selected or lit
	Muted    bool // other things are lit
	In       bool // shown by the filters
}

// Ticks lists all meetings that have a date, by date, also those that the
// filters hide: an axis shows what lies outside the window too.
func Ticks(r *Room, sel *Selection, s state.State) []Tick {
	out := make([]Tick, 0, len(r.Data.Meetings))
	for i := range r.Data.Meetings {
		m := &r.Data.Meetings[i]
		x, ok := r.Data.Day(i)
		if !ok {
			continue
		}
		lights := sel.lit == nil || sel.lit[i]
		out = append(out, Tick{
			ID: m.ID, At: x.Mid(), Count: sel.ByMeeting.n[i], Planned: m.Planned,
			Selected: s.Meeting == m.ID || s.Lights() && lights, Muted: !lights, In: sel.shown[i],
		})
	}
	return out
}

// TickLabel names a meeting on the time axis; "" if there is none with this id.
func TickLabel(r *Room, sel *Selection, s state.State, p *i18n.Printer, id string) string {
	m := r.Data.Meeting(id)
	if m == nil {
		return ""
	}
	c := card(r.Data, sel, s, m, p)
	if p.Second() != "" && c.Placed {
		c.Title += " · " + c.Where
	}
	return c.When + " · " + c.Title + " · " + c.CountText(p)
}

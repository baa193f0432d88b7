package scene

import (
	"cmp"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Hit is one thing that a search finds, and what goes there.
type Hit struct {
	Label, Note string
	Action      state.Action
}

// HitGroup is the hits of one kind.
type HitGroup struct {
	Name  string
	Count int
	Best  []Hit // the first few
}

// Hits is what a search finds, by kind.
type Hits struct {
	Groups []HitGroup // those with a hit
	Hidden int        // statements found that the filters leave out
	Words  string     // says so; "" if none is
	Show   state.Action
}

// bestHits is how many hits of a kind are listed.
const bestHits = 3

// Find looks for a query in everything that has a name or a text. Statements are
// counted as the filters of the view leave them, whatever its own query is.
func Find(r *Room, s state.State, query string, p *i18n.Printer) Hits {
	d, lang := r.Data, p.Lang()
	s.Query = query
	found := d.Find(dataset.NewQuery(query))
	var h Hits
	group := func(key string, list []int, hit func(int) Hit) {
		if len(list) == 0 {
			return
		}
		g := HitGroup{Name: p.T(key), Count: len(list)}
		for _, i := range list[:min(len(list), bestHits)] {
			g.Best = append(g.Best, hit(i))
		}
		h.Groups = append(h.Groups, g)
	}
	group("scene.hitPlaces", found.Places, func(i int) Hit {
		x := &d.Places[i]
		at := meetingsAt(d, x.ID)
		if len(at) == 0 { // nothing to light: the map shows where it is
			return Hit{x.Name.In(lang), p.N("scene.meetings", 0), state.SetCamera{Lon: x.LonLat[0], Lat: x.LonLat[1], Span: r.Region().near()}}
		}
		return Hit{x.Name.In(lang), p.N("scene.meetings", len(at)), goTo(func(f state.Focus) state.Focus {
			if len(at) == 1 {
				f.Meeting = at[0]
			}
			f.LitMeetings = state.NewSet(at...)
			return f
		})}
	})
	group("scene.hitMeetings", found.Meetings, func(i int) Hit {
		m := &d.Meetings[i]
		return Hit{m.Title.In(lang), when(m, p), goTo(func(f state.Focus) state.Focus { f.Meeting = m.ID; return f })}
	})
	group("scene.hitPeople", found.People, func(i int) Hit {
		x := &d.People[i]
		return Hit{x.Name.In(lang), countryName(d, x.State, p), state.OpenPage(PersonPage(x.Person))}
	})
	group("scene.hitDocuments", found.Documents, func(i int) Hit {
		x := &d.Documents[i]
		return Hit{lead(x, p), x.Publisher.In(lang), goTo(func(f state.Focus) state.Focus { f.Document = x.ID; return f })}
	})
	group("scene.hitTerms", found.Terms, func(i int) Hit {
		x := &d.Terms[i]
		return Hit{x.Name.In(lang), "", state.OpenPage(TermPage(x.ID))}
	})
	group("scene.hitDomains", found.Domains, func(i int) Hit {
		x := &d.Domains[i]
		return Hit{x.Name.In(lang), x.Text.In(lang), goTo(func(f state.Focus) state.Focus { f.LitDomains = state.Set(x.Code); return f })}
	})
	group("scene.hitStates", found.Countries, func(i int) Hit {
		x := &d.Countries[i]
		return Hit{x.Name.In(lang), "", goTo(func(f state.Focus) state.Focus { f.LitStates = state.Set(x.Code); return f })}
	})
	group("scene.hitStatements", h.statements(r, s, found, p), func(i int) Hit {
		x := &d.Statements[i]
		return Hit{x.Text.In(lang), x.ID, goTo(func(f state.Focus) state.Focus {
			f.Document, f.Meeting, f.Statement = x.Document, x.Meeting, x.ID
			return f
		})}
	})
	return h
}

// statements lists those that are found and that the filters leave, the ones
// found by their own words first, and says what of them is hidden and how it is
// shown.
func (h *Hits) statements(r *Room, s state.State, found *dataset.Found, p *i18n.Printer) []int {
	if found.Statements == nil {
		return nil
	}
	f := newFilter(r.Data, s)
	left := f.left()
	h.hide(r.Data, f, marked(r.Data, left), p)
	own := make([]int, 0, len(left))
	var other []int
	for _, i := range left {
		if found.Own[i] {
			own = append(own, i)
		} else {
			other = append(other, i)
		}
	}
	return append(own, other...)
}

// hide says how many of those found the filter leaves out, which are not among those
// left, and how they are shown.
func (h *Hits) hide(d *dataset.Dataset, f *filter, left []bool, p *i18n.Printer) {
	status := make([]bool, len(d.Index.Status.Codes))
	byStatus := true // alone
	for i, hit := range f.hits {
		if !hit || left[i] {
			continue
		}
		h.Hidden++
		if byStatus {
			byStatus = f.misses(i) == 1<<ofStatus
			status[d.Index.Status.One(i)] = true
		}
	}
	if h.Hidden == 0 {
		return
	}
	h.Words = p.N("scene.hitHidden", h.Hidden)
	h.Show = state.Func(func(s state.State) state.State {
		s.Status, s.Domains, s.States, s.Levels, s.OnlyNaming = state.AllStatuses, "", "", "", false
		return state.SetTime{}.Apply(s)
	})
	if byStatus {
		var names []string
		for k, c := range d.Index.Status.Codes {
			if status[k] {
				names = append(names, lowerFirst(cmp.Or(d.Code(dataset.StatusList, c).Noun.In(p.Lang()), c)))
			}
		}
		h.Words = p.N("scene.hitHiddenAmong", h.Hidden, i18n.Args{"Names": strings.Join(names, ", ")})
		h.Show = state.SetStatus(state.AllStatuses)
	}
}

// goTo makes an action of what is to be selected or lit, alone.
func goTo(set func(state.Focus) state.Focus) state.Action {
	return state.Func(func(s state.State) state.State {
		s.Focus, s.Against, s.Page = set(state.Focus{}), "", ""
		s.HideDocuments = false
		return s
	})
}

// meetingsAt lists the meetings at a place, by date.
func meetingsAt(d *dataset.Dataset, place string) (out []string) {
	for i := range d.Meetings {
		if d.Meetings[i].Place == place {
			out = append(out, d.Meetings[i].ID)
		}
	}
	return slices.Clip(out)
}

package scene

import (
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// Dimension is something that statements can be sorted by: which codes each
// has, and what the codes are called.
type Dimension struct {
	Name string // of its column in a table; a dimension that a person can light has its [state.Dimension]'s

	column  func(*dataset.Index) *dataset.Column
	many    bool // a statement may have several codes, and counts once for each
	empty   bool // a code without a statement is shown too
	largest bool // codes stand in order of the number of their statements, in every chart
	dated   bool // codes are meetings, which tables show with their dates

	// shows says whether a chart of the view shows a code; nil: all.
	shows func(sel *Selection, s state.State, code string) bool
	// category names a code on a picture, label in a table; nil: as on a picture.
	category func(r *Room, code string, p *i18n.Printer) charts.Category
	label    func(r *Room, code string, p *i18n.Printer) string
	// fill is the look of a code as part of a bar; nil: it cannot be one.
	fill func(pal *Palette, d *dataset.Dataset, code string) charts.Fill
	// meetings are those that a code stands for, of a dimension that is lit as its
	// meetings; nil: it is lit itself.
	meetings func(r *Room, code string) []string
	// record is the selected code; nil: codes are no records that can be selected.
	record func(state.Focus) string
}

// The dimensions of the charts.
var (
	byDomain = filtering(Dimension{
		Name:    string(state.ByDomain),
		column:  func(x *dataset.Index) *dataset.Column { return &x.Domain },
		largest: true,
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			c := charts.Category{Key: code, Label: domainName(r.Data, code, p)}
			if x := r.Data.Domain(code); x != nil {
				c.Short, c.Second = x.Short.ShortOf(x.Name, p.Lang()), second(x.Name, p)
			}
			return c
		},
	}, func(s *state.State) *state.Set { return &s.Domains })

	byStatus = filtering(Dimension{
		Name:   string(state.ByStatus),
		column: func(x *dataset.Index) *dataset.Column { return &x.Status },
		empty:  true,
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			return charts.Category{Key: code, Label: label(r.Data, dataset.StatusList, code, p), Second: second(r.Data.Code(dataset.StatusList, code).Name, p)}
		},
		fill: func(pal *Palette, d *dataset.Dataset, code string) charts.Fill {
			return pal.StatusFill(d.Code(dataset.StatusList, code))
		},
	}, func(s *state.State) *state.Set { return &s.Status })

	byState = filtering(Dimension{
		Name:   string(state.ByState),
		column: func(x *dataset.Index) *dataset.Column { return &x.State },
		many:   true,
		empty:  true,
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			c := charts.Category{Key: code, Label: countryName(r.Data, code, p), Short: shortCountry(r.Data, code, p)}
			if x := r.Data.Country(code); x != nil {
				c.Second = second(x.Name, p)
			}
			return c
		},
	}, func(s *state.State) *state.Set { return &s.States })

	byDocument = &Dimension{
		Name:   string(state.ByDocument),
		column: func(x *dataset.Index) *dataset.Column { return &x.Document },
		empty:  true,
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			x := r.Data.Document(code)
			c := charts.Category{Key: code, Label: lead(x, p)}
			if x != nil {
				c.Short = x.Short.ShortOf(x.Lead, p.Lang())
			}
			return c
		},
		record: func(f state.Focus) string { return f.Document },
	}

	// byBasis is whose words: text that the parties adopted, a quotation, a report's
	// own account.
	byBasis = &Dimension{
		Name:   string(state.ByBasis),
		column: func(x *dataset.Index) *dataset.Column { return &x.Basis },
		empty:  true,
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			return charts.Category{Key: code, Label: label(r.Data, dataset.BasisList, code, p)}
		},
	}

	// byTime is meetings in order of time.
	byTime = &Dimension{
		Name:     string(state.ByMeeting),
		column:   func(x *dataset.Index) *dataset.Column { return &x.Meeting },
		dated:    true,
		category: meetingCategory,
		record:   func(f state.Focus) string { return f.Meeting },
	}

	// byLevel is the levels of meeting, as lanes for these.
	byLevel = filtering(Dimension{
		Name:   "level",
		column: func(x *dataset.Index) *dataset.Column { return &x.Level },
		empty:  true,
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			return charts.Category{Key: code, Label: label(r.Data, dataset.LevelList, code, p), Second: second(r.Data.Code(dataset.LevelList, code).Name, p)}
		},
		meetings: func(r *Room, code string) (ids []string) {
			for i := range r.Data.Meetings {
				if r.Data.Meetings[i].Level == code {
					ids = append(ids, r.Data.Meetings[i].ID)
				}
			}
			return ids
		},
	}, func(s *state.State) *state.Set { return &s.Levels })

	// byMeeting is all meetings shown, also those without a statement.
	byMeeting = &Dimension{
		Name:     string(state.ByMeeting),
		column:   func(x *dataset.Index) *dataset.Column { return &x.Meeting },
		empty:    true,
		dated:    true,
		shows:    func(sel *Selection, _ state.State, code string) bool { return sel.Shows(code) },
		category: laneCategory,
		record:   func(f state.Focus) string { return f.Meeting },
	}

	// byPair is meetings that are compared.
	byPair = &Dimension{
		Name:   string(state.ByMeeting),
		column: func(x *dataset.Index) *dataset.Column { return &x.Meeting },
		empty:  true,
		shows:  func(_ *Selection, s state.State, code string) bool { return code == s.Meeting || code == s.Against },
		category: func(r *Room, code string, p *i18n.Printer) charts.Category { // the picture may leave the program: no short name there that only the window explains
			m := r.Data.Meeting(code)
			return charts.Category{Key: code, Label: dated(m.Title.In(p.Lang()), m, p), Short: meetingLabel(m, p)}
		},
		label: func(r *Room, code string, p *i18n.Printer) string { return meetingLabel(r.Data.Meeting(code), p) },
	}
)

// filtering completes a dimension that has a filter of its own, which of finds
// in a view: the chart shows what the filter lets through.
func filtering(d Dimension, of func(*state.State) *state.Set) *Dimension {
	d.shows = func(_ *Selection, s state.State, code string) bool { return of(&s).Allows(code) }
	return &d
}

// words names a code in a table.
func (d *Dimension) words(r *Room, code string, p *i18n.Printer) string {
	if d.label != nil {
		return d.label(r, code, p)
	}
	return d.category(r, code, p).Label
}

// meetingCategory is a meeting with its days.
func meetingCategory(r *Room, code string, p *i18n.Printer) charts.Category {
	m := r.Data.Meeting(code)
	c := charts.Category{Key: code, Label: m.Title.In(p.Lang()), Short: m.ShortName.ShortOf(m.Title, p.Lang()), Tip: when(m, p)}
	if x, ok := r.Data.When(code); ok {
		c.Time = x.First
		if !x.Last.Equal(x.First) {
			c.TimeEnd = x.Last
		}
	}
	return c
}

// laneCategory is a meeting that stands in the lane of its level: hollow if none
// of the documents speaks of it, dashed if it has yet to be.
func laneCategory(r *Room, code string, p *i18n.Printer) charts.Category {
	m, c := r.Data.Meeting(code), meetingCategory(r, code, p)
	c.Row = m.Level
	if !r.Data.Coded(code) {
		c.Look = charts.Ring
		key := "scene.notCovered"
		if len(r.Data.About(code)) > 0 {
			key = "scene.mentioned"
		}
		c.Tip += " · " + p.T(key)
	}
	if m.Planned {
		c.Look = charts.Dashed
	}
	return c
}

// meetingLabel tells a meeting from others of the same name by its date.
func meetingLabel(m *dataset.Meeting, p *i18n.Printer) string {
	return dated(m.ShortName.In(p.Lang()), m, p)
}

// dated is a name of a meeting with its date, if it has one.
func dated(name string, m *dataset.Meeting, p *i18n.Printer) string {
	return strings.Join(nonEmpty(name, p.DateShort(m.Date)), ", ")
}

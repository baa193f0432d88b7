package scene

import (
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// Dimension is something that statements can be sorted by: which codes each
// has, what the codes are called, and what choosing one does to a view.
type Dimension struct {
	Name string // of its column in a table; a dimension that a person can light has its [state.Dimension]'s

	column func(*dataset.Index) *dataset.Column
	many   bool // a statement may have several codes, and counts once for each
	empty  bool // a code without a statement is shown too
	dated  bool // codes are meetings, which tables show with their dates
	opens  bool // a chosen code is a record, which the reader shows

	// shows says whether a chart of the view shows a code; nil: all.
	shows func(sel *Selection, s state.State, code string) bool
	// category names a code on a picture, label in a table; nil: as on a picture.
	category func(r *Room, code string, p *i18n.Printer) charts.Category
	label    func(r *Room, code string, p *i18n.Printer) string
	// fill is the look of a code as part of a bar; nil: it cannot be one.
	fill func(pal *Palette, d *dataset.Dataset, code string) charts.Fill
	// record is the selected code; nil: codes are no records that can be selected.
	record func(state.Focus) string
	// narrow leaves only the statements of a code in the view, widen takes that
	// back; o is the opening view.
	narrow func(d *dataset.Dataset, s state.State, code string) state.State
	widen  func(o, s state.State) state.State
}

// The dimensions of the charts.
var (
	byDomain = filtering(Dimension{
		Name:   string(state.ByDomain),
		column: func(x *dataset.Index) *dataset.Column { return &x.Domain },
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			c := charts.Category{Key: code, Label: domainName(r.Data, code, p)}
			if x := r.Data.Domain(code); x != nil {
				c.Second = second(x.Name, p)
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
			c := charts.Category{Key: code, Label: countryName(r.Data, code, p), Short: code}
			if x := r.Data.Country(code); x != nil {
				c.Second = second(x.Name, p)
			}
			return c
		},
	}, func(s *state.State) *state.Set { return &s.States })

	byDocument = &Dimension{
		Name:   string(state.ByDocument),
		column: func(x *dataset.Index) *dataset.Column { return &x.Document },
		opens:  true,
		empty:  true,
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			return charts.Category{Key: code, Label: lead(r.Data.Document(code), p)}
		},
		record: func(f state.Focus) string { return f.Document },
		narrow: func(_ *dataset.Dataset, s state.State, code string) state.State {
			return state.SelectDocument(code).Apply(s)
		},
		widen: func(_, s state.State) state.State { return state.SelectDocument("").Apply(s) },
	}

	// byTime is meetings in order of time: a chosen one is selected, and its days
	// become the time window.
	byTime = &Dimension{
		Name:     string(state.ByMeeting),
		column:   func(x *dataset.Index) *dataset.Column { return &x.Meeting },
		opens:    true,
		dated:    true,
		category: meetingCategory,
		record:   func(f state.Focus) string { return f.Meeting },
		narrow: func(d *dataset.Dataset, s state.State, code string) state.State {
			x := d.Meeting(code)
			s = state.SetTime{From: x.Date, To: x.Date}.Apply(s)
			if x.DateEnd != "" {
				s = state.SetTime{From: x.Date, To: x.DateEnd}.Apply(s)
			}
			s.Meeting, s.Document, s.Statement = code, "", ""
			return s
		},
		widen: func(_, s state.State) state.State {
			s.Meeting = ""
			return state.SetTime{}.Apply(s)
		},
	}

	// byLevel is the levels of meeting, as lanes for these.
	byLevel = filtering(Dimension{
		Name:   "level",
		column: func(x *dataset.Index) *dataset.Column { return &x.Level },
		empty:  true,
		category: func(r *Room, code string, p *i18n.Printer) charts.Category {
			return charts.Category{Key: code, Label: label(r.Data, dataset.LevelList, code, p), Second: second(r.Data.Code(dataset.LevelList, code).Name, p)}
		},
	}, func(s *state.State) *state.Set { return &s.Levels })

	// byMeeting is all meetings shown, also those without a statement: a chosen
	// one is selected.
	byMeeting = &Dimension{
		Name:     string(state.ByMeeting),
		column:   func(x *dataset.Index) *dataset.Column { return &x.Meeting },
		opens:    true,
		empty:    true,
		dated:    true,
		shows:    func(sel *Selection, _ state.State, code string) bool { return sel.Shows(code) },
		category: laneCategory,
		record:   func(f state.Focus) string { return f.Meeting },
		narrow: func(_ *dataset.Dataset, s state.State, code string) state.State {
			return state.SelectMeeting(code).Apply(s)
		},
		widen: func(_, s state.State) state.State { return state.SelectMeeting("").Apply(s) },
	}

	// byPair is the two meetings of a comparison. Choosing the second makes it
	// the first.
	byPair = &Dimension{
		Name:   string(state.ByMeeting),
		column: func(x *dataset.Index) *dataset.Column { return &x.Meeting },
		opens:  true,
		empty:  true,
		shows:  func(_ *Selection, s state.State, code string) bool { return code == s.Meeting || code == s.Against },
		category: func(r *Room, code string, p *i18n.Printer) charts.Category { // the picture may leave the program: no short name there that only the window explains
			m := r.Data.Meeting(code)
			return charts.Category{Key: code, Label: m.Title.In(p.Lang()) + ", " + p.DateShort(m.Date), Short: meetingLabel(m, p)}
		},
		label: func(r *Room, code string, p *i18n.Printer) string { return meetingLabel(r.Data.Meeting(code), p) },
		narrow: func(_ *dataset.Dataset, s state.State, code string) state.State {
			if code == s.Against {
				s = state.SelectMeeting(code).Apply(s)
			}
			return s
		},
		widen: func(_, s state.State) state.State { return s },
	}
)

// filtering completes a dimension that has a filter of its own, which of finds
// in a view: the chart shows what the filter lets through, and choosing a code
// sets the filter.
func filtering(d Dimension, of func(*state.State) *state.Set) *Dimension {
	d.shows = func(_ *Selection, s state.State, code string) bool { return of(&s).Allows(code) }
	d.narrow = func(_ *dataset.Dataset, s state.State, code string) state.State {
		*of(&s) = state.NewSet(code)
		return s
	}
	d.widen = func(o, s state.State) state.State {
		*of(&s) = *of(&o)
		return s
	}
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
	c := charts.Category{Key: code, Label: m.Title.In(p.Lang()), Short: m.ShortName.In(p.Lang()), Tip: when(m, p)}
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
	return m.ShortName.In(p.Lang()) + ", " + p.DateShort(m.Date)
}

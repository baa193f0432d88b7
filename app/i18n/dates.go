package i18n

import (
	"strconv"
	"strings"
	"time"

	"c5atlas.org/c5atlas/app/edtf"
)

// style is how a date is written: whether the month is short, and which case
// month and decade stand in.
type style struct{ short, genitive bool }

// Date writes an EDTF date in full: "16 July 2020", "July 2020", "2020". An
// approximate date starts with the word for "about", an uncertain one ends in
// "(?)", an interval is written as by [Printer.DateRange]. "" gives "", and a
// text that is not a date comes back as it is.
func (p *Printer) Date(s string) string { return p.date(s, style{}) }

// DateShort writes an EDTF date with a short month, "16 Jul 2020", for axes and
// lists; otherwise it is as [Printer.Date].
func (p *Printer) DateShort(s string) string { return p.date(s, style{short: true}) }

// DateRange writes the stretch between two EDTF dates, as briefly as it can:
// "26–27 April 2023", "30 Nov – 1 Dec 2024", "2020–2025". An empty end is open.
func (p *Printer) DateRange(from, to string) string {
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return p.T(since(from), Args{"Date": p.end(from, style{genitive: true})})
	case from == "":
		return p.T("calendar.until", Args{"Date": p.end(to, style{})})
	}
	a, errA := edtf.Parse(from)
	b, errB := edtf.Parse(to)
	if errA != nil || errB != nil {
		return p.T("calendar.range", Args{"From": from, "To": to})
	}
	if from == to {
		return p.Date(from)
	}
	if plain(a) && plain(b) && a.Precision == b.Precision {
		switch {
		case a.First.Equal(b.First):
			return p.Date(from)
		case a.Precision == edtf.Year:
			return p.T("calendar.years", Args{"From": year(a.First), "To": year(b.First)})
		case a.First.Year() != b.First.Year():
		case a.Precision == edtf.Day && a.First.Month() == b.First.Month():
			return p.T("calendar.days", Args{"From": a.First.Day(), "To": b.First.Day(), "Month": p.cal.ofMonth[month(b.First)], "Year": year(b.First)})
		case a.Precision == edtf.Day:
			return p.T("calendar.daysAcross", Args{
				"From": a.First.Day(), "FromMonth": p.cal.short[month(a.First)],
				"To": b.First.Day(), "ToMonth": p.cal.short[month(b.First)], "Year": year(b.First),
			})
		case a.Precision == edtf.Month:
			return p.T("calendar.months", Args{"From": p.cal.months[month(a.First)], "To": p.cal.months[month(b.First)], "Year": year(b.First)})
		}
	}
	short := style{short: a.Precision == edtf.Day || b.Precision == edtf.Day}
	return p.T("calendar.range", Args{"From": p.one(a, short), "To": p.one(b, short)})
}

// date writes any EDTF date.
func (p *Printer) date(s string, st style) string {
	if s == "" {
		return ""
	}
	d, err := edtf.Parse(s)
	if err != nil {
		return s
	}
	if d.Interval {
		from, to := ends(s)
		return p.DateRange(from, to)
	}
	return p.one(d, st)
}

// one writes a date that is not an interval.
func (p *Printer) one(d edtf.Date, st style) string {
	st.genitive = st.genitive || d.Approximate
	text := p.bare(d.First, d.Precision, st)
	if d.Approximate {
		text = p.T("calendar.about", Args{"Date": text})
	}
	if d.Uncertain {
		text = p.T("calendar.uncertain", Args{"Date": text})
	}
	return text
}

// bare writes a date without its marks.
func (p *Printer) bare(t time.Time, precision edtf.Precision, st style) string {
	args := Args{"Day": t.Day(), "Month": p.cal.months[month(t)], "Year": year(t)}
	if st.genitive || precision == edtf.Day {
		args["Month"] = p.cal.ofMonth[month(t)]
	}
	switch {
	case precision == edtf.Decade && st.genitive:
		return p.T("calendar.ofDecade", args)
	case precision == edtf.Decade:
		return p.T("calendar.decade", args)
	case precision == edtf.Year && st.short:
		return p.T("calendar.yearShort", args)
	case precision == edtf.Year:
		return p.T("calendar.year", args)
	case precision == edtf.Month && st.short:
		return p.T("calendar.monthShort", args)
	case precision == edtf.Month:
		return p.T("calendar.month", args)
	case st.short:
		args["Month"] = p.cal.short[month(t)]
		return p.T("calendar.dayShort", args)
	}
	return p.T("calendar.day", args)
}

// end writes one end of an open stretch.
func (p *Printer) end(s string, st style) string {
	d, err := edtf.Parse(s)
	if err != nil {
		return s
	}
	return p.one(d, st)
}

// since is the key of the word for "from" that goes with the date s.
func since(s string) string {
	if d, err := edtf.Parse(s); err == nil && d.Precision == edtf.Day && d.First.Day() == 2 {
		return "calendar.fromSecond"
	}
	return "calendar.from"
}

// year is without a separator of thousands.
func year(t time.Time) string { return strconv.Itoa(t.Year()) }

// month counts from 0.
func month(t time.Time) int { return int(t.Month()) - 1 }

func plain(d edtf.Date) bool { return !d.Approximate && !d.Uncertain && !d.Interval }

// ends returns the two sides of an interval; ".." is an open end, as "" is.
func ends(s string) (from, to string) {
	from, to, _ = strings.Cut(s, "/")
	if from == ".." {
		from = ""
	}
	if to == ".." {
		to = ""
	}
	return from, to
}

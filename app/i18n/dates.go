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

// Month returns the name of month m, 1 to 12, as it stands alone.
func (p *Printer) Month(m int) string { return p.cal.months[m-1] }

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
		return p.open(from, p.since(from), style{genitive: true})
	case from == "":
		return p.open(to, p.cal.until, style{})
	}
	a, errA := edtf.Parse(from)
	b, errB := edtf.Parse(to)
	if errA != nil || errB != nil {
		return from + " – " + to
	}
	if from == to {
		return p.Date(from)
	}
	if plain(a) && plain(b) && a.Precision == b.Precision {
		switch {
		case a.First.Equal(b.First):
			return p.Date(from)
		case a.Precision == edtf.Year:
			return strconv.Itoa(a.First.Year()) + "–" + strconv.Itoa(b.First.Year()) + p.cal.years
		case a.First.Year() != b.First.Year():
		case a.Precision == edtf.Day && a.First.Month() == b.First.Month():
			return strconv.Itoa(a.First.Day()) + "–" + p.one(b, style{})
		case a.Precision == edtf.Day:
			return strconv.Itoa(a.First.Day()) + nbsp + p.cal.short[a.First.Month()-1] + " – " + p.one(b, style{short: true}) + p.cal.year
		case a.Precision == edtf.Month:
			return p.cal.months[a.First.Month()-1] + " – " + p.one(b, style{})
		}
	}
	short := style{short: a.Precision == edtf.Day || b.Precision == edtf.Day}
	return p.one(a, short) + " – " + p.one(b, short)
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
	before, after := "", ""
	if d.Approximate {
		before, st.genitive = p.cal.about, true
	}
	if d.Uncertain {
		after = nbsp + "(?)"
	}
	return before + p.bare(d.First, d.Precision, st) + after
}

// bare writes a date without its marks.
func (p *Printer) bare(t time.Time, precision edtf.Precision, st style) string {
	year, month := strconv.Itoa(t.Year()), int(t.Month())-1
	suffix := p.cal.year
	if st.short {
		suffix = ""
	}
	switch precision {
	case edtf.Decade:
		if st.genitive {
			return p.cal.ofDecade(t.Year())
		}
		return p.cal.decade(t.Year())
	case edtf.Year:
		return year + suffix
	case edtf.Month:
		if st.genitive {
			return p.cal.ofMonth[month] + " " + year + suffix
		}
		return p.cal.months[month] + " " + year + suffix
	default:
		name := p.cal.ofMonth[month]
		if st.short {
			name = p.cal.short[month]
		}
		return strconv.Itoa(t.Day()) + nbsp + name + " " + year + suffix
	}
}

// open writes a stretch with one end.
func (p *Printer) open(s, word string, st style) string {
	d, err := edtf.Parse(s)
	if err != nil {
		return word + s
	}
	return word + p.one(d, st)
}

// since returns the word for "from" that goes with the date s.
func (p *Printer) since(s string) string {
	if d, err := edtf.Parse(s); err == nil && d.Precision == edtf.Day && d.First.Day() == 2 {
		return p.cal.fromSecond
	}
	return p.cal.from
}

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

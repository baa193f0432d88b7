// Package edtf reads the dates of the atlas: the part of EDTF (ISO 8601-2:2019,
// levels 0 and 1) that diplomacy needs. A day, a month, a year, a decade
// ("202X"), each possibly approximate (~), uncertain (?) or both (%), and
// intervals with open ends.
//
// The stored EDTF library was tried first; it widens "2025-05-26~" to the
// whole month, which would move a meeting into the wrong bin.
package edtf

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Precision is the smallest unit that a date states.
type Precision int

// The precisions, from fine to coarse.
const (
	Day Precision = iota
	Month
	Year
	Decade
)

// Date is a stretch of days. For an interval the flags hold if they hold for
// either end, and Precision is the coarser of the two.
type Date struct {
	First, Last time.Time // the first and the last day, both inclusive, UTC midnight; zero at an open end
	Precision   Precision
	Approximate bool // "~" or "%"
	Uncertain   bool // "?" or "%"
	Interval    bool // written with "/"
	OpenStart   bool
	OpenEnd     bool
}

// ErrSyntax says that a text is not a date in the part of EDTF read here.
var ErrSyntax = errors.New("edtf: not a date")

// maxLen is longer than any date; a longer text is refused unread.
const maxLen = 32

// Parse reads one date. The empty text is an error; callers that allow "no
// date" test for it first.
func Parse(s string) (Date, error) {
	if len(s) > maxLen {
		return Date{}, fmt.Errorf("%w: %d bytes", ErrSyntax, len(s))
	}
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		return parseOne(s)
	}
	d := Date{Interval: true, OpenStart: open(from), OpenEnd: open(to)}
	if d.OpenStart && d.OpenEnd {
		return Date{}, fmt.Errorf("%w: %q has no end", ErrSyntax, s)
	}
	if !d.OpenStart {
		a, err := parseOne(from)
		if err != nil {
			return Date{}, err
		}
		d.First = a.First
		d.merge(a)
	}
	if !d.OpenEnd {
		b, err := parseOne(to)
		if err != nil {
			return Date{}, err
		}
		d.Last = b.Last
		d.merge(b)
	}
	if !d.OpenStart && !d.OpenEnd && d.Last.Before(d.First) {
		return Date{}, fmt.Errorf("%w: %q ends before it starts", ErrSyntax, s)
	}
	return d, nil
}

func open(s string) bool { return s == "" || s == ".." }

func (d *Date) merge(x Date) {
	d.Precision = max(d.Precision, x.Precision)
	d.Approximate = d.Approximate || x.Approximate
	d.Uncertain = d.Uncertain || x.Uncertain
}

func parseOne(s string) (Date, error) {
	var d Date
	body := s
	if n := len(s); n > 0 {
		switch s[n-1] {
		case '~':
			d.Approximate, body = true, s[:n-1]
		case '?':
			d.Uncertain, body = true, s[:n-1]
		case '%':
			d.Approximate, d.Uncertain, body = true, true, s[:n-1]
		}
	}
	bad := fmt.Errorf("%w: %q", ErrSyntax, s)
	if len(body) == 4 && body[3] == 'X' {
		y, ok := digits(body[:3])
		if !ok {
			return Date{}, bad
		}
		d.Precision, d.First = Decade, day(y*10, 1, 1)
		d.Last = day(y*10+9, 12, 31)
		return d, nil
	}
	if len(body) != 4 && len(body) != 7 && len(body) != 10 {
		return Date{}, bad
	}
	y, ok := digits(body[:4])
	if !ok {
		return Date{}, bad
	}
	if len(body) == 4 {
		d.Precision, d.First, d.Last = Year, day(y, 1, 1), day(y, 12, 31)
		return d, nil
	}
	m, ok := digits(body[5:7])
	if !ok || body[4] != '-' || m < 1 || m > 12 {
		return Date{}, bad
	}
	if len(body) == 7 {
		d.Precision, d.First, d.Last = Month, day(y, m, 1), day(y, m+1, 0)
		return d, nil
	}
	n, ok := digits(body[8:10])
	if !ok || body[7] != '-' || n < 1 || n > day(y, m+1, 0).Day() {
		return Date{}, bad
	}
	d.First = day(y, m, n)
	d.Last = d.First
	return d, nil
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func digits(s string) (int, bool) {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// Overlaps reports whether d and the closed stretch from..to share a day. A
// zero time is an open end.
func (d Date) Overlaps(from, to time.Time) bool {
	if !from.IsZero() && !d.OpenEnd && d.Last.Before(from) {
		return false
	}
	if !to.IsZero() && !d.OpenStart && d.First.After(to) {
		return false
	}
	return true
}

// Mid returns the middle of d, for a place on an axis. An open end counts as
// the other end.
func (d Date) Mid() time.Time {
	a, b := d.First, d.Last
	if d.OpenStart {
		a = b
	}
	if d.OpenEnd {
		b = a
	}
	return a.Add(b.Sub(a) / 2)
}

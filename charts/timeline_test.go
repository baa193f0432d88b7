package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A day lies where its share of the years says, also farther off than a Duration
// reaches.
func TestTimeAxis(t *testing.T) {
	t.Parallel()
	for _, years := range [][2]int{{2020, 2026}, {1, 9999}, {1400, 2030}} {
		a := timeAxis{newYear(years[0]), newYear(years[1]), 100, 600}
		for _, d := range []time.Time{a.from, a.to, day(years[0], 7, 2), day(years[1]-1, 12, 31)} {
			days := func(t time.Time) float64 { return float64(t.Unix()) / 86400 }
			want := 100 + 600*(days(d)-days(a.from))/(days(a.to)-days(a.from))
			if got := a.at(d); math.Abs(got-want) > 1e-6 {
				t.Errorf("%v of %v lies at %v, want %v", d, years, got, want)
			}
		}
	}
}

func TestYears(t *testing.T) {
	t.Parallel()
	from, to := (&Chart{}).years([]Category{{Time: day(2023, 5, 18)}, {Time: day(2020, 12, 31), TimeEnd: day(2025, 1, 1)}})
	if from != day(2020, 1, 1) || to != day(2026, 1, 1) {
		t.Errorf("from %v to %v", from, to)
	}
	from, to = (&Chart{From: day(2019, 1, 1), To: day(2027, 1, 1)}).years([]Category{{Time: day(2023, 5, 18)}})
	if from != day(2019, 1, 1) || to != day(2028, 1, 1) {
		t.Errorf("an axis from 2019 to 2027 reaches from %v to %v", from, to)
	}
}

// Columns stand in order of their dates, apart, and as near to them as that lets
// them; the line at the foot leads to the date.
func TestColumnsInOrder(t *testing.T) {
	t.Parallel()
	c := timelineChart()
	slices.Reverse(c.Rows)
	slices.Reverse(c.Values)
	for _, s := range []Size{{960, 540, 1}, {480, 260, 1}, {1880, 400, 1}} {
		_, l := record(c, s)
		var columns []Mark
		for _, m := range l.Marks {
			if m.Total && m.Row != "" {
				columns = append(columns, m)
			}
		}
		if len(columns) != len(c.Rows) {
			t.Fatalf("%v: %d columns", s, len(columns))
		}
		when := func(m Mark) time.Time {
			return c.Rows[slices.IndexFunc(c.Rows, func(row Category) bool { return row.Key == m.Row })].Time
		}
		for k := 1; k < len(columns); k++ {
			a, b := columns[k-1], columns[k]
			if when(b).Before(when(a)) || a.X+a.W > b.X {
				t.Errorf("%v: %s at %.1f to %.1f, then %s at %.1f", s, a.Name, a.X, a.X+a.W, b.Name, b.X)
			}
		}
	}
}

// Every year that is written stands between its own ticks.
func TestYearsAreWritten(t *testing.T) {
	t.Parallel()
	for _, s := range []Size{{960, 540, 1}, {480, 260, 1}, {300, 200, 1}} {
		c := timelineChart()
		r, l := record(c, s)
		var last float64
		n := 0
		for _, text := range r.texts {
			year, err := strconv.Atoi(text.text)
			if err != nil || year < 2000 {
				continue
			}
			n++
			if mid := text.x + text.w/2; mid <= last {
				t.Errorf("%v: %d at %.1f, the one before at %.1f", s, year, mid, last)
			} else {
				last = mid
			}
			for _, m := range l.Marks {
				i := slices.IndexFunc(c.Rows, func(row Category) bool { return row.Key == m.Row })
				if m.Total && m.Row != "" && c.Rows[i].Time.Year() < year-1 && m.X > text.right() {
					t.Errorf("%v: %s stands right of %d", s, m.Name, year)
				}
			}
		}
		if n < 2 {
			t.Errorf("%v: %d years", s, n)
		}
	}
}

// Thousands of years have few ticks.
func TestFarYears(t *testing.T) {
	t.Parallel()
	c := timelineChart()
	c.Rows[0].Time, c.Rows[8].Time = day(1, 1, 1), day(9998, 12, 31)
	r, _ := record(c, Size{960, 540, 1})
	if len(r.pic.Steps) > 400 {
		t.Errorf("%d steps", len(r.pic.Steps))
	}
	var written []string
	for _, text := range r.texts {
		if strings.HasSuffix(text.text, "000") {
			written = append(written, text.text)
		}
	}
	if len(written) < 3 || len(written) > 12 {
		t.Errorf("years %q", written)
	}
}

// The best way to set a name comes first: in full and in few lines; a narrow chart
// takes the short one.
func TestColumnNames(t *testing.T) {
	t.Parallel()
	f := font{regular, 12, black}
	row := Category{Label: "Second foreign ministers’ meeting, Xi’an", Short: "Xi’an"}
	if got := columnNames(row, f, 1000); !slices.Equal(got[0], []string{"Second foreign", "ministers’ meeting,", "Xi’an"}) && len(got[0]) > 3 {
		t.Errorf("in a wide chart %q", got)
	}
	if got := columnNames(row, f, 300); len(got) != 1 || !slices.Equal(got[0], []string{"Xi’an"}) {
		t.Errorf("in a narrow chart %q", got)
	}
	row.Short = ""
	for _, lines := range columnNames(row, f, 300) {
		if strings.Join(lines, " ") != row.Label {
			t.Errorf("%q is not all of the name", lines)
		}
	}
}

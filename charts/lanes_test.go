package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// lanesChart is meetings of four levels: some counted, some not, one planned,
// one of a month, one without a date.
func lanesChart() *Chart {
	c := domainsChart()
	c.Kind, c.Title = Lanes, "Agreements and commitments by level and date of meeting"
	c.Rows = []Category{{Key: "heads", Label: "Heads of state"}, {Key: "ministers", Label: "Foreign ministers"}, {Key: "talks", Label: "Bilateral talks"}, {Key: "other", Label: "Other"}}
	c.Series, c.Values = nil, [][]float64{{}, {}, {}, {}}
	c.Lanes = LaneKey{Looks: [looks]string{"with statements, and how many", "known only from outside sources", "planned"}, Faint: "statements hidden by the filters"}
	add := func(row int, key, label, short string, at time.Time, look Look, v float64) {
		x := Category{Key: key, Label: label, Short: short, Row: c.Rows[row].Key, Look: look}
		if !at.IsZero() {
			x.Time, x.Tip = at, at.Format("2 January 2006")
		}
		c.Columns = append(c.Columns, x)
		for i := range c.Values {
			c.Values[i] = append(c.Values[i], 0)
		}
		c.Values[row][len(c.Columns)-1] = v
	}
	add(1, "fm1", "First foreign ministers’ meeting, online", "FM 1", day(2020, 7, 16), Filled, 46)
	add(1, "fm2", "Second foreign ministers’ meeting, Xi’an", "FM 2", day(2021, 5, 12), Ring, 0)
	add(0, "s0", "Summit for the 30th anniversary, online", "Summit", day(2022, 1, 25), Ring, 0)
	add(1, "fm3", "Third foreign ministers’ meeting, Nur-Sultan", "FM 3", day(2022, 6, 8), Ring, 0)
	add(2, "t1", "Talks in Xi’an", "Talks", day(2023, 4, 26), Filled, 3)
	add(1, "fm4", "Fourth foreign ministers’ meeting, Xi’an", "FM 4", day(2023, 4, 27), Filled, 14)
	add(0, "s1", "First summit, Xi’an", "Summit 1", day(2023, 5, 18), Filled, 3)
	add(2, "t2", "Talks in Beijing", "Talks", day(2023, 5, 1), Filled, 0)
	c.Columns[len(c.Columns)-1].TimeEnd = day(2023, 5, 31)
	add(2, "t3", "Talks in Astana", "Talks", day(2023, 5, 20), Ring, 0)
	add(2, "t4", "Talks in Beijing, Kazakhstan’s foreign minister", "KAZ–CHN", day(2024, 3, 29), Filled, 15)
	add(1, "fm5", "Fifth foreign ministers’ meeting, Chengdu", "FM 5", day(2024, 12, 1), Ring, 0)
	add(0, "s2", "Second summit, Astana", "Summit 2", day(2025, 6, 17), Filled, 8)
	add(2, "t5", "Talks, date unknown", "Talks", time.Time{}, Ring, 0)
	add(0, "s3", "Third summit", "Summit 3", day(2027, 6, 1), Dashed, 0)
	return c
}

// Each column is a mark in its own lane, in order of time and apart from its
// neighbours; one without a time is none.
func TestLanes(t *testing.T) {
	t.Parallel()
	for _, s := range []Size{{1920, 1080, 1}, {800, 450, 1}, {420, 300, 2}, {200, 150, 1}} {
		c := lanesChart()
		_, l := record(c, s)
		last := map[string]Mark{}
		n, sum, folded := 0, 0.0, 0
		for _, m := range l.Marks {
			folded += m.Folded
			if m.Total || m.Folded > 0 {
				continue
			}
			n++
			sum += m.Value
			i := slices.IndexFunc(c.Columns, func(x Category) bool { return x.Key == m.Series })
			if i < 0 || c.Columns[i].Row != m.Row || math.Abs(m.W-m.H) > 1e-9 {
				t.Errorf("%v: mark %+v", s, m)
			}
			if before, ok := last[m.Row]; ok && (m.X+m.W/2 <= before.X+before.W/2 || math.Abs(m.Y+m.H/2-before.Y-before.H/2) > 1e-9) {
				t.Errorf("%v: %q is not after %q in one lane", s, m.Name, before.Name)
			}
			last[m.Row] = m
			if at, ok := l.At(m.X+m.W/2, m.Y+m.H/2); !ok || at.Key() != m.Key() {
				t.Errorf("%v: %+v is hit in the middle of %+v", s, at, m)
			}
		}
		if folded == 0 && (n != 13 || sum != 89) {
			t.Errorf("%v: %d marks that sum to %g, want 13 and 89", s, n, sum)
		}
		if s.Width >= 400 && folded > 0 {
			t.Errorf("%v: %d lanes are folded", s, folded)
		}
	}
}

// Where a crowd in one lane makes all discs small, that of the largest number still has
// its figure, none touches another, and none is larger than that of a larger number.
func TestFiguresBesideACrowd(t *testing.T) {
	t.Parallel()
	c := lanesChart()
	for k := range 24 { // two busy years of another lane make all discs small
		at := day(2024, 6, 1).AddDate(0, k, 0)
		c.Columns = append(c.Columns, Category{Key: "busy" + strconv.Itoa(k), Label: "Talks", Row: "talks", Time: at, Look: Ring})
	}
	r, l := record(c, Size{1000, 500, 1})
	if !r.has("46") {
		t.Error("the largest has no figure")
	}
	for _, a := range l.Marks {
		for _, b := range l.Marks {
			if a.Value > b.Value && a.W < b.W-1e-9 && !a.Total && !b.Total {
				t.Errorf("%q is smaller than %q", a.Name, b.Name)
			}
			if a.Row == b.Row && a.Series != b.Series && !a.Total && !b.Total && math.Abs(a.X+a.W/2-b.X-b.W/2) < (a.W+b.W)/2-1e-6 {
				t.Errorf("%q and %q lie over each other", a.Name, b.Name)
			}
		}
	}
}

// A disc without room for its figure has it at its side, behind its name or over it;
// also in large type.
func TestFiguresOutsideOfDiscs(t *testing.T) {
	t.Parallel()
	outside := 0
	for _, scale := range []float64{1, 1.5, 2} {
		for _, s := range []Size{{1280, 720, 1}, {1000, 600, 1}} {
			c := lanesChart()
			c.TypeScale = scale
			for k := range 24 {
				at := day(2024, 6, 1).AddDate(0, k, 0)
				c.Columns = append(c.Columns, Category{Key: "busy" + strconv.Itoa(k), Label: "Talks", Row: "talks", Time: at, Look: Ring})
			}
			r, l := record(c, s)
			for _, m := range l.Marks {
				if m.Total || m.Value == 0 {
					continue
				}
				figure, said := strconv.Itoa(int(m.Value)), false
				for _, x := range r.texts {
					near := x.x < m.X+m.W+x.size && x.right() > m.X-x.size && x.y < m.Y+m.H && x.bottom() > m.Y-x.size
					if in := x.text == figure; near && in || strings.HasSuffix(x.text, "("+figure+")") {
						said = true
						if !in || x.x < m.X || x.right() > m.X+m.W {
							outside++
						}
					}
				}
				if !said {
					t.Errorf("%v, type %v: nothing says the %s of %q", s, scale, figure, m.Name)
				}
			}
		}
	}
	if outside == 0 {
		t.Error("all figures stand in their discs")
	}
}

// A lane in which nothing stands takes no room, and a chart without any is empty.
func TestLanesWithoutColumns(t *testing.T) {
	t.Parallel()
	c := lanesChart()
	_, l := record(c, Size{800, 450, 1})
	if slices.ContainsFunc(l.Marks, func(m Mark) bool { return m.Row == "other" }) {
		t.Error("an empty lane has a mark")
	}
	c.Columns = c.Columns[:0]
	c.Values = nil
	if !c.isEmpty() {
		t.Error("a chart without columns is not empty")
	}
}

// BenchmarkLanes2000 draws two thousand columns in four lanes.
func BenchmarkLanes2000(b *testing.B) {
	c := lanesChart()
	one := c.Columns
	values := c.Values
	c.Columns, c.Values = nil, make([][]float64, len(c.Rows))
	for i := range 2000 {
		x := one[i%len(one)]
		x.Key, x.Time, x.TimeEnd = strconv.Itoa(i), day(2000, 1, 1+i*4), time.Time{}
		c.Columns = append(c.Columns, x)
		for k := range c.Rows {
			c.Values[k] = append(c.Values[k], values[k][i%len(one)])
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		mustImage(b, c, Size{1920, 1080, 1})
	}
}

// However many there are in a lane, no disc stands further from its date than a
// sixteenth of the axis, unless one would then lie over the middle of another.
func TestCrowdedDiscsStayAtTheirDates(t *testing.T) {
	t.Parallel()
	c := lanesChart()
	for k := range 24 { // two busy years
		at := day(2024, 6, 1).AddDate(0, k, 0)
		c.Columns = append(c.Columns, Category{Key: "busy" + strconv.Itoa(k), Label: "Talks", Row: "talks", Time: at, Look: Ring})
	}
	_, l := record(c, Size{480, 320, 1})
	var axis timeAxis
	axis.from, axis.to = c.years(c.columnsOf(c.lanesOf()))
	right := 0.0
	for _, m := range l.Marks {
		right = max(right, m.X+m.W)
	}
	for _, m := range l.Marks { // heads of state stand alone, at their dates: they say where the axis lies
		if m.Series == "s0" {
			axis.x0 = m.X + m.W/2
		}
		if m.Series == "s2" {
			axis.length = m.X + m.W/2 - axis.x0
		}
	}
	perDay := axis.length / day(2025, 6, 17).Sub(day(2022, 1, 25)).Hours() * 24
	for _, m := range l.Marks {
		for _, x := range c.Columns {
			if x.Key != m.Series || m.Total {
				continue
			}
			want := axis.x0 + perDay*x.Time.Sub(day(2022, 1, 25)).Hours()/24
			if off := math.Abs(m.X + m.W/2 - want); off > 366*8*perDay/16+1 {
				t.Errorf("%s stands %.0f from its date", x.Key, off)
			}
		}
	}
}

// Where a lane holds more discs than have room in it, all are as small as they may be,
// and one with a number lies over its neighbours.
func TestOverfullLane(t *testing.T) {
	t.Parallel()
	c := lanesChart()
	for k := range 30 {
		at := day(2021, 6, 1).AddDate(0, 2*k, 0)
		c.Columns = append(c.Columns, Category{Key: "busy" + strconv.Itoa(k), Label: "Talks " + strconv.Itoa(k), Row: "talks", Time: at, Look: Ring})
	}
	r, l := record(c, Size{340, 480, 1})
	at := map[string]int{} // the last step of each disc
	for _, f := range r.fills {
		at[f.name] = f.step
	}
	overlaid := 0
	for _, m := range l.Marks {
		if m.Total {
			continue
		}
		if m.W > 14 && m.Value == 0 {
			t.Errorf("%q is %.0f wide in a crowd", m.Name, m.W)
		}
		for _, n := range l.Marks {
			if m.Row == n.Row && m.Value > 0 && n.Value == 0 && !n.Total && math.Abs(m.X-n.X) < (m.W+n.W)/2 {
				if overlaid++; at[m.Name] <= at[n.Name] {
					t.Errorf("%q lies under %q", m.Name, n.Name)
				}
			}
		}
	}
	if overlaid == 0 {
		t.Error("no disc with a number has a neighbour in its way")
	}
}

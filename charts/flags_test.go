package charts

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Over columns of any heights and dates, in any size, every column has its name
// whole or none has one. No name touches another, a column or the edge, and no
// pole runs through a name.
func TestEveryColumnIsNamedOrNone(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	named := map[bool]int{}
	for range 150 {
		c := timelineChart()
		for i := range c.Rows {
			c.Rows[i].Time = day(2020, 1, 1+random.IntN(2500))
			c.Values[i] = []float64{float64(random.IntN(20))}
		}
		c.Values[0][0]++
		n := 1 + random.IntN(len(c.Rows))
		c.Rows, c.Values = c.Rows[:n], c.Values[:n]
		w, h := 300+random.Float64()*1500, 150+random.Float64()*700
		r, _ := record(c, Size{w, h, 1})
		p := newPen(r.pic, c, w, h, 1)
		area := rect{40, 40, w - 80, h - 80}
		order := make([]int, n)
		columns := make([]rect, n)
		for k := range order {
			order[k] = k
		}
		flags, _ := p.flags(area, order, rect{}, func(top float64) []rect {
			for k := range columns {
				columns[k] = rect{area.x + area.w*float64(k)/float64(n), 0, min(24, area.w/float64(n)-3), c.Values[k][0] / 21 * (area.bottom() - top)}
				columns[k].y = area.bottom() - columns[k].h
			}
			return columns
		})
		whole := 0
		for k, g := range flags {
			text := strings.Join(g.lines, " ")
			if text == c.Rows[k].Label || text == c.Rows[k].Short {
				whole++
			}
			if g.lines == nil {
				continue
			}
			if g.box.x < area.x || g.box.right() > area.right()+0.01 || g.box.y < area.y {
				t.Errorf("%q stands at %v of %v", text, g.box, area)
			}
			for j, o := range flags {
				touch := func(a, b rect) bool {
					return a.h > 0 && b.h > 0 && a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
				}
				if touch(g.box, columns[j]) || k != j && (touch(g.box, o.box) || touch(g.pole, o.box)) {
					t.Errorf("%q touches the flag or the column of %q", text, c.Rows[j].Label)
				}
			}
		}
		if whole != 0 && whole != n {
			t.Errorf("%d of %d columns are named", whole, n)
		}
		named[whole == n]++
	}
	if named[true] < 75 {
		t.Errorf("only %d of 150 charts are named", named[true])
	}
}

// A name that four narrow lines cannot take has wider ones; a shorter one does not.
func TestLongNamesAreGivenInFull(t *testing.T) {
	t.Parallel()
	f := font{regular, 12, black}
	long := "Перший стратегічний діалог міністрів закордонних справ Китай — Казахстан: Ван І — Мурат Нуртлеу"
	if ways := fullNames(Category{Label: long}, f); len(ways) != 1 || strings.Join(ways[0], " ") != long {
		t.Errorf("the long name is set as %q", ways)
	}
	for _, lines := range fullNames(Category{Label: "First meeting of foreign ministers"}, f) {
		if w := f.widest(lines); w > 13*f.size {
			t.Errorf("%q is %v wide", lines, w)
		}
	}
}

// Numbers over columns that stand close together have a space between them, or they
// would read as one.
func TestNumbersDoNotRunTogether(t *testing.T) {
	t.Parallel()
	for n := 20; n < 400; n += 37 {
		c := timelineChart()
		like := c.Rows[0]
		c.Rows, c.Values = nil, nil
		for i := range n {
			row := like
			row.Time = day(2020, 1, 1+i*3000/n)
			c.Rows, c.Values = append(c.Rows, row), append(c.Values, []float64{50})
		}
		r, _ := record(c, Size{900, 400, 1})
		var last *recordedText
		numbers := 0
		for i := range r.texts {
			x := &r.texts[i]
			if x.text != "50" || x.x < 80 { // none of the scale
				continue
			}
			numbers++
			if last != nil && x.y == last.y && x.x-last.right() < 0.2*x.size {
				t.Fatalf("%d columns: the numbers at %.1f and %.1f have %.1f px between them", n, last.x, x.x, x.x-last.right())
			}
			last = x
		}
		if numbers < 5 {
			t.Errorf("%d columns have %d numbers", n, numbers)
		}
	}
}

package dataset

import (
	"slices"
	"sync"
)

// Column is one dimension of all statements in small integers: number k stands
// for Codes[k]. It is what filters and charts count with. It must not be
// modified.
type Column struct {
	Codes  []string // in the order of the code list, or of the records
	number map[string]int32

	list, start []int32 // each statement's numbers, and where they begin in list; no start: one number each
	back, first []int32 // each number's statements, and where they begin in back
}

// Index is the statements by everything that they can be sorted by.
type Index struct {
	Domain, Status, State, Meeting, Document Column
	Level                                    Column // of the meeting
	Basis                                    Column // whose words

	// Passage is the number of the passage that each statement rests on, a paragraph of a
	// document, and Passages how many there are.
	Passage  []int32
	Passages int
}

// Number returns the number of a code; false if it is none of the column.
func (c *Column) Number(code string) (int, bool) {
	k, ok := c.number[code]
	return int(k), ok
}

// Of returns the numbers of statement i, an index into Statements, each once.
func (c *Column) Of(i int) []int32 {
	if c.start == nil {
		return c.list[i : i+1]
	}
	return c.list[c.start[i]:c.start[i+1]]
}

// Single reports whether each statement has one number.
func (c *Column) Single() bool { return c.start == nil }

// One is the number of statement i in a column in which each has one.
func (c *Column) One(i int) int32 { return c.list[i] }

// Keep returns those of the statements that have one of the numbers allowed, in the same
// memory.
func (c *Column) Keep(statements []int, allows []bool) []int {
	list, start, n := c.list, c.start, 0
	if start == nil {
		for _, i := range statements {
			statements[n] = i // whatever follows, so that the processor has nothing to guess
			if allows[list[i]] {
				n++
			}
		}
		return statements[:n]
	}
	for _, i := range statements {
		for _, k := range list[start[i]:start[i+1]] {
			if allows[k] {
				statements[n] = i
				n++
				break
			}
		}
	}
	return statements[:n]
}

// Statements returns the statements with number k, as indices into Statements,
// in order.
func (c *Column) Statements(k int) []int32 { return c.back[c.first[k]:c.first[k+1]] }

// newColumn numbers the codes that of gives for each of n statements. Codes
// that the list has not come after it.
func newColumn(codes []string, n int, many bool, of func(i int) []string) Column {
	c := Column{Codes: slices.Clone(codes), number: make(map[string]int32, len(codes)), list: make([]int32, 0, n)}
	for k, code := range codes {
		if _, ok := c.number[code]; !ok {
			c.number[code] = int32(k)
		}
	}
	if many {
		c.start = make([]int32, 1, n+1)
	}
	for i := range n {
		begin := len(c.list)
		for _, code := range of(i) {
			k, ok := c.number[code]
			if !ok {
				k = int32(len(c.Codes))
				c.Codes, c.number[code] = append(c.Codes, code), k
			}
			if !slices.Contains(c.list[begin:], k) {
				c.list = append(c.list, k)
			}
		}
		if many {
			c.start = append(c.start, int32(len(c.list)))
		}
	}
	c.first = make([]int32, len(c.Codes)+1)
	for _, k := range c.list {
		c.first[k+1]++
	}
	for k := range c.Codes {
		c.first[k+1] += c.first[k]
	}
	c.back = make([]int32, len(c.list))
	next := slices.Clone(c.first)
	for i := range n {
		for _, k := range c.Of(i) {
			c.back[next[k]] = int32(i)
			next[k]++
		}
	}
	return c
}

// newIndex sorts the statements of d by everything.
func newIndex(d *Dataset) *Index {
	n := len(d.Statements)
	one := func(codes []string, of func(*Statement) string) Column {
		var cell [1]string
		return newColumn(codes, n, false, func(i int) []string { cell[0] = of(&d.Statements[i]); return cell[:] })
	}
	x := &Index{}
	var wait sync.WaitGroup
	put := func(c *Column, codes []string, of func(*Statement) string) {
		wait.Go(func() { *c = one(codes, of) })
	}
	put(&x.Document, codesOf(d.Documents, func(x *Document) string { return x.ID }), func(s *Statement) string { return s.Document })
	put(&x.Meeting, codesOf(d.Meetings, func(x *Meeting) string { return x.ID }), func(s *Statement) string { return s.Meeting })
	put(&x.Domain, codesOf(d.Domains, func(x *Domain) string { return x.Code }), func(s *Statement) string { return s.Domain })
	put(&x.Status, d.Order(StatusList), func(s *Statement) string { return s.Status })
	put(&x.Level, d.Order(LevelList), func(s *Statement) string { return d.meeting[s.Meeting].Level })
	put(&x.Basis, d.Order(BasisList), func(s *Statement) string { return s.Basis })
	x.State = newColumn(codesOf(d.Countries, func(x *Country) string { return x.Code }), n, true, func(i int) []string {
		return d.Statements[i].States
	})
	wait.Wait()
	x.Passage, x.Passages = passages(d, &x.Document)
	return x
}

// passages numbers the passages that the statements of each document rest on.
func passages(d *Dataset, document *Column) (numbers []int32, n int) {
	numbers = make([]int32, len(d.Statements))
	of := map[string]int32{}
	for k := range document.Codes {
		clear(of)
		for _, i := range document.Statements(k) {
			passage := Passage(d.Statements[i].Paragraph)
			p, ok := of[passage]
			if !ok {
				p = int32(n)
				of[passage], n = p, n+1
			}
			numbers[i] = p
		}
	}
	return numbers, n
}

// ByMeeting returns a column of the codes that of gives for each meeting, which all
// of its statements then have. The codes are those listed.
func (d *Dataset) ByMeeting(codes []string, of func(m *Meeting) []string) *Column {
	has := make([][]string, len(d.Meetings))
	for k := range d.Meetings {
		has[k] = of(&d.Meetings[k])
	}
	c := newColumn(codes, len(d.Statements), true, func(i int) []string { return has[d.Index.Meeting.One(i)] })
	return &c
}

func codesOf[T any](records []T, code func(*T) string) []string {
	out := make([]string, len(records))
	for i := range records {
		out[i] = code(&records[i])
	}
	return out
}

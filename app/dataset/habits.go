package dataset

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"c5atlas.org/c5atlas/internal/pattern"
	"c5atlas.org/c5atlas/internal/sorts"
)

// How people and their spreadsheets write what a column wants otherwise. What
// can mean one thing only is read as that and said once for a column, as a
// note; what may mean two is a fault that names both.

// meant is what a cell that is not of its type stands for. Without a value it
// is a fault.
type meant struct {
	value            string
	how, fault, mend Phrase
}

// habit says what a person means who wrote v; false if nobody can say.
func (c *column) habit(v string) (meant, bool) {
	switch {
	case c.Type == "boolean":
		return c.truth(v)
	case c.Type == "number", c.Type == "integer":
		return c.quantity(v)
	case c.dated:
		return day(v)
	case len(c.enum) > 0:
		for _, x := range c.enum {
			if Fold(x) == Fold(v) {
				return meant{value: x, how: Phrase{Key: "finding.otherwise"}}, true
			}
		}
	case c.pattern != nil && strings.ToUpper(v) != v && c.pattern.MatchString(strings.ToUpper(v)):
		return meant{value: strings.ToUpper(v), how: Phrase{Key: "finding.smallLetters"}}, true
	}
	return meant{}, false
}

// truths is what true and false are called in spreadsheets and forms, folded.
var truths = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq("true t yes y x + 1 wahr ja j oui vrai si vero verdadero verdadeiro waar prawda так да д істина истина правда иә ия ооба ҳа бале ha hawa 是 ✓ ✔") {
		out[Fold(word)] = true
	}
	for word := range strings.FieldsSeq("false f no n - 0 falsch nein non faux falso onwaar fałsz ні н нет ложь хиба хибність жоқ жок йўқ не yo'q ýok 否 ✗ ✘") {
		out[Fold(word)] = false
	}
	return out
})

func (c *column) truth(v string) (meant, bool) {
	yes, no := c.bools()
	value := no[0]
	is, known := truths()[Fold(v)]
	if is {
		value = yes[0]
	}
	return meant{value: value, how: Phrase{Key: "finding.ownWord"}}, known
}

var (
	grouped    = pattern.Late(`^[+-]?[0-9]{1,3}([ \x{a0}\x{2009}\x{202f}'’][0-9]{3})+([.,][0-9]+)?$`)
	oneComma   = pattern.Late(`^[+-]?[0-9]+,[0-9]+$`)
	thousands  = pattern.Late(`^[+-]?[0-9]{1,3}(,[0-9]{3})+$`)
	pointGroup = pattern.Late(`^[+-]?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+$`)
	commaGroup = pattern.Late(`^[+-]?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+$`)
)

// quantity reads decimal commas, groups of digits and degrees.
func (c *column) quantity(v string) (meant, bool) {
	plain := strings.TrimSpace(strings.TrimSuffix(strings.ReplaceAll(v, "−", "-"), "°"))
	drop := func(cut string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(cut, r) {
				return -1
			}
			return r
		}, plain)
	}
	comma, groups := Phrase{Key: "finding.decimalComma"}, Phrase{Key: "finding.digitGroups"}
	switch {
	case thousands().MatchString(plain): // which one comma may be, too
		whole, part := drop(","), strings.Replace(plain, ",", ".", 1)
		isWhole := c.judge(whole).fault.Key == ""
		isPart := strings.Count(plain, ",") == 1 && c.judge(part).fault.Key == ""
		switch {
		case isWhole && isPart:
			return meant{fault: Phrase{Key: "finding.mayBe", Name: part, Other: whole}, mend: c.mend()}, true
		case isPart:
			return meant{value: part, how: comma}, true
		}
		return meant{value: whole, how: groups}, true
	case oneComma().MatchString(plain):
		return meant{value: strings.Replace(plain, ",", ".", 1), how: comma}, true
	case grouped().MatchString(plain):
		return meant{value: strings.Replace(drop(" \u00a0\u2009\u202f'’"), ",", ".", 1), how: groups}, true
	case pointGroup().MatchString(plain):
		return meant{value: strings.Replace(drop("."), ",", ".", 1), how: groups}, true
	case commaGroup().MatchString(plain):
		return meant{value: drop(","), how: groups}, true
	case plain != v:
		return meant{value: plain, how: Phrase{Key: "finding.moreThanDigits"}}, true
	}
	return meant{}, false
}

var (
	isoDay     = pattern.Late(`^([0-9]{4})-([0-9]{2})(-[0-9]{2})?$`)
	midnight   = pattern.Late(`^([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(:00([.,]0+)?)?Z?$`)
	dayFirst   = pattern.Late(`^([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})$`)
	monthFirst = pattern.Late(`^([0-9]{1,2})\.([0-9]{4})$`)
	yearFirst  = pattern.Late(`^([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})$`)
	slashed    = pattern.Late(`^[0-9]{1,2}[-/][0-9]{1,2}[-/]([0-9]{4}|[0-9]{2})$`)
	serial     = pattern.Late(`^[1-9][0-9]{4}([.,][0-9]+)?$`)
)

// day reads dates as spreadsheets write them.
func day(v string) (meant, bool) {
	iso := func(y, m, d string) (meant, bool) {
		out := fmt.Sprintf("%s-%02s-%02s", y, m, d)
		if _, err := time.Parse(time.DateOnly, out); err != nil {
			return meant{fault: Phrase{Key: "finding.noDay"}, mend: Phrase{Key: "finding.writeLike", Name: "2023-04-27"}}, true
		}
		return meant{value: out, how: Phrase{Key: "finding.spreadsheetDate"}}, true
	}
	if m := midnight().FindStringSubmatch(v); m != nil {
		return meant{value: m[1], how: Phrase{Key: "finding.timeOfDay"}}, true
	}
	if m := dayFirst().FindStringSubmatch(v); m != nil {
		return iso(m[3], m[2], m[1])
	}
	if m := yearFirst().FindStringSubmatch(v); m != nil && m[2] == m[4] && !isoDay().MatchString(v) {
		return iso(m[1], m[3], m[5])
	}
	if m := monthFirst().FindStringSubmatch(v); m != nil {
		if n, _ := strconv.Atoi(m[1]); n >= 1 && n <= 12 {
			return meant{value: fmt.Sprintf("%s-%02s", m[2], m[1]), how: Phrase{Key: "finding.spreadsheetDate"}}, true
		}
	}
	switch {
	case slashed().MatchString(v):
		return meant{fault: Phrase{Key: "finding.dayOrMonth"}, mend: Phrase{Key: "finding.writeLike", Name: "2023-04-27"}}, true
	case serial().MatchString(v):
		return meant{fault: Phrase{Key: "finding.serial"}, mend: Phrase{Key: "finding.dateFormat"}}, true
	}
	return meant{}, false
}

// isDated reports whether the column holds dates: by its type, or, of a text,
// by its example.
func (f *field) isDated() bool {
	example, _ := f.Example.(string)
	return f.Type == "date" || isoDay().MatchString(example)
}

// told is one habit met in a column of a table.
type told struct {
	row         int // the first with it, counted as in a finding
	value, read string
	cells       int
}

// habitKey says where a habit was met, and what it is.
type habitKey struct {
	column string
	how    Phrase
}

// tell takes note of a cell of row i that was read as something else.
func (t *table) tell(i int, column, value, read string, how Phrase) {
	key := habitKey{column, how}
	if t.habits == nil {
		t.habits = map[habitKey]*told{}
	}
	if t.habits[key] == nil {
		t.habits[key] = &told{row: t.nums[i], value: value, read: read}
	}
	t.habits[key].cells++
}

// tellAll says what was read otherwise than it was written, once for a column
// and a way of writing, in the order of the rows.
func (t *table) tellAll(f *findings) {
	if t == nil {
		return
	}
	keys := slices.Collect(maps.Keys(t.habits))
	sorts.Func(keys, func(a, b habitKey) int {
		return cmp.Or(t.habits[a].row-t.habits[b].row, strings.Compare(a.column, b.column), strings.Compare(a.how.Key+a.how.Name, b.how.Key+b.how.Name))
	})
	for _, k := range keys {
		x := t.habits[k]
		mend := Phrase{Key: "finding.readAs", Name: x.read}
		if x.cells > 1 {
			mend = Phrase{Key: "finding.readAsMore", Name: x.read, N: x.cells - 1}
		}
		f.add(Finding{File: t.file, Row: x.row, Column: k.column, Value: x.value, Fault: k.how, Mend: mend, Note: true})
	}
}

// resembling finds the key that a cell means which is in no row: one that
// differs in its capitals, or in zeros that a spreadsheet dropped from the front
// of a number or put there. Two such keys are none.
func resembling(set map[string]bool) func(v string) string {
	var folded map[string]string
	return func(v string) string {
		if folded == nil {
			folded = make(map[string]string, len(set))
			for k := range set {
				name := bare(k)
				if old, twice := folded[name]; twice && old != k {
					folded[name] = ""
				} else {
					folded[name] = k
				}
			}
		}
		return folded[bare(v)]
	}
}

// bare is a key without capitals, and without the zeros in front of a number.
func bare(key string) string {
	if _, err := strconv.ParseUint(key, 10, 64); err == nil {
		if key = strings.TrimLeft(key, "0"); key == "" {
			return "0"
		}
		return key
	}
	return strings.ToLower(key)
}

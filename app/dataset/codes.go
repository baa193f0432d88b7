package dataset

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"c5atlas.org/c5atlas/internal/sorts"
)

// The code lists that columns of the tables refer to, and the presets.
const (
	StatusList    = "status"    // of a statement, from firm to soft
	LevelList     = "level"     // of a meeting, from high to low
	ModeList      = "mode"      // of a meeting
	SourceList    = "source"    // of a meeting: how it is known at all
	BasisList     = "basis"     // of a statement
	ScopeList     = "scope"     // of a statement
	KindList      = "kind"      // of a document
	KnownHowList  = "known-how" // of a document's dates
	PrecisionList = "precision" // of a place
	LanguageList  = "language"  // of a document
	CurrencyList  = "currency"  // of an amount
	PresetList    = "preset"    // usual choices of statuses
)

// Flags of codes: what the program does hangs on them, never on a code.
const (
	FlagOnline  = "online"  // mode: the meeting had no place of its own
	FlagOutside = "outside" // source: none of the documents gives the meeting
	FlagVisits  = "visits"  // level: one party came to another, so that a line may join them
	FlagArea    = "area"    // precision: the point stands for a whole country
	FlagAdopted = "adopted" // kind: the parties to its meeting adopted the text together
	FlagNews    = "news"    // kind: a report in the news
	FlagDefault = "default" // preset: that of the opening view
	FlagHidden  = "hidden"  // understood, but not offered
)

// maxUnlisted bounds the codes that rows use and no list has.
const maxUnlisted = 64

// Code is one entry of a code list. It must not be modified.
type Code struct {
	List, Code string
	Name       Text // a label
	Noun       Text // what a heading calls the things of this code; of a currency, the word after a number
	Definition Text // one line
	Shade      int  // 1 is the darkest of the colour scale, 4 the lightest, 0 off it
	Pattern    string
	Shape      string
	Flags      []string
	Members    []string // of a preset: status codes; none is every status
	Listed     bool     // false of a code that rows use and no list has
}

// Has reports whether the code has that flag.
func (c Code) Has(flag string) bool { return slices.Contains(c.Flags, flag) }

// Label names the code in lang; a code without a name shows itself.
func (c Code) Label(lang string) string { return cmp.Or(c.Name.In(lang), c.Code) }

// Codes returns the entries of a list in order, without hidden ones. Codes
// that rows use and the list has not come last. An unknown list is empty.
func (d *Dataset) Codes(list string) []Code { return d.codes[list] }

// Order returns the codes of a list in the order of [Dataset.Codes].
func (d *Dataset) Order(list string) []string {
	out := make([]string, len(d.codes[list]))
	for i := range out {
		out[i] = d.codes[list][i].Code
	}
	return out
}

// Code returns an entry of a list. A code that is not in it shows itself: it
// has its own text for a name, and nothing else.
func (d *Dataset) Code(list, code string) Code {
	if c, ok := d.code[[2]string{list, code}]; ok {
		return c
	}
	return Code{List: list, Code: code, Name: Text{"": code}}
}

// DefaultPreset returns the preset of the opening view; without one, a code
// that leaves everything in.
func (d *Dataset) DefaultPreset() Code {
	for _, c := range d.codes[PresetList] {
		if c.Has(FlagDefault) {
			return c
		}
	}
	return Code{List: PresetList}
}

// shippedCodes are the entries of the program's own package, which stand in
// for lists that a package has not.
var shippedCodes = sync.OnceValue(func() []Code {
	in := shippedReader()
	t, err := in.load(tables[0])
	if err != nil {
		return nil
	}
	return codesIn(t, &in.found)
})

// codesIn reads codes.csv.
func codesIn(t *table, f *findings) []Code {
	type ordered struct {
		Code
		order int
	}
	var out []ordered
	t.each(f, func(r row) bool {
		c := Code{
			List: r.str("list"), Code: r.str("code"), Name: r.txt("name"), Noun: r.txt("noun"), Definition: r.txt("definition"),
			Pattern: r.str("pattern"), Shape: r.str("shape"), Flags: r.list("flags"), Members: splitList(r.str("members"), ","), Listed: true,
		}
		if strings.Contains(c.Code, ",") {
			r.fault("code", Phrase{Key: "finding.notCode"}, Phrase{Key: "finding.noComma"})
			return false
		}
		c.Shade = min(max(r.whole("shade"), 0), 4)
		out = append(out, ordered{c, r.whole("order")})
		return true
	})
	sorts.Stable(out, func(a, b ordered) int { return cmp.Compare(a.order, b.order) })
	codes := make([]Code, len(out))
	for i := range out {
		codes[i] = out[i].Code
	}
	return codes
}

// readCodes reads codes.csv. A list that it has not is the shipped one, which a
// note says; so are all lists of a package written for version 0.1.
func (d *Dataset) readCodes(in *reader) {
	d.codes, d.code, d.unlisted, d.lent = map[string][]Code{}, map[[2]string]Code{}, map[string]int{}, nil
	f := &in.found
	ownCodes := codesIn(in.tables["codes"], f)
	own := map[string]bool{}
	var presets []Code // own ones, which wait for the statuses
	for _, c := range ownCodes {
		own[c.List] = true
		if c.List == PresetList {
			presets = append(presets, c)
		} else {
			d.addCode(c)
		}
	}
	for _, c := range shippedCodes() {
		if own[c.List] {
			continue
		}
		if c.List == PresetList && own[StatusList] {
			if !d.addPreset(c) {
				continue
			}
		} else {
			d.addCode(c)
		}
		if !slices.Contains(d.lent, c.List) {
			d.lent = append(d.lent, c.List)
		}
	}
	if len(d.lent) > 0 {
		f.add(Finding{
			File: "codes.csv", Fault: Phrase{Key: "finding.lacksLists", Name: strings.Join(d.lent, ", ")},
			Mend: Phrase{Key: idle}, Note: true,
		})
	}
	for _, c := range presets {
		for _, m := range c.Members {
			if !d.code[[2]string{StatusList, m}].Listed {
				f.add(Finding{File: "codes.csv", Column: "members", Value: m, Fault: Phrase{Key: "finding.notStatus"}})
			}
		}
		d.addPreset(c)
	}
}

// addPreset adds a preset with those of its members that are statuses. One of
// which all are not is left out, for it would leave out every statement.
func (d *Dataset) addPreset(c Code) bool {
	known := slices.DeleteFunc(slices.Clone(c.Members), func(m string) bool { return !d.code[[2]string{StatusList, m}].Listed })
	if len(known) == 0 && len(c.Members) > 0 {
		return false
	}
	c.Members = known
	d.addCode(c)
	return true
}

func (d *Dataset) addCode(c Code) {
	d.code[[2]string{c.List, c.Code}] = c
	if !c.Has(FlagHidden) {
		d.codes[c.List] = append(d.codes[c.List], c)
	}
}

// checkCodes checks the columns of a table that hold codes of a list. A code
// that the list has not is reported and joins the list, so that it is shown and
// counted; past maxUnlisted of them the cells are read as empty. What kinds of
// document there are no program can list: those of a package that lists none are
// its own words, and only noted.
func (d *Dataset) checkCodes(in *reader, name string) {
	t := in.tables[name]
	if t == nil {
		return
	}
	for _, x := range t.schema.Fields {
		if x == nil || x.CodeList == "" {
			continue
		}
		at, ok := t.cols[x.Name]
		if !ok {
			continue
		}
		like := resembling(d.listedSet(x.CodeList))
		fault := Phrase{Key: "finding.notOneOf", Name: strings.Join(d.listed(x.CodeList), ", ")}
		free := x.CodeList == KindList && slices.Contains(d.lent, KindList)
		for i, rec := range t.rows {
			if rec == nil || rec[at] == "" {
				continue
			}
			v := strings.ReplaceAll(tidy(rec[at]), ",", " ")
			key := [2]string{x.CodeList, v}
			c, known := d.code[key]
			rec[at] = v
			if v == "" || known && c.Listed {
				continue
			}
			if as := like(v); as != "" {
				t.tell(i, x.Name, v, as, Phrase{Key: "finding.otherwiseIn", Name: "codes.csv"})
				rec[at] = as
				continue
			}
			if free {
				in.found.add(Finding{File: t.file, Row: t.nums[i], Column: x.Name, Value: v, Fault: fault, Mend: Phrase{Key: "finding.asWritten", Name: "codes.csv"}, Note: true})
			} else {
				t.fault(&in.found, i, x.Name, v, fault, Phrase{Key: "finding.useOrAdd", Name: "codes.csv"})
			}
			if known {
				continue
			}
			if d.unlisted[x.CodeList]++; d.unlisted[x.CodeList] > maxUnlisted || len(v) > 200 {
				rec[at] = ""
				continue
			}
			d.addCode(d.Code(x.CodeList, v))
		}
	}
}

func (d *Dataset) listedSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, code := range d.listed(list) {
		out[code] = true
	}
	return out
}

func (d *Dataset) listed(list string) []string {
	var out []string
	for _, c := range d.codes[list] {
		if c.Listed {
			out = append(out, c.Code)
		}
	}
	return out
}

// whole reads a whole number; an empty cell is 0, and so, with a finding, is
// one that is no number.
func (r row) whole(col string) int {
	s := r.str(col)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		r.fault(col, Phrase{Key: "finding.notWhole"}, Phrase{})
	}
	return n
}

// splitList splits a cell at a separator; no item is empty.
func splitList(s, by string) []string {
	var out []string
	for part := range strings.SplitSeq(s, by) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

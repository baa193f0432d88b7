package scene

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// A caption is a text with holes, "{{count "status" "CODE"}}", which a view
// fills, so that no number in it grows old. A hole is a verb, words in quotation
// marks, and, for a number, the forms of the noun behind it after a bar: one and
// the rest, or one, few and many, as the language has them.
//
//	{{count}}                           statements of the view
//	{{count "domain" "CODE"}}           of these, those with a code; more pairs narrow, codes with commas between widen
//	{{count "status" "PRESET"}}         statuses may be a preset
//	{{count | "statement" "statements"}}  7 statements
//	{{count "meetings"}}                also "documents", "passages", "coded meetings", "places", "comments" and "lit" (statements)
//	{{all "status" "CODE"}}             as count, but of the whole data, whatever the view filters
//	{{share "status" "CODE"}}           part of the view's statements, in per cent
//	{{name "state" "CODE"}}             what a code is called; "largest" is the code with the most statements, or codes
//	{{date "meeting" "ID"}}             days of a meeting, day of publication of a document; "from" and "to" are the view's
//	{{place "meeting" "ID"}}            where it was
//	{{statement "ID"}}                  a statement's words, and {{reference "ID"}} where it stands
//	{{finding}}                         the sentence of the view's chart, {{finding "meeting" "ID"}} what is coded of a meeting
//	{{title}}                           the title of the view's chart, {{title "map"}} that of its map
//	{{"{{"}}                            the marks themselves
//
// Dimensions are domain, status, state, level, meeting, document and basis. Meetings are
// those that the view shows, with or without a statement, and are narrowed by level, by
// state that took part, by place and by meeting, as are the "places" of these;
// "comments" are those on documents, which nothing else counts, and are narrowed by
// document.

// Fill fills the holes of a text from a view. The error of one that cannot be
// filled says which hole, and why; the text then has it as it was. Fill runs
// through the text once, whatever is in it: what fills a hole is not filled again.
func Fill(r *Room, s state.State, text string, p *i18n.Printer) (string, error) {
	words, _, err := FillGaps(r, s, text, p)
	return words, err
}

// FillGaps is Fill that also says where the numbers and names stand that it filled
// in, without the nouns behind numbers. What is quoted is none of these.
func FillGaps(r *Room, s state.State, text string, p *i18n.Printer) (string, []Gap, error) {
	var b strings.Builder
	var first error
	var gaps []Gap
	f := &filling{r: r, s: s, p: p}
	for {
		before, rest, ok := strings.Cut(text, "{{")
		b.WriteString(before)
		if !ok {
			return b.String(), gaps, first
		}
		h, left, err := parseHole(rest)
		if err == nil {
			var words string
			if words, err = f.fill(h); err == nil {
				if fillings[h.verb].gap {
					answer := words
					if h.forms != nil {
						answer = words[:strings.LastIndex(words, nounSpace)]
					}
					gaps = append(gaps, Gap{b.Len(), b.Len() + len(answer)})
				}
				b.WriteString(words)
				text = left
				continue
			}
		}
		hole := "{{" + rest[:len(rest)-len(left)]
		if first == nil {
			first = fmt.Errorf("%s: %w", hole, err)
		}
		b.WriteString(hole)
		text = left
	}
}

// Literal is a text that Fill gives back as it was.
func Literal(text string) string { return strings.ReplaceAll(text, "{{", `{{"{{"}}`) }

// hole is a hole of a caption.
type hole struct {
	verb  string   // "" for words alone
	words []string // in quotation marks
	forms []string // of the noun behind a number
}

// parseHole reads a hole behind its opening marks and returns what follows its
// closing ones.
func parseHole(text string) (h hole, rest string, err error) {
	into := &h.words
	rest = text
	for {
		rest = strings.TrimLeft(rest, " \n")
		switch {
		case rest == "":
			return h, rest, errors.New(`a hole ends with "}}"`)
		case strings.HasPrefix(rest, "}}"):
			return h, rest[2:], nil
		case rest[0] == '"':
			word, after, ok := strings.Cut(rest[1:], `"`)
			if !ok {
				return h, "", errors.New("a quotation mark is missing")
			}
			*into, rest = append(*into, word), after
		case rest[0] == '|' && into == &h.words:
			into, rest = &h.forms, rest[1:]
		case h.verb == "" && len(h.words) == 0 && into == &h.words:
			h.verb = rest[:len(rest)-len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz"))]
			if h.verb == "" {
				_, after, _ := strings.Cut(rest, "}}")
				return h, after, errVerb
			}
			rest = rest[len(h.verb):]
		default:
			_, after, _ := strings.Cut(rest, "}}")
			return h, after, errors.New("words of a hole stand in quotation marks")
		}
	}
}

// filling fills the holes of one view.
type filling struct {
	r    *Room
	s    state.State
	p    *i18n.Printer
	view *Selection // what the view's filters leave; nil until asked for
	all  *Selection // all that there is; nil until asked for
}

// fillings are the verbs and what each needs: how many words, at least and at
// most, and whether a noun may follow it.
var fillings = map[string]struct {
	least, most int
	noun        bool
	gap         bool // a number or a name, for which a worksheet has a blank
	fill        func(*filling, hole) (string, error)
}{
	"count": {0, 13, true, true, func(f *filling, h hole) (string, error) { return f.count(f.left(), h) }},
	"all":   {0, 13, true, true, func(f *filling, h hole) (string, error) { return f.count(f.whole(), h) }},
	"share": {2, 12, false, true, (*filling).share},
	"name":  {2, 2, false, true, (*filling).name}, "date": {1, 2, false, true, (*filling).date}, "place": {2, 2, false, true, (*filling).place},
	"statement": {1, 1, false, false, (*filling).statement}, "reference": {1, 1, false, false, (*filling).reference},
	"title":   {0, 1, false, false, (*filling).title},
	"finding": {0, 2, false, false, (*filling).finding},
}

var errVerb = errors.New("it begins with none of the verbs count, all, share, name, date, place, statement, reference, title, finding")

func (f *filling) fill(h hole) (string, error) {
	if h.verb == "" && len(h.words) == 1 && h.forms == nil {
		return h.words[0], nil
	}
	x, ok := fillings[h.verb]
	switch {
	case !ok:
		return "", errVerb
	case len(h.words) < x.least || len(h.words) > x.most:
		return "", fmt.Errorf("%s has %d words behind it", h.verb, len(h.words))
	case h.forms != nil && (!x.noun || len(h.forms) < 2 || len(h.forms) > 3):
		return "", errors.New("two or three forms of a noun stand behind the bar of a number")
	}
	return x.fill(f, h)
}

// finding is the sentence under the title of the chart, or what the documents give
// of one meeting, perhaps nothing.
func (f *filling) finding(h hole) (string, error) {
	if len(h.words) == 0 {
		return Count(f.r, f.left(), f.s, f.p).Finding(), nil
	}
	if len(h.words) != 2 || h.words[0] != "meeting" {
		return "", errors.New(`behind finding stands nothing, or "meeting" and an id`)
	}
	m := f.r.Data.Meeting(h.words[1])
	switch {
	case m == nil:
		return "", fmt.Errorf("there is no meeting %q", h.words[1])
	case !f.r.Data.Coded(m.ID):
		return nothingCoded(f.r.Data, m, f.p), nil
	}
	return lessonCaption(f.r, f.left(), firmest(f.r.Data, f.left()), m, f.p), nil
}

func (f *filling) left() *Selection {
	if f.view == nil {
		f.view = Select(f.r.Data, f.s)
	}
	return f.view
}

func (f *filling) whole() *Selection {
	if f.all == nil {
		s := state.Default()
		s.Focus = f.s.Focus
		f.all = Select(f.r.Data, s)
	}
	return f.all
}

// nounSpace keeps a number and its noun on one line.
const nounSpace = "\u00a0"

// count is a number, with its noun if the hole has one.
func (f *filling) count(sel *Selection, h hole) (string, error) {
	n, err := f.number(sel, h.words)
	if err != nil {
		return "", err
	}
	words := f.p.Int(n)
	if h.forms != nil {
		words += nounSpace + f.p.Choose(n, h.forms...)
	}
	return words, nil
}

// number counts what the words ask for.
func (f *filling) number(sel *Selection, words []string) (int, error) {
	thing, pairs := "statements", words
	if len(words)%2 == 1 {
		thing, pairs = words[0], words[1:]
	}
	pool := sel.Statements
	switch thing {
	case "lit":
		pool = sel.Lit
	case "meetings":
		left, err := f.meetings(sel, pairs)
		return len(left), err
	case "places":
		left, err := f.meetings(sel, pairs)
		return f.places(left), err
	case "comments":
		return f.comments(pairs)
	}
	for ; len(pairs) > 0; pairs = pairs[2:] {
		c, on, err := f.codes(sel, pairs[0], pairs[1])
		if err != nil {
			return 0, err
		}
		pool = slices.DeleteFunc(slices.Clone(pool), func(i int) bool {
			return !slices.ContainsFunc(c.Of(i), func(k int32) bool { return on[k] })
		})
	}
	x := f.r.Data.Index
	switch thing {
	case "statements", "lit":
		return len(pool), nil
	case "documents":
		return distinct(pool, len(x.Document.Codes), func(i int) int32 { return x.Document.One(i) }), nil
	case "coded meetings":
		return distinct(pool, len(x.Meeting.Codes), func(i int) int32 { return x.Meeting.One(i) }), nil
	case "passages":
		return distinct(pool, x.Passages, func(i int) int32 { return x.Passage[i] }), nil
	}
	return 0, fmt.Errorf("%q cannot be counted: statements, lit, meetings, coded meetings, places, documents, passages and comments can", thing)
}

// distinct counts the different numbers, of n, that statements have.
func distinct(statements []int, n int, number func(i int) int32) (count int) {
	seen := make([]bool, n)
	for _, i := range statements {
		if k := number(i); !seen[k] {
			seen[k] = true
			count++
		}
	}
	return count
}

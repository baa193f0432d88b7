package state

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"c5atlas.org/c5atlas/internal/plain"
)

// MaxEncoded is the longest encoded view that Decode reads, in bytes. No valid view
// is written in more: twenty texts of [maxField], each of them twice as long if
// JSON has to escape it, and some numbers.
const MaxEncoded = 192 << 10

// maxField bounds one text of a view, in bytes.
const maxField = 4 << 10

// ErrTooLong says that an encoded view is over [MaxEncoded].
var ErrTooLong = errors.New("the view is too long")

// Encode writes s as one line of JSON. Equal views give equal bytes.
func Encode(s State) []byte { return encode(s, func() any { return s.Valid() }) }

// EncodeView writes v as one line of JSON that [Decode] reads: a view without
// what is a person's or a window's own.
func EncodeView(v View) []byte {
	return encode(v, func() any { s := Default(); s.View = v; return s.Valid().View })
}

// encode writes v, or what mend makes of it if JSON cannot hold v as it is.
func encode(v any, mend func() any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil { // only a NaN can do this, and Valid removes those
		b.Reset()
		_ = enc.Encode(mend())
	}
	return bytes.TrimSpace(b.Bytes())
}

// Decode is [DecodeOver] the view that filters nothing.
func Decode(data []byte) (s State, later bool, err error) { return DecodeOver(Default(), data) }

// DecodeOver reads a view that this or any other version wrote. Fields that are
// missing keep that of the opening view; values out of range are mended as by
// [State.Valid]. Fields that it does not know are ignored, and later reports
// that there were some: a later version made the view. Whether ids exist is
// for the data set to say.
func DecodeOver(opening State, data []byte) (s State, later bool, err error) {
	if len(data) > MaxEncoded {
		return State{}, false, ErrTooLong
	}
	if !utf8.Valid(data) {
		return State{}, false, errors.New("a view is UTF-8 text")
	}
	s = opening
	if err := plain.Unmarshal(data, &s); err != nil {
		return State{}, false, err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil || all == nil {
		return State{}, false, errors.New("a view is a group in braces")
	}
	known := fields()
	for name := range all {
		later = later || !known[strings.ToLower(name)] // encoding/json takes names in any case
	}
	later = later || !slices.Contains(ChartKinds(), s.Kind)
	return s.Valid(), later, nil
}

// fields are the names of a view in JSON, in lower case.
var fields = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	var walk func(reflect.Type)
	walk = func(t reflect.Type) {
		for f := range t.Fields() {
			if f.Anonymous {
				walk(f.Type)
				continue
			}
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			names[strings.ToLower(name)] = true
		}
	}
	walk(reflect.TypeFor[State]())
	return names
})

// Valid returns s with every field in range: sets sorted, unknown chart and theme and
// what cannot be a language's code replaced by the opening ones, numbers finite and
// clamped, texts no longer than 4 KiB.
func (s State) Valid() State {
	d := Default()
	for _, set := range []*Set{&s.Domains, &s.States, &s.Status, &s.Levels, &s.LitDomains, &s.LitStatuses, &s.LitStates, &s.LitMeetings, &s.LitDocuments, &s.LitBases} {
		if *set != "" {
			*set = NewSet(clean(string(*set)))
		}
	}
	s.Kind = valid(s.Kind, ChartKinds(), d.Kind)
	s.TimeMode = valid(s.TimeMode, TimeModes(), d.TimeMode)
	s.TimeMode = s.timeMode()
	s.Speed = valid(s.Speed, Speeds(), d.Speed)
	s.Legend = valid(s.Legend, []Legend{LegendAuto, LegendOn, LegendOff}, d.Legend)
	if !isLanguage(s.Lang) {
		s.Lang = d.Lang
	}
	if !isLanguage(s.SecondLang) {
		s.SecondLang = ""
	}
	s.Theme = valid(s.Theme, append(Themes(), Print), d.Theme)
	if !s.Camera.valid() {
		s.Camera = Camera{}
	}
	if !finite(s.TextSize) || s.TextSize == 0 {
		s.TextSize = d.TextSize
	}
	s.TextSize = min(max(s.TextSize, 0.8), 2)
	s.SplitMap, s.SplitCharts = split(s.SplitMap, d.SplitMap), split(s.SplitCharts, d.SplitCharts)
	s.Scene, s.NoteSize = max(s.Scene, 0), min(max(s.NoteSize, -maxNoteSize), maxNoteSize)
	s.Asking = s.Asking.valid(s.Scene)
	for _, f := range []*string{&s.Meeting, &s.Document, &s.Statement, &s.Page, &s.Against, &s.Sort, &s.From, &s.To, &s.Query, &s.RoomScreen} {
		*f = clean(*f)
	}
	return s
}

// maxNoteSize is more steps than there are.
const maxNoteSize = 9

// isLanguage reports whether code looks like a language's. Whether there is
// one of that code is for the texts to say.
func isLanguage(code string) bool {
	ok := len(code) >= 2 && len(code) <= 35 // RFC 5646, 4.4.1
	for i, c := range []byte(code) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		ok = ok && (letter || i > 0 && (c == '-' || c >= '0' && c <= '9'))
	}
	return ok
}

func (c Camera) valid() bool {
	return finite(c.Lon, c.Lat, c.Span) && c.Lon >= -180 && c.Lon <= 180 && c.Lat >= -90 && c.Lat <= 90 && c.Span >= 0 && c.Span <= 40000
}

// timeMode is the mode that fits the window: a beginning makes it one.
func (s Subject) timeMode() TimeMode {
	if s.TimeMode == UpTo && s.From != "" {
		return Within
	}
	return s.TimeMode
}

func split(v, fallback float64) float64 {
	if !finite(v) || v <= 0.05 || v >= 0.95 {
		return fallback
	}
	return v
}

// clean drops control characters and what is over the limit.
func clean(t string) string {
	t = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(t, ""))
	for len(t) > maxField {
		_, n := utf8.DecodeLastRuneInString(t)
		t = t[:len(t)-n]
	}
	return t
}

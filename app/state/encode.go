package state

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxEncoded is the longest encoded view that Decode reads, in bytes.
const MaxEncoded = 64 << 10

// maxField bounds one text of a view, in bytes.
const maxField = 4 << 10

// ErrTooLong says that an encoded view is over [MaxEncoded].
var ErrTooLong = errors.New("state: view is too long")

// Encode writes s as one line of JSON. Equal views give equal bytes.
func Encode(s State) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil { // only a NaN can do this, and Valid removes those
		b.Reset()
		_ = enc.Encode(s.Valid())
	}
	return bytes.TrimSpace(b.Bytes())
}

// Decode reads a view written by Encode. Fields it does not know are an error;
// fields that are missing keep their opening value; values out of range are
// mended as by [State.Valid]. Whether ids exist is for the data set to say.
func Decode(data []byte) (State, error) {
	if len(data) > MaxEncoded {
		return State{}, ErrTooLong
	}
	if !utf8.Valid(data) {
		return State{}, errors.New("state: view is not UTF-8")
	}
	s := Default()
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return State{}, fmt.Errorf("read view: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return State{}, errors.New("state: something follows the view")
	}
	return s.Valid(), nil
}

// Valid returns s with every field in range: sets sorted, unknown chart,
// theme and language replaced by the opening ones, numbers finite and clamped,
// texts no longer than 4 KiB.
func (s State) Valid() State {
	d := Default()
	s.Domains, s.States, s.Levels = NewSet(string(s.Domains)), NewSet(string(s.States)), NewSet(string(s.Levels))
	s.Status = NewSet(string(s.Status))
	s.Status = NewSet(slices.DeleteFunc(s.Status.Codes(), func(c string) bool { return !slices.Contains(Statuses(), c) })...)
	if s.Status.Len() == len(Statuses()) {
		s.Status = AllStatuses
	}
	s.Chart = valid(s.Chart, ChartKinds(), d.Chart)
	s.TimeMode = valid(s.TimeMode, TimeModes(), d.TimeMode)
	s.TimeMode = s.timeMode()
	s.Legend = valid(s.Legend, []Legend{LegendAuto, LegendOn, LegendOff}, d.Legend)
	s.Lang = valid(s.Lang, Languages(), d.Lang)
	s.Theme = valid(s.Theme, append(Themes(), Print), d.Theme)
	c := &s.Camera
	if !finite(c.Lon, c.Lat, c.Span) || c.Lon < -180 || c.Lon > 180 || c.Lat < -90 || c.Lat > 90 || c.Span < 0 || c.Span > 40000 {
		s.Camera = Camera{}
	}
	if !finite(s.TextSize) || s.TextSize == 0 {
		s.TextSize = d.TextSize
	}
	s.TextSize = min(max(s.TextSize, 0.8), 2)
	s.SplitMap, s.SplitCharts = split(s.SplitMap, d.SplitMap), split(s.SplitCharts, d.SplitCharts)
	s.Scene = max(s.Scene, 0)
	for _, f := range []*string{&s.Meeting, &s.Document, &s.Statement, &s.Against, &s.From, &s.To, &s.Query} {
		*f = clean(*f)
	}
	return s
}

// timeMode is the mode that fits the window: a beginning makes it one.
func (s State) timeMode() TimeMode {
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

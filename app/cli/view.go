package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/edtf"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/export/pngfile"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/disk"
)

// viewOptions lists the options that are fields of the view.
func viewOptions() []option {
	text := func(field func(*state.State) *string) func(*state.State, string, *dataset.Dataset) error {
		return func(s *state.State, v string, _ *dataset.Dataset) error { *field(s) = v; return nil }
	}
	flip := func(field func(*state.State) *bool) func(*state.State, string, *dataset.Dataset) error {
		return func(s *state.State, v string, _ *dataset.Dataset) error { *field(s) = v == "true"; return nil }
	}
	return []option{
		{name: "chart", value: "CHART", values: fixed(texts(state.ChartKinds())...), view: func(s *state.State, v string, _ *dataset.Dataset) error {
			s.Kind = state.ChartKind(v)
			return nil
		}},
		{name: "split", about: "the chart of domains once for each state", view: flip(func(s *state.State) *bool { return &s.Split })},
		{name: "share", about: "shares of each row's total instead of counts", view: flip(func(s *state.State) *bool { return &s.Share })},
		{name: "table", about: "the numbers as text, where a window or a lesson shows the view", view: flip(func(s *state.State) *bool { return &s.Table })},
		{name: "against", value: "WHAT", about: "what the chart of domains compares: the id of a meeting, with that of --meeting; state=CODE,CODE; period=FROM/TO,FROM/TO, an open end \"..\"; document=ID,ID", view: against},
		{name: "domains", value: "CODES", about: "only these, by the codes of the data", view: func(s *state.State, v string, d *dataset.Dataset) error {
			s.Domains = codes(v, d.Index.Domain.Codes)
			return nil
		}},
		{name: "states", value: "CODES", about: "only statements that concern one of these, by their codes", view: func(s *state.State, v string, d *dataset.Dataset) error {
			s.States = codes(v, d.Index.State.Codes)
			return nil
		}},
		{name: "status", value: "STATUS", about: "a preset of the data, or some of its statuses", view: status},
		{name: "level", value: "CODES", about: "only meetings at these levels of the data, with hyphens for spaces", view: func(s *state.State, v string, d *dataset.Dataset) error {
			s.Levels = codes(v, d.Order(dataset.LevelList))
			return nil
		}},
		{name: "only-naming", about: "only statements that name fewer than all states of the data", view: flip(func(s *state.State) *bool { return &s.OnlyNaming })},
		{name: "from", value: "DATE", about: "first date of meetings, EDTF: 2023, 2023-05, 2023-05-18", view: text(func(s *state.State) *string { return &s.From })},
		{name: "to", value: "DATE", about: "last date of meetings", view: text(func(s *state.State) *string { return &s.To })},
		{name: "query", value: "TEXT", about: "only statements that hold these words", view: text(func(s *state.State) *string { return &s.Query })},
		{name: "meeting", value: "ID", about: "selects a meeting", view: text(func(s *state.State) *string { return &s.Meeting })},
		{name: "statement", value: "ID", about: "selects a statement, and its document", view: func(s *state.State, v string, d *dataset.Dataset) error {
			s.Statement = v
			if x := d.Statement(v); x != nil {
				s.Document = x.Document
			}
			return nil
		}},
		{name: "document", value: "ID", about: "selects a document", view: text(func(s *state.State) *string { return &s.Document })},
		{name: "focus", value: "CODES", about: "lights a part and dims the rest, such as domain=CODE,status=CODE; also state, meeting, document, basis", view: func(s *state.State, v string, d *dataset.Dataset) (err error) {
			s.Focus, err = focus(s.Unlit(), v, d)
			return err
		}},
		{name: "legend", value: "WHEN", about: "the map's", values: fixed("auto", "on", "off"), view: func(s *state.State, v string, _ *dataset.Dataset) error {
			s.Legend = map[string]state.Legend{"auto": state.LegendAuto, "on": state.LegendOn, "off": state.LegendOff}[v]
			return nil
		}},
		{name: "lang", value: "LANG", about: "of all words, the system's if it is one of these", values: i18n.Languages, view: text(func(s *state.State) *string { return &s.Lang })},
		{name: "second-lang", value: "LANG", about: "names of states, capitals, meeting places and codes in this language, too: of the data (zh, kk, …) or of --lang", view: func(s *state.State, v string, d *dataset.Dataset) error {
			if known := append(slices.Clone(d.Languages), i18n.Languages()...); !slices.Contains(known, v) {
				slices.Sort(known)
				return wrong("--second-lang %q is not one of %s", v, strings.Join(slices.Compact(known), ", "))
			}
			s.SecondLang = v
			return nil
		}},
		{name: "theme", value: "THEME", values: fixed(texts(state.PictureThemes())...), usual: string(state.Light), view: func(s *state.State, v string, _ *dataset.Dataset) error {
			s.Theme = state.Theme(v)
			return nil
		}},
	}
}

// state puts the view together: the opening view or the one of --view, then
// every option that was given. Every id and code is checked against the data.
func (c *call) state(room *scene.Room) (state.State, error) {
	s := room.Opening()
	s.Theme, s.Lang = state.Light, i18n.System()
	if c.has("view") {
		var err error
		if s, err = c.readView(c.value("view"), room.Data); err != nil {
			return s, err
		}
	}
	return c.over(s, room.Data)
}

// over puts every option that was given in place of what s has.
func (c *call) over(s state.State, d *dataset.Dataset) (state.State, error) {
	for _, o := range c.options {
		if v, ok := c.given[o.name]; ok && o.view != nil {
			if err := o.view(&s, v, d); err != nil {
				return s, err
			}
		}
	}
	if err := dates(s.From, s.To); err != nil {
		return s, err
	}
	if _, two := s.Pair(); c.has("against") && s.Against != "" && !two {
		return s, wrong("--against %q needs --meeting, the meeting that it is compared with, or two states, periods or documents: state=CODE,CODE, period=FROM/TO,FROM/TO or document=ID,ID", s.Against)
	}
	if err := known(s, d); err != nil {
		return s, err
	}
	return s.Valid(), nil
}

// against is what is compared; codes of states are the known ones.
func against(s *state.State, value string, d *dataset.Dataset) error {
	s.Against = value
	pair, two := s.Pair()
	if !two || pair.By != state.ByState {
		return nil
	}
	pair.A, pair.B = string(codes(pair.A, d.Index.State.Codes)), string(codes(pair.B, d.Index.State.Codes))
	s.Against = pair.Against()
	return nil
}

// status is the statuses of a preset, or those listed.
func status(s *state.State, value string, d *dataset.Dataset) error {
	if set, ok := scene.Preset(d, value); ok {
		s.Status = set
		return nil
	}
	valid := d.Order(dataset.StatusList)
	s.Status = codes(value, valid)
	for _, x := range s.Status.Codes() {
		if !slices.Contains(valid, x) {
			return wrong("--status %q is not one of %s, or some of %s", x, strings.Join(d.Order(dataset.PresetList), ", "), strings.Join(valid, ", "))
		}
	}
	return nil
}

func dates(from, to string) error {
	parsed := map[string]edtf.Date{}
	for name, value := range map[string]string{"from": from, "to": to} {
		if value == "" {
			continue
		}
		x, err := edtf.Parse(value)
		if err != nil {
			return wrong("--%s %q is not an EDTF date such as 2023, 2023-05 or 2023-05-18", name, value)
		}
		parsed[name] = x
	}
	if a, b := parsed["from"], parsed["to"]; len(parsed) == 2 && a.First.After(b.Last) {
		return wrong("--from %s lies after --to %s", from, to)
	}
	return nil
}

// codes reads a comma-separated list; a code that differs only in case,
// or has hyphens for spaces, is the known one.
func codes(value string, valid []string) state.Set {
	set := state.NewSet(value).Codes()
	for i, c := range set {
		for _, v := range valid {
			if strings.EqualFold(c, v) || strings.EqualFold(strings.ReplaceAll(c, "-", " "), v) {
				set[i] = v
			}
		}
	}
	return state.NewSet(set...)
}

// known checks every id and code of a view against the data.
func known(s state.State, d *dataset.Dataset) error {
	for _, x := range scene.Unknown(d, s.View) {
		return wrong("--%s %q is not in the data: it has %s", x.Field, x.Value, few(x.Valid))
	}
	return nil
}

// few lists values, the first and last ones if there are many.
func few(values []string) string {
	if len(values) > 40 {
		return strings.Join(values[:8], ", ") + " … " + values[len(values)-1]
	}
	return strings.Join(values, ", ")
}

// readView reads a view from JSON or from an exported picture; "-" is standard
// input.
func (c *call) readView(path string, d *dataset.Dataset) (state.State, error) {
	in := c.Stdin
	if path != "-" {
		f, err := disk.OpenWithin(path, export.MaxPicture)
		if err != nil {
			return state.State{}, failed("cannot read the view %s: %w", path, cause(err))
		}
		defer f.Close() //nolint:errcheck // only read from
		in = f
	}
	r := bufio.NewReader(in)
	if head, _ := r.Peek(4); string(head) == "\x89PNG" {
		pic, err := export.Read(r)
		if err != nil {
			return state.State{}, unreadable(path, err)
		}
		if pic.Evidence == nil {
			return state.State{}, failed("cannot read a view from %s: %w", path, export.ErrNoEvidence)
		}
		if pic.Data.Hash != d.Hash {
			c.note("%s was drawn from other data (%s %s); this shows its view of the data at hand", path, pic.Data.Name, pic.Data.Version)
		}
		if pic.Later {
			c.note("%s was made by a later version; what this one does not know is passed over", path)
		}
		c.carried = pic.Extras()
		return pic.State()
	}
	body, err := io.ReadAll(io.LimitReader(r, state.MaxEncoded+1))
	if err != nil {
		return state.State{}, failed("cannot read the view %s: %w", path, cause(err))
	}
	s, later, err := state.DecodeOver(scene.Opening(d), body)
	if err != nil {
		return s, wrong("--view %s holds no view: %w", path, err)
	}
	if later {
		c.note("%s was made by a later version; what this one does not know is passed over", path)
	}
	return s, nil
}

// unreadable says why a picture was not taken.
func unreadable(path string, err error) error {
	if hostile(err) {
		return &fault{Refused, fmt.Errorf("refused %s: %w", path, err)}
	}
	return failed("cannot read %s: %w", path, cause(err))
}

// hostile reports whether a file was refused for safety: what a picture carries
// is damaged, oversized or forged, or a data package is made to do harm.
func hostile(err error) bool {
	return errors.Is(err, export.ErrEvidence) || errors.Is(err, pngfile.ErrText) || errors.Is(err, dataset.ErrUnsafe)
}

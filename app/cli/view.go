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

// viewFlags are the flags that are fields of the view.
type viewFlags struct {
	*flags
	view, chart, meeting, document, statement string
	domains, states, status, from, to         string
	lang, theme                               string
	onlyNaming                                bool
}

func (v *viewFlags) define(f *flags) {
	v.flags = f
	f.StringVar(&v.view, "view", "", "")
	f.StringVar(&v.chart, "chart", "", "")
	f.StringVar(&v.meeting, "meeting", "", "")
	f.StringVar(&v.document, "document", "", "")
	f.StringVar(&v.statement, "statement", "", "")
	f.StringVar(&v.domains, "domains", "", "")
	f.StringVar(&v.states, "states", "", "")
	f.StringVar(&v.status, "status", "", "")
	f.StringVar(&v.from, "from", "", "")
	f.StringVar(&v.to, "to", "", "")
	f.StringVar(&v.lang, "lang", "", "")
	f.StringVar(&v.theme, "theme", "", "")
	f.BoolVar(&v.onlyNaming, "only-naming", false, "")
}

// themes are the looks of a picture.
func themes() []state.Theme { return []state.Theme{state.Light, state.Dark, state.Print} }

// state puts the view together: the opening view or the one of --view, then
// every flag that was given. Every id and code is checked against d.
func (v *viewFlags) state(p *Program, d *dataset.Dataset) (state.State, error) {
	s := state.Default()
	s.Theme, s.Lang = state.Light, i18n.System()
	if v.view != "" {
		var err error
		if s, err = p.readView(v.view, d); err != nil {
			return s, err
		}
	}
	return v.over(s, d)
}

// over puts every flag that was given in place of what s has.
func (v *viewFlags) over(s state.State, d *dataset.Dataset) (state.State, error) {
	if err := v.fixed(&s); err != nil {
		return s, err
	}
	for _, f := range []struct {
		name, value string
		to          *string
	}{{"meeting", v.meeting, &s.Meeting}, {"document", v.document, &s.Document}, {"statement", v.statement, &s.Statement}} {
		if v.given(f.name) {
			*f.to = f.value
		}
	}
	if v.given("domains") {
		s.Domains = codes(v.domains, ids(d.Domains, func(x *dataset.Domain) string { return x.Code }))
	}
	if v.given("states") {
		s.States = codes(v.states, ids(d.Countries, func(x *dataset.Country) string { return x.Code }))
	}
	if err := known(s, d); err != nil {
		return s, err
	}
	if x := d.Statement(s.Statement); x != nil && v.given("statement") && !v.given("document") {
		s.Document = x.Document
	}
	return s.Valid(), nil
}

// fixed sets what has its values from the program, not from the data.
func (v *viewFlags) fixed(s *state.State) (err error) {
	if v.given("chart") {
		if s.Kind, err = choice("chart", v.chart, state.ChartKinds()); err != nil {
			return err
		}
	}
	if v.given("lang") {
		if s.Lang, err = choice("lang", v.lang, i18n.Languages()); err != nil {
			return err
		}
	}
	if v.given("theme") {
		if s.Theme, err = choice("theme", v.theme, themes()); err != nil {
			return err
		}
	}
	if v.given("status") {
		if s.Status, err = status(v.status); err != nil {
			return err
		}
	}
	if v.given("only-naming") {
		s.OnlyNaming = v.onlyNaming
	}
	if v.given("from") {
		s.From = v.from
	}
	if v.given("to") {
		s.To = v.to
	}
	return dates(s.From, s.To)
}

func status(value string) (state.Set, error) {
	if set, ok := scene.Preset(value); ok {
		return set, nil
	}
	set := state.NewSet(strings.ReplaceAll(value, "-", " "))
	for _, c := range set.Codes() {
		if !slices.Contains(state.Statuses(), c) {
			return "", wrong("--status %q is not one of agreements, commitments, all, or some of %s", c, list(state.Statuses()))
		}
	}
	return set, nil
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

// codes reads a comma-separated list; a code that differs only in case is the
// known one.
func codes(value string, valid []string) state.Set {
	set := state.NewSet(value).Codes()
	for i, c := range set {
		for _, v := range valid {
			if strings.EqualFold(c, v) {
				set[i] = v
			}
		}
	}
	return state.NewSet(set...)
}

func ids[T any](records []T, id func(*T) string) []string {
	out := make([]string, len(records))
	for i := range records {
		out[i] = id(&records[i])
	}
	return out
}

// known checks every id and code of a view against the data.
func known(s state.State, d *dataset.Dataset) error {
	for _, c := range []struct {
		name          string
		values, valid []string
	}{
		{"--meeting", []string{s.Meeting}, ids(d.Meetings, func(x *dataset.Meeting) string { return x.ID })},
		{"the view's against", []string{s.Against}, ids(d.Meetings, func(x *dataset.Meeting) string { return x.ID })},
		{"the view's levels", s.Levels.Codes(), d.Order(dataset.LevelList)},
		{"--document", []string{s.Document}, ids(d.Documents, func(x *dataset.Document) string { return x.ID })},
		{"--statement", []string{s.Statement}, ids(d.Statements, func(x *dataset.Statement) string { return x.ID })},
		{"--domains", s.Domains.Codes(), ids(d.Domains, func(x *dataset.Domain) string { return x.Code })},
		{"--states", s.States.Codes(), ids(d.Countries, func(x *dataset.Country) string { return x.Code })},
	} {
		for _, v := range c.values {
			if v != "" && !slices.Contains(c.valid, v) {
				return wrong("%s %q is not in the data: it has %s", c.name, v, few(c.valid))
			}
		}
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
func (p *Program) readView(path string, d *dataset.Dataset) (state.State, error) {
	in := p.Stdin
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
			p.note("%s was drawn from other data (%s %s); this shows its view of the data at hand", path, pic.Data.Name, pic.Data.Version)
		}
		if pic.Later {
			p.note("%s was made by a later version; what this one does not know is passed over", path)
		}
		return pic.State()
	}
	body, err := io.ReadAll(io.LimitReader(r, state.MaxEncoded+1))
	if err != nil {
		return state.State{}, failed("cannot read the view %s: %w", path, cause(err))
	}
	s, later, err := state.Decode(body)
	if err != nil {
		return s, wrong("--view %s holds no view: %w", path, err)
	}
	if later {
		p.note("%s was made by a later version; what this one does not know is passed over", path)
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

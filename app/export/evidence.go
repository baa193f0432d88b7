package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export/pngfile"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/plain"
)

// Evidence is what a picture carries besides its pixels: the view, the rows it
// shows, and which data they come from.
type Evidence struct {
	Format   int             `json:"format"`
	Software string          `json:"software"`
	Data     DataMark        `json:"data"`
	Picture  PictureMark     `json:"picture"`
	View     json.RawMessage `json:"view"` // by state.Encode
	Tables   []Table         `json:"tables"`
	Sources  []Source        `json:"sources"`

	// SourcesInAll is how many sources there were, if not all are in Sources.
	SourcesInAll int `json:"sourcesInAll,omitempty"`

	// Later says that a later version of the program made the picture: it holds
	// more than this one understands. The view and the rows are right all the same.
	Later bool `json:"-"`
}

// DataMark says which data package the rows come from.
type DataMark struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Hash    string `json:"hash"`              // of its tables; equal hashes, equal data
	LeftOut int    `json:"leftOut,omitempty"` // rows of its tables that could not be used

	// Title and File are those of data that a person brought; "" of those that ship.
	Title string `json:"title,omitempty"`
	File  string `json:"file,omitempty"`
}

// markOf says which data d are, in a language.
func markOf(d *dataset.Dataset, lang string) DataMark {
	m := DataMark{Name: d.Name, Version: d.Version, Hash: d.Hash, LeftOut: d.RowsLeftOut(), File: d.File}
	if d.File != "" {
		m.Title = d.Profile.Title.In(lang)
	}
	return m
}

// Called is what a person calls the data.
func (m DataMark) Called() string {
	if m.File == "" {
		return m.Name
	}
	return m.Title + " (" + m.File + ")"
}

// PictureMark says what was drawn, and how large.
type PictureMark struct {
	Kind   Kind `json:"kind"`
	Width  int  `json:"width"`
	Height int  `json:"height"`

	// Own is what the author of the picture says; nil if nothing. None of it is
	// checked against the data.
	Own         *Own `json:"own,omitempty"`
	Clear       bool `json:"clear,omitempty"`
	Definitions bool `json:"definitions,omitempty"`
}

// Source is a document with statements in the picture.
type Source struct {
	ID        string `json:"id"`
	Lead      string `json:"lead"`
	Publisher string `json:"publisher"`
	Count     int    `json:"count"`
}

// MaxPicture is the longest PNG that is worth reading, in bytes: 100 million
// pixels fit in it.
const MaxPicture = 256 << 20

// evidenceFormat is the version of what encode writes.
const evidenceFormat = 1

// ErrNoEvidence says that a PNG holds no view of this program.
var ErrNoEvidence = errors.New("the picture carries no view")

// ErrEvidence says that a PNG's view cannot be used: damaged or forged.
var ErrEvidence = errors.New("the view inside the picture is damaged")

// evidence says what the picture shows, all of it: [Evidence.encode] decides
// how much of it the file carries.
func (j *job) evidence() *Evidence {
	d := j.room.Data
	e := &Evidence{
		Format: evidenceFormat, Software: j.options.Software,
		Data:    markOf(d, j.s.Lang),
		Picture: PictureMark{Kind: j.options.Kind, Width: j.options.Size.Width, Height: j.options.Size.Height},
		View:    state.Encode(j.s),
	}
	if e.Picture.Clear, e.Picture.Definitions = j.options.Clear, j.options.Definitions; j.options.Own != (Own{}) {
		e.Picture.Own = &j.options.Own
	}
	if j.options.Kind != Map {
		e.Tables = append(e.Tables, tableOf(j.tally.Plot()))
	}
	if j.options.Kind == Dashboard {
		e.Tables = append(e.Tables, tableOf(j.second.Plot()))
	}
	if j.options.Kind != Chart {
		e.Tables = append(e.Tables, tableOf(plotMap(j.room, j.sel, j.s, j.p)))
	}
	for _, id := range j.sel.Documents {
		x := d.Document(id)
		e.Sources = append(e.Sources, Source{ID: id, Lead: x.Lead.In(j.s.Lang), Publisher: x.Publisher.In(j.s.Lang), Count: j.sel.ByDocument.Of(id)})
	}
	return e
}

// State returns the view as it was exported. The error is [ErrEvidence] if it cannot be
// used.
func (e *Evidence) State() (state.State, error) {
	s, _, err := state.Decode(e.View)
	if err != nil {
		return s, fmt.Errorf("%w: %w", ErrEvidence, err)
	}
	return s, nil
}

// Extras returns what the picture has besides its view, safe to be shown.
func (e *Evidence) Extras() Extras {
	x := Extras{Clear: e.Picture.Clear, Definitions: e.Picture.Definitions}
	if e.Picture.Own != nil {
		x.Own = e.Picture.Own.Clean()
	}
	return x
}

// Inside is everything that an exported PNG says.
type Inside struct {
	*pngfile.Info
	*Evidence // nil if it carries none
}

// Read reads what a PNG says without its pixels. The errors wrap
// [pngfile.ErrFormat], [pngfile.ErrText] or [ErrEvidence]; a file without a
// view is no error.
func Read(r io.Reader) (Inside, error) {
	info, err := pngfile.Read(r)
	if err != nil {
		return Inside{}, err
	}
	in := Inside{Info: info}
	for i, t := range info.Texts {
		if t.Keyword == xmpKeyword || t.Lang == "" && slices.ContainsFunc(info.Texts, func(o pngfile.Text) bool { return o.Keyword == t.Keyword && o.Lang != "" && o.Text == t.Text }) {
			info.Texts[i].Text = "" // says the same once more
		}
		if t.Keyword != viewKeyword {
			continue
		}
		if in.Evidence != nil {
			return Inside{}, fmt.Errorf("%w: it holds two", ErrEvidence)
		}
		if in.Evidence, err = decode([]byte(t.Text)); err != nil {
			return Inside{}, err
		}
		info.Texts[i].Text = ""
	}
	return in, nil
}

// decode reads what encode wrote, here or in any other version: what it does
// not know it passes over, and says so in Later. It takes no table whose rows
// do not match its columns.
func decode(body []byte) (*Evidence, error) {
	if bytes.Count(body, []byte("{")) > maxObjects {
		return nil, fmt.Errorf("%w: it holds more than %d parts", ErrEvidence, maxObjects)
	}
	e := &Evidence{}
	if err := plain.Unmarshal(body, e); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrEvidence, err)
	}
	if e.Format < 1 {
		return nil, fmt.Errorf("%w: it names no format", ErrEvidence)
	}
	_, later, err := state.Decode(e.View)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrEvidence, err)
	}
	if len(e.Tables) > maxTables {
		return nil, fmt.Errorf("%w: it holds %d tables", ErrEvidence, len(e.Tables))
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.DisallowUnknownFields()
	e.Later = later || e.Format > evidenceFormat || dec.Decode(&Evidence{}) != nil
	for _, t := range e.Tables {
		for _, row := range t.Rows {
			if len(row) != len(t.Columns) {
				return nil, fmt.Errorf("%w: a row of table %.40q has %d cells, not %d", ErrEvidence, t.Name, len(row), len(t.Columns))
			}
		}
	}
	return e, nil
}

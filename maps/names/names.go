package names

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// Kind says what a name names; it decides type, colour and placing.
type Kind uint8

// The kinds of names.
const (
	City Kind = iota
	Capital
	Country
	Lake
	River
	Sea
	Region   // mountains, deserts, valleys
	Disputed // areas with a note who administers and who claims them
)

var nameKinds = map[string]Kind{
	"city": City, "capital": Capital, "country": Country, "lake": Lake, "river": River,
	"sea": Sea, "range": Region, "region": Region, "desert": Region, "disputed": Disputed,
}

// Name is a geographical name for a period of time.
type Name struct {
	Kind     Kind
	ID       string
	LonLat   orb.Point
	Line     []orb.Point // axis to set the name along; may be empty
	Rank     int         // 0 first
	ISO      string
	Text     map[string]string // by language
	Note     map[string]string // by language
	Areas    []string          // of a group of disputed areas, which it names while they are too small for names of their own
	From, To string            // first and last EDTF date of the name, "" open
}

// ErrTable is wrapped by every error of [Decode].
var ErrTable = errors.New("maps: names")

const maxNames = 20000

// Decode reads a table of names. Columns are found by their head; kind, id,
// lon, lat, rank and en must be there, iso, from, to, line and areas may. line is
// "lon lat;lon lat;...", areas is ids. Every other column is a language, and note_ with a language
// its notes; what a language lacks is in English. Lines that begin with # are
// comments.
func Decode(table []byte) ([]Name, error) {
	r := csv.NewReader(bytes.NewReader(table))
	r.Comment = '#'
	r.ReuseRecord = true
	head, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%w: head: %w", ErrTable, err)
	}
	col := map[string]int{}
	for i, h := range head {
		col[strings.TrimSpace(strings.TrimPrefix(h, "\ufeff"))] = i
	}
	for _, h := range []string{"kind", "id", "lon", "lat", "rank", "en"} {
		if _, ok := col[h]; !ok {
			return nil, fmt.Errorf("%w: no column %q", ErrTable, h)
		}
	}
	langs := languages(head)
	var names []Name
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return names, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrTable, err)
		}
		line, _ := r.FieldPos(0)
		if len(names) == maxNames {
			return nil, fmt.Errorf("%w: more than %d", ErrTable, maxNames)
		}
		n, err := decodeName(func(h string) string {
			if i, ok := col[h]; ok {
				return strings.TrimSpace(row[i])
			}
			return ""
		}, langs)
		if err != nil {
			return nil, fmt.Errorf("%w: line %d: %w", ErrTable, line, err)
		}
		names = append(names, n)
	}
}

// columns are those that are no language.
var columns = []string{"kind", "id", "lon", "lat", "rank", "iso", "from", "to", "line", "areas"}

// languages is what a head has texts or notes in.
func languages(head []string) []string {
	var out []string
	for _, h := range head {
		h = strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")), "note_")
		if h != "" && !slices.Contains(columns, h) && !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	return out
}

func decodeName(field func(string) string, langs []string) (Name, error) {
	kind, ok := nameKinds[field("kind")]
	if !ok {
		return Name{}, fmt.Errorf("unknown kind %q", field("kind"))
	}
	n := Name{
		Kind: kind, ID: field("id"), ISO: field("iso"), From: field("from"), To: field("to"),
		Text: map[string]string{}, Note: map[string]string{}, Areas: strings.Fields(field("areas")),
	}
	var err error
	if n.LonLat, err = decodePoint(field("lon"), field("lat")); err != nil {
		return Name{}, err
	}
	if n.Rank, err = strconv.Atoi(field("rank")); err != nil {
		return Name{}, fmt.Errorf("rank: %w", err)
	}
	if line := field("line"); line != "" {
		for part := range strings.SplitSeq(line, ";") {
			lon, lat, _ := strings.Cut(strings.TrimSpace(part), " ")
			p, err := decodePoint(lon, strings.TrimSpace(lat))
			if err != nil {
				return Name{}, fmt.Errorf("line: %w", err)
			}
			n.Line = append(n.Line, p)
		}
	}
	for _, lang := range langs {
		if t := field(lang); t != "" {
			n.Text[lang] = t
		}
		if t := field("note_" + lang); t != "" {
			n.Note[lang] = t
		}
	}
	return n, nil
}

func decodePoint(lon, lat string) (orb.Point, error) {
	x, err := strconv.ParseFloat(lon, 64)
	if err != nil {
		return orb.Point{}, fmt.Errorf("lon: %w", err)
	}
	y, err := strconv.ParseFloat(lat, 64)
	if err != nil {
		return orb.Point{}, fmt.Errorf("lat: %w", err)
	}
	if !(x >= -180 && x <= 180 && y >= -90 && y <= 90) {
		return orb.Point{}, fmt.Errorf("%g %g is no place on the earth", x, y)
	}
	return orb.Point{x, y}, nil
}

// In is the text in a language, in English if there is none.
func (n Name) In(lang string) string { return pick(n.Text, lang) }

// NoteIn is the note in a language, in English if there is none.
func (n Name) NoteIn(lang string) string { return pick(n.Note, lang) }

func pick(m map[string]string, lang string) string {
	if t := m[lang]; t != "" {
		return t
	}
	return m["en"]
}

// At says whether the name was in use on a date, "2019", "2019-03" or
// "2019-03-20". An empty date means today: names without an end.
func (n Name) At(date string) bool {
	if date == "" {
		return n.To == ""
	}
	return notAfter(n.From, date) && notAfter(date, n.To)
}

// notAfter compares two dates to the precision that both have. Empty is open.
func notAfter(a, b string) bool {
	k := min(len(a), len(b))
	return a[:k] <= b[:k]
}

// Label is a name to place. Labels with a smaller Rank are placed first; of
// equal ones the earlier in the list.
type Label struct {
	ID, Text string
	Short    string // written where a country has no room for Text; "" for none
	Second   string // in another language, written under Text where there is room; of countries, capitals and sites
	ISO      string // two-letter code of its state, if it is in one
	Kind     Kind
	LonLat   orb.Point
	Line     []orb.Point // course of a river, axis of a country or sea; degrees; its points must not change
	Rank     int
	Areas    []string // of a group of disputed areas
}

// Labels picks the names of a date and a language, ready to be placed.
func Labels(names []Name, lang, date string) []Label {
	labels := make([]Label, 0, len(names))
	for _, n := range names {
		if text := n.In(lang); text != "" && n.At(date) {
			labels = append(labels, Label{ID: n.ID, Text: text, ISO: n.ISO, Kind: n.Kind, LonLat: n.LonLat, Line: n.Line, Rank: n.Rank, Areas: n.Areas})
		}
	}
	return labels
}

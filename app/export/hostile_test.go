package export_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// cells are what people and their programs leave in tables.
var cells = []string{
	"", " ", "0", "-1", "13", "1e308", "-1e308", "1e-320", "NaN", "inf", "90", "-90", "180", "-180", "179.9999999", "true", "TRUE", "2023",
	"0000", "0001-01-01", "9999-12-31", "2023-02-29", "2024-02-29~", "2023/2024", "../2023", "2023/..", "2023-XX", "CHN", "KAZ KAZ KAZ",
	"UZB TKM TJK KGZ KAZ CHN CHN", "online", "heads of state", "bilateral", "a level of its own", "agreed", "position", "one, two", "M",
	"country", strings.Repeat("W", 3000), strings.Repeat("слово ", 500), strings.Repeat("\n", 200), "\u202e\u0301\u0301", "👩‍🏫", "a\u0301",
	"经济", "العربية", "=1+1", "beijing", "2020-07-16-fm1", "001", "SEC", "https://a.b/c", "{{.N}}", "%s%n", "<b>&amp;", "default", "hidden",
}

// shippedFiles is the files of the program's own package.
func shippedFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(assets.Data(), ".", func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files[p], err = fs.ReadFile(assets.Data(), p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// mutate damages one to three tables of a package.
func mutate(r *rand.Rand, base map[string][]byte) (fstest.MapFS, string) {
	out := fstest.MapFS{}
	var names []string
	for name, data := range base {
		out[name] = &fstest.MapFile{Data: data}
		if path.Ext(name) == ".csv" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var did []string
	for range 1 + r.IntN(3) {
		name := names[r.IntN(len(names))]
		rows, err := csv.NewReader(bytes.NewReader(out[name].Data)).ReadAll()
		if err != nil || len(rows) < 2 {
			continue
		}
		col := r.IntN(len(rows[0]))
		value := func() string { return cells[r.IntN(len(cells))] }
		var what string
		switch r.IntN(6) {
		case 0:
			rows = rows[:1+r.IntN(len(rows))]
			what = fmt.Sprintf("cut to %d rows", len(rows))
		case 1:
			what = value()
			for _, row := range rows[1:] {
				row[col] = what
			}
		case 2:
			for _, row := range rows[1:] {
				row[col] = value()
			}
			what = "anything"
		case 3:
			for i := range rows {
				rows[i] = slices.Delete(rows[i], col, col+1)
			}
			what, col = "without a column", 0
		default:
			what = value()
			rows[1+r.IntN(len(rows)-1)][col] = what
		}
		var b bytes.Buffer
		if err := csv.NewWriter(&b).WriteAll(rows); err == nil {
			out[name] = &fstest.MapFile{Data: b.Bytes()}
		}
		did = append(did, fmt.Sprintf("%s, column %d: %.30q", name, col, what))
	}
	return out, strings.Join(did, "; ")
}

// view is any view of d.
func view(r *rand.Rand, d *dataset.Dataset) state.State {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	coin := func() bool { return r.IntN(2) == 0 }
	s := state.Default()
	s.Theme = state.PictureThemes()[r.IntN(4)]
	s.Kind = state.ChartKinds()[r.IntN(len(state.ChartKinds()))]
	s.Lang = pick("en", "uk", "ru")
	s.TextSize = []float64{0.8, 1, 2}[r.IntN(3)]
	if coin() {
		s.Status = ""
	}
	s.Split, s.Share, s.Table, s.CapitalLinks, s.OnlyNaming = coin(), coin(), coin(), coin(), r.IntN(3) == 0
	if len(d.Meetings) > 0 && coin() {
		s.Meeting = d.Meetings[r.IntN(len(d.Meetings))].ID
		s.Against = d.Meetings[r.IntN(len(d.Meetings))].ID
	}
	if len(d.Documents) > 0 && coin() {
		s.Document = d.Documents[r.IntN(len(d.Documents))].ID
	}
	s.From = pick("", "", "2020", "0001", "9999", "2023-05")
	s.Legend = state.Legend(pick("", "on", "off"))
	if coin() {
		s.Camera = state.Camera{Lon: r.Float64()*360 - 180, Lat: r.Float64()*180 - 90, Span: r.Float64() * 8000}
	}
	return s.Valid()
}

// Whatever stands in the tables of a package that opens, every view of it is
// drawn, at any size, or refused with an error; nothing panics. A failure
// names its seed. The full run is "make hostile", of 1000 packages; here are the
// first 40 of them.
func TestHostilePackagesAreDrawn(t *testing.T) {
	t.Parallel()
	packages := 40
	if os.Getenv("C5ATLAS_HOSTILE") != "" {
		packages = 1000
	}
	base := shippedFiles(t)
	const shards = 4
	for k := range shards {
		t.Run(strconv.Itoa(k), func(t *testing.T) {
			t.Parallel()
			opened := 0
			for n := range packages / shards {
				seed := uint64(n*shards + k)
				r := rand.New(rand.NewPCG(seed, 8))
				m, did := mutate(r, base)
				d, _, err := dataset.Open(m)
				if err != nil {
					continue
				}
				opened++
				drawAny(t, r, d, fmt.Sprintf("seed %d, %s", seed, did))
			}
			if opened < packages/shards/2 {
				t.Errorf("only %d of %d packages open", opened, packages/shards)
			}
		})
	}
}

func drawAny(t *testing.T, r *rand.Rand, d *dataset.Dataset, did string) {
	t.Helper()
	s := view(r, d)
	kind := export.Chart // a map takes far longer: one picture in six has one
	if r.IntN(4) == 0 {
		kind = export.Kinds()[r.IntN(len(export.Kinds()))]
	}
	o := export.Options{
		Kind: kind, Size: export.Size{Width: 100 + r.IntN(600), Height: 100 + r.IntN(500), Density: 1, DPI: 96},
	}
	format := []string{"png", "svg", "pdf"}[r.IntN(3)]
	defer func() {
		if e := recover(); e != nil {
			t.Errorf("panic: %v\n%s\n%s %s %dx%d\n%s\n%s", e, did, o.Kind, format, o.Size.Width, o.Size.Height, state.Encode(s), debug.Stack())
		}
	}()
	around := room().WithData(d)
	var err error
	switch format {
	case "png":
		var pic *export.Picture
		if pic, err = export.Draw(t.Context(), around, s, o); err == nil {
			err = pic.WritePNG(io.Discard)
		}
	case "svg":
		err = export.WriteSVG(t.Context(), io.Discard, around, s, o)
	case "pdf":
		err = export.WritePDF(t.Context(), io.Discard, around, s, o)
	}
	if err != nil {
		t.Errorf("%v\n%s\n%s %s %dx%d\n%s", err, did, o.Kind, format, o.Size.Width, o.Size.Height, state.Encode(s))
	}
	if o.Kind != export.Dashboard {
		if err := export.WriteCSV(io.Discard, around, s, o.Kind); err != nil {
			t.Errorf("CSV: %v\n%s", err, did)
		}
	}
	sel, p := scene.Select(d, s), i18n.For(s.Lang)
	scene.Reader(around, sel, s, p)
	scene.Deck(around, s, p)
	scene.Options(around, s, p)
	scene.StatusLine(around, sel, s, p)
	scene.Tray(around, sel, s, p)
}

package export_test

import (
	"image"
	"path/filepath"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/golden"
)

// TestGolden compares pages with pictures that were looked at.
func TestGolden(t *testing.T) {
	t.Parallel()
	view := func(set func(s *state.State)) state.State {
		s := room().Opening()
		set(&s)
		return s
	}
	for _, tt := range []struct {
		name, size string
		kind       export.Kind
		view       state.State
	}{
		{"map-light-en", "960x600", export.Map, view(func(s *state.State) { s.Meeting = "2020-07-16-fm1" })},
		{"map-state-dark-uk", "960x600", export.Map, view(func(s *state.State) { s.Theme, s.Lang, s.LitStates = state.Dark, "uk", "KAZ" })},
		{"map-domain-contrast-ru", "960x600", export.Map, view(func(s *state.State) { s.Theme, s.Lang, s.LitDomains = state.Contrast, "ru", "TRD" })},
		{"map-visits-print-en", "960x600", export.Map, view(func(s *state.State) {
			s.Theme, s.CapitalLinks, s.LitMeetings = state.Print, true, "2022-02-05-talks,2024-05-20-kaz"
		})},
		{"map-part-light-en", "960x600", export.Map, view(func(s *state.State) { s.Camera = state.Camera{Lon: 72, Lat: 42, Span: 900} })},
		{"dashboard-dark-uk", "1280x720", export.Dashboard, view(func(s *state.State) { s.Theme, s.Lang = state.Dark, "uk" })},
		{"dashboard-page-ru", "900x675", export.Dashboard, view(func(s *state.State) {
			s.Theme, s.Lang, s.Kind, s.Status = state.Print, "ru", state.Matrix, state.AllStatuses
		})},
		// Every chart, look and language in one of these.
		{"domains-contrast-en", "960x540", export.Chart, view(func(s *state.State) { s.Theme, s.Domains, s.Statement = state.Contrast, "SEC,SOV,TRD", "001-12" })},
		{"states-dark-ru", "960x540", export.Chart, view(func(s *state.State) { s.Theme, s.Lang, s.Kind, s.Share = state.Dark, "ru", state.States, true })},
		{"timeline-print-uk", "960x540", export.Chart, view(func(s *state.State) { s.Theme, s.Lang, s.Kind = state.Print, "uk", state.Timeline })},
		{"documents-light-uk", "960x540", export.Chart, view(func(s *state.State) { s.Lang, s.Kind, s.Status = "uk", state.Documents, state.AllStatuses })},
		{"matrix-dark-en", "960x540", export.Chart, view(func(s *state.State) { s.Theme, s.Kind, s.OnlyNaming = state.Dark, state.Matrix, true })},
		{"split-light-ru", "960x540", export.Chart, view(func(s *state.State) { s.Lang, s.Split = "ru", true })},
		{"compare-light-uk", "960x540", export.Chart, view(func(s *state.State) {
			s.Lang, s.Status, s.Meeting, s.Against = "uk", state.AllStatuses, "2024-03-29-kaz", "2020-07-16-fm1"
		})},
		{"texts-light-en", "1280x720", export.Chart, view(func(s *state.State) { s.Status, s.Against = state.AllStatuses, "document=000,001" })},
		{"texts-lit-dark-ru", "960x540", export.Chart, view(func(s *state.State) {
			s.Theme, s.Lang, s.Against, s.LitDomains = state.Dark, "ru", "document=001,003", "TRD"
		})},
		{"chronology-light-en", "1280x720", export.Chart, view(func(s *state.State) { s.Kind, s.Status = state.Chronology, state.AllStatuses })},
		{"chronology-dark-uk", "960x540", export.Chart, view(func(s *state.State) {
			s.Theme, s.Lang, s.Kind, s.Meeting = state.Dark, "uk", state.Chronology, "2023-04-27-fm4"
		})},
		// Each kind once more with a part of it lit.
		{"domains-lit-light-uk", "960x540", export.Chart, view(func(s *state.State) { s.Lang, s.LitStatuses = "uk", "agreed" })},
		{"states-lit-contrast-ru", "960x540", export.Chart, view(func(s *state.State) {
			s.Theme, s.Lang, s.Kind, s.Status, s.LitStates = state.Contrast, "ru", state.States, state.AllStatuses, "KAZ"
		})},
		{"timeline-lit-dark-en", "960x540", export.Chart, view(func(s *state.State) { s.Theme, s.Kind, s.LitMeetings = state.Dark, state.Timeline, "2023-04-27-fm4" })},
		{"documents-lit-print-ru", "960x540", export.Chart, view(func(s *state.State) {
			s.Theme, s.Lang, s.Kind, s.LitDocuments = state.Print, "ru", state.Documents, "001"
		})},
		{"matrix-lit-light-en", "960x540", export.Chart, view(func(s *state.State) { s.Kind, s.LitDomains, s.LitStates = state.Matrix, "TRD", "KAZ" })},
		{"split-lit-dark-uk", "960x540", export.Chart, view(func(s *state.State) {
			s.Theme, s.Lang, s.Split, s.LitStates, s.LitStatuses = state.Dark, "uk", true, "UZB", "intended"
		})},
		{"compare-lit-print-ru", "960x540", export.Chart, view(func(s *state.State) {
			s.Theme, s.Lang, s.Status, s.Meeting, s.Against, s.LitDomains = state.Print, "ru", state.AllStatuses, "2024-03-29-kaz", "2020-07-16-fm1", "TRD"
		})},
		{"chronology-lit-contrast-en", "960x540", export.Chart, view(func(s *state.State) {
			s.Theme, s.Kind, s.LitStates = state.Contrast, state.Chronology, "UZB"
		})},
		{"share-lit-light-ru", "960x540", export.Chart, view(func(s *state.State) { s.Lang, s.Share, s.LitStatuses = "ru", true, "announced" })},
		{"states-lit-contrast-dark-en", "960x540", export.Chart, view(func(s *state.State) {
			s.Theme, s.Kind, s.Status, s.LitStates = state.ContrastDark, state.States, state.AllStatuses, "KAZ"
		})},
		{"alike-light-en", "960x540", export.Chart, view(func(s *state.State) { s.Kind, s.Status = state.States, "agreed" })},
		{"second-map-en-zh", "1280x800", export.Map, view(func(s *state.State) { s.SecondLang = "zh" })},
		{"second-chart-ru-kk", "960x540", export.Chart, view(func(s *state.State) { s.Lang, s.SecondLang = "ru", "kk" })},
		{"slide-light-uk", "1280x720", export.Slide, view(func(s *state.State) { s.Lang, s.Kind = "uk", state.Timeline })},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := export.Options{Kind: tt.kind, Size: size(t, tt.size, 1)}
			if tt.kind == export.Slide {
				o.Scene = &export.SceneOf{N: 3, Total: 12, Step: scene.Step{
					Panes: scene.MapAndChart,
					Title: "Друга зустріч", When: "12 травня 2021 р. · Сіань", Caption: "Хто з ким зустрічався, і що з цього приводу кажуть п’ять документів.",
				}}
			}
			pic, err := export.Draw(t.Context(), room(), tt.view, o)
			if err != nil {
				t.Fatal(err)
			}
			far := func(got, want *image.RGBA) float64 { return distance(got, want) }
			golden.Compare(t, filepath.Join("testdata", "golden", tt.name+".png"), coarse(pic.Image), far, 0.0005)
		})
	}
}

// coarse rounds colours to multiples of 8: relief is then a third of the bytes,
// and distance does not see it.
func coarse(img *image.RGBA) *image.RGBA {
	out := image.NewRGBA(img.Rect)
	for i, v := range img.Pix {
		out.Pix[i] = uint8(min((int(v)+4)/8*8, 255))
	}
	return out
}

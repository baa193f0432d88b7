package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// selftest draws every kind of picture in every language and look, and checks
// that charts and map count what the statements are.
func (c *call) selftest(ctx context.Context) error {
	d, err := c.data("")
	if err != nil {
		return err
	}
	room, err := scene.NewRoom(d)
	if err != nil {
		return err
	}
	size, err := export.ParseSize("1024x768", 1, 0)
	if err != nil {
		return err
	}
	var pictures, counts int
	for _, lang := range i18n.Languages() {
		for _, theme := range state.PictureThemes() {
			for _, x := range scene.Specs() {
				s := room.Opening()
				s.Lang, s.Theme, s.Kind, s.Status = lang, theme, x.Kind, state.AllStatuses
				n, err := draw(ctx, room, s, size, lang == i18n.Languages()[0])
				if errors.Is(err, context.Canceled) {
					return failed("interrupted")
				}
				if err != nil {
					return &fault{Findings, fmt.Errorf("selftest: %s, %s, %s: %w", x.Kind, lang, theme, err)}
				}
				pictures += n
				if theme != state.PictureThemes()[0] {
					continue
				}
				for _, s.Split = range []bool{false, true} {
					if s.Split && x.Split == nil {
						continue
					}
					m, err := count(room, s)
					if err != nil {
						return &fault{Findings, fmt.Errorf("selftest: %s, %s, split %t: %w", x.Kind, lang, s.Split, err)}
					}
					counts += m
				}
			}
		}
	}
	return c.print(fmt.Sprintf("%s %s: drew %d pictures, checked %d counts", c.Program.Name, c.Version, pictures, counts))
}

// draw draws the chart of a view, and with the first chart the map and the
// dashboard too, and packs them as files if that is asked.
func draw(ctx context.Context, room *scene.Room, s state.State, size export.Size, packed bool) (n int, err error) {
	kinds := []export.Kind{export.Chart}
	if s.Kind == scene.Specs()[0].Kind {
		kinds = export.Kinds()
	}
	for _, k := range kinds {
		pic, err := export.Draw(ctx, room, s, export.Options{Kind: k, Size: size})
		if err != nil {
			return n, fmt.Errorf("%s: %w", k, err)
		}
		if packed {
			err = pic.WritePNG(io.Discard)
		}
		if err != nil {
			return n, fmt.Errorf("%s: %w", k, err)
		}
		n++
	}
	return n, nil
}

// count compares the chart's table with the statements themselves, under each
// status in turn.
func count(room *scene.Room, s state.State) (n int, err error) {
	for _, status := range append([]string{""}, room.Data.Order(dataset.StatusList)...) {
		s.Status = state.NewSet(status)
		want := 0
		for i := range room.Data.Statements {
			x := &room.Data.Statements[i]
			if status != "" && x.Status != status {
				continue
			}
			if scene.SpecFor(room, s).Many() {
				want += len(x.States)
			} else {
				want++
			}
		}
		got := 0
		for _, row := range scene.Count(room, scene.Select(room.Data, s), s, i18n.For(s.Lang)).Plot().Rows {
			got += row.Count
		}
		if got != want {
			return n, fmt.Errorf("status %s: counted %d, the data have %d", status, got, want)
		}
		n++
	}
	return n, nil
}

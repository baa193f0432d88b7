package manual

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"slices"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Figure is a picture of the book: a view of the data, drawn as an export draws it.
type Figure struct {
	View   state.View
	kind   export.Kind
	height int // layout pixels; all are figureWidth wide
	scene  *export.SceneOf
}

// figureWidth is how wide a figure is at size of type 1, in layout pixels.
const figureWidth = 600

// figureFile is a figure as the file of figures has it: a view with what shows it, or
// a scene, from 1, of a lesson of the data.
type figureFile struct {
	Kind   export.Kind     `json:"kind"`
	Height int             `json:"height"`
	View   json.RawMessage `json:"view"`
	Lesson string          `json:"lesson"`
	Scene  int             `json:"scene"`
}

// readFigures reads the file of figures.
func readFigures(files fs.FS, room *scene.Room, p *i18n.Printer) (map[string]Figure, error) {
	data, err := fs.ReadFile(files, "figures.json")
	if err != nil {
		return nil, fmt.Errorf("read figures: %w", err)
	}
	var all map[string]figureFile
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("read figures: %w", err)
	}
	out := map[string]Figure{}
	for name, f := range all {
		if out[name], err = f.figure(room, p); err != nil {
			return nil, fmt.Errorf("figure %s: %w", name, err)
		}
	}
	return out, nil
}

func (f figureFile) figure(room *scene.Room, p *i18n.Printer) (Figure, error) {
	if f.Lesson == "" {
		s, later, err := state.DecodeOver(room.Opening(), f.View)
		if err == nil && later {
			err = errors.New("the view has a field that no view has")
		}
		return Figure{View: s.View, kind: f.Kind, height: f.Height}, err
	}
	lessons, err := export.PackageLessons(room.Data)
	if err != nil {
		return Figure{}, err
	}
	i := slices.IndexFunc(lessons, func(l export.PackagedLesson) bool { return l.Name == f.Lesson })
	if i < 0 || f.Scene < 1 || f.Scene > len(lessons[i].Scenes) {
		return Figure{}, fmt.Errorf("the lesson %q has no scene %d", f.Lesson, f.Scene)
	}
	steps, err := lessons[i].Steps(room, p)
	if err != nil {
		return Figure{}, err
	}
	of := &export.SceneOf{Step: steps[f.Scene-1], N: f.Scene, Total: len(steps)}
	return Figure{View: of.View, kind: export.Slide, height: figureWidth * 9 / 16, scene: of}, nil
}

// Aspect is the height of the figure in parts of its width.
func (f Figure) Aspect() float32 { return float32(f.height) / figureWidth }

// Draw draws a figure of the book so many pixels wide, in the language and look of a
// person; words are the picture in words.
func (b *Book) Draw(ctx context.Context, f Figure, by state.Person, width int) (pic *image.RGBA, words string, err error) {
	s := state.Default()
	s.View, s.Person = f.View, by
	s.TextSize = 1
	density := float64(width) / figureWidth
	size := export.Size{Width: width, Height: int(float64(f.height)*density + 0.5), Density: density}
	drawn, err := export.Draw(ctx, b.room, s, export.Options{Kind: f.kind, Size: size, NoData: true, Scene: f.scene})
	if err != nil {
		return nil, "", err
	}
	return drawn.Image, drawn.Description, nil
}

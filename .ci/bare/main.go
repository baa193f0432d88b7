// Command bare is what the window of the atlas is measured against: an empty
// Fyne window, or with -raster one whose only content is drawn anew in every
// frame for some seconds.
package main

import (
	"fmt"
	"image"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
)

func main() {
	a := app.NewWithID("org.c5atlas.Bare")
	w := a.NewWindow("bare")
	w.SetPadded(false)
	frames, began, told := 0, time.Time{}, false
	var frame *image.RGBA
	content := canvas.NewRaster(func(width, height int) image.Image {
		if !told {
			told = true
			if path := os.Getenv("C5ATLAS_READY"); path != "" {
				go fyne.Do(func() { _ = os.WriteFile(path, nil, 0o600) }) // once this frame is swapped
			}
		}
		if frame == nil || frame.Rect.Dx() != width || frame.Rect.Dy() != height {
			frame = image.NewRGBA(image.Rect(0, 0, width, height))
		}
		frames++
		for i := range frame.Pix[:4*width] { // something changes
			frame.Pix[i] = byte(i + frames)
		}
		return frame
	})
	w.SetContent(content)
	w.Resize(fyne.NewSize(1920, 1040))
	if len(os.Args) > 1 && os.Args[1] == "-raster" {
		began = time.Now().Add(2 * time.Second) // the window is up by then
		start := 0
		move := fyne.NewAnimation(time.Hour, func(float32) {
			now := time.Now()
			switch {
			case now.Before(began):
				start = frames
			case now.Sub(began) > 5*time.Second:
				fmt.Printf("bare: %.1f pictures per second\n", float64(frames-start)/now.Sub(began).Seconds())
				os.Exit(0)
			}
			content.Refresh()
		})
		move.Start()
	}
	w.ShowAndRun()
}

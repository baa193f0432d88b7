package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/draw"
)

// iconSizes are the pixel sizes of the hicolor theme that desktops look for.
var iconSizes = [...]int{16, 24, 32, 48, 64, 128, 256, 512}

// smallest is the largest size that is drawn from icon-small.svg, which has
// fewer and heavier lines.
const smallest = 32

// fileTypes are the drawings of the icons of our own types of files.
var fileTypes = [...]string{"lesson", "package"}

// writeIcons draws folder/icon.svg and folder/icon-small.svg at every size
// into folder/sizes, the 512 pixel one also as folder/icon.png, and those of
// the types of files as folder/sizes/NAME-SIZE.png.
func writeIcons(folder string) error {
	if err := os.MkdirAll(filepath.Join(folder, "sizes"), 0o755); err != nil {
		return err
	}
	for _, size := range iconSizes {
		from := "icon.svg"
		if size <= smallest {
			from = "icon-small.svg"
		}
		data, err := drawIcon(filepath.Join(folder, from), size)
		if err != nil {
			return fmt.Errorf("draw %s at %d: %w", from, size, err)
		}
		names := []string{filepath.Join("sizes", fmt.Sprintf("%d.png", size))}
		if size == 512 {
			names = append(names, "icon.png")
		}
		for _, name := range names {
			if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
				return err
			}
		}
		for _, name := range fileTypes {
			data, err := drawIcon(filepath.Join(folder, name+".svg"), size)
			if err != nil {
				return fmt.Errorf("draw %s at %d: %w", name, size, err)
			}
			if err := os.WriteFile(filepath.Join(folder, "sizes", fmt.Sprintf("%s-%d.png", name, size)), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// drawing is the size, in pixels, at which the icons are drawn before they are
// made smaller: the drawings' own, because oksvg does not scale line widths.
const drawing = 512

func drawIcon(path string, size int) ([]byte, error) {
	icon, err := oksvg.ReadIcon(path, oksvg.StrictErrorMode)
	if err != nil {
		return nil, err
	}
	large := image.NewRGBA(image.Rect(0, 0, drawing, drawing))
	icon.Draw(rasterx.NewDasher(drawing, drawing, rasterx.NewScannerGV(drawing, drawing, large, large.Bounds())), 1)
	img := large
	if size != drawing {
		img = image.NewRGBA(image.Rect(0, 0, size, size))
		draw.CatmullRom.Scale(img, img.Bounds(), large, large.Bounds(), draw.Src, nil)
	}
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	err = enc.Encode(&out, img)
	return out.Bytes(), err
}

package draw

import (
	"image"
	"testing"
)

func TestUncoveredIsTheRest(t *testing.T) {
	t.Parallel()
	size := image.Rect(0, 0, 9, 7)
	for dx := -9; dx <= 9; dx++ {
		for dy := -7; dy <= 7; dy++ {
			moved := size.Add(image.Pt(dx, dy))
			for y := range 7 {
				for x := range 9 {
					at, n := image.Pt(x, y), 0
					for _, r := range uncovered(size, dx, dy) {
						if at.In(r) {
							n++
						}
					}
					if kept := at.In(moved); kept && n != 0 || !kept && n != 1 {
						t.Fatalf("moved by %d, %d: %v is drawn %d times", dx, dy, at, n)
					}
				}
			}
		}
	}
}

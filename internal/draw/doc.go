// Package draw is the drawing floor under maps and charts. It knows neither.
//
// One draws on a [Picture]: it fills and strokes paths, hatches, shades and
// writes, and keeps each as a [Step]. The back ends draw the list: [Paint] as
// pixels, [SVG] and [PDF] as vectors with real text. Lengths are device pixels,
// X right, Y down; Density tells how many of them a layout pixel has.
//
// All arithmetic of pixels is on whole numbers: equal pictures have equal bytes
// on every machine, and however many cores draw them.
package draw

package draw

import "math/bits"

// raster turns closed outlines into coverage. It is an accumulation buffer in
// whole numbers: every edge adds its signed height and area to the one or two
// cells it passes in each row, and the running sum along a row is the coverage.
// A bit per cell remembers where something was added, so that a sweep jumps from
// edge to edge and the inside of a country costs one fill per row.
//
// Coordinates are 1/256 pixel. Outlines add up: two polygons that share an edge
// in opposite directions leave no seam, and pieces of one line that overlap must
// turn the same way round. Because all arithmetic is on integers a picture has
// the same bytes on every machine.
type raster struct {
	width, height int
	acc           []int32  // height rows of stride cells
	touched       []uint64 // a bit per cell: something was added there, and to the next
	stride, words int
	top, bottom   int // rows touched: top <= y < bottom
	left, right   int // what is touched of them, in 1/256 pixel: left <= x <= right
}

const (
	subpixel = 256
	full     = subpixel * subpixel * 2 // sum of a covered cell
)

// reset makes the raster width by height pixels. It must be swept clean.
func (r *raster) reset(width, height int) {
	r.width, r.height = width, height
	r.stride, r.words = width+2, (width+2+63)/64
	if n := r.stride * height; cap(r.acc) < n {
		r.acc = make([]int32, n)
	} else {
		r.acc = r.acc[:n]
	}
	if n := r.words * height; cap(r.touched) < n {
		r.touched = make([]uint64, n)
	} else {
		r.touched = r.touched[:n]
	}
	r.clean()
}

// clean says that nothing is touched.
func (r *raster) clean() {
	r.top, r.bottom = r.height, 0
	r.left, r.right = r.width*subpixel, 0
}

// marks are the words of a row of touched that may be set, from and to: most of what
// is drawn is much narrower than the raster. Rounding may put an edge one unit
// aside, and it touches the cell to the right of its own, too.
func (r *raster) marks() (from, to int) {
	return max(r.left-1, 0) >> 8 / 64, min(((r.right+1)>>8+1)/64+1, r.words)
}

// far is beyond what products of two coordinates can hold; such edges are cut
// with floating point first.
const far = 1 << 29

// point is a place in pixels of the raster.
type point struct{ x, y float64 }

// ring adds a closed outline in pixels.
func (r *raster) ring(ring []point) {
	last := ring[len(ring)-1]
	lx, ly := fix(last.x), fix(last.y)
	for _, p := range ring {
		x, y := fix(p.x), fix(p.y)
		r.line(lx, ly, x, y)
		lx, ly = x, y
	}
}

// line adds an edge. Parts above, below and right of the raster do not count;
// parts left of it count at its left side.
func (r *raster) line(x0, y0, x1, y1 int) {
	if y0 == y1 {
		return
	}
	sign := 1
	if y0 > y1 {
		x0, y0, x1, y1 = x1, y1, x0, y0
		sign = -1
	}
	h, w := r.height*subpixel, r.width*subpixel
	if y0 >= 0 && y1 <= h && uint(x0) < uint(w) && uint(x1) < uint(w) {
		r.rows(x0, y0, x1, y1, sign)
	} else if y1 > 0 && y0 < h && (x0 < w || x1 < w) {
		r.clipped(x0, y0, x1, y1, sign)
	}
}

// clipped adds what counts of an edge, y0 < y1, that may leave the raster.
func (r *raster) clipped(x0, y0, x1, y1, sign int) {
	h, w := r.height*subpixel, r.width*subpixel
	if y0 < 0 {
		x0, y0 = cut(x0, y0, x1, y1, 0), 0
	}
	if y1 > h {
		x1, y1 = cut(x0, y0, x1, y1, h), h
	}
	switch {
	case x0 <= 0 && x1 <= 0:
		x0, x1 = 0, 0
	case x0 >= w && x1 >= w:
		return
	case x0 < 0 || x1 < 0:
		ym := min(max(cut(y0, x0, y1, x1, 0), y0), y1)
		if x0 < 0 {
			r.rows(0, y0, 0, ym, sign)
			x0, y0 = 0, ym
		} else {
			r.rows(0, ym, 0, y1, sign)
			x1, y1 = 0, ym
		}
	}
	if x0 > w {
		x0, y0 = w, min(max(cut(y0, x0, y1, x1, w), y0), y1)
	} else if x1 > w {
		x1, y1 = w, min(max(cut(y0, x0, y1, x1, w), y0), y1)
	}
	r.rows(x0, y0, x1, y1, sign)
}

// cut is the u at which the edge (u0,v0)-(u1,v1) reaches v.
func cut(u0, v0, u1, v1, v int) int {
	if u0 > far || u0 < -far || u1 > far || u1 < -far || v0 < -far || v0 > far || v1 > far || v1 < -far {
		t := float64(v-v0) / float64(v1-v0)
		return u0 + int(float64(float64(u1-u0)*t))
	}
	return u0 + (u1-u0)*(v-v0)/(v1-v0)
}

// rows walks an edge, y0 <= y1, inside the raster from row to row.
func (r *raster) rows(x0, y0, x1, y1, sign int) {
	if y0 >= y1 {
		return
	}
	first, last := y0>>8, (y1-1)>>8
	r.top, r.bottom = min(r.top, first), max(r.bottom, last+1)
	r.left, r.right = min(r.left, x0, x1), max(r.right, x0, x1)
	if first == last {
		r.cells(first, x0, x1, y1-y0, sign)
		return
	}
	// A step of a row; the last is less than 2^24 steps away, so that the error
	// stays under one unit.
	slope := (x1 - x0) << 24 / (y1 - y0)
	xa, ya := x0, y0
	for y := first; y < last; y++ {
		yb := (y + 1) << 8
		xb := x0 + (slope*(yb-y0))>>24
		r.cells(y, xa, xb, yb-ya, sign)
		xa, ya = xb, yb
	}
	r.cells(last, xa, x1, y1-ya, sign)
}

// cells adds an edge within one row, of height dy, from xa to xb. The sign comes
// last, so that an edge and its reverse cancel to nothing.
func (r *raster) cells(y, xa, xb, dy, sign int) {
	if xa>>8 == xb>>8 {
		r.add(y, xa>>8, dy*sign, xa&255+xb&255)
		return
	}
	if xa > xb {
		xa, xb = xb, xa
	}
	ca, cb := xa>>8, xb>>8
	slope := dy << 24 / (xb - xa)
	done, x := 0, xa
	for c := ca; c < cb; c++ {
		next := (c + 1) << 8
		reached := slope * (next - xa) >> 24
		r.add(y, c, (reached-done)*sign, x+next-2*c<<8)
		done, x = reached, next
	}
	r.add(y, cb, (dy-done)*sign, x+xb-2*cb<<8)
}

// add adds the part of an edge in a cell, of height dy; width is the sum of the places
// where it begins and ends in the cell.
func (r *raster) add(y, cell, dy, width int) {
	f := int32(dy * width)
	at := y*r.stride + cell
	pair := r.acc[at : at+2 : at+2]
	pair[0] += int32(dy)<<9 - f
	pair[1] += f
	r.touched[y*r.words+cell>>6] |= 1 << (cell & 63)
}

// coverage is the sum of a cell as 0 to 255.
func coverage(sum int32) uint32 {
	if sum < 0 {
		sum = -sum
	}
	return min(uint32(sum)>>9, 255)
}

// sweep calls span for every run of equal coverage above zero, row by row, and
// leaves the raster clean.
func (r *raster) sweep(span func(y, x0, x1 int, cover uint32)) {
	from, to := r.marks()
	for y := r.top; y < r.bottom; y++ {
		row := r.acc[y*r.stride : (y+1)*r.stride]
		set := r.touched[y*r.words+from : y*r.words+to]
		var sum int32
		var cover uint32
		x := 0
		var carry uint64
		for i, mark := range set {
			word := mark | mark<<1 | carry
			if word == 0 {
				continue
			}
			set[i], carry = 0, mark>>63
			for word != 0 {
				c := (from+i)*64 + bits.TrailingZeros64(word)
				word &= word - 1
				sum += row[c]
				row[c] = 0
				next := coverage(sum)
				if next == cover { // an edge and its reverse
					continue
				}
				if cover > 0 {
					span(y, x, min(c, r.width), cover)
				}
				cover, x = next, c
			}
		}
		if cover > 0 && x < r.width {
			span(y, x, r.width, cover)
		}
	}
	r.clean()
}

// paint is sweep with the ink put straight on an image of the raster's size.
func (r *raster) paint(pix []byte, stride int, k *ink) {
	from, to := r.marks()
	for y := r.top; y < r.bottom; y++ {
		row := r.acc[y*r.stride : (y+1)*r.stride]
		set := r.touched[y*r.words+from : y*r.words+to]
		line := pix[y*stride : y*stride+r.width*4]
		var sum int32
		var cover uint32
		x := 0
		var carry uint64
		for i, mark := range set {
			word := mark | mark<<1 | carry
			if word == 0 {
				continue
			}
			set[i], carry = 0, mark>>63
			for word != 0 {
				c := (from+i)*64 + bits.TrailingZeros64(word)
				word &= word - 1
				sum += row[c]
				row[c] = 0
				next := coverage(sum)
				if next == cover {
					continue
				}
				if cover > 0 {
					if c == x+1 {
						k.dot(line[x*4:], cover)
					} else {
						k.span(line, x, min(c, r.width), cover)
					}
				}
				cover, x = next, c
			}
		}
		if cover > 0 && x < r.width {
			k.span(line, x, r.width, cover)
		}
	}
	r.clean()
}

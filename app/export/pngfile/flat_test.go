package pngfile

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"testing"
)

// packed is rows as flat writes them, in bands of so many rows.
func packed(rows [][]byte, pixel, perBand int) []byte {
	f := flat{pixel: pixel, row: len(rows[0])}
	var out []byte
	for first := 0; first < len(rows); first += perBand {
		end := min(first+perBand, len(rows))
		f.begin((end - first) * f.row)
		for y := first; y < end; y++ {
			copy(f.next(), rows[y])
			if rows[y][0] == filterUp {
				f.repeat()
			} else {
				f.add()
			}
		}
		out = append(out, f.code.write(f.tokens, end == len(rows))...)
	}
	return out
}

// What flat writes is what the standard library reads: rows of noise, of runs, of
// what stood above and of what stood elsewhere, narrow and wider than a match reaches.
func TestFlatIsReadBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 5))
	for _, pixel := range []int{1, 3, 4} {
		for _, width := range []int{1, 2, 3, 5, 87, 259, 700, 40_000} {
			for _, colors := range []int{1, 2, 9, 256} {
				height := max(4, min(60, 300_000/(width*pixel)))
				rows := make([][]byte, height)
				for y := range rows {
					row := make([]byte, 1+width*pixel)
					rows[y] = row
					if y > 0 && r.IntN(3) == 0 {
						row[0] = filterUp
						continue
					}
					for x := 0; x < width; {
						run := min(width-x, 1+r.IntN(1+r.IntN(600)))
						from := row[1:]
						if y > 0 && r.IntN(2) == 0 {
							from = rows[r.IntN(y)][1:] // of the row above, or another
						}
						c := byte(r.IntN(colors))
						for range run {
							for k := range pixel {
								row[1+x*pixel+k] = c
								if &from[0] != &row[1] {
									row[1+x*pixel+k] = from[x*pixel+k]
								} else if run < 4 {
									row[1+x*pixel+k] = byte(r.IntN(colors))
								}
							}
							x++
						}
					}
				}
				for _, perBand := range []int{height, 7} {
					got, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed(rows, pixel, perBand))))
					if err != nil || !bytes.Equal(got, bytes.Join(rows, nil)) {
						t.Fatalf("%d bytes a pixel, %d wide, %d colours, %d rows a band: %v", pixel, width, colors, perBand, err)
					}
				}
			}
		}
	}
}

// A code is whole, no word of it too long, and in Huffman's own length where that is
// allowed: each count is the sum of the two before it, which makes the longest words.
func TestLengths(t *testing.T) {
	t.Parallel()
	var c blockCode
	for n := 1; n <= 40; n++ {
		counts := make([]uint32, 60)
		a, b := uint32(1), uint32(1)
		for i := range n {
			counts[(7*i)%60] = a
			a, b = b, a+b
		}
		for _, most := range []int{7, 15} {
			lengths := c.lengths(counts, most)
			sum, longest := 0, 0
			for s, l := range lengths {
				if (l == 0) != (counts[s] == 0) || int(l) > most {
					t.Fatalf("%d symbols: one that occurs %d times has %d bits of at most %d", n, counts[s], l, most)
				}
				if l > 0 {
					sum += 1 << (most - int(l))
					longest = max(longest, int(l))
				}
			}
			if n > 1 && sum != 1<<most {
				t.Errorf("%d symbols of at most %d bits: the code has %d of %d words", n, most, sum, 1<<most)
			}
			if want := min(max(n-1, 1), most); longest != want {
				t.Errorf("%d symbols: the longest word has %d bits, want %d", n, longest, want)
			}
		}
	}
}

// A chart, mostly one colour, with edges and the same letters again and again, takes no
// more bytes than compress/flate makes of it.
func TestFlatIsSmall(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 6))
	letters := make([][]byte, 20) // 12 x 8 pixels
	for i := range letters {
		letters[i] = make([]byte, 12*8)
		for k := range letters[i] {
			letters[i][k] = byte(255 - 16*max(0, r.IntN(30)-14))
		}
	}
	const width = 900
	rows := make([][]byte, 400)
	for y := range rows {
		rows[y] = bytes.Repeat([]byte{255}, 1+3*width)
		rows[y][0] = filterNone
		for x := range 3 * (100 + 50*(y/40)) {
			rows[y][301+x] = []byte{0x11, 0x77, 0x33}[x%3]
		}
	}
	for line := range 16 {
		for at := range 60 {
			l := letters[r.IntN(len(letters))]
			for k, v := range l {
				for c := range 3 {
					rows[line*20+6+k/8][1+3*(400+8*at+k%8)+c] = v
				}
			}
		}
	}
	for y := len(rows) - 1; y > 0; y-- {
		if bytes.Equal(rows[y], rows[y-1]) {
			clear(rows[y])
			rows[y][0] = filterUp
		}
	}
	var std bytes.Buffer
	z, err := flate.NewWriter(&std, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		_, _ = z.Write(row)
	}
	_ = z.Close()
	if got := len(packed(rows, 3, len(rows))); got > std.Len() {
		t.Errorf("%d bytes, of compress/flate %d", got, std.Len())
	} else {
		t.Logf("%d bytes, of compress/flate %d", got, std.Len())
	}
}

package names

import (
	"math"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// choice is a place where a name may stand.
type choice struct {
	text *block
	x, y float64 // of its middle, pixels of the coarse plane
	led  bool    // by a line to the target
	cost float64
}

// block is lines of type to be placed as one.
type block struct {
	Type          Type
	lines         []string
	width, height float64 // layout pixels
	target        orb.Point
}

func (l *Layout) block(label *Label, lines []string) *block {
	b := &block{Type: l.lettering(label), lines: lines}
	b.Type.Size, b.Type.spacing = Smallest*l.TypeScale, 0.02
	for _, line := range lines {
		b.width = max(b.width, b.Type.width(line))
	}
	b.height = b.Type.Size * (1 + float64(len(lines)-1)*lineHeight)
	return b
}

func (b *block) box(x, y float64) draw.Box {
	return draw.Box{X0: x - b.width/2, Y0: y - b.height/2, X1: x + b.width/2, Y1: y + b.height/2}
}

// placed is the name at its place.
func (c *choice) placed(l *Layout, label *Label) Placed {
	w := Placed{Label: label, Type: c.text.Type, Lines: c.text.lines, Held: draw.Middle, led: c.led}
	at := c.text.target
	if !c.led {
		at = orb.Point{c.x, c.y}
	}
	w.Anchor = orb.Point{at[0] / l.coarse.SX, at[1] / l.coarse.SY}
	w.dx, w.dy = c.x-at[0]-c.text.width/2, c.y-at[1]-c.text.height/2+0.76*w.Type.Size
	return w
}

// How a name stands, the best first.
const (
	inOwn        = iota * 1e5 // in its land
	mostlyInOwn               // with a part over land that heeds no names, or the sea
	ajar                      // with an end over others' land
	shortInOwn                // the short name, in the same ways
	shortMostly               //
	shortAjar                 //
	led                       // beside its land, with a line
	overOthers                // with a large part over others' land
	ledOver                   // beside it, over others' land
	shortLed                  // the short name again
	shortOver                 //
	shortLedOver              //
	farLed                    // with a line longer than its leash: what this adds to the others
)

// where is which places are looked at. All in the first cost less than all in the
// second, these less than the third's, and so on: who takes the first that is free asks
// for the next ones only when it found none.
type where uint8

const (
	inLand      where = 1 << iota // in its land, whole or short
	besideWhole                   // the whole name beside its land or over that of others
	besideShort
	farther  // beside its land with a line longer than its leash
	anywhere = inLand | besideWhole | besideShort | farther
)

// choices are the places in a part of the plane where the name of a country may
// stand. Of a country that lies partly in a window alone, only those in its land.
func (l *Layout) choices(label *Label, g *ground, window bool, look where) *ranking {
	most := longest * l.TypeScale
	leash := most * l.leash()
	if look == farther && leash == most {
		return rank(nil) // there are none
	}
	own := l.number(label.ID)
	anchor := l.coarse.Apply(l.Projection.Project(label.LonLat))
	texts := []*block{l.block(label, []string{strings.ToUpper(label.Text)})}
	if label.Short != "" {
		texts = append(texts, l.block(label, []string{strings.ToUpper(label.Short)}))
	}
	center := l.metres(orb.Bound{Min: anchor, Max: anchor}).Min
	part := window && !g.bound.Contains(center)
	state := l.State(label)
	may := !part && (state || l.partyTo(label.ID))
	target := anchor
	if may && look != inLand {
		target = l.target(g, own, anchor)
	}
	step := 1
	if window {
		step = 3 // so that a name holds still for a while when the window moves
	}
	out := l.spare[len(l.spare):]
	var land *land // of a country that only comes near the window there is none to be counted
	for n, text := range texts {
		near := look&[...]where{besideWhole, besideShort}[n] != 0
		lead := may && (near || look&farther != 0 && leash < most)
		if !lead && look&inLand == 0 {
			continue
		}
		text.target = target
		frame := frameOf(text)
		for row := after(g.y, step); row < g.h; row += step {
			y := (float64(g.y+row) + 0.5) * cell
			for col := after(g.x, step); col < g.w; col += step {
				x := (float64(g.x+col) + 0.5) * cell
				in := g.of[row*g.w+col]&^disputed == own
				if !in && !may {
					continue
				}
				c := choice{text: text, x: x, y: y}
				mine, others, claimed := 0.0, 0.0, false
				if in || nearer(x-anchor[0], y-anchor[1], most+text.width) {
					if land == nil {
						land = g.landOf(own)
					}
					mine, others, claimed = land.under(frame, col, row)
				}
				short, far := float64(n)*(shortInOwn-inOwn), 0.0
				switch {
				case claimed, mine == 0 && !lead:
					continue
				case mine >= 0.96:
					c.cost = inOwn + short
				case in && mine >= 0.45 && others < 0.08:
					c.cost = mostlyInOwn + short
				case in && mine >= 0.7:
					c.cost = ajar + short
				case lead && mine < 0.3 && (others == 0 || state) && c.leads(l, most):
					c.led = true
				case lead && near && state && in && mine >= 0.45:
					c.cost = overOthers + float64(n)*(shortOver-overOthers)
				default:
					continue
				}
				if c.cost < led && !c.led && look&inLand == 0 {
					continue
				}
				if c.led {
					if within := leash == most || c.leads(l, leash); within && !near || !within && look&farther == 0 {
						continue
					} else if !within {
						far = farLed
					}
				}
				switch {
				case c.led:
					crosses := c.crosses(g, own)
					if others == 0 {
						c.cost = led + float64(n)*(shortLed-led)
						if state && crosses > 0.1 {
							c.cost += ledOver - led // no better than to stand there
						}
					} else {
						c.cost = ledOver + float64(n)*(shortLedOver-ledOver)
					}
					c.cost += far + math.Hypot(x-target[0], 2*(y-target[1])) + most*crosses
				case part:
					c.cost += still(g.x+col, g.y+row)
				default:
					c.cost += math.Hypot(x-anchor[0], y-anchor[1])
				}
				out = append(out, c)
			}
		}
	}
	if n := len(l.spare); n+len(out) <= cap(l.spare) {
		l.spare = l.spare[:n+len(out)]
	} else {
		l.spare = out // those of before keep what they have
	}
	return rank(out)
}

// after is how many cells after one the next is whose number a step divides.
func after(at, step int) int { return ((-at)%step + step) % step }

// still is the cost of a cell in a window that shows a part of a country alone: the
// fewer cells there are like it, the less, so that a name moves on in long steps.
func still(x, y int) float64 {
	for n, every := range []int{48, 24, 12, 6} {
		if x%every == 0 && y%every == 0 {
			return float64(n)
		}
	}
	return 4
}

// leads says that a line from the name to its target is neither so short that it
// is none nor too long.
func (c *choice) leads(l *Layout, most float64) bool {
	a, b := c.text.box(c.x, c.y).Pad(2), c.text.target
	x, y := nearest(a, b)
	dx, dy := b[0]-x, b[1]-y
	return !nearer(dx, dy, 6*l.TypeScale) && nearer(dx, dy, most)
}

// nearer says that a point is nearer than that. Most are so plainly nearer or
// farther that no root is needed.
func nearer(dx, dy, than float64) bool {
	switch square, limit := dx*dx+dy*dy, than*than; {
	case square < limit*(1-1e-9):
		return true
	case square > limit*(1+1e-9):
		return false
	}
	return math.Hypot(dx, dy) < than
}

// crosses is the share of the line that lies over land of others.
func (c *choice) crosses(g *ground, own uint16) float64 {
	const n = 8
	x, y := nearest(c.text.box(c.x, c.y), c.text.target)
	over := 0.0
	for i := range n {
		t := float64(i) / n
		if k := g.at(x+t*(c.text.target[0]-x), y+t*(c.text.target[1]-y)) &^ disputed; k > 0 && k != own {
			over += 1.0 / n
		}
	}
	return over
}

// nearest is the point of a box that is nearest to another.
func nearest(b draw.Box, p orb.Point) (x, y float64) {
	return min(max(p[0], b.X0), b.X1), min(max(p[1], b.Y0), b.Y1)
}

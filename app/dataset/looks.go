package dataset

import (
	"cmp"
	"slices"
	"strconv"
)

// look is what tells a status from the others in a chart, or a level on a map.
type look struct {
	shade          int
	pattern, shape string
}

// looksOf are those that the codes of a list are given that have none, in their order:
// from firm to soft, from high to low.
var looksOf = map[string][]look{
	StatusList: {
		{shade: 1, pattern: "solid"},
		{shade: 2, pattern: "rule"},
		{shade: 3, pattern: "diagonals"},
		{shade: 4, pattern: "outline"},
		{pattern: "dots"},
		{shade: 2, pattern: "dots"},
		{shade: 4, pattern: "diagonals"},
		{shade: 1, pattern: "rule"},
		{shade: 3, pattern: "outline"},
	},
	LevelList: {{shape: "ring"}, {shape: "disc"}, {shape: "half"}, {shape: "square"}},
}

// lookOf is what a code is drawn as: without a pattern solid, without a shape a disc.
func lookOf(c *Code) look {
	if c.List == LevelList {
		return look{shape: cmp.Or(c.Shape, "disc")}
	}
	return look{shade: c.Shade, pattern: cmp.Or(c.Pattern, "solid")}
}

// dress gives statuses and levels without a look one each, where two would look alike:
// a package may list codes with nothing but their names. What looks alike all the same is
// noted, for no legend can tell it apart.
func (d *Dataset) dress(f *findings) {
	for _, list := range []string{StatusList, LevelList} {
		codes := d.codes[list]
		have := map[look]bool{}
		var bare []*Code
		for i := range codes {
			if c := &codes[i]; c.Shade == 0 && c.Pattern == "" && c.Shape == "" {
				bare = append(bare, c)
			} else {
				have[lookOf(c)] = true
			}
		}
		if len(bare) == 1 && !have[lookOf(bare[0])] { // it is told apart as it is
			bare = nil
		}
		for _, c := range bare {
			if i := slices.IndexFunc(looksOf[list], func(l look) bool { return !have[l] }); i >= 0 {
				l := looksOf[list][i]
				have[l] = true
				c.Shade, c.Pattern, c.Shape = l.shade, l.pattern, l.shape
				d.code[[2]string{list, c.Code}] = *c
			}
		}
		first := map[look]string{}
		for i := range codes {
			c := &codes[i]
			as := lookOf(c)
			if twin, ok := first[as]; ok && c.Listed {
				f.add(Finding{
					File: "codes.csv", Column: map[string]string{StatusList: "shade, pattern", LevelList: "shape"}[list], Value: c.Code,
					Fault: Phrase{Key: "finding.looksLike", Name: strconv.Quote(twin)}, Mend: Phrase{Key: "finding.ownLook"}, Note: true,
				})
			} else if !ok {
				first[as] = c.Code
			}
		}
	}
}

package export_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
)

// A legend that would take a fifth of the map in its corner, and make it smaller, stands
// above the states: on 120 mm it took two fifths of the width and of the height. On a wide
// picture it has its corner.
func TestLargeLegendsStandAbove(t *testing.T) {
	t.Parallel()
	row := regexp.MustCompile(`<text class="legend"[^>]* y="([0-9.]+)"[^>]*>Heads of state`)
	box := regexp.MustCompile(`viewBox="0 0 [0-9.]+ ([0-9.]+)"`)
	for name, above := range map[string]bool{"120mm": true, "85mm": true, "slide": false, "1280x720": false, "A4": false} {
		s := room().Opening()
		s.Lang = "en"
		var b bytes.Buffer
		if err := export.WriteSVG(t.Context(), &b, room(), s, export.Options{Kind: export.Map, Size: size(t, name, 1)}); err != nil {
			t.Fatal(err)
		}
		svg := b.String()
		at := row.FindStringSubmatchIndex(svg)
		if at == nil {
			t.Errorf("%s: no legend", name)
			continue
		}
		y, err := strconv.ParseFloat(svg[at[2]:at[3]], 64)
		if err != nil {
			t.Fatal(err)
		}
		boxes := box.FindAllStringSubmatch(svg[:at[0]], -1)
		height, err := strconv.ParseFloat(boxes[len(boxes)-1][1], 64)
		if err != nil {
			t.Fatal(err)
		}
		if raised := y < height/8; raised != above {
			t.Errorf("%s: the legend begins at %.2f of the height", name, y/height)
		}
		if !strings.Contains(svg, ">line of control<") {
			t.Errorf("%s: the legend lacks its last rows", name)
		}
	}
}

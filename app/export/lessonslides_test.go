package export_test

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/internal/elements"
)

// schema says in which order elements stand; those of one list are each there.
var schema = map[string][][]string{
	"ppt/slides":      {{"sld", "cSld", "spTree", "nvGrpSpPr", "grpSpPr", "sp", "clrMapOvr"}},
	"ppt/notesSlides": {{"notes", "cSld", "spTree", "nvGrpSpPr", "grpSpPr", "sp", "clrMapOvr"}},
	"ppt":             {},
	"ppt/charts": {
		{"date1904", "roundedCorners", "chart", "autoTitleDeleted", "plotArea", "layout", "barChart", "barDir", "grouping", "varyColors", "ser", "gapWidth", "overlap", "axId", "catAx", "valAx", "crossBetween", "legend", "plotVisOnly", "dispBlanksAs", "externalData"},
		{"ser", "idx", "order", "tx", "spPr", "invertIfNegative", "cat", "val"},
		{"catAx", "scaling", "delete", "axPos", "majorTickMark", "minorTickMark", "tickLblPos", "crossAx", "crosses", "auto", "lblAlgn", "lblOffset", "noMultiLvlLbl"},
	},
}

// PowerPoint refuses what LibreOffice mends, so that the rules of the format are
// checked here: each part is XML with a type, each relationship leads to a part, each
// id is there once, and elements stand in the order of the schema.
func TestPPTX(t *testing.T) {
	t.Parallel()
	l, o := script(t, sample, "uk")
	body := handed(t, "a.pptx", l, o)
	if !bytes.Equal(body, handed(t, "b.pptx", l, o)) {
		t.Error("not twice the same bytes")
	}
	in := unzipped(t, body)
	typed := map[string]bool{}
	for _, e := range elements.Of(t, strings.NewReader(in["[Content_Types].xml"])) {
		typed[e.Value("PartName")], typed["."+e.Value("Extension")] = true, true
	}
	there := map[string]int{}
	hidden := 0
	for name, text := range in {
		if ending := path.Ext(name); name != "[Content_Types].xml" && !typed["/"+name] && (ending == ".xml" || !typed[ending]) {
			t.Errorf("%s has no content type", name)
		} else if ending == ".png" || ending == ".xlsx" {
			continue
		}
		dir := path.Dir(name)
		there[dir]++
		all := elements.Of(t, strings.NewReader(text))
		var order []string
		ids := map[string]bool{}
		for k, e := range all {
			order = append(order, e.Name.Local)
			switch e.Name.Local {
			case "cNvPr", "sldId", "Relationship":
				id := e.Value("id") + e.Value("Id")
				if ids[id] {
					t.Errorf("%s: id %s twice", name, id)
				}
				ids[id] = true
			}
			if target := path.Join(path.Dir(dir), e.Value("Target")); e.Name.Local == "Relationship" && in[target] == "" {
				t.Errorf("%s leads to %s, which is not there", name, target)
			}
			if e.Name.Local == "pic" && all[k+2].Value("descr") == "" {
				t.Errorf("%s: a picture without an alternative text", name)
			}
		}
		lists := schema[dir]
		if dir == "ppt/slides" && all[0].Value("show") == "0" {
			hidden++
			lists = append(lists[:1:1], []string{"graphicFrame", "nvGraphicFramePr", "xfrm", "graphic", "graphicData", "chart"})
		} else if slices.Contains(order, "pic") {
			lists = append(lists[:1:1], []string{"pic", "nvPicPr", "blipFill", "blip", "srcRect", "stretch"})
		}
		if name == "ppt/presentation.xml" {
			lists = [][]string{{"presentation", "sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz"}}
		}
		for _, list := range lists {
			at := max(0, slices.Index(order, list[0]))
			for _, want := range list {
				next := slices.Index(order[at:], want)
				if next < 0 {
					t.Errorf("%s: %s is missing or out of order in %q", name, want, list)
					break
				}
				at += next
			}
		}
	}
	if there["ppt/slides"]-hidden != len(l.Steps) || there["ppt/charts"] != 5 || hidden != 5 || there["ppt/notesSlides"] != 1 {
		t.Errorf("%v, hidden %d", there, hidden)
	}
	for _, text := range []string{"Trade", "Wait for hands.", "Which state is named most?"} {
		if !strings.Contains(in["ppt/slides/slide1.xml"]+in["ppt/notesSlides/notesSlide1.xml"], ">"+text+"<") {
			t.Errorf("%q is no native text", text)
		}
	}
	picturesOf(t, in, "ppt/media/image%d.png", unzipped(t, handed(t, "a.zip", l, o)), l)
	numbers := unzipped(t, []byte(in["ppt/embeddings/numbers1.xlsx"]))["xl/worksheets/sheet1.xml"]
	for status, n := range tradeByStatus(t) {
		if !strings.Contains(numbers, fmt.Sprintf("<v>%d</v>", n)) || !strings.Contains(in["ppt/charts/chart1.xml"], fmt.Sprintf("<c:v>%d</c:v>", n)) {
			t.Errorf("%d statements of %s are not in the chart's numbers", n, status)
		}
	}
}

// picturesOf looks whether the pictures of slides, whose names follow the pattern, are
// those of the folder, byte for byte, and the view in the first one opens.
func picturesOf(t *testing.T, in map[string]string, pattern string, folder map[string]string, l *export.Script) {
	t.Helper()
	for i := range 3 {
		if in[fmt.Sprintf(pattern, i+1)] != folder[fmt.Sprintf("scene-%02d.png", i+1)] {
			t.Errorf("picture %d is another", i+1)
		}
	}
	if v, err := viewIn(in[fmt.Sprintf(pattern, 1)]); err != nil || v.View != l.Steps[0].View {
		t.Errorf("the view inside: %v", err)
	}
}

// tradeByStatus is the numbers of the sample's first chart, as counted from the table.
func tradeByStatus(t *testing.T) map[string]int {
	t.Helper()
	out := map[string]int{}
	for _, x := range rows(t, "statements.csv") {
		if x["domain"] == "TRD" {
			out[x["status"]]++
		}
	}
	return out
}

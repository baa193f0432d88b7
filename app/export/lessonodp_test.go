package export_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/internal/elements"
)

// An .odp is known by its first bytes, lists each of its parts, leads only to parts that
// are there, and says in words what its pictures show.
func TestODP(t *testing.T) {
	t.Parallel()
	l, o := script(t, sample, "uk")
	l.Steps[0].Note = "Wait  for\thands & \"ears\"."
	body := handed(t, "a.odp", l, o)
	o.Form = ".odp"
	if !bytes.Equal(body, handed(t, "b.slides", l, o)) {
		t.Error("not twice the same bytes")
	}
	// OpenDocument 1.2, part 3, section 3.3: the type, as it is, from byte 38.
	if want := "mimetypeapplication/vnd.oasis.opendocument.presentation"; !bytes.HasPrefix(body[30:], []byte(want)) {
		t.Errorf("begins with %q", body[:90])
	}
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	if f := z.File[0]; f.Method != zip.Store || len(f.Extra) > 0 || f.Flags&8 != 0 {
		t.Errorf("mimetype: %+v", f.FileHeader)
	}
	in := unzipped(t, body)
	listed := map[string]bool{}
	for _, e := range elements.Of(t, strings.NewReader(in["META-INF/manifest.xml"])) {
		listed[e.Value("full-path")] = true
	}
	delete(in, "META-INF/manifest.xml")
	delete(in, "mimetype")
	for name, text := range in {
		if !listed[name] {
			t.Errorf("%s is not in the manifest", name)
		}
		if path.Ext(name) != ".xml" {
			continue
		}
		named := map[string]bool{}
		all := elements.Of(t, strings.NewReader(text))
		for _, e := range all {
			if e.Name.Local == "style" {
				named[e.Value("name")] = true
			}
		}
		for k, e := range all {
			switch e.Name.Local {
			case "image", "object":
				target := strings.TrimPrefix(e.Value("href"), "./")
				if in[target] == "" && in[target+"/content.xml"] == "" || !listed[target] && !listed[target+"/"] {
					t.Errorf("%s leads to %q, which is not there", name, target)
				}
				if all[k+1].Name.Local != "desc" {
					t.Errorf("%s: %s without an alternative text", name, target)
				}
			}
			if style := e.Value("style-name"); style != "" && name != "styles.xml" && !named[style] && !strings.HasPrefix(style, "Scene") && e.Name.Local != "style" {
				t.Errorf("%s: %s has the style %s, which is not there", name, e.Name.Local, style)
			}
		}
	}
	content := in["content.xml"]
	if n, hidden := strings.Count(content, "<draw:page "), strings.Count(content, "<draw:object "); n-hidden != len(l.Steps) || hidden != 5 {
		t.Errorf("%d pages, of which %d with charts", n, hidden)
	}
	for _, want := range []string{">Trade<", "Wait <text:s/>for<text:tab/>hands &amp; &#34;ears&#34;.", "Which state is named most?", `presentation:class="title"`, `presentation:class="notes"`} {
		if !strings.Contains(content, want) {
			t.Errorf("no %q", want)
		}
	}
	o.Form = ""
	picturesOf(t, in, "Pictures/scene-%02d.png", unzipped(t, handed(t, "a.zip", l, o)), l)
	for status, n := range tradeByStatus(t) {
		if !strings.Contains(in["Object 1/content.xml"], fmt.Sprintf(`office:value="%d"`, n)) {
			t.Errorf("%d statements of %s are not in the chart's numbers", n, status)
		}
	}
}

func TestLessonForm(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"a": "/", "a/b.c/d": "/", "a.zip": ".zip", "A.ODP": ".odp", "x.pptx": ".pptx", "x.y.pdf": ".pdf", "..": "/", ".hidden": "/", "a.": "/", "a.odp/": "/", "a.v2/": "/", "": "/",
	} {
		if got, err := export.LessonForm(path); got != want || err != nil {
			t.Errorf("%q: %q, %v", path, got, err)
		}
	}
	for _, path := range []string{"a.odg", "a.ppt", "a.b/c.docx", "2026.11"} {
		if _, err := export.LessonForm(path); err == nil {
			t.Errorf("%q is taken", path)
		}
	}
}

package hostile

import (
	"fmt"
	"strings"
)

// descriptors are packages whose descriptor is hostile.
func descriptors() []Case {
	d := func(name, says, text string) Case {
		return folderCase("descriptor-"+name, says, one("datapackage.json", text))
	}
	var out []Case
	for name, path := range map[string]string{
		"up": "../other/meetings.csv", "root": "/etc/passwd", "url": "http://192.0.2.1/meetings.csv", "file-url": "file:///etc/passwd", "device": "/dev/stdin", "drive": `C:\\x.csv`, "nul": `a\u0000b`,
		"escape": `\u001b]0;forged\u0007\u001b[2J\r\u202e`,
	} {
		out = append(out, d("path-"+name, "", `{"name":"x","version":"1","resources":[{"name":"other","path":"`+path+`","hash":"sha256:00"}]}`),
			d("table-"+name, "", `{"name":"x","version":"1","resources":[{"name":"meetings","path":"`+path+`"}]}`),
			d("schema-"+name, "", `{"name":"x","version":"1","resources":[{"name":"meetings","path":"meetings.csv","schema":"`+path+`"}]}`))
	}
	var many100k strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&many100k, `{"path":"f%d.csv","hash":"sha256:0"},`, i)
	}
	deep := `{"type":"GeometryCollection","geometries":[`
	return append(
		out,
		d("resources", "more than 50000 resources", `{"resources":[`+strings.TrimSuffix(many100k.String(), ",")+`]}`),
		d("deep", "datapackage.json", many("[", 1<<20)),
		d("deep-objects", "datapackage.json", `{"profile":`+many(deep, 4500)+many("]}", 4500)+`}`),
		d("deep-below-go", "", `{"name":"x","version":"1","profile":{"title":`+many(`{"a":`, 9000)+"1"+many("}", 9000)+`}}`),
		d("large", "is too large", `{"name":"x"}`+many(" ", 17<<20)),
		d("empty", "datapackage.json", " "),
		d("garbage", "datapackage.json", "\x00\xff\x00\xff"),
		d("utf16", "", "\xff\xfe{\x00}\x00"),
		d("numbers", "", `{"name":1e999,"version":-0}`),
		d("types", "", `{"name":[],"title":{},"version":7,"resources":{"a":1},"profile":[1],"contributors":"me","languages":{}}`),
		d("nulls", "", `{"name":null,"version":null,"resources":[null,null],"profile":null}`),
		d("twice", "", `{"name":"a","name":"b","version":"1","version":"2"}`),
		d("lone-surrogate", "", `{"name":"\ud800","title":"\udfff","version":"1"}`),
		d("long-name", "", `{"name":"`+many("n", 1<<20)+`","title":"`+many("t", 1<<20)+`","version":"`+many("1", 1<<20)+`"}`),
		d("zalgo", "", `{"name":"z","version":"1","title":"a`+many("\u0301", 1<<16)+`"}`),
		d("pattern", "over 1,000 characters", `{"name":"x","version":"1","resources":[{"name":"states","path":"states.csv","schema":{"fields":[{"name":"code","constraints":{"pattern":"`+many("(a*)*", 1000)+`"}}]}}]}`),
		d("pattern-repeats", "", `{"name":"x","version":"1","resources":[{"name":"states","path":"states.csv","schema":{"fields":[{"name":"code","constraints":{"pattern":"((a{0,100}){0,100}){0,100}"}}]}}]}`),
		d("remote-images", "", `{"name":"x","version":"1","image":"http://192.0.2.1/x.png","homepage":"http://192.0.2.1/","$schema":"http://192.0.2.1/schema.json"}`),
	)
}

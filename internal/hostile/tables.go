package hostile

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

func utf16le(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// large is a package with a table of a text many times over, which is made when
// it is written.
func large(name, says, head, text string, times int) Case {
	return folderCase("table-"+name, says, func() map[string]string { return one("statements.csv", head+many(text, times)+"\n")() })
}

// tables are packages with a hostile table or summary, and tables as people have
// them.
func tables() []Case {
	row := "s1,d1,m1,KAZ UZB,agreed,R,TRD,They agree.\n"
	meetings := sound(nil)["meetings.csv"]
	s := func(name, says string, text string) Case {
		return folderCase("table-"+name, says, one("statements.csv", text))
	}
	m := func(name, says, text string) Case {
		return folderCase("meetings-"+name, says, one("meetings.csv", text))
	}
	return []Case{
		large("short-rows", "more than", statementsHead, "a\n", 30<<20),
		large("empty-rows", "more than", statementsHead, "\"\"\n", 20<<20),
		large("million-rows", "more than", statementsHead, row, 1_000_000),
		large("wide-row", "has more than 500 cells", statementsHead+row, ",", 30<<20),
		large("wide-header", "has more than 500 columns", "", ",", 8<<20),
		large("over-bound", "is too large", statementsHead, row, 2_000_000),
		s("columns", "has more than 500 columns", "a"+many(",a", 600)+"\n"),
		s("cell", "has a cell over 1 MiB", statementsHead+row+"s2,d1,m1,KAZ,agreed,R,TRD,"+many("x", 2<<20)+"\n"),
		s("cell-below-bound", "", statementsHead+row+"s2,d1,m1,KAZ,agreed,R,TRD,"+many("x", 1<<19)+"\n"),
		s("open-quote", "statements.csv", statementsHead+`s1,d1,m1,KAZ,agreed,R,TRD,"`+many("x\n", 1<<20)),
		s("nul", "", statementsHead+"s1,d1,m1,KAZ UZB,agreed,R,TRD,a\x00b\n"),
		s("not-utf8", "statements.csv", statementsHead+"s1,d1,m1,KAZ UZB,agreed,R,TRD,\xff\xfe\xfd\n"),
		s("empty", "statements.csv", " "),
		s("header-alone", "", statementsHead),
		s("formulas", "", statementsHead+"s1,d1,m1,KAZ UZB,agreed,R,TRD,\"=cmd|'/C calc'!A0\"\ns2,d1,m1,KAZ,agreed,R,TRD,@x\ns3,d1,m1,KAZ,agreed,R,TRD,\"\t=1\"\ns4,d1,m1,KAZ,agreed,R,TRD,-五\n"),
		m("bom", "", "\ufeff"+meetings),
		m("utf16", "", utf16le(meetings)),
		m("gb18030", "meetings.csv", strings.Replace(meetings, "First", "\xc9\xcf\xba\xa3\xba\xcf\xd7\xf7\xd7\xe9\xd6\xaf", 1)),
		m("carriage-returns", "", strings.ReplaceAll(meetings, "\n", "\r")),
		m("semicolons", "", strings.ReplaceAll(meetings, ",", ";")),
		m("sep", "", "sep=;\n"+strings.ReplaceAll(meetings, ",", ";")),
		m("tabs", "", strings.ReplaceAll(meetings, ",", "\t")),
		m("ambiguous-date", "date", strings.Replace(meetings, "2020-01-02", "5/6/2020", 1)),
		m("year-nought", "", strings.Replace(meetings, "2020-01-02", "0000-00-00", 1)),
		m("year-far", "", strings.Replace(meetings, "2020-01-02", "Y-170000000000000002", 1)),
		m("twice", "", meetings+many(meetings[strings.IndexByte(meetings, '\n')+1:], 20_001)),
		folderCase("links", "https", func() map[string]string { // of all these only the last may ever be opened
			var docs strings.Builder
			docs.WriteString("id,kind,meetings,lead,language,links\n")
			for i, url := range []string{
				"javascript:alert(1)", "file:///etc/passwd", "http://192.0.2.1/", "data:text/html,x", "https://user:pw@192.0.2.1/", "https:///nohost", "//host/x", `\\host\share`, "vnd.x:y", "doi:nothing", "ms-word:ofe|u|http://192.0.2.1/x",
				"smb://host/x", "ftp://host/x", "HTTPS:host", "mailto:a@b", "ssh://-oProxyCommand=calc/x", "https://h\u202eost/", "https://host/\u001b]0;x\u0007", "https://host/\n/", "https://example.org/",
			} {
				fmt.Fprintf(&docs, "d%d,news report,m1,Report,en,\"%s\"\n", i+1, url)
			}
			return sound(map[string]string{"documents.csv": docs.String()})
		}),
		folderCase("summary-large", "is too large", one("documents/d1.en.md", many("word ", 9<<18))),
		folderCase("summary-markup", "", one("documents/d1.en.md", `<img src="http://192.0.2.1/x.png"><script src="http://192.0.2.1/"></script> ![x](http://192.0.2.1/y.png) [a](javascript:alert(1)) <svg><image xlink:href="file:///etc/passwd"/></svg>`)),
		folderCase("summaries-of-nobody", "documents/", func() map[string]string {
			files := sound(nil)
			for i := range 2000 {
				files[fmt.Sprintf("documents/nobody%d.en.md", i)] = "x"
			}
			return files
		}),
		folderCase("nothing", "datapackage.json", func() map[string]string { return map[string]string{"x.txt": "x"} }),
	}
}

// coordinates are packages with a place that is nowhere.
func coordinates() []Case {
	var out []Case
	for i, xy := range [][2]string{
		{"null", "null"},
		{"", ""},
		{"abc", "51"},
		{"500", "-400"},
		{"1e999", "0"},
		{"NaN", "NaN"},
		{"Inf", "0"},
		{"-Infinity", "0"},
		{"0x10p1000", "1"},
		{"181", "0"},
		{"-180.0001", "0"},
		{"0", "90.1"},
		{"71,43,1", "51"},
		{"1_000", "1"},
		{"７１", "５１"},
		{"--1", "1"},
		{"[71]", "51"},
		{many("9", 1000), "1"},
		{"71°26′E", "200"},
		{"51.13", "71.43"},
		{"71.43 51.13", ""},
		{"true", "false"},
		{"45064", "45065"},
		{"1e309", "1e-400"},
	} {
		text := placesHead + fmt.Sprintf("one,\"%s\",\"%s\",KAZ,true,city,One\ntwo,69.24,41.31,UZB,true,city,Two\n", xy[0], xy[1])
		says := "places.csv"
		if xy == [2]string{"", ""} {
			says = "" // a place may be known by its name alone
		}
		out = append(out, folderCase(fmt.Sprintf("coordinates-%02d", i), says, one("places.csv", text)))
	}
	return append(out, folderCase("coordinates-nought", "", one("places.csv", placesHead+"one,0,0,KAZ,true,city,One\ntwo,69.24,41.31,UZB,true,city,Two\n")))
}

// steer is what moves a terminal's cursor, names its window, clears it, ends a
// line and turns the direction of what follows.
const steer = "\x1b]0;forged\x07\x1b[2J\x9b1m\u009b31m\r\b\x7f\u0085\u2028\u202e\u2066clean: 8 meetings"

// steering are packages whose texts steer a terminal, wherever they have texts.
func steering() []Case {
	quoted := `"` + steer + `"`
	out := []Case{
		folderCase("steer\x1b]0;forged\x07\n\u202eclean", "", func() map[string]string { return sound(nil) }),
		folderCase("steer-header", "statements.csv", one("statements.csv", "id,"+quoted+","+quoted+"\n")),
		folderCase("steer-summary", "", one("documents/d1.en.md", steer)),
		folderCase("steer-file", "", one("documents/\x1b[2J\u202e.en.md", "x")),
		folderCase("steer-descriptor", "", func() map[string]string {
			j := strings.NewReplacer("\x1b", `\u001b`, "\x07", `\u0007`, "\r", `\r`, "\b", `\b`, "\x9b", "").Replace(steer)
			return sound(map[string]string{"datapackage.json": `{"name":"` + j + `","title":"` + j + `","version":"` + j + `","contributors":[{"title":"` + j + `"}],"languages":["` + j + `"],"profile":{"title":{"en":"` + j +
				`"},"focal":"` + j + `","region":["` + j + `"]},"resources":[{"name":"` + j + `","path":"` + j + `","hash":"sha256:` + j + `"},{"name":"states","path":"states.csv","encoding":"` + j + `","schema":{"fields":[{"name":"` + j + `","type":"` + j + `"}]}}]}`})
		}),
	}
	for name, text := range sound(nil) { // every cell of every table in turn
		head, rest, _ := strings.Cut(text, "\n")
		first, _, _ := strings.Cut(rest, "\n")
		if !strings.HasSuffix(name, ".csv") {
			continue
		}
		cells := strings.Split(first, ",")
		for i, column := range strings.Split(head, ",") {
			was := cells[i]
			cells[i] = quoted
			out = append(out, folderCase("steer-"+strings.TrimSuffix(name, ".csv")+"-"+column, "", one(name, head+"\n"+rest+strings.Join(cells, ",")+"\n")))
			cells[i] = was
		}
	}
	return out
}

package dataset

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

func TestShippedCodes(t *testing.T) {
	t.Parallel()
	d := shipped(t)
	for list, want := range map[string]string{
		StatusList: "agreed, to be signed, announced, intended, position",
		LevelList:  "heads of state, foreign ministers, bilateral, other",
		PresetList: "agreements, intentions, all",
		BasisList:  "T, Q, R",
		ModeList:   "in person, online",
	} {
		if got := strings.Join(d.Order(list), ", "); got != want {
			t.Errorf("%s: %s; want %s", list, got, want)
		}
	}
	for list, codes := range d.codes {
		for _, c := range codes {
			for _, lang := range []string{"", "uk", "ru"} {
				if c.Name[lang] == "" || (len(c.Noun) > 0 && c.Noun[lang] == "") || (len(c.Definition) > 0 && c.Definition[lang] == "") {
					t.Errorf("%s, %s: a text is missing in %q", list, c.Code, lang)
				}
			}
		}
	}
	if c := d.DefaultPreset(); c.Code != "intentions" || strings.Join(c.Members, ",") != "agreed,to be signed,announced,intended" {
		t.Errorf("opening preset is %+v", c)
	}
	if old, now := d.Code(PresetList, "commitments"), d.Code(PresetList, "intentions"); !old.Has(FlagHidden) || !slices.Equal(old.Members, now.Members) {
		t.Errorf("commitments is no hidden alias of intentions: %+v", old)
	}
	if c := d.Code(StatusList, "sealed"); c.Label("uk") != "sealed" || c.Listed {
		t.Errorf("an unknown code does not show itself: %+v", c)
	}
	if got := strings.Join(d.Languages, " "); got != "en uk ru zh kk ky tg tk uz" {
		t.Errorf("languages %q", got)
	}
	for i, code := range []string{"CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB"} {
		if c := d.Country(code); c.Role != i+1 {
			t.Errorf("%s has tint %d, want %d", code, c.Role, i+1)
		}
	}
	p := d.Profile
	for _, lang := range []string{"en", "uk", "ru"} {
		for _, x := range []Text{p.Title, p.ShortTitle, p.Introduction, p.SampleNote, p.CoverageNote, p.BoundaryPolicy, p.Credit} {
			if x[lang] == "" {
				t.Errorf("the profile lacks a text in %q: %v", lang, x)
			}
		}
	}
	if p.Focal != "CHN" || strings.Join(p.Region, " ") != "CN KZ KG TJ TM UZ" {
		t.Errorf("focal %s, region %v", p.Focal, p.Region)
	}
}

// A package of version 0.1 has no codes.csv, no profile and no tints: it opens
// with today's lists, says so, and has no fault.
func TestOldPackage(t *testing.T) {
	t.Parallel()
	m := copyOf(t)
	delete(m, "codes.csv")
	m["datapackage.json"] = &fstest.MapFile{Data: []byte(`{"name":"x","title":"A title","version":"1","contributors":[{"title":"A. Coder"},{"title":"B. Coder"}]}`)}
	m["states.csv"] = &fstest.MapFile{Data: []byte("code,iso2,name,capital\nKAZ,KZ,Kazakhstan,astana\nCHN,CN,China,beijing\nKGZ,KG,K,bishkek\nTJK,TJ,T,dushanbe\nTKM,TM,T,ashgabat\nUZB,UZ,U,tashkent\n")}
	d, found, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	if n := Faults(found); n > 0 || len(found) == 0 {
		t.Errorf("%d faults, %d findings, want notes only: %v", n, len(found), found)
	}
	if len(d.Statements) != 87 || len(d.Codes(StatusList)) != 5 || d.Country("KAZ").Role != 1 || d.Country("UZB").Role != 6 {
		t.Errorf("%d statements, %d statuses, tints %d and %d", len(d.Statements), len(d.Codes(StatusList)), d.Country("KAZ").Role, d.Country("UZB").Role)
	}
	if p := d.Profile; p.Title.In("uk") != "A title" || p.Credit.In("ru") != "A. Coder, B. Coder" || p.SampleNote != nil || len(p.Region) != 6 {
		t.Errorf("profile %+v", p)
	}
}

// A package with statuses of its own keeps the program's other lists, but no
// preset that names statuses which it has not.
func TestOwnStatuses(t *testing.T) {
	t.Parallel()
	m := copyOf(t)
	m["codes.csv"] = &fstest.MapFile{Data: []byte("list,code,order,name,name@uk,flags,members\nstatus,position,2,Stance,Постава,,\nstatus,agreed,1,Deal,Угода,,\n")}
	d, found, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	// Codes that rows use are added once each, in the order of the rows.
	if got := strings.Join(d.Order(StatusList), ", "); got != "agreed, position, intended, to be signed, announced" {
		t.Errorf("statuses %s", got)
	}
	// The columns that are not there, and three statuses that 31, 1 and 3 rows have.
	rows := 0
	for _, f := range found {
		rows += f.Rows
	}
	if n := Faults(found); n != 1+3 || rows != 31+1+3-3 {
		t.Errorf("%d faults and %d more rows, want 4 and 32", n, rows)
	}
	if len(d.Statements) != 87 || d.Code(StatusList, "agreed").Label("uk") != "Угода" || d.Code(LevelList, "bilateral").Shape != "half" {
		t.Errorf("%d statements; %+v", len(d.Statements), d.Code(LevelList, "bilateral"))
	}
	if got := d.Code(PresetList, "agreements").Members; !slices.Equal(got, []string{"agreed"}) {
		t.Errorf("agreements are %v", got)
	}
}

// A list of nothing but names has looks that can be told apart: statuses from dark to
// light, levels each with a shape. What the list gives stays. Where there are more codes
// than looks, a note says which are alike.
func TestBareListsHaveLooks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rows, statuses, levels, alike string }{
		{"", "1solid 2rule 3diagonals 4outline 0dots", "ring disc half square", ""},
		{"status,a,a,,,\nstatus,b,b,,,\nstatus,c,c,,,\nlevel,x,x,,,\nlevel,y,y,,,\n", "1solid 2rule 3diagonals", "ring disc", ""},
		{"status,a,a,1,solid,\nstatus,b,b,3,,\nstatus,c,c,,,\nlevel,x,x,,,square\nlevel,y,y,,,\n", "1solid 3 0", "square ", ""},
		{"status,a,a,1,,\nstatus,b,b,,,\nstatus,c,c,,,\nlevel,x,x,,,\nlevel,y,y,,,disc\nlevel,z,z,,,\n", "1 2rule 3diagonals", "ring disc half", ""},
		{"level,a,a,,,\nlevel,b,b,,,\nlevel,c,c,,,\nlevel,d,d,,,\nlevel,e,e,,,\n", "1solid 2rule 3diagonals 4outline 0dots", "ring disc half square ", `shape e "b"`},
		{"status,a,a,2,rule,\nstatus,b,b,2,rule,\nlevel,x,x,,,half\nlevel,y,y,,,half\n", "2rule 2rule", "half half", `shade, pattern b "a" shape y "x"`},
	} {
		level := "other"
		if _, after, ok := strings.Cut(c.rows, "level,"); ok {
			level = after[:1]
		}
		files := fstest.MapFS{}
		for name, text := range map[string]string{
			"datapackage.json": `{"name":"x","title":"X","version":"1","contributors":[{"title":"A"}]}`,
			"states.csv":       "code,iso2,name\nEST,EE,Estonia\n", "domains.csv": "code,name\nTRD,Trade\n", "places.csv": "id,name,lon,lat,country,precision\nriga,Riga,24,57,EST,city\n",
			"meetings.csv":  "id,date,place,mode,level,title,short,parties,source\nm1,2020,riga,in person," + level + ",Meeting,M,EST,seed\n",
			"documents.csv": "id,kind,meetings,title,lead,language,publisher,published\n", "statements.csv": "id,document,meeting,paragraph,states,scope,status,basis,domain,text\n",
			"codes.csv": "list,code,name,shade,pattern,shape\n" + c.rows,
		} {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		d, found, err := Open(files)
		if err != nil {
			t.Fatal(err)
		}
		var statuses, levels, alike []string
		for _, x := range d.Codes(StatusList) {
			if x.Listed {
				statuses = append(statuses, strconv.Itoa(x.Shade)+x.Pattern)
			}
			if one := d.Code(StatusList, x.Code); one.Shade != x.Shade || one.Pattern != x.Pattern {
				t.Errorf("%s: %+v is %+v in its list", c.rows, one, x)
			}
		}
		for _, x := range d.Codes(LevelList) {
			if x.Listed {
				levels = append(levels, x.Shape)
			}
		}
		for _, f := range found {
			if f.Fault.Key == "finding.looksLike" {
				alike = append(alike, f.Column, f.Value, f.Fault.Name)
			}
		}
		if strings.Join(statuses, " ") != c.statuses || strings.Join(levels, " ") != c.levels || strings.Join(alike, " ") != c.alike {
			t.Errorf("%q: statuses %q, levels %q, alike %q", c.rows, statuses, levels, alike)
		}
	}
}

// Rows may use more unlisted codes than a chart can show; the rest of the rows
// is left out, with findings.
func TestUnlistedCodesAreBounded(t *testing.T) {
	t.Parallel()
	m := copyOf(t)
	for _, s := range shipped(t).Statements {
		edit(t, m, "statements.csv", s.ID, "status", "status "+s.ID)
	}
	d, _, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Statements) != maxUnlisted || len(d.Codes(StatusList)) != 5+maxUnlisted {
		t.Errorf("%d statements, %d statuses", len(d.Statements), len(d.Codes(StatusList)))
	}
}

// A package that lists no kinds of document has words of its own for them; one
// that does holds to its list.
func TestKindsOfDocumentAreThePackagesOwn(t *testing.T) {
	t.Parallel()
	documents := strings.ReplaceAll(string(mini(nil)["documents.csv"].Data), "news report", "chairman's statement")
	for name, tt := range map[string]struct {
		codes string
		note  bool
	}{
		"no list":       {"", true},
		"other lists":   {"list,code,order,name\nsource,a,1,A\n", true},
		"a list of its": {"list,code,order,name\nkind,report,1,Report\n", false},
	} {
		d, found, err := Open(mini(map[string]string{"documents.csv": documents, "codes.csv": tt.codes}))
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(found, func(f Finding) bool { return f.Column == "kind" })
		if i < 0 || found[i].Note != tt.note || found[i].Value != "chairman's statement" {
			t.Errorf("%s: %v", name, found)
		}
		if got := d.Code(KindList, d.Documents[0].Kind).Label("en"); got != "chairman's statement" {
			t.Errorf("%s: shown as %q", name, got)
		}
	}
}

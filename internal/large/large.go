// Package large makes data packages of any size, for tests and measurements:
// equal sizes give equal bytes. It knows the tables of a package and nothing of
// the program that reads them.
package large

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// Size says how many records a package has.
type Size struct{ Statements, Documents, Meetings, Places int }

// Full is the size that every pane must bear.
var Full = Size{Statements: 100_000, Documents: 10_000, Meetings: 2000, Places: 600}

// States are the codes of the states of every package.
var States = []string{"CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB", "MNG", "PAK", "IRN", "AZE", "TUR", "SRB"}

var (
	iso2     = []string{"CN", "KZ", "KG", "TJ", "TM", "UZ", "MN", "PK", "IR", "AZ", "TR", "RS"}
	domains  = []string{"SOV", "SEC", "MUL", "INS", "TRD", "TRN", "FIN", "AGR", "HLT", "TEC", "ENE", "CUL"}
	levels   = []string{"heads of state", "foreign ministers", "bilateral", "bilateral", "bilateral", "other"}
	statuses = []string{"agreed", "to be signed", "announced", "intended", "intended", "position", "position", "position"}
)

// words are what texts are made of, by language.
var words = map[string][]string{
	"en": strings.Fields("the parties agree support cooperation in trade transport energy culture health water security regional ministers projects corridor railway customs visas students investment agriculture climate market joint development of and with their new centre annual plan expand exchange protect borders"),
	"uk": strings.Fields("сторони погоджують підтримку співпраці у торгівлі транспорті енергетиці культурі медицині водних безпекових регіональних міністрів проєкти коридор залізницю митницю візи студентів інвестиції сільське клімат ринок спільний розвиток та з їхнім новий центр щорічний план розширюють обмін захист кордонів"),
	"ru": strings.Fields("стороны согласуют поддержку сотрудничества в торговле транспорте энергетике культуре медицине водных охранных региональных министров проекты коридор железную таможню визы студентов инвестиции сельское климат рынок совместный развитие и с их новым центр ежегодный план расширяют обмен защита границ"),
}

// Languages are those of the texts, in the order of their columns.
var Languages = []string{"en", "uk", "ru"}

type maker struct {
	*rand.Rand
	files fstest.MapFS
}

// Package makes a package of that size: texts in three languages, statements
// spread over its documents and meetings, a summary for each document.
func Package(n Size) fstest.MapFS {
	m := &maker{rand.New(rand.NewPCG(2020, 100_000)), fstest.MapFS{}}
	m.files["datapackage.json"] = &fstest.MapFile{Data: []byte(`{"name": "large", "title": "Large", "version": "1.0.0", "languages": ["en", "uk", "ru"], "resources": []}`)}
	m.table("states.csv", "code,iso2,name,capital", len(States), func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "%s,%s,State %s,p%d", States[i], iso2[i], States[i], i)
	})
	m.table("domains.csv", "code,name,text", len(domains), func(b *strings.Builder, i int) { fmt.Fprintf(b, "%s,Domain %s,", domains[i], domains[i]) })
	m.table("places.csv", "id,lon,lat,country,capital,precision,name", n.Places, func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "p%d,%.4f,%.4f,%s,%t,city,Place %d", i, 45+90*m.Float64(), 20+35*m.Float64(), States[i%len(States)], i < len(States), i)
	})
	m.table("meetings.csv", "id,date,place,mode,level,title,short,parties,source,planned", n.Meetings, func(b *strings.Builder, i int) {
		place, mode := fmt.Sprintf("p%d", m.IntN(n.Places)), "in person"
		if m.IntN(20) == 0 {
			place, mode = "", "online"
		}
		source := "seed"
		if m.IntN(5) == 0 {
			source = "outside"
		}
		level := levels[m.IntN(len(levels))]
		fmt.Fprintf(b, "m%04d,%04d-%02d-%02d,%s,%s,%s,Meeting %d of %s,M %d,%s,%s,%t", i, 2000+i*26/n.Meetings, 1+m.IntN(12), 1+m.IntN(28), place, mode, level, i, level, i, m.states(), source, i == n.Meetings-1)
	})
	m.table("documents.csv", "id,kind,meetings,title,lead,language,publisher,chain,published", n.Documents, func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "d%05d,news report,m%04d,%s,Report %d,en,Agency %d,Minister > Agency %d,20%02d-01-01", i, meeting(n, i), m.sentence("en", 6), i, i%40, i%40, i%26)
		for _, lang := range Languages[:2] {
			m.files[fmt.Sprintf("documents/d%05d.%s.md", i, lang)] = &fstest.MapFile{Data: []byte(m.sentence(lang, 40))}
		}
	})
	head := "id,document,meeting,paragraph,stated_by,speaker,speaker@uk,speaker@ru,states,scope,status,basis,domain,amount,currency,text,text@uk,text@ru,note"
	m.table("statements.csv", head, n.Statements, func(b *strings.Builder, i int) {
		doc := i * n.Documents / n.Statements
		by := m.IntN(len(States))
		fmt.Fprintf(b, "s%06d,d%05d,m%04d,P%d,%s,Minister of %s,Міністр %s,Министр %s,%s,M,%s,R,%s,", i, doc, meeting(n, doc), i%40, States[by], States[by], States[by], States[by],
			m.states(), statuses[m.IntN(len(statuses))], domains[m.IntN(len(domains))])
		if m.IntN(50) == 0 {
			fmt.Fprintf(b, "%d,USD", 1000*m.IntN(1_000_000))
		} else {
			b.WriteByte(',')
		}
		for _, lang := range Languages {
			b.WriteByte(',')
			b.WriteString(m.sentence(lang, 14))
		}
		b.WriteByte(',')
		if m.IntN(10) == 0 {
			b.WriteString(m.sentence("en", 12))
		}
	})
	return m.files
}

// meeting is that of a document.
func meeting(n Size, document int) int { return document * n.Meetings / n.Documents }

func (m *maker) table(name, head string, n int, row func(b *strings.Builder, i int)) {
	var b strings.Builder
	b.WriteString(head + "\n")
	for i := range n {
		row(&b, i)
		b.WriteByte('\n')
	}
	m.files[name] = &fstest.MapFile{Data: []byte(b.String())}
}

// states picks some states, often all.
func (m *maker) states() string {
	if m.IntN(4) == 0 {
		return strings.Join(States, " ")
	}
	first, n := m.IntN(len(States)), 1+m.IntN(3)
	var out []string
	for k := range n {
		out = append(out, States[(first+k*3)%len(States)])
	}
	return strings.Join(out, " ")
}

// sentence is n words of a language, without a comma.
func (m *maker) sentence(lang string, n int) string {
	list := words[lang]
	out := make([]string, n)
	for i := range out {
		out[i] = list[m.IntN(len(list))]
	}
	return strings.Join(out, " ")
}

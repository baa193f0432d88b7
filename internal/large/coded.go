package large

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// Coded makes a package with one document and the text of so many paragraphs that
// it was coded from: two statements of two domains at each but every fifth, which
// is the publisher's own voice.
func Coded(paragraphs int) (files fstest.MapFS, text string) {
	m := &maker{rand.New(rand.NewPCG(11, uint64(paragraphs))), fstest.MapFS{}}
	var lines []string
	for i := range paragraphs {
		var words1 []string
		for range 12 + m.IntN(50) {
			words1 = append(words1, words["en"][m.IntN(len(words["en"]))])
		}
		lines = append(lines, fmt.Sprintf("Paragraph of number %d: %s.", i+1, strings.Join(words1, " ")))
	}
	text = strings.Join(lines, "\n\n") + "\n"
	sum := sha256.Sum256([]byte(text))
	m.files["datapackage.json"] = &fstest.MapFile{Data: []byte(`{"name": "coded", "title": "Coded", "version": "1.0.0", "languages": ["en"], "resources": []}`)}
	m.table("states.csv", "code,iso2,name", 2, func(b *strings.Builder, i int) { fmt.Fprintf(b, "%s,%s,State %s", States[i], iso2[i], States[i]) })
	m.table("domains.csv", "code,name", 2, func(b *strings.Builder, i int) { fmt.Fprintf(b, "%s,Domain %s", domains[i], domains[i]) })
	m.table("places.csv", "id,lon,lat,country,precision,name", 1, func(b *strings.Builder, _ int) { b.WriteString("p,71.4,51.2,KAZ,city,Place") })
	m.table("meetings.csv", "id,date,place,mode,level,title,short,parties", 1, func(b *strings.Builder, _ int) {
		b.WriteString("m,2023-04-27,p,in person,bilateral,Meeting,M,CHN KAZ")
	})
	m.table("documents.csv", "id,kind,meetings,title,lead,language,publisher,published,sha256", 1, func(b *strings.Builder, _ int) {
		b.WriteString("d,news report,m,Title,The document,en,Publisher,2023-04-28," + hex.EncodeToString(sum[:]))
	})
	m.table("comments.csv", "id,document,paragraph,who,text", paragraphs/5, func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "c%d,d,P%d,The publisher comments,Comment %d", i, 5*i+5, i)
	})
	m.table("statements.csv", "id,document,meeting,paragraph,states,scope,status,basis,domain,text", 2*(paragraphs-paragraphs/5), func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "s%d,d,m,P%d,CHN KAZ,B,%s,Q,%s,Statement number %d", i, i/2+i/8+1, statuses[i%len(statuses)], domains[i%2], i)
	})
	m.table("paragraphs.csv", "document,paragraph,section,number,fingerprint,letters", paragraphs, func(b *strings.Builder, i int) {
		bare := strings.Join(strings.Fields(lines[i]), "")
		sum := sha256.Sum256([]byte(bare))
		fmt.Fprintf(b, "d,P%d,§ 2,%d,sha256:%s,%d", i+1, i+1, hex.EncodeToString(sum[:8]), len(bare))
	})
	return m.files, text
}

package export

import (
	"strings"

	"c5atlas.org/c5atlas/app/cite"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// cited are the documents that one of the scenes counts, in the order of the data;
// all of them if none does.
func (b *box) cited() []scene.Cited {
	used := map[string]bool{}
	for _, step := range b.Steps {
		s := seen(step, b.By)
		for _, id := range scene.Select(b.room.Data, s).Documents {
			used[id] = true
		}
		for _, id := range step.Sources.Codes() {
			used[id] = true
		}
		if step.Panes.Twice() {
			s.View = step.Beside
			for _, id := range scene.Select(b.room.Data, s).Documents {
				used[id] = true
			}
		}
	}
	var out []scene.Cited
	for i := range b.room.Data.Documents {
		if id := b.room.Data.Documents[i].ID; used[id] || len(used) == 0 {
			if c, ok := scene.CiteDocument(b.room, id, b.p); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// sources says what the lesson rests on: documents, data, base map.
func (b *box) sources() string {
	lines := []string{b.called(), ""}
	for _, c := range b.cited() {
		lines = append(lines, c.Source, "")
	}
	return strings.Join(append(lines, scene.CiteData(b.room, b.p).Source, "", scene.MapSource(b.p)), "\n") + "\n"
}

// bibliography is the same for programs that keep references.
func (b *box) bibliography() string {
	var entries []string
	for _, c := range b.cited() {
		entries = append(entries, cite.BibTeX.Write(c.Item))
	}
	return strings.Join(append(entries, cite.BibTeX.Write(scene.CiteData(b.room, b.p).Item)), "\n")
}

// licence says who may do what with the files.
func (b *box) licence() string {
	lines := []string{b.called(), "", b.p.T("export.licence", i18n.Args{"Rights": sentence(b.room.Data.Profile.Rights.In(b.p.Lang()))}), scene.MapSource(b.p)}
	if b.room.Data.Profile.Rights.In(b.p.Lang()) == "" {
		lines[2] = b.p.T("export.licenceNone")
	}
	for _, l := range b.room.Data.Licences {
		if text := joined(", ", l.Title, l.Address); text != "" {
			lines = append(lines, text)
		}
	}
	return strings.Join(append(lines, "", b.p.T("export.licenceCite")), "\n") + "\n"
}

// citation is how the data of the lesson are cited, for archives.
func (b *box) citation() string {
	licence := ""
	if l := b.room.Data.Licences; len(l) == 1 {
		licence = l[0].Name
	}
	return cite.CFF(scene.CiteData(b.room, b.p).Item, b.p.T("export.citeMessage", i18n.Args{"Title": b.called()}), licence)
}

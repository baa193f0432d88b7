package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/internal/disk"
)

// health is what validate --originals says of one paragraph that the data name.
type health struct {
	Document   string          `json:"document"`
	Paragraph  string          `json:"paragraph"`
	Statements []string        `json:"statements,omitempty"`
	Fate       original.Fate   `json:"fate"`
	Reason     original.Reason `json:"reason,omitempty"`
	At         int             `json:"at,omitempty"` // the paragraph of the file, or what stands there instead
	File       string          `json:"file,omitempty"`

	link *original.Link
}

// line is the link in words: where a reader of the published text finds the paragraph,
// and what became of it in the file.
func (h *health) line(room *scene.Room, p *i18n.Printer) string {
	what := h.File + ": " + scene.PassageName(room, h.Document, h.Paragraph, p)
	if len(h.Statements) > 0 {
		what += " (" + strings.Join(h.Statements, ", ") + ")"
	}
	return what + ": " + scene.FateWords(h.link, p)
}

// doubtful reports whether the paragraph was not found.
func (h *health) doubtful() bool { return h.Fate == original.Ambiguous || h.Fate == original.Lost }

// mostOriginals bounds the files of a folder of originals.
const mostOriginals = 20_000

// originals compares the texts in a folder with the documents of a package. A
// text belongs to the document whose hash it has, else to the one whose id its
// name begins with.
func originals(d *dataset.Dataset, folder string) ([]health, []dataset.Finding, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, nil, err
	}
	if len(entries) > mostOriginals {
		return nil, nil, &fs.PathError{Op: "read", Path: folder, Err: errors.New("has too many files")}
	}
	texts, names := map[string]original.Text{}, map[string]string{} // by document
	var found []dataset.Finding
	for _, e := range entries {
		if !original.Is(e.Name()) {
			continue
		}
		data, err := disk.Read(filepath.Join(folder, e.Name()), original.MaxFile)
		var text original.Text
		if err == nil {
			text, err = original.Read(e.Name(), data)
		}
		x := owner(d, e.Name(), text.SHA256)
		switch {
		case err != nil:
			found = append(found, dataset.Finding{File: e.Name(), Fault: unreadText(err)})
		case x == nil:
			found = append(found, dataset.Finding{File: e.Name(), Fault: dataset.Phrase{Key: "finding.noDocument"}, Mend: dataset.Phrase{Key: "finding.beginWithID"}, Note: true})
		case names[x.ID] == "" || text.SHA256 == x.SHA256:
			texts[x.ID], names[x.ID] = text, e.Name()
		}
	}
	var links []health
	for i := range d.Documents {
		x := &d.Documents[i]
		text, ok := texts[x.ID]
		if !ok {
			found = append(found, dataset.Finding{File: folder, Value: x.ID, Fault: dataset.Phrase{Key: "finding.noOriginal"}, Note: true})
			continue
		}
		r := original.Compare(d, x, &text)
		for k := range r.Links {
			l := &r.Links[k]
			links = append(links, health{x.ID, l.Paragraph, l.Statements, l.Fate, l.Reason, max(l.At, l.Near) + 1, names[x.ID], l})
		}
	}
	return links, found, nil
}

// unreadText says why a text cannot be read.
func unreadText(err error) dataset.Phrase {
	switch {
	case errors.Is(err, original.ErrLarge), errors.Is(err, disk.ErrTooLarge):
		return dataset.Phrase{Key: "finding.textLarge"}
	case errors.Is(err, original.ErrNoText):
		return dataset.Phrase{Key: "finding.textEmpty"}
	case errors.Is(err, original.ErrLocked):
		return dataset.Phrase{Key: "finding.textLocked"}
	case errors.Is(err, original.ErrFormat):
		return dataset.Phrase{Key: "finding.textFormat"}
	}
	return dataset.Phrase{Key: "finding.unreadable"}
}

// owner is the document that a text is of; nil if none is told.
func owner(d *dataset.Dataset, name, sum string) *dataset.Document {
	if x := d.CodedFrom(sum); x != nil {
		return x
	}
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	var best *dataset.Document
	for i := range d.Documents {
		id := d.Documents[i].ID
		rest, ok := strings.CutPrefix(stem, id)
		if ok && (rest == "" || strings.ContainsAny(rest[:1], "-_. ")) && (best == nil || len(id) > len(best.ID)) {
			best = &d.Documents[i]
		}
	}
	return best
}

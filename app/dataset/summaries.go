package dataset

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"c5atlas.org/c5atlas/internal/pattern"
)

var languagePattern = pattern.Late(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// findSummaries lists the languages of the summaries documents/ID.LANG.md, by
// id.
func (in *reader) findSummaries() (map[string][]string, error) {
	out := map[string][]string{}
	entries, err := fs.ReadDir(in.fsys, "documents")
	if err != nil {
		return out, nil //nolint:nilerr // a package may have none
	}
	if len(entries) > maxFiles {
		return nil, over(fmt.Sprintf("%d files in documents", maxFiles))
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".md")
		dot := strings.LastIndexByte(name, '.')
		if ok && (dot < 1 || !languagePattern().MatchString(name[dot+1:])) {
			in.found.add(Finding{File: "documents/" + e.Name(), Fault: Phrase{Key: "finding.notSummary"}, Mend: Phrase{Key: "finding.nameSummary"}})
		}
		if !ok || dot < 1 || !languagePattern().MatchString(name[dot+1:]) {
			continue
		}
		out[name[:dot]] = append(out[name[:dot]], name[dot+1:])
	}
	return out, nil
}

// restoreIDs gives documents the ids that a spreadsheet took for numbers, "0"
// for 000, where the name of a summary still has them: no spreadsheet opens that.
// What refers to them follows ([reader.checkKeys]).
func (in *reader) restoreIDs() {
	t := in.tables["documents"]
	at := t.indices([]string{"id"})
	if at == nil {
		return
	}
	names, used := map[string]bool{}, map[string]bool{}
	for id := range in.summaries {
		names[id] = true
	}
	for i := range t.rows {
		used[joined(t.rows[i], at)] = true
	}
	like := resembling(names)
	for i, rec := range t.rows {
		id := joined(rec, at)
		if as := like(id); id != "" && !names[id] && as != "" && !used[as] {
			t.tell(i, "id", id, as, Phrase{Key: "finding.lostZeros"})
			rec[at[0]], used[as] = as, true
		}
	}
}

// fetched is a text as it was read.
type fetched struct {
	text        string
	sum         [sha256.Size]byte
	err, coding error // it cannot be read; it is no UTF-8
}

func (p *files) fetch(name string) (x fetched) {
	text, sum, err := p.read(name, maxSummary)
	if x.sum, x.err = sum, err; err == nil {
		if text, x.coding = p.decode(text, ""); x.coding == nil {
			x.text = tidy(text)
		}
	}
	return x
}

// fetchSummaries begins to read the summaries while the tables are read; wait waits
// until they are there, or until the budget of the package is spent.
func (in *reader) fetchSummaries() (wait func()) {
	var done sync.WaitGroup
	in.fetched = map[string]fetched{}
	from := in.beside()
	done.Go(func() {
		for id, langs := range in.summaries {
			for _, lang := range langs {
				name := summaryFile(id, lang)
				x := from.fetch(name)
				in.fetched[name] = x
				if errors.Is(x.err, ErrUnsafe) {
					return
				}
			}
		}
	})
	return done.Wait
}

func summaryFile(id, lang string) string { return "documents/" + id + "." + lang + ".md" }

// readSummary reads our own text on a document; "" with a finding if it cannot
// be read. The error is [ErrUnsafe].
func (in *reader) readSummary(name string, listed map[string]*resource) (string, error) {
	x, ok := in.fetched[name]
	if ok {
		delete(in.fetched, name)
	} else {
		x = in.fetch(name)
	}
	if errors.Is(x.err, ErrUnsafe) {
		return "", x.err
	}
	if r := listed[name]; r != nil {
		r.read = true
		if x.err == nil {
			in.checkHash(r, x.sum[:])
		}
	}
	switch {
	case x.err != nil:
		in.found.add(Finding{File: name, Fault: unread(x.err)})
	case x.coding != nil:
		in.found.add(Finding{File: name, Fault: phrase(x.coding), Mend: Phrase{Key: "finding.saveUTF8"}})
	}
	return x.text, nil // "" with either
}

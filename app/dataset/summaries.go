package dataset

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

var languagePattern = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

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
		if ok && (dot < 1 || !languagePattern.MatchString(name[dot+1:])) {
			in.found.add(Finding{File: "documents/" + e.Name(), Fault: Phrase{Key: "finding.notSummary"}, Mend: Phrase{Key: "finding.nameSummary"}})
		}
		if !ok || dot < 1 || !languagePattern.MatchString(name[dot+1:]) {
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

// readSummary reads our own text on a document; "" with a finding if it cannot
// be read. The error is [ErrUnsafe].
func (in *reader) readSummary(name string, listed map[string]*resource) (string, error) {
	text, sum, err := in.read(name, maxSummary)
	if errors.Is(err, ErrUnsafe) {
		return "", err
	}
	if r := listed[name]; r != nil {
		r.read = true
		if err == nil {
			in.checkHash(r, sum[:])
		}
	}
	if err == nil {
		var perr error
		if text, perr = decode(text, ""); perr == nil {
			return tidy(text), nil
		}
		in.found.add(Finding{File: name, Fault: phrase(perr), Mend: Phrase{Key: "finding.saveUTF8"}})
		return "", nil
	}
	in.found.add(Finding{File: name, Fault: unread(err)})
	return "", nil
}

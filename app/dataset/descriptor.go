package dataset

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"c5atlas.org/c5atlas/internal/plain"
)

// descriptorFile is where a package describes itself.
const descriptorFile = "datapackage.json"

// descriptor is the part of datapackage.json that is read.
type descriptor struct {
	Name         string   `json:"name"`
	Title        string   `json:"title"`
	Version      string   `json:"version"`
	Created      string   `json:"created"`
	Languages    []string `json:"languages"`
	Contributors []struct {
		Title string `json:"title"`
	} `json:"contributors"`
	Licenses []struct {
		Name  string `json:"name"`
		Title string `json:"title"`
		Path  string `json:"path"`
	} `json:"licenses"`
	Profile   *descriptorProfile `json:"profile"`
	Resources []*resource        `json:"resources"`

	byName map[string]*resource
}

// clone is one for another reader, which notes what it has read.
func (x *descriptor) clone() descriptor {
	out := *x
	out.Resources, out.byName = make([]*resource, len(x.Resources)), make(map[string]*resource, len(x.byName))
	same := make(map[*resource]*resource, len(x.Resources))
	for i, r := range x.Resources {
		own := *r
		out.Resources[i], same[r] = &own, &own
	}
	for name, r := range x.byName {
		out.byName[name] = same[r]
	}
	return out
}

// listed is the resources by their file.
func (x *descriptor) listed() map[string]*resource {
	out := make(map[string]*resource, len(x.Resources))
	for _, r := range x.Resources {
		if r != nil {
			out[string(r.Path)] = r
		}
	}
	return out
}

// resource is one entry of "resources".
type resource struct {
	Name     string          `json:"name"`
	Path     onePath         `json:"path"`
	Hash     string          `json:"hash"`
	Format   string          `json:"format"`
	Encoding string          `json:"encoding"`
	Dialect  json.RawMessage `json:"dialect"`
	Schema   json.RawMessage `json:"schema"`

	listed bool // stands in the descriptor
	read   bool
}

// onePath is a path, or a list of one.
type onePath string

// UnmarshalJSON reads "a.csv" or ["a.csv"].
func (p *onePath) UnmarshalJSON(data []byte) error {
	if !bytes.HasPrefix(data, []byte{'['}) {
		return json.Unmarshal(data, (*string)(p))
	}
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	if len(list) != 1 {
		return Phrase{Key: "finding.manyFiles"}
	}
	*p = onePath(list[0])
	return nil
}

// readDescriptor reads datapackage.json; the error is [ErrPackage].
func (in *reader) readDescriptor() error {
	fail := func(err error) error { return in.refuse(Finding{File: descriptorFile, Fault: phrase(err)}) }
	text, _, err := in.read(descriptorFile, maxDescriptor)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(Phrase{Key: "finding.noDescriptor"})
	case errors.Is(err, ErrUnsafe):
		return err
	case err != nil:
		return fail(unread(err))
	}
	if text, err = decode(text, ""); err != nil {
		return fail(err)
	}
	data := []byte(text)
	if err := shallow(data); err != nil {
		return fail(err)
	}
	if err := plain.Unmarshal(data, &in.desc); err != nil {
		return fail(err)
	}
	if len(in.desc.Resources) > maxFiles {
		return over(fmt.Sprintf("%d resources", maxFiles))
	}
	in.checkResources()
	return nil
}

// checkResources finds what the descriptor says wrongly of its files, and
// indexes the resources by name.
func (in *reader) checkResources() {
	desc := &in.desc
	desc.byName = make(map[string]*resource, len(desc.Resources))
	paths := make(map[onePath]bool, len(desc.Resources))
	for _, r := range desc.Resources {
		if r == nil {
			continue
		}
		r.listed = true
		fault := func(col, value string, fault, mend Phrase) {
			in.found.add(Finding{File: descriptorFile, Column: col, Value: value, Fault: fault, Mend: mend})
		}
		p := string(r.Path)
		switch {
		case p == "":
			fault("path", r.Name, Phrase{Key: "finding.noPath"}, Phrase{Key: "finding.giveFile"})
			continue
		case strings.Contains(p, "://"):
			fault("path", p, Phrase{Key: "finding.address"}, Phrase{Key: "finding.putInto"})
			continue
		case !fs.ValidPath(p) || strings.Contains(p, `\`):
			fault("path", p, Phrase{Key: "finding.leaves"}, Phrase{Key: "finding.pathInside"})
			continue
		case paths[r.Path]:
			fault("path", p, Phrase{Key: "finding.twice"}, Phrase{Key: "finding.keepOne"})
			continue
		}
		paths[r.Path] = true
		if r.Name != "" && desc.byName[r.Name] != nil {
			fault("name", r.Name, Phrase{Key: "finding.twice"}, Phrase{Key: "finding.ownName"})
			continue
		}
		desc.byName[r.Name] = r
		if name, ok := strings.CutSuffix(p, ".csv"); ok && isTable(name) && r.Name != name && desc.byName[name] == nil {
			desc.byName[name] = r // the reader knows it by its file
		}
		switch _, err := in.regular(p); {
		case errors.Is(err, fs.ErrNotExist):
			if !isNeeded(r.Name) { // else its refusal says so
				in.found.add(Finding{File: p, Fault: Phrase{Key: "finding.listedMissing"}, Mend: Phrase{Key: "finding.addFile"}})
			}
			r.read = true // all that can be said of it
		case err != nil:
			in.found.add(Finding{File: p, Fault: unread(err)})
			r.read = true
		}
	}
}

// checkHash compares a file that was read with what the descriptor says.
func (in *reader) checkHash(r *resource, sum []byte) {
	want, ok := strings.CutPrefix(r.Hash, "sha256:")
	if ok && !strings.EqualFold(want, hex.EncodeToString(sum)) {
		in.found.add(Finding{File: string(r.Path), Fault: Phrase{Key: "finding.changed"}, Mend: Phrase{Key: "finding.updateHash"}, Note: true})
	}
}

// checkRest reads the files of which only the hash is wanted.
func (in *reader) checkRest() error {
	for _, r := range in.desc.Resources {
		if r == nil || r.read || !strings.HasPrefix(r.Hash, "sha256:") || in.desc.byName[r.Name] != r {
			continue
		}
		_, sum, err := in.read(string(r.Path), maxFile)
		switch {
		case errors.Is(err, ErrUnsafe):
			return err
		case err != nil:
			in.found.add(Finding{File: string(r.Path), Fault: unread(err)})
		default:
			in.checkHash(r, sum[:])
		}
	}
	return nil
}

// shallow refuses JSON that is nested deeper than any descriptor.
func shallow(data []byte) error {
	depth := 0
	inString := false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			if depth++; depth > 32 {
				return Phrase{Key: "finding.deep"}
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

package cli

import (
	"errors"
	"fmt"

	"c5atlas.org/c5atlas/app/dataset"
)

// report is what validate --json prints.
type report struct {
	Path     string            `json:"path"`
	Status   string            `json:"status"` // "clean", "findings" or "unreadable"
	Error    string            `json:"error,omitempty"`
	Findings []dataset.Finding `json:"findings"`
}

// validate checks a data package: clean, with findings, or unreadable (which
// here is status 2, as wrong words are).
func (p *Program) validate(args []string) error {
	f := newFlags("validate")
	asJSON := f.Bool("json", false, "")
	words, err := p.parse(f, args, 1)
	if err != nil {
		return err
	}
	r := report{Path: words[0], Status: "clean", Findings: []dataset.Finding{}}
	d, found, err := dataset.OpenPath(r.Path)
	r.Findings = append(r.Findings, found...)
	switch {
	case err != nil:
		r.Status, r.Error = "unreadable", cause(err).Error()
	case dataset.Faults(found) > 0:
		r.Status = "findings"
	}
	if *asJSON {
		if err := p.printJSON(r); err != nil {
			return err
		}
	} else {
		for _, x := range found {
			if err := p.print(x.String()); err != nil {
				return err
			}
		}
	}
	switch r.Status {
	case "unreadable":
		return wrong("cannot read the data package %s: %s", r.Path, r.Error)
	case "findings":
		return &fault{Findings, errors.New("")}
	}
	if *asJSON {
		return nil
	}
	return p.print(fmt.Sprintf("clean: %d meetings, %d documents, %d statements", len(d.Meetings), len(d.Documents), len(d.Statements)))
}

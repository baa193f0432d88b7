package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// report is what validate --json prints.
type report struct {
	Path     string     `json:"path"`
	Status   string     `json:"status"` // "clean", "findings" or "unreadable"
	Error    string     `json:"error,omitempty"`
	Findings []reported `json:"findings"`
	Links    []health   `json:"links,omitempty"` // with --originals
}

// validate checks a data package: clean, with findings, or unreadable (which
// here is status 2, as wrong words are).
func (c *call) validate(context.Context) error {
	p := i18n.For(cmp.Or(c.value("lang"), i18n.System()))
	r := report{Path: c.words[0], Status: "clean", Findings: []reported{}}
	d, found, err := dataset.OpenPath(r.Path)
	if err == nil {
		found, err = withAstray(d, found)
	}
	if folder := c.value("originals"); err == nil && folder != "" {
		links, doubts, unread := originals(d, folder)
		if unread != nil {
			return fmt.Errorf("read the originals: %w", unread)
		}
		r.Links, found = links, append(found, doubts...)
	}
	for i := range found {
		r.Findings = append(r.Findings, asReported(&found[i]))
	}
	switch {
	case err != nil:
		r.Status, r.Error = "unreadable", cause(err).Error()
	case dataset.Faults(found) > 0 || slices.ContainsFunc(r.Links, func(h health) bool { return h.doubtful() }):
		r.Status = "findings"
	}
	if c.on("json") {
		if err := c.printJSON(r); err != nil {
			return err
		}
	} else {
		room := &scene.Room{Data: d}
		for i := range r.Links {
			if err := c.print(r.Links[i].line(room, p)); err != nil {
				return err
			}
		}
		for i := range found {
			if err := c.print(found[i].Line(p)); err != nil {
				return err
			}
		}
	}
	switch r.Status {
	case "unreadable":
		why := r.Error
		if !c.on("json") && slices.ContainsFunc(found, func(f dataset.Finding) bool { return f.String() == why }) {
			why = "standard output says why" // in the person's language
		}
		return wrong("cannot read the data package %s: %s", r.Path, why)
	case "findings":
		return &fault{Findings, errors.New("")}
	}
	if c.on("json") {
		return nil
	}
	has := []string{p.N("scene.meetings", len(d.Meetings)), p.N("scene.documents", len(d.Documents)), p.N("scene.statements", len(d.Statements))}
	return c.print(p.T("finding.clean", i18n.Args{"List": strings.Join(has, ", ")}))
}

// withAstray adds what only the base map tells, places that lie elsewhere, and what
// is wrong with the lessons.
func withAstray(d *dataset.Dataset, found []dataset.Finding) ([]dataset.Finding, error) {
	ground, err := scene.Lay()
	if err != nil {
		return found, err
	}
	astray, err := ground.Astray(d)
	if err != nil {
		return found, err
	}
	return withLessons(ground.Room(d), append(found, astray...)), nil
}

package cli

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
)

// focus lights what a text such as "domain=CODE,status=CODE" names, and nothing
// else. A code without a dimension is of the dimension before it.
func focus(f state.Focus, text string, d *dataset.Dataset) (state.Focus, error) {
	var by state.Dimension
	for part := range strings.SplitSeq(text, ",") {
		code := part
		if name, value, ok := strings.Cut(part, "="); ok {
			by, code = state.Dimension(strings.TrimSpace(name)), value
		}
		if !slices.Contains(state.Dimensions(), by) {
			return f, wrong("--focus %q begins with none of %s, such as domain=CODE,status=CODE", part, list(state.Dimensions()))
		}
		set := codes(code, lightable(d, by))
		if set == "" {
			return f, wrong("--focus %q names nothing", part)
		}
		f = f.WithLit(by, state.NewSet(string(f.Lit(by)), string(set)))
	}
	return f, nil
}

// lightable lists the codes of a dimension.
func lightable(d *dataset.Dataset, by state.Dimension) []string {
	switch by {
	case state.ByDomain:
		return d.Index.Domain.Codes
	case state.ByStatus:
		return d.Index.Status.Codes
	case state.ByState:
		return d.Index.State.Codes
	case state.ByMeeting:
		return d.Index.Meeting.Codes
	case state.ByBasis:
		return d.Index.Basis.Codes
	}
	return d.Index.Document.Codes
}

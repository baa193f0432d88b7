package dataset

import (
	"fmt"
	"net/url"
	"strings"

	"c5atlas.org/c5atlas/internal/pattern"
)

// errLink says that an address is not one that may be opened.
var errLink = error(Phrase{Key: "finding.notLink"})

// doi is what follows "doi:": a registrant's number and its own name for a
// work.
var doi = pattern.Late(`^10\.[0-9]{4,9}(\.[0-9]+)*/\S+$`)

// Link reads an address that a person may open: https with a host and without
// a name or password, or "doi:10.…", which stands for its page at doi.org. The
// window opens no other, and a table that has another has a fault.
func Link(text string) (*url.URL, error) {
	if name, ok := strings.CutPrefix(text, "doi:"); ok {
		if !doi().MatchString(name) {
			return nil, fmt.Errorf("%q %w", text, errLink)
		}
		return &url.URL{Scheme: "https", Host: "doi.org", Path: "/" + name}, nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return nil, fmt.Errorf("%q %w", text, errLink)
	}
	return u, nil
}

// Package elements reads the XML that the program writes with a reader that is not the
// program's own. Only tests import it.
package elements

import (
	"encoding/xml"
	"errors"
	"io"
	"testing"
)

// Element is an element of a document.
type Element struct {
	xml.StartElement
	Text string // what stands in it, but not in an element within
}

// Value returns the attribute of that name, in whatever name space; "" if there is none.
func (e *Element) Value(name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Of lists the elements of a document in the order in which they begin. One that is not
// well-formed fails the test.
func Of(t testing.TB, document io.Reader) []Element {
	t.Helper()
	var all []Element
	var open []int
	for d := xml.NewDecoder(document); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			open = append(open, len(all))
			all = append(all, Element{StartElement: x.Copy()})
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				all[open[len(open)-1]].Text += string(x)
			}
		}
	}
}

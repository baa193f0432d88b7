// Package pattern holds regular expressions that are compiled when they are first
// asked for: all of the program's together take longer than anything else that was
// done before it begins, and a start needs two or three.
package pattern

import (
	"regexp"
	"sync"
)

// Late returns what compiles a regular expression the first time. A fault in it,
// which a test has to find, is a panic then.
func Late(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

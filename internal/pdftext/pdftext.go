// Package pdftext reads the running text of a PDF (ISO 32000) as paragraphs. It
// reads text and nothing else: no picture, no script, no form, no link, and no
// file but the one at hand.
//
// A PDF may be anyone's. All that is read is paid for out of one [budget]: bytes
// that are unpacked, words of the language, letters, pages and time. So whatever
// a file holds, the work ends; it needs no other goroutine that could go on.
//
// The libraries there are were looked at and do not end by themselves: a loop in
// a chain of cross references keeps them for ever, a number makes them ask for
// any amount of memory, and neither can be stopped from outside.
package pdftext

import (
	"errors"
	"fmt"
	"time"
)

var (
	// ErrFormat says that a file is no PDF, or too damaged.
	ErrFormat = errors.New("is no PDF that can be read")
	// ErrLarge says that reading took more than a [Limits] allows.
	ErrLarge = errors.New("is too large")
	// ErrLocked says that a file is encrypted, with a password or without.
	ErrLocked = errors.New("is encrypted")
)

// Limits is how much a file may ask for.
type Limits struct {
	Pages    int
	Unpacked int           // bytes of all streams; one that several pages share counts for each
	Words    int           // names, numbers and operators that are read
	Text     int           // bytes of what comes out
	Time     time.Duration // of the whole reading
}

// Standard leaves room for a book of some hundred pages.
var Standard = Limits{Pages: 3000, Unpacked: 32 << 20, Words: 5_000_000, Text: 4 << 20, Time: 10 * time.Second}

// Read returns the paragraphs of a PDF in the order in which its pages show
// them, lines and broken words joined; numbers of pages and lines that head every
// page are left out. There may be none, as in pages that were scanned. The error
// is [ErrFormat], [ErrLarge] or [ErrLocked].
func Read(data []byte, limits Limits) (paragraphs []string, err error) {
	b := &budget{left: limits, until: time.Now().Add(limits.Time)}
	defer func() {
		switch x := recover().(type) {
		case nil:
		case spent:
			paragraphs, err = nil, ErrLarge
		default: // a fault of this package is one of the file at hand, no end of the program
			paragraphs, err = nil, fmt.Errorf("%w: %v", ErrFormat, x)
		}
	}()
	f, err := open(data, b)
	if err != nil {
		return nil, err
	}
	list := f.pages()
	if len(list) == 0 {
		return nil, ErrFormat
	}
	var pages [][]line
	for _, p := range list {
		pages = append(pages, lines(f.spans(p)))
	}
	return paragraphsOf(pages), nil
}

// budget is what is left. Whoever takes more than there is panics with [spent],
// which [Read] catches.
type budget struct {
	left  Limits
	until time.Time
}

type spent struct{}

func (b *budget) pages(n int)    { take(&b.left.Pages, n) }
func (b *budget) unpacked(n int) { take(&b.left.Unpacked, n) }
func (b *budget) text(n int)     { take(&b.left.Text, n) }

// words is n words read. Now and then it looks at the clock.
func (b *budget) words(n int) {
	before := b.left.Words >> 12
	take(&b.left.Words, n)
	if b.left.Words>>12 != before && time.Now().After(b.until) {
		panic(spent{})
	}
}

func take(left *int, n int) {
	if *left -= n; *left < 0 {
		panic(spent{})
	}
}

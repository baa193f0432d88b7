package chooser

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/plain"
)

// item is a file or a folder in the folder that is listed.
type item struct {
	name   string // on the disk, where it may be any bytes
	shown  string // as it is fit to be seen
	folder bool
	size   int64 // bytes
	at     time.Time
}

// order is by what a folder is listed.
type order struct {
	by   column
	down bool // the largest, the newest or the last first
}

// column is one of what is said of a file.
type column int

const (
	byName column = iota
	bySize
	byTime
)

// asked is all that a listing depends on.
type asked struct {
	path    string
	endings string // of the files to list, lower case, separated by spaces; "": all
	folders bool   // and no files
	hidden  bool   // what is hidden, too
	lang    string
	order
	turn  int  // counts askings: the same folder may hold something else by now
	names bool // of a large folder, names are enough: to look at each file takes longer than to read which there are
}

// listing is what is in a folder: folders first.
type listing struct {
	items   []item
	others  int  // files that are not listed, for their endings
	clipped bool // there are more than are listed
	bare    bool // sizes and times are yet to come
	seen    int  // things that were read
}

const (
	mostItems = 100_000 // files and folders of one folder that are listed
	manyItems = 2_000   // from which on names come before sizes and times
)

// list reads a folder. It gives up when ctx ends; a folder of a machine that does
// not answer may keep the reading itself for longer.
func list(ctx context.Context, a asked) (listing, error) {
	type result struct {
		listing
		err error
	}
	done := make(chan result, 1)
	go func() {
		l, err := read(ctx, a)
		done <- result{l, err}
	}()
	select {
	case r := <-done:
		return r.listing, r.err
	case <-ctx.Done():
		return listing{}, ctx.Err()
	}
}

func read(ctx context.Context, a asked) (l listing, err error) {
	dir, err := disk.OpenList(a.path)
	if err != nil {
		return l, fmt.Errorf("list: %w", err)
	}
	defer dir.Close() //nolint:errcheck // only read from
	for !l.clipped {
		entries, err := dir.ReadDir(1000)
		for _, e := range entries {
			if err := ctx.Err(); err != nil {
				return l, err
			}
			l.add(a, e)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return l, fmt.Errorf("list %s: %w", a.path, err)
		}
	}
	l.sort(a)
	return l, nil
}

// add takes one thing of the folder, if it is to be listed.
func (l *listing) add(a asked, e fs.DirEntry) {
	name, kind := e.Name(), e.Type()
	var info fs.FileInfo
	var err error
	l.seen++
	link := kind&fs.ModeSymlink != 0
	bare := a.names && a.by == byName && l.seen > manyItems && runtime.GOOS != "windows" // where looking costs nothing
	switch {
	case link:
		info, err = os.Stat(filepath.Join(a.path, name))
	case !bare:
		info, err = e.Info()
	}
	if err != nil { // it is gone by now, or leads nowhere
		return
	}
	it := item{name: name, shown: shownName(name)}
	if info != nil {
		kind, it.size, it.at = info.Mode(), info.Size(), info.ModTime()
	}
	it.folder = kind.IsDir()
	switch {
	case !a.hidden && hidden(name, info):
		return
	case it.folder:
	case !kind.IsRegular() || a.folders:
		return
	case a.endings != "" && !slices.Contains(strings.Fields(a.endings), strings.ToLower(filepath.Ext(name))):
		l.others++
		return
	}
	l.bare = l.bare || bare
	if l.clipped = len(l.items) == mostItems; !l.clipped {
		l.items = append(l.items, it)
	}
}

// sort puts folders first, and each kind in the order that was asked for.
func (l *listing) sort(a asked) {
	p := i18n.For(a.lang)
	type keyed struct {
		item
		key string
	}
	all := make([]keyed, len(l.items))
	for i, it := range l.items {
		all[i] = keyed{it, p.Key(counted(it.shown))}
	}
	slices.SortFunc(all, func(x, y keyed) int {
		if x.folder != y.folder {
			return cmp.Or(map[bool]int{true: -1}[x.folder], 1)
		}
		c := 0
		switch a.by {
		case bySize:
			c = cmp.Compare(x.size, y.size)
		case byTime:
			c = x.at.Compare(y.at)
		case byName:
		}
		c = cmp.Or(c, cmp.Compare(x.key, y.key), cmp.Compare(x.name, y.name))
		if a.down {
			return -c
		}
		return c
	})
	for i := range all {
		l.items[i] = all[i].item
	}
}

// counted writes each number in a name with the same number of digits, so that
// scan 9 stands before scan 10.
func counted(name string) string {
	const digits = 12
	var b strings.Builder
	for len(name) > 0 {
		i := strings.IndexFunc(name, unicode.IsDigit)
		if i < 0 {
			break
		}
		b.WriteString(name[:i])
		name = name[i:]
		n := strings.IndexFunc(name, func(r rune) bool { return !unicode.IsDigit(r) })
		if n < 0 {
			n = len(name)
		}
		b.WriteString(strings.Repeat("0", max(digits-n, 0)))
		b.WriteString(name[:n])
		name = name[n:]
	}
	b.WriteString(name)
	return b.String()
}

// shownName is a name on a disk, which may be any bytes, as one line that is what
// it seems to be.
func shownName(name string) string {
	return strings.ReplaceAll(plain.Line(name), "\t", " ")
}

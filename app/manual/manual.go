// Package manual is the book about the program that ships with it: chapters in
// Markdown, a file for each language, in which numbers and names are holes that the
// data fill, menus and buttons are named by the keys of their texts, and pictures
// are drawn when they are looked at. So nothing in it can age.
package manual

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Book is the manual in one language.
type Book struct {
	Chapters []Chapter
	Figures  map[string]Figure // by name

	room *scene.Room
}

// Chapter is a part of the book.
type Chapter struct {
	ID     string // the same in all languages
	Title  string
	Blocks []Block
}

// Kind says what a block is.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading
	Item    // of a list
	Step    // of a numbered list
	Picture // a figure, with Text below it
	KeyHead // the place where the keys below are heard
	KeyLine // a row of the card of keys
	KeyCard // stands for all of these in a file
)

// Block is a piece of a chapter.
type Block struct {
	Kind  Kind
	ID    string // of a heading, the same in all languages; of a picture, its figure
	Lead  string // number of a step, keys of a row
	Text  string
	Marks []Mark // in the order of the text
}

// Mark is a part of a text that names a key, or a menu, button or tab.
type Mark struct {
	From, To int  // bytes
	Key      bool // a key; else words of the interface
}

// Open reads the book in a printer's language, in English where it has none in that.
// The room's data fill its holes, and keys are the rows of the chapter of keys. The
// error joins the holes that could not be filled, which stand as they were, and what
// no file of a chapter may have.
func Open(files fs.FS, room *scene.Room, p *i18n.Printer, keys []Block) (*Book, error) {
	b := &Book{room: room}
	var err error
	if b.Figures, err = readFigures(files, room, p); err != nil {
		return nil, err
	}
	names, err := chapters(files)
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, name := range names {
		text, err := fs.ReadFile(files, name+"."+p.Lang()+".md")
		if errors.Is(err, fs.ErrNotExist) {
			text, err = fs.ReadFile(files, name+".en.md")
		}
		if err != nil {
			return nil, fmt.Errorf("read a chapter: %w", err)
		}
		_, id, _ := strings.Cut(name, "-")
		c, err := b.chapter(string(text), p, keys)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", name, err))
		}
		c.ID = id
		b.Chapters = append(b.Chapters, c)
	}
	return b, errors.Join(faults...)
}

// chapters lists the names of chapters, without language and ending, in their order.
func chapters(files fs.FS) ([]string, error) {
	all, err := fs.Glob(files, "*.en.md")
	if err != nil {
		return nil, fmt.Errorf("list chapters: %w", err)
	}
	for i, x := range all {
		all[i] = strings.TrimSuffix(path.Base(x), ".en.md")
	}
	slices.Sort(all)
	return all, nil
}

// chapter reads the text of a chapter.
func (b *Book) chapter(text string, p *i18n.Printer, keys []Block) (c Chapter, err error) {
	var faults []error
	for _, x := range parse(text) {
		if x.Kind == KeyCard {
			c.Blocks = append(c.Blocks, keys...)
			continue
		}
		view := b.room.Opening().View
		if x.Kind == Picture {
			f, ok := b.Figures[x.ID]
			if !ok {
				faults = append(faults, fmt.Errorf("there is no figure %q", x.ID))
				continue
			}
			view = f.View
		}
		raw := x.Text
		if x.Text, x.Marks, err = b.fill(raw, view, p); err != nil {
			faults = append(faults, err)
		}
		if c.Title == "" {
			c.Title = x.Text
			continue
		}
		c.Blocks = append(c.Blocks, x)
	}
	return c, errors.Join(faults...)
}

// beside is free at both sides of a key or a name, inside its mark.
const beside = "\u202f"

// fill replaces what a raw text has in braces, backticks and double brackets.
func (b *Book) fill(raw string, view state.View, p *i18n.Printer) (text string, marks []Mark, err error) {
	var out strings.Builder
	s := state.Default()
	s.View, s.Lang = view, p.Lang()
	var faults []error
	for raw != "" {
		plain, name, key, rest := next(raw)
		filled, err := scene.Fill(b.room, s, plain, p)
		if err != nil {
			faults = append(faults, err)
		}
		out.WriteString(filled)
		raw = rest
		if name == "" {
			continue
		}
		from := out.Len()
		words := keyName(name)
		if !key {
			words = strings.Join(Labels(name, p), " › ")
		}
		out.WriteString(beside + words + beside)
		marks = append(marks, Mark{from, out.Len(), key})
	}
	return out.String(), marks, errors.Join(faults...)
}

// Labels are the words of the interface that a name in double brackets stands for,
// from the menu down.
func Labels(name string, p *i18n.Printer) (out []string) {
	for key := range strings.SplitSeq(name, ">") {
		key = strings.TrimSpace(key)
		out = append(out, cmp.Or(p.T(key), key))
	}
	return out
}

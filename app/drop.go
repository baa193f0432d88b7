package app

import (
	"path/filepath"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// drop is several files that were dropped on the window at once: at most one package,
// one picture and one lesson, which the window has room for, and any number of texts.
type drop struct {
	data     *opened
	left     state.View // of the data
	part     string     // where the data lie
	picture  *found
	lesson   *found
	pictured string // the file of the picture
	taught   string // of the lesson
	texts    []original.Attached
	from     []string // the files of the texts
	refused  []refusal
	faults   []dataset.Finding // in data that cannot be read
}

// refusal is a file that was not opened, and the key of why.
type refusal struct{ path, why string }

// openAll opens several files, each where it belongs: a package takes the place of the
// data that show, texts go to the documents of the data that were coded from them, a
// picture brings back its view of these data, and a lesson is ready. What is refused is
// said in one sentence.
func (p *program) openAll(paths []string) {
	asked, loaded := p.opening(paths[0])
	go func() {
		d := &drop{}
		for _, path := range paths {
			d.sort(path)
		}
		if d.part != "" {
			if o, left, err := p.fetch(origin{path: d.part}, nil); err != nil {
				p.cfg.Log.WithError(err).Warn("open")
				d.refuse(d.part, "shell.dropUnread")
				d.faults = o.findings
			} else {
				d.data, d.left = &o, left
			}
		}
		p.life.Do(func() {
			loaded()
			if asked == p.asked {
				p.laid(d)
			}
		})
	}()
}

// sort finds out what a file is.
func (d *drop) sort(path string) {
	if original.Is(path) {
		text, err := readOriginal(path)
		if err != nil {
			d.refuse(path, "shell.dropUnread")
			return
		}
		d.texts, d.from = append(d.texts, original.Attached{Text: text, Name: filepath.Base(path)}), append(d.from, path)
		return
	}
	part := partOf(path)
	f, data, err := find(part)
	switch {
	case err != nil:
		d.refuse(path, "shell.dropUnread")
	case data && d.part == "":
		d.part = part
	case f.view != nil && d.picture == nil:
		d.picture, d.pictured = &f, path
	case f.lesson != nil && d.lesson == nil:
		d.lesson, d.taught = &f, path
	default:
		d.refuse(path, "shell.dropOne")
	}
}

func (d *drop) refuse(path, why string) { d.refused = append(d.refused, refusal{path, why}) }

// laid takes over what was read.
func (p *program) laid(d *drop) {
	if d.data != nil {
		p.take(*d.data, d.left, "shell.openedData")
		p.shell.Opened(recent.Data, d.part)
	}
	if d.picture != nil {
		p.bring(d.pictured, *d.picture)
	}
	if d.lesson != nil {
		p.bring(d.taught, *d.lesson)
	}
	data := p.room.Data
	go func() { // texts may be long
		var kept []*dataset.Document
		var files []string
		for i := range d.texts {
			x := data.CodedFrom(d.texts[i].SHA256)
			if x == nil {
				d.refuse(d.from[i], "shell.dropWhose")
				continue
			}
			if err := p.shelf.Attach(data, x, &d.texts[i]); err != nil {
				p.cfg.Log.WithError(err).Warn("attach")
				d.refuse(d.from[i], "shell.dropUnkept")
				continue
			}
			kept, files = append(kept, x), append(files, d.from[i])
		}
		p.life.Do(func() {
			if p.room.Data == data {
				p.laidTexts(kept, files)
				p.refusedAll(d)
			}
		})
	}()
}

// laidTexts shows the text that is attached, or says how many are.
func (p *program) laidTexts(kept []*dataset.Document, files []string) {
	if len(kept) == 0 {
		return
	}
	if len(kept) == 1 {
		p.host.Store.Break()
		p.host.Dispatch(scene.ShowDocument(kept[0].ID))
	}
	p.shell.Attached()
	for _, path := range files {
		p.shell.Opened(recent.Original, path)
	}
	p.host.Say(p.host.Printer().N("shell.attachedMany", len(kept)))
}

// refusedMost is how many files that were refused are named.
const refusedMost = 5

// refusedAll says in one sentence over the map what was not opened, and why.
func (p *program) refusedAll(d *drop) {
	list := d.refused
	if len(list) == 0 {
		return
	}
	say := p.shell.Warn
	if len(d.faults) > 0 {
		say = func(text func() string) { p.shell.Unread(d.part, origin{path: d.part}.source, d.faults, text) }
	}
	say(func() string {
		var names []string
		for _, r := range list[:min(len(list), refusedMost)] {
			names = append(names, nameOf(r.path)+" ("+p.host.T(r.why)+")")
		}
		if more := len(list) - len(names); more > 0 {
			names = append(names, p.host.Printer().N("shell.dropMore", more))
		}
		return p.host.T("shell.dropRefused", i18n.Args{"List": strings.Join(names, ", ")})
	})
}

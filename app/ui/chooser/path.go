package chooser

import (
	"image/color"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// crumbs is the path of a folder, each folder of it to be pressed. Left and Right
// go along it, Enter opens the folder that they are on; a press beside it lets the
// path be typed.
type crumbs struct {
	parts.Surface

	onGo   func(path string)
	onType func()

	h     *host.Host
	steps []step
	from  int // the first step in sight; those before it are an ellipsis
	on    int // the step that the keys are on
	over  int // -1: none
	frame *canvas.Rectangle
	shade *canvas.Rectangle
	words []*canvas.Text
	signs []*canvas.Text
}

// step is a folder of a path.
type step struct {
	name, path string
}

func newCrumbs(h *host.Host) *crumbs {
	c := &crumbs{h: h, over: -1, frame: parts.Box(color.Transparent), shade: parts.Box(color.Transparent)}
	c.OnKey = c.key
	c.Init(c, h)
	return c
}

// stepsOf are the folders that lead to a path, the outermost first.
func stepsOf(path string) (out []step) {
	for path = filepath.Clean(path); ; path = filepath.Dir(path) {
		name := filepath.Base(path)
		if path == filepath.Dir(path) {
			return append([]step{{shownName(path), path}}, out...)
		}
		out = append([]step{{shownName(name), path}}, out...)
	}
}

// show shows the path of a folder.
func (c *crumbs) show(path string) {
	c.steps = stepsOf(path)
	c.on, c.over = len(c.steps)-1, -1
	c.words, c.signs = nil, nil
	for range c.steps {
		c.words, c.signs = append(c.words, canvas.NewText("", color.Transparent)), append(c.signs, canvas.NewText("›", color.Transparent))
	}
	c.Refresh()
}

// CreateRenderer is for Fyne.
func (c *crumbs) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(c) }

// Least implements parts.Drawn.
func (c *crumbs) Least() fyne.Size {
	return fyne.NewSize(80, parts.Measure("Mg", parts.Scaled(c.h, theme.Body), false).Height+theme.Space3)
}

// Paint implements parts.Drawn.
func (c *crumbs) Paint() {
	p := c.h.Palette()
	c.frame.FillColor, c.frame.StrokeColor, c.frame.StrokeWidth = p.Panel, p.Hairline, 1
	if c.Focused() {
		c.frame.StrokeColor, c.frame.StrokeWidth = p.Accent, 2
	}
	c.shade.FillColor = p.Hover
	for i, w := range c.words {
		w.Color, c.signs[i].Color = p.InkMuted, p.InkMuted
		if i == len(c.words)-1 || i == c.over || c.Focused() && i == c.on {
			w.Color = p.Ink
		}
		if c.Focused() && i == c.on {
			w.Color = p.Accent
		}
	}
}

const crumbMost = 40 // letters of a folder's name in a path

// Place implements parts.Drawn. Where the path has no room, its end is seen.
func (c *crumbs) Place(size fyne.Size) {
	c.frame.Resize(size)
	text := parts.Scaled(c.h, theme.Body)
	room, sign := size.Width-2*theme.Space2, parts.Measure("›", text, false).Width+2*theme.Space1
	wide := make([]float32, len(c.steps))
	for i, s := range c.steps {
		c.words[i].Text, c.words[i].TextSize, c.signs[i].TextSize = parts.Clip(s.name, crumbMost), text, text
		wide[i] = c.words[i].MinSize().Width
	}
	c.from = len(c.steps) - 1
	left := room
	for i := range slices.Backward(c.steps) {
		if left -= wide[i] + sign; left < 0 && i < len(c.steps)-1 {
			break
		}
		c.from = i
	}
	if c.from > 0 && c.from < len(c.steps)-1 && left < 0 { // the ellipsis takes its room
		if parts.Measure("…", text, false).Width+sign > left+wide[c.from-1]+sign {
			c.from++
		}
	}
	x := theme.Space2
	c.shade.Hidden = c.over < 0
	for i := range c.steps {
		w, s := c.words[i], c.signs[i]
		w.Hidden, s.Hidden = i < c.from-1, i < c.from-1 || i == len(c.steps)-1
		if w.Hidden {
			continue
		}
		if i == c.from-1 {
			w.Text = "…"
		}
		if i == len(c.steps)-1 {
			w.Text = parts.Shorten(w.Text, text, false, size.Width-theme.Space2-x)
		}
		m := w.MinSize()
		w.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		w.Resize(m)
		if i == c.over {
			c.shade.Move(fyne.NewPos(x-theme.Space1, 3))
			c.shade.Resize(fyne.NewSize(m.Width+2*theme.Space1, size.Height-6))
		}
		x += m.Width + theme.Space1
		z := s.MinSize()
		s.Move(fyne.NewPos(x, (size.Height-z.Height)/2))
		s.Resize(z)
		x += z.Width + theme.Space1
	}
}

// Pieces implements parts.Drawn.
func (c *crumbs) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{c.frame, c.shade}
	for i, w := range c.words {
		out = append(out, w, c.signs[i])
	}
	return out
}

// find is the step at a place, -1 if none is.
func (c *crumbs) find(x float32) int {
	for i, w := range c.words {
		if at := w.Position().X; !w.Hidden && x >= at-theme.Space1 && x < at+w.Size().Width+theme.Space1 {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (c *crumbs) Tapped(ev *fyne.PointEvent) {
	if i := c.find(ev.Position.X); i >= 0 {
		c.onGo(c.steps[i].path)
		return
	}
	c.onType()
}

// MouseMoved implements desktop.Hoverable.
func (c *crumbs) MouseMoved(ev *desktop.MouseEvent) {
	if i := c.find(ev.Position.X); i != c.over {
		c.over = i
		c.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (c *crumbs) MouseOut() {
	c.over = -1
	c.Surface.MouseOut()
}

func (c *crumbs) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		c.on = max(c.on-1, max(c.from-1, 0))
	case fyne.KeyRight:
		c.on = min(c.on+1, len(c.steps)-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.on == len(c.steps)-1 {
			c.onType()
		} else {
			c.onGo(c.steps[c.on].path)
		}
		return true
	default:
		return false
	}
	c.Refresh()
	return true
}

// resolve is the path that a person has typed or pasted: of a folder relative to
// the one at hand, with ~ for the person's own, as a file manager's address, or in
// quotation marks.
func resolve(text, at string) string {
	text = strings.TrimRight(strings.TrimLeft(text, " \t\r\n"), "\r\n")
	if n := len(text); n > 1 && (text[0] == '"' || text[0] == '\'') && text[n-1] == text[0] {
		text = text[1 : n-1]
	}
	if u, err := url.Parse(text); err == nil && u.Scheme == "file" && u.Path != "" {
		text = u.Path
		if runtime.GOOS == "windows" {
			text = strings.TrimPrefix(text, "/")
		}
	}
	if text = FromHome(text); !filepath.IsAbs(text) {
		text = filepath.Join(at, text)
	}
	return filepath.Clean(text)
}

// FromHome is a path with the person's own folder for a ~ that it begins with, as in a
// shell.
func FromHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return path
}

// same reports whether two paths are written alike.
func same(a, b string) bool { return filepath.Clean(a) == filepath.Clean(b) }

// distinct are the paths without those that are there before.
func distinct(paths []string) (out []string) {
	for _, p := range paths {
		if p != "" && !slices.ContainsFunc(out, func(o string) bool { return same(o, p) }) {
			out = append(out, p)
		}
	}
	return out
}

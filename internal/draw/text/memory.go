package text

import (
	"slices"
	"strings"
	"sync"
)

// most is how much a face remembers, in bytes, of each kind; beyond it it begins
// anew.
const most = 4 << 20

// memory holds the lines and widths that a face has worked out.
type memory struct {
	mu     sync.RWMutex
	runs   map[string]*Run
	size   int // of runs
	widths map[string]float64
	keys   int // bytes of widths

	measured map[string][]measured
	cost     int // of measured
	answers  map[asked]answer
	lines    int // bytes of answers
}

// asked is a text to be set in lines of a width, at most as many as that; 0 is one
// line, cut; and the share of the others that the last has to have. An answer is the lines, and whether they hold all of the text.
type (
	asked struct {
		text  string
		width float64
		limit int
		least float64
	}
	answer struct {
		lines []string
		whole bool
	}
)

func (m *memory) answer(q asked) (answer, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	a, ok := m.answers[q]
	return a, ok
}

func (m *memory) keepAnswer(q asked, a answer) {
	cost := 128 + len(q.text)
	for _, line := range a.lines {
		cost += 16 + len(line)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.answers == nil || m.lines+cost > most {
		m.answers, m.lines = map[asked]answer{}, 0
	}
	m.answers[q] = a
	m.lines += cost
}

// pieces is nil for a text that is not known.
func (m *memory) pieces(s string) []measured {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.measured[s]
}

func (m *memory) keepPieces(s string, pieces []measured) {
	cost := 96 + len(s) + 32*len(pieces)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.measured == nil || m.cost+cost > most {
		m.measured, m.cost = map[string][]measured{}, 0
	}
	m.measured[strings.Clone(s)] = pieces
	m.cost += cost
}

func (m *memory) run(line string) *Run {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.runs[line]
}

func (m *memory) keepRun(r *Run, line string) {
	cost := 128 + len(line) + 96*len(r.Clusters)
	if cost > most/4 {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.runs == nil || m.size+cost > most {
		m.runs, m.size = map[string]*Run{}, 0
	}
	m.runs[line] = r
	m.size += cost
}

func (m *memory) width(line string) (float64, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	w, ok := m.widths[line]
	return w, ok
}

func (m *memory) keepWidth(line string, width float64) {
	cost := 48 + len(line)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.widths == nil || m.keys+cost > most {
		m.widths, m.keys = map[string]float64{}, 0
	}
	m.widths[strings.Clone(line)] = width
	m.keys += cost
}

// parts holds the ends of the parts of texts: the same names are measured in many
// sizes.
type parts struct {
	mu   sync.RWMutex
	ends map[string][]pieceEnd
	size int
}

var knownPieces, knownLetters = &parts{}, &parts{}

// of appends the ends of the parts of a text, none if they are not known.
func (k *parts) of(s string, ends []pieceEnd) []pieceEnd {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return append(ends, k.ends[s]...)
}

func (k *parts) keep(s string, ends []pieceEnd) {
	cost := 96 + len(s) + 16*len(ends)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.ends == nil || k.size+cost > most {
		k.ends, k.size = map[string][]pieceEnd{}, 0
	}
	k.ends[strings.Clone(s)] = slices.Clone(ends)
	k.size += cost
}

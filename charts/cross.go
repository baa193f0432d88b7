package charts

// cross is which rows, or columns, of a table have a lit cell; nil: all alike.
type cross []bool

func (x cross) on(k int) bool { return x == nil || x[k] }

// font is the type of a figure: strong where it is lit, plain in its row and its
// column, so that both are found, and muted elsewhere.
func (x cross) font(p *pen, columns cross, i, j int, f font) font {
	switch {
	case x == nil && columns == nil:
		return f
	case x.on(i) && columns.on(j):
		return p.strong(f.size)
	case x != nil && x[i] || columns != nil && columns[j]:
		return f
	}
	return p.inkOf(f, false)
}

// cross returns the rows and the columns in which a cell is lit, each nil if all
// of them are.
func (t table) cross() (rows, columns cross) {
	if t.lit == nil {
		return nil, nil
	}
	rows, columns = make(cross, len(t.rows)), make(cross, len(t.columns))
	for i := range t.rows {
		for j := range t.columns {
			on := t.at(i, j) > 0 && t.share(i, j) > 0
			rows[i], columns[j] = rows[i] || on, columns[j] || on
		}
	}
	// What has no number at all is not dark for that.
	alike := func(x cross, empty func(k int) bool) cross {
		for k, on := range x {
			if !on && !empty(k) {
				return x
			}
		}
		return nil
	}
	noRow := func(i int) bool {
		for j := range t.columns {
			if t.at(i, j) > 0 {
				return false
			}
		}
		return true
	}
	noColumn := func(j int) bool {
		for i := range t.rows {
			if t.at(i, j) > 0 {
				return false
			}
		}
		return true
	}
	return alike(rows, noRow), alike(columns, noColumn)
}

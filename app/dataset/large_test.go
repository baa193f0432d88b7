package dataset

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"c5atlas.org/c5atlas/internal/cputime"
	"c5atlas.org/c5atlas/internal/large"
	"c5atlas.org/c5atlas/internal/workbook"
)

// BenchmarkLargeOpen opens a package of 100,000 statements and 10,000 documents,
// and says how much memory it keeps.
func BenchmarkLargeOpen(b *testing.B) {
	files := large.Package(large.Full)
	var kept uint64
	defer cputime.PerOp(b)()
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		d, _, err := Open(files)
		if err != nil || len(d.Statements) != large.Full.Statements {
			b.Fatal(err)
		}
		b.StopTimer()
		runtime.GC()
		runtime.ReadMemStats(&after)
		kept = after.HeapAlloc - before.HeapAlloc
		runtime.KeepAlive(d)
		b.StartTimer()
	}
	b.ReportMetric(float64(kept)/(1<<20), "MiB")
}

// BenchmarkLargeOpenFile opens the same package from a .zip and from a workbook.
func BenchmarkLargeOpenFile(b *testing.B) {
	files := large.Package(large.Full)
	packed := map[string][]byte{}
	for name, f := range files {
		packed[name] = f.Data
	}
	sheets, err := Book(files)
	if err != nil {
		b.Fatal(err)
	}
	var book bytes.Buffer
	if err := workbook.Write(&book, sheets); err != nil {
		b.Fatal(err)
	}
	for name, data := range map[string][]byte{"a.zip": zipOf(b, packed), "a.xlsx": book.Bytes()} {
		path := filepath.Join(b.TempDir(), name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Ext(name)[1:], func(b *testing.B) {
			defer cputime.PerOp(b)()
			for b.Loop() {
				d, _, err := OpenPath(path)
				if err != nil || len(d.Statements) != large.Full.Statements || len(d.Documents) != large.Full.Documents {
					b.Fatal(err)
				}
			}
		})
	}
}

// typed makes each query another one, in whatever run.
var typed int

// BenchmarkLargeSearch searches a hundred thousand statements: for the first
// time, and for another word each time.
func BenchmarkLargeSearch(b *testing.B) {
	d, _, err := Open(large.Package(large.Full))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("first", func(b *testing.B) {
		defer cputime.PerOp(b)()
		for b.Loop() {
			d.indexSearch()
		}
	})
	d.PrepareSearch()
	b.Run("next", func(b *testing.B) {
		defer cputime.PerOp(b)()
		for b.Loop() {
			typed++
			d.Find(NewQuery(fmt.Sprintf("energy plan %d", typed)))
		}
	})
	b.Run("again", func(b *testing.B) {
		defer cputime.PerOp(b)()
		for b.Loop() {
			d.Find(NewQuery("energy plan"))
		}
	})
}

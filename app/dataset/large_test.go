package dataset

import (
	"fmt"
	"runtime"
	"testing"

	"c5atlas.org/c5atlas/internal/cputime"
	"c5atlas.org/c5atlas/internal/large"
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
			d.Search(NewQuery(fmt.Sprintf("energy plan %d", typed)))
		}
	})
	b.Run("again", func(b *testing.B) {
		defer cputime.PerOp(b)()
		for b.Loop() {
			d.Search(NewQuery("energy plan"))
		}
	})
}

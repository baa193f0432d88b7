//go:build !unix && !windows

package handover

func private(func(string) string) string { return "" }

func ours(string) bool { return false }

func yield() {}

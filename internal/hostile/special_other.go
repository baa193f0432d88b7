//go:build !unix

package hostile

func special() []Case { return nil }

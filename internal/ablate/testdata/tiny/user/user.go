// Package user imports tiny.
package user

import "example.org/tiny"

// Both reports whether tiny finds n wide and used.
func Both(n int) bool { return tiny.Wide(n) && tiny.Used(n) }

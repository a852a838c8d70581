// This file is the memory of one PDFium instance.

package pdfium

// guestMemory is the memory of one instance. wazero asks it to grow, and frees it when
// the instance ends.
type guestMemory struct {
	buf     []byte
	limit   uint64 // bytes
	space   []byte // reserved for buf, or nil
	release func()
	refused bool // the instance asked for more than limit
}

func newGuestMemory(limit uint64) *guestMemory {
	m := &guestMemory{limit: limit}
	m.space, m.release = reserve(limit)
	return m
}

// Reallocate grows the memory; nil refuses.
func (m *guestMemory) Reallocate(size uint64) []byte {
	switch {
	case size > m.limit:
		m.refused = true
		return nil
	case size <= uint64(len(m.space)):
		m.buf = m.space[:size]
	case size <= uint64(cap(m.buf)):
		m.buf = m.buf[:size]
	default:
		// Half as much again, so that growing page by page stays linear.
		next := make([]byte, size, min(m.limit, size+size/2))
		copy(next, m.buf)
		m.buf = next
	}
	return m.buf
}

// Free releases the memory.
func (m *guestMemory) Free() {
	m.buf, m.space = nil, nil
	m.release()
	m.release = func() {}
}

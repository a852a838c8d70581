// This file unpacks the table of communes, once, at the first question about one.

package gazetteer

import (
	_ "embed"
	"encoding/binary"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/gazetteer/internal/key"
)

// communes.bin is eight streams, each after its length as a uvarint. Communes are
// sorted by department, then code, then status. Names are not compressed in general:
// the letters that a name shares with the one before are left out, which halves the
// table and unpacks in one pass.
//
//	counts   a uvarint a department: its communes
//	codes    a byte a commune: status (2 bits), populous (1), step (5) from the
//	         number of the code before, from 0 in each department; step 31 means
//	         that a uvarint follows with the step
//	names    a byte a commune: letters shared with the name before (3 bits), bytes
//	         that follow (5; 31 means that a byte follows with their count)
//	into     a uvarint for each that is not a current commune: the number of the
//	         commune that it belongs to
//	strange  uvarint and 5 letters: communes whose code is of another department
//	buckets  a byte a bucket of key.Hash: its places in index
//	index    places by bucket, two bytes each, low byte first
//	postal   deflate: a uvarint a commune: its postal codes; each as a varint,
//	         the difference to the one before
//
//go:embed communes.bin
var packed string

// A table holds the unpacked communes. A place is the index of a commune in it.
type table struct {
	names   string   // all names, one after the other
	ends    []uint32 // where the name ends in names
	codes   string   // all codes, 5 letters each
	flags   []uint8  // status, populousFlag
	first   []uint16 // first commune of each department, and one past the last
	into    []uint16 // for places from Delegated on, in order: number of the commune, see seat
	intoAt  []uint16 // the places that into is about, ascending
	buckets []uint16 // where the places of each bucket of keys begin in index, and their end
	index   string   // places by bucket, two bytes each, low byte first
	strange []uint16 // places whose code is of another department

	folded []atomic.Pointer[[]byte] // by department: foldedNames
}

const (
	statusMask   = 3
	populousFlag = 4 // 2000 inhabitants or more
	codeLen      = 5 // letters of a commune code
)

// communes returns the table.
var communes = sync.OnceValue(load)

// streams cuts packed into its parts.
func streams() (parts [8]string) {
	rest := packed
	for i := range parts {
		n, w := uvarint(rest)
		parts[i] = rest[w : w+int(n)]
		rest = rest[w+int(n):]
	}
	return parts
}

// uvarint is binary.Uvarint for strings.
func uvarint(s string) (v uint64, width int) {
	for i := 0; i < len(s) && i < binary.MaxVarintLen64; i++ {
		v |= uint64(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return v, i + 1
		}
	}
	return 0, len(s)
}

func load() *table {
	parts := streams()
	counts, codeSteps, nameParts, into, strange := parts[0], parts[1], parts[2], parts[3], parts[4]
	t := &table{
		ends:  make([]uint32, 0, communeCount),
		flags: make([]uint8, 0, communeCount),
		first: make([]uint16, 0, len(departments)+1),
		index: parts[6],

		folded: make([]atomic.Pointer[[]byte], len(departments)),
	}
	names := make([]byte, 0, 16*communeCount) // bytes; names have 13 on average
	codes := make([]byte, 0, codeLen*communeCount)
	prev := 0
	for _, d := range departments {
		t.first = append(t.first, uint16(len(t.ends)))
		n, w := uvarint(counts)
		counts = counts[w:]
		number := 0
		for range n {
			b := codeSteps[0]
			codeSteps = codeSteps[1:]
			step := uint64(b >> 3)
			if step == 31 {
				step, w = uvarint(codeSteps)
				codeSteps = codeSteps[w:]
			}
			number += int(step)
			codes = append(codes, d.Code...)
			codes = appendNumber(codes, number, codeLen-len(d.Code))

			size := nameParts[0]
			nameParts = nameParts[1:]
			same, more := int(size>>5), int(size&31)
			if more == 31 {
				more = int(nameParts[0])
				nameParts = nameParts[1:]
			}
			start := len(names)
			names = append(names, names[prev:prev+same]...)
			names = append(names, nameParts[:more]...)
			nameParts = nameParts[more:]
			prev = start

			place := uint16(len(t.ends))
			t.ends = append(t.ends, uint32(len(names)))
			t.flags = append(t.flags, b&7)
			if b&statusMask != 0 {
				m, w := uvarint(into)
				into = into[w:]
				t.into = append(t.into, uint16(m))
				t.intoAt = append(t.intoAt, place)
			}
		}
	}
	t.first = append(t.first, uint16(len(t.ends)))
	for strange != "" {
		place, w := uvarint(strange)
		copy(codes[int(place)*codeLen:], strange[w:w+codeLen])
		strange = strange[w+codeLen:]
		t.strange = append(t.strange, uint16(place))
	}
	t.names, t.codes = string(names), string(codes)
	t.buckets = make([]uint16, 1, key.Buckets+1)
	end := uint16(0)
	for i := range len(parts[5]) {
		end += uint16(parts[5][i])
		t.buckets = append(t.buckets, end)
	}
	return t
}

// appendNumber appends n with leading zeros to width digits.
func appendNumber(dst []byte, n, width int) []byte {
	for p := pow10[width-1]; p > 0; p /= 10 {
		dst = append(dst, byte('0'+n/p%10))
	}
	return dst
}

var pow10 = [...]int{1, 10, 100, 1000, 10000}

// appendPlaces appends the places of all communes with that key to dst.
func (t *table) appendPlaces(dst []uint16, folded []byte) []uint16 {
	if len(folded) == 0 {
		return dst
	}
	h := key.Hash(folded)
	for i := int(t.buckets[h]); i < int(t.buckets[h+1]); i++ {
		place := uint16(t.index[2*i]) | uint16(t.index[2*i+1])<<8
		name := t.name(place)
		// Most other names of the bucket begin or end with another letter. Comparing those is cheaper than folding.
		if first, last := name[0]|0x20, name[len(name)-1]; first < utf8.RuneSelf && first != folded[0] ||
			'a' <= last && last <= 'z' && last != folded[len(folded)-1] {
			continue
		}
		var buf [foldBuf]byte
		if string(fold.AppendName(buf[:0], name)) == string(folded) ||
			name[len(name)-1] == ')' && string(fold.AppendName(buf[:0], key.Short(name))) == string(folded) {
			dst = append(dst, place)
		}
	}
	return dst
}

func (t *table) name(place uint16) string {
	start := uint32(0)
	if place > 0 {
		start = t.ends[place-1]
	}
	return t.names[start:t.ends[place]]
}

func (t *table) code(place uint16) string {
	return t.codes[int(place)*codeLen : (int(place)+1)*codeLen]
}

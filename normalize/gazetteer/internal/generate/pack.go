// This file packs the communes in the layout that gazetteer/table.go describes.

package main

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/gazetteer/internal/key"
)

// Limits of the layout. A larger step or name is written after the limit itself.
const (
	maxStep     = 31 // 5 bits
	maxRest     = 31 // bytes of a name, 5 bits
	maxSame     = 7  // letters shared with the name before, 3 bits
	codeLen     = 5  // letters of the code of a commune, and of a postal code
	populousBit = 4
)

// pack returns the table of communes.
func pack(deps []department, coms []commune) ([]byte, error) {
	byDep := map[string][]commune{}
	for _, c := range coms {
		byDep[c.Departement] = append(byDep[c.Departement], c)
	}
	var p packer
	for _, d := range deps {
		cs := byDep[d.Code]
		delete(byDep, d.Code)
		slices.SortFunc(cs, compareCommunes)
		p.counts = binary.AppendUvarint(p.counts, uint64(len(cs)))
		p.number = 0
		for _, c := range cs {
			if err := p.add(d, c); err != nil {
				return nil, err
			}
		}
	}
	if len(byDep) > 0 {
		return nil, fmt.Errorf("%d departments of communes are not listed", len(byDep))
	}
	return p.table()
}

// compareCommunes orders the communes of one department by code and status, those
// whose code is of another department last.
func compareCommunes(a, b commune) int {
	if a.hasForeignCode() != b.hasForeignCode() {
		if b.hasForeignCode() {
			return -1
		}
		return 1
	}
	return cmp.Or(strings.Compare(a.Code, b.Code), cmp.Compare(a.status(), b.status()))
}

// hasForeignCode reports whether a commune has the code of another department than
// the one it is in.
func (c *commune) hasForeignCode() bool { return !strings.HasPrefix(c.Code, c.Departement) }

// status returns the index of the commune's kind in statuses, -1 if it is unknown.
func (c *commune) status() int { return slices.Index(statuses, c.Type) }

// A packer appends communes to the streams of the table.
type packer struct {
	counts, codes, names, into, strange, postal []byte
	buckets                                     [key.Buckets][]uint16

	place      int    // of the next commune
	number     int    // of the commune before, in its department
	name       string // of the commune before
	postalCode int    // the one written before
}

// add appends a commune of department d.
func (p *packer) add(d department, c commune) error {
	if c.status() < 0 || len(c.Code) != codeLen || len(c.Nom) > 255 || prefixLen(c.Code) != len(d.Code) {
		return fmt.Errorf("commune %+v: not as expected", c)
	}
	if err := p.addCode(d, c); err != nil {
		return err
	}
	p.addName(c.Nom)
	if c.status() != 0 {
		if err := p.addSeat(d, c); err != nil {
			return err
		}
	}
	if err := p.addPostal(c); err != nil {
		return err
	}
	p.addKeys(c.Nom)
	p.place++
	return nil
}

// addCode appends the flags of a commune and the step from the code before to its own.
func (p *packer) addCode(d department, c commune) error {
	n := p.number
	if c.hasForeignCode() {
		p.strange = binary.AppendUvarint(p.strange, uint64(p.place))
		p.strange = append(p.strange, c.Code...)
	} else {
		var err error
		if n, err = strconv.Atoi(c.Code[len(d.Code):]); err != nil {
			return err
		}
	}
	flags := byte(c.status())
	if c.Population >= populous {
		flags |= populousBit
	}
	if step := n - p.number; step < maxStep {
		p.codes = append(p.codes, byte(step)<<3|flags)
	} else {
		p.codes = append(p.codes, maxStep<<3|flags)
		p.codes = binary.AppendUvarint(p.codes, uint64(step))
	}
	p.number = n
	return nil
}

// addName appends what a name does not share with the name before.
func (p *packer) addName(name string) {
	same := 0
	for same < min(maxSame, len(p.name), len(name)) && p.name[same] == name[same] {
		same++
	}
	rest := name[same:]
	p.names = append(p.names, byte(same)<<5|byte(min(len(rest), maxRest)))
	if len(rest) >= maxRest {
		p.names = append(p.names, byte(len(rest)))
	}
	p.names = append(p.names, rest...)
	p.name = name
}

// addSeat appends the number of the commune that c belongs to.
func (p *packer) addSeat(d department, c commune) error {
	seat := c.ChefLieu + c.Commune
	if len(seat) != codeLen || !strings.HasPrefix(seat, d.Code) {
		return fmt.Errorf("commune %+v: lies in no commune of its department", c)
	}
	n, err := strconv.Atoi(seat[len(d.Code):])
	if err != nil {
		return err
	}
	p.into = binary.AppendUvarint(p.into, uint64(n))
	return nil
}

// addPostal appends the postal codes of a commune, each as the difference to the one before.
func (p *packer) addPostal(c commune) error {
	p.postal = binary.AppendUvarint(p.postal, uint64(len(c.CodesPostaux)))
	for _, code := range c.CodesPostaux {
		n, err := strconv.Atoi(code)
		if err != nil || len(code) != codeLen {
			return fmt.Errorf("commune %+v: postal code %q", c, code)
		}
		p.postal = binary.AppendVarint(p.postal, int64(n-p.postalCode))
		p.postalCode = n
	}
	return nil
}

// addKeys puts the commune into the buckets of its name and of its short name.
func (p *packer) addKeys(name string) {
	names := []string{name}
	if short := key.Short(name); short != name {
		names = append(names, short)
	}
	for _, n := range names {
		h := key.Hash(fold.AppendName(nil, n))
		p.buckets[h] = append(p.buckets[h], uint16(p.place))
	}
}

// table returns the streams, each after its length.
func (p *packer) table() ([]byte, error) {
	var postal bytes.Buffer // rarely asked for, so it may cost more to unpack
	w, err := flate.NewWriter(&postal, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(p.postal); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	var sizes, index []byte
	for h, places := range p.buckets {
		if len(places) > 255 {
			return nil, fmt.Errorf("bucket %d has %d places", h, len(places))
		}
		sizes = append(sizes, byte(len(places)))
		for _, place := range places {
			index = binary.LittleEndian.AppendUint16(index, place)
		}
	}
	var table []byte
	for _, stream := range [][]byte{p.counts, p.codes, p.names, p.into, p.strange, sizes, index, postal.Bytes()} {
		table = binary.AppendUvarint(table, uint64(len(stream)))
		table = append(table, stream...)
	}
	return table, nil
}

// prefixLen returns the number of letters of a commune's code that name its department.
func prefixLen(code string) int {
	if strings.HasPrefix(code, "97") || strings.HasPrefix(code, "98") {
		return 3
	}
	return 2
}

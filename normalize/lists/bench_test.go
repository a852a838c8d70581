// How fast lists are read.

package lists

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

// BenchmarkHostile reads lists made to be slow; time must grow with the size.
func BenchmarkHostile(b *testing.B) {
	for name, piece := range map[string]string{
		"commas": ",", "and": "Agen et ", "open": "Ain (", "heads": "Ain : Oyonnax\n", "around": "Ain (Oyonnax) ; ", "glued": "AinBelley (01)",
		"colons": "Ain : ", "lines": "Ain\n", "names": "Agen, ", "dashes": "Ain - ", "paragraphs": "Ain :\n\nOyonnax, Belley, Gex\n\n",
		"bullets": "- Agen\n", "lists": "Les villes suivantes de l'Ain sont retenues :\n\n- Oyonnax\n- Belley\n- Gex\n\n", "prose": "à Gex (Ain), Belley (Ain) et ",
		"flat": "Bretagne Finistère Brest ", "accounts": "- Les Amis du Moulin (Brest) : 12 000 €\n", "cells": "Bretagne\nFinistère\nBrest\n", "shared": "Brest et Vitré (Bretagne), ", "titles": "Les villes :\n\nOyonnax, Belley, Gex.\n\n",
	} {
		for _, size := range []int{1 << 18, 1 << 20} {
			doc, err := extract.Read("a.txt", []byte(strings.Repeat(piece, size/len(piece))), document.Options{Format: "text"})
			if err != nil {
				b.Fatal(err)
			}
			b.Run(name+"/"+map[int]string{1 << 18: "256K", 1 << 20: "1M"}[size], func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					Read(doc, nil)
				}
			})
		}
	}
}

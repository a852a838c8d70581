// Pictures of pages: text as small PNG, photographs as JPEG within the budget.

package main

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

func TestEncodePicture(t *testing.T) {
	text := image.NewRGBA(image.Rect(0, 0, 300, 400))
	photo := image.NewRGBA(text.Rect)
	rnd := rand.New(rand.NewPCG(1, 2))
	for i := range text.Pix {
		text.Pix[i] = 255
		photo.Pix[i] = byte(rnd.IntN(256)) | byte(i%4/3*255)
	}
	for x := range 200 {
		text.Set(x, 20, color.Gray{byte(x)})
	}
	text.Set(3, 3, color.RGBA{160, 0, 0, 255})
	kind, data, err := encodePicture(text, 1<<20)
	if err != nil || kind != "image/png" || len(data) > 3000 {
		t.Errorf("text: %s of %d bytes, %v; want a small PNG", kind, len(data), err)
	}
	back, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := back.At(0, 0).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff {
		t.Error("white paper is not white")
	}
	if r, g, _, _ := back.At(3, 3).RGBA(); r>>8 < 150 || r>>8 > 175 || g != 0 {
		t.Errorf("red is %d, %d", r>>8, g>>8)
	}
	kind, fine, _ := encodePicture(photo, 1<<20)
	if kind != "image/jpeg" {
		t.Errorf("a photograph is %s", kind)
	}
	if _, coarse, _ := encodePicture(photo, len(fine)-1); len(coarse) >= len(fine) {
		t.Errorf("over the budget: %d bytes instead of %d", len(coarse), len(fine))
	}
}

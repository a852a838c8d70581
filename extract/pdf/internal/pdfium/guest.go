// This file calls the functions of one PDFium instance and reads its memory.
//
// Calls go straight to the exported C functions: go-pdfium's own methods keep a
// handle per object and allocate per out-parameter, 3.4 times slower. Of
// go-pdfium the module itself is used, and what the module asks to be given.

package pdfium

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"unicode/utf16"

	"github.com/tetratelabs/wazero/api"
)

const (
	wasmPage    = 64 << 10 // bytes
	scratchSize = 4096     // bytes for out-parameters and short strings
	textRoom    = 3072     // bytes of scratch that text may use; it leaves the bytes after them
)

// errBroken is wrapped by errors of an instance that trapped.
var errBroken = errors.New("PDFium crashed on it")

// A guest is one instance of PDFium. It serves one goroutine at a time.
type guest struct {
	module  api.Module
	memory  *guestMemory
	scratch uint32 // address of scratchSize bytes
	stack   [16]uint64
	funcs   map[string]api.Function
	broken  error // set by the first trap; nothing is called after it
}

// A trap is panicked with: it carries the error of a call to the next exported method.
type trap struct{ err error }

func newGuest(module api.Module, memory *guestMemory) (g *guest, err error) {
	if memory == nil {
		return nil, errors.New("it took memory that was not given to it")
	}
	g = &guest{module: module, memory: memory, funcs: map[string]api.Function{}}
	defer g.rescue(&err)
	g.call("FPDF_InitLibrary")
	g.scratch = uint32(g.call("malloc", scratchSize))
	if g.scratch == 0 {
		return nil, errors.New("PDFium has no memory")
	}
	return g, nil
}

// rescue turns a trap into an error; other panics continue.
func (g *guest) rescue(err *error) {
	switch x := recover().(type) {
	case nil:
	case trap:
		*err = x.err
	default:
		panic(x)
	}
}

func (g *guest) kill() { g.module.Close(context.Background()) }

// fn finds an exported function. Hot loops keep what it returns.
func (g *guest) fn(name string) api.Function {
	f, ok := g.funcs[name]
	if !ok {
		if f = g.module.ExportedFunction(name); f == nil {
			panic(trap{fmt.Errorf("PDFium has no function %s", name)})
		}
		g.funcs[name] = f
	}
	return f
}

// invoke calls f. It panics with a trap if f crashes.
func (g *guest) invoke(f api.Function, args ...uint64) uint64 {
	if g.broken != nil {
		panic(trap{g.broken})
	}
	copy(g.stack[:], args)
	if err := f.CallWithStack(context.Background(), g.stack[:]); err != nil {
		g.broken = fmt.Errorf("%w: %v", errBroken, firstLine(err.Error()))
		if g.memory.refused {
			g.broken = ErrMemory
		}
		panic(trap{g.broken})
	}
	return g.stack[0]
}

func (g *guest) call(name string, args ...uint64) uint64 { return g.invoke(g.fn(name), args...) }

// callInt calls a function that returns a C int.
func (g *guest) callInt(name string, args ...uint64) int { return int(int32(g.call(name, args...))) }

// ok reports whether a call that returns an FPDF_BOOL succeeded.
func (g *guest) ok(f api.Function, args ...uint64) bool { return uint32(g.invoke(f, args...)) != 0 }

// at returns the address of scratch plus off, as an argument.
func (g *guest) at(off uint32) uint64 { return uint64(g.scratch + off) }

// view returns n bytes of the guest's memory, valid until the next call.
func (g *guest) view(addr, n uint32) []byte {
	if uint64(addr)+uint64(n) > uint64(len(g.memory.buf)) {
		panic(trap{errors.New("PDFium gave an address outside its memory")})
	}
	return g.memory.buf[addr : addr+n : addr+n]
}

func (g *guest) u32(off uint32) uint32 {
	return binary.LittleEndian.Uint32(g.view(g.scratch+off, 4))
}

func (g *guest) f32(off uint32) float64 { return float64(math.Float32frombits(g.u32(off))) }

func (g *guest) f64(off uint32) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(g.view(g.scratch+off, 8)))
}

// text reads a C string that f writes, as PDFium's string getters do: they
// return the length with its zero byte, and write only if the buffer has room.
func (g *guest) text(f api.Function, args ...uint64) string {
	args = append(args, g.at(0), textRoom)
	n := uint32(g.invoke(f, args...))
	if n < 2 || n > textRoom {
		return ""
	}
	return string(g.view(g.scratch, n-1))
}

// text16 is text for functions that write UTF-16.
func (g *guest) text16(f api.Function, args ...uint64) string {
	args = append(args, g.at(0), textRoom)
	n := uint32(g.invoke(f, args...))
	if n < 4 || n > textRoom {
		return ""
	}
	b := g.view(g.scratch, n-2)
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' {
			return s[:i]
		}
	}
	return s
}

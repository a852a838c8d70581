// Package ledger remembers what became of each document of a batch, so that a run
// does only what is new or changed and can be killed at any moment.
//
// A [Ledger] is all that the batch asks of a store. [Open] gives the one of a folder of
// outputs: a SQLite file in its folder .pressoir, which needs no server.
//
// Package batch decides what is to be done and writes the outputs. Methods may be added
// to Ledger, so only the batch should depend on other implementations.
package ledger

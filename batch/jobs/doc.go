// Package jobs reads a file of jobs, says when each is due, and remembers when it ran.
//
// [Parse] reads the file strictly: what it does not know is a mistake with its place.
// A [Clock] says which job is due next; a run that was missed, however often, is caught up
// once. [State] is what it knows of earlier runs, in a file of its own.
//
// What does not live here: doing a job (cmd/pressoir, batch).
package jobs

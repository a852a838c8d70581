// Command score prints a score and the time it took.
package main

import (
	"fmt"
	"time"

	"example.org/tiny"
)

func main() {
	began := time.Now()
	fmt.Println(tiny.Score(), time.Since(began).Seconds(), "seconds")
}

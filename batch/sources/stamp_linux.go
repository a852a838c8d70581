// The time of change, as Linux has it.

package sources

import (
	"fmt"
	"syscall"
)

func changeTime(st *syscall.Stat_t) string { return fmt.Sprint(st.Ctim.Sec, " ", st.Ctim.Nsec) }

// Windows tells too little of a file: bytes are compared.

package sources

import "io/fs"

func stamp(fs.FileInfo) string { return "" }

// What each HTML element is: a block, a piece of a table, a style, page
// furniture. One table for the whole reader.

package html

import "golang.org/x/net/html/atom"

// tagKind is a set of what an element is.
type tagKind uint32

const (
	tagBlock     tagKind = 1 << iota // starts and ends a line
	tagHeading                       // h1 to h6
	tagTable                         // <table>
	tagRow                           // <tr>
	tagCell                          // <td>, <th>
	tagList                          // <ul>, <ol>, <dl> and their like
	tagItem                          // <li>, <dt>, <dd>
	tagStyle                         // formatting elements in the parser's sense: it opens them again
	tagStamp                         // gets a line
	tagRaw                           // its content is no markup
	tagVoid                          // has no content
	tagImplied                       // ended by the next one of its kind
	tagSkip                          // its text is no text of the page
	tagUnseen                        // its text is not shown, but it is text
	tagFurniture                     // page furniture wherever it stands
	tagOuter                         // page furniture unless it stands in the release
	tagPre                           // keeps its blanks and line ends
)

// tagKinds says of each element what it is; an element that is not here is
// inline text.
var tagKinds = map[string]tagKind{
	"html": tagBlock, "body": tagBlock,
	"p": tagBlock | tagStamp | tagImplied, "div": tagBlock | tagStamp,
	"h1": tagHeading | tagStamp, "h2": tagHeading | tagStamp, "h3": tagHeading | tagStamp,
	"h4": tagHeading | tagStamp, "h5": tagHeading | tagStamp, "h6": tagHeading | tagStamp,
	"address": tagBlock | tagStamp, "blockquote": tagBlock | tagStamp, "center": tagBlock | tagStamp,
	"details": tagBlock | tagStamp, "summary": tagBlock | tagStamp, "fieldset": tagBlock | tagStamp,
	"legend": tagBlock | tagStamp, "figure": tagBlock | tagStamp, "figcaption": tagBlock | tagStamp,
	"hgroup": tagBlock | tagStamp, "hr": tagBlock | tagVoid, "main": tagBlock | tagStamp,
	"article": tagBlock | tagStamp, "section": tagBlock | tagStamp, "optgroup": tagBlock,
	"option": tagBlock | tagImplied, "select": tagFurniture, "frameset": tagBlock,
	"pre": tagBlock | tagStamp | tagPre, "listing": tagBlock | tagStamp | tagPre,
	"xmp": tagBlock | tagStamp | tagPre | tagRaw, "plaintext": tagBlock | tagStamp | tagPre | tagRaw,

	"table": tagTable | tagStamp, "caption": tagBlock | tagStamp,
	"thead": tagBlock | tagStamp, "tbody": tagBlock | tagStamp, "tfoot": tagBlock | tagStamp,
	"tr": tagBlock | tagRow | tagStamp | tagImplied,
	"td": tagBlock | tagCell | tagStamp | tagImplied, "th": tagBlock | tagCell | tagStamp | tagImplied,
	"colgroup": tagSkip, "col": tagVoid,

	"ul": tagList | tagStamp, "ol": tagList | tagStamp, "dl": tagList | tagStamp,
	"menu": tagList | tagStamp, "dir": tagList | tagStamp,
	"li": tagBlock | tagItem | tagStamp | tagImplied,
	"dt": tagBlock | tagItem | tagStamp | tagImplied, "dd": tagBlock | tagItem | tagStamp | tagImplied,

	"nav": tagBlock | tagFurniture | tagStamp, "aside": tagBlock | tagFurniture | tagStamp,
	"header": tagBlock | tagOuter | tagStamp, "footer": tagBlock | tagOuter | tagStamp,
	"form": tagBlock | tagFurniture | tagStamp, "dialog": tagBlock | tagFurniture | tagStamp,
	"search": tagBlock | tagFurniture | tagStamp, "button": tagFurniture, "textarea": tagFurniture | tagRaw | tagPre,

	"a": tagStyle, "b": tagStyle, "big": tagStyle, "code": tagStyle, "em": tagStyle, "font": tagStyle,
	"i": tagStyle, "nobr": tagStyle, "s": tagStyle, "small": tagStyle, "strike": tagStyle,
	"strong": tagStyle, "tt": tagStyle, "u": tagStyle,

	"head": 0, "title": tagSkip | tagRaw, "script": tagSkip | tagRaw, "style": tagSkip | tagRaw,
	"iframe": tagSkip | tagRaw, "noembed": tagSkip | tagRaw,
	"noframes": tagUnseen | tagRaw, "noscript": tagUnseen | tagRaw, "template": tagUnseen | tagStamp,
	"svg": tagUnseen, "math": 0, "object": tagUnseen, "video": tagUnseen, "audio": tagUnseen,
	"canvas": tagUnseen, "datalist": tagUnseen, "map": 0,

	"area": tagVoid, "base": tagVoid, "br": tagVoid, "embed": tagVoid, "img": tagVoid, "input": tagVoid,
	"link": tagVoid, "meta": tagVoid, "param": tagVoid, "source": tagVoid, "track": tagVoid, "wbr": tagVoid,
}

// atomKinds is tagKinds by the parser's number of the element.
var atomKinds = func() map[atom.Atom]tagKind {
	m := make(map[atom.Atom]tagKind, len(tagKinds))
	for name, kind := range tagKinds {
		m[atom.Lookup([]byte(name))] = kind
	}
	return m
}()

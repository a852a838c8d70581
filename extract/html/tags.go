// Kinds of elements: block, piece of a table, style, furniture. One table for the
// whole package.

package html

import "golang.org/x/net/html/atom"

// A tagKind is the set of kinds that an element has.
type tagKind uint32

// The kinds of elements.
const (
	tagBlock     tagKind = 1 << iota // starts and ends a line
	tagHeading                       // h1 to h6
	tagTable                         // <table>
	tagRow                           // <tr>
	tagCell                          // <td>, <th>
	tagList                          // <ul>, <ol>, <dl>, <menu>, <dir>
	tagItem                          // <li>, <dt>, <dd>
	tagStyle                         // a formatting element of the standard: the parser opens it again if it is not closed
	tagStamp                         // the stamper gives it a line
	tagRaw                           // its content is not markup
	tagVoid                          // has no content
	tagImplied                       // the next one of its kind ends it
	tagSkip                          // its text is not text of the page
	tagUnseen                        // its text is text of the page, but not shown
	tagFurniture                     // furniture everywhere
	tagOuter                         // furniture unless it is inside the release
	tagPre                           // its white space stays
)

// tagKinds holds the kinds of each element. Elements that are not in it are inline
// text.
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

// atomKinds is tagKinds by the parser's number for the element.
var atomKinds = func() map[atom.Atom]tagKind {
	m := make(map[atom.Atom]tagKind, len(tagKinds))
	for name, kind := range tagKinds {
		m[atom.Lookup([]byte(name))] = kind
	}
	return m
}()

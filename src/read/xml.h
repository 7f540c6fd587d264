// The tree of an XML document: feeds, packages of books, XHTML.
#ifndef LECTERN_READ_XML_H
#define LECTERN_READ_XML_H

#include "base/error.h"
#include "read/tree.h"

// The document, whose child is its root element. Names have the prefix that the
// document gives them. Nothing is fetched and no entity of the document's own is
// expanded. Refuses (ERR_ARTICLE) what is not well-formed or nests too deeply. Linear.
NODISCARD bool parse_xml(Str xml, Arena *arena, Node **out, Error *err);

#endif

// The tree of an XML document: feeds, packages of books, XHTML.
#ifndef LECTERN_READ_XML_H
#define LECTERN_READ_XML_H

#include "base/error.h"
#include "read/tree.h"

// The document, whose child is its root element. Names have the prefix that is usual for
// their namespace, whatever the document calls it: "dc:title", "atom:entry", "epub:type";
// those of XHTML, RSS 1.0 and the packages of books have none (an attribute of OPF is
// "opf:role"). Of other namespaces they have the document's own. Nothing is fetched, and
// no entity of the document's own is expanded: "&name;" stays as it is written, unless
// it is one of HTML. Refuses (ERR_ARTICLE) what is not well-formed and what is beyond the
// limits of xml_tidy.c. Linear.
NODISCARD bool parse_xml(Str xml, Arena *arena, Node **out, Error *err);

#endif

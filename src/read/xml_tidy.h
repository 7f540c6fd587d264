// What stands before the XML parser: limits that keep it linear, and the small faults
// that feeds and books have.
#ifndef LECTERN_READ_XML_TIDY_H
#define LECTERN_READ_XML_TIDY_H

#include "base/error.h"

// The document without its type declaration, so that it has no entities but those of XML
// itself; with references of HTML ("&nbsp;") as characters, an ampersand that begins no
// reference written as one, and without control characters. Lines stay where they are.
// Refuses (ERR_ARTICLE) what nests, declares or lists more than any document would.
NODISCARD bool tidy_xml(Str xml, Arena *arena, Str *out, Error *err);

#endif
